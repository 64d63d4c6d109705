/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Models in YAML: read, and checked against core's schema.
 */
#ifndef CLI_MODEL_LOAD_H
#define CLI_MODEL_LOAD_H

#include "model_schema.h"

/* One entry as it was written, right by the schema. */
struct model_entry {
	enum lc_model_kind kind;
	const char *texts[LC_MODEL_MAX_FIELDS]; /* NULL: not given */
	const char *name; /* of the function or struct, alone */
	unsigned parameters; /* of the function */
	bool more;
	const char *file;
	size_t line, column; /* 1-based */
};

/* The entries of one file. */
struct model_file {
	const char *path;
	const char *name; /* what the model calls itself */
	bool external; /* its functions are those that a unit does not define */
	size_t first, n; /* of all entries */
};

struct model_set {
	struct lc_arena arena;
	struct model_file *files;
	struct model_entry *entries;
	size_t n_files, files_capacity, n_entries, entries_capacity;
	unsigned mistakes; /* each has been reported */
};

/*
 * Adds the model in PATH. Mistakes are reported as FILE:LINE:COLUMN and counted in SET, as many
 * as are found. Returns -1 after a message if the file cannot be read.
 */
int model_load(struct model_set *set, const char *path);
/* SET, which has no mistakes, in compiled form; free with free(). */
char *model_compiled(const struct model_set *set);
void model_free(struct model_set *set);

#endif
