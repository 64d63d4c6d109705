/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Objects of a function whose address nobody else keeps: no store through a
 * pointer from elsewhere, and no call that is not handed it, can write them.
 */
#include "analysis.h"

#define MAX_DERIVED 400

struct own_objects {
	hash_map<tree, tree> derived; /* by SSA name: the object that it points into */
	hash_set<tree> escaped; /* objects of which more than that is possible */
	auto_vec<tree> waiting;
	struct analysis *a;
};

static tree own_object(tree reference)
{
	tree base = get_base_address(reference);

	return base && VAR_P(base) && !is_global_var(base) && !TREE_THIS_VOLATILE(base) ? base :
											  NULL_TREE;
}

/* Does CALL forget its arguments when it returns, and answer with none of them? */
static bool forgets(struct analysis *a, gimple *call)
{
	const char *name = called_name(call);
	tree lhs = gimple_call_lhs(call);

	if (lhs && POINTER_TYPE_P(TREE_TYPE(lhs)))
		return false;
	return name && (lc_model_is_quiet(a->model, name) || copy_of_call(a, call) ||
			fill_of_call(a, call) || sink_of_call(a, call) || idiom_of_call(a, call));
}

static void derive(struct own_objects *own, tree name, tree object)
{
	tree *known;

	if (TREE_CODE(name) != SSA_NAME || own->derived.elements() > MAX_DERIVED) {
		own->escaped.add(object);
		return;
	}
	known = own->derived.get(name);
	if (known && *known != object) {
		own->escaped.add(object);
		own->escaped.add(*known);
	}
	if (known)
		return;
	own->derived.put(name, object);
	own->waiting.safe_push(name);
}

/* STATEMENT uses the address of OBJECT, or a pointer into it, as a value. */
static void use(struct own_objects *own, gimple *statement, tree object)
{
	switch (gimple_code(statement)) {
	case GIMPLE_PHI:
		derive(own, gimple_phi_result(statement), object);
		break;
	case GIMPLE_ASSIGN:
		if (TREE_CODE_CLASS(gimple_assign_rhs_code(statement)) == tcc_comparison)
			break;
		derive(own, gimple_assign_lhs(statement), object);
		break;
	case GIMPLE_CALL:
		if (!forgets(own->a, statement))
			own->escaped.add(object);
		break;
	case GIMPLE_COND:
	case GIMPLE_DEBUG:
		break;
	default:
		own->escaped.add(object);
	}
}

static bool at_address(gimple *statement, tree base, tree, void *data)
{
	struct own_objects *own = (struct own_objects *)data;
	tree object = own_object(base);

	/* What only looks through the address is an access. */
	if (object && !(gimple_assign_single_p(statement) &&
			TREE_CODE(gimple_assign_rhs1(statement)) != ADDR_EXPR &&
			TREE_CODE(gimple_assign_rhs1(statement)) != CONSTRUCTOR))
		use(own, statement, object);
	return false;
}

/* Is NAME a value in STATEMENT, and not merely what an access looks through? */
static bool is_value_in(gimple *statement, tree name)
{
	if (!gimple_assign_single_p(statement))
		return true;
	/* &p->field points into the same object. */
	return gimple_assign_rhs1(statement) == name ||
	       TREE_CODE(gimple_assign_rhs1(statement)) == ADDR_EXPR ||
	       TREE_CODE(gimple_assign_rhs1(statement)) == CONSTRUCTOR;
}

static struct own_objects *find_own_objects(struct analysis *a)
{
	struct own_objects *own = new own_objects();
	basic_block block;

	own->a = a;
	FOR_EACH_BB_FN(block, a->fun) {
		for (gphi_iterator gsi = gsi_start_phis(block); !gsi_end_p(gsi); gsi_next(&gsi))
			walk_stmt_load_store_addr_ops(gsi.phi(), own, NULL, NULL, at_address);
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
		     gsi_next(&gsi)) {
			a->work++;
			walk_stmt_load_store_addr_ops(gsi_stmt(gsi), own, NULL, NULL, at_address);
		}
	}
	while (!own->waiting.is_empty()) {
		tree name = own->waiting.pop(), object = *own->derived.get(name);
		imm_use_iterator iterator;
		gimple *statement;

		FOR_EACH_IMM_USE_STMT(statement, iterator, name)
		if (is_value_in(statement, name))
			use(own, statement, object);
	}
	return own;
}

/* Can STATEMENT, which the compiler thinks may write to REFERENCE, not do so because it has no pointer there? */
bool cannot_reach(struct analysis *a, gimple *statement, tree reference)
{
	tree object = own_object(reference), *into;

	if (!object || !TREE_ADDRESSABLE(object))
		return false;
	if (!a->own)
		a->own = find_own_objects(a);
	if (a->own->escaped.contains(object))
		return false;
	if (is_gimple_call(statement)) {
		for (unsigned i = 0; i < gimple_call_num_args(statement); i++) {
			tree argument = gimple_call_arg(statement, i);

			into = TREE_CODE(argument) == SSA_NAME ? a->own->derived.get(argument) :
								 NULL;
			if ((into && *into == object) ||
			    (TREE_CODE(argument) == ADDR_EXPR &&
			     own_object(TREE_OPERAND(argument, 0)) == object))
				return false;
		}
		return !gimple_call_lhs(statement) ||
		       own_object(gimple_call_lhs(statement)) != object;
	}
	if (gimple_assign_single_p(statement)) {
		tree base = base_of(gimple_assign_lhs(statement));

		if (TREE_CODE(base) != MEM_REF || TREE_CODE(TREE_OPERAND(base, 0)) != SSA_NAME)
			return false;
		into = a->own->derived.get(TREE_OPERAND(base, 0));
		return !into || *into != object;
	}
	return false;
}

void free_own_objects(struct analysis *a)
{
	delete a->own;
	a->own = NULL;
}
