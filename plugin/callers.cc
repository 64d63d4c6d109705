/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the callers of a static function could have compared before they call
 * it. Nothing is proven here: it is only asked whether a length that a function
 * does not compare may have been compared by everyone who calls it.
 */
#include "analysis.h"
#include "tables.h"

#define MAX_DEPTH 5
#define MAX_LEAVES 12

/* What a value is worked out from: parameters, fields that were loaded, results of calls. */
struct leaves {
	auto_vec<tree> all;
	unsigned visits;
};

static void collect_leaves(struct leaves *l, tree value, unsigned depth)
{
	gimple *statement;
	tree rhs;

	if (TREE_CODE(value) != SSA_NAME || depth > MAX_DEPTH || ++l->visits > 64 ||
	    l->all.length() >= MAX_LEAVES)
		return;
	statement = SSA_NAME_DEF_STMT(value);
	if (SSA_NAME_IS_DEFAULT_DEF(value) || !statement) {
		l->all.safe_push(SSA_NAME_VAR(value) ? SSA_NAME_VAR(value) : value);
		return;
	}
	if (gimple_code(statement) == GIMPLE_PHI) {
		for (unsigned i = 0; i < gimple_phi_num_args(statement); i++)
			collect_leaves(l, gimple_phi_arg_def(statement, i), depth + 1);
		return;
	}
	if (gimple_call_builtin_p(statement, BUILT_IN_EXPECT)) {
		collect_leaves(l, gimple_call_arg(statement, 0), depth + 1);
		return;
	}
	if (!is_gimple_assign(statement)) {
		l->all.safe_push(value);
		return;
	}
	rhs = gimple_assign_rhs1(statement);
	if (gimple_assign_load_p(statement)) {
		while (TREE_CODE(rhs) == ARRAY_REF)
			rhs = TREE_OPERAND(rhs, 0);
		l->all.safe_push(TREE_CODE(rhs) == COMPONENT_REF ? TREE_OPERAND(rhs, 1) : value);
		return;
	}
	for (unsigned i = 1; i < gimple_num_ops(statement); i++)
		collect_leaves(l, gimple_op(statement, i), depth + 1);
}

static bool shares_leaf(tree value, const struct leaves *wanted)
{
	struct leaves mine;

	mine.visits = 0;
	collect_leaves(&mine, value, 0);
	for (tree leaf : mine.all)
		if (wanted->all.contains(leaf))
			return true;
	return false;
}

/* Does FUNCTION branch on what is worked out from WANTED? */
static bool branches_on(struct analysis *a, function *fun, const struct leaves *wanted)
{
	basic_block block;

	FOR_EACH_BB_FN(block, fun) {
		gimple *last = lc_last_stmt(block);

		a->work += 4;
		if (!last)
			continue;
		if (gimple_code(last) == GIMPLE_COND &&
		    (shares_leaf(gimple_cond_lhs(last), wanted) ||
		     shares_leaf(gimple_cond_rhs(last), wanted)))
			return true;
		if (gimple_code(last) == GIMPLE_SWITCH &&
		    shares_leaf(gimple_switch_index(as_a<gswitch *>(last)), wanted))
			return true;
	}
	return false;
}

/* Are these two parameters of one function: not the same record, then? */
static bool are_two_parameters(tree one, tree other)
{
	return one != other && TREE_CODE(one) == SSA_NAME && SSA_NAME_IS_DEFAULT_DEF(one) &&
	       TREE_CODE(other) == SSA_NAME && SSA_NAME_IS_DEFAULT_DEF(other);
}

/*
 * Could a call in CALLER, other than of CALLEE, compare it: by the model, in
 * its own body, or out of sight with a number or truth value as its answer?
 * HANDED is what the callee gets.
 */
static bool asks_another(struct analysis *a, function *caller, tree callee, tree handed, tree field,
			 const struct leaves *wanted)
{
	basic_block block;

	FOR_EACH_BB_FN(block, caller)
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
		     gsi_next(&gsi)) {
			gimple *call = gsi_stmt(gsi);
			tree asked, record = field ? DECL_CONTEXT(field) : NULL_TREE;
			bool gets = false;

			a->work++;
			/* Who answers nothing cannot tell what it found. */
			if (!is_gimple_call(call) || gimple_call_builtin_p(call) ||
			    !gimple_call_lhs(call))
				continue;
			asked = gimple_call_fndecl(call);
			for (unsigned i = 0; i < gimple_call_num_args(call) && !gets; i++) {
				tree argument = gimple_call_arg(call, i),
				     type = TREE_TYPE(argument);

				gets = (record && points_to_record(type) &&
					TYPE_MAIN_VARIANT(TREE_TYPE(type)) ==
						TYPE_MAIN_VARIANT(record) &&
					!are_two_parameters(argument, handed)) ||
				       (INTEGRAL_TYPE_P(type) && shares_leaf(argument, wanted));
			}
			if (!gets || asked == callee)
				continue;
			if (called_name(call) && (guard_of_call(a, call) || move_of_call(a, call) ||
						  source_of_call(a, call)))
				return true;
			if (has_body_in_ssa(asked) ?
				    field && branches_on(a, DECL_STRUCT_FUNCTION(asked), wanted) :
				    INTEGRAL_TYPE_P(TREE_TYPE(gimple_call_lhs(call))))
				return true;
		}
	return false;
}

static int parameter_index(tree function, tree parameter)
{
	int index = 0;

	for (tree p = DECL_ARGUMENTS(function); p; p = DECL_CHAIN(p), index++)
		if (p == parameter)
			return index;
	return -1;
}

/* The parameter of its function that VALUE is a copy of, or is loaded through; or NULL. */
static tree parameter_of(tree value)
{
	struct leaves l;

	l.visits = 0;
	collect_leaves(&l, value, 0);
	return l.all.length() == 1 && TREE_CODE(l.all[0]) == PARM_DECL ? l.all[0] : NULL_TREE;
}

/*
 * May everyone who calls FUNCTION have compared the length that its PARAMETER
 * is (FIELD is NULL), or that the record which PARAMETER points to holds in
 * FIELD? If not, *CALL is a call before which nobody has. PAIRED: the record is
 * handed over with the length of other bytes in it, as it came.
 */
bool callers_may_compare(struct analysis *a, tree function, tree parameter, tree field, bool paired,
			 unsigned depth, gimple **call)
{
	cgraph_node *node = cgraph_node::get(function);
	int index = parameter_index(function, parameter);

	if (TREE_PUBLIC(function) || !node || index < 0 || !depth)
		return true;
	/*
	 * What is called out of sight may be called by anyone: a table often holds the least size
	 * beside a callback. Where PAIRED says so, those in sight are asked.
	 */
	if (node->address_taken ? !paired || is_called_through_tables(node) : !node->callers)
		return true;
	for (cgraph_edge *e = node->callers; e; e = e->next_caller) {
		tree caller = e->caller->decl, argument, through;
		struct leaves wanted;

		if (!e->call_stmt || !has_body_in_ssa(caller) || caller == function ||
		    (unsigned)index >= gimple_call_num_args(e->call_stmt))
			return true;
		argument = gimple_call_arg(e->call_stmt, index);
		wanted.visits = 0;
		if (field)
			wanted.all.safe_push(field);
		else
			collect_leaves(&wanted, argument, 0);
		/* A constant, or more than can be followed. */
		if (wanted.all.is_empty() || wanted.all.length() >= MAX_LEAVES)
			return true;
		if (branches_on(a, DECL_STRUCT_FUNCTION(caller), &wanted) ||
		    asks_another(a, DECL_STRUCT_FUNCTION(caller), function, argument, field,
				 &wanted))
			continue;
		through = parameter_of(argument);
		/* What the caller did not get itself may have been checked where it was kept. */
		if (!through)
			continue;
		if (!TREE_PUBLIC(caller) &&
		    callers_may_compare(a, caller, through, field, paired, depth - 1, call))
			continue;
		*call = e->call_stmt;
		return false;
	}
	return !node->address_taken;
}

/* Does a function of the unit that calls FUNCTION branch on what some record holds in FIELD? */
bool a_caller_compares(struct analysis *a, tree function, tree field)
{
	cgraph_node *node = cgraph_node::get(function);
	struct leaves wanted;

	wanted.visits = 0;
	wanted.all.safe_push(field);
	for (cgraph_edge *e = node ? node->callers : NULL; e; e = e->next_caller)
		if (e->caller->decl != function && has_body_in_ssa(e->caller->decl) &&
		    branches_on(a, DECL_STRUCT_FUNCTION(e->caller->decl), &wanted))
			return true;
	return false;
}
