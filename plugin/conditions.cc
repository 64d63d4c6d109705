/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What branches say: the condition at the end of a block as facts on each of
 * its ways out, through truth values, merges and calls of the model.
 */
#include "across.h"

#define MAX_CONDITION_DEPTH 8

/* A comparison in words, a strict one against a constant as the bound that it gives. */
static const char *comparison_text(struct analysis *a, tree left, enum tree_code code, tree right)
{
	struct lc_arena *arena = &a->unit->arena;
	const char *sign = code == LT_EXPR ? "<" :
			   code == LE_EXPR ? "<=" :
			   code == GT_EXPR ? ">" :
			   code == GE_EXPR ? ">=" :
			   code == EQ_EXPR ? "==" :
					     "!=";

	if (TREE_CODE(right) == INTEGER_CST && tree_fits_shwi_p(right)) {
		HOST_WIDE_INT bound = tree_to_shwi(right);

		if (code == GT_EXPR)
			return lc_arena_printf(arena, "%s >= %lld", describe(arena, left),
					       (long long)bound + 1);
		if (code == LT_EXPR)
			return lc_arena_printf(arena, "%s <= %lld", describe(arena, left),
					       (long long)bound - 1);
	}
	return lc_arena_printf(arena, "%s %s %s", describe(arena, left), sign,
			       describe(arena, right));
}

/*
 * The unsigned value of which VALUE is a conversion to a signed type as wide,
 * or NULL: GCC writes x >= 128, x of 8 bits, as (signed char)x < 0.
 */
static tree unsigned_behind(tree value)
{
	gimple *statement = TREE_CODE(value) == SSA_NAME ? SSA_NAME_DEF_STMT(value) : NULL;
	tree from;

	if (!statement || !is_gimple_assign(statement) ||
	    !CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(statement)))
		return NULL_TREE;
	from = gimple_assign_rhs1(statement);
	return INTEGRAL_TYPE_P(TREE_TYPE(value)) && !TYPE_UNSIGNED(TREE_TYPE(value)) &&
			       INTEGRAL_TYPE_P(TREE_TYPE(from)) && TYPE_UNSIGNED(TREE_TYPE(from)) &&
			       TYPE_PRECISION(TREE_TYPE(from)) ==
				       TYPE_PRECISION(TREE_TYPE(value)) &&
			       TYPE_PRECISION(TREE_TYPE(from)) < 64 ?
		       from :
		       NULL_TREE;
}

/*
 * LEFT, x + c in an unsigned type that it may wrap in, is at most RIGHT: so GCC
 * writes that x is within a range. Both its ends are facts, if neither wraps.
 */
static bool add_range(struct analysis *a, auto_vec<lc_fact *> *facts, tree left, tree right,
		      location_t where)
{
	gimple *sum = TREE_CODE(left) == SSA_NAME ? SSA_NAME_DEF_STMT(left) : NULL;
	tree type = TREE_TYPE(left), x;
	struct lc_linear value;
	wide_int low, high;
	wi::overflow_type overflows;

	if (!sum || !is_gimple_assign(sum) || gimple_assign_rhs_code(sum) != PLUS_EXPR ||
	    !INTEGRAL_TYPE_P(type) || !TYPE_UNSIGNED(type) || TREE_CODE(right) != INTEGER_CST ||
	    TREE_CODE(gimple_assign_rhs2(sum)) != INTEGER_CST)
		return false;
	low = wi::neg(wi::to_wide(gimple_assign_rhs2(sum)));
	high = wi::add(low, wi::to_wide(right), UNSIGNED, &overflows);
	x = gimple_assign_rhs1(sum);
	value = linear_of(a, x);
	if (overflows || !value.valid || !value.n || !wi::fits_shwi_p(low) ||
	    !wi::fits_shwi_p(high) || wi::neg_p(low) || wi::neg_p(high))
		return false;
	add_fact(a, facts, LC_FACT_GUARD, lc_linear_plus(&value, -low.to_shwi()), where,
		 lc_arena_printf(&a->unit->arena, "%s >= %lld", describe(&a->unit->arena, x),
				 (long long)low.to_shwi()),
		 NULL);
	value = lc_linear_scale(&value, -1);
	add_fact(a, facts, LC_FACT_GUARD, lc_linear_plus(&value, high.to_shwi()), where,
		 lc_arena_printf(&a->unit->arena, "%s <= %lld", describe(&a->unit->arena, x),
				 (long long)high.to_shwi()),
		 NULL);
	return true;
}

/* Does VALUE come in as the number of bytes somewhere, which is not negative? */
static bool is_length_parameter(struct analysis *a, tree value)
{
	return TREE_CODE(value) == SSA_NAME && SSA_NAME_IS_DEFAULT_DEF(value) &&
	       is_length_of_some(a, value);
}

static void add_comparison(struct analysis *a, auto_vec<lc_fact *> *facts, tree left,
			   enum tree_code code, tree right, location_t where)
{
	struct lc_linear l, r, difference;
	const char *text;
	tree behind;

	if (!INTEGRAL_TYPE_P(TREE_TYPE(left)) && !POINTER_TYPE_P(TREE_TYPE(left)))
		return;
	if ((code == LT_EXPR || code == GE_EXPR) && integer_zerop(right) &&
	    (behind = unsigned_behind(left))) {
		tree half =
			build_int_cstu(TREE_TYPE(behind),
				       HOST_WIDE_INT_1U << (TYPE_PRECISION(TREE_TYPE(behind)) - 1));

		add_comparison(a, facts, behind, code == LT_EXPR ? GE_EXPR : LT_EXPR, half, where);
	}
	if (code == LE_EXPR && add_range(a, facts, left, right, where))
		return;
	l = linear_of(a, left);
	r = linear_of(a, right);
	difference = lc_linear_add(&l, &r, -1);
	if (!difference.valid || !difference.n)
		return;
	text = comparison_text(a, left, code, right);
	switch (code) {
	case GT_EXPR:
		add_fact(a, facts, LC_FACT_GUARD, lc_linear_plus(&difference, -1), where, text,
			 NULL);
		break;
	case GE_EXPR:
		add_fact(a, facts, LC_FACT_GUARD, difference, where, text, NULL);
		break;
	case LT_EXPR:
		difference = lc_linear_scale(&difference, -1);
		add_fact(a, facts, LC_FACT_GUARD, lc_linear_plus(&difference, -1), where, text,
			 NULL);
		break;
	case LE_EXPR:
		add_fact(a, facts, LC_FACT_GUARD, lc_linear_scale(&difference, -1), where, text,
			 NULL);
		break;
	case EQ_EXPR:
		add_equal(a, facts, LC_FACT_GUARD, difference, where, text, NULL);
		break;
	case NE_EXPR:
		/* Not negative, and not zero: at least one. */
		if (integer_zerop(right) && INTEGRAL_TYPE_P(TREE_TYPE(left)) &&
		    (TYPE_UNSIGNED(TREE_TYPE(left)) || is_length_parameter(a, left)))
			add_fact(a, facts, LC_FACT_GUARD, lc_linear_plus(&difference, -1), where,
				 lc_arena_printf(&a->unit->arena, "%s >= 1",
						 describe(&a->unit->arena, left)),
				 NULL);
		break;
	default:
		break;
	}
}

static void add_condition(struct analysis *a, auto_vec<lc_fact *> *facts, tree left,
			  enum tree_code code, tree right, bool truth, location_t where,
			  unsigned depth);

/* VALUE, or the constant that it is a name for: nothing has been propagated yet. */
static tree constant_behind(tree value)
{
	gimple *statement = TREE_CODE(value) == SSA_NAME ? SSA_NAME_DEF_STMT(value) : NULL;

	if (statement && gimple_assign_single_p(statement) &&
	    TREE_CODE(gimple_assign_rhs1(statement)) == INTEGER_CST)
		return gimple_assign_rhs1(statement);
	return value;
}

/* What VALUE is a mere copy of. */
static tree copied_from(tree value)
{
	for (unsigned i = 0; i < MAX_CONDITION_DEPTH && TREE_CODE(value) == SSA_NAME &&
			     gimple_assign_ssa_name_copy_p(SSA_NAME_DEF_STMT(value));
	     i++)
		value = gimple_assign_rhs1(SSA_NAME_DEF_STMT(value));
	return value;
}

/* A merge of truth values: if only one way in can give TRUTH, that way was taken. */
static void add_merge(struct analysis *a, auto_vec<lc_fact *> *facts, gphi *phi, bool truth,
		      location_t where, unsigned depth)
{
	struct lc_linear merged, came;
	int way = -1;
	tree value;

	for (unsigned i = 0; i < gimple_phi_num_args(phi); i++) {
		value = constant_behind(gimple_phi_arg_def(phi, i));
		if (TREE_CODE(value) == INTEGER_CST && integer_zerop(value) == truth)
			continue;
		if (way >= 0)
			return;
		way = (int)i;
	}
	/* What held in the turn before this one of a loop speaks of values that have changed since. */
	if (way < 0 ||
	    dominated_by_p(CDI_DOMINATORS, gimple_phi_arg_edge(phi, way)->src, gimple_bb(phi)))
		return;
	value = gimple_phi_arg_def(phi, way);
	facts_of_edge(a, gimple_phi_arg_edge(phi, way), facts, depth);
	/* The merge is what came that way: a pointer that is NULL on the others, for one. */
	merged = lc_linear_term(term_of_ssa(a, gimple_phi_result(phi)));
	came = linear_of(a, value);
	add_equal(a, facts, LC_FACT_VALUE, lc_linear_add(&merged, &came, -1), UNKNOWN_LOCATION,
		  NULL, NULL);
	for (basic_block b = gimple_phi_arg_edge(phi, way)->src;
	     b && b != gimple_bb(phi) && !dominated_by_p(CDI_DOMINATORS, gimple_bb(phi), b);
	     b = get_immediate_dominator(CDI_DOMINATORS, b)) {
		auto_vec<lc_fact *> *there = guards_at(a, b);

		for (unsigned i = 0; there && i < there->length(); i++)
			facts->safe_push((*there)[i]);
	}
	if (TREE_CODE(value) == SSA_NAME)
		add_condition(a, facts, value, NE_EXPR,
			      build_zero_cst(TREE_TYPE(gimple_phi_result(phi))), truth, where,
			      depth);
}

/* CHECKED, what __builtin_add_overflow() and its kin gave, did not overflow: it is the sum. */
static void add_exact(struct analysis *a, auto_vec<lc_fact *> *facts, tree checked,
		      location_t where)
{
	gimple *call = TREE_CODE(checked) == SSA_NAME ? SSA_NAME_DEF_STMT(checked) : NULL, *use;
	enum tree_code code;
	struct lc_linear result;
	imm_use_iterator it;

	if (!call || !is_gimple_call(call) || !gimple_call_internal_p(call))
		return;
	switch (gimple_call_internal_fn(call)) {
	case IFN_ADD_OVERFLOW:
		code = PLUS_EXPR;
		break;
	case IFN_SUB_OVERFLOW:
		code = MINUS_EXPR;
		break;
	case IFN_MUL_OVERFLOW:
		code = MULT_EXPR;
		break;
	default:
		return;
	}
	result = linear_combination(a, code, gimple_call_arg(call, 0), gimple_call_arg(call, 1));
	FOR_EACH_IMM_USE_STMT(use, it, checked)
	{
		struct lc_linear value;

		if (!is_gimple_assign(use) || gimple_assign_rhs_code(use) != REALPART_EXPR ||
		    TREE_CODE(gimple_assign_lhs(use)) != SSA_NAME)
			continue;
		value = lc_linear_term(term_of_ssa(a, gimple_assign_lhs(use)));
		add_equal(a, facts, LC_FACT_GUARD, lc_linear_add(&value, &result, -1), where,
			  lc_arena_printf(&a->unit->arena, "'%s' did not overflow",
					  describe(&a->unit->arena, gimple_assign_lhs(use))),
			  NULL);
	}
}

/* Is NAME, of an integer type, one or none: whether something overflowed? */
static bool is_overflow_flag(tree name)
{
	gimple *statement = SSA_NAME_DEF_STMT(name);

	return is_gimple_assign(statement) && gimple_assign_rhs_code(statement) == IMAGPART_EXPR;
}

/* Is LEFT, a truth value, TRUTH: what made it so holds. */
static void add_truth(struct analysis *a, auto_vec<lc_fact *> *facts, tree name, bool truth,
		      location_t where, unsigned depth)
{
	gimple *statement = SSA_NAME_DEF_STMT(name);
	enum tree_code code;
	tree rhs;

	if (SSA_NAME_IS_DEFAULT_DEF(name))
		return;
	if (gimple_code(statement) == GIMPLE_PHI) {
		add_merge(a, facts, as_a<gphi *>(statement), truth, where, depth);
		return;
	}
	if (is_gimple_call(statement)) {
		if (gimple_call_builtin_p(statement, BUILT_IN_EXPECT) &&
		    TREE_CODE(gimple_call_arg(statement, 0)) == SSA_NAME)
			add_truth(a, facts, gimple_call_arg(statement, 0), truth, where, depth);
		else
			add_outcome(a, facts, statement,
				    outcomes_of(name, truth ? NE_EXPR : EQ_EXPR,
						integer_zero_node));
		add_answer(a, facts, statement, truth ? NE_EXPR : EQ_EXPR,
			   build_zero_cst(TREE_TYPE(name)));
		return;
	}
	if (!is_gimple_assign(statement) || gimple_assign_load_p(statement))
		return;
	code = gimple_assign_rhs_code(statement);
	rhs = gimple_assign_rhs1(statement);
	if (code == IMAGPART_EXPR && !truth)
		add_exact(a, facts, TREE_OPERAND(rhs, 0), where);
	if (TREE_CODE_CLASS(code) == tcc_comparison) {
		add_condition(a, facts, rhs, code, gimple_assign_rhs2(statement), truth,
			      gimple_location(statement), depth);
		return;
	}
	if (TREE_CODE(rhs) != SSA_NAME)
		return;
	switch (code) {
	case SSA_NAME:
	CASE_CONVERT:
		/* What is zero once its upper bits are cut off need not have been. */
		if (!truth && TYPE_PRECISION(TREE_TYPE(name)) < TYPE_PRECISION(TREE_TYPE(rhs)) &&
		    !is_overflow_flag(rhs))
			break;
		if (INTEGRAL_TYPE_P(TREE_TYPE(rhs)) || POINTER_TYPE_P(TREE_TYPE(rhs)))
			add_truth(a, facts, rhs, truth, where, depth);
		break;
	case BIT_NOT_EXPR:
	case BIT_XOR_EXPR:
		if (TYPE_PRECISION(TREE_TYPE(rhs)) == 1 &&
		    (code == BIT_NOT_EXPR || integer_onep(gimple_assign_rhs2(statement))))
			add_truth(a, facts, rhs, !truth, where, depth);
		break;
	case BIT_AND_EXPR:
	case BIT_IOR_EXPR:
		if (TYPE_PRECISION(TREE_TYPE(rhs)) != 1 || (code == BIT_AND_EXPR) != truth)
			break;
		add_truth(a, facts, rhs, truth, where, depth);
		if (TREE_CODE(gimple_assign_rhs2(statement)) == SSA_NAME)
			add_truth(a, facts, gimple_assign_rhs2(statement), truth, where, depth);
		break;
	default:
		break;
	}
}

static void add_condition(struct analysis *a, auto_vec<lc_fact *> *facts, tree left,
			  enum tree_code code, tree right, bool truth, location_t where,
			  unsigned depth)
{
	bool is_zero_test;

	if (++depth > MAX_CONDITION_DEPTH)
		return;
	a->work += 4;
	is_zero_test = (code == NE_EXPR || code == EQ_EXPR) && TREE_CODE(left) == SSA_NAME &&
		       TREE_CODE(right) == INTEGER_CST &&
		       (INTEGRAL_TYPE_P(TREE_TYPE(left)) || POINTER_TYPE_P(TREE_TYPE(left))) &&
		       (integer_zerop(right) ||
			(integer_onep(right) && TYPE_PRECISION(TREE_TYPE(left)) == 1));
	if (is_zero_test)
		add_truth(a, facts, left, ((code == NE_EXPR) == !!integer_zerop(right)) == truth,
			  where, depth);
	if (!truth)
		code = invert_tree_comparison(code, false);
	if (code == ERROR_MARK)
		return;
	add_comparison(a, facts, left, code, right, where);
	if (code == EQ_EXPR)
		add_members_compared(a, facts, left, constant_behind(right), where);
	/* Zero or not is a truth value, seen to above. */
	left = copied_from(left);
	if (TREE_CODE(left) != SSA_NAME || !INTEGRAL_TYPE_P(TREE_TYPE(left)) ||
	    !is_gimple_call(SSA_NAME_DEF_STMT(left)) || is_zero_test)
		return;
	add_outcome(a, facts, SSA_NAME_DEF_STMT(left), outcomes_of(left, code, right));
	add_answer(a, facts, SSA_NAME_DEF_STMT(left), code, right);
}

/* What holds where LEFT is CODE to RIGHT. */
void facts_of_comparison(struct analysis *a, auto_vec<lc_fact *> *facts, tree left,
			 enum tree_code code, tree right, location_t where)
{
	add_condition(a, facts, left, code, right, true, where, 0);
}

/* What makes the truth value or number VALUE zero or not. */
void facts_of_truth(struct analysis *a, tree value, bool truth, auto_vec<lc_fact *> *facts)
{
	add_condition(a, facts, value, NE_EXPR, build_zero_cst(TREE_TYPE(value)), truth,
		      UNKNOWN_LOCATION, 0);
}

/* What holds because control took edge E. */
void facts_of_edge(struct analysis *a, edge e, auto_vec<lc_fact *> *facts, unsigned depth)
{
	gimple *last = lc_last_stmt(e->src);
	tree index, low = NULL_TREE, high = NULL_TREE;

	if (!last)
		return;
	if (gimple_code(last) == GIMPLE_COND) {
		add_condition(a, facts, gimple_cond_lhs(last), gimple_cond_code(last),
			      gimple_cond_rhs(last), e->flags & EDGE_TRUE_VALUE,
			      gimple_location(last), depth);
		return;
	}
	if (gimple_code(last) != GIMPLE_SWITCH)
		return;
	/* The smallest and the largest of the cases that lead here. */
	gswitch *sw = as_a<gswitch *>(last);
	index = gimple_switch_index(sw);
	for (unsigned i = 0; i < gimple_switch_num_labels(sw); i++) {
		tree label = gimple_switch_label(sw, i);
		tree most;

		if (label_to_block(a->fun, CASE_LABEL(label)) != e->dest)
			continue;
		if (!CASE_LOW(label))
			return; /* the default */
		most = CASE_HIGH(label) ? CASE_HIGH(label) : CASE_LOW(label);
		if (!low || tree_int_cst_lt(CASE_LOW(label), low))
			low = CASE_LOW(label);
		if (!high || tree_int_cst_lt(high, most))
			high = most;
	}
	if (!low || !high)
		return;
	add_comparison(a, facts, index, GE_EXPR, low, gimple_location(last));
	add_comparison(a, facts, index, LE_EXPR, high, gimple_location(last));
}

/* The only way into BLOCK, but for those that go back to it as the head of a loop; or NULL. */
edge only_way_into(basic_block block)
{
	edge e, found = NULL;
	edge_iterator ei;

	FOR_EACH_EDGE(e, ei, block->preds) {
		bool back = dominated_by_p(CDI_DOMINATORS, e->src, block);

		if (!(e->flags & EDGE_COMPLEX) && !back && EDGE_COUNT(block->preds) > 1 &&
		    comes_to_nothing(e->src))
			continue;
		if ((e->flags & EDGE_COMPLEX) || (!back && found))
			return NULL;
		if (!back)
			found = e;
	}
	return found;
}

/* What holds in BLOCK because of the branch right before it; not what its dominators add. */
auto_vec<lc_fact *> *guards_at(struct analysis *a, basic_block block)
{
	auto_vec<lc_fact *> *facts;

	if ((unsigned)block->index >= a->guards.length())
		return NULL;
	facts = a->guards[block->index];
	if (facts)
		return facts;
	facts = new auto_vec<lc_fact *>();
	a->guards[block->index] = facts;
	if (only_way_into(block))
		facts_of_edge(a, only_way_into(block), facts, 0);
	return facts;
}
