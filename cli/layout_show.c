// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Prints a layout much as pahole does: members in C with offset and size in
 * bytes, padding between them, what rules object to, and the verdicts.
 */
#include "layout_show.h"

#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "decode.h"
#include "message.h"
#include "table.h"

#define MARGIN 44 /* column of the numbers */
#define MAX_DEPTH 20
#define BYTE 8

struct view {
	const json_t *layout;
	json_int_t size; /* bits */
	size_t next_padding; /* the first that is not shown yet */
};

bool layout_is_called(const char *name, const char *wanted)
{
	static const char *const tags[] = { "struct ", "union ", "enum " };

	if (!fnmatch(wanted, name, 0))
		return true;
	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
		if (!strncmp(name, tags[i], strlen(tags[i])) &&
		    !fnmatch(wanted, name + strlen(tags[i]), 0))
			return true;
	return false;
}

static json_int_t number(const json_t *object, const char *member)
{
	return json_integer_value(json_object_get(object, member));
}

static const char *string(const json_t *object, const char *member)
{
	const char *value = json_string_value(json_object_get(object, member));

	return value ? value : "";
}

/* "  12", or "  12:3" within a byte. */
static void print_offset(json_int_t bits, bool bit_field)
{
	if (bit_field)
		printf("%5" JSON_INTEGER_FORMAT ":%-2" JSON_INTEGER_FORMAT, bits / BYTE,
		       bits % BYTE);
	else
		printf("%5" JSON_INTEGER_FORMAT "   ", bits / BYTE);
}

static void print_margin(int used)
{
	printf("%*s/*", used < MARGIN ? MARGIN - used : 1, "");
}

/* Padding that ends at or before OFFSET and was not shown. */
static void show_padding(struct view *view, json_int_t offset, int indent)
{
	const json_t *paddings = json_object_get(view->layout, "padding"), *padding;

	while ((padding = json_array_get(paddings, view->next_padding)) &&
	       number(padding, "offset") < offset) {
		json_int_t bytes = number(padding, "width") / BYTE;
		int used = printf("%*s/* %" JSON_INTEGER_FORMAT " byte%s of padding */", indent * 8,
				  "", bytes, bytes == 1 ? "" : "s");

		print_margin(used);
		print_offset(number(padding, "offset"), false);
		printf(" %5" JSON_INTEGER_FORMAT " */\n", bytes);
		view->next_padding++;
	}
}

/* What rules object to at OFFSET, a line each. */
static void show_defects(const struct view *view, json_int_t offset, int indent)
{
	const json_t *defect;
	size_t i;

	json_array_foreach(json_object_get(view->layout, "defects"), i, defect) {
		if (number(defect, "offset") != offset)
			continue;
		printf("%*s%s/* %s: %s */%s\n", indent * 8, "",
		       colour(*string(defect, "saidBy") ? COLOUR_NONE : COLOUR_YELLOW),
		       string(defect, "rule"), string(defect, "text"), colour(COLOUR_NONE));
	}
}

/* "[4][]"; the caller frees. */
static char *counts_of(const json_t *field)
{
	char *text = cli_strdup("");
	const json_t *count;
	size_t i;

	json_array_foreach(json_object_get(field, "counts"), i, count) {
		char *longer = json_integer_value(count) ?
				       cli_format("%s[%" JSON_INTEGER_FORMAT "]", text,
						  json_integer_value(count)) :
				       cli_format("%s[]", text);

		free(text);
		text = longer;
	}
	return text;
}

static void show_fields(struct view *view, const json_t *fields, json_int_t base, int depth);

/* A record without a name, which has its members between braces. */
static void show_anonymous(struct view *view, const json_t *field, json_int_t offset, int depth)
{
	char *counts = counts_of(field);
	int used;

	printf("%*s%s {\n", depth * 8, "", string(field, "kind"));
	show_fields(view, json_object_get(field, "fields"), offset, depth + 1);
	used = printf("%*s}%s%s%s;", depth * 8, "", *string(field, "name") ? " " : "",
		      string(field, "name"), counts);
	print_margin(used);
	print_offset(offset, false);
	printf(" %5" JSON_INTEGER_FORMAT " */\n", number(field, "width") / BYTE);
	free(counts);
}

static void show_member(struct view *view, const json_t *field, json_int_t offset, int depth)
{
	bool bit_field = json_is_true(json_object_get(field, "bitField"));
	const char *type = string(field, "type"), *name = string(field, "name");
	json_int_t width = number(field, "width");
	char *counts = counts_of(field);
	int used;

	used = printf("%*s%s%s%s%s", depth * 8, "", *type ? type : string(field, "kind"),
		      *name && (!*type || type[strlen(type) - 1] != '*') ? " " : "", name, counts);
	used += bit_field ? printf(" : %" JSON_INTEGER_FORMAT ";", width) : printf(";");
	print_margin(used);
	print_offset(offset, bit_field);
	if (bit_field)
		printf("      ");
	else
		printf(" %5" JSON_INTEGER_FORMAT, width / BYTE);
	printf("%s%s */\n", *string(field, "order") ? "  " : "", string(field, "order"));
	show_defects(view, offset, depth);
	free(counts);
}

static void show_fields(struct view *view, const json_t *fields, json_int_t base, int depth)
{
	const json_t *field;
	size_t i;

	if (depth > MAX_DEPTH)
		return;
	json_array_foreach(fields, i, field) {
		json_int_t offset = base + number(field, "offset");

		show_padding(view, offset, depth);
		if (json_is_array(json_object_get(field, "fields")))
			show_anonymous(view, field, offset, depth);
		else
			show_member(view, field, offset, depth);
	}
}

static void show_verdicts(const json_t *layout)
{
	static const enum table_colour shades[] = { COLOUR_GREEN, COLOUR_YELLOW, COLOUR_RED,
						    COLOUR_NONE };
	const json_t *verdict;
	size_t i;

	json_array_foreach(json_object_get(layout, "verdicts"), i, verdict) {
		const char *name = string(verdict, "verdict"), *level = string(verdict, "level");

		printf("  %s: %s%s%s", string(verdict, "rule"),
		       colour(shades[decode_verdict(name)]), name, colour(COLOUR_NONE));
		if (*level)
			printf(" (reported as %s)", level);
		if (*string(verdict, "how"))
			printf(": %s", string(verdict, "how"));
		putchar('\n');
	}
}

void layout_show(const json_t *layout)
{
	const json_t *fields = json_object_get(layout, "fields");
	struct view view = { .layout = layout, .size = number(layout, "size") * BYTE };

	printf("%s%s%s", colour(COLOUR_BOLD), string(layout, "type"), colour(COLOUR_NONE));
	if (!json_is_array(fields)) {
		printf(";  /* size %" JSON_INTEGER_FORMAT ", alignment %" JSON_INTEGER_FORMAT
		       " */\n",
		       number(layout, "size"), number(layout, "alignment"));
		show_verdicts(layout);
		return;
	}
	printf(" {\n");
	show_fields(&view, fields, 0, 1);
	show_padding(&view, view.size, 1);
	show_defects(&view, view.size, 1);
	printf("};  /* size %" JSON_INTEGER_FORMAT ", alignment %" JSON_INTEGER_FORMAT
	       "%s%s%s%s */\n",
	       number(layout, "size"), number(layout, "alignment"),
	       json_is_true(json_object_get(layout, "packed")) ? ", packed" : "",
	       json_is_true(json_object_get(layout, "native")) ? ", native" : "",
	       *string(layout, "order") ? ", " : "", string(layout, "order"));
	show_verdicts(layout);
}
