/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Logs for GitHub code scanning, within its limits (docs.github.com, "SARIF support for code
 * scanning"): findings alone, at most 5,000 a run, in parts by folder where there are more.
 */
#ifndef CLI_GITHUB_H
#define CLI_GITHUB_H

#include "emit.h"

/* GitHub shows so many results of a run, and leaves out the rest. */
#define GITHUB_RESULTS 5000u

/*
 * Leaves of the findings of EMIT among the entries from FIRST on, N of them, what GITHUB_RESULTS has room for, the worst first:
 * sets DROPPED (of all entries) of the others. Returns how many findings are left out.
 */
size_t github_keep_worst(const struct emit *emit, size_t first, size_t n, bool *dropped);

/*
 * Writes MERGE (sorted) as files in FOLDER, one for each part, each with a category of its own below
 * CATEGORY. EMIT says what else is asked for, and gets the sums. Returns 0 or an errno value, after
 * a message.
 */
int github_emit(struct emit *emit, const char *folder, const char *category);

#endif
