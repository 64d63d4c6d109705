/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Lengths out of the bytes that are compared with how many there are, and with
 * nothing else: then the record may have as few as none behind its header.
 */
#include "lengths.h"

#define MOST_BACK 5

/* What the value of T is loaded from, but for the order of its bytes; or NULL. */
static tree reference_behind(struct analysis *a, lc_term t)
{
	tree value = a->terms[t].node;

	if (a->terms[t].kind == TERM_LOAD)
		return value;
	if (a->terms[t].kind != TERM_SSA)
		return NULL_TREE;
	for (unsigned i = 0; i < MOST_BACK && TREE_CODE(value) == SSA_NAME; i++) {
		gimple *statement = SSA_NAME_DEF_STMT(value);

		if (SSA_NAME_IS_DEFAULT_DEF(value))
			return NULL_TREE;
		if (gimple_assign_load_p(statement))
			return gimple_assign_rhs1(statement);
		if (is_gimple_call(statement) && called_name(statement) && swaps_bytes(statement))
			value = gimple_call_arg(statement, 0);
		else if (is_gimple_assign(statement) &&
			 CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(statement)))
			value = gimple_assign_rhs1(statement);
		else
			return NULL_TREE;
	}
	return NULL_TREE;
}

static bool is_of_root(struct analysis *a, tree reference, const struct root *root)
{
	tree base = base_of(reference);
	struct root other;

	if (!base || TREE_CODE(base) != MEM_REF || TREE_CODE(TREE_OPERAND(base, 0)) != SSA_NAME)
		return false;
	other = root_of(a, TREE_OPERAND(base, 0));
	return other.start.valid && lc_linear_equal(&other.start, &root->start);
}

/* Are the two certainly different bytes: a constant apart? */
static bool is_apart(struct analysis *a, tree one, tree other)
{
	bool known, also;
	struct lc_linear first = address_of_reference(a, one, &known),
			 second = address_of_reference(a, other, &also);

	second = lc_linear_add(&second, &first, -1);
	return known && also && second.valid && lc_linear_is_constant(&second) && second.constant;
}

/* Is VALUE worked out from the member that REFERENCE is, of the same record or another of ROOT? */
static bool speaks_of(struct analysis *a, tree value, tree reference, const struct root *root,
		      unsigned depth)
{
	gimple *statement;
	tree load;

	/* How far a pointer has come, or what the turns before have left, is how much there is. */
	if (TREE_CODE(value) != SSA_NAME || SSA_NAME_IS_DEFAULT_DEF(value) ||
	    POINTER_TYPE_P(TREE_TYPE(value)))
		return false;
	if (depth > MOST_BACK)
		return true;
	a->work++;
	statement = SSA_NAME_DEF_STMT(value);
	if (gimple_assign_load_p(statement)) {
		load = gimple_assign_rhs1(statement);
		return TREE_CODE(load) == COMPONENT_REF && TREE_CODE(reference) == COMPONENT_REF ?
			       TREE_OPERAND(load, 1) == TREE_OPERAND(reference, 1) :
			       is_of_root(a, load, root) && !is_apart(a, load, reference);
	}
	if (gimple_code(statement) == GIMPLE_PHI) {
		for (unsigned i = 0; i < gimple_phi_num_args(statement); i++)
			if (!dominated_by_p(CDI_DOMINATORS,
					    gimple_phi_arg_edge(as_a<gphi *>(statement), i)->src,
					    gimple_bb(statement)) &&
			    speaks_of(a, gimple_phi_arg_def(statement, i), reference, root,
				      depth + 2))
				return true;
		return false;
	}
	for (unsigned i = 1; i < gimple_num_ops(statement); i++)
		if (gimple_op(statement, i) &&
		    speaks_of(a, gimple_op(statement, i), reference, root, depth + 1))
			return true;
	return false;
}

/* Does the branch at the end of GUARD give facts of T on the way to BLOCK, so that the judge sees what it says? */
static bool gives_facts(struct analysis *a, basic_block guard, basic_block block, lc_term t)
{
	for (; block; block = get_immediate_dominator(CDI_DOMINATORS, block)) {
		auto_vec<lc_fact *> *facts;

		a->work++;
		if (!single_pred_p(block) || single_pred(block) != guard)
			continue;
		facts = guards_at(a, block);
		for (unsigned i = 0; facts && i < facts->length(); i++)
			if (lc_linear_coefficient(&(*facts)[i]->nonnegative, t))
				return true;
		return false;
	}
	return false;
}

/* Could CALL have looked into the bytes of ROOT, and answered whether they will do? */
static bool may_answer(struct analysis *a, gimple *call, const struct root *root)
{
	tree lhs = gimple_call_lhs(call);

	if (!lhs || !INTEGRAL_TYPE_P(TREE_TYPE(lhs)) || gimple_call_builtin_p(call) ||
	    read_by_call(call))
		return false;
	for (unsigned i = 0; i < gimple_call_num_args(call); i++) {
		tree argument = gimple_call_arg(call, i);
		struct root other;

		if (!POINTER_TYPE_P(TREE_TYPE(argument)))
			continue;
		other = root_of(a, argument);
		if (other.start.valid && lc_linear_equal(&other.start, &root->start))
			return true;
	}
	return false;
}

/* Is T a number, none less than 0, out of the bytes that NEED is of, that nothing else here compares? */
bool is_unheeded(const struct lc_need *need, lc_term t)
{
	struct analysis *a = (struct analysis *)need->flow->context;
	const struct root *root = need->end ? a->terms[need->end].root : NULL;
	gimple *access = a->points[need->point].statement;
	tree reference = reference_behind(a, t);
	basic_block block;

	if (!root || !access || !reference || !TYPE_UNSIGNED(TREE_TYPE(reference)) ||
	    !is_of_root(a, reference, root))
		return false;
	FOR_EACH_BB_FN(block, a->fun) {
		gimple *last = lc_last_stmt(block);

		if (last && gimple_code(last) == GIMPLE_SWITCH &&
		    speaks_of(a, gimple_switch_index(as_a<gswitch *>(last)), reference, root, 0))
			return false;
		if (last && gimple_code(last) == GIMPLE_COND &&
		    (speaks_of(a, gimple_cond_lhs(last), reference, root, 0) ||
		     speaks_of(a, gimple_cond_rhs(last), reference, root, 0)) &&
		    !gives_facts(a, block, gimple_bb(access), t) &&
		    may_cover(a, block, gimple_bb(access)))
			return false;
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
		     gsi_next(&gsi)) {
			a->work++;
			if (is_gimple_call(gsi_stmt(gsi)) && gsi_stmt(gsi) != access &&
			    may_precede(gsi_stmt(gsi), access) &&
			    may_answer(a, gsi_stmt(gsi), root))
				return false;
		}
	}
	return !a->exhausted;
}
