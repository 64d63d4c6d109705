// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Reads records line by line: one JSON object in memory at a time. Checks what
 * says that a record is whole: version, first and last line, counts.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "paths.h"
#include "records.h"
#include "report/record.h"

/* Lines told of in one record; the rest of its damage is of the same kind. */
#define MAX_PROBLEMS 3

enum counted { RESULTS, CONVERSIONS, REQUIREMENTS, LAYOUTS, SUPPRESSIONS, N_COUNTED };
static const struct {
	const char *kind, *member;
} counted[N_COUNTED] = {
	[RESULTS] = { "result", "results" },
	[CONVERSIONS] = { "conversion", "conversions" },
	[REQUIREMENTS] = { "requirement", "requirements" },
	[LAYOUTS] = { "layout", "layouts" },
	[SUPPRESSIONS] = { "suppression", "suppressions" },
};

enum state {
	OUTSIDE, /* no record begun */
	INSIDE,
	SKIPPING, /* a record of an unknown version, or one read before */
};

struct reader {
	struct visit *visit;
	const char *container;
	size_t line;
	enum state state;
	struct record_unit unit;
	json_int_t counts[N_COUNTED];
	unsigned problems;
	char *directory; /* the unit's, if it is not what its record says */
	bool any; /* a record was met */
};

static void problem(struct reader *reader, size_t line, const char *message)
{
	if (reader->problems++ < MAX_PROBLEMS)
		visit_problem(reader->visit, reader->container, line, "%s", message);
}

static const char *string_of(const json_t *object, const char *member)
{
	const char *value = json_string_value(json_object_get(object, member));

	return value ? value : "";
}

/* Was the unit compiled of preprocessed text, as a server of distcc or icecream does? */
static bool is_preprocessed(const json_t *json)
{
	const json_t *option;
	size_t i;

	json_array_foreach(json_object_get(json, "options"), i, option) {
		const char *text = json_string_value(option);

		if (text && !strcmp(text, "-fpreprocessed"))
			return true;
	}
	return false;
}

/*
 * A server's folder says nothing of where the source is. The object was put where the build
 * wanted it: the source has its name from that folder or one above.
 */
static void find_directory(struct reader *reader, const json_t *json)
{
	struct record_unit *unit = &reader->unit;

	if (is_preprocessed(json))
		reader->directory = paths_above(unit->directory, unit->source, reader->container);
	if (reader->directory)
		unit->directory = reader->directory;
}

static void close_record(struct reader *reader, bool ended)
{
	if (reader->state == INSIDE && !ended) {
		char *message = cli_format(
			"the record of %s is cut short: expected a line of kind end",
			reader->unit.source[0] ? reader->unit.source : "a unit without a name");

		problem(reader, reader->line, message);
		free(message);
	}
	json_decref(reader->unit.json);
	reader->unit.json = NULL;
	free(reader->directory);
	reader->directory = NULL;
	reader->state = OUTSIDE;
}

static bool check_version(struct reader *reader, const json_t *json)
{
	const json_t *version = json_object_get(json, "version");
	char *message;

	if (json_integer_value(version) == LC_RECORD_VERSION)
		return true;
	if (json_is_integer(version))
		message = cli_format("a record of version %" JSON_INTEGER_FORMAT
				     ": this command knows version %d",
				     json_integer_value(version), LC_RECORD_VERSION);
	else
		message = cli_format("expected a version in the line of kind unit");
	problem(reader, reader->line, message);
	free(message);
	return false;
}

/* TEXT: from here to the end of the container, to recognise a record read before. */
static void open_record(struct reader *reader, json_t *json, const char *text, size_t left)
{
	const char *end = memmem(text + 1, left - 1, "\n{\"kind\":\"unit\"", 15);

	close_record(reader, false);
	reader->any = true;
	reader->problems = 0;
	memset(reader->counts, 0, sizeof(reader->counts));
	reader->state = SKIPPING;
	if (!check_version(reader, json))
		return;
	while (left && (text[left - 1] == '\0' || text[left - 1] == '\n'))
		left--;
	if (!visit_first(reader->visit, text, end ? (size_t)(end - text) : left))
		return;
	reader->state = INSIDE;
	reader->unit = (struct record_unit){
		.container = reader->container,
		.adapter = string_of(json, "adapter"),
		.source = string_of(json, "source"),
		.directory = string_of(json, "directory"),
		.object = string_of(json, "object"),
		.json = json_incref(json),
	};
	find_directory(reader, json);
	visit_unit(reader->visit, &reader->unit);
}

static void end_record(struct reader *reader, const json_t *json)
{
	for (int i = 0; i < N_COUNTED; i++) {
		const json_t *value = json_object_get(json, counted[i].member);

		if (json_integer_value(value) != reader->counts[i] && !reader->problems) {
			char *message = cli_format(
				"damaged record: %" JSON_INTEGER_FORMAT
				" lines of kind %s, expected %" JSON_INTEGER_FORMAT,
				reader->counts[i], counted[i].kind, json_integer_value(value));

			problem(reader, reader->line, message);
			free(message);
			break;
		}
	}
	close_record(reader, true);
}

static void take_line(struct reader *reader, const char *kind, json_t *json, const char *text,
		      size_t length)
{
	const struct record_visitor *visitor = visit_visitor(reader->visit);
	char *wrong;

	for (int i = 0; i < N_COUNTED; i++)
		if (!strcmp(kind, counted[i].kind))
			reader->counts[i]++;
	wrong = visitor->line(visitor->context, &reader->unit, kind, json, text, length);
	if (wrong)
		problem(reader, reader->line, wrong);
	free(wrong);
}

/* LEFT: bytes from TEXT to the end of the container, LENGTH of them in this line. */
static void read_line(struct reader *reader, const char *text, size_t length, size_t left)
{
	json_error_t error;
	json_t *json;
	const char *kind;

	/* A record read before may be skipped unparsed, up to the next unit. */
	if (reader->state == SKIPPING && !memmem(text, length, "\"unit\"", 6))
		return;
	json = json_loadb(text, length, 0, &error);
	kind = json_string_value(json_object_get(json, "kind"));
	if (!json) {
		char *message = cli_format("not JSON: %s (column %d)", error.text, error.column);

		if (reader->state != SKIPPING)
			problem(reader, reader->line, message);
		free(message);
		reader->any = true;
	} else if (!kind) {
		problem(reader, reader->line, "expected a JSON object with a kind");
		reader->any = true;
	} else if (!strcmp(kind, "unit")) {
		open_record(reader, json, text, left);
	} else if (reader->state == OUTSIDE) {
		problem(reader, reader->line, "expected a line of kind unit first");
		reader->state = SKIPPING;
		reader->any = true;
	} else if (reader->state == INSIDE && !strcmp(kind, "end")) {
		end_record(reader, json);
	} else if (reader->state == INSIDE) {
		take_line(reader, kind, json, text, length);
	}
	json_decref(json);
}

void record_read(struct visit *visit, const char *container, const char *bytes, size_t size)
{
	struct reader reader = { .visit = visit, .container = container };

	for (size_t at = 0; at < size;) {
		const char *end;
		size_t length;

		if (bytes[at] == '\0' || bytes[at] == '\n') {
			reader.line += bytes[at] == '\n';
			at++;
			continue;
		}
		end = memchr(bytes + at, '\n', size - at);
		length = end ? (size_t)(end - bytes) - at : size - at;
		length = strnlen(bytes + at, length);
		reader.line++;
		read_line(&reader, bytes + at, length, size - at);
		at += length;
		/* The line's own end, not that of an empty line after it. */
		if (at < size && bytes[at] == '\n')
			at++;
	}
	close_record(&reader, false);
	if (!reader.any)
		visit_problem(visit, container, 0, "expected a record, found nothing");
}
