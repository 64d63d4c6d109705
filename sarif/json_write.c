// SPDX-License-Identifier: MIT
/*
 * Writes JSON text (RFC 8259) to a sink, one value at a time, in constant memory.
 * A call that would make the text ill-formed sets the error and writes nothing.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "internal.h"

static void fail(struct sarif_json *json, int error)
{
	if (!json->error)
		json->error = error;
}

static void flush(struct sarif_json *json)
{
	if (json->used && !json->error)
		fail(json, json->sink.write(json->sink.context, json->buffer, json->used));
	json->used = 0;
}

static void put(struct sarif_json *json, const char *text, size_t n)
{
	while (n && !json->error) {
		size_t room = sizeof(json->buffer) - json->used;
		size_t part = n < room ? n : room;

		memcpy(json->buffer + json->used, text, part);
		json->used += part;
		text += part;
		n -= part;
		if (json->used == sizeof(json->buffer))
			flush(json);
	}
}

static void put_line(struct sarif_json *json)
{
	static const char blanks[] = "                ";

	if (json->indent <= 0)
		return;
	put(json, "\n", 1);
	for (size_t n = (size_t)json->indent * json->depth; n;) {
		size_t part = n < sizeof(blanks) - 1 ? n : sizeof(blanks) - 1;

		put(json, blanks, part);
		n -= part;
	}
}

/* True for the control characters of C0, DEL and C1 (the two bytes of which start with C2). */
static bool is_control(const unsigned char *text, size_t length)
{
	return text[0] < 0x20 || text[0] == 0x7f ||
	       (length == 2 && text[0] == 0xc2 && text[1] < 0xa0);
}

static void put_escape(struct sarif_json *json, unsigned code)
{
	static const char names[] = "\bb\ff\nn\rr\tt\"\"\\\\";
	char text[8];

	for (const char *name = names; *name; name += 2)
		if (code == (unsigned char)*name) {
			text[0] = '\\';
			text[1] = name[1];
			put(json, text, 2);
			return;
		}
	snprintf(text, sizeof(text), "\\u%04x", code & 0xffff);
	put(json, text, 6);
}

static void put_text(struct sarif_json *json, const char *value, size_t n)
{
	const unsigned char *text = (const unsigned char *)value;
	size_t plain = 0; /* bytes before text that can be copied as they are */

	while (n) {
		bool valid;
		size_t length = sarif_utf8_sequence(text, n, &valid);

		if (valid && *text != '"' && *text != '\\' && !is_control(text, length)) {
			plain += length;
		} else {
			put(json, (const char *)text - plain, plain);
			plain = 0;
			if (!valid)
				put(json, "\xef\xbf\xbd", 3);
			else
				put_escape(json, text[length - 1]);
		}
		text += length;
		n -= length;
	}
	put(json, (const char *)text - plain, plain);
}

static void put_quoted(struct sarif_json *json, const char *value, size_t n)
{
	put(json, "\"", 1);
	put_text(json, value, n);
	put(json, "\"", 1);
}

/* Comma, line, key: what stands before any value. False if no value may stand here. */
static bool before_value(struct sarif_json *json, const char *key)
{
	if (json->error)
		return false;
	if (!json->depth) {
		if (key || json->complete) {
			fail(json, EINVAL);
			return false;
		}
		json->complete = true; /* the one value of the top is now being written */
		return true;
	}
	if (json->is_array[json->depth - 1] != !key) {
		fail(json, EINVAL);
		return false;
	}
	if (!json->first[json->depth - 1])
		put(json, ",", 1);
	json->first[json->depth - 1] = false;
	put_line(json);
	if (key) {
		put_quoted(json, key, strlen(key));
		put(json, ": ", json->indent > 0 ? 2 : 1);
	}
	return !json->error;
}

static void begin(struct sarif_json *json, const char *key, bool array)
{
	if (json->depth == SARIF_JSON_MAX_DEPTH) {
		fail(json, EINVAL);
		return;
	}
	if (!before_value(json, key))
		return;
	put(json, array ? "[" : "{", 1);
	json->is_array[json->depth] = array;
	json->first[json->depth] = true;
	json->depth++;
}

static void end(struct sarif_json *json, bool array)
{
	if (json->error)
		return;
	if (!json->depth || json->is_array[json->depth - 1] != array) {
		fail(json, EINVAL);
		return;
	}
	json->depth--;
	if (!json->first[json->depth])
		put_line(json);
	put(json, array ? "]" : "}", 1);
}

void sarif_json_init(struct sarif_json *json, struct sarif_sink sink, int indent)
{
	*json = (struct sarif_json){ .sink = sink, .indent = indent };
	if (!sink.write)
		fail(json, EINVAL);
}

void sarif_json_object(struct sarif_json *json, const char *key)
{
	begin(json, key, false);
}

void sarif_json_end_object(struct sarif_json *json)
{
	end(json, false);
}

void sarif_json_array(struct sarif_json *json, const char *key)
{
	begin(json, key, true);
}

void sarif_json_end_array(struct sarif_json *json)
{
	end(json, true);
}

void sarif_json_string(struct sarif_json *json, const char *key, const char *value)
{
	sarif_json_string_n(json, key, value, value ? strlen(value) : 0);
}

void sarif_json_string_n(struct sarif_json *json, const char *key, const char *value, size_t n)
{
	if (!before_value(json, key))
		return;
	if (value)
		put_quoted(json, value, n);
	else
		put(json, "null", 4);
}

void sarif_json_integer(struct sarif_json *json, const char *key, int64_t value)
{
	char text[24];
	int n = snprintf(text, sizeof(text), "%" PRId64, value);

	if (before_value(json, key))
		put(json, text, (size_t)n);
}

void sarif_json_boolean(struct sarif_json *json, const char *key, bool value)
{
	if (before_value(json, key))
		put(json, value ? "true" : "false", value ? 4 : 5);
}

void sarif_json_raw(struct sarif_json *json, const char *key, const char *text)
{
	if (!text || !*text)
		fail(json, EINVAL);
	if (before_value(json, key))
		put(json, text, strlen(text));
}

void sarif_json_begin_raw(struct sarif_json *json, const char *key)
{
	before_value(json, key);
}

void sarif_json_raw_part(struct sarif_json *json, const char *text, size_t n)
{
	put(json, text, n);
}

/* A path as a URI reference, written piece by piece so that nothing is allocated. */
static void put_uri(struct sarif_json *json, const char *key, const char *path, bool folder)
{
	const char *rest, *prefix = sarif_uri_prefix(path, &rest);
	bool slash = folder; /* still to be added at the end */

	if (!before_value(json, key))
		return;
	put(json, "\"", 1);
	put(json, prefix, strlen(prefix));
	for (; *rest; rest++) {
		char out[3];

		put(json, out, sarif_uri_encode_byte((unsigned char)*rest, out));
		slash = folder && *rest != '/';
	}
	if (slash)
		put(json, "/", 1);
	put(json, "\"", 1);
}

void sarif_json_uri(struct sarif_json *json, const char *key, const char *path)
{
	put_uri(json, key, path, false);
}

void sarif_json_folder_uri(struct sarif_json *json, const char *key, const char *path)
{
	put_uri(json, key, path, true);
}

int sarif_json_finish(struct sarif_json *json)
{
	if (json->depth || !json->complete)
		fail(json, EINVAL);
	put(json, "\n", 1);
	flush(json);
	json->complete = false;
	return json->error;
}
