/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Functions that answer a sum or product of their parameters, or the largest
 * number of their type where that has no room. Told by what they do: the answer
 * merges what __builtin_add_overflow () and its kin give with that number.
 */
#include "across.h"

#define MOST_COPIES 8
#define MOST_BLOCKS 6
#define MOST_CALLS 2 /* one inside the other that only hand a truth value on */

/* The constant that VALUE is a name for, or NULL. */
static tree constant_behind(tree value)
{
	for (unsigned i = 0; i < MOST_COPIES && TREE_CODE(value) == SSA_NAME; i++) {
		gimple *statement = SSA_NAME_DEF_STMT(value);

		if (SSA_NAME_IS_DEFAULT_DEF(value) || !gimple_assign_single_p(statement))
			return NULL_TREE;
		value = gimple_assign_rhs1(statement);
	}
	return TREE_CODE(value) == INTEGER_CST ? value : NULL_TREE;
}

/* The only value that FUN returns, or NULL. */
static tree returned_by(function *fun)
{
	tree value = NULL_TREE;
	basic_block block;

	FOR_EACH_BB_FN(block, fun) {
		gimple *last = lc_last_stmt(block);

		if (!last || gimple_code(last) != GIMPLE_RETURN)
			continue;
		if (value)
			return NULL_TREE;
		value = gimple_return_retval(as_a<greturn *>(last));
	}
	return value;
}

/*
 * What the truth value VALUE is true exactly with: followed back through
 * conversions, comparisons with zero and calls that hand on what they are given.
 */
static tree truth_behind(tree value, unsigned calls)
{
	for (unsigned i = 0; i < 2 * MOST_COPIES && TREE_CODE(value) == SSA_NAME; i++) {
		gimple *statement = SSA_NAME_DEF_STMT(value);
		enum tree_code code;
		tree from;

		if (SSA_NAME_IS_DEFAULT_DEF(value))
			break;
		if (gimple_call_builtin_p(statement, BUILT_IN_EXPECT)) {
			value = gimple_call_arg(statement, 0);
			continue;
		}
		if (is_gimple_call(statement)) {
			tree callee = gimple_call_fndecl(statement);

			if (!calls || gimple_call_num_args(statement) != 1 ||
			    !has_body_in_ssa(callee) || TREE_PUBLIC(callee))
				break;
			from = returned_by(DECL_STRUCT_FUNCTION(callee));
			from = from ? truth_behind(from, calls - 1) : NULL_TREE;
			if (!from || TREE_CODE(from) != SSA_NAME ||
			    !SSA_NAME_IS_DEFAULT_DEF(from) ||
			    SSA_NAME_VAR(from) != DECL_ARGUMENTS(callee))
				break;
			value = gimple_call_arg(statement, 0);
			continue;
		}
		if (!is_gimple_assign(statement) || gimple_assign_load_p(statement))
			break;
		code = gimple_assign_rhs_code(statement);
		from = gimple_assign_rhs1(statement);
		if (code == NE_EXPR ? !integer_zerop(gimple_assign_rhs2(statement)) :
				      code != SSA_NAME && !CONVERT_EXPR_CODE_P(code))
			break;
		value = from;
	}
	return value;
}

/* The call whose overflow VALUE, one or none, tells; or NULL. */
static gimple *overflow_behind(tree value)
{
	gimple *statement;
	tree checked;

	value = truth_behind(value, MOST_CALLS);
	statement = TREE_CODE(value) == SSA_NAME ? SSA_NAME_DEF_STMT(value) : NULL;
	if (!statement || !is_gimple_assign(statement) ||
	    gimple_assign_rhs_code(statement) != IMAGPART_EXPR)
		return NULL;
	checked = TREE_OPERAND(gimple_assign_rhs1(statement), 0);
	statement = TREE_CODE(checked) == SSA_NAME ? SSA_NAME_DEF_STMT(checked) : NULL;
	return statement && is_gimple_call(statement) && gimple_call_internal_p(statement) ?
		       statement :
		       NULL;
}

/* The call whose outcome VALUE is, overflow or not; or NULL. It may have been kept in memory. */
static gimple *outcome_behind(struct analysis *b, tree value)
{
	struct lc_linear e = linear_of(b, value);
	gimple *statement;
	tree checked;

	if (!e.valid || e.n != 1 || e.constant || e.terms[0].coefficient != 1 ||
	    b->terms[e.terms[0].term].kind != TERM_SSA)
		return NULL;
	statement = SSA_NAME_DEF_STMT(b->terms[e.terms[0].term].node);
	if (!statement || !is_gimple_assign(statement) ||
	    gimple_assign_rhs_code(statement) != REALPART_EXPR)
		return NULL;
	checked = TREE_OPERAND(gimple_assign_rhs1(statement), 0);
	statement = TREE_CODE(checked) == SSA_NAME ? SSA_NAME_DEF_STMT(checked) : NULL;
	return statement && is_gimple_call(statement) && gimple_call_internal_p(statement) &&
			       gimple_call_num_args(statement) == 2 ?
		       statement :
		       NULL;
}

/* Is E, into the merge of the answer, taken exactly when CHECKED overflows (OVERFLOW) or does not? */
static bool is_way_of(edge e, basic_block merge, gimple *checked, bool overflow)
{
	gimple *last;

	/* A block that only names the answer. */
	while (single_pred_p(e->src) && single_succ_p(e->src))
		e = single_pred_edge(e->src);
	last = lc_last_stmt(e->src);
	return last && gimple_code(last) == GIMPLE_COND &&
	       e->src == get_immediate_dominator(CDI_DOMINATORS, merge) &&
	       gimple_bb(checked) == e->src && integer_zerop(gimple_cond_rhs(last)) &&
	       (gimple_cond_code(last) == NE_EXPR || gimple_cond_code(last) == EQ_EXPR) &&
	       overflow_behind(gimple_cond_lhs(last)) == checked &&
	       !!(e->flags & EDGE_TRUE_VALUE) == (overflow == (gimple_cond_code(last) == NE_EXPR));
}

/*
 * Says in S if the function under analysis B answers LEFT CODE RIGHT, in its own
 * words, unless that overflows, and then the largest number of the type.
 */
void find_saturation(struct analysis *b, struct summary *s)
{
	tree value = returned_by(b->fun), type, constant;
	gimple *made, *checked = NULL;
	edge most = NULL, other = NULL;

	if (n_basic_blocks_for_fn(b->fun) > NUM_FIXED_BLOCKS + MOST_BLOCKS || !value ||
	    !INTEGRAL_TYPE_P(TREE_TYPE(value)) || !TYPE_UNSIGNED(TREE_TYPE(value)))
		return;
	type = TREE_TYPE(value);
	while (TREE_CODE(value) == SSA_NAME &&
	       gimple_assign_ssa_name_copy_p(SSA_NAME_DEF_STMT(value)))
		value = gimple_assign_rhs1(SSA_NAME_DEF_STMT(value));
	made = TREE_CODE(value) == SSA_NAME ? SSA_NAME_DEF_STMT(value) : NULL;
	if (!made || gimple_code(made) != GIMPLE_PHI || gimple_phi_num_args(made) != 2)
		return;
	for (unsigned i = 0; i < 2; i++) {
		constant = constant_behind(gimple_phi_arg_def(made, i));
		if (constant &&
		    wi::to_wide(constant) == wi::max_value(TYPE_PRECISION(type), UNSIGNED)) {
			most = gimple_phi_arg_edge(as_a<gphi *>(made), i);
		} else {
			other = gimple_phi_arg_edge(as_a<gphi *>(made), i);
			checked = outcome_behind(b, gimple_phi_arg_def(made, i));
		}
	}
	if (!most || !other || !checked || !is_way_of(most, gimple_bb(made), checked, true) ||
	    !is_way_of(other, gimple_bb(made), checked, false))
		return;
	if (gimple_call_internal_fn(checked) == IFN_ADD_OVERFLOW)
		s->saturation.code = PLUS_EXPR;
	else if (gimple_call_internal_fn(checked) == IFN_MUL_OVERFLOW)
		s->saturation.code = MULT_EXPR;
	s->saturation.left = gimple_call_arg(checked, 0);
	s->saturation.right = gimple_call_arg(checked, 1);
}

/*
 * Does CALL answer LEFT CODE RIGHT, of the type of its answer, unless that
 * overflows? Then it answers the largest number of the type.
 */
bool is_saturating(struct analysis *a, gimple *call, enum tree_code *code, tree *left, tree *right)
{
	struct summary *s = summary_of_call(a, call);
	struct passage p = {};

	if (!s || !s->saturation.left)
		return false;
	p.a = a;
	p.call = call;
	p.words = &s->words;
	*code = s->saturation.code;
	*left = value_in_caller(&p, s->saturation.left);
	*right = value_in_caller(&p, s->saturation.right);
	return *left && *right;
}
