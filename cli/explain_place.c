// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Shows the ledger's entries of a place: conversion, origin, verdicts with their
 * evidence. An entry that many units repeat is shown once.
 */
#include <stdbool.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "decode.h"
#include "explain.h"
#include "map.h"
#include "message.h"
#include "paths.h"
#include "records.h"
#include "table.h"

struct explanation {
	const char *file;
	int line;
	struct paths paths;
	struct map shown; /* text of the conversions shown */
	unsigned n_shown, n_problems;
};

/* Does NAME, absolute, end in the components of END? */
static bool ends_in(const char *name, const char *end)
{
	size_t n = strlen(name), m = strlen(end);

	return n >= m && !strcmp(name + n - m, end) &&
	       (n == m || end[0] == '/' || name[n - m - 1] == '/');
}

static bool is_here(struct explanation *e, const struct record_unit *unit, const json_t *json)
{
	struct lc_place place;

	if (!decode_place(json, &place) || e->line < place.line ||
	    e->line > (place.end_line > place.line ? place.end_line : place.line))
		return false;
	return ends_in(paths_resolve(&e->paths, unit->directory, place.file)->absolute, e->file);
}

static bool concerns(struct explanation *e, const struct record_unit *unit, const json_t *line)
{
	const json_t *access, *judgement, *step;
	size_t i, j;

	if (is_here(e, unit, json_object_get(line, "cast")))
		return true;
	json_array_foreach(json_object_get(line, "accesses"), i, access)
		if (is_here(e, unit, json_object_get(access, "place")))
			return true;
	json_array_foreach(json_object_get(line, "verdicts"), i, judgement)
		json_array_foreach(json_object_get(judgement, "steps"), j, step)
			if (is_here(e, unit, json_object_get(step, "place")))
				return true;
	return false;
}

/* "file:line:column: ", as compilers print it. */
static void print_place(struct explanation *e, const struct record_unit *unit, const json_t *json)
{
	struct lc_place place;

	if (!decode_place(json, &place))
		return;
	printf("%s:%d:", paths_resolve(&e->paths, unit->directory, place.file)->name, place.line);
	if (place.column)
		printf("%d:", place.column);
	putchar(' ');
}

static void print_origin(const json_t *line)
{
	const char *name = decode_string(line, "origin.name");
	const char *kind = decode_string(line, "origin.kind");
	const char *extent = decode_string(line, "origin.extent");
	const char *domain = decode_string(line, "origin.domain");
	json_int_t alignment =
		json_integer_value(decode_optional(line, "origin.alignment", JSON_INTEGER, NULL));

	printf("  bytes:  %s", name ? name : "of unknown origin");
	if (kind)
		printf(" (%s)", kind);
	printf(", extent %s", extent ? extent : "not known");
	if (alignment)
		printf(", alignment %" JSON_INTEGER_FORMAT, alignment);
	if (domain)
		printf(", domain %s", domain);
	putchar('\n');
}

static void print_verdict(struct explanation *e, const struct record_unit *unit,
			  const json_t *judgement)
{
	static const enum table_colour shades[] = { COLOUR_GREEN, COLOUR_YELLOW, COLOUR_RED };
	const char *how = decode_string(judgement, "how");
	const char *assumes = decode_string(judgement, "assumes");
	const char *level = decode_string(judgement, "level");
	const char *name = decode_string(judgement, "verdict");
	const json_t *step;
	size_t i;

	printf("  %s: %s%s%s", decode_string(judgement, "rule"),
	       colour(shades[decode_verdict(name)]), name, colour(COLOUR_NONE));
	if (level)
		printf(" (reported as %s)", level);
	if (how)
		printf(": %s", how);
	putchar('\n');
	if (assumes)
		printf("      assumes: %s\n", assumes);
	json_array_foreach(json_object_get(judgement, "steps"), i, step) {
		const char *text = decode_string(step, "text");

		fputs("      ", stdout);
		print_place(e, unit, json_object_get(step, "place"));
		puts(text ? text : "");
	}
}

static void print_conversion(struct explanation *e, const struct record_unit *unit,
			     const json_t *line)
{
	const char *function = decode_string(line, "function");
	const char *type = decode_string(line, "target.type");
	const char *helper = decode_string(line, "heldBy");
	const json_t *target = json_object_get(line, "target");
	const json_t *json;
	size_t i;

	if (e->n_shown++)
		putchar('\n');
	print_place(e, unit, json_object_get(line, "cast"));
	printf("%s%s to %s%s", colour(COLOUR_BOLD), decode_string(line, "conversion"),
	       type ? type : "a type without a name", colour(COLOUR_NONE));
	if (json_object_get(target, "size"))
		printf(" (%" JSON_INTEGER_FORMAT " bytes, alignment %" JSON_INTEGER_FORMAT ")",
		       json_integer_value(json_object_get(target, "size")),
		       json_integer_value(json_object_get(target, "alignment")));
	if (function)
		printf(" in %s", function);
	putchar('\n');
	print_origin(line);
	if (helper)
		printf("  held by %s\n", helper);
	json_array_foreach(json_object_get(line, "accesses"), i, json) {
		const char *what = decode_string(json, "what");

		fputs("  access: ", stdout);
		print_place(e, unit, json_object_get(json, "place"));
		printf("%s%s\n", what ? what : "",
		       json_is_true(json_object_get(json, "write")) ? " (written)" : "");
	}
	json_array_foreach(json_object_get(line, "verdicts"), i, json)
		print_verdict(e, unit, json);
}

static void on_unit(void *context, const struct record_unit *unit)
{
	(void)context;
	(void)unit;
}

static char *on_line(void *context, const struct record_unit *unit, const char *kind, json_t *json,
		     const char *text, size_t length)
{
	struct explanation *e = context;
	struct map_slot *slot;
	char *wrong;

	(void)text;
	(void)length;
	if (strcmp(kind, "conversion"))
		return NULL;
	wrong = decode_check_conversion(json);
	if (wrong || !concerns(e, unit, json))
		return wrong;
	/* Its number in the record is all that differs between units. */
	json_object_del(json, "id");
	text = wrong = json_dumps(json, JSON_COMPACT | JSON_SORT_KEYS);
	if (!text)
		cli_fatal("out of memory");
	slot = map_put(&e->shown, text, strlen(text));
	if (!slot->value)
		print_conversion(e, unit, json);
	slot->value = e;
	free(wrong);
	return NULL;
}

static void on_problem(void *context, const char *container, size_t line, const char *message)
{
	struct explanation *e = context;

	e->n_problems++;
	if (line)
		cli_message("%s:%zu: %s", container, line, message);
	else
		cli_message("%s: %s", container, message);
}

static void on_unchecked(void *context, const char *object, const char *reason)
{
	(void)context;
	(void)object;
	(void)reason;
}

int explain_place(const char *file, int line, char *const *names, size_t n)
{
	struct explanation e = { .file = file, .line = line };
	const struct record_visitor visitor = {
		.context = &e,
		.unit = on_unit,
		.line = on_line,
		.problem = on_problem,
		.unchecked = on_unchecked,
	};
	unsigned units;
	int status = paths_init(&e.paths, NULL);

	if (status) {
		cli_message(".: cannot be the source root: %s", strerror(status));
		return CLI_FAILED;
	}
	while (!strncmp(e.file, "./", 2))
		e.file += 2;
	units = records_visit(names, n, &visitor);
	if (!units)
		cli_message(
			"no record found: were the objects compiled with -fplugin=layoutcheck?");
	else if (!e.n_shown)
		cli_message("%s:%d: no conversion in %u unit%s stands here", file, line, units,
			    CLI_S(units));
	status = e.n_shown ? CLI_OK : CLI_FINDINGS;
	if (e.n_problems || !units)
		status = CLI_FAILED;
	map_free(&e.shown);
	paths_free(&e.paths);
	return status;
}
