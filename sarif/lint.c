// SPDX-License-Identifier: MIT
/*
 * Walks over a log and looks at each part of it: results and artifacts one by one,
 * what else a run or the log has member by member.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "lint_internal.h"

#define WORD(string) ((struct sarif_lint_word){ string, sizeof(string) - 1 })

static const struct {
	const char *name;
	enum sarif_lint_array array;
} arrays[] = {
	{ "artifacts", LINT_ARTIFACTS },
	{ "logicalLocations", LINT_LOGICAL_LOCATIONS },
	{ "addresses", LINT_ADDRESSES },
	{ "threadFlowLocations", LINT_THREAD_FLOW_LOCATIONS },
	{ "webRequests", LINT_WEB_REQUESTS },
	{ "webResponses", LINT_WEB_RESPONSES },
	{ "graphs", LINT_GRAPHS },
	{ "invocations", LINT_INVOCATIONS },
};

/* A JSON object that remembers names; they are kept as they are. */
static void remember(struct sarif_lint *lint, json_t *names, const char *name)
{
	if (json_object_set_new(names, name, json_true()))
		lint->no_memory = true;
}

/* Reads a member's name, and tells of one that the object does not have, or has twice. */
static json_t *member(struct sarif_lint *lint, const struct sarif_lint_path *object, unsigned depth,
		      const char *type, json_t *seen, struct sarif_lint_word *word)
{
	json_t *key = sarif_read_key(&lint->scan, depth);
	const char *name = json_string_value(key);
	struct sarif_lint_path path = { object, name, 0 };

	if (!key)
		return NULL;
	sarif_scan_peek(&lint->scan);
	lint->start = sarif_scan_mark(&lint->scan);
	if (json_object_get(seen, name))
		sarif_lint_say(lint, &path, "duplicate-name", SARIF_LEVEL_ERROR,
			       "the object has a second member of this name");
	remember(lint, seen, name);
	if (!sarif_lint_member(lint, &path, type, word))
		*word = WORD("any");
	return key;
}

/* Reads the value at PATH as a tree and looks at it. Caller drops the reference; NULL upon failure. */
static json_t *look_at(struct sarif_lint *lint, const struct sarif_lint_path *path, unsigned depth,
		       struct sarif_lint_word type)
{
	json_t *json;

	sarif_scan_peek(&lint->scan);
	lint->start = sarif_scan_mark(&lint->scan);
	json = sarif_read_tree(&lint->scan, depth, "a value");
	if (!json)
		return NULL;
	lint->text = lint->scan.kept;
	lint->root = path;
	sarif_lint_value(lint, path, json, type);
	lint->text = NULL;
	return json;
}

static void skip(struct sarif_lint *lint, const struct sarif_lint_path *path, unsigned depth,
		 struct sarif_lint_word type)
{
	json_decref(look_at(lint, path, depth, type));
}

/* A list element by element; ELEMENT_TYPE is what each should be. */
static void list(struct sarif_lint *lint, const struct sarif_lint_path *path, const char *type,
		 size_t *n, json_t *known)
{
	struct sarif_scan *scan = &lint->scan;
	bool first = true;

	*n = 0;
	while (!lint->no_memory && sarif_scan_more(scan, ']', &first)) {
		const struct sarif_lint_path element = { path, NULL, (*n)++ };
		json_t *json =
			look_at(lint, &element, 4, (struct sarif_lint_word){ type, strlen(type) });

		if (known && json)
			sarif_lint_remember(lint, &element, json, known);
		json_decref(json);
	}
}

/*
 * The list begins: true. Another value is looked at as what it is. Null says that no
 * runs, or no results, could be had (sections 3.13.4 and 3.14.23), whatever the schema says.
 */
static bool enter(struct sarif_lint *lint, const struct sarif_lint_path *path, unsigned depth,
		  struct sarif_lint_word type)
{
	int byte = sarif_scan_peek(&lint->scan);

	if (byte == '[')
		return sarif_scan_take(&lint->scan, '[', "a list");
	if (byte == 'n' && strcmp(path->key, "artifacts") != 0)
		sarif_scan_skip(&lint->scan, depth);
	else
		skip(lint, path, depth, type);
	return false;
}

static void run_member(struct sarif_lint *lint, const struct sarif_lint_path *path,
		       struct sarif_lint_word type)
{
	struct sarif_lint_run *run = &lint->run;
	json_t *json;

	if (!strcmp(path->key, "results") || !strcmp(path->key, "artifacts")) {
		bool results = *path->key == 'r';

		if (enter(lint, path, 3, type))
			list(lint, path, results ? "result" : "artifact",
			     results ? &run->n_results : &run->size[LINT_ARTIFACTS],
			     results ? NULL : run->known_artifacts);
		return;
	}
	json = look_at(lint, path, 3, type);
	for (size_t i = 0; i < sizeof(arrays) / sizeof(arrays[0]); i++)
		if (!strcmp(path->key, arrays[i].name))
			run->size[arrays[i].array] = json_array_size(json);
	if (!strcmp(path->key, "tool") && !run->tool)
		run->tool = json_incref(json);
	else if (!strcmp(path->key, "automationDetails") && !run->automation)
		run->automation = json_incref(json);
	json_decref(json);
}

static void begin_run(struct sarif_lint *lint)
{
	struct sarif_lint_run *run = &lint->run;

	*run = (struct sarif_lint_run){ .seen = json_object(),
					.known_uses = json_object(),
					.known_artifacts = json_object() };
	for (size_t i = 0; i < LINT_N_ARRAYS; i++)
		run->highest[i] = -1;
	if (!run->seen || !run->known_uses || !run->known_artifacts)
		lint->no_memory = true;
}

static void free_run(struct sarif_lint_run *run)
{
	for (size_t i = 0; i < run->n_uses; i++) {
		free(run->uses[i].rule_id);
		free(run->uses[i].message_id);
		free(run->uses[i].place.pointer);
	}
	free(run->uses);
	for (size_t i = 0; i < LINT_N_ARRAYS; i++)
		free(run->highest_place[i].pointer);
	json_decref(run->seen);
	json_decref(run->tool);
	json_decref(run->automation);
	json_decref(run->known_uses);
	json_decref(run->known_artifacts);
	*run = (struct sarif_lint_run){ 0 };
}

static void lint_run(struct sarif_lint *lint, const struct sarif_lint_path *path)
{
	struct sarif_scan *scan = &lint->scan;
	struct sarif_scan_mark start;
	bool first = true;

	if (sarif_scan_peek(scan) != '{') {
		skip(lint, path, 2, WORD("run"));
		return;
	}
	start = sarif_scan_mark(scan);
	sarif_scan_take(scan, '{', "a run");
	begin_run(lint);
	while (!lint->no_memory && sarif_scan_more(scan, '}', &first)) {
		struct sarif_lint_word type;
		json_t *key = member(lint, path, 3, "run", lint->run.seen, &type);
		const struct sarif_lint_path value = { path, json_string_value(key), 0 };

		if (key)
			run_member(lint, &value, type);
		json_decref(key);
	}
	lint->start = start;
	if (!scan->failed && !lint->no_memory) {
		sarif_lint_required(lint, path, "run", lint->run.seen);
		sarif_lint_end_of_run(lint);
		if (lint->github)
			sarif_lint_github_run(lint, path);
	}
	free_run(&lint->run);
}

static void lint_runs(struct sarif_lint *lint, const struct sarif_lint_path *path)
{
	bool first = true;

	while (!lint->no_memory && sarif_scan_more(&lint->scan, ']', &first)) {
		const struct sarif_lint_path run = { path, NULL, lint->n_runs++ };

		lint_run(lint, &run);
	}
}

static void lint_log(struct sarif_lint *lint)
{
	struct sarif_scan *scan = &lint->scan;
	bool first = true;

	sarif_scan_byte_order_mark(scan);
	if (!sarif_scan_take(scan, '{', "'{', the start of a SARIF log"))
		return;
	while (!lint->no_memory && sarif_scan_more(scan, '}', &first)) {
		struct sarif_lint_word type;
		json_t *key = member(lint, NULL, 1, "log", lint->log_seen, &type);
		const struct sarif_lint_path path = { NULL, json_string_value(key), 0 };

		if (!key)
			break;
		if (strcmp(path.key, "runs") != 0)
			skip(lint, &path, 1, type);
		else if (enter(lint, &path, 1, type))
			lint_runs(lint, &path);
		json_decref(key);
	}
	if (!scan->failed && sarif_scan_peek(scan) >= 0)
		sarif_scan_expected(scan, "the end of the file");
	lint->start = (struct sarif_scan_mark){ .line = 1 };
	if (scan->failed || lint->no_memory)
		return;
	sarif_lint_required(lint, NULL, "log", lint->log_seen);
	if (lint->github)
		sarif_lint_github_log(lint);
}

int sarif_lint(FILE *stream, enum sarif_lint_profile profile,
	       void (*complain)(void *context, const struct sarif_lint_complaint *complaint),
	       void *context)
{
	struct sarif_lint *lint = calloc(1, sizeof(*lint));
	int error;

	if (!lint)
		return ENOMEM;
	lint->github = profile == SARIF_LINT_GITHUB;
	lint->complain = complain;
	lint->context = context;
	sarif_scan_init(&lint->scan, stream, &lint->error);
	lint->log_seen = json_object();
	lint->categories = json_object();
	lint->no_memory = !lint->log_seen || !lint->categories;
	if (!lint->no_memory)
		lint_log(lint);
	error = lint->no_memory ? ENOMEM : lint->error.system;
	if (!error && lint->scan.failed)
		complain(context, &(struct sarif_lint_complaint){ .rule = "json",
								  .level = SARIF_LEVEL_ERROR,
								  .pointer = "",
								  .line = lint->error.line,
								  .message = lint->error.text });
	sarif_scan_free(&lint->scan);
	json_decref(lint->log_seen);
	json_decref(lint->categories);
	free(lint);
	return error;
}
