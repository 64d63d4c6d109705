// SPDX-License-Identifier: MIT
/*
 * Looks at values by the schema's table: types, names, what must be there.
 */
#include <stdlib.h>
#include <string.h>

#include "lint_internal.h"

#define SCHEMA "schema", SARIF_LEVEL_ERROR

static bool is(struct sarif_lint_word word, const char *text)
{
	return word.n == strlen(text) && !memcmp(word.text, text, word.n);
}

static bool digits(const char *text, const char *pattern)
{
	for (; *pattern; text++, pattern++)
		if (*pattern == '0' ? *text < '0' || *text > '9' : *text != *pattern)
			return false;
	return true;
}

static int two(const char *text)
{
	return (text[0] - '0') * 10 + text[1] - '0';
}

/* Section 3.9: RFC 3339 with Z, in UTC. */
static bool is_date_time(const char *text)
{
	size_t n = 19;

	if (!digits(text, "0000-00-00T00:00:00"))
		return false;
	if (text[n] == '.')
		n += 1 + strspn(text + n + 1, "0123456789");
	return (text[19] != '.' || n > 20) && !strcmp(text + n, "Z") && two(text + 5) >= 1 &&
	       two(text + 5) <= 12 && two(text + 8) >= 1 && two(text + 8) <= 31 &&
	       two(text + 11) < 24 && two(text + 14) < 60 && two(text + 17) <= 60;
}

static bool is_uuid(const char *text)
{
	static const char form[] = "00000000-0000-0000-0000-000000000000";

	for (size_t i = 0; i < sizeof(form) - 1; i++)
		if (form[i] == '-' ? text[i] != '-' :
				     !text[i] || !strchr("0123456789abcdefABCDEF", text[i]))
			return false;
	return !text[sizeof(form) - 1];
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_language(const char *text)
{
	if (!is_letter(text[0]) || !is_letter(text[1]))
		return false;
	return !text[2] || (text[2] == '-' && is_letter(text[3]) && is_letter(text[4]) && !text[5]);
}

static bool is_media_type(const char *text)
{
	const char *slash = strchr(text, '/');

	return slash && slash > text && slash[1];
}

/* Four numbers with dots between anywhere in it: the schema's pattern is not anchored. */
static bool is_dotted_version(const char *text)
{
	for (text += strcspn(text, "0123456789"); *text; text += strcspn(text, "0123456789")) {
		const char *at = text + strspn(text, "0123456789");
		int more = 3;

		while (more && at[0] == '.' && at[1] >= '0' && at[1] <= '9') {
			at += 1 + strspn(at + 1, "0123456789");
			more--;
		}
		if (!more)
			return true;
		text += strspn(text, "0123456789");
	}
	return false;
}

bool sarif_lint_uri(const char *text, bool relative)
{
	size_t scheme = is_letter(*text) ? strspn(text, "abcdefghijklmnopqrstuvwxyz"
							"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.") :
					   0;
	const char *fragment = strchr(text, '#');

	if (!relative && (!scheme || text[scheme] != ':'))
		return false;
	/* A colon in the first segment makes it a scheme. */
	if (relative && text[scheme] != ':' && text[strcspn(text, ":/?#")] == ':')
		return false;
	if (fragment && strchr(fragment + 1, '#'))
		return false;
	for (; *text; text++) {
		if ((unsigned char)*text <= ' ' || (unsigned char)*text >= 0x7f ||
		    strchr("<>\"{}|\\^`", *text))
			return false;
		if (*text == '%' &&
		    (!text[1] || !text[2] || strspn(text + 1, "0123456789abcdefABCDEF") < 2))
			return false;
	}
	return true;
}

static bool uri(const char *text)
{
	return sarif_lint_uri(text, false);
}

static bool uri_reference(const char *text)
{
	return sarif_lint_uri(text, true);
}

static const struct {
	const char *name, *expected;
	bool (*is)(const char *text);
} formats[] = {
	{ "uri", "a URI", uri },
	{ "uri-reference", "a URI reference", uri_reference },
	{ "uuid", "a GUID", is_uuid },
	{ "date-time", "a date and time like 2026-01-31T12:00:00Z", is_date_time },
	{ "language", "a language like en or en-US", is_language },
	{ "media-type", "a media type like text/plain", is_media_type },
	{ "dotted-version", "four numbers with dots between", is_dotted_version },
};

static void lint_string(struct sarif_lint *lint, const struct sarif_lint_path *path,
			const json_t *json, struct sarif_lint_word type)
{
	const char *text = json_string_value(json);

	if (!text) {
		sarif_lint_say(lint, path, SCHEMA, "expected a string");
		return;
	}
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (is(type, formats[i].name) && !formats[i].is(text))
			sarif_lint_say(lint, path, SCHEMA, "expected %s, found '%s'",
				       formats[i].expected, text);
}

static void lint_number(struct sarif_lint *lint, const struct sarif_lint_path *path,
			const json_t *json, struct sarif_lint_word type)
{
	double value = json_number_value(json);
	bool rank = *type.text == 'r', integer = *type.text == 'i';
	bool limited = integer && type.n > strlen("integer");
	int least = 0;

	if (limited)
		sscanf(type.text, "integer>=%d", &least);
	if (integer &&
	    !(json_is_integer(json) || (json_is_real(json) && value >= -9e15 && value <= 9e15 &&
					(double)(int64_t)value == value)))
		sarif_lint_say(lint, path, SCHEMA, "expected an integer");
	else if (!json_is_number(json))
		sarif_lint_say(lint, path, SCHEMA, "expected a number");
	else if (limited && value < least)
		sarif_lint_say(lint, path, SCHEMA, "expected %d or more, found %.0f", least, value);
	else if (rank && (value < -1 || value > 100))
		sarif_lint_say(lint, path, SCHEMA, "expected a rank from 0 to 100, or -1");
}

static void lint_enumeration(struct sarif_lint *lint, const struct sarif_lint_path *path,
			     const json_t *json, struct sarif_lint_word type)
{
	const char *text = json_string_value(json), *at = type.text, *end = type.text + type.n;
	size_t n = text ? strlen(text) : 0;

	while (text && at < end) {
		size_t length = strcspn(at, "|");

		if (at + length > end)
			length = (size_t)(end - at);
		if (length && length == n && !memcmp(at, text, n))
			return;
		at += length + 1;
	}
	sarif_lint_say(lint, path, SCHEMA, "expected %s%.*s%s%s%s",
		       memchr(type.text, '|', type.n - 1) ? "one of " : "",
		       (int)(type.n - (end[-1] == '|')), type.text, text ? ", found '" : "",
		       text ? text : "", text ? "'" : "");
}

/* TYPE: "[T]" and flags. */
static void lint_array(struct sarif_lint *lint, const struct sarif_lint_path *path,
		       const json_t *json, struct sarif_lint_word type)
{
	struct sarif_lint_word element = { type.text + 1, 0 };
	bool unique, filled;
	json_t *known;

	for (element.n = type.n - 1; element.text[element.n] != ']';)
		element.n--;
	unique = memchr(element.text + element.n, '!', type.n - element.n - 1);
	filled = memchr(element.text + element.n, '+', type.n - element.n - 1);
	if (!json_is_array(json)) {
		sarif_lint_say(lint, path, SCHEMA, "expected an array");
		return;
	}
	if (filled && !json_array_size(json))
		sarif_lint_say(lint, path, SCHEMA, "expected an array that is not empty");
	known = unique && json_array_size(json) > 1 ? json_object() : NULL;
	for (size_t i = 0; i < json_array_size(json); i++) {
		const struct sarif_lint_path at = { path, NULL, i };

		sarif_lint_value(lint, &at, json_array_get(json, i), element);
		if (known)
			sarif_lint_remember(lint, &at, json_array_get(json, i), known);
	}
	json_decref(known);
}

/* FNV-1a of the canonical text; 64 bits keep apart what a log can hold. */
void sarif_lint_remember(struct sarif_lint *lint, const struct sarif_lint_path *path,
			 const json_t *element, json_t *known)
{
	char *text = json_dumps(element, JSON_COMPACT | JSON_SORT_KEYS | JSON_ENCODE_ANY);
	uint64_t hash = UINT64_C(0xcbf29ce484222325);
	char name[17];

	if (!text) {
		lint->no_memory = true;
		return;
	}
	for (const char *at = text; *at; at++)
		hash = (hash ^ (unsigned char)*at) * UINT64_C(0x100000001b3);
	free(text);
	snprintf(name, sizeof(name), "%016llx", (unsigned long long)hash);
	if (json_object_get(known, name))
		sarif_lint_say(lint, path, SCHEMA, "the array has this element already");
	else if (json_object_set_new(known, name, json_true()))
		lint->no_memory = true;
}

bool sarif_lint_member(struct sarif_lint *lint, const struct sarif_lint_path *path,
		       const char *object, struct sarif_lint_word *type)
{
	const struct sarif_lint_object *row =
		sarif_lint_object((struct sarif_lint_word){ object, strlen(object) });

	if (sarif_lint_property(row, path->key, type))
		return true;
	sarif_lint_say(lint, path, SCHEMA, "the standard gives %s no such property", object);
	return false;
}

void sarif_lint_required(struct sarif_lint *lint, const struct sarif_lint_path *path,
			 const char *object, const json_t *seen)
{
	const struct sarif_lint_object *row =
		sarif_lint_object((struct sarif_lint_word){ object, strlen(object) });
	const char *at = row->properties;
	struct sarif_lint_word word;
	unsigned choices = 0, chosen = 0;
	bool alone = false;
	char name[64];

	while (sarif_lint_next_word(&at, &word)) {
		if (!strchr("!?^", *word.text))
			continue;
		snprintf(name, sizeof(name), "%.*s", (int)strcspn(word.text + 1, ":"),
			 word.text + 1);
		if (*word.text != '!') {
			choices++;
			chosen += json_object_get(seen, name) != NULL;
			alone |= *word.text == '^';
		} else if (!json_object_get(seen, name)) {
			sarif_lint_say(lint, path, SCHEMA, "%s must have '%s'", object, name);
		}
	}
	if (choices && (!chosen || (alone && chosen > 1)))
		sarif_lint_say(lint, path, SCHEMA, "%s must have %s of the %u that tell what it is",
			       object, alone ? "exactly one" : "one", choices);
}

static void lint_object(struct sarif_lint *lint, const struct sarif_lint_path *path,
			const json_t *json, const char *object)
{
	const char *name;
	json_t *value;

	if (!json_is_object(json)) {
		sarif_lint_say(lint, path, SCHEMA, "expected an object (%s)", object);
		return;
	}
	json_object_foreach((json_t *)json, name, value) {
		const struct sarif_lint_path at = { path, name, 0 };
		struct sarif_lint_word type;

		if (sarif_lint_member(lint, &at, object, &type))
			sarif_lint_value(lint, &at, value, type);
	}
	sarif_lint_required(lint, path, object, json);
	sarif_lint_standard(lint, path, object, json);
	if (lint->github)
		sarif_lint_github(lint, path, object, json);
}

static void lint_map(struct sarif_lint *lint, const struct sarif_lint_path *path,
		     const json_t *json, struct sarif_lint_word type)
{
	const char *name;
	json_t *value;

	if (!json_is_object(json)) {
		sarif_lint_say(lint, path, SCHEMA, "expected an object");
		return;
	}
	json_object_foreach((json_t *)json, name, value) {
		const struct sarif_lint_path at = { path, name, 0 };

		sarif_lint_value(lint, &at, value,
				 (struct sarif_lint_word){ type.text + 1, type.n - 2 });
	}
}

/* What is no object of the table. */
static void lint_other(struct sarif_lint *lint, const struct sarif_lint_path *path,
		       const json_t *json, struct sarif_lint_word type)
{
	if (memchr(type.text, '|', type.n))
		lint_enumeration(lint, path, json, type);
	else if (is(type, "boolean") && !json_is_boolean(json))
		sarif_lint_say(lint, path, SCHEMA, "expected true or false");
	else if (!strncmp(type.text, "integer", 7) || is(type, "number") || is(type, "rank"))
		lint_number(lint, path, json, type);
	else if (!is(type, "boolean") && !is(type, "any"))
		lint_string(lint, path, json, type);
}

void sarif_lint_value(struct sarif_lint *lint, const struct sarif_lint_path *path,
		      const json_t *json, struct sarif_lint_word type)
{
	const struct sarif_lint_object *object;

	if (*type.text == '[')
		lint_array(lint, path, json, type);
	else if (*type.text == '{')
		lint_map(lint, path, json, type);
	else if ((object = sarif_lint_object(type)))
		lint_object(lint, path, json, object->name);
	else
		lint_other(lint, path, json, type);
}
