/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Where ways merge: the joins above a point, by which of their edges it can be
 * reached, and what holds for who comes that way.
 */
#include "analysis.h"

#define MAX_EDGES 6
#define SAME_DEPTH 4

static bool is_loop_head(basic_block block)
{
	edge e;
	edge_iterator ei;

	FOR_EACH_EDGE(e, ei, block->preds)
		if (dominated_by_p(CDI_DOMINATORS, e->src, block))
			return true;
	return false;
}

/*
 * The nearest merge at or above POINT. A loop on the way up is passed: what
 * held where control came into a join above it holds as long as control does
 * not come to that join again.
 */
static unsigned merge_above(struct analysis *a, unsigned point, unsigned *join, bool loops)
{
	basic_block block = a->points[point].block;

	for (; block && block->index >= NUM_FIXED_BLOCKS;
	     block = get_immediate_dominator(CDI_DOMINATORS, block)) {
		if (EDGE_COUNT(block->preds) < 2 || EDGE_COUNT(block->preds) > MAX_EDGES ||
		    (!loops && is_loop_head(block)))
			continue;
		*join = point_at_end(a, block);
		return EDGE_COUNT(block->preds);
	}
	return 0;
}

unsigned join_above(void *context, unsigned point, unsigned *join)
{
	return merge_above((struct analysis *)context, point, join, false);
}

unsigned join_or_loop_above(void *context, unsigned point, unsigned *join)
{
	return merge_above((struct analysis *)context, point, join, true);
}

/* Is NAME asked for by a branch, as it is or in a comparison? */
static bool decides(tree name, unsigned depth)
{
	imm_use_iterator iterator;
	use_operand_p use;

	FOR_EACH_IMM_USE_FAST(use, iterator, name) {
		gimple *statement = USE_STMT(use);

		if (gimple_code(statement) == GIMPLE_COND ||
		    gimple_code(statement) == GIMPLE_SWITCH)
			return true;
		if (!is_gimple_assign(statement) || gimple_assign_load_p(statement) ||
		    TREE_CODE(gimple_assign_lhs(statement)) != SSA_NAME)
			continue;
		if (TREE_CODE_CLASS(gimple_assign_rhs_code(statement)) == tcc_comparison ||
		    (depth &&
		     (CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(statement)) ||
		      gimple_assign_rhs_code(statement) == SSA_NAME) &&
		     decides(gimple_assign_lhs(statement), depth - 1)))
			return true;
	}
	return false;
}

/* Does a term of E, or the pointer to the bytes of which it is the end, merge at BLOCK? */
static bool merges_at(struct analysis *a, const struct lc_linear *e, basic_block block)
{
	for (unsigned i = 0; i < e->n; i++) {
		lc_term t = e->terms[i].term;

		a->work++;
		if (merge_of_term(a, t) == block ||
		    (a->terms[t].kind == TERM_END && merges_at(a, &a->terms[t].address, block)))
			return true;
	}
	return false;
}

/* Does what merges at BLOCK, or is compared on a way there, bear on GOAL, of which KNOWN is known? */
static bool is_worth_splitting(struct analysis *a, basic_block block, const struct lc_linear *goal,
			       const struct lc_fact *const *known, size_t n_known)
{
	basic_block above = get_immediate_dominator(CDI_DOMINATORS, block);
	auto_vec<lc_fact *> facts;
	edge e;
	edge_iterator ei;

	for (gphi_iterator gsi = gsi_start_phis(block); !gsi_end_p(gsi); gsi_next(&gsi)) {
		tree result = gimple_phi_result(gsi.phi());

		if (!virtual_operand_p(result) && decides(result, SAME_DEPTH))
			return true;
	}
	if (merges_at(a, goal, block))
		return true;
	for (size_t i = 0; i < n_known; i++)
		if (merges_at(a, &known[i]->nonnegative, block))
			return true;
	FOR_EACH_EDGE(e, ei, block->preds) {
		facts_of_edge(a, e, &facts, 0);
		for (basic_block b = e->src; b && b != above;
		     b = get_immediate_dominator(CDI_DOMINATORS, b)) {
			auto_vec<lc_fact *> *there = guards_at(a, b);

			for (unsigned i = 0; there && i < there->length(); i++)
				facts.safe_push((*there)[i]);
		}
	}
	return bear_on(a, goal, known, n_known, &facts);
}

/* How many merges that do not bear on a goal are passed: each is looked through. */
#define MOST_PASSED 16

/* The nearest merge at or above POINT that bears on GOAL: others are only passed. */
unsigned join_worth_splitting(void *context, unsigned point, const struct lc_linear *goal,
			      const struct lc_fact *const *known, size_t n_known, unsigned *join)
{
	struct analysis *a = (struct analysis *)context;
	unsigned n;

	for (unsigned passed = 0; passed < MOST_PASSED && (n = merge_above(a, point, join, false));
	     passed++) {
		basic_block block = a->points[*join].block;

		if (is_worth_splitting(a, block, goal, known, n_known))
			return n;
		point = point_at_end(a, get_immediate_dominator(CDI_DOMINATORS, block));
	}
	return 0;
}

/* The comparisons from BLOCK up to STOP, which dominates it. */
static void comparisons_between(struct analysis *a, basic_block block, basic_block stop,
				auto_vec<const lc_fact *> *facts)
{
	for (; block && block != stop; block = get_immediate_dominator(CDI_DOMINATORS, block)) {
		auto_vec<lc_fact *> *there = guards_at(a, block);

		for (unsigned i = 0; there && i < there->length() && facts->length() < LC_FACTS_MAX;
		     i++)
			facts->safe_push((*there)[i]);
	}
}

/* A condition that was met (TRUTH) or was not, LEFT == RIGHT or an order of the two. */
struct condition {
	tree left, right;
	enum tree_code code;
	bool truth;
};

/* The condition on edge E; false if there is none. */
static bool condition_of(edge e, struct condition *c)
{
	gimple *last = lc_last_stmt(e->src), *statement;

	if (!last || gimple_code(last) != GIMPLE_COND)
		return false;
	c->left = gimple_cond_lhs(last);
	c->right = gimple_cond_rhs(last);
	c->code = gimple_cond_code(last);
	c->truth = e->flags & EDGE_TRUE_VALUE;
	/* if (x != 0), where x is the outcome of a comparison. */
	for (unsigned i = 0; i < SAME_DEPTH; i++) {
		tree rhs;

		if ((c->code != NE_EXPR && c->code != EQ_EXPR) || TREE_CODE(c->left) != SSA_NAME ||
		    !integer_zerop(c->right))
			break;
		statement = SSA_NAME_DEF_STMT(c->left);
		if (gimple_call_builtin_p(statement, BUILT_IN_EXPECT)) {
			c->left = gimple_call_arg(statement, 0);
			continue;
		}
		if (!is_gimple_assign(statement) || gimple_assign_load_p(statement))
			break;
		rhs = gimple_assign_rhs1(statement);
		if (TREE_CODE_CLASS(gimple_assign_rhs_code(statement)) == tcc_comparison) {
			c->truth ^= c->code == EQ_EXPR;
			c->code = gimple_assign_rhs_code(statement);
			c->left = rhs;
			c->right = gimple_assign_rhs2(statement);
		} else if (CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(statement)) &&
			   INTEGRAL_TYPE_P(TREE_TYPE(rhs)) &&
			   TYPE_PRECISION(TREE_TYPE(rhs)) <= TYPE_PRECISION(TREE_TYPE(c->left))) {
			c->left = rhs;
			c->right = build_zero_cst(TREE_TYPE(rhs));
		} else {
			break;
		}
	}
	if (c->code == NE_EXPR) {
		c->code = EQ_EXPR;
		c->truth = !c->truth;
	}
	return true;
}

/* Are two values the same, worked out twice: as nothing was propagated yet, they are two names. */
static bool is_same(struct analysis *a, tree one, tree two, unsigned depth)
{
	struct lc_linear x, y;
	gimple *first, *second;

	if (one == two)
		return true;
	if (TREE_CODE(one) == INTEGER_CST && TREE_CODE(two) == INTEGER_CST)
		return tree_int_cst_equal(one, two);
	if (TREE_CODE(one) != SSA_NAME || TREE_CODE(two) != SSA_NAME || depth > SAME_DEPTH ||
	    (!INTEGRAL_TYPE_P(TREE_TYPE(one)) && !POINTER_TYPE_P(TREE_TYPE(one))) ||
	    !types_compatible_p(TREE_TYPE(one), TREE_TYPE(two)))
		return false;
	a->work += 2;
	x = linear_of(a, one);
	y = linear_of(a, two);
	if (x.valid && lc_linear_equal(&x, &y))
		return true;
	first = SSA_NAME_DEF_STMT(one);
	second = SSA_NAME_DEF_STMT(two);
	if (!is_gimple_assign(first) || !is_gimple_assign(second) || gimple_assign_load_p(first) ||
	    gimple_assign_load_p(second) ||
	    gimple_assign_rhs_code(first) != gimple_assign_rhs_code(second) ||
	    gimple_num_ops(first) != gimple_num_ops(second))
		return false;
	for (unsigned i = 1; i < gimple_num_ops(first); i++)
		if (!is_same(a, gimple_op(first, i), gimple_op(second, i), depth + 1))
			return false;
	return true;
}

/* The conditions from BLOCK up to STOP, which dominates it. */
static void conditions_between(basic_block block, basic_block stop,
			       auto_vec<struct condition> *conditions)
{
	struct condition c;

	for (; block && block != stop && conditions->length() < 16;
	     block = get_immediate_dominator(CDI_DOMINATORS, block))
		if (single_pred_p(block) && condition_of(single_pred_edge(block), &c))
			conditions->safe_push(c);
}

/* Does one of ALONG say the opposite of one of BELOW? */
static bool contradict(struct analysis *a, const auto_vec<struct condition> *below,
		       const auto_vec<struct condition> *along)
{
	for (const struct condition &one : *below)
		for (const struct condition &other : *along)
			if (one.code == other.code && one.truth != other.truth &&
			    is_same(a, one.left, other.left, 0) &&
			    is_same(a, one.right, other.right, 0))
				return true;
	return false;
}

/* The constants that merge at BLOCK for who comes by edge I: flags, and numbers that say which way was taken. */
static void add_constants(struct analysis *a, basic_block block, unsigned i,
			  auto_vec<lc_fact *> *facts)
{
	for (gphi_iterator gsi = gsi_start_phis(block); !gsi_end_p(gsi); gsi_next(&gsi)) {
		tree result = gimple_phi_result(gsi.phi());
		struct lc_linear merged, came;

		if (virtual_operand_p(result) || !INTEGRAL_TYPE_P(TREE_TYPE(result)))
			continue;
		came = linear_of(a, gimple_phi_arg_def(gsi.phi(), i));
		if (!lc_linear_is_constant(&came))
			continue;
		merged = lc_linear_term(term_of_ssa(a, result));
		add_equal(a, facts, LC_FACT_VALUE, lc_linear_add(&merged, &came, -1),
			  UNKNOWN_LOCATION, NULL, NULL);
	}
}

/*
 * Can control that comes over edge I into JOIN get to POINT? Not if what was
 * compared on that way excludes what is compared between the join and POINT:
 * a switch on the same value, or the same condition once more, for two.
 */
bool edge_possible(void *context, unsigned point, unsigned join, unsigned i)
{
	struct analysis *a = (struct analysis *)context;
	basic_block block = a->points[join].block, from = EDGE_PRED(block, i)->src;
	basic_block above = get_immediate_dominator(CDI_DOMINATORS, block);
	auto_vec<struct condition> conditions_below, conditions_along;
	auto_vec<const lc_fact *> facts;
	auto_vec<lc_fact *> along;
	struct condition c;
	unsigned below;

	if (dominated_by_p(CDI_DOMINATORS, from, block))
		return false;
	conditions_between(a->points[point].block, block, &conditions_below);
	conditions_between(from, above, &conditions_along);
	if (condition_of(EDGE_PRED(block, i), &c))
		conditions_along.safe_push(c);
	if (contradict(a, &conditions_below, &conditions_along))
		return false;
	comparisons_between(a, a->points[point].block, block, &facts);
	below = facts.length();
	if (!below)
		return true;
	comparisons_between(a, from, above, &facts);
	facts_of_edge(a, EDGE_PRED(block, i), &along, 0);
	add_constants(a, block, i, &along);
	for (lc_fact *fact : along)
		facts.safe_push(fact);
	a->work += 16 * facts.length();
	return facts.length() == below || !lc_contradictory(facts.address(), facts.length());
}

/* What TERM, which merges at the join, is for who comes by edge I; and whose bytes it points to. */
static void add_merged(struct analysis *a, auto_vec<lc_fact *> *along, lc_term t, unsigned i)
{
	struct lc_linear merged = lc_linear_term(t), came = value_on_edge(a, t, i), last;
	tree node = a->terms[t].node;
	struct root root;

	add_equal(a, along, LC_FACT_VALUE, lc_linear_add(&merged, &came, -1), UNKNOWN_LOCATION,
		  NULL, NULL);
	if (a->terms[t].kind != TERM_SSA || !POINTER_TYPE_P(TREE_TYPE(node)))
		return;
	for (lc_term end = 1; end < a->terms.length(); end++) {
		if (a->terms[end].kind != TERM_END ||
		    !lc_linear_equal(&a->terms[end].address, &merged))
			continue;
		root = root_of(a, gimple_phi_arg_def(SSA_NAME_DEF_STMT(node), i));
		if (!root.start.valid)
			return;
		last = lc_linear_term(term_of_end(a, &root));
		merged = lc_linear_term(end);
		add_equal(a, along, LC_FACT_VALUE, lc_linear_add(&merged, &last, -1),
			  UNKNOWN_LOCATION, NULL, NULL);
		return;
	}
}

size_t edge_into(void *context, unsigned join, unsigned i, unsigned *point,
		 const struct lc_fact **facts, size_t max)
{
	struct analysis *a = (struct analysis *)context;
	basic_block block = a->points[join].block;
	edge e = EDGE_PRED(block, i);
	unsigned n_terms = a->terms.length();
	auto_vec<lc_fact *> along;
	unsigned below = *point;
	size_t n = 0;

	*point = point_at_end(a, e->src);
	facts_of_edge(a, e, &along, 0);
	for (gphi_iterator gsi = gsi_start_phis(block); !gsi_end_p(gsi); gsi_next(&gsi)) {
		tree result = gimple_phi_result(gsi.phi());

		if (!virtual_operand_p(result) &&
		    (INTEGRAL_TYPE_P(TREE_TYPE(result)) || POINTER_TYPE_P(TREE_TYPE(result))))
			add_merged(a, &along, term_of_ssa(a, result), i);
	}
	for (lc_term t = 1; t < n_terms; t++)
		if (a->terms[t].kind == TERM_LOAD && merge_of_term(a, t) == block)
			add_merged(a, &along, t, i);
	for (unsigned k = 0; k < along.length() && n < max; k++)
		facts[n++] = along[k];
	/* What comes in by the merge is new to the question: say what is known of it. */
	for (unsigned k = 0; k < along.length() && n < max; k++)
		n += facts_at(a, *point, &along[k]->nonnegative, facts + n, MIN(max - n, 16));
	/* And what was compared since. */
	for (unsigned k = 0; k < along.length() && n < max; k += 2)
		if (along[k]->kind == LC_FACT_VALUE)
			n += facts_at(a, below, &along[k]->nonnegative, facts + n,
				      MIN(max - n, 16));
	return n;
}
