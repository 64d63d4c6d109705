/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Counting conversions by domain and verdict.
 */
#ifndef CLI_TALLY_H
#define CLI_TALLY_H

#include <jansson.h>
#include <stdbool.h>

#include "decode.h"

/*
 * What a conversion as a whole is: refuted if any rule refutes it; otherwise what
 * lc-short-buffer says, the question that comes first; where that rule does not
 * speak, the worst of the others; open where none does.
 */
struct tally_verdict {
	enum lc_verdict overall;
	bool every_rule; /* proven for every rule that judged it, and some did */
	bool held; /* by a helper */
};

/* CONVERSION: a line of kind conversion that decode_check_conversion() passed. */
struct tally_verdict tally_judge(const json_t *conversion);

/* Counts of one row. */
struct tally {
	unsigned conversions;
	unsigned verdicts[DECODE_N_VERDICTS];
	unsigned held; /* of the proven ones */
	unsigned every_rule; /* of the proven ones */
};

struct merge;
struct tallies {
	struct tally domain[DECODE_N_DOMAINS];
	struct tally all;
};

void tally_add(struct tally *tally, enum lc_verdict overall, bool held, bool every_rule);
/* Counts the conversions of MERGE; those outside the root only if OUTSIDE. */
void tally_merge(struct tallies *tallies, const struct merge *merge, bool outside);
/* As a JSON object, and back; false if it is not one. Caller drops the reference. */
json_t *tally_to_json(const struct tallies *tallies);
bool tally_from_json(struct tallies *tallies, const json_t *json);

#endif
