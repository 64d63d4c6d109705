// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Reads conditionals line by line; comments that hide a directive and lines that
 * a backslash continues are the only other syntax that it knows.
 */
#include "conditional.h"

#include <ctype.h>
#include <string.h>

#define MAX_NESTING 64

struct cursor {
	const char *at, *end;
	unsigned line;
	bool in_comment;
};

/* What an identifier must hold, in any case, to speak of byte order. */
static const char *const words[] = { "ENDIAN",      "BYTE_ORDER",     "BYTEORDER",
				     "BIT_FIELDS_", "BITFIELD_ORDER", "BIT_ORDER" };

static bool holds(const char *text, size_t length, const char *word)
{
	size_t n = strlen(word);

	for (size_t i = 0; i + n <= length; i++)
		if (!strncasecmp(text + i, word, n))
			return true;
	return false;
}

static bool asks_for_order(const char *text, size_t length)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (holds(text, length, words[i]))
			return true;
	return false;
}

/* Takes the next line, continued ones joined: its text without a comment that was open before. */
static bool next_line(struct cursor *c, const char **text, size_t *length)
{
	const char *start = c->at;

	if (start >= c->end)
		return false;
	for (;;) {
		const char *end = memchr(c->at, '\n', (size_t)(c->end - c->at));
		const char *last = end ? end : c->end;

		c->line++;
		c->at = end ? end + 1 : c->end;
		if (last > start && last[-1] == '\r')
			last--;
		if (!end || last == start || last[-1] != '\\') {
			*text = start;
			*length = (size_t)(last - start);
			return true;
		}
	}
}

/* Follows comments, strings and characters to the end of the line; says where its code begins. */
static size_t skip_comments(struct cursor *c, const char *text, size_t length)
{
	size_t begin = length;
	char quote = 0;

	for (size_t i = 0; i < length; i++) {
		bool two = i + 1 < length;

		if (c->in_comment) {
			if (text[i] == '*' && two && text[i + 1] == '/') {
				c->in_comment = false;
				i++;
			}
		} else if (quote) {
			if (text[i] == '\\')
				i++;
			else if (text[i] == quote)
				quote = 0;
		} else if (text[i] == '/' && two && text[i + 1] == '*') {
			c->in_comment = true;
			i++;
		} else if (text[i] == '/' && two && text[i + 1] == '/') {
			break;
		} else if (!isspace((unsigned char)text[i])) {
			if (begin == length)
				begin = i;
			if (text[i] == '"' || text[i] == '\'')
				quote = text[i];
		}
	}
	return begin;
}

/* The word of the directive at TEXT, and how long it is; 0 if it is none. */
static size_t directive(const char **text, size_t *length)
{
	size_t n = 0;

	if (!*length || **text != '#')
		return 0;
	do {
		(*text)++;
		(*length)--;
	} while (*length && (**text == ' ' || **text == '\t'));
	while (n < *length && isalpha((unsigned char)(*text)[n]))
		n++;
	return n;
}

static bool is(const char *word, size_t n, const char *name)
{
	return strlen(name) == n && !memcmp(word, name, n);
}

/* The name of a guard against including a header twice ends in _H, with or without more of "_". */
static bool is_guard(const char *text, size_t length)
{
	size_t begin = 0, end;

	while (begin < length && !isspace((unsigned char)text[begin]))
		begin++;
	while (begin < length && isspace((unsigned char)text[begin]))
		begin++;
	for (end = begin; end < length && (isalnum((unsigned char)text[end]) || text[end] == '_');)
		end++;
	while (end > begin && text[end - 1] == '_')
		end--;
	return end >= begin + 2 && !strncasecmp(text + end - 2, "_h", 2);
}

bool lc_conditional_on_order(const char *text, size_t length, unsigned line)
{
	struct cursor c = { .at = text, .end = text + length };
	bool asked[MAX_NESTING] = { false };
	unsigned depth = 0; /* may exceed MAX_NESTING: those are not looked at */
	size_t n, begin;

	while (c.line < line && next_line(&c, &text, &length)) {
		if (c.line >= line)
			break;
		begin = skip_comments(&c, text, length);
		text += begin;
		length -= begin;
		n = directive(&text, &length);
		if (!n)
			continue;
		if (is(text, n, "if") || is(text, n, "ifdef") || is(text, n, "ifndef")) {
			if (depth < MAX_NESTING)
				asked[depth] = asks_for_order(text, length) &&
					       !(is(text, n, "ifndef") && is_guard(text, length));
			depth++;
		} else if (n > 3 && !memcmp(text, "elif", 4)) {
			if (depth && depth <= MAX_NESTING)
				asked[depth - 1] |= asks_for_order(text, length);
		} else if (is(text, n, "endif") && depth) {
			depth--;
		}
	}
	for (unsigned i = 0; i < depth && i < MAX_NESTING; i++)
		if (asked[i])
			return true;
	return false;
}
