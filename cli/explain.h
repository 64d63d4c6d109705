/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The two halves of layoutcheck explain: what is asked, what the records answer.
 */
#ifndef CLI_EXPLAIN_H
#define CLI_EXPLAIN_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "paths.h"
#include "source.h"

/* A place, or a function. */
struct question {
	const char *file; /* or NULL */
	int line, column; /* 1-based; a column of 0: any */
	const char *function; /* or NULL */
	bool json;
};

enum answer_kind { ANSWER_CONVERSION, ANSWER_TYPE, ANSWER_REQUIREMENT };

/* One line of the records, from all units that have it alike. */
struct answer {
	enum answer_kind kind;
	json_t *line;
	char *directory; /* in which its names are to be read */
	char **units; /* their main sources */
	size_t n_units, units_capacity;
	bool at_column; /* it has something at the very column asked for */
};

struct answers {
	struct paths paths;
	struct sources sources;
	struct answer *all;
	size_t n, capacity;
};

/*
 * Shows what is known of the place or function from the records behind the N
 * names. Returns an exit code: CLI_FINDINGS if nothing is.
 */
int explain_place(const struct question *question, char *const *names, size_t n);

/* Prints the answers for people, or as one JSON object. In explain_print.c. */
void explain_print(struct answers *answers);
void explain_print_json(struct answers *answers, const struct question *question);

#endif
