/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a length out of bytes may do, as its judge found it: for the files that
 * judge and word it.
 */
#ifndef LC_UNCHECKED_LENGTH_H
#define LC_UNCHECKED_LENGTH_H

#include "need.h"

#ifdef __cplusplus
extern "C" {
#endif

struct lc_rule;
struct lc_unit;

/* Why an open use is a finding. */
enum lc_overreach_reason {
	NOT_COMPARED,
	TOO_MUCH, /* compared, but with more than there is */
	ANOTHER, /* compared with a constant, where a length says how much there is */
	EACH_OTHER, /* compared with another length out of bytes, and that with nothing */
	WHAT_CAME, /* compared with how much came, where an object takes it up */
	REST, /* what came less the length, compared with what came, where an object takes it up */
	MAY_WRAP, /* compared in a sum that may wrap */
	MAY_COME_AROUND, /* a step that may be as large as the range of the walk's type */
	MAY_BE_NOTHING, /* a step that may be 0 */
	MAY_BE_LESS, /* a size that may be less than 0, and wraps */
};

struct lc_overreach {
	enum lc_verdict verdict;
	struct lc_proof proof;
	enum lc_overreach_reason reason;
	const struct lc_fact *guard; /* the comparison that is not enough, or NULL */
	const char *silent; /* why an open verdict is no finding, or NULL */
};

/* Is it one to report? */
bool lc_is_overreach(const struct lc_overreach *f);

/* States what came of judging ACCESS, the use of a length that is C, as a judgement of RULE. */
void lc_report_unchecked_length(struct lc_unit *unit, struct lc_conversion *c,
				const struct lc_rule *rule, const struct lc_access *access,
				const struct lc_overreach *f);

#ifdef __cplusplus
}
#endif
#endif
