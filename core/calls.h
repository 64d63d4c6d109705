/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Accesses that a function leaves to who calls it: what each call says of one,
 * and what all calls say of a conversion.
 */
#ifndef LC_CALLS_H
#define LC_CALLS_H

#include "conversion.h"

#ifdef __cplusplus
extern "C" {
#endif

struct lc_unit;

/* One call as it was judged. */
struct lc_call {
	struct lc_place place; /* of a call through a table: where the function stands in that */
	const char *table; /* "TABLE[3]"; NULL: it is called by name */
	struct lc_place called; /* of a call through a table: the call */
	struct lc_judgement judgement; /* of the access, as that call sees it */
};

/* The calls that an access was asked of. */
struct lc_calls {
	struct lc_call *all; /* those that prove it, and those that are a finding */
	size_t n, capacity;
	bool open; /* at some call it is neither */
};

/* Adds a call; NULL: out of memory. */
struct lc_call *lc_calls_add(struct lc_unit *unit, struct lc_calls *calls);

/*
 * Settles what lc-short-buffer says of C: CALLS[i], of N, is what came of each access
 * that was open. Proven where all calls prove it, a finding at a call that is one.
 */
void lc_settle(struct lc_unit *unit, struct lc_conversion *c, const struct lc_calls *const *calls,
	       const struct lc_access *const *accesses, size_t n);

#ifdef __cplusplus
}
#endif
#endif
