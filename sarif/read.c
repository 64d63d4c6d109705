// SPDX-License-Identifier: MIT
/*
 * Walks from log to runs to results, and hands over one result at a time.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "read_internal.h"

/* What the next byte is inside of. */
enum place { BEFORE_LOG, IN_LOG, IN_RUNS, IN_RUN, IN_RESULTS, AT_END, AT_ERROR };

struct sarif_reader {
	struct sarif_scan scan;
	FILE *owned; /* closed with the reader, or NULL */
	enum place place;
	bool first[AT_END]; /* per place: nothing in it has been read */
	bool version_seen, runs_seen, tool_seen, results_seen;
	struct sarif_json *copy; /* what is no result is written there; or NULL */
	void (*copy_more)(void *context, const struct sarif_read_run *run);
	void *copy_context;
	size_t n_runs;
	struct sarif_read_run run;
	struct sarif_read_tool tool;
	struct sarif_read_decoded decoded;
	struct sarif_read_error error;
	char path[];
};

struct sarif_reader *sarif_reader_from_stream(FILE *stream, const char *path)
{
	size_t n = strlen(path) + 1;
	struct sarif_reader *reader = calloc(1, sizeof(*reader) + n);

	if (!reader)
		return NULL;
	memcpy(reader->path, path, n);
	reader->error.path = reader->path;
	if (stream)
		sarif_scan_init(&reader->scan, stream, &reader->error);
	return reader;
}

struct sarif_reader *sarif_reader_open(const char *path)
{
	FILE *file = fopen(path, "rb");
	int error = errno;
	struct sarif_reader *reader = sarif_reader_from_stream(file, path);

	if (!reader) {
		if (file)
			fclose(file);
		return NULL;
	}
	reader->owned = file;
	if (!file) {
		reader->place = AT_ERROR;
		reader->error.system = error;
		snprintf(reader->error.text, sizeof(reader->error.text), "cannot open: %s",
			 strerror(error));
	}
	return reader;
}

void sarif_reader_close(struct sarif_reader *reader)
{
	if (!reader)
		return;
	if (reader->owned)
		fclose(reader->owned);
	sarif_scan_free(&reader->scan);
	sarif_read_tool_free(&reader->tool);
	json_decref(reader->decoded.json);
	free(reader->decoded.locations);
	free(reader);
}

/* Where the next value begins: errors found in it later are said to be there. */
static struct sarif_scan_mark value_start(struct sarif_scan *scan)
{
	sarif_scan_peek(scan);
	return sarif_scan_mark(scan);
}

static void blame(struct sarif_scan *scan, struct sarif_scan_mark start)
{
	scan->error->line = start.line;
	scan->error->offset = start.offset;
}

/*
 * The value kept as a tree; NULL with the error set. It passed the scan, so jansson
 * refuses only what JSON allows and C strings and numbers do not.
 */
static json_t *parse_kept(struct sarif_scan *scan, struct sarif_scan_mark start, const char *what)
{
	json_error_t error;
	json_t *json = json_loadb(scan->kept, scan->kept_length, JSON_DECODE_ANY, &error);

	if (!json && json_error_code(&error) == json_error_numeric_overflow)
		json = json_loadb(scan->kept, scan->kept_length,
				  JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL, &error);
	if (!json) {
		sarif_scan_fail(scan, "expected %s that can be represented: %.160s", what,
				error.text);
		start.line += error.line > 1 ? (uint64_t)error.line - 1 : 0;
		start.offset += error.position > 0 ? (uint64_t)error.position : 0;
		blame(scan, start);
	}
	return json;
}

json_t *sarif_read_tree(struct sarif_scan *scan, unsigned depth, const char *what)
{
	struct sarif_scan_mark start = value_start(scan);

	return sarif_scan_keep(scan, depth, what) ? parse_kept(scan, start, what) : NULL;
}

json_t *sarif_read_key(struct sarif_scan *scan, unsigned depth)
{
	json_t *key;

	if (sarif_scan_peek(scan) != '"') {
		sarif_scan_expected(scan, "a member's name in double quotes");
		return NULL;
	}
	key = sarif_read_tree(scan, depth, "a name");
	if (key && !sarif_scan_take(scan, ':', "':'")) {
		json_decref(key);
		return NULL;
	}
	return key;
}

/* Passes over the value of KEY, or writes it where the log is copied to. */
static void skip_or_copy(struct sarif_reader *reader, unsigned depth, const char *key)
{
	if (reader->copy)
		sarif_scan_copy(&reader->scan, depth, reader->copy, key);
	else
		sarif_scan_skip(&reader->scan, depth);
}

/* The same of a value that was kept. */
static void copy_kept(struct sarif_reader *reader, const char *key)
{
	if (reader->copy && !reader->scan.failed)
		sarif_json_raw(reader->copy, key, reader->scan.kept);
}

/* The end of a run's results where the log is copied to. */
static void end_copied_results(struct sarif_reader *reader)
{
	if (!reader->copy)
		return;
	if (reader->copy_more)
		reader->copy_more(reader->copy_context, &reader->run);
	sarif_json_end_array(reader->copy);
}

/* Does a list begin here (true), or is it null, which the standard allows for runs and results? */
static bool enter_list(struct sarif_scan *scan, const char *what)
{
	if (sarif_scan_peek(scan) == 'n') {
		sarif_scan_skip(scan, 0);
		return false;
	}
	return sarif_scan_take(scan, '[', what);
}

static void load_tool(struct sarif_reader *reader)
{
	struct sarif_scan_mark start = value_start(&reader->scan);
	json_t *json = sarif_read_tree(&reader->scan, 3, "a tool");

	if (!json)
		return;
	if (!sarif_read_tool_load(&reader->scan, json, &reader->tool))
		blame(&reader->scan, start);
	json_decref(json);
	reader->run.tool_name = reader->tool.name;
	reader->run.tool_version = reader->tool.version;
	reader->tool_seen = true;
}

static void drop_tool(struct sarif_reader *reader)
{
	sarif_read_tool_free(&reader->tool);
	reader->run.tool_name = reader->run.tool_version = NULL;
	reader->tool_seen = false;
}

/*
 * The results stand before their tool: looks for it behind them, and comes back.
 * Damage found on the way is left for when it is reached in order.
 */
static void look_for_tool(struct sarif_reader *reader)
{
	struct sarif_scan *scan = &reader->scan;
	struct sarif_scan_mark here = sarif_scan_mark(scan);
	bool first = true;

	if (scan->start < 0)
		return;
	while (sarif_scan_more(scan, ']', &first))
		if (!sarif_scan_skip(scan, 4))
			break;
	first = false;
	while (!reader->tool_seen && !scan->failed && sarif_scan_more(scan, '}', &first)) {
		json_t *key = sarif_read_key(scan, 3);
		bool tool = key && !strcmp(json_string_value(key), "tool");

		json_decref(key);
		if (!key)
			break;
		if (tool)
			load_tool(reader);
		else
			sarif_scan_skip(scan, 3);
	}
	if (scan->failed)
		drop_tool(reader);
	if (!sarif_scan_return(scan, here)) {
		scan->failed = false;
		sarif_scan_fail(scan, "cannot go back to the results: %s", strerror(errno));
	}
}

static void log_member(struct sarif_reader *reader, const char *key)
{
	struct sarif_scan *scan = &reader->scan;

	if (!strcmp(key, "version")) {
		struct sarif_scan_mark start = value_start(scan);

		if (sarif_scan_keep(scan, 1, "a version") && strcmp(scan->kept, "\"2.1.0\"")) {
			sarif_scan_fail(scan, "version: expected \"2.1.0\"");
			blame(scan, start);
		}
		copy_kept(reader, key);
		reader->version_seen = true;
	} else if (!strcmp(key, "runs")) {
		reader->runs_seen = true;
		if (enter_list(scan, "the list of runs")) {
			reader->place = IN_RUNS;
			reader->first[IN_RUNS] = true;
			if (reader->copy)
				sarif_json_array(reader->copy, key);
		} else if (reader->copy) {
			sarif_json_string(reader->copy, key, NULL);
		}
	} else {
		skip_or_copy(reader, 1, key);
	}
}

static void run_member(struct sarif_reader *reader, const char *key)
{
	struct sarif_scan *scan = &reader->scan;

	if (!strcmp(key, "tool") && !reader->tool_seen) {
		load_tool(reader);
		copy_kept(reader, key);
	} else if (!strcmp(key, "results")) {
		bool list = enter_list(scan, "the list of results");

		reader->results_seen = list;
		if (reader->copy && list)
			sarif_json_array(reader->copy, key);
		else if (reader->copy && !reader->copy_more)
			sarif_json_string(reader->copy, key, NULL);
		if (list) {
			reader->place = IN_RESULTS;
			reader->first[IN_RESULTS] = true;
			if (!reader->tool_seen)
				look_for_tool(reader);
		}
	} else {
		skip_or_copy(reader, 3, key);
	}
}

static void begin_run(struct sarif_reader *reader)
{
	if (!sarif_scan_take(&reader->scan, '{', "a run"))
		return;
	drop_tool(reader);
	if (reader->copy)
		sarif_json_object(reader->copy, NULL);
	reader->results_seen = false;
	reader->run.index = reader->n_runs++;
	reader->place = IN_RUN;
	reader->first[IN_RUN] = true;
}

static void end_copied_log(struct sarif_reader *reader)
{
	reader->place = AT_END;
	if (reader->copy)
		sarif_json_end_object(reader->copy);
}

static void end_log(struct sarif_reader *reader)
{
	struct sarif_scan *scan = &reader->scan;

	if (!reader->version_seen)
		sarif_scan_fail(scan, "expected a log with a version, found none");
	else if (!reader->runs_seen)
		sarif_scan_fail(scan, "expected a log with runs, found none");
	else if (sarif_scan_peek(scan) >= 0)
		sarif_scan_expected(scan, "the end of the file");
	else
		end_copied_log(reader);
}

/* Out of a run, or of the runs. */
static void leave(struct sarif_reader *reader)
{
	bool run = reader->place == IN_RUN;

	reader->place = run ? IN_RUNS : IN_LOG;
	if (!reader->copy)
		return;
	if (!run) {
		sarif_json_end_array(reader->copy);
		return;
	}
	if (!reader->results_seen && reader->copy_more) {
		sarif_json_array(reader->copy, "results");
		end_copied_results(reader);
	}
	sarif_json_end_object(reader->copy);
}

/* One step inside log, runs or a run. */
static void step(struct sarif_reader *reader)
{
	enum place place = reader->place;
	struct sarif_scan *scan = &reader->scan;

	if (sarif_scan_more(scan, place == IN_RUNS ? ']' : '}', &reader->first[place])) {
		json_t *key;

		if (place == IN_RUNS) {
			begin_run(reader);
			return;
		}
		key = sarif_read_key(scan, place == IN_LOG ? 1 : 3);
		if (key && place == IN_LOG)
			log_member(reader, json_string_value(key));
		else if (key)
			run_member(reader, json_string_value(key));
		json_decref(key);
		return;
	}
	if (scan->failed)
		return;
	if (place == IN_LOG)
		end_log(reader);
	else if (place == IN_RUN && !reader->tool_seen)
		sarif_scan_fail(scan, "expected a run with a tool, found none");
	else
		leave(reader);
}

/* True if a result was read and is good. */
static bool read_result(struct sarif_reader *reader)
{
	struct sarif_scan *scan = &reader->scan;
	struct sarif_read_decoded *decoded = &reader->decoded;
	struct sarif_scan_mark start;

	if (!sarif_scan_more(scan, ']', &reader->first[IN_RESULTS])) {
		if (!scan->failed) {
			reader->place = IN_RUN;
			end_copied_results(reader);
		}
		return false;
	}
	start = value_start(scan);
	json_decref(decoded->json);
	decoded->json = NULL;
	if (!sarif_scan_keep(scan, 4, "a result"))
		return false;
	/* Its end is known: whatever is wrong inside, reading can go on behind it. */
	decoded->json = parse_kept(scan, start, "a result");
	if (!decoded->json || !sarif_read_decode(scan, &reader->tool, decoded)) {
		if (decoded->json)
			blame(scan, start);
		scan->error->resumable = scan->error->system == 0;
		return false;
	}
	decoded->result.run = &reader->run;
	decoded->result.text = scan->kept;
	decoded->result.length = scan->kept_length;
	decoded->result.line = start.line;
	decoded->result.offset = start.offset;
	return true;
}

enum sarif_read_status sarif_reader_next(struct sarif_reader *reader,
					 const struct sarif_read_result **result)
{
	struct sarif_scan *scan = &reader->scan;

	*result = NULL;
	if (scan->failed && reader->error.resumable) {
		scan->failed = false;
		reader->error = (struct sarif_read_error){ .path = reader->path };
		reader->place = IN_RESULTS;
	}
	while (!scan->failed) {
		switch (reader->place) {
		case BEFORE_LOG:
			sarif_scan_byte_order_mark(scan);
			if (sarif_scan_take(scan, '{', "'{', the start of a SARIF log"))
				reader->place = IN_LOG;
			reader->first[IN_LOG] = true;
			if (reader->copy && !scan->failed)
				sarif_json_object(reader->copy, NULL);
			break;
		case IN_LOG:
		case IN_RUNS:
		case IN_RUN:
			step(reader);
			break;
		case IN_RESULTS:
			if (read_result(reader)) {
				*result = &reader->decoded.result;
				return SARIF_READ_RESULT;
			}
			break;
		case AT_END:
			return SARIF_READ_END;
		case AT_ERROR:
			return SARIF_READ_ERROR;
		}
	}
	reader->place = AT_ERROR;
	return SARIF_READ_ERROR;
}

void sarif_reader_copy_to(struct sarif_reader *reader, struct sarif_json *json,
			  void (*more)(void *context, const struct sarif_read_run *run),
			  void *context)
{
	reader->copy = json;
	reader->copy_more = more;
	reader->copy_context = context;
}

const struct sarif_read_run *sarif_reader_run(const struct sarif_reader *reader)
{
	return reader->n_runs ? &reader->run : NULL;
}

const struct sarif_read_error *sarif_reader_error(const struct sarif_reader *reader)
{
	return reader->place == AT_ERROR ? &reader->error : NULL;
}

char *sarif_read_error_message(const struct sarif_read_error *error)
{
	size_t size = strlen(error->path) + sizeof(error->text) + 80;
	char *text = malloc(size);

	if (!text)
		return NULL;
	if (error->line)
		snprintf(text, size, "%s:%" PRIu64 ": %s (byte %" PRIu64 ")", error->path,
			 error->line, error->text, error->offset);
	else
		snprintf(text, size, "%s: %s", error->path, error->text);
	return text;
}
