/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Writes what was merged as one SARIF log of one run.
 */
#ifndef CLI_EMIT_H
#define CLI_EMIT_H

#include <stdio.h>

#include "merge.h"
#include "source.h"

struct emit {
	struct merge *merge; /* sorted */
	const char *category; /* automationDetails.id without its slash, or NULL */
	bool outside; /* keep places outside the source root, as file: URIs */
	bool suppressed; /* write the findings that are suppressed, too */
	bool github; /* only what GitHub shows, within its limits; see github.h */
	size_t first, n; /* which entries; N 0: all */
	const bool *dropped; /* of all entries: those to be left out; or NULL */
	/* What came of it. */
	unsigned findings[LC_LEVEL_ERROR + 1]; /* by level */
	unsigned left_out; /* findings outside the root */
	unsigned n_suppressed; /* findings suppressed in the source, written or not */
	/* Private. */
	struct sources sources;
	struct lc_arena scratch; /* for one result */
	struct map alike; /* fallback fingerprints used so far */
	struct map unreadable; /* sources told of */
};

/* Returns 0, or the errno value of the first write that failed. */
int emit_log(struct emit *emit, struct sarif_sink sink);
/* The same into an unnamed file; NULL, and told of, if it cannot be had. Caller closes it. */
FILE *emit_to_temporary(struct emit *emit);
void emit_free(struct emit *emit);

/* Writes one entry; false if it was left out. In emit_result.c. */
bool emit_result(struct emit *emit, struct sarif_log *log, const struct entry *entry);

#endif
