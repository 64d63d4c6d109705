/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a loop keeps, by induction: bounds that hold on entry and after each
 * turn, and values that move in step with each other.
 */
#include "analysis.h"

#define MOST_BOUNDS 6

/* Does VALUE mean the same in each turn of the loop whose head is HEAD? */
static bool is_the_same_each_turn(struct analysis *a, const struct lc_linear *value,
				  basic_block head)
{
	for (unsigned i = 0; i < value->n; i++) {
		const struct term *term = &a->terms[value->terms[i].term];
		tree defined = term->kind == TERM_SSA  ? term->node :
			       term->kind == TERM_LOAD ? term->memory :
							 NULL_TREE;
		basic_block where;

		if (term->kind == TERM_ADDRESS || term->kind == TERM_UNREAD)
			continue;
		if (term->kind == TERM_END || term->kind == TERM_LOAD)
			if (!is_the_same_each_turn(a, &term->address, head))
				return false;
		if (term->kind != TERM_END && term->kind != TERM_SSA && term->kind != TERM_LOAD)
			return false;
		if (!defined || SSA_NAME_IS_DEFAULT_DEF(defined))
			continue;
		where = gimple_bb(SSA_NAME_DEF_STMT(defined));
		if (!where || where == head || !dominated_by_p(CDI_DOMINATORS, head, where))
			return false;
	}
	return true;
}

/* BOUND with the value COME in place of the term T. */
static struct lc_linear with_value(const struct lc_linear *bound, lc_term t,
				   const struct lc_linear *come)
{
	struct lc_linear self = lc_linear_term(t), difference = lc_linear_add(come, &self, -1);

	return lc_linear_add(bound, &difference, lc_linear_coefficient(bound, t));
}

/* Does GOAL >= 0 hold where control takes E, if KEPT does? */
static bool holds_on_edge(struct analysis *a, edge e, const struct lc_linear *goal,
			  const struct lc_fact *kept)
{
	const struct lc_fact *known[3 * LC_FACTS_MAX];
	struct lc_proof proof = {};
	auto_vec<lc_fact *> along;
	size_t n;

	if (!goal->valid)
		return false;
	if (lc_linear_is_constant(goal))
		return goal->constant >= 0;
	n = facts_at(a, point_at_end(a, e->src), goal, known, 2 * LC_FACTS_MAX);
	facts_of_edge(a, e, &along, 0);
	for (unsigned i = 0; i < along.length() && n < 3 * LC_FACTS_MAX - 1; i++)
		known[n++] = along[i];
	if (kept)
		known[n++] = kept;
	return lc_prove(known, n, goal, &proof);
}

/* Adds BOUND >= 0, which speaks of T, if it holds on entry into HEAD and each turn keeps it. */
static void keep_bound(struct analysis *a, auto_vec<lc_fact *> *facts, basic_block head, lc_term t,
		       struct lc_linear bound)
{
	lc_fact *kept = new_fact(a, LC_FACT_LOOP, bound, UNKNOWN_LOCATION, NULL);
	edge e;
	edge_iterator ei;

	if (!kept)
		return;
	for (bool back : { false, true })
		FOR_EACH_EDGE(e, ei, head->preds) {
			struct lc_linear come, goal;

			if (dominated_by_p(CDI_DOMINATORS, e->src, head) != back)
				continue;
			a->work += 8;
			come = value_on_edge(a, t, e->dest_idx);
			goal = with_value(&bound, t, &come);
			if (!holds_on_edge(a, e, &goal, back ? kept : NULL))
				return;
		}
	facts->safe_push(kept);
}

/* What bounds T in the loop: the comparisons on the way to where it goes back, taken as far as they may go. */
static void find_bounds(struct analysis *a, basic_block head, lc_term t,
			auto_vec<struct lc_linear> *bounds)
{
	edge e;
	edge_iterator ei;

	FOR_EACH_EDGE(e, ei, head->preds) {
		if (!dominated_by_p(CDI_DOMINATORS, e->src, head))
			continue;
		for (basic_block b = e->src; b && b != head;
		     b = get_immediate_dominator(CDI_DOMINATORS, b)) {
			auto_vec<lc_fact *> *there = guards_at(a, b);

			for (unsigned i = 0; there && i < there->length(); i++) {
				struct lc_linear bound = (*there)[i]->nonnegative,
						 self = lc_linear_term(t), rest;
				int64_t own = lc_linear_coefficient(&bound, t);
				bool known = false;

				a->work++;
				if ((own != 1 && own != -1) || bound.constant > 0)
					continue;
				bound.constant = 0;
				rest = lc_linear_add(&bound, &self, -own);
				for (const struct lc_linear &other : *bounds)
					known |= lc_linear_equal(&other, &bound);
				if (known || bounds->length() >= MOST_BOUNDS ||
				    !is_the_same_each_turn(a, &rest, head))
					continue;
				bounds->safe_push(bound);
			}
		}
	}
}

/* A pointer may stay within its bytes, and what counts down above zero, however that is compared. */
static void guess_bounds(struct analysis *a, basic_block head, lc_term t,
			 auto_vec<struct lc_linear> *bounds)
{
	struct lc_linear self = lc_linear_term(t), end;
	tree node = a->terms[t].node, type = TREE_TYPE(node);
	struct root root;

	if (INTEGRAL_TYPE_P(type) && !TYPE_UNSIGNED(type))
		bounds->safe_push(self);
	if (a->terms[t].kind != TERM_SSA || !POINTER_TYPE_P(type))
		return;
	root = root_of(a, node);
	if (!root.start.valid || root.n_ways || !is_the_same_each_turn(a, &root.start, head))
		return;
	end = lc_linear_term(term_of_end(a, &root));
	bounds->safe_push(lc_linear_add(&end, &self, -1));
}

/* What is compared in each turn before it moves on stays within what it is compared with. */
void keep_within(struct analysis *a, auto_vec<lc_fact *> *facts, basic_block head, lc_term t)
{
	auto_vec<struct lc_linear> bounds;

	guess_bounds(a, head, t, &bounds);
	find_bounds(a, head, t, &bounds);
	for (const struct lc_linear &bound : bounds)
		keep_bound(a, facts, head, t, bound);
}

/* By how much each turn of the loop at HEAD moves T, if that is one number; else 0. */
static int64_t step_of(struct analysis *a, basic_block head, lc_term t)
{
	struct lc_linear self = lc_linear_term(t), come, step;
	int64_t found = 0;
	edge e;
	edge_iterator ei;

	FOR_EACH_EDGE(e, ei, head->preds) {
		if (!dominated_by_p(CDI_DOMINATORS, e->src, head))
			continue;
		come = value_on_edge(a, t, e->dest_idx);
		step = lc_linear_add(&come, &self, -1);
		if (!step.valid || !lc_linear_is_constant(&step) ||
		    (found && step.constant != found) || step.constant > INT32_MAX ||
		    step.constant < -INT32_MAX)
			return 0;
		found = step.constant;
	}
	return found;
}

/*
 * Two values that each turn moves by a number of its own, an index and a pointer:
 * how far the one has come says how far the other has.
 */
void keep_ratio(struct analysis *a, auto_vec<lc_fact *> *facts, basic_block head, lc_term one,
		lc_term two)
{
	struct lc_linear p = lc_linear_term(one), q = lc_linear_term(two), kept, entry = {}, came;
	int64_t step = step_of(a, head, one), other = step ? step_of(a, head, two) : 0;
	edge e;
	edge_iterator ei;

	/* What moves by the same is kept by sum or difference. */
	if (!step || !other || step == other || step == -other)
		return;
	p = lc_linear_scale(&p, other);
	kept = lc_linear_add(&p, &q, -step);
	FOR_EACH_EDGE(e, ei, head->preds) {
		if (dominated_by_p(CDI_DOMINATORS, e->src, head))
			continue;
		p = value_on_edge(a, one, e->dest_idx);
		q = value_on_edge(a, two, e->dest_idx);
		p = lc_linear_scale(&p, other);
		came = lc_linear_add(&p, &q, -step);
		if (!came.valid || (entry.valid && !lc_linear_equal(&entry, &came)))
			return;
		entry = came;
	}
	if (entry.valid)
		add_equal(a, facts, LC_FACT_LOOP, lc_linear_add(&kept, &entry, -1),
			  UNKNOWN_LOCATION,
			  lc_arena_printf(&a->unit->arena, "'%s' and '%s' move together",
					  describe(&a->unit->arena, a->terms[one].node),
					  describe(&a->unit->arena, a->terms[two].node)),
			  NULL);
}
