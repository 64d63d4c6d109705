// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The log of the present findings with the state of each against the baseline
 * (section 3.27.24), whatever its level.
 */
#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "gate.h"
#include "message.h"
#include "output.h"

struct writing {
	const struct gate_log *current, *baseline;
	struct sarif_match *match;
	struct sarif_json json;
};

static bool is_finding(void *context, const struct sarif_read_result *result)
{
	(void)context;
	return gate_is_finding(result);
}

static void add(struct writing *writing, enum sarif_match_side side,
		const struct sarif_read_result *result)
{
	if (sarif_match_add(writing->match, side, result))
		cli_fatal("out of memory");
}

static void add_baseline(void *context, const struct sarif_read_result *result, size_t i)
{
	(void)i;
	add(context, SARIF_MATCH_BASELINE, result);
}

static void add_current(void *context, const struct sarif_read_result *result, size_t i)
{
	(void)i;
	add(context, SARIF_MATCH_CURRENT, result);
}

static void put(struct writing *writing, json_t *result, enum sarif_baseline_state state)
{
	char *text;

	if (json_object_set_new(result, "baselineState",
				json_string(sarif_baseline_state_name(state))))
		cli_fatal("out of memory");
	text = json_dumps(result, JSON_COMPACT);
	if (!text)
		cli_fatal("out of memory");
	sarif_json_raw(&writing->json, NULL, text);
	free(text);
}

/* Takes out what leads to tables of the log that the result came from, where it says the same itself. */
static void detach(json_t *value)
{
	const char *key;
	json_t *member;
	size_t i;

	if (json_is_array(value))
		json_array_foreach(value, i, member)
			detach(member);
	json_object_foreach(value, key, member) {
		if (!strcmp(key, "artifactLocation") && json_object_get(member, "uri"))
			json_object_del(member, "index");
		detach(member);
	}
}

static void put_absent(void *context, const struct sarif_read_result *result, size_t i)
{
	struct writing *writing = context;
	json_t *gone;

	if (sarif_match_state(writing->match, SARIF_MATCH_BASELINE, i) != SARIF_BASELINE_ABSENT)
		return;
	gone = json_deep_copy(result->json);
	if (!gone ||
	    (result->rule_id && json_object_set_new(gone, "ruleId", json_string(result->rule_id))))
		cli_fatal("out of memory");
	json_object_del(gone, "ruleIndex");
	json_object_del(gone, "rule");
	detach(gone);
	put(writing, gone, SARIF_BASELINE_ABSENT);
	json_decref(gone);
}

/* What is gone is a result of the first run: it is in none. */
static void put_gone(void *context, const struct sarif_read_run *run)
{
	struct writing *writing = context;

	if (!run->index && writing->baseline->stream)
		gate_visit(writing->baseline, false, is_finding, put_absent, writing);
}

static void copy(struct writing *writing)
{
	const struct gate_log *log = writing->current;
	const struct sarif_read_result *result;
	struct sarif_reader *reader;
	size_t i = 0;

	rewind(log->stream);
	reader = sarif_reader_from_stream(log->stream, log->name);
	if (!reader)
		cli_fatal("out of memory");
	sarif_reader_copy_to(reader, &writing->json, put_gone, writing);
	while (sarif_reader_next(reader, &result) == SARIF_READ_RESULT) {
		if (!gate_is_finding(result)) {
			sarif_json_raw(&writing->json, NULL, result->text);
			continue;
		}
		/* Its tree is not looked at again. */
		put(writing, (json_t *)result->json,
		    sarif_match_state(writing->match, SARIF_MATCH_CURRENT, i++));
	}
	sarif_reader_close(reader);
}

bool gate_write(const struct gate_log *current, const struct gate_log *baseline, const char *path)
{
	struct writing writing = { .current = current,
				   .baseline = baseline,
				   .match = sarif_match_new() };
	struct output output;
	int error = output_open(&output, path);

	if (!writing.match)
		cli_fatal("out of memory");
	if (!error) {
		if (baseline->stream)
			gate_visit(baseline, false, is_finding, add_baseline, &writing);
		gate_visit(current, false, is_finding, add_current, &writing);
		if (sarif_match_run(writing.match))
			cli_fatal("out of memory");
		sarif_json_init(&writing.json, output_sink(&output), 2);
		copy(&writing);
		error = sarif_json_finish(&writing.json);
		if (error)
			output_abandon(&output);
		else
			error = output_commit(&output);
	}
	sarif_match_free(writing.match);
	if (error)
		cli_message("%s: cannot be written: %s", output.name, strerror(error));
	return !error;
}
