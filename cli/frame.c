// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A SARIF log without its results: a filter between the file and the JSON parser,
 * which knows of strings and depth and nothing else.
 */
#include "frame.h"

#include <stdbool.h>
#include <string.h>

/* Containers around a run's members: the log, its runs, the run. */
#define RUN_DEPTH 3

struct filter {
	FILE *file;
	unsigned depth;
	bool in_string, escaped;
	bool skipping; /* inside the results */
	bool key_ended; /* a string at RUN_DEPTH ended; is it a key? */
	bool at_results; /* the value of "results" comes next */
	char string[16]; /* the string's beginning */
	size_t length; /* of the whole string */
};

/* Takes note of one byte inside a string. */
static void string_byte(struct filter *filter, char c)
{
	if (filter->escaped) {
		filter->escaped = false;
	} else if (c == '\\') {
		filter->escaped = true;
	} else if (c == '"') {
		filter->in_string = false;
		filter->key_ended = filter->depth == RUN_DEPTH;
		return;
	}
	if (filter->length < sizeof(filter->string))
		filter->string[filter->length] = c;
	filter->length++;
}

/* Takes note of one byte outside strings. Returns whether it is to be passed on. */
static bool plain_byte(struct filter *filter, char c)
{
	switch (c) {
	case '"':
		filter->in_string = true;
		filter->at_results = false;
		filter->length = 0;
		break;
	case ':':
		filter->at_results = filter->key_ended && filter->length == 7 &&
				     !memcmp(filter->string, "results", 7);
		break;
	case '[':
	case '{':
		filter->depth++;
		if (c == '[' && filter->at_results && !filter->skipping) {
			filter->skipping = true;
			return true;
		}
		filter->at_results = false;
		break;
	case ']':
	case '}':
		filter->depth -= filter->depth > 0;
		if (filter->skipping && filter->depth == RUN_DEPTH)
			filter->skipping = false;
		break;
	case ' ':
	case '\t':
	case '\r':
	case '\n':
		return !filter->skipping;
	default:
		filter->at_results = false;
		break;
	}
	filter->key_ended = false;
	return !filter->skipping;
}

static size_t fill(void *buffer, size_t size, void *data)
{
	struct filter *filter = data;
	char *out = buffer;
	size_t n = 0;
	int c;

	while (n < size && (c = getc_unlocked(filter->file)) != EOF) {
		bool pass = !filter->skipping;

		if (filter->in_string)
			string_byte(filter, (char)c);
		else
			pass = plain_byte(filter, (char)c);
		if (pass)
			out[n++] = (char)c;
	}
	return n;
}

json_t *frame_load(FILE *file, json_error_t *error)
{
	struct filter filter = { .file = file };

	return json_load_callback(fill, &filter, 0, error);
}
