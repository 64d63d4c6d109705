/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What comparisons on the way to an access are worth where they prove nothing. */
#ifndef LC_GUARDS_H
#define LC_GUARDS_H

#include "need.h"

/* What a guard leaves a varying need short of, at most: no larger than any header is. */
#define LC_MOST_SHORT 256

/* Does the comparison GUARD share a term with E; if DIRECTED, the same way round? */
bool lc_guard_shares(const struct lc_fact *guard, const struct lc_linear *e, bool directed);
/* Does GUARD speak of anything but the bytes, their length, and what is LEFT of them? */
bool lc_guard_speaks_of_more(const struct lc_fact *guard, const struct lc_need *need,
			     const struct lc_linear *left);
/* Did PROOF use GUARD, or what says the same? */
bool lc_guard_is_used(const struct lc_proof *proof, const struct lc_fact *fact);
/* Does the proof BOUND bound what it speaks of more? */
bool lc_guard_is_bounded(const struct lc_fact *guard, const struct lc_need *need,
			 const struct lc_linear *left, const struct lc_proof *bound);
/* Does GUARD only say again what the comparisons do that PROOF rests on? */
bool lc_guard_is_implied(const struct lc_fact *guard, const struct lc_fact *const *facts, size_t n,
			 const struct lc_proof *proof);
/* With GUARD just met and no more, are bytes certainly missing? */
bool lc_guard_leaves_too_little(const struct lc_fact *guard, const struct lc_fact *const *facts,
				size_t n, const struct lc_linear *left);
/* The same, if what GUARD asks for besides is a number out of the bytes: of that there may be none. */
bool lc_guard_may_ask_for_none(const struct lc_fact *guard, const struct lc_need *need,
			       const struct lc_fact *const *facts, size_t n,
			       const struct lc_linear *left);
/* Does PROOF, along one way, use what compares the length on the way, and gives no fact where ways have met? */
bool lc_guard_is_heard(const struct lc_need *need, const struct lc_proof *proof);
/* By how many bytes may the access begin too early, by what was compared; 0: not known. */
int64_t lc_guard_earliness(const struct lc_need *need, const struct lc_fact *const *facts,
			   size_t n);
/*
 * The comparison that would show that the bytes are there, did the view begin where they do; NULL
 * if there is none. Its offset is compared with them too, but never together with what is accessed.
 */
const struct lc_fact *lc_guard_without_offset(const struct lc_need *need,
					      const struct lc_fact *const *facts, size_t n,
					      const struct lc_linear *left);

#endif
