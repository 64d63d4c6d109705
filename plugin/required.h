/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What functions of the unit leave to who calls them: accesses whose bytes are
 * not shown to be there, kept in the function's own words until every function
 * was looked at, and then asked of at each call.
 */
#ifndef LC_REQUIRED_H
#define LC_REQUIRED_H

#include "across.h"

#include "calls.h"

/* An access as one function leaves it to its callers. */
struct required {
	struct lc_conversion *conversion;
	struct lc_access access; /* without its need */
	const struct required *of; /* the same one function further down, or NULL */
	struct vocabulary words; /* of the function that leaves it */
	/* Addresses: one past the bytes, of the access and one past it, of the view, of the bytes. */
	struct lc_linear end, from, upto, view, start;
	struct root root;
	auto_vec<lc_fact *> facts; /* on the way to it */
	bool certain; /* whoever calls comes to it */
	const char *mistaken; /* as of a need */
	bool on_the_way;
	unsigned depth; /* calls between it and the access */
	struct lc_calls calls; /* what came of asking */
	auto_vec<struct required *> further; /* at calls that leave it to their own callers */
};

/* required.cc */
bool is_called_in_sight(tree function);
void keep_required(struct analysis *a, size_t first);
struct required *leave_to_callers(struct analysis *a, const struct required *of, gimple *call,
				  const struct root *root, struct lc_linear start,
				  struct lc_linear end, const struct lc_need *need);
auto_vec<struct required *> *required_of(tree function);
void functions_that_leave(auto_vec<tree> *functions);
void forget_required(void);

/* Does T have a meaning for who calls: a parameter, or what memory holds on entry? */
bool is_of_callers(struct analysis *a, lc_term t);

/* requirements.cc */
void state_requirements(struct analysis *a, size_t first);
void state_requirement_of_call(struct analysis *a, const struct required *of, gimple *call,
			       const struct root *root, const struct lc_linear *end,
			       const struct lc_need *need);
void drop_settled_requirements(struct lc_unit *unit);

/* settle.cc */
void settle_required(struct lc_unit *unit, const struct lc_model *model);

#endif
