// SPDX-License-Identifier: MIT
/*
 * Where a complaint is: the JSON pointer, and the line, for which the text of the part
 * that is in memory is walked once more. Only complaints pay for it.
 */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "lint_internal.h"

/* Appends the reference tokens from the log to PATH; returns the length, as snprintf() does. */
static size_t write_pointer(const struct sarif_lint_path *path, char *to, size_t size)
{
	size_t n;

	if (!path)
		return 0;
	n = write_pointer(path->parent, to, size);
#define PUT(c) (n < size ? (void)(to[n] = (c)) : (void)0, n++)
	PUT('/');
	if (!path->key)
		return n + (size_t)snprintf(n < size ? to + n : NULL, n < size ? size - n : 0,
					    "%zu", path->index);
	for (const char *c = path->key; *c; c++) {
		if (*c == '~' || *c == '/') {
			PUT('~');
			PUT(*c == '~' ? '0' : '1');
		} else {
			PUT(*c);
		}
	}
#undef PUT
	return n;
}

static char *pointer_to(const struct sarif_lint_path *path)
{
	size_t n = write_pointer(path, NULL, 0) + 1;
	char *pointer = malloc(n);

	if (pointer)
		pointer[write_pointer(path, pointer, n)] = '\0';
	return pointer;
}

static const char *skip_space(const char *text)
{
	return text + strspn(text, " \t\r\n");
}

/* Behind the string that begins at TEXT. What is walked here passed the scan: it is well-formed. */
static const char *skip_string(const char *text)
{
	for (text++; *text != '"'; text++)
		text += *text == '\\';
	return text + 1;
}

static const char *skip_value(const char *text)
{
	unsigned depth = 0;

	do {
		if (*text == '"') {
			text = skip_string(text);
		} else if (*text == '{' || *text == '[') {
			depth++;
			text++;
		} else if (*text == '}' || *text == ']') {
			depth--;
			text++;
		} else if (depth) {
			text++;
		} else {
			text += strcspn(text, ",]} \t\r\n");
		}
	} while (depth);
	return text;
}

/* Does the name that begins at TEXT read KEY? */
static bool is_key(const char *text, const char *key)
{
	const char *end = skip_string(text);
	json_t *name = json_loadb(text, (size_t)(end - text), JSON_DECODE_ANY, NULL);
	bool same = name && !strcmp(json_string_value(name), key);

	json_decref(name);
	return same;
}

/* Where in the text of the tree PATH's value begins; the nearest place around it if it has none. */
static const char *find(const struct sarif_lint *lint, const struct sarif_lint_path *path)
{
	const char *text = lint->text, *around;
	size_t i = 0;

	if (path == lint->root || !path)
		return text;
	around = text = find(lint, path->parent);
	if (*text != (path->key ? '{' : '['))
		return around;
	for (text = skip_space(text + 1); *text != '}' && *text != ']'; i++) {
		bool here = !path->key && i == path->index;

		if (path->key) {
			here = is_key(text, path->key);
			text = skip_space(skip_space(skip_string(text)) + 1);
		}
		if (here)
			return text;
		text = skip_space(skip_value(text));
		if (*text == ',')
			text = skip_space(text + 1);
	}
	return around;
}

static uint64_t line_of(const struct sarif_lint *lint, const struct sarif_lint_path *path)
{
	uint64_t line = lint->start.line;

	if (lint->text)
		for (const char *end = find(lint, path), *at = lint->text; at < end; at++)
			line += *at == '\n';
	return line;
}

struct sarif_lint_place sarif_lint_place(struct sarif_lint *lint,
					 const struct sarif_lint_path *path)
{
	struct sarif_lint_place place = { pointer_to(path), line_of(lint, path) };

	if (!place.pointer)
		lint->no_memory = true;
	return place;
}

/* Values out of the log are part of messages: cut at 900 bytes, but not within a character. */
static void say(struct sarif_lint *lint, const struct sarif_lint_place *place, const char *rule,
		enum sarif_level level, const char *format, va_list arguments)
{
	struct sarif_lint_complaint complaint = { rule, level, place->pointer, place->line, NULL };
	char message[900];
	size_t n = (size_t)vsnprintf(message, sizeof(message), format, arguments);

	if (n >= sizeof(message)) {
		n = sizeof(message) - 1;
		while (n && ((unsigned char)message[n - 1] & 0xc0) == 0x80)
			n--;
		message[n ? n - 1 : 0] = '\0';
	}
	complaint.message = message;
	lint->complain(lint->context, &complaint);
}

void sarif_lint_say_at(struct sarif_lint *lint, const struct sarif_lint_place *place,
		       const char *rule, enum sarif_level level, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	say(lint, place, rule, level, format, arguments);
	va_end(arguments);
}

void sarif_lint_say(struct sarif_lint *lint, const struct sarif_lint_path *path, const char *rule,
		    enum sarif_level level, const char *format, ...)
{
	struct sarif_lint_place place = sarif_lint_place(lint, path);
	va_list arguments;

	if (!place.pointer)
		return;
	va_start(arguments, format);
	say(lint, &place, rule, level, format, arguments);
	va_end(arguments);
	free(place.pointer);
}
