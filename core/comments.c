/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The comments of C source text: translation phases 1 to 3 (C11, 5.1.1.2), as
 * far as they decide what is a comment.
 */
#include "comments.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define MAX_DELIMITER 16 /* of a raw string */

/* What stands on a line. */
enum { CODE = 1, COMMENT = 2 };

struct scanner {
	const char *text;
	size_t length, at;
	size_t line_start;
	int line;
	unsigned char *lines; /* by line - 1 */
	size_t n_lines;
	struct lc_arena *arena;
	const char *word;
	struct lc_comment *found;
	size_t n_found, found_capacity;
};

/* The bytes of the line's end at AT: LF, or CR LF; 0: none. */
static size_t line_end(const struct scanner *s, size_t at)
{
	if (at < s->length && s->text[at] == '\n')
		return 1;
	return at + 1 < s->length && s->text[at] == '\r' && s->text[at + 1] == '\n' ? 2 : 0;
}

/* The bytes of a line continuation at AT; 0: none. GCC lets blanks stand before the line's end. */
static size_t splice(const struct scanner *s, size_t at)
{
	size_t p = at;

	if (p >= s->length || s->text[p] != '\\')
		return 0;
	for (p++; p < s->length && (s->text[p] == ' ' || s->text[p] == '\t');)
		p++;
	return line_end(s, p) ? p + line_end(s, p) - at : 0;
}

static void mark(struct scanner *s, unsigned char what)
{
	if ((size_t)s->line <= s->n_lines)
		s->lines[s->line - 1] |= what;
}

/* Goes over N bytes, counting lines. */
static void skip(struct scanner *s, size_t n)
{
	for (; n && s->at < s->length; n--)
		if (s->text[s->at++] == '\n') {
			s->line++;
			s->line_start = s->at;
		}
}

/* The character at the scanner, behind any line continuations; '\0' at the end. */
static char peek(struct scanner *s)
{
	size_t n;

	while ((n = splice(s, s->at)))
		skip(s, n);
	return s->at < s->length ? s->text[s->at] : '\0';
}

/* The one after that. */
static char peek_next(const struct scanner *s)
{
	size_t at = s->at + 1, n;

	while ((n = splice(s, at)))
		at += n;
	return at < s->length ? s->text[at] : '\0';
}

static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '_' || c == '$' || (unsigned char)c >= 0x80;
}

/* The text of a comment between its marks, in lines without what decorates them. */
static char *plain_text(struct scanner *s, size_t from, size_t to)
{
	char *plain = lc_arena_alloc(s->arena, to - from + 1), *out = plain;

	for (size_t at = from, n; plain && at < to; at += n) {
		n = splice(s, at);
		if (n)
			continue;
		n = line_end(s, at);
		if (!n) {
			*out++ = s->text[at];
			n = 1;
			continue;
		}
		*out++ = '\n';
		while (at + n < to && strchr(" \t*", s->text[at + n]))
			n++;
	}
	return plain;
}

static void keep_comment(struct scanner *s, struct lc_comment comment, size_t from, size_t to)
{
	size_t n = strlen(s->word);

	if (!memmem(s->text + from, to - from, s->word, n))
		return;
	comment.text = plain_text(s, from, to);
	comment.last_line = s->line;
	if (!comment.text ||
	    lc_arena_grow(s->arena, &s->found, s->n_found, &s->found_capacity, sizeof(*s->found)))
		return;
	s->found[s->n_found++] = comment;
}

/* From the slash on, to behind the comment. */
static void read_comment(struct scanner *s)
{
	struct lc_comment comment = { .line = s->line, .first_line = s->line };
	bool block;
	size_t from;

	comment.column = (int)(s->at - s->line_start) + 1;
	mark(s, COMMENT);
	skip(s, 1);
	block = peek(s) == '*';
	skip(s, 1);
	from = s->at;
	for (;;) {
		char c = peek(s);

		if (s->at >= s->length) {
			keep_comment(s, comment, from, s->length);
			return;
		}
		mark(s, COMMENT);
		if (block && c == '*' && peek_next(s) == '/') {
			keep_comment(s, comment, from, s->at);
			skip(s, 1);
			peek(s);
			skip(s, 1);
			return;
		}
		if (!block && line_end(s, s->at)) {
			keep_comment(s, comment, from, s->at);
			return;
		}
		skip(s, 1);
	}
}

/* A string or a character constant; one that its line does not end ends with the line. */
static void read_quoted(struct scanner *s, char quote)
{
	skip(s, 1);
	for (;;) {
		char c = peek(s);

		if (s->at >= s->length || line_end(s, s->at))
			return;
		mark(s, CODE);
		skip(s, 1);
		if (c == quote)
			return;
		if (c == '\\' && !line_end(s, s->at)) {
			peek(s);
			skip(s, 1);
		}
	}
}

/* From the quote of R"delimiter( on; false if it is no raw string after all. */
static bool read_raw(struct scanner *s)
{
	const char *start = s->text + s->at + 1;
	size_t left = s->length - s->at - 1, n = 0;
	char end[MAX_DELIMITER + 2];
	const char *close;

	while (n < left && n <= MAX_DELIMITER && !strchr(" ()\\\t\v\f\r\n\"", start[n]))
		n++;
	if (n > MAX_DELIMITER || n >= left || start[n] != '(')
		return false;
	end[0] = ')';
	memcpy(end + 1, start, n);
	end[n + 1] = '"';
	close = memmem(start + n, left - n, end, n + 2);
	for (size_t to = close ? (size_t)(close - s->text) + n + 2 : s->length; s->at < to;) {
		mark(s, CODE);
		skip(s, 1);
	}
	return true;
}

/* An identifier or a number; a quote between the digits of a number is part of it. */
static void read_word(struct scanner *s)
{
	static const char *const raw[] = { "R", "LR", "uR", "UR", "u8R" };
	size_t start = s->at, n;
	bool number = s->text[s->at] >= '0' && s->text[s->at] <= '9';

	while (is_word(peek(s)) || (number && peek(s) == '\'' && is_word(peek_next(s)))) {
		mark(s, CODE);
		skip(s, 1);
	}
	n = s->at - start;
	if (s->at >= s->length || s->text[s->at] != '"')
		return;
	for (size_t i = 0; i < sizeof(raw) / sizeof(raw[0]); i++)
		if (n == strlen(raw[i]) && !memcmp(s->text + start, raw[i], n) && read_raw(s))
			return;
}

static void scan(struct scanner *s)
{
	for (;;) {
		char c = peek(s);

		if (s->at >= s->length)
			return;
		if (c == '/' && (peek_next(s) == '*' || peek_next(s) == '/')) {
			read_comment(s);
			continue;
		}
		if (strchr(" \t\v\f\r\n", c) && c) {
			skip(s, 1);
			continue;
		}
		mark(s, CODE);
		if (c == '"' || c == '\'')
			read_quoted(s, c);
		else if (is_word(c))
			read_word(s);
		else
			skip(s, 1);
	}
}

/* A comment without code beside it is about the next line of code as well. */
static void extend(const struct scanner *s, struct lc_comment *comment)
{
	size_t line = (size_t)comment->last_line;

	for (size_t i = (size_t)comment->first_line; i <= line && i <= s->n_lines; i++)
		if (s->lines[i - 1] & CODE)
			return;
	while (line < s->n_lines && s->lines[line] == COMMENT)
		line++;
	if (line < s->n_lines && s->lines[line] & CODE)
		comment->last_line = (int)line + 1;
}

size_t lc_comments_find(struct lc_arena *arena, const char *text, size_t length, const char *word,
			struct lc_comment **comments)
{
	struct scanner s = { .text = text, .length = length, .arena = arena, .word = word };

	*comments = NULL;
	/* Most files have none: then there is nothing to scan. */
	if (!length || !memmem(text, length, word, strlen(word)))
		return 0;
	s.line = 1;
	s.n_lines = 1;
	for (const char *p = text; (p = memchr(p, '\n', length - (size_t)(p - text))); p++)
		s.n_lines++;
	s.lines = calloc(s.n_lines, 1);
	if (!s.lines)
		return 0;
	scan(&s);
	for (size_t i = 0; i < s.n_found; i++)
		extend(&s, &s.found[i]);
	free(s.lines);
	*comments = s.found;
	return s.n_found;
}
