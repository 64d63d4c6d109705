/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The proof engine: does a linear inequality follow from the facts at a point?
 *
 * lc_prove() decides one conjunction by Fourier-Motzkin elimination (Schrijver,
 * Theory of Linear and Integer Programming, 12.2) with a bound on its work, and
 * names the facts that the proof used. lc_prove_at() splits cases over the
 * joins of a control flow graph that the adapter describes.
 */
#ifndef LC_PROVE_H
#define LC_PROVE_H

#include "linear.h"
#include "place.h"

#ifdef __cplusplus
extern "C" {
#endif

enum lc_fact_kind {
	LC_FACT_GUARD, /* a comparison on the way here */
	LC_FACT_EXTENT, /* which bytes an object has, or which length belongs to a pointer */
	LC_FACT_VALUE, /* what a value is: its definition or range */
	LC_FACT_TYPE, /* what its type alone says of it */
	LC_FACT_LOOP, /* what a loop keeps */
	LC_FACT_ANSWER, /* a comparison in a function that is called, which may compare with more */
};

/* NONNEGATIVE >= 0 holds, for the reason given. Strings are borrowed. */
struct lc_fact {
	struct lc_linear nonnegative;
	enum lc_fact_kind kind;
	struct lc_place place; /* line 0: of no interest as evidence */
	const char *reason; /* a phrase: "len >= 8" */
	const char *assumes; /* what is taken on trust, or NULL */
};

#define LC_FACTS_MAX 64
/* So many are known of a point at most, with what holds along a way to it. */
#define LC_WAY_FACTS_MAX (4 * LC_FACTS_MAX)

/* Which facts a proof used. Cleared by the caller; proofs add to it. */
struct lc_proof {
	const struct lc_fact *used[LC_FACTS_MAX];
	size_t n;
	unsigned work; /* eliminations done so far; shared by the cases of one question */
	bool gave_up; /* a bound was reached: what did not follow might, with more work */
};

/* Work allowed for one question, in row combinations. */
#define LC_PROOF_WORK 20000u

/*
 * Does GOAL >= 0 follow from the N facts? Adds what it used to PROOF (may be
 * NULL). False also when the bound on work is reached: proof->work tells.
 */
bool lc_prove(const struct lc_fact *const *facts, size_t n, const struct lc_linear *goal,
	      struct lc_proof *proof);

/* Do the facts contradict each other: is the point unreachable? */
bool lc_contradictory(const struct lc_fact *const *facts, size_t n);

/* The largest c for which EXPRESSION >= c follows, searched from LOW (if none) up to HIGH. */
int64_t lc_lower_bound(const struct lc_fact *const *facts, size_t n,
		       const struct lc_linear *expression, int64_t low, int64_t high);

/*
 * What an adapter tells of the control flow. A point is the adapter's number
 * for a place in a function (the end of a block, an access).
 */
struct lc_flow {
	void *context;
	/* Facts at POINT that may bear on GOAL, at most MAX; returns how many. */
	size_t (*facts)(void *context, unsigned point, const struct lc_linear *goal,
			const struct lc_fact **facts, size_t max);
	/*
	 * The nearest join at or above POINT that is worth splitting for and into
	 * which no edge goes back: its number of incoming edges, or 0 if there is none.
	 */
	unsigned (*join)(void *context, unsigned point, unsigned *join);
	/*
	 * The nearest such join whose ways differ in what bears on GOAL, of which
	 * KNOWN is known. May be NULL: as above.
	 */
	unsigned (*worth)(void *context, unsigned point, const struct lc_linear *goal,
			  const struct lc_fact *const *known, size_t n_known, unsigned *join);
	/*
	 * The same, but the head of a loop will do as well: of its edges only those
	 * from outside the loop are possible. May be NULL: as above.
	 */
	unsigned (*entry)(void *context, unsigned point, unsigned *join);
	/* Can control come over edge I into JOIN and get to POINT? May be NULL: it always can. */
	bool (*possible)(void *context, unsigned point, unsigned join, unsigned i);
	/*
	 * Edge I into JOIN: the point at its start, and the facts that hold when
	 * control comes that way (its condition, what the join's merged values are).
	 * *POINT comes in as the point below, which is asked what it knows of those.
	 */
	size_t (*edge)(void *context, unsigned join, unsigned i, unsigned *point,
		       const struct lc_fact **facts, size_t max);
	/*
	 * What the value that TERM stands for is by its definition alone; INT64_MIN,
	 * INT64_MAX: no bound. May be NULL: not known.
	 */
	bool (*bounds)(void *context, lc_term term, int64_t *low, int64_t *high);
	/* Is there work to spare for more than verdicts? May be NULL: there is. */
	bool (*spare)(void *context);
	/* Set where the adapter gave up: facts may be missing from then on. May be NULL. */
	const bool *exhausted;
};

/*
 * Does GOAL >= 0 hold at POINT? DEPTH bounds how many joins are split one
 * inside the other. Adds what it used to PROOF (may be NULL).
 */
bool lc_prove_at(const struct lc_flow *flow, unsigned point, const struct lc_linear *goal,
		 unsigned depth, struct lc_proof *proof);

/* What is known along one way to a point, at most LC_WAY_FACTS_MAX; see lc_ways_without(). Returns whether to go on. */
typedef bool lc_way_visit(void *data, const struct lc_fact *const *facts, size_t n);

/*
 * Visits ways to POINT, DEPTH joins back at most, along which GOAL >= 0 does not
 * follow: for each its facts. Into a loop it takes the
 * first turn, if LOOPS, and else none. No more than MOST of them; false if VISIT wanted no more.
 */
bool lc_ways_without(const struct lc_flow *flow, unsigned point, const struct lc_linear *goal,
		     unsigned depth, unsigned most, bool loops, lc_way_visit *visit, void *data);

#ifdef __cplusplus
}
#endif
#endif
