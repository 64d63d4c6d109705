/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The records of a build as one SARIF file: what collect does, and scan at its end.
 */
#ifndef CLI_COLLECT_H
#define CLI_COLLECT_H

#include <stdbool.h>
#include <stddef.h>

#include "rules.h"

/* What the command line asks for; see `layoutcheck collect --help`. */
struct collecting {
	const char *output, *source_root, *category;
	const char *also_github; /* a folder for the parts for GitHub beside OUTPUT, or NULL */
	enum lc_level level;
	bool ledger, suppressed, github, outside, quiet;
};

/* Reads the records behind the N names, once, and writes what is asked for. An enum cli_exit. */
int collect(const struct collecting *choices, char *const *names, size_t n);

#endif
