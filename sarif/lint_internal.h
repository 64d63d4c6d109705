/* SPDX-License-Identifier: MIT */
/*
 * What the sources of the lint share: where it is in a log, what it keeps of a run.
 */
#ifndef SARIF_LINT_INTERNAL_H
#define SARIF_LINT_INTERNAL_H

#include "read_internal.h"
#include "sarif_lint.h"

/* A stretch of a table's text, not NUL-terminated. */
struct sarif_lint_word {
	const char *text;
	size_t n;
};

/* A row of the schema's table. */
struct sarif_lint_object {
	const char *name;
	const char *properties; /* words, see lint_schema.c */
};

/* NULL if there is no such object. */
const struct sarif_lint_object *sarif_lint_object(struct sarif_lint_word name);
/* Finds the type of a property; false if OBJECT has none of that name. */
bool sarif_lint_property(const struct sarif_lint_object *object, const char *name,
			 struct sarif_lint_word *type);
/* Takes the next word; false at the end. */
bool sarif_lint_next_word(const char **at, struct sarif_lint_word *word);

/* The way to a value, from the leaf up; lives on the stack. */
struct sarif_lint_path {
	const struct sarif_lint_path *parent; /* NULL: the log */
	const char *key; /* NULL: an element */
	size_t index;
};

struct sarif_lint_place {
	char *pointer;
	uint64_t line;
};

/* The arrays of a run that are referred to by index. */
enum sarif_lint_array {
	LINT_ARTIFACTS,
	LINT_LOGICAL_LOCATIONS,
	LINT_ADDRESSES,
	LINT_THREAD_FLOW_LOCATIONS,
	LINT_WEB_REQUESTS,
	LINT_WEB_RESPONSES,
	LINT_GRAPHS,
	LINT_INVOCATIONS,
	LINT_N_ARRAYS,
};

/* A rule or a message that results refer to; each kind of reference is kept once. */
struct sarif_lint_use {
	char *rule_id; /* or NULL */
	char *message_id; /* or NULL */
	int64_t rule_index; /* -1: none */
	size_t n_arguments; /* of the message */
	struct sarif_lint_place place; /* the result that refers so first */
};

struct sarif_lint_run {
	json_t *seen; /* the names of its members */
	json_t *tool, *automation; /* or NULL */
	size_t size[LINT_N_ARRAYS];
	int64_t highest[LINT_N_ARRAYS]; /* index in use; -1: none */
	struct sarif_lint_place highest_place[LINT_N_ARRAYS];
	struct sarif_lint_use *uses;
	size_t n_uses, uses_capacity;
	json_t *known_uses, *known_artifacts;
	size_t n_results;
};

struct sarif_lint {
	bool github;
	void (*complain)(void *context, const struct sarif_lint_complaint *complaint);
	void *context;
	struct sarif_scan scan;
	struct sarif_read_error error;
	/* The tree being looked at: its text, where it begins, and its path; NULL: none is. */
	const char *text;
	struct sarif_scan_mark start;
	const struct sarif_lint_path *root;
	struct sarif_lint_run run;
	json_t *log_seen, *categories;
	size_t n_runs;
	bool no_memory;
};

/* Complains of the value at PATH. */
void sarif_lint_say(struct sarif_lint *lint, const struct sarif_lint_path *path, const char *rule,
		    enum sarif_level level, const char *format, ...)
	__attribute__((format(printf, 5, 6)));
/* The same of a place that was kept. */
void sarif_lint_say_at(struct sarif_lint *lint, const struct sarif_lint_place *place,
		       const char *rule, enum sarif_level level, const char *format, ...)
	__attribute__((format(printf, 5, 6)));
/* Where PATH is. Caller frees the pointer, which is NULL if memory ran out. */
struct sarif_lint_place sarif_lint_place(struct sarif_lint *lint,
					 const struct sarif_lint_path *path);

/* Looks at a value that should be of TYPE, and at all in it. */
void sarif_lint_value(struct sarif_lint *lint, const struct sarif_lint_path *path,
		      const json_t *json, struct sarif_lint_word type);
/* Complains of a name that OBJECT does not have; returns whether it has. */
bool sarif_lint_member(struct sarif_lint *lint, const struct sarif_lint_path *path,
		       const char *object, struct sarif_lint_word *type);
/* Complains of what OBJECT must have and SEEN lacks. */
void sarif_lint_required(struct sarif_lint *lint, const struct sarif_lint_path *path,
			 const char *object, const json_t *seen);
/* True if TEXT is a URI, or a reference to one if RELATIVE (RFC 3986). */
bool sarif_lint_uri(const char *text, bool relative);

/* What the standard's text demands of an object of that name. */
void sarif_lint_standard(struct sarif_lint *lint, const struct sarif_lint_path *path,
			 const char *object, const json_t *json);
/* The same when a run ends: what its results refer to. */
void sarif_lint_end_of_run(struct sarif_lint *lint);
/* What GitHub wants of an object, of a run, and of the log. */
void sarif_lint_github(struct sarif_lint *lint, const struct sarif_lint_path *path,
		       const char *object, const json_t *json);
void sarif_lint_github_run(struct sarif_lint *lint, const struct sarif_lint_path *path);
void sarif_lint_github_log(struct sarif_lint *lint);

/* A hash of a value, by which an element is known again. */
void sarif_lint_remember(struct sarif_lint *lint, const struct sarif_lint_path *path,
			 const json_t *element, json_t *known);

#endif
