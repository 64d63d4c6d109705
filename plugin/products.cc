/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Products of two values that are not constant, as terms: n * size of
 * calloc (n, size). What is known of the two bounds the product.
 */
#include "across.h"

#define MOST_PRODUCTS 8 /* looked at in one question */

static lc_term find_product(struct analysis *a, lc_term one, lc_term two)
{
	for (lc_term t = 1; t < a->terms.length(); t++)
		if (a->terms[t].kind == TERM_PRODUCT && a->terms[t].factors[0] == MIN(one, two) &&
		    a->terms[t].factors[1] == MAX(one, two))
			return t;
	return 0;
}

static lc_term term_of_product(struct analysis *a, lc_term one, lc_term two)
{
	lc_term t = find_product(a, one, two);

	if (t)
		return t;
	t = new_term(a, TERM_PRODUCT, NULL_TREE);
	a->terms[t].factors[0] = MIN(one, two);
	a->terms[t].factors[1] = MAX(one, two);
	a->terms[t].defined = true;
	return t;
}

/* Is the term a value, whose products mean something? */
static bool is_value(struct analysis *a, lc_term t)
{
	enum term_kind kind = a->terms[t].kind;
	tree node = a->terms[t].node;

	return (kind == TERM_SSA || kind == TERM_LOAD) && node && INTEGRAL_TYPE_P(TREE_TYPE(node));
}

/* ONE times TWO, without wrapping; terms are made only where MAKE. Invalid if that is not known. */
static struct lc_linear multiplied(struct analysis *a, const struct lc_linear *one,
				   const struct lc_linear *two, bool make)
{
	struct lc_linear sum = lc_linear_scale(two, one->constant), part;

	if (!one->valid || !two->valid)
		sum.valid = false;
	for (unsigned i = 0; sum.valid && i < one->n; i++) {
		part = lc_linear_term(one->terms[i].term);
		part = lc_linear_scale(&part, two->constant);
		sum = lc_linear_add(&sum, &part, one->terms[i].coefficient);
		for (unsigned k = 0; sum.valid && k < two->n; k++) {
			lc_term x = one->terms[i].term, y = two->terms[k].term, t;

			t = !is_value(a, x) || !is_value(a, y) ? 0 :
			    make                               ? term_of_product(a, x, y) :
								 find_product(a, x, y);
			part = lc_linear_term(t);
			part = lc_linear_scale(&part, two->terms[k].coefficient);
			sum = lc_linear_add(&sum, &part, one->terms[i].coefficient);
			sum.valid &= t != 0;
		}
	}
	return sum;
}

struct lc_linear linear_product(struct analysis *a, const struct lc_linear *one,
				const struct lc_linear *two)
{
	return multiplied(a, one, two, true);
}

/* What the value of T is at STATEMENT, at least and at most; false if it may be negative. */
static bool bounds_at(struct analysis *a, lc_term t, gimple *statement, HOST_WIDE_INT *low,
		      HOST_WIDE_INT *high)
{
	tree node = a->terms[t].node;

	if (a->terms[t].kind == TERM_SSA) {
		if (value_range_at(a, node, statement, low, high))
			return *low >= 0;
		*high = HOST_WIDE_INT_MAX;
		return low_at(a, node, statement, low) && *low >= 0;
	}
	type_bounds(TREE_TYPE(node), low, high);
	return *low >= 0;
}

/* X * Y is at least what the least of each make it, and at most ...: McCormick's envelope. */
void facts_of_product(struct analysis *a, auto_vec<lc_fact *> *facts, lc_term t, gimple *statement)
{
	lc_term factors[2] = { a->terms[t].factors[0], a->terms[t].factors[1] };
	struct lc_linear self = lc_linear_term(t), x, y, rest;
	struct lc_arena *arena = &a->unit->arena;
	HOST_WIDE_INT low[2], high[2], least;
	const char *reason = NULL;

	for (unsigned i = 0; i < 2; i++)
		if (!bounds_at(a, factors[i], statement, &low[i], &high[i]))
			return;
	x = lc_linear_term(factors[0]);
	y = lc_linear_term(factors[1]);
	/* (x - low) * (y - low) >= 0 */
	if (__builtin_mul_overflow(low[0], low[1], &least))
		return;
	rest = lc_linear_add(&self, &x, -low[1]);
	rest = lc_linear_add(&rest, &y, -low[0]);
	if (low[0] || low[1])
		reason = lc_arena_printf(arena, "%s >= %lld and %s >= %lld",
					 describe(arena, a->terms[factors[0]].node),
					 (long long)low[0],
					 describe(arena, a->terms[factors[1]].node),
					 (long long)low[1]);
	add_fact(a, facts, LC_FACT_VALUE, lc_linear_plus(&rest, least), UNKNOWN_LOCATION, reason,
		 NULL);
	/* (high - x) * (y - low) >= 0, and the other way round */
	for (unsigned i = 0; i < 2; i++) {
		struct lc_linear *mine = i ? &y : &x, *other = i ? &x : &y;

		if (high[i] >= INT_MAX || low[!i] >= INT_MAX)
			continue;
		rest = lc_linear_scale(&self, -1);
		rest = lc_linear_add(&rest, other, high[i]);
		rest = lc_linear_add(&rest, mine, low[!i]);
		add_fact(a, facts, LC_FACT_VALUE, lc_linear_plus(&rest, -high[i] * low[!i]),
			 UNKNOWN_LOCATION, NULL, NULL);
	}
}

/* NAME is worked out as LEFT * RIGHT: it is no more than the product, and the product if that has room. */
void define_by_product(struct analysis *a, auto_vec<lc_fact *> *facts, tree name, tree left,
		       tree right, gimple *statement)
{
	tree type = TREE_TYPE(name);
	struct lc_linear self = lc_linear_term(term_of_ssa(a, name)), l = linear_of(a, left),
			 r = linear_of(a, right), difference;
	HOST_WIDE_INT low, high, l0, l1, r0, r1, most;
	bool signed_type = !TYPE_UNSIGNED(type), known;

	if (lc_linear_is_constant(&l) || lc_linear_is_constant(&r))
		return;
	difference = linear_product(a, &l, &r);
	difference = lc_linear_add(&difference, &self, -1);
	if (!difference.valid)
		return;
	known = value_range_at(a, left, statement, &l0, &l1) && l0 >= 0 &&
		value_range_at(a, right, statement, &r0, &r1) && r0 >= 0;
	type_bounds(type, &low, &high);
	if ((signed_type && TYPE_OVERFLOW_UNDEFINED(type)) ||
	    (known && !__builtin_mul_overflow(l1, r1, &most) && most <= high))
		add_equal(a, facts, LC_FACT_VALUE, difference, UNKNOWN_LOCATION, NULL, NULL);
	else if (!signed_type)
		add_fact(a, facts, LC_FACT_VALUE, difference, UNKNOWN_LOCATION, NULL, NULL);
}

/*
 * What is known of a factor holds of its products: with i < n, and size not
 * less than 0, i * size + size <= n * size. Only products that are asked about.
 */
void multiply_facts(struct analysis *a, const auto_vec<lc_term> *reached,
		    const struct lc_fact *const *known, size_t n, gimple *statement,
		    auto_vec<lc_fact *> *more)
{
	unsigned looked_at = 0;

	for (unsigned i = 0; i < reached->length() && looked_at < MOST_PRODUCTS; i++) {
		lc_term t = (*reached)[i];

		if (a->terms[t].kind != TERM_PRODUCT)
			continue;
		looked_at++;
		for (unsigned f = 0; f < 2; f++) {
			lc_term x = a->terms[t].factors[f], y = a->terms[t].factors[!f];
			struct lc_linear by = lc_linear_term(y), product;
			HOST_WIDE_INT low, high;

			if (!bounds_at(a, y, statement, &low, &high))
				continue;
			for (size_t k = 0; k < n; k++) {
				const struct lc_fact *fact = known[k];

				a->work++;
				if (fact->nonnegative.n < 2 || fact->kind == LC_FACT_EXTENT ||
				    !lc_linear_coefficient(&fact->nonnegative, x))
					continue;
				product = multiplied(a, &fact->nonnegative, &by, false);
				if (!product.valid)
					continue;
				lc_fact *there = new_fact(a, LC_FACT_VALUE, product,
							  UNKNOWN_LOCATION, fact->reason);
				if (!there)
					return;
				there->place = fact->place;
				there->assumes = fact->assumes;
				more->safe_push(there);
			}
		}
	}
}
