/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Fourier-Motzkin elimination over the facts that touch the goal, and case
 * splits over joins. Every derived row remembers the facts it came from.
 */
#include "prove.h"

#include <string.h>

#define MAX_TERMS 32
#define MAX_ROWS 160

/* coefficients * terms + constant >= 0, derived from the facts in MASK. */
struct row {
	int64_t coefficient[MAX_TERMS];
	int64_t constant;
	uint64_t mask;
};

struct system {
	lc_term terms[MAX_TERMS];
	unsigned n_terms;
	struct row rows[MAX_ROWS];
	unsigned n_rows;
	const struct lc_fact *facts[LC_FACTS_MAX];
	size_t n_facts;
	unsigned *work;
	bool gave_up; /* rows, facts, terms or work were more than there is room for */
};

static int term_index(struct system *s, lc_term term, bool add)
{
	for (unsigned i = 0; i < s->n_terms; i++)
		if (s->terms[i] == term)
			return (int)i;
	if (!add || s->n_terms == MAX_TERMS)
		return -1;
	s->terms[s->n_terms] = term;
	return (int)s->n_terms++;
}

static bool touches(const struct system *s, const struct lc_linear *e)
{
	for (unsigned i = 0; i < e->n; i++)
		for (unsigned t = 0; t < s->n_terms; t++)
			if (s->terms[t] == e->terms[i].term)
				return true;
	return e->n == 0;
}

static bool add_terms(struct system *s, const struct lc_linear *e)
{
	for (unsigned i = 0; i < e->n; i++)
		if (term_index(s, e->terms[i].term, true) < 0)
			return false;
	return true;
}

/*
 * Takes the facts that share a term with the goal, directly or through other
 * facts, nearest first: the rest cannot contribute.
 */
static void select_facts(struct system *s, const struct lc_fact *const *facts, size_t n)
{
	bool grew = true;

	while (grew && s->n_facts < LC_FACTS_MAX) {
		unsigned known = s->n_terms;

		for (size_t i = 0; i < n && s->n_facts < LC_FACTS_MAX; i++) {
			bool taken = !facts[i]->nonnegative.valid;

			for (size_t j = 0; j < s->n_facts && !taken; j++)
				taken = s->facts[j] == facts[i];
			if (taken || !touches(s, &facts[i]->nonnegative))
				continue;
			if (!add_terms(s, &facts[i]->nonnegative)) {
				s->gave_up = true;
				continue;
			}
			s->facts[s->n_facts++] = facts[i];
		}
		grew = s->n_terms > known;
	}
	s->gave_up |= s->n_facts == LC_FACTS_MAX;
}

/* Divides a row by the common divisor of its coefficients; integers allow rounding down. */
static void tighten(const struct system *s, struct row *row)
{
	int64_t divisor = 0;

	for (unsigned t = 0; t < s->n_terms; t++) {
		int64_t a = row->coefficient[t] < 0 ? -row->coefficient[t] : row->coefficient[t];

		while (a) {
			int64_t rest = divisor % a;

			divisor = a;
			a = rest;
		}
	}
	if (divisor < 2)
		return;
	for (unsigned t = 0; t < s->n_terms; t++)
		row->coefficient[t] /= divisor;
	row->constant = row->constant / divisor - (row->constant % divisor < 0);
}

static void add_row(struct system *s, const struct lc_linear *e, uint64_t mask)
{
	struct row *row;

	s->gave_up |= s->n_rows == MAX_ROWS;
	if (!e->valid || s->n_rows == MAX_ROWS)
		return;
	row = &s->rows[s->n_rows++];
	memset(row->coefficient, 0, s->n_terms * sizeof(row->coefficient[0]));
	row->constant = e->constant;
	row->mask = mask;
	for (unsigned i = 0; i < e->n; i++) {
		int t = term_index(s, e->terms[i].term, false);

		/* INT64_MIN has no magnitude; a fact so large is of no use. */
		if (t < 0 || e->terms[i].coefficient == INT64_MIN) {
			s->n_rows--;
			return;
		}
		row->coefficient[t] = e->terms[i].coefficient;
	}
	tighten(s, row);
}

/* result = p * row_a + q * row_b with p, q > 0, such that TERM vanishes. */
static bool combine(const struct system *s, const struct row *a, const struct row *b, unsigned term,
		    struct row *result)
{
	int64_t p = -b->coefficient[term], q = a->coefficient[term], x, y;

	for (unsigned t = 0; t < s->n_terms; t++)
		if (__builtin_mul_overflow(a->coefficient[t], p, &x) ||
		    __builtin_mul_overflow(b->coefficient[t], q, &y) ||
		    __builtin_add_overflow(x, y, &result->coefficient[t]) ||
		    result->coefficient[t] == INT64_MIN)
			return false;
	if (__builtin_mul_overflow(a->constant, p, &x) ||
	    __builtin_mul_overflow(b->constant, q, &y) ||
	    __builtin_add_overflow(x, y, &result->constant))
		return false;
	result->mask = a->mask | b->mask;
	tighten(s, result);
	return true;
}

static bool is_constant(const struct system *s, const struct row *row)
{
	for (unsigned t = 0; t < s->n_terms; t++)
		if (row->coefficient[t])
			return false;
	return true;
}

/* Is ROW implied by one that is there: same coefficients, constant no larger? */
static bool implied(const struct system *s, const struct row *row)
{
	for (unsigned i = 0; i < s->n_rows; i++)
		if (s->rows[i].constant <= row->constant &&
		    !memcmp(s->rows[i].coefficient, row->coefficient,
			    s->n_terms * sizeof(row->coefficient[0])))
			return true;
	return false;
}

/* How many more rows are worth an elimination that forgets nothing of integers. */
#define WORTH_EXACT 64

/*
 * The term whose elimination makes the fewest rows, or -1 when none is left.
 * Elimination is exact over integers if on one side all coefficients are 1
 * (Pugh, The Omega Test, 2.3); otherwise it forgets what is a multiple of what.
 */
static int cheapest_term(const struct system *s)
{
	unsigned best_cost = ~0u;
	int best = -1;

	for (unsigned t = 0; t < s->n_terms; t++) {
		unsigned positive = 0, negative = 0, cost;
		bool ones = true, minus_ones = true;

		for (unsigned i = 0; i < s->n_rows; i++) {
			int64_t c = s->rows[i].coefficient[t];

			positive += c > 0;
			negative += c < 0;
			ones &= c <= 1;
			minus_ones &= c >= -1;
		}
		cost = positive * negative + (ones || minus_ones ? 0 : WORTH_EXACT);
		if ((positive || negative) && cost < best_cost) {
			best_cost = cost;
			best = (int)t;
		}
	}
	return best;
}

/* Most systems have few terms: a whole row is mostly room for more of them. */
static void copy_row(const struct system *s, struct row *to, const struct row *from)
{
	if (to == from)
		return;
	memcpy(to->coefficient, from->coefficient, s->n_terms * sizeof(to->coefficient[0]));
	to->constant = from->constant;
	to->mask = from->mask;
}

/* Is the system without solution? *MASK: the facts that make it so. */
static bool infeasible(struct system *s, uint64_t *mask)
{
	for (;;) {
		struct row fresh[MAX_ROWS];
		unsigned n_fresh = 0, kept = 0;
		int term;

		for (unsigned i = 0; i < s->n_rows; i++)
			if (is_constant(s, &s->rows[i]) && s->rows[i].constant < 0) {
				*mask = s->rows[i].mask;
				return true;
			}
		term = cheapest_term(s);
		if (term < 0)
			return false;
		for (unsigned i = 0; i < s->n_rows; i++)
			for (unsigned j = 0; j < s->n_rows && s->rows[i].coefficient[term] > 0;
			     j++) {
				if (s->rows[j].coefficient[term] >= 0)
					continue;
				if (++*s->work > LC_PROOF_WORK || n_fresh == MAX_ROWS) {
					s->gave_up = true;
					return false;
				}
				if (combine(s, &s->rows[i], &s->rows[j], (unsigned)term,
					    &fresh[n_fresh]))
					n_fresh++;
			}
		for (unsigned i = 0; i < s->n_rows; i++)
			if (!s->rows[i].coefficient[term])
				copy_row(s, &s->rows[kept++], &s->rows[i]);
		s->n_rows = kept;
		for (unsigned i = 0; i < n_fresh && s->n_rows < MAX_ROWS; i++)
			if (!implied(s, &fresh[i]))
				copy_row(s, &s->rows[s->n_rows++], &fresh[i]);
		s->gave_up |= n_fresh && s->n_rows == MAX_ROWS;
	}
}

/*
 * The best witness of FACT: what a value is known to be at a point has no place
 * to show; a comparison that says the same has one.
 */
static const struct lc_fact *witness(const struct system *s, const struct lc_fact *fact)
{
	if (fact->kind != LC_FACT_VALUE || fact->place.line)
		return fact;
	for (size_t i = 0; i < s->n_facts; i++) {
		const struct lc_fact *other = s->facts[i];

		if (other->kind == LC_FACT_GUARD && other->place.line && !other->assumes &&
		    lc_linear_equal(&other->nonnegative, &fact->nonnegative))
			return other;
	}
	return fact;
}

static void note_used(const struct system *s, uint64_t mask, struct lc_proof *proof)
{
	for (size_t i = 0; i < s->n_facts; i++) {
		const struct lc_fact *fact;
		bool known = false;

		if (!(mask >> i & 1))
			continue;
		fact = witness(s, s->facts[i]);
		for (size_t j = 0; j < proof->n; j++)
			known |= proof->used[j] == fact;
		if (!known && proof->n < LC_FACTS_MAX)
			proof->used[proof->n++] = fact;
	}
}

bool lc_prove(const struct lc_fact *const *facts, size_t n, const struct lc_linear *goal,
	      struct lc_proof *proof)
{
	struct system s;
	struct lc_linear negated;
	unsigned own_work = 0;
	uint64_t mask = 0;

	if (!goal->valid)
		return false;
	if (!goal->n)
		return goal->constant >= 0;
	s.n_terms = 0;
	s.n_rows = 0;
	s.n_facts = 0;
	s.gave_up = false;
	s.work = proof ? &proof->work : &own_work;
	if (*s.work > LC_PROOF_WORK || !add_terms(&s, goal)) {
		if (proof)
			proof->gave_up = true;
		return false;
	}
	select_facts(&s, facts, n);
	for (size_t i = 0; i < s.n_facts; i++)
		add_row(&s, &s.facts[i]->nonnegative, (uint64_t)1 << i);
	/* Over integers, not (goal >= 0) is -goal - 1 >= 0. */
	negated = lc_linear_scale(goal, -1);
	negated = lc_linear_plus(&negated, -1);
	if (!negated.valid || s.n_rows == MAX_ROWS)
		return false;
	add_row(&s, &negated, 0);
	if (!infeasible(&s, &mask)) {
		if (proof)
			proof->gave_up |= s.gave_up;
		return false;
	}
	if (proof)
		note_used(&s, mask, proof);
	return true;
}

bool lc_contradictory(const struct lc_fact *const *facts, size_t n)
{
	/* A contradiction proves anything about any term; ask about each in turn. */
	struct lc_proof proof = { .n = 0, .work = 0 };
	lc_term asked[MAX_TERMS];
	unsigned n_asked = 0;

	for (size_t i = 0; i < n; i++) {
		const struct lc_linear *e = &facts[i]->nonnegative;
		struct lc_linear self;
		bool seen = false;

		if (!e->valid)
			continue;
		if (!e->n && e->constant < 0)
			return true;
		if (!e->n)
			continue;
		for (unsigned j = 0; j < n_asked; j++)
			seen |= asked[j] == e->terms[0].term;
		if (seen || n_asked == MAX_TERMS)
			continue;
		asked[n_asked++] = e->terms[0].term;
		self = lc_linear_term(e->terms[0].term);
		self = lc_linear_plus(&self, -(INT64_MAX / 4));
		if (lc_prove(facts, n, &self, &proof)) {
			/* term >= huge and term < huge; with <= an equality would do. */
			struct lc_linear other = lc_linear_scale(&self, -1);

			other = lc_linear_plus(&other, -1);
			if (lc_prove(facts, n, &other, &proof))
				return true;
		}
	}
	return false;
}

int64_t lc_lower_bound(const struct lc_fact *const *facts, size_t n,
		       const struct lc_linear *expression, int64_t low, int64_t high)
{
	while (low < high) {
		/* Rounded up, and without overflow of the distance. */
		int64_t middle = high - (int64_t)(((uint64_t)high - (uint64_t)low) / 2);
		struct lc_linear goal = lc_linear_plus(expression, -middle);

		if (lc_prove(facts, n, &goal, NULL))
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

/* The facts at POINT that bear on GOAL, and the N_MORE that came with the way there. */
static size_t facts_with(const struct lc_flow *flow, unsigned point, const struct lc_linear *goal,
			 const struct lc_fact *const *more, size_t n_more,
			 const struct lc_fact **facts)
{
	size_t n = flow->facts(flow->context, point, goal, facts, 3 * LC_FACTS_MAX);

	for (size_t i = 0; i < n_more && n < LC_WAY_FACTS_MAX; i++)
		facts[n++] = more[i];
	return n;
}

/* The facts of edge I into JOIN, and those below it, which stay true on each way into it. */
static size_t facts_along(const struct lc_flow *flow, unsigned point, unsigned join, unsigned i,
			  unsigned *start, const struct lc_fact *const *below, size_t n_below,
			  const struct lc_fact **along)
{
	size_t n;

	*start = point;
	n = flow->edge(flow->context, join, i, start, along, LC_FACTS_MAX);

	for (size_t k = 0; k < n_below && n < 2 * LC_FACTS_MAX; k++)
		along[n++] = below[k];
	return n;
}

/* The nearest join above POINT, where FACTS are known, that may help with GOAL. */
static unsigned join_for(const struct lc_flow *flow, unsigned point, const struct lc_linear *goal,
			 const struct lc_fact *const *facts, size_t n, unsigned *join)
{
	return flow->worth ? flow->worth(flow->context, point, goal, facts, n, join) :
			     flow->join(flow->context, point, join);
}

static bool prove_with(const struct lc_flow *flow, unsigned point, const struct lc_linear *goal,
		       unsigned depth, struct lc_proof *proof, const struct lc_fact *const *more,
		       size_t n_more)
{
	const struct lc_fact *facts[LC_WAY_FACTS_MAX];
	size_t n = facts_with(flow, point, goal, more, n_more, facts);
	unsigned join, n_edges;

	if (lc_prove(facts, n, goal, proof))
		return true;
	if (!depth || proof->work > LC_PROOF_WORK)
		return false;
	n_edges = join_for(flow, point, goal, facts, n, &join);
	if (!n_edges)
		return false;
	for (unsigned i = 0; i < n_edges; i++) {
		const struct lc_fact *along[2 * LC_FACTS_MAX];
		unsigned start;
		size_t n_along;

		if (flow->possible && !flow->possible(flow->context, point, join, i))
			continue;
		n_along = facts_along(flow, point, join, i, &start, facts, n, along);
		if (!prove_with(flow, start, goal, depth - 1, proof, along, n_along))
			return false;
	}
	return true;
}

bool lc_prove_at(const struct lc_flow *flow, unsigned point, const struct lc_linear *goal,
		 unsigned depth, struct lc_proof *proof)
{
	struct lc_proof own = { .n = 0 };

	return prove_with(flow, point, goal, depth, proof ? proof : &own, NULL, 0);
}

/* A search for ways, and how much of it is left. */
struct ways {
	const struct lc_flow *flow;
	const struct lc_linear *goal;
	lc_way_visit *visit;
	void *data;
	bool loops;
	unsigned left;
	struct lc_proof proof;
};

/* Goes back from POINT; false if no more is wanted. *FOUND: GOAL fails on some way here. */
static bool go_back(struct ways *w, unsigned point, unsigned depth,
		    const struct lc_fact *const *more, size_t n_more, bool *found)
{
	const struct lc_flow *flow = w->flow;
	const struct lc_fact *facts[LC_WAY_FACTS_MAX];
	size_t n = facts_with(flow, point, w->goal, more, n_more, facts);
	unsigned join = 0, n_edges;
	bool further = false;

	w->proof.n = 0;
	if (lc_prove(facts, n, w->goal, &w->proof))
		return true;
	*found = true;
	n_edges = !depth   ? 0 :
		  w->loops ? flow->entry(flow->context, point, &join) :
			     join_for(flow, point, w->goal, facts, n, &join);
	for (unsigned i = 0; i < n_edges && w->left; i++) {
		const struct lc_fact *along[2 * LC_FACTS_MAX];
		unsigned start;
		size_t n_along;

		if (flow->possible && !flow->possible(flow->context, point, join, i))
			continue;
		n_along = facts_along(flow, point, join, i, &start, facts, n, along);
		if (!go_back(w, start, depth - 1, along, n_along, &further))
			return false;
	}
	if (further || !w->left)
		return true;
	w->left--;
	return w->visit(w->data, facts, n);
}

bool lc_ways_without(const struct lc_flow *flow, unsigned point, const struct lc_linear *goal,
		     unsigned depth, unsigned most, bool loops, lc_way_visit *visit, void *data)
{
	struct ways w = { .flow = flow, .goal = goal, .visit = visit, .data = data, .left = most };
	bool found = false;

	w.loops = loops && flow->entry;
	return go_back(&w, point, depth, NULL, 0, &found);
}
