/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Whether the result of a helper of layoutcheck.h, which may be NULL, was looked at
 * before bytes are read or written through it.
 */
#include "analysis.h"

#define DEPTH 16

/* Is VALUE a zero, by copies of it? */
static bool is_null(tree value)
{
	for (unsigned i = 0; i < DEPTH && TREE_CODE(value) == SSA_NAME; i++) {
		gimple *statement = SSA_NAME_DEF_STMT(value);

		if (SSA_NAME_IS_DEFAULT_DEF(value) || !gimple_assign_single_p(statement))
			return false;
		value = gimple_assign_rhs1(statement);
	}
	return integer_zerop(value);
}

/* Does VALUE, a pointer or an integer, come from what CALL returns, by conversions and copies alone? */
static bool is_result(tree value, gimple *call, unsigned depth)
{
	gimple *statement;

	if (TREE_CODE(value) != SSA_NAME || SSA_NAME_IS_DEFAULT_DEF(value) || depth > DEPTH)
		return false;
	statement = SSA_NAME_DEF_STMT(value);
	if (statement == call)
		return true;
	if (gimple_code(statement) == GIMPLE_PHI) {
		/* Where it was not called there is none. */
		for (unsigned i = 0; i < gimple_phi_num_args(statement); i++) {
			tree argument = gimple_phi_arg_def(statement, i);

			if (!is_null(argument) && !is_result(argument, call, depth + 1))
				return false;
		}
		return true;
	}
	if (gimple_call_builtin_p(statement, BUILT_IN_EXPECT))
		return is_result(gimple_call_arg(statement, 0), call, depth + 1);
	return is_gimple_assign(statement) &&
	       (CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(statement)) ||
		gimple_assign_rhs_code(statement) == SSA_NAME) &&
	       is_result(gimple_assign_rhs1(statement), call, depth + 1);
}

/* Does it follow from VALUE being TRUTH, not zero or zero, that CALL returned no NULL? */
static bool says_not_null(tree value, bool truth, gimple *call, unsigned depth)
{
	gimple *statement;
	tree first, second;
	bool is_zero;

	if (truth && is_result(value, call, 0))
		return true;
	if (TREE_CODE(value) != SSA_NAME || SSA_NAME_IS_DEFAULT_DEF(value) || depth > DEPTH)
		return false;
	statement = SSA_NAME_DEF_STMT(value);
	if (gimple_call_builtin_p(statement, BUILT_IN_EXPECT))
		return says_not_null(gimple_call_arg(statement, 0), truth, call, depth + 1);
	if (!is_gimple_assign(statement))
		return false;
	first = gimple_assign_rhs1(statement);
	second = gimple_num_ops(statement) > 2 ? gimple_assign_rhs2(statement) : NULL_TREE;
	is_zero = second && integer_zerop(second);
	switch (gimple_assign_rhs_code(statement)) {
	CASE_CONVERT:
	case SSA_NAME:
		return says_not_null(first, truth, call, depth + 1);
	case NE_EXPR:
		return is_zero && says_not_null(first, truth, call, depth + 1);
	case EQ_EXPR:
		return is_zero && says_not_null(first, !truth, call, depth + 1);
	case BIT_NOT_EXPR:
		return says_not_null(first, !truth, call, depth + 1);
	case BIT_AND_EXPR:
		return truth && (says_not_null(first, true, call, depth + 1) ||
				 says_not_null(second, true, call, depth + 1));
	case BIT_IOR_EXPR:
		return !truth && (says_not_null(first, false, call, depth + 1) ||
				  says_not_null(second, false, call, depth + 1));
	default:
		return false;
	}
}

/* Does edge E say that CALL returned no NULL? */
static bool edge_says_so(edge e, gimple *call)
{
	gimple *last = lc_last_stmt(e->src);
	bool truth = e->flags & EDGE_TRUE_VALUE;

	if (!last || gimple_code(last) != GIMPLE_COND || !integer_zerop(gimple_cond_rhs(last)))
		return false;
	if (gimple_cond_code(last) == EQ_EXPR)
		truth = !truth;
	else if (gimple_cond_code(last) != NE_EXPR)
		return false;
	return says_not_null(gimple_cond_lhs(last), truth, call, 0);
}

/*
 * Was what the helper behind ROOT returned compared with NULL on each way to STATEMENT? Of other
 * roots nothing is asked.
 */
bool is_looked_at(struct analysis *a, const struct root *root, gimple *statement)
{
	if (!root->call || !root->source || !root->source->helper || !root->source->null)
		return true;
	for (basic_block b = gimple_bb(statement); b;
	     b = get_immediate_dominator(CDI_DOMINATORS, b)) {
		edge e = only_way_into(b);

		a->work++;
		if (e && edge_says_so(e, root->call))
			return true;
		if (b == gimple_bb(root->call))
			break;
	}
	return false;
}
