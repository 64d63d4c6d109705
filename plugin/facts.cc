/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What holds at a point, as far as a question needs it: the conditions on the
 * way there, and what is known of every term that the question reaches.
 */
#include "analysis.h"

lc_fact *new_fact(struct analysis *a, enum lc_fact_kind kind, struct lc_linear nonnegative,
		  location_t where, const char *reason)
{
	lc_fact *fact;

	if (!nonnegative.valid)
		return NULL;
	fact = (lc_fact *)lc_arena_alloc(&a->unit->arena, sizeof(*fact));
	if (!fact)
		return NULL;
	fact->kind = kind;
	fact->nonnegative = nonnegative;
	fact->reason = reason;
	if (where != UNKNOWN_LOCATION)
		fact->place = place_of(a->unit, where);
	return fact;
}

void add_fact(struct analysis *a, auto_vec<lc_fact *> *facts, enum lc_fact_kind kind,
	      struct lc_linear nonnegative, location_t where, const char *reason,
	      const char *assumes)
{
	lc_fact *fact = new_fact(a, kind, nonnegative, where, reason);

	if (!fact)
		return;
	fact->assumes = assumes;
	facts->safe_push(fact);
}

/* DIFFERENCE == 0, as two facts. */
void add_equal(struct analysis *a, auto_vec<lc_fact *> *facts, enum lc_fact_kind kind,
	       struct lc_linear difference, location_t where, const char *reason,
	       const char *assumes)
{
	add_fact(a, facts, kind, difference, where, reason, assumes);
	add_fact(a, facts, kind, lc_linear_scale(&difference, -1), where, reason, assumes);
}

unsigned point_at_end(struct analysis *a, basic_block block)
{
	struct point p = { block, NULL };

	a->points.safe_push(p);
	return a->points.length() - 1;
}

unsigned point_at(struct analysis *a, gimple *statement)
{
	struct point p = { gimple_bb(statement), statement };

	a->points.safe_push(p);
	return a->points.length() - 1;
}

static void add_ranges(struct analysis *a, auto_vec<lc_fact *> *facts, lc_term t, gimple *statement)
{
	tree node = a->terms[t].node;
	struct lc_linear value = lc_linear_term(t), other;
	struct lc_arena *arena = &a->unit->arena;
	lc_range range;
	tree type;

	if (!node || (a->terms[t].kind != TERM_SSA && a->terms[t].kind != TERM_LOAD))
		return;
	type = TREE_TYPE(node);
	if (!INTEGRAL_TYPE_P(type) || TYPE_PRECISION(type) > 64 || !lc_range_supports(type))
		return;
	range.set_varying(type);
	a->work += 8;
	if (a->terms[t].kind == TERM_SSA && !range_at(a, node, statement, range))
		return;
	if (range.undefined_p())
		return;
	widest_int low = widest_int::from(range.lower_bound(), TYPE_SIGN(type));
	widest_int high = widest_int::from(range.upper_bound(), TYPE_SIGN(type));
	/* That it is no less than none tells nothing of what was compared. */
	bool known = !range.varying_p();
	enum lc_fact_kind low_kind = known && low != 0 ? LC_FACT_VALUE : LC_FACT_TYPE;

	/* What has no negative in 64 bits bounds nothing. */
	if (wi::fits_shwi_p(low) && low.to_shwi() != HOST_WIDE_INT_MIN) {
		other = lc_linear_plus(&value, -low.to_shwi());
		add_fact(a, facts, low_kind, other, UNKNOWN_LOCATION,
			 known && low.to_shwi() ?
				 lc_arena_printf(arena, "%s >= %lld", describe(arena, node),
						 (long long)low.to_shwi()) :
				 NULL,
			 NULL);
	}
	if (wi::fits_shwi_p(high)) {
		other = lc_linear_scale(&value, -1);
		other = lc_linear_plus(&other, high.to_shwi());
		add_fact(a, facts, known ? LC_FACT_VALUE : LC_FACT_TYPE, other, UNKNOWN_LOCATION,
			 known ? lc_arena_printf(arena, "%s <= %lld", describe(arena, node),
						 (long long)high.to_shwi()) :
				 NULL,
			 NULL);
	}
}

/* The facts of a question as they are gathered: which terms it has reached. */
struct gathering {
	const struct lc_fact **facts;
	size_t n, max;
	auto_vec<lc_term> reached;
	size_t done; /* of REACHED, how many were looked at */
};

static bool has_reached(struct gathering *q, const struct lc_linear *e)
{
	for (unsigned i = 0; i < e->n; i++)
		if (q->reached.contains(e->terms[i].term))
			return true;
	return false;
}

static void reach(struct gathering *q, const struct lc_linear *e)
{
	for (unsigned i = 0; i < e->n; i++)
		if (!q->reached.contains(e->terms[i].term))
			q->reached.safe_push(e->terms[i].term);
}

static void gather(struct gathering *q, const struct lc_fact *fact)
{
	if (q->n == q->max)
		return;
	for (size_t i = 0; i < q->n; i++)
		if (q->facts[i] == fact)
			return;
	q->facts[q->n++] = fact;
	reach(q, &fact->nonnegative);
}

/* Is TERM worked out from terms of the question: a difference, a minimum, a merge? */
static bool is_derived(struct analysis *a, struct gathering *q, lc_term t)
{
	struct lc_linear value, wraps;
	gimple *statement;

	if (a->terms[t].kind != TERM_SSA || SSA_NAME_IS_DEFAULT_DEF(a->terms[t].node))
		return false;
	statement = SSA_NAME_DEF_STMT(a->terms[t].node);
	if (gimple_code(statement) != GIMPLE_PHI) {
		value = unwrapped(a, a->terms[t].node, &wraps);
		if (value.valid && has_reached(q, &value))
			return true;
		define_term(a, t);
		for (unsigned i = 0; a->terms[t].facts && i < a->terms[t].facts->length(); i++)
			if (has_reached(q, &(*a->terms[t].facts)[i]->nonnegative))
				return true;
		return false;
	}
	for (unsigned i = 0; i < gimple_phi_num_args(statement) && i < 4; i++) {
		value = linear_of(a, gimple_phi_arg_def(statement, i));
		if (value.valid && has_reached(q, &value))
			return true;
	}
	return false;
}

/* Do FACTS speak of what GOAL and KNOWN do, or of what is worked out from that? */
bool bear_on(struct analysis *a, const struct lc_linear *goal, const struct lc_fact *const *known,
	     size_t n_known, const auto_vec<lc_fact *> *facts)
{
	struct gathering q = {};

	reach(&q, goal);
	for (size_t i = 0; i < n_known; i++)
		reach(&q, &known[i]->nonnegative);
	for (lc_fact *fact : *facts) {
		if (has_reached(&q, &fact->nonnegative))
			return true;
		for (unsigned k = 0; k < fact->nonnegative.n; k++)
			if (is_derived(a, &q, fact->nonnegative.terms[k].term))
				return true;
	}
	return false;
}

static void gather_bearing(struct analysis *a, struct gathering *q,
			   const auto_vec<lc_fact *> *there)
{
	for (lc_fact *fact : *there) {
		const struct lc_linear *e = &fact->nonnegative;
		bool derived = false;

		for (unsigned k = 0; k < e->n && !derived; k++)
			derived = is_derived(a, q, e->terms[k].term);
		if (derived || has_reached(q, e))
			gather(q, fact);
	}
}

/* The comparisons on the way to AT, also those without which calls would not have returned. */
static void gather_guards(struct analysis *a, struct gathering *q, const struct point *at)
{
	for (basic_block block = at->block; block;
	     block = get_immediate_dominator(CDI_DOMINATORS, block))
		if (guards_at(a, block))
			gather_bearing(a, q, guards_at(a, block));
	for (const struct assuring *each : *assuring_calls(a)) {
		basic_block block = gimple_bb(each->call);

		if (block == at->block ? at->statement && may_precede(each->call, at->statement) :
					 dominated_by_p(CDI_DOMINATORS, at->block, block))
			gather_bearing(a, q, &each->facts);
	}
}

/*
 * A value that could wrap where it was worked out has not, if what is known
 * here says so: len - off where off <= len was tested afterwards.
 */
static void gather_unwrapped(struct analysis *a, struct gathering *q)
{
	for (unsigned i = 0; i < q->reached.length() && q->n + 2 < q->max; i++) {
		lc_term t = q->reached[i];
		struct lc_linear self = lc_linear_term(t), value, wraps = {};
		struct lc_proof proof = {};
		auto_vec<lc_fact *> equal;

		if (a->terms[t].kind != TERM_SSA || a->terms[t].unwrapping)
			continue;
		a->terms[t].unwrapping = true;
		value = unwrapped(a, a->terms[t].node, &wraps);
		if (value.valid && !lc_linear_equal(&value, &self) &&
		    lc_prove(q->facts, q->n, &wraps, &proof)) {
			add_equal(a, &equal, LC_FACT_VALUE, lc_linear_add(&self, &value, -1),
				  UNKNOWN_LOCATION, NULL, NULL);
			for (unsigned k = 0; k < equal.length(); k++)
				gather(q, equal[k]);
		}
		a->terms[t].unwrapping = false;
	}
}

/* What the facts so far say of products whose factors they speak of. */
static void gather_products(struct analysis *a, struct gathering *q, gimple *statement)
{
	auto_vec<lc_fact *> more;

	multiply_facts(a, &q->reached, q->facts, q->n, statement, &more);
	for (lc_fact *fact : more)
		gather(q, fact);
}

size_t facts_at(void *context, unsigned point, const struct lc_linear *goal,
		const struct lc_fact **facts, size_t max)
{
	struct analysis *a = (struct analysis *)context;
	struct point at = a->points[point];
	struct gathering q = {};
	size_t before;

	q.facts = facts;
	q.max = max;
	if (a->exhausted || a->work > ANALYSIS_WORK) {
		a->exhausted = true;
		return 0;
	}
	if (!at.statement)
		at.statement = lc_last_stmt(at.block);
	reach(&q, goal);
	do {
		before = q.reached.length();
		for (; q.done < q.reached.length() && q.n < max; q.done++) {
			lc_term t = q.reached[q.done];
			auto_vec<lc_fact *> ranges;

			a->work += 2;
			define_term(a, t);
			for (unsigned i = 0; a->terms[t].facts && i < a->terms[t].facts->length();
			     i++)
				gather(&q, (*a->terms[t].facts)[i]);
			add_ranges(a, &ranges, t, at.statement);
			if (a->terms[t].kind == TERM_PRODUCT)
				facts_of_product(a, &ranges, t, at.statement);
			for (unsigned i = 0; i < ranges.length(); i++)
				gather(&q, ranges[i]);
		}
		gather_guards(a, &q, &at);
		if (q.reached.length() == before)
			gather_unwrapped(a, &q);
		if (q.reached.length() == before)
			gather_products(a, &q, at.statement);
	} while (q.reached.length() > before && q.n < max);
	return q.n;
}
