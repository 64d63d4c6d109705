/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which functions are called with what comes from outside: by attribute tainted_args
 * of their own, or as what a member holds that has it, or of which the model says so.
 */
#include "lengths.h"

#define MOST_NESTED 4
#define MOST_STATEMENTS 20000

static hash_map<tree, bool> *known;

/* Is what the member FIELD points to called with what comes from outside? */
static bool is_tainted_field(const struct lc_model *model, tree field)
{
	tree record = DECL_CONTEXT(field);
	const char *name;

	if (lookup_attribute("tainted_args", DECL_ATTRIBUTES(field)))
		return true;
	if (!DECL_NAME(field) || !record || !TYPE_P(record))
		return false;
	name = type_name_of(TYPE_MAIN_VARIANT(record));
	return name && lc_model_is_callback(model, name, IDENTIFIER_POINTER(DECL_NAME(field)));
}

/* Is FUNCTION in initialiser VALUE as such a member? */
static bool is_tainted_member(const struct lc_model *model, tree value, tree function,
			      unsigned depth)
{
	unsigned HOST_WIDE_INT i;
	tree place, part;

	if (!value || TREE_CODE(value) != CONSTRUCTOR || !depth)
		return false;
	FOR_EACH_CONSTRUCTOR_ELT(CONSTRUCTOR_ELTS(value), i, place, part)
	{
		STRIP_NOPS(part);
		if (place && TREE_CODE(place) == FIELD_DECL && TREE_CODE(part) == ADDR_EXPR &&
		    TREE_OPERAND(part, 0) == function && is_tainted_field(model, place))
			return true;
		if (is_tainted_member(model, part, function, depth - 1))
			return true;
	}
	return false;
}

/* Does a function of the unit, WHO, store the address of FUNCTION into such a member? */
static bool is_stored_tainted(const struct lc_model *model, function *who, tree function)
{
	basic_block block;
	unsigned n = 0;

	FOR_EACH_BB_FN(block, who)
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
		     gsi_next(&gsi)) {
			gimple *store = gsi_stmt(gsi);
			tree to, value;

			if (++n > MOST_STATEMENTS)
				return false;
			if (!gimple_assign_single_p(store))
				continue;
			to = gimple_assign_lhs(store);
			value = gimple_assign_rhs1(store);
			if (TREE_CODE(to) == COMPONENT_REF && TREE_CODE(value) == ADDR_EXPR &&
			    TREE_OPERAND(value, 0) == function &&
			    is_tainted_field(model, TREE_OPERAND(to, 1)))
				return true;
		}
	return false;
}

/* Is FUNCTION handed what comes from outside, and compared by nobody? */
bool is_called_from_outside(const struct lc_model *model, tree function)
{
	cgraph_node *node = cgraph_node::get(function);
	ipa_ref *ref = NULL;
	bool *there, found;

	if (!known)
		known = new hash_map<tree, bool>();
	there = known->get(function);
	if (there)
		return *there;
	found = lookup_attribute("tainted_args", DECL_ATTRIBUTES(function));
	for (unsigned i = 0; !found && node && node->iterate_referring(i, ref); i++) {
		varpool_node *table = dyn_cast<varpool_node *>(ref->referring);
		cgraph_node *who = dyn_cast<cgraph_node *>(ref->referring);

		found = table ? is_tainted_member(model, DECL_INITIAL(table->decl), function,
						  MOST_NESTED) :
				who && has_body_in_ssa(who->decl) &&
					is_stored_tainted(model, DECL_STRUCT_FUNCTION(who->decl),
							  function);
	}
	known->put(function, found);
	return found;
}
