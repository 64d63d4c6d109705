/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Linear expressions over opaque terms. Overflow makes an expression invalid,
 * and nothing is ever proven from an invalid one.
 */
#include "linear.h"

#include <string.h>

static struct lc_linear invalid(void)
{
	struct lc_linear result;

	memset(&result, 0, sizeof(result));
	return result;
}

struct lc_linear lc_linear_constant(int64_t value)
{
	struct lc_linear result = invalid();

	result.valid = true;
	result.constant = value;
	return result;
}

struct lc_linear lc_linear_term(lc_term term)
{
	struct lc_linear result = lc_linear_constant(0);

	result.n = 1;
	result.terms[0].term = term;
	result.terms[0].coefficient = 1;
	return result;
}

/* sum = a + factor * b, false on overflow. */
static bool add_scaled(int64_t a, int64_t b, int64_t factor, int64_t *sum)
{
	int64_t product;

	return !__builtin_mul_overflow(b, factor, &product) &&
	       !__builtin_add_overflow(a, product, sum);
}

struct lc_linear lc_linear_add(const struct lc_linear *a, const struct lc_linear *b, int64_t factor)
{
	struct lc_linear result = lc_linear_constant(0);
	unsigned i = 0, j = 0;

	if (!a->valid || !b->valid ||
	    !add_scaled(a->constant, b->constant, factor, &result.constant))
		return invalid();
	while (i < a->n || j < b->n) {
		lc_term term;
		int64_t coefficient, left = 0, right = 0;

		if (j == b->n || (i < a->n && a->terms[i].term < b->terms[j].term))
			term = a->terms[i].term;
		else
			term = b->terms[j].term;
		if (i < a->n && a->terms[i].term == term)
			left = a->terms[i++].coefficient;
		if (j < b->n && b->terms[j].term == term)
			right = b->terms[j++].coefficient;
		if (!add_scaled(left, right, factor, &coefficient))
			return invalid();
		if (!coefficient)
			continue;
		if (result.n == LC_LINEAR_TERMS)
			return invalid();
		result.terms[result.n].term = term;
		result.terms[result.n++].coefficient = coefficient;
	}
	return result;
}

struct lc_linear lc_linear_scale(const struct lc_linear *a, int64_t factor)
{
	struct lc_linear zero = lc_linear_constant(0);

	return lc_linear_add(&zero, a, factor);
}

struct lc_linear lc_linear_plus(const struct lc_linear *a, int64_t value)
{
	struct lc_linear constant = lc_linear_constant(value);

	return lc_linear_add(a, &constant, 1);
}

bool lc_linear_equal(const struct lc_linear *a, const struct lc_linear *b)
{
	struct lc_linear difference = lc_linear_add(a, b, -1);

	return difference.valid && !difference.n && !difference.constant;
}

bool lc_linear_is_constant(const struct lc_linear *a)
{
	return a->valid && !a->n;
}

int64_t lc_linear_coefficient(const struct lc_linear *a, lc_term term)
{
	for (unsigned i = 0; i < a->n; i++)
		if (a->terms[i].term == term)
			return a->terms[i].coefficient;
	return 0;
}

struct lc_linear lc_linear_replace(const struct lc_linear *a, lc_term term,
				   const struct lc_linear *by)
{
	int64_t coefficient = lc_linear_coefficient(a, term);
	struct lc_linear self = lc_linear_term(term), without;

	if (!coefficient)
		return *a;
	self.terms[0].coefficient = coefficient;
	without = lc_linear_add(a, &self, -1);
	return lc_linear_add(&without, by, coefficient);
}
