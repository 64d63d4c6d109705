// SPDX-License-Identifier: MIT
/*
 * Walks over JSON text in a stream: RFC 8259 to the letter, iterative, with a
 * limit to nesting, so that no input can exhaust the stack or the memory.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "scan.h"

void sarif_scan_init(struct sarif_scan *scan, FILE *stream, struct sarif_read_error *error)
{
	scan->stream = stream;
	scan->error = error;
	scan->line = 1;
	scan->start = ftello(stream);
}

void sarif_scan_free(struct sarif_scan *scan)
{
	free(scan->kept);
}

bool sarif_scan_fail(struct sarif_scan *scan, const char *format, ...)
{
	va_list arguments;

	if (scan->failed)
		return false;
	scan->failed = true;
	scan->error->line = scan->line;
	scan->error->offset = scan->base + scan->at;
	va_start(arguments, format);
	vsnprintf(scan->error->text, sizeof(scan->error->text), format, arguments);
	va_end(arguments);
	return false;
}

/* Moves what is kept of the buffer behind what was kept before. */
static void save_kept(struct sarif_scan *scan)
{
	size_t n = scan->at - scan->kept_from;
	size_t need = scan->kept_length + n + 1;

	if (need > scan->kept_capacity) {
		size_t capacity = need < 4096 ? 4096 : need + need / 2;
		char *grown = realloc(scan->kept, capacity);

		if (!grown) {
			sarif_scan_fail(scan, "out of memory");
			scan->error->system = ENOMEM;
			scan->keeping = false;
			return;
		}
		scan->kept = grown;
		scan->kept_capacity = capacity;
	}
	memcpy(scan->kept + scan->kept_length, scan->buffer + scan->kept_from, n);
	scan->kept_length += n;
	scan->kept[scan->kept_length] = '\0';
	scan->kept_from = scan->at;
}

static void copy_on(struct sarif_scan *scan)
{
	if (scan->copy)
		sarif_json_raw_part(scan->copy, (const char *)scan->buffer + scan->copied_from,
				    scan->at - scan->copied_from);
	scan->copied_from = scan->at;
}

static bool refill(struct sarif_scan *scan)
{
	if (scan->failed)
		return false;
	if (scan->keeping)
		save_kept(scan);
	if (scan->kept_length > SARIF_READ_MAX_VALUE)
		return false; /* sarif_scan_keep() says so */
	copy_on(scan);
	scan->base += scan->at;
	scan->at = scan->kept_from = scan->copied_from = 0;
	errno = 0;
	scan->filled = fread(scan->buffer, 1, sizeof(scan->buffer), scan->stream);
	if (!scan->filled && ferror(scan->stream)) {
		int error = errno ? errno : EIO;

		sarif_scan_fail(scan, "cannot read: %s", strerror(error));
		scan->error->system = error;
	}
	return scan->filled > 0;
}

/* The next byte, not taken; -1 at the end or after a failure. */
static inline int next_byte(struct sarif_scan *scan)
{
	if (scan->at == scan->filled && !refill(scan))
		return -1;
	return scan->failed ? -1 : scan->buffer[scan->at];
}

bool sarif_scan_expected(struct sarif_scan *scan, const char *what)
{
	int byte = next_byte(scan);

	if (byte < 0)
		return sarif_scan_fail(scan, "expected %s, found the end of the file", what);
	if (byte > 0x20 && byte < 0x7f)
		return sarif_scan_fail(scan, "expected %s, found '%c'", what, byte);
	return sarif_scan_fail(scan, "expected %s, found byte 0x%02x", what, byte);
}

int sarif_scan_peek(struct sarif_scan *scan)
{
	for (;;) {
		int byte = next_byte(scan);

		if (byte == '\n')
			scan->line++;
		else if (byte != ' ' && byte != '\t' && byte != '\r')
			return byte;
		scan->at++;
	}
}

bool sarif_scan_take(struct sarif_scan *scan, char byte, const char *what)
{
	if (sarif_scan_peek(scan) != byte)
		return sarif_scan_expected(scan, what);
	scan->at++;
	return true;
}

void sarif_scan_byte_order_mark(struct sarif_scan *scan)
{
	if (next_byte(scan) == 0xef && scan->filled >= 3 &&
	    !memcmp(scan->buffer, "\xef\xbb\xbf", 3))
		scan->at = 3;
}

bool sarif_scan_more(struct sarif_scan *scan, char close, bool *first)
{
	bool was_first = *first;
	int byte = sarif_scan_peek(scan);

	*first = false;
	if (byte == close) {
		scan->at++;
		return false;
	}
	if (was_first)
		return byte >= 0 || sarif_scan_expected(scan, close == '}' ? "'}'" : "']'");
	return sarif_scan_take(scan, ',', close == '}' ? "',' or '}'" : "',' or ']'");
}

static bool skip_utf8(struct sarif_scan *scan)
{
	uint64_t start = scan->base + scan->at;
	unsigned char sequence[4];
	size_t n = 0, length;
	bool valid;

	do {
		int byte = next_byte(scan);

		if (byte < 0)
			return sarif_scan_expected(scan, "the rest of a UTF-8 character");
		sequence[n++] = (unsigned char)byte;
		length = sarif_utf8_sequence(sequence, n, &valid);
		if (valid || length == n)
			scan->at++;
	} while (!valid && length == n && n < sizeof(sequence));
	if (!valid && !scan->failed) {
		sarif_scan_fail(scan, "expected UTF-8, found byte 0x%02x", sequence[0]);
		scan->error->offset = start;
	}
	return valid;
}

static bool skip_escape(struct sarif_scan *scan)
{
	int byte = next_byte(scan);

	if (byte <= 0 || !strchr("\"\\/bfnrtu", byte))
		return sarif_scan_expected(scan, "one of \"\\/bfnrtu after a backslash");
	scan->at++;
	for (int i = 0; byte == 'u' && i < 4; i++) {
		int digit = next_byte(scan);

		if (digit <= 0 || !strchr("0123456789abcdefABCDEF", digit))
			return sarif_scan_expected(scan, "four hexadecimal digits");
		scan->at++;
	}
	return true;
}

static bool skip_string(struct sarif_scan *scan, const char *what)
{
	if (!sarif_scan_take(scan, '"', what))
		return false;
	for (;;) {
		int byte = next_byte(scan);

		if (byte >= 0x80) {
			if (!skip_utf8(scan))
				return false;
			continue;
		}
		if (byte < 0x20)
			return sarif_scan_expected(scan, "a character of a string or '\"'");
		scan->at++;
		if (byte == '"')
			return true;
		if (byte == '\\' && !skip_escape(scan))
			return false;
	}
}

static bool skip_digits(struct sarif_scan *scan)
{
	int byte = next_byte(scan);

	if (byte < '0' || byte > '9')
		return sarif_scan_expected(scan, "a digit");
	while (byte >= '0' && byte <= '9') {
		scan->at++;
		byte = next_byte(scan);
	}
	return true;
}

static bool skip_number(struct sarif_scan *scan)
{
	int byte;

	if (next_byte(scan) == '-')
		scan->at++;
	if (next_byte(scan) == '0')
		scan->at++;
	else if (!skip_digits(scan))
		return false;
	if (next_byte(scan) == '.') {
		scan->at++;
		if (!skip_digits(scan))
			return false;
	}
	byte = next_byte(scan);
	if (byte == 'e' || byte == 'E') {
		scan->at++;
		byte = next_byte(scan);
		if (byte == '+' || byte == '-')
			scan->at++;
		return skip_digits(scan);
	}
	return true;
}

static bool skip_word(struct sarif_scan *scan, const char *word)
{
	for (const char *letter = word; *letter; letter++) {
		if (next_byte(scan) != *letter)
			return sarif_scan_expected(scan, word);
		scan->at++;
	}
	return true;
}

/* A string, number or word. */
static bool skip_scalar(struct sarif_scan *scan, int byte)
{
	switch (byte) {
	case '"':
		return skip_string(scan, "a string");
	case 't':
		return skip_word(scan, "true");
	case 'f':
		return skip_word(scan, "false");
	case 'n':
		return skip_word(scan, "null");
	default:
		if (byte == '-' || (byte >= '0' && byte <= '9'))
			return skip_number(scan);
		return sarif_scan_expected(scan, "a JSON value");
	}
}

static bool skip_key(struct sarif_scan *scan)
{
	sarif_scan_peek(scan);
	return skip_string(scan, "a member's name in double quotes") &&
	       sarif_scan_take(scan, ':', "':'");
}

bool sarif_scan_skip(struct sarif_scan *scan, unsigned depth)
{
	char close[SARIF_READ_MAX_DEPTH]; /* of the containers open inside this value */
	bool first[SARIF_READ_MAX_DEPTH];
	unsigned n = 0;

	do {
		int byte = sarif_scan_peek(scan);

		if (byte == '{' || byte == '[') {
			if (depth + n >= SARIF_READ_MAX_DEPTH)
				return sarif_scan_fail(
					scan, "expected at most %d levels of nesting, found more",
					SARIF_READ_MAX_DEPTH);
			scan->at++;
			close[n] = byte == '{' ? '}' : ']';
			first[n++] = true;
		} else if (!skip_scalar(scan, byte)) {
			return false;
		}
		while (n && !sarif_scan_more(scan, close[n - 1], &first[n - 1])) {
			if (scan->failed)
				return false;
			n--;
		}
		if (n && close[n - 1] == '}' && !skip_key(scan))
			return false;
	} while (n);
	return !scan->failed;
}

bool sarif_scan_keep(struct sarif_scan *scan, unsigned depth, const char *what)
{
	bool good;

	sarif_scan_peek(scan);
	scan->keeping = true;
	scan->kept_from = scan->at;
	scan->kept_length = 0;
	good = sarif_scan_skip(scan, depth);
	if (good && scan->keeping)
		save_kept(scan);
	scan->keeping = false;
	if (scan->kept_length > SARIF_READ_MAX_VALUE) {
		scan->failed = false; /* whatever it stumbled over, this was first */
		sarif_scan_fail(scan, "expected %s of at most %u bytes, found more", what,
				SARIF_READ_MAX_VALUE);
	}
	return !scan->failed;
}

bool sarif_scan_copy(struct sarif_scan *scan, unsigned depth, struct sarif_json *json,
		     const char *key)
{
	bool good;

	sarif_scan_peek(scan);
	sarif_json_begin_raw(json, key);
	scan->copy = json;
	scan->copied_from = scan->at;
	good = sarif_scan_skip(scan, depth);
	copy_on(scan);
	scan->copy = NULL;
	return good;
}

struct sarif_scan_mark sarif_scan_mark(const struct sarif_scan *scan)
{
	return (struct sarif_scan_mark){ scan->base + scan->at, scan->line };
}

bool sarif_scan_return(struct sarif_scan *scan, struct sarif_scan_mark mark)
{
	if (mark.offset >= scan->base && mark.offset <= scan->base + scan->filled) {
		scan->at = (size_t)(mark.offset - scan->base);
	} else {
		if (scan->start < 0 ||
		    fseeko(scan->stream, scan->start + (off_t)mark.offset, SEEK_SET))
			return false;
		scan->base = mark.offset;
		scan->at = scan->filled = 0;
	}
	scan->line = mark.line;
	scan->failed = false;
	*scan->error = (struct sarif_read_error){ .path = scan->error->path };
	return true;
}
