/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Linear expressions over opaque terms: constant + sum of coefficient * term.
 *
 * A term stands for a mathematical integer whose meaning only the adapter
 * knows: a length, an index, an address, the end of an object. Units are
 * bytes. An adapter may expand a machine operation into a linear expression
 * only where it cannot wrap.
 */
#ifndef LC_LINEAR_H
#define LC_LINEAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef uint32_t lc_term; /* 0 is no term */

#define LC_LINEAR_TERMS 10

struct lc_linear {
	bool valid; /* false: an operation overflowed or had too many terms */
	unsigned n;
	int64_t constant;
	struct {
		lc_term term;
		int64_t coefficient; /* never 0 */
	} terms[LC_LINEAR_TERMS]; /* ascending by term */
};

struct lc_linear lc_linear_constant(int64_t value);
struct lc_linear lc_linear_term(lc_term term);
/* a + factor * b; invalid if either is, or on overflow. */
struct lc_linear lc_linear_add(const struct lc_linear *a, const struct lc_linear *b,
			       int64_t factor);
struct lc_linear lc_linear_scale(const struct lc_linear *a, int64_t factor);
struct lc_linear lc_linear_plus(const struct lc_linear *a, int64_t value);
bool lc_linear_equal(const struct lc_linear *a, const struct lc_linear *b);
bool lc_linear_is_constant(const struct lc_linear *a);
/* The coefficient of TERM in A, 0 if it has none. */
int64_t lc_linear_coefficient(const struct lc_linear *a, lc_term term);
/* A with TERM replaced by the expression BY. */
struct lc_linear lc_linear_replace(const struct lc_linear *a, lc_term term,
				   const struct lc_linear *by);

#ifdef __cplusplus
}
#endif
#endif
