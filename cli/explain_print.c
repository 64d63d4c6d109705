// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Prints what the records say of a place: conversion, origin, verdicts with their
 * evidence and the lines it stands on, types, requirements.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "decode.h"
#include "explain.h"
#include "message.h"
#include "sha256.h"
#include "table.h"

#define UNITS_NAMED 3

/* "file:line:column: ", as compilers print it. */
static void print_place(struct answers *a, const char *directory, const json_t *json)
{
	struct lc_place place;

	if (!decode_place(json, &place))
		return;
	printf("%s:%d:", paths_resolve(&a->paths, directory, place.file)->name, place.line);
	if (place.column)
		printf("%d:", place.column);
	putchar(' ');
}

/* Is the text of PATH what was compiled? Tells once if it is not. */
static bool is_as_compiled(struct source_path *path)
{
	char hash[LC_SHA256_HEX];

	if (path->missing)
		return false;
	if (!path->checked && path->recorded_sha256 && !lc_sha256_file(path->absolute, hash)) {
		path->changed = strcmp(hash, path->recorded_sha256) != 0;
		if (path->changed)
			cli_message("%s has changed since it was compiled: its lines are not shown",
				    path->name);
	}
	path->checked = true;
	return !path->changed;
}

/* The source line on which a step stands; what a terminal would act upon is not shown. */
static void print_source(struct answers *a, const char *directory, const json_t *json)
{
	struct source_path *path;
	struct lc_place place;
	const char *text;
	size_t n;

	if (!decode_place(json, &place))
		return;
	path = paths_resolve(&a->paths, directory, place.file);
	if (!is_as_compiled(path))
		return;
	text = source_line(source_open(&a->sources, path), place.line, &n);
	while (text && n && (*text == ' ' || *text == '\t')) {
		text++;
		n--;
	}
	if (!text || !n)
		return;
	fputs("          | ", stdout);
	for (size_t i = 0; i < n; i++)
		putchar((unsigned char)text[i] < ' ' || text[i] == 0x7f ? ' ' : text[i]);
	putchar('\n');
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

static void print_suppressed(struct answers *a, const char *directory, const json_t *suppressed)
{
	const char *form = decode_string(suppressed, "form");
	const char *reason = decode_string(suppressed, "reason");

	fputs("      suppressed by ", stdout);
	print_place(a, directory, json_object_get(suppressed, "place"));
	printf("%s: %s\n", form ? form : "the source", reason ? reason : "no reason given");
}

static void print_verdict(struct answers *a, const char *directory, const json_t *judgement)
{
	static const enum table_colour shades[] = { COLOUR_GREEN, COLOUR_YELLOW, COLOUR_RED };
	const char *rule = decode_string(judgement, "rule");
	const char *how = decode_string(judgement, "how");
	const char *assumes = decode_string(judgement, "assumes");
	const char *level = decode_string(judgement, "level");
	const char *name = decode_string(judgement, "verdict");
	const json_t *suppressed = decode_optional(judgement, "suppressed", JSON_OBJECT, NULL);
	enum lc_verdict verdict = decode_verdict(name);
	const json_t *step;
	size_t i;

	if (!rule || !name || (unsigned)verdict >= DECODE_N_VERDICTS)
		return;
	printf("  %s: %s%s%s", rule, colour(shades[verdict]), name, colour(COLOUR_NONE));
	if (level)
		printf(suppressed ? " (a finding of level %s)" : " (reported as %s)", level);
	if (how)
		printf(": %s", how);
	putchar('\n');
	if (suppressed)
		print_suppressed(a, directory, suppressed);
	if (assumes)
		printf("      assumes: %s\n", assumes);
	json_array_foreach(json_object_get(judgement, "steps"), i, step) {
		const char *text = decode_string(step, "text");

		fputs("      ", stdout);
		print_place(a, directory, json_object_get(step, "place"));
		puts(text ? text : "");
		print_source(a, directory, json_object_get(step, "place"));
	}
}

/* Of a header, or where units differ: who saw it so. */
static void print_units(const struct answer *answer)
{
	fputs("  seen in ", stdout);
	for (size_t i = 0; i < answer->n_units && i < UNITS_NAMED; i++)
		printf("%s%s", i ? ", " : "", answer->units[i]);
	if (answer->n_units > UNITS_NAMED)
		printf(" and %zu more", answer->n_units - UNITS_NAMED);
	putchar('\n');
}

static void print_size(const json_t *object)
{
	json_int_t size = json_integer_value(json_object_get(object, "size"));

	if (size)
		printf(" (%" JSON_INTEGER_FORMAT " byte%s, alignment %" JSON_INTEGER_FORMAT ")",
		       size, CLI_S(size), json_integer_value(json_object_get(object, "alignment")));
}

/* Does another answer speak of the same conversion, in other words? */
static bool differs(const struct answers *a, const struct answer *answer)
{
	for (size_t i = 0; i < a->n; i++) {
		const struct answer *other = &a->all[i];

		if (other != answer && other->kind == answer->kind &&
		    json_equal(json_object_get(other->line, "cast"),
			       json_object_get(answer->line, "cast")) &&
		    json_equal(json_object_get(other->line, "function"),
			       json_object_get(answer->line, "function")))
			return true;
	}
	return false;
}

static void print_conversion(struct answers *a, const struct answer *answer)
{
	const json_t *line = answer->line, *json;
	const char *directory = answer->directory;
	const char *function = decode_string(line, "function");
	const char *type = decode_string(line, "target.type");
	const char *helper = decode_string(line, "heldBy");
	size_t i;

	print_place(a, directory, json_object_get(line, "cast"));
	printf("%s%s to %s%s", colour(COLOUR_BOLD), decode_string(line, "conversion"),
	       type ? type : "a type without a name", colour(COLOUR_NONE));
	print_size(json_object_get(line, "target"));
	if (function)
		printf(" in %s", function);
	putchar('\n');
	print_source(a, directory, json_object_get(line, "cast"));
	if (answer->n_units > 1 || differs(a, answer))
		print_units(answer);
	print_origin(line);
	if (helper)
		printf("  held by %s\n", helper);
	json_array_foreach(json_object_get(line, "accesses"), i, json) {
		const char *what = decode_string(json, "what");

		fputs("  access: ", stdout);
		print_place(a, directory, json_object_get(json, "place"));
		printf("%s%s\n", what ? what : "",
		       json_is_true(json_object_get(json, "write")) ? " (written)" : "");
	}
	json_array_foreach(json_object_get(line, "verdicts"), i, json)
		print_verdict(a, directory, json);
	json_array_foreach(json_object_get(line, "typeVerdicts"), i, json)
		print_verdict(a, directory, json);
}

static void print_type(struct answers *a, const struct answer *answer)
{
	const json_t *json;
	size_t i;

	print_place(a, answer->directory, json_object_get(answer->line, "place"));
	printf("%s%s%s", colour(COLOUR_BOLD), decode_string(answer->line, "type"),
	       colour(COLOUR_NONE));
	print_size(answer->line);
	putchar('\n');
	if (differs(a, answer))
		print_units(answer);
	json_array_foreach(json_object_get(answer->line, "verdicts"), i, json)
		print_verdict(a, answer->directory, json);
}

static void print_requirement(struct answers *a, const struct answer *answer)
{
	const json_t *line = answer->line;
	const char *name = decode_string(line, "name");
	json_int_t bytes = json_integer_value(json_object_get(line, "bytes"));
	json_int_t alignment = json_integer_value(json_object_get(line, "alignment"));

	print_place(a, answer->directory, json_object_get(line, "place"));
	printf("%s%s ()%s needs of its callers", colour(COLOUR_BOLD),
	       decode_string(line, "function"), colour(COLOUR_NONE));
	if (bytes)
		printf(" at least %" JSON_INTEGER_FORMAT " byte%s", bytes, CLI_S(bytes));
	if (bytes && alignment > 1)
		fputs(" and", stdout);
	if (alignment > 1)
		printf(" alignment %" JSON_INTEGER_FORMAT, alignment);
	if (!bytes && alignment <= 1)
		fputs(" bytes that are there", stdout);
	if (name)
		printf(" at '%s'", name);
	else
		printf(" at parameter %" JSON_INTEGER_FORMAT,
		       json_integer_value(json_object_get(line, "parameter")) + 1);
	puts(json_is_true(json_object_get(line, "external")) ? ", in other units too" : "");
}

void explain_print(struct answers *a)
{
	static void (*const printers[])(struct answers *, const struct answer *) = {
		[ANSWER_CONVERSION] = print_conversion,
		[ANSWER_TYPE] = print_type,
		[ANSWER_REQUIREMENT] = print_requirement,
	};
	bool any = false;

	for (unsigned kind = 0; kind < sizeof(printers) / sizeof(printers[0]); kind++)
		for (size_t i = 0; i < a->n; i++) {
			if (a->all[i].kind != kind)
				continue;
			if (any && (kind != ANSWER_REQUIREMENT || !i ||
				    a->all[i - 1].kind != ANSWER_REQUIREMENT))
				putchar('\n');
			printers[kind](a, &a->all[i]);
			any = true;
		}
}

void explain_print_json(struct answers *a, const struct question *question)
{
	static const char *const names[] = { "conversions", "types", "requirements" };
	json_t *json = json_object();

	if (question->file)
		json_object_set_new(json, "file", json_string(question->file));
	if (question->line)
		json_object_set_new(json, "line", json_integer(question->line));
	if (question->column)
		json_object_set_new(json, "column", json_integer(question->column));
	if (question->function)
		json_object_set_new(json, "function", json_string(question->function));
	for (unsigned kind = 0; kind < sizeof(names) / sizeof(names[0]); kind++) {
		json_t *array = json_array();

		for (size_t i = 0; i < a->n; i++) {
			json_t *units = json_array();

			for (size_t k = 0; k < a->all[i].n_units; k++)
				json_array_append_new(units, json_string(a->all[i].units[k]));
			json_object_set_new(a->all[i].line, "units", units);
			json_object_set_new(a->all[i].line, "directory",
					    json_string(a->all[i].directory));
			if (a->all[i].kind == kind)
				json_array_append(array, a->all[i].line);
		}
		json_object_set_new(json, names[kind], array);
	}
	json_dumpf(json, stdout, JSON_INDENT(2));
	putchar('\n');
	json_decref(json);
}
