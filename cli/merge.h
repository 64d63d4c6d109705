/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * All records of a build in one: what is seen from many units stands once, with
 * the worst that any of them said.
 */
#ifndef CLI_MERGE_H
#define CLI_MERGE_H

#include <stdbool.h>

#include "arena.h"
#include "decode.h"
#include "map.h"
#include "paths.h"
#include "records.h"
#include "sarif.h"
#include "spool.h"

/* A finding, or what a rule said of a conversion without reporting it. */
struct entry {
	const struct lc_rule *rule;
	const struct source_path *path;
	const char *target; /* type, or NULL */
	const char *directory; /* in which the names in TEXT are to be read */
	struct spool_text text; /* its line of the record */
	int line;
	enum lc_verdict verdict;
	enum lc_level level; /* NONE: not a finding */
	unsigned units; /* in how many it was seen */
	unsigned last_unit;
	bool reported; /* not a finding, but some unit reported it as one */
	bool suppressed; /* in the source, in every unit that has it */
};

/* What a suppression in the source says of one rule. */
struct merged_suppression {
	const struct source_path *path;
	const struct lc_rule *rule;
	const char *of; /* "function 'f'", or NULL: a comment */
	int line;
	bool used; /* by some unit */
};

/* A conversion, for counting. */
struct merged_conversion {
	const struct source_path *path;
	enum lc_domain domain;
	enum lc_verdict overall; /* see tally.h */
	bool every_rule; /* proven for every rule that judged it */
	bool held; /* by a helper, in every unit */
	bool is_length; /* no view of bytes: not counted with those */
};

struct notification {
	enum sarif_level level;
	char *message, *path;
};

struct merge {
	struct paths paths;
	struct map strings; /* interned: targets, directories */
	struct spool spool;
	bool ledger; /* keep the verdicts too */
	struct map index; /* identity to its number in ENTRIES */
	struct entry *entries;
	size_t n_entries, entries_capacity;
	struct map conversion_index;
	struct merged_conversion *conversions;
	size_t n_conversions, conversions_capacity;
	struct map suppression_index;
	struct merged_suppression *suppressions;
	size_t n_suppressions, suppressions_capacity;
	struct map in_record; /* conversions of one identity met in this record */
	struct notification *notifications;
	size_t n_notifications, notifications_capacity;
	unsigned n_units, n_problems, n_unchecked, n_incomplete;
	bool quiet; /* unchecked objects are not listed on standard error */
};

/* Returns 0, or an errno value if SOURCE_ROOT (NULL: the default) cannot be used. */
int merge_init(struct merge *merge, const char *source_root);
void merge_free(struct merge *merge);

/* Reads the records behind the N names; tells of problems on standard error. */
void merge_records(struct merge *merge, char *const *names, size_t n);

/* Sorts the entries: findings first, by file, line and rule. Last step of merging. */
void merge_sort(struct merge *merge);

/* Of those that were read: how many suppress nothing; those outside the root only if OUTSIDE. */
unsigned merge_unused_suppressions(const struct merge *merge, bool outside);
bool suppression_is_unused(const struct merged_suppression *suppression, bool outside);
/* Reads a line of kind suppression; returns what is wrong with it, or NULL. In suppressions.c. */
char *merge_take_suppression(struct merge *merge, const struct record_unit *unit,
			     const json_t *line);
/* Tells of those that suppress nothing, and keeps a notification of each. */
void merge_tell_unused(struct merge *merge, bool outside);

/* Keeps a notification; MESSAGE is taken over, PATH is copied (NULL: none). */
void merge_notify(struct merge *merge, enum sarif_level level, char *message, const char *path);
/* Drops all but the first N. */
void merge_forget_notifications(struct merge *merge, size_t n);

#endif
