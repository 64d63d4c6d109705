// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * After spatch: no white space where a line was removed, no call broken into
 * more lines than it needs, and the header included.
 */
#include <stdlib.h>
#include <string.h>

#include "fix.h"
#include "message.h"

#define HELPER "lc_ref_from_prefix"
#define INCLUDE "#include <layoutcheck.h>\n"

struct text {
	char *data;
	size_t length, capacity;
};

static void put(struct text *text, const char *data, size_t n)
{
	if (text->length + n + 1 > text->capacity) {
		text->capacity = 2 * (text->length + n + 1);
		text->data = cli_realloc(text->data, text->capacity, 1);
	}
	memcpy(text->data + text->length, data, n);
	text->length += n;
	text->data[text->length] = '\0';
}

static bool is_new(const struct fix_hunk *hunks, size_t n, int line)
{
	for (size_t i = 0; i < n; i++)
		if (line >= hunks[i].new &&line < hunks[i].new + hunks[i].n_new)
			return true;
	return false;
}

/* Do lines of the old text end, without new ones, before LINE of the new text? */
static bool removed_before(const struct fix_hunk *hunks, size_t n, int line)
{
	for (size_t i = 0; i < n; i++)
		if (hunks[i].n_old > hunks[i].n_new &&
		    line == hunks[i].new + hunks[i].n_new + !hunks[i].n_new)
			return true;
	return false;
}

static bool blank(const char *line, size_t length)
{
	return strspn(line, " \t\r") >= length;
}

static size_t columns(const char *text, size_t n)
{
	size_t column = 0;

	for (size_t i = 0; i < n; i++)
		column = text[i] == '\t' ? (column / 8 + 1) * 8 : column + 1;
	return column;
}

/* TEXT from its first line on until its brackets balance; NULL if they do not within ten lines. */
static const char *call_end(const char *call, const char *end)
{
	int depth = 0, lines = 0;

	for (const char *p = call; p < end && lines < 10; p++) {
		depth += (*p == '(') - (*p == ')');
		lines += *p == '\n';
		if (*p == '\n' && !depth)
			return p;
	}
	return NULL;
}

/* Is LINE to STOP two lines of at most 80 columns? */
static bool fits_in_two(const char *line, const char *stop)
{
	const char *second = memchr(line, '\n', (size_t)(stop - line)) + 1;

	return !memchr(second, '\n', (size_t)(stop - second)) &&
	       columns(line, (size_t)(second - 1 - line)) <= 80 &&
	       columns(second, (size_t)(stop - second)) <= 80;
}

/* CALL on a line of its own, one tab behind INDENT; too long, it is broken behind its first argument. */
static void put_call(struct text *to, const char *indent, size_t n_indent, const char *call)
{
	size_t before = columns(indent, n_indent) + 8, first = strcspn(call, "(") + 1;
	const char *comma = strchr(call, ',');

	put(to, indent, n_indent);
	put(to, "\t", 1);
	if (before + strlen(call) > 100 && comma) {
		size_t column = before + first;

		put(to, call, (size_t)(comma - call) + 1);
		put(to, "\n", 1);
		for (; column >= 8; column -= 8)
			put(to, "\t", 1);
		put(to, "        ", column);
		call = comma + 1 + strspn(comma + 1, " ");
	}
	put(to, call, strlen(call));
	put(to, "\n", 1);
}

/*
 * Lays out anew the statement that begins at LINE and holds a call of a helper
 * that spatch broke; returns its end, or NULL if it is best left alone.
 */
static const char *lay_out(struct text *to, const char *line, const char *call, const char *end)
{
	const char *stop = call_end(call, end), *assign = NULL;
	struct text flat = { 0 };
	size_t indent = strspn(line, "\t ");

	if (!stop || !memchr(call, '\n', (size_t)(stop - call)))
		return NULL;
	for (const char *p = line; p < stop; p++) {
		if (*p == '\n') {
			p += strspn(p + 1, " \t");
			if (flat.data[flat.length - 1] != '(')
				put(&flat, " ", 1);
		} else
			put(&flat, p, 1);
	}
	if (columns(flat.data, flat.length) <= 80) {
		put(to, flat.data, flat.length);
		put(to, "\n", 1);
		free(flat.data);
		return stop + 1;
	}
	for (const char *p = strstr(flat.data, HELPER); p > flat.data && !assign; p--)
		if (!strncmp(p, " = ", 3))
			assign = p;
	if (!assign || fits_in_two(line, stop)) {
		free(flat.data);
		return NULL;
	}
	put(to, flat.data, (size_t)(assign - flat.data) + 2);
	put(to, "\n", 1);
	put_call(to, flat.data, indent, assign + 3);
	free(flat.data);
	return stop + 1;
}

/* Where the header's #include goes in TEXT. */
static const char *place_of_include(const char *text)
{
	const char *after_system = NULL, *before_local = NULL, *after_comment = text;
	int depth = 0;
	bool comment = false, preamble = true;

	for (const char *line = text; *line;) {
		size_t length = strcspn(line, "\n");
		const char *next = line + length + (line[length] == '\n'), *word;

		word = line + strspn(line, " \t");
		if (preamble && (comment || !strncmp(word, "//", 2) || !strncmp(word, "/*", 2))) {
			if (!strncmp(word, "/*", 2))
				comment = true;
			for (const char *p = word; comment && p + 1 < line + length; p++)
				comment = strncmp(p, "*/", 2) != 0;
			after_comment = next;
		} else if (length)
			preamble = false;
		if (*word == '#') {
			word += 1 + strspn(word + 1, " \t");
			if (!strncmp(word, "if", 2))
				depth++;
			else if (!strncmp(word, "endif", 5))
				depth--;
			else if (!strncmp(word, "include", 7) && !depth) {
				word += 7 + strspn(word + 7, " \t");
				if (*word == '<')
					after_system = next;
				else if (!before_local)
					before_local = line;
			}
		}
		line = next;
	}
	return after_system ? after_system : before_local ? before_local : after_comment;
}

static void include_header(struct text *text)
{
	struct text whole = { 0 };
	const char *place;

	if (!strstr(text->data, HELPER) || strstr(text->data, "include <layoutcheck.h>") ||
	    strstr(text->data, "include \"layoutcheck.h\""))
		return;
	place = place_of_include(text->data);
	put(&whole, text->data, (size_t)(place - text->data));
	put(&whole, INCLUDE, sizeof(INCLUDE) - 1);
	put(&whole, place, text->length - (size_t)(place - text->data));
	free(text->data);
	*text = whole;
}

/* The type that the call of a helper at CALL names: its first argument. NULL if it is not seen. */
static char *type_asked(const char *call)
{
	const char *type = strchr(call, '('), *comma = strchr(call, ',');

	if (!type || !comma || type > comma)
		return NULL;
	type += 1 + strspn(type + 1, " \t\n");
	return cli_format("%.*s", (int)(comma - type), type);
}

char *fix_tidy(const char *text, size_t length, const struct fix_hunk *hunks, size_t n,
	       size_t *new_length)
{
	const char *end = text + length;
	struct text to = { 0 };
	char **types = NULL;
	size_t n_types = 0;
	bool after_blank = false;
	int number = 0;

	put(&to, "", 0);
	for (const char *line = text; line < end;) {
		const char *stop = memchr(line, '\n', (size_t)(end - line)), *call, *next;
		size_t used = (size_t)((stop ? stop : end) - line);
		bool ours = is_new(hunks, n, ++number);

		next = stop ? stop + 1 : end;
		if (blank(line, used)) {
			/* Not two where a statement between them went, and none that is new. */
			if (!(after_blank && (ours || removed_before(hunks, n, number))))
				put(&to, ours ? "\n" : line, ours ? 1 : (size_t)(next - line));
			after_blank = true;
			line = next;
			continue;
		}
		after_blank = false;
		call = ours ? memmem(line, used, HELPER, strlen(HELPER)) : NULL;
		if (call) {
			types = cli_realloc(types, n_types + 1, sizeof(*types));
			types[n_types] = type_asked(call);
			n_types += types[n_types] != NULL;
		}
		if (call) {
			const char *laid_out = lay_out(&to, line, call, end);

			if (laid_out) {
				for (const char *p = next; p < laid_out; p++)
					number += *p == '\n';
				line = laid_out;
				continue;
			}
		}
		if (ours) {
			while (used && strchr(" \t", line[used - 1]))
				used--;
			put(&to, line, used);
			put(&to, "\n", stop != NULL);
		} else
			put(&to, line, (size_t)(next - line));
		line = next;
	}
	include_header(&to);
	for (size_t i = 0; i < n_types; i++) {
		to.data = fix_claim(to.data, types[i]);
		free(types[i]);
	}
	free(types);
	*new_length = strlen(to.data);
	return to.data;
}
