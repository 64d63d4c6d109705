/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The figures that `layoutcheck report` shows, from records or from a SARIF file.
 */
#ifndef CLI_FIGURES_H
#define CLI_FIGURES_H

#include <stdbool.h>

#include "tally.h"

struct merge;

struct folder_figures {
	char *name;
	struct tally tally;
};

struct figures {
	unsigned units, incomplete;
	bool has_conversions; /* a SARIF file of another tool has none */
	struct tallies conversions;
	unsigned (*findings)[LC_LEVEL_ERROR + 1]; /* [rule][level] */
	unsigned suppressed; /* findings that the source suppresses; not in FINDINGS */
	unsigned unused; /* suppressions that suppress nothing */
	struct folder_figures *folders; /* by name; none from a SARIF file */
	size_t n_folders, folders_capacity;
	char **notes; /* what was not checked, and what could not be read */
	size_t n_notes, notes_capacity;
	bool failed; /* something could not be read; it was told */
};

/* Of what was merged and sorted. */
void figures_from_merge(struct figures *figures, const struct merge *merge);
/* Of a SARIF file that `layoutcheck collect` wrote. */
void figures_from_sarif(struct figures *figures, const char *path);
void figures_free(struct figures *figures);
json_t *figures_to_json(const struct figures *figures);

#endif
