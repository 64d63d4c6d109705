/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * When an access that is not proven is a finding: whether something that is
 * seen here could have compared the length all the same.
 */
#include "analysis.h"

/* The parameter that POINTER is, or is loaded through: skb of skb->data, hdev of hdev->skb->data. */
static tree parameter_behind(tree pointer)
{
	for (unsigned i = 0; i < 6 && TREE_CODE(pointer) == SSA_NAME; i++) {
		gimple *statement = SSA_NAME_DEF_STMT(pointer);
		tree base;

		if (SSA_NAME_IS_DEFAULT_DEF(pointer))
			return SSA_NAME_VAR(pointer);
		if (!is_gimple_assign(statement))
			return NULL_TREE;
		if (!gimple_assign_load_p(statement)) {
			pointer = gimple_assign_rhs1(statement);
			continue;
		}
		base = base_of(gimple_assign_rhs1(statement));
		if (!base || TREE_CODE(base) != MEM_REF)
			return NULL_TREE;
		pointer = TREE_OPERAND(base, 0);
	}
	return NULL_TREE;
}

/* The field of ROOT's struct that holds the length, or NULL. */
static tree length_field_of(const struct root *root)
{
	if (!root->load || !root->pair)
		return NULL_TREE;
	for (tree field = TYPE_FIELDS(DECL_CONTEXT(TREE_OPERAND(root->load, 1))); field;
	     field = DECL_CHAIN(field))
		if (DECL_NAME(field) &&
		    !strcmp(IDENTIFIER_POINTER(DECL_NAME(field)), root->pair->length))
			return field;
	return NULL_TREE;
}

#define SPEAKING_DEPTH 5

/* Does VALUE, or what it is worked out from, speak of LENGTH, or of any FIELD of its kind? */
static bool speaks_of(struct analysis *a, tree value, const struct lc_length *length, tree field,
		      unsigned depth)
{
	struct lc_linear e;
	gimple *statement;

	if (TREE_CODE(value) != SSA_NAME || depth > SPEAKING_DEPTH)
		return false;
	a->work++;
	e = linear_of(a, value);
	for (unsigned i = 0; i < e.n; i++) {
		struct term *term = &a->terms[e.terms[i].term];

		if (lc_linear_coefficient(&length->value, e.terms[i].term) ||
		    (field && term->kind == TERM_LOAD && TREE_CODE(term->node) == COMPONENT_REF &&
		     TREE_OPERAND(term->node, 1) == field))
			return true;
	}
	statement = SSA_NAME_DEF_STMT(value);
	if (SSA_NAME_IS_DEFAULT_DEF(value) || gimple_code(statement) == GIMPLE_PHI)
		return false;
	if (is_gimple_assign(statement) && !gimple_assign_load_p(statement)) {
		for (unsigned i = 1; i < gimple_num_ops(statement); i++)
			if (speaks_of(a, gimple_op(statement, i), length, field, depth + 1))
				return true;
	} else if (gimple_call_builtin_p(statement, BUILT_IN_EXPECT)) {
		return speaks_of(a, gimple_call_arg(statement, 0), length, field, depth + 1);
	}
	return false;
}

/* Could CALL compare LENGTH, or make room: does it get the length, or the record that holds it? */
static bool call_may_compare(struct analysis *a, gimple *call, const struct lc_length *length,
			     tree field)
{
	tree callee = gimple_call_fndecl(call);

	if (callee && DECL_NAME(callee) && field) {
		const struct lc_model_guard *guard =
			lc_model_find_guard(a->model, IDENTIFIER_POINTER(DECL_NAME(callee)));

		if (guard && guard->always)
			return true;
	}
	if (!gimple_call_lhs(call))
		return false;
	for (unsigned i = 0; i < gimple_call_num_args(call); i++) {
		tree argument = gimple_call_arg(call, i);

		if (TREE_CODE(argument) != SSA_NAME)
			continue;
		if (field && points_to_record(TREE_TYPE(argument)) &&
		    TYPE_MAIN_VARIANT(TREE_TYPE(TREE_TYPE(argument))) ==
			    TYPE_MAIN_VARIANT(DECL_CONTEXT(field)))
			return true;
		if (INTEGRAL_TYPE_P(TREE_TYPE(argument)) && speaks_of(a, argument, length, field, 0))
			return true;
	}
	return false;
}

/* Is COND a conjunction or disjunction of which one outcome says nothing of the parts? */
static bool is_combination(gimple *cond)
{
	tree value = gimple_cond_lhs(cond);

	for (unsigned i = 0; i < SPEAKING_DEPTH && TREE_CODE(value) == SSA_NAME; i++) {
		gimple *statement = SSA_NAME_DEF_STMT(value);

		if (gimple_call_builtin_p(statement, BUILT_IN_EXPECT)) {
			value = gimple_call_arg(statement, 0);
			continue;
		}
		if (!is_gimple_assign(statement) || gimple_assign_load_p(statement))
			return false;
		if (gimple_assign_rhs_code(statement) == BIT_AND_EXPR ||
		    gimple_assign_rhs_code(statement) == BIT_IOR_EXPR)
			return TYPE_PRECISION(TREE_TYPE(value)) == 1;
		value = gimple_assign_rhs1(statement);
	}
	return false;
}

/*
 * Could the branch at the end of block GUARD be what covers an access in block
 * ACCESS? Not if it comes after it, and not if control surely also gets to the
 * access around it: by a merge right above that GUARD does not dominate, or
 * past a condition one outcome of which says nothing of its parts.
 */
static bool may_cover(basic_block guard, basic_block access)
{
	basic_block b = access;

	if (dominated_by_p(CDI_DOMINATORS, guard, access))
		return false;
	while (single_pred_p(b) && single_succ_p(single_pred(b)))
		b = single_pred(b);
	if (EDGE_COUNT(b->preds) >= 2) {
		basic_block above = get_immediate_dominator(CDI_DOMINATORS, b);

		/* Right above the merge: both its outcomes come here. */
		if (guard == above)
			return false;
		return dominated_by_p(CDI_DOMINATORS, b, guard) ||
		       !dominated_by_p(CDI_DOMINATORS, guard, above);
	}
	return !single_pred_p(b) || single_pred(b) != guard || !is_combination(lc_last_stmt(guard));
}

/* Is VALUE worked out as a remainder or with a mask: does a test of it say that a length is a multiple? */
static bool is_remainder(tree value, unsigned depth)
{
	gimple *statement;

	if (TREE_CODE(value) != SSA_NAME || depth > SPEAKING_DEPTH || SSA_NAME_IS_DEFAULT_DEF(value))
		return false;
	statement = SSA_NAME_DEF_STMT(value);
	if (!is_gimple_assign(statement) || gimple_assign_load_p(statement))
		return false;
	if (gimple_assign_rhs_code(statement) == TRUNC_MOD_EXPR ||
	    (gimple_assign_rhs_code(statement) == BIT_AND_EXPR && TYPE_PRECISION(TREE_TYPE(value)) > 1))
		return true;
	for (unsigned i = 1; i < gimple_num_ops(statement); i++)
		if (is_remainder(gimple_op(statement, i), depth + 1))
			return true;
	return false;
}

/* Is the length tested for being a multiple of something? */
static bool is_multiple_tested(struct analysis *a, const struct root *root,
			       const struct lc_length *length)
{
	tree field = length_field_of(root);
	basic_block block;

	FOR_EACH_BB_FN(block, a->fun) {
		gimple *last = lc_last_stmt(block);

		if (last && gimple_code(last) == GIMPLE_COND &&
		    (speaks_of(a, gimple_cond_lhs(last), length, field, 0) ||
		     speaks_of(a, gimple_cond_rhs(last), length, field, 0)) &&
		    (is_remainder(gimple_cond_lhs(last), 0) || is_remainder(gimple_cond_rhs(last), 0)))
			return true;
	}
	return false;
}

/* Does STATEMENT run before ACCESS on some way, as far as blocks tell? */
static bool may_precede(gimple *statement, gimple *access)
{
	if (gimple_bb(statement) != gimple_bb(access))
		return !dominated_by_p(CDI_DOMINATORS, gimple_bb(statement), gimple_bb(access));
	for (gimple_stmt_iterator gsi = gsi_for_stmt(statement); !gsi_end_p(gsi); gsi_next(&gsi))
		if (gsi_stmt(gsi) == access)
			return true;
	return false;
}

/* Does a call before ACCESS get the length as a number, and say something back? */
static bool is_handed_on(struct analysis *a, gimple *access, const struct lc_length *length)
{
	basic_block block;

	FOR_EACH_BB_FN(block, a->fun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi); gsi_next(&gsi))
			if (is_gimple_call(gsi_stmt(gsi)) && may_precede(gsi_stmt(gsi), access) &&
			    call_may_compare(a, gsi_stmt(gsi), length, NULL_TREE))
				return true;
	return false;
}

/*
 * Why an open ACCESS is no finding, or NULL if it is one. *SOMETIMES: the
 * length is compared, but not on every way here.
 */
static const char *why_silent(struct analysis *a, gimple *access, const struct root *root,
			      const struct lc_length *length, bool *sometimes)
{
	tree field = length_field_of(root);
	basic_block block;

	if (!TREE_PUBLIC(a->fun->decl) && root->node && parameter_behind(root->node))
		return "the callers of this static function may have compared it";
	FOR_EACH_BB_FN(block, a->fun) {
		gimple *last = lc_last_stmt(block);

		if (!last || gimple_code(last) != GIMPLE_COND ||
		    (!speaks_of(a, gimple_cond_lhs(last), length, field, 0) &&
		     !speaks_of(a, gimple_cond_rhs(last), length, field, 0)))
			continue;
		if (may_cover(block, gimple_bb(access)))
			return "a guard elsewhere in the function may cover it";
		*sometimes |= may_precede(last, access);
	}
	FOR_EACH_BB_FN(block, a->fun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi); gsi_next(&gsi))
			if (is_gimple_call(gsi_stmt(gsi)) && may_precede(gsi_stmt(gsi), access) &&
			    call_may_compare(a, gsi_stmt(gsi), length, field))
				return "a function that was called may have compared it";
	return NULL;
}

/* Fills in of NEED, with its length known, what decides whether an open verdict is a finding. */
void decide_to_speak(struct analysis *a, gimple *access, const struct root *root,
		     struct lc_need *need)
{
	if (need->length)
		need->silent = why_silent(a, access, root, need->length, &need->sometimes);
	/* An offset that varies is judged by what bounds it, unless its steps could add up. */
	need->may_add_up = !TREE_PUBLIC(a->fun->decl) ||
			   (need->length && (is_multiple_tested(a, root, need->length) ||
					     is_handed_on(a, access, need->length)));
}
