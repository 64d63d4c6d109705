/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The comparisons that a proof rests on: asks again, of a flow that knows no
 * comparison but those that were named, less one.
 */
#include "least.h"

/* Proofs that name more are left as they are: that many questions would cost too much. */
#define MOST_COMPARISONS 8

struct narrowed {
	const struct lc_flow *flow;
	bool all; /* every comparison is known, and no range but what definitions say */
	bool by_definition; /* so it was proven: ranges stay as wide */
	const struct lc_place *places[MOST_COMPARISONS];
	size_t n;
	const struct lc_place *without; /* one of PLACES, or NULL */
	struct lc_fact loose[LC_FACTS_MAX]; /* ranges as wide as definitions leave them */
	size_t n_loose;
};

bool lc_fact_is_comparison(const struct lc_fact *fact)
{
	return (fact->kind == LC_FACT_GUARD || fact->kind == LC_FACT_ANSWER) && fact->place.line;
}

static bool is_dropped(const struct narrowed *w, const struct lc_fact *fact)
{
	if (w->all || !lc_fact_is_comparison(fact))
		return false;
	for (size_t i = 0; i < w->n; i++)
		if (w->places[i] != w->without && lc_place_is_same(w->places[i], &fact->place))
			return false;
	return true;
}

/* Is FACT the range of a value at a point, whatever it came of? */
static bool is_range(const struct lc_fact *fact)
{
	return fact->kind == LC_FACT_VALUE && !fact->place.line && fact->nonnegative.n == 1;
}

/* Is RANGE what a comparison of FACTS says that is dropped, and none that is kept? */
static bool came_of_dropped(const struct narrowed *w, const struct lc_fact *range,
			    const struct lc_fact *const *facts, size_t n)
{
	bool dropped = false;

	if (!is_range(range) || w->by_definition)
		return is_range(range);
	for (size_t i = 0; i < n; i++) {
		if (!lc_fact_is_comparison(facts[i]) ||
		    !lc_linear_equal(&facts[i]->nonnegative, &range->nonnegative))
			continue;
		if (!is_dropped(w, facts[i]))
			return false;
		dropped = true;
	}
	return dropped;
}

/* RANGE as wide as the value's definition alone leaves it, or NULL if that is not known. */
static const struct lc_fact *loosened(struct narrowed *w, const struct lc_fact *range)
{
	const struct lc_linear *e = &range->nonnegative;
	bool from_below = e->terms[0].coefficient > 0;
	struct lc_fact *loose;
	int64_t low, high;

	for (size_t i = 0; i < w->n_loose; i++)
		if (w->loose[i].nonnegative.terms[0].term == e->terms[0].term &&
		    (w->loose[i].nonnegative.terms[0].coefficient > 0) == from_below)
			return &w->loose[i];
	if (w->n_loose == LC_FACTS_MAX || !w->flow->bounds ||
	    !w->flow->bounds(w->flow->context, e->terms[0].term, &low, &high) ||
	    (from_below ? low == INT64_MIN : high == INT64_MAX))
		return NULL;
	loose = &w->loose[w->n_loose++];
	*loose = *range;
	loose->reason = NULL;
	loose->nonnegative = lc_linear_term(e->terms[0].term);
	loose->nonnegative = lc_linear_scale(&loose->nonnegative, from_below ? 1 : -1);
	loose->nonnegative = lc_linear_plus(&loose->nonnegative, from_below ? -low : high);
	return loose;
}

/* Leaves of the N FACTS what is not dropped; returns how many. */
static size_t narrow(struct narrowed *w, const struct lc_fact **facts, size_t n)
{
	const struct lc_fact *left[LC_WAY_FACTS_MAX];
	size_t kept = 0;

	for (size_t i = 0; i < n && kept < LC_WAY_FACTS_MAX; i++) {
		left[kept] = came_of_dropped(w, facts[i], facts, n) ? loosened(w, facts[i]) :
								      facts[i];
		kept += left[kept] && !is_dropped(w, left[kept]);
	}
	for (size_t i = 0; i < kept; i++)
		facts[i] = left[i];
	return kept;
}

static size_t narrowed_facts(void *context, unsigned point, const struct lc_linear *goal,
			     const struct lc_fact **facts, size_t max)
{
	struct narrowed *w = context;

	return narrow(w, facts, w->flow->facts(w->flow->context, point, goal, facts, max));
}

static unsigned narrowed_join(void *context, unsigned point, unsigned *join)
{
	struct narrowed *w = context;

	return w->flow->join(w->flow->context, point, join);
}

static unsigned narrowed_worth(void *context, unsigned point, const struct lc_linear *goal,
			       const struct lc_fact *const *known, size_t n_known, unsigned *join)
{
	struct narrowed *w = context;

	if (!w->flow->worth)
		return w->flow->join(w->flow->context, point, join);
	return w->flow->worth(w->flow->context, point, goal, known, n_known, join);
}

static bool narrowed_possible(void *context, unsigned point, unsigned join, unsigned i)
{
	struct narrowed *w = context;

	return !w->flow->possible || w->flow->possible(w->flow->context, point, join, i);
}

static size_t narrowed_edge(void *context, unsigned join, unsigned i, unsigned *point,
			    const struct lc_fact **facts, size_t max)
{
	struct narrowed *w = context;

	return narrow(w, facts, w->flow->edge(w->flow->context, join, i, point, facts, max));
}

/* The places of the comparisons that PROOF used; false if there are too many. */
static bool note_places(struct narrowed *w, const struct lc_proof *proof)
{
	w->n = 0;
	for (size_t i = 0; i < proof->n; i++) {
		const struct lc_place *place = &proof->used[i]->place;
		bool known = !lc_fact_is_comparison(proof->used[i]);

		for (size_t k = 0; k < w->n && !known; k++)
			known = lc_place_is_same(w->places[k], place);
		if (!known && w->n == MOST_COMPARISONS)
			return false;
		if (!known)
			w->places[w->n++] = place;
	}
	return true;
}

struct question {
	const struct lc_flow *narrower;
	unsigned point;
	const struct lc_linear *goals;
	size_t n_goals;
	unsigned depth;
};

/* PROOF is LESS, but for what only W holds: ranges that say nothing to a reader. */
static void keep(const struct narrowed *w, struct lc_proof *proof, const struct lc_proof *less)
{
	*proof = *less;
	proof->n = 0;
	for (size_t i = 0; i < less->n; i++)
		if (less->used[i] < w->loose || less->used[i] >= w->loose + LC_FACTS_MAX)
			proof->used[proof->n++] = less->used[i];
}

/* Do the goals follow of what W leaves? Then PROOF is how. */
static bool asked_again(struct narrowed *w, const struct question *q, struct lc_proof *proof)
{
	struct lc_proof less = { .n = 0 };

	w->n_loose = 0;
	for (size_t i = 0; i < q->n_goals; i++)
		if (!lc_prove_at(q->narrower, q->point, &q->goals[i], q->depth, &less))
			return false;
	keep(w, proof, &less);
	return true;
}

static bool has_spare(const struct lc_flow *flow)
{
	return !flow->spare || flow->spare(flow->context);
}

void lc_prove_least(const struct lc_flow *flow, unsigned point, const struct lc_linear *goals,
		    size_t n_goals, unsigned depth, struct lc_proof *proof)
{
	struct narrowed w = { .flow = flow };
	struct lc_flow narrower = {
		.context = &w,
		.facts = narrowed_facts,
		.join = narrowed_join,
		.worth = narrowed_worth,
		.possible = narrowed_possible,
		.edge = narrowed_edge,
	};
	struct question q = { .narrower = &narrower,
			      .point = point,
			      .goals = goals,
			      .n_goals = n_goals,
			      .depth = depth };
	size_t next = 0;

	if (!has_spare(flow))
		return;
	/* A range is no evidence by itself: what was compared for it to be so? */
	for (size_t i = 0; i < proof->n && !w.all; i++)
		w.all = is_range(proof->used[i]);
	w.by_definition = w.all;
	w.by_definition = w.all && asked_again(&w, &q, proof);
	w.all = false;
	if (!note_places(&w, proof))
		return;
	while (next < w.n && has_spare(flow)) {
		w.without = w.places[next++];
		if (!asked_again(&w, &q, proof))
			continue;
		/* It is another proof, and may rest on fewer of those that are left. */
		note_places(&w, proof);
		next = 0;
	}
}
