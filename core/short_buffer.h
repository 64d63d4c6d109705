/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Whether the bytes of one access are there: what its judge found, for the
 * files that judge and word it. lc_judge_at_call() is for adapters.
 */
#ifndef LC_SHORT_BUFFER_H
#define LC_SHORT_BUFFER_H

#include "need.h"

#ifdef __cplusplus
extern "C" {
#endif

struct lc_shortage {
	enum lc_verdict verdict;
	struct lc_proof proof;
	bool null; /* the helper that checked may have returned NULL */
	bool begins; /* the access does not begin before the bytes */
	bool before; /* it certainly does */
	bool short_here; /* on a way here it certainly leaves the bytes */
	int64_t needed; /* bytes needed on the way looked at; -1: not a constant there */
	int64_t known; /* bytes known to be there, of a constant need; -1: not asked */
	const struct lc_fact *guard; /* compares the length on the way here, but with too little */
	const struct lc_fact *unplaced; /* compares it as if the view began where the bytes do */
	bool heard; /* what is compared on the way gave a fact on this one */
	const struct lc_fact *limit; /* compares the length from above */
	const char *silent; /* why an open verdict is no finding, or NULL */
	int64_t early; /* bytes that it may begin before them, by what was compared; 0: not known */
	int64_t past; /* bytes that a varying need may reach past what guards leave; 0: not known */
};

/*
 * Judges ACCESS, which stands in a function of the unit, as one call of that function sees
 * it: its need is over the terms of who calls. What is found is stated in J.
 */
void lc_judge_at_call(struct lc_unit *unit, struct lc_conversion *c, struct lc_access *access,
		      struct lc_judgement *j);

/* States in J what came of judging ACCESS through a view of C. */
void lc_report_short_buffer(struct lc_unit *unit, struct lc_conversion *c, struct lc_judgement *j,
			    const struct lc_access *access, const struct lc_shortage *f);

#ifdef __cplusplus
}
#endif
#endif
