/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What an expression over the terms of one function says over the terms of
 * another: parameters become arguments, what a callee loads is what its caller
 * would have loaded before the call.
 */
#ifndef LC_SUBSTITUTION_H
#define LC_SUBSTITUTION_H

#include "linear.h"

#ifdef __cplusplus
extern "C" {
#endif

struct lc_substitution {
	lc_term term; /* of the function that is called */
	struct lc_linear by; /* over the terms of the one that calls */
};

/*
 * E with each of its terms replaced, all at once: the two sides may number
 * their terms alike. Invalid if one of its terms is not in WITH, or if what it
 * is replaced by is invalid.
 */
struct lc_linear lc_linear_substitute(const struct lc_linear *e, const struct lc_substitution *with,
				      size_t n);

#ifdef __cplusplus
}
#endif
#endif
