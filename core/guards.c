/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What comparisons on the way to an access are worth where they prove nothing:
 * which bound its room, by how much, and which may, for all that is known.
 */
#include "guards.h"

/* Does the comparison GUARD share a term with E; if DIRECTED, the same way round? */
bool lc_guard_shares(const struct lc_fact *guard, const struct lc_linear *e, bool directed)
{
	for (unsigned t = 0; t < e->n; t++) {
		int64_t c = lc_linear_coefficient(&guard->nonnegative, e->terms[t].term);

		if (c && (!directed || (c > 0) == (e->terms[t].coefficient > 0)))
			return true;
	}
	return false;
}

/* Is TERM of the bytes: of what is LEFT of them, of their start and end, or of their length? */
static bool is_of_bytes(const struct lc_need *need, const struct lc_linear *left, lc_term term)
{
	return lc_linear_coefficient(left, term) || lc_linear_coefficient(&need->extent, term) ||
	       (need->length && lc_linear_coefficient(&need->length->value, term));
}

/* Does GUARD speak of anything else? */
bool lc_guard_speaks_of_more(const struct lc_fact *guard, const struct lc_need *need,
			     const struct lc_linear *left)
{
	for (unsigned t = 0; t < guard->nonnegative.n; t++)
		if (!is_of_bytes(need, left, guard->nonnegative.terms[t].term))
			return true;
	return false;
}

/* Did PROOF use FACT, or one that says the same: a range that came of the comparison? */
bool lc_guard_is_used(const struct lc_proof *proof, const struct lc_fact *fact)
{
	for (size_t i = 0; i < proof->n; i++)
		if (proof->used[i] == fact ||
		    lc_linear_equal(&proof->used[i]->nonnegative, &fact->nonnegative))
			return true;
	return false;
}

/*
 * Is what GUARD speaks of besides the bytes bounded by what else the
 * proof of the bound used: a comparison of its own, a value that it was given?
 */
bool lc_guard_is_bounded(const struct lc_fact *guard, const struct lc_need *need,
			 const struct lc_linear *left, const struct lc_proof *bound)
{
	bool used = lc_guard_is_used(bound, guard);

	for (unsigned t = 0; used && t < guard->nonnegative.n; t++) {
		lc_term term = guard->nonnegative.terms[t].term;
		bool otherwise = is_of_bytes(need, left, term);

		for (size_t i = 0; i < bound->n && !otherwise; i++)
			otherwise = bound->used[i]->kind != LC_FACT_TYPE &&
				    bound->used[i]->kind != LC_FACT_EXTENT &&
				    !lc_linear_equal(&bound->used[i]->nonnegative,
						     &guard->nonnegative) &&
				    lc_linear_coefficient(&bound->used[i]->nonnegative, term);
		used = otherwise;
	}
	return used;
}

/* Does GUARD only say again what the comparisons do that PROOF rests on? */
bool lc_guard_is_implied(const struct lc_fact *guard, const struct lc_fact *const *facts, size_t n,
			 const struct lc_proof *proof)
{
	const struct lc_fact *others[LC_WAY_FACTS_MAX];
	struct lc_proof again = { .n = 0 };
	size_t kept = 0;

	for (size_t i = 0; i < n && i < LC_WAY_FACTS_MAX; i++)
		if (facts[i]->kind != LC_FACT_GUARD ||
		    (facts[i] != guard && lc_guard_is_used(proof, facts[i])))
			others[kept++] = facts[i];
	if (!lc_prove(others, kept, &guard->nonnegative, &again))
		return false;
	for (size_t i = 0; i < again.n; i++)
		if (again.used[i]->kind == LC_FACT_GUARD)
			return true;
	return false;
}

/* Does a comparison other than GUARD bound TERM from below? */
static bool is_bounded_otherwise(const struct lc_fact *guard, lc_term term,
				 const struct lc_fact *const *facts, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (facts[i] != guard && facts[i]->kind == LC_FACT_GUARD &&
		    lc_linear_coefficient(&facts[i]->nonnegative, term) > 0)
			return true;
	return false;
}

/*
 * A record's own length fits in what is there, and nothing says that it is any: with GUARD
 * just met by a length of 0, are bytes certainly missing?
 */
bool lc_guard_may_ask_for_none(const struct lc_fact *guard, const struct lc_need *need,
			       const struct lc_fact *const *facts, size_t n,
			       const struct lc_linear *left)
{
	const struct lc_fact *with[LC_WAY_FACTS_MAX];
	struct lc_fact none[LC_LINEAR_TERMS];
	size_t more = 0;

	if (!need->unheeded || need->silent)
		return false;
	for (unsigned t = 0; t < guard->nonnegative.n; t++) {
		lc_term term = guard->nonnegative.terms[t].term;
		struct lc_linear value = lc_linear_term(term);

		if (is_of_bytes(need, left, term))
			continue;
		if (guard->nonnegative.terms[t].coefficient > 0 ||
		    is_bounded_otherwise(guard, term, facts, n) || !need->unheeded(need, term))
			return false;
		none[more] = (struct lc_fact){ .kind = LC_FACT_VALUE };
		none[more].nonnegative = lc_linear_scale(&value, -1);
		with[more] = &none[more];
		more++;
	}
	for (size_t i = 0; i < n && more < LC_WAY_FACTS_MAX; i++)
		with[more++] = facts[i];
	return lc_guard_leaves_too_little(guard, with, more, left) && !lc_contradictory(with, more);
}

/* With GUARD just met and no more, are bytes certainly missing? */
bool lc_guard_leaves_too_little(const struct lc_fact *guard, const struct lc_fact *const *facts,
				size_t n, const struct lc_linear *left)
{
	const struct lc_fact *with[LC_WAY_FACTS_MAX + 1];
	struct lc_fact met = { .kind = LC_FACT_GUARD };
	struct lc_linear goal = lc_linear_scale(left, -1);

	met.nonnegative = lc_linear_scale(&guard->nonnegative, -1);
	goal = lc_linear_plus(&goal, -1);
	for (size_t i = 0; i < n && i < LC_WAY_FACTS_MAX; i++)
		with[i + 1] = facts[i];
	with[0] = &met;
	return lc_prove(with, n + 1, &goal, NULL);
}

/*
 * By how many bytes may an access begin too early, if comparisons leave it that
 * much and no more: a trailer that is counted back from the end, an index that goes down?
 */
int64_t lc_guard_earliness(const struct lc_need *need, const struct lc_fact *const *facts, size_t n)
{
	int64_t least = lc_lower_bound(facts, n, &need->from, -LC_MOST_SHORT - 1, 0);
	struct lc_linear goal = lc_linear_plus(&need->from, -least);
	struct lc_proof proof = { .n = 0 };

	if (least < -LC_MOST_SHORT || least >= 0 || need->mistaken || need->on_the_way ||
	    !lc_prove(facts, n, &goal, &proof))
		return 0;
	for (size_t i = 0; i < proof.n; i++)
		if (proof.used[i]->kind == LC_FACT_GUARD &&
		    lc_guard_shares(proof.used[i], &need->from, true))
			return -least;
	return 0;
}

bool lc_guard_is_heard(const struct lc_need *need, const struct lc_proof *proof)
{
	const struct lc_place *at = &need->on_the_way_at;

	for (size_t i = 0; need->on_the_way && at->line && i < proof->n; i++)
		if (proof->used[i]->kind == LC_FACT_GUARD &&
		    lc_place_is_same(&proof->used[i]->place, at))
			return true;
	return false;
}

/* Does E speak of all of OFFSET, taken away, and else only of how many bytes there are? */
static bool holds_offset_alone(const struct lc_need *need, const struct lc_linear *e,
			       const struct lc_linear *offset)
{
	for (unsigned t = 0; t < offset->n; t++)
		if (lc_linear_coefficient(e, offset->terms[t].term) !=
		    -offset->terms[t].coefficient)
			return false;
	for (unsigned t = 0; t < e->n; t++)
		if (!lc_linear_coefficient(offset, e->terms[t].term) &&
		    !is_of_bytes(need, &need->extent, e->terms[t].term))
			return false;
	return true;
}

/* Does GUARD bound what it speaks of by how many bytes there are? */
static bool is_bounded_by_bytes(const struct lc_need *need, const struct lc_fact *guard)
{
	return lc_guard_shares(guard, &need->extent, true) ||
	       (need->length && lc_guard_shares(guard, &need->length->value, true));
}

/* Is OFFSET compared with how many bytes there are, and with nothing but them and constants? */
static bool is_only_compared_alone(const struct lc_need *need, const struct lc_fact *const *facts,
				   size_t n, const struct lc_linear *offset)
{
	bool found = false;

	for (size_t i = 0; i < n; i++) {
		const struct lc_linear *e = &facts[i]->nonnegative;

		if (facts[i]->kind != LC_FACT_GUARD || e->n == offset->n ||
		    !(lc_guard_shares(facts[i], offset, true) ||
		      lc_guard_shares(facts[i], offset, false)))
			continue;
		if (!holds_offset_alone(need, e, offset))
			return false;
		found |= is_bounded_by_bytes(need, facts[i]);
	}
	return found;
}

const struct lc_fact *lc_guard_without_offset(const struct lc_need *need,
					      const struct lc_fact *const *facts, size_t n,
					      const struct lc_linear *left)
{
	const struct lc_fact *others[LC_WAY_FACTS_MAX];
	struct lc_linear offset = lc_linear_plus(&need->view, -need->view.constant);
	struct lc_linear goal = lc_linear_add(left, &offset, 1);
	struct lc_proof proof = { .n = 0 };

	if (!goal.valid || !offset.n || lc_linear_is_constant(&need->extent) ||
	    !is_only_compared_alone(need, facts, n, &offset) || !lc_prove(facts, n, &goal, &proof))
		return NULL;
	for (size_t i = 0; i < proof.n; i++) {
		const struct lc_fact *guard = proof.used[i];
		size_t kept = 0;

		if (guard->kind != LC_FACT_GUARD || !is_bounded_by_bytes(need, guard) ||
		    !lc_guard_speaks_of_more(guard, need, &need->extent) ||
		    lc_guard_shares(guard, &offset, true) || lc_guard_shares(guard, &offset, false))
			continue;
		for (size_t k = 0; k < n && kept < LC_WAY_FACTS_MAX; k++)
			if (facts[k] != guard)
				others[kept++] = facts[k];
		if (!lc_prove(others, kept, &goal, NULL))
			return guard;
	}
	return NULL;
}
