/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Attribute tainted_args: which functions are called with what comes from
 * outside, by their own declaration or as what a table of callbacks holds.
 */
#include "lengths.h"

#define MOST_NESTED 4

static hash_map<tree, bool> *known;

/* Is FUNCTION in initialiser VALUE as a member that has the attribute? */
static bool is_tainted_member(tree value, tree function, unsigned depth)
{
	unsigned HOST_WIDE_INT i;
	tree place, part;

	if (!value || TREE_CODE(value) != CONSTRUCTOR || !depth)
		return false;
	FOR_EACH_CONSTRUCTOR_ELT(CONSTRUCTOR_ELTS(value), i, place, part)
	{
		STRIP_NOPS(part);
		if (place && TREE_CODE(place) == FIELD_DECL && TREE_CODE(part) == ADDR_EXPR &&
		    TREE_OPERAND(part, 0) == function &&
		    lookup_attribute("tainted_args", DECL_ATTRIBUTES(place)))
			return true;
		if (is_tainted_member(part, function, depth - 1))
			return true;
	}
	return false;
}

/* Does attribute tainted_args say that FUNCTION is handed what comes from outside? */
bool is_called_from_outside(tree function)
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

		found = table &&
			is_tainted_member(DECL_INITIAL(table->decl), function, MOST_NESTED);
	}
	known->put(function, found);
	return found;
}
