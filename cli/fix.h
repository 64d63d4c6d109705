/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * layoutcheck fix: from places that a SARIF log names to patches.
 *
 * select reads the log, spatch rewrites copies of the sources, tidy cleans up
 * after it, diff tells what changed; fix.c is the command.
 */
#ifndef CLI_FIX_H
#define CLI_FIX_H

#include <stdbool.h>
#include <stddef.h>

/* One result of the log: a cast that is to be rewritten. */
struct fix_site {
	int line; /* of the cast, 1-based */
	char *rule;
	char *pointer, *length; /* C expressions that belong together, or NULL */
	bool migrate; /* proven, not a finding */
	bool refuted; /* the bytes are known to be too few: no check helps */
	bool fixed;
	bool guarded; /* fixed by taking over a check that stood there */
};

struct fix_file {
	char *name; /* as the log names it */
	char *path; /* where it is found */
	struct fix_site *sites;
	size_t n_sites, capacity;
	char *old, *new; /* texts; NEW is NULL until rewritten */
	size_t old_length, new_length; /* bytes */
	char *trouble; /* why nothing could be done with it, or NULL */
	char *unparsed; /* functions that spatch could not parse, a line each, or NULL */
};

struct fix {
	const char *log, *source_root, *rule, *glob, *cocci_dir, *patch_dir;
	bool migrate, in_place;
	struct fix_file *files;
	size_t n_files, capacity;
	char *work; /* a private folder for copies */
};

/* A stretch of lines that differs: N_OLD lines from OLD on became N_NEW from NEW on (1-based). */
struct fix_hunk {
	int old, n_old, new, n_new;
};

/* Reads the log. Returns 0, or -1 with a message printed. */
int fix_select(struct fix *fix);

/* Rewrites all files, two at a time. Returns 0, or -1 with a message printed. */
int fix_rewrite(struct fix *fix);

/* Runs ARGV in FOLDER with stdout in OUT and stderr in LOG (names within it). Returns the status, -1: could not. */
int fix_run(const char *folder, char *const argv[], const char *out, const char *log);

/*
 * TEXT with a claim that TYPE, as C spells it, is from-bytes: at its definition, or below the
 * includes. TEXT is freed, or returned as it is if it makes the claim already.
 */
char *fix_claim(char *text, const char *type);

/*
 * A unified diff from OLD to NEW (names in FOLDER), CONTEXT lines around; the
 * labels say NAME. NULL if diff(1) could not be run. Caller frees.
 */
char *fix_diff(const char *folder, const char *old, const char *new, const char *name, int context,
	       size_t *length);
/* The hunks of a diff without context; caller frees. */
struct fix_hunk *fix_hunks(const char *diff, size_t *n);
/* The line that LINE of the old text became; 0 if it was changed. */
int fix_line_after(const struct fix_hunk *hunks, size_t n, int line);

/* Cleans TEXT after spatch: HUNKS tell which lines are new. Caller frees. */
char *fix_tidy(const char *text, size_t length, const struct fix_hunk *hunks, size_t n,
	       size_t *new_length);

#endif
