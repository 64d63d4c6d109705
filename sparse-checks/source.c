/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Source text: columns in bytes, public headers, and whether a macro wrote a cast.
 */
#include "source.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "types.h"

struct sc_source_file {
	struct sc_source_file *next;
	int stream;
	char *text; /* NUL-terminated; NULL: could not be read */
	size_t length; /* bytes */
	size_t *lines; /* offset of each line's first byte */
	size_t n_lines;
};

void sc_sources_init(struct sc_sources *sources, struct lc_arena *arena, const char *main_file)
{
	sources->arena = arena;
	sources->files = NULL;
	sources->main_file = main_file;
}

void sc_sources_free(struct sc_sources *sources)
{
	for (struct sc_source_file *file = sources->files; file; file = file->next) {
		free(file->text);
		free(file->lines);
	}
	sources->files = NULL;
}

static char *read_all(const char *path, size_t *length)
{
	FILE *stream = fopen(path, "rb");
	char *text = NULL;
	size_t capacity = 0;

	*length = 0;
	while (stream) {
		size_t got;

		if (*length + 1 >= capacity) {
			char *bigger = realloc(text, capacity ? capacity * 2 : 65536);

			if (!bigger)
				break;
			text = bigger;
			capacity = capacity ? capacity * 2 : 65536;
		}
		got = fread(text + *length, 1, capacity - *length - 1, stream);
		if (!got)
			break;
		*length += got;
	}
	if (stream)
		fclose(stream);
	if (text)
		text[*length] = '\0';
	return text;
}

static void index_lines(struct sc_source_file *file)
{
	size_t capacity = 1, line = 0;

	for (size_t i = 0; i < file->length; i++)
		capacity += file->text[i] == '\n';
	file->lines = calloc(capacity, sizeof(*file->lines));
	if (!file->lines)
		return;
	file->n_lines = capacity;
	for (size_t i = 0; i < file->length; i++)
		if (file->text[i] == '\n')
			file->lines[++line] = i + 1;
}

/* The file that POSITION stands in; its text may be NULL. NULL: out of memory. */
static struct sc_source_file *file_of(struct sc_sources *sources, struct position position)
{
	struct sc_source_file *file;

	for (file = sources->files; file; file = file->next)
		if (file->stream == (int)position.stream)
			return file;
	file = lc_arena_alloc(sources->arena, sizeof(*file));
	if (!file)
		return NULL;
	file->stream = (int)position.stream;
	file->text = read_all(stream_name((int)position.stream), &file->length);
	if (file->text)
		index_lines(file);
	file->next = sources->files;
	sources->files = file;
	return file;
}

/* The text at POSITION, or NULL. *COLUMN becomes its column in bytes, 1-based. */
static const char *text_at(struct sc_sources *sources, struct position position, int *column)
{
	struct sc_source_file *file = file_of(sources, position);
	const char *line, *p;
	unsigned int seen = 0;

	*column = (int)position.pos;
	if (!file || !file->lines || !position.line || position.line > file->n_lines)
		return NULL;
	line = p = file->text + file->lines[position.line - 1];
	/* sparse's column is 1 more than what stands before it, a tab reaching the next stop. */
	while (*p && *p != '\n' && seen + 1 < position.pos) {
		seen += *p == '\t' ? tabstop - seen % tabstop : 1;
		p++;
	}
	*column = (int)(p - line) + 1;
	return p;
}

static bool is_word(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

static size_t word_length(const char *text)
{
	size_t length = 0;

	while (is_word(text[length]))
		length++;
	return length;
}

struct lc_place sc_place(struct sc_sources *sources, struct position position)
{
	struct lc_place place = { .file = stream_name((int)position.stream),
				  .line = (int)position.line };
	const char *text = text_at(sources, position, &place.column);
	size_t length = text ? word_length(text) : 0;

	/* As the compiler names it in its own records: without a leading "./". */
	while (place.file && !strncmp(place.file, "./", 2))
		place.file += 2;
	place.end_line = place.line;
	place.end_column = place.column + (int)(length ? length : 1);
	return place;
}

/* The length of the folder part of PATH, its last slash included. */
static size_t folder_length(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? (size_t)(slash - path) + 1 : 0;
}

bool sc_in_public_header(struct sc_sources *sources, struct position position)
{
	const char *name = stream_name((int)position.stream);
	size_t own = folder_length(sources->main_file);

	if (!strcmp(name, sources->main_file))
		return false;
	if (own && !strncmp(name, sources->main_file, own))
		return false;
	return !strncmp(name, "include/", 8) || strstr(name, "/include/") != NULL;
}

/* Does the macro's own text say FORCE or name TAG? */
static bool body_writes(const struct symbol *macro, const struct ident *tag, bool forced)
{
	const struct token *token = macro->expansion;

	for (; token && !eof_token(token); token = token->next) {
		if (token_type(token) != TOKEN_IDENT)
			continue;
		if (forced ? !strncmp(show_ident(token->ident), "__force", 7) ||
				     !strcmp(show_ident(token->ident), "force") :
			     token->ident == tag)
			return true;
	}
	return false;
}

/* Is there, in the parentheses that TEXT opens, a cast that names TAG, or says __force? */
static bool arguments_write(const char *text, const struct ident *tag, bool forced)
{
	const char *wanted = forced ? "__force" : tag ? show_ident(tag) : NULL;
	size_t wanted_length = wanted ? strlen(wanted) : 0;
	int depth = 0;

	if (!wanted)
		return false;
	text += word_length(text);
	while (*text == ' ' || *text == '\t')
		text++;
	if (*text != '(')
		return false;
	for (; *text; text++) {
		size_t length;

		if (*text == '(')
			depth++;
		if (*text == ')' && !--depth)
			return false;
		length = word_length(text);
		if (!length)
			continue;
		if (length == wanted_length && !memcmp(text, wanted, length)) {
			const char *rest = text + length;

			while (*rest == ' ' || *rest == '*' || is_word(*rest))
				rest++;
			if (*rest == ')' && rest[-1] == '*')
				return true;
		}
		text += length - 1;
	}
	return false;
}

/* Does an opening parenthesis stand before TEXT, as it does before the type of a cast? */
static bool in_parenthesis(struct sc_sources *sources, struct position position, const char *text)
{
	const struct sc_source_file *file = file_of(sources, position);

	if (!file || !file->text)
		return true; /* who knows */
	while (text > file->text && isspace((unsigned char)text[-1]))
		text--;
	return text > file->text && text[-1] == '(';
}

enum sc_writer sc_writer_of(struct sc_sources *sources, struct position position,
			    struct symbol *view, bool forced, struct ident **macro)
{
	int column;
	const char *text = text_at(sources, position, &column);
	size_t length = text ? word_length(text) : 0;
	struct ident *tag = view ? sc_tag(sc_pointee(view)) : NULL;
	struct symbol *symbol;
	struct ident *name;
	char word[256];

	*macro = NULL;
	if (!length || length >= sizeof(word))
		return SC_WRITER_CODE;
	memcpy(word, text, length);
	word[length] = '\0';
	name = built_in_ident(word);
	symbol = lookup_symbol(name, NS_MACRO | NS_UNDEF);
	if (!symbol)
		return view && !in_parenthesis(sources, position, text) ? SC_WRITER_PUBLIC_MACRO :
									  SC_WRITER_CODE;
	/* Defined when it was used, and no more: whose it was can no longer be told. */
	if (symbol->namespace == NS_UNDEF)
		return SC_WRITER_PUBLIC_MACRO;
	/* A mark such as __force, or a type's name, begins a cast that stands here. */
	if (!symbol->arglist && (!symbol->expansion || !match_op(symbol->expansion, '(')))
		return SC_WRITER_CODE;
	*macro = name;
	if (!view)
		return sc_in_public_header(sources, symbol->pos) ? SC_WRITER_PUBLIC_MACRO :
								   SC_WRITER_MACRO;
	if (arguments_write(text, tag, forced))
		return SC_WRITER_ARGUMENT;
	if (sc_in_public_header(sources, symbol->pos))
		return SC_WRITER_PUBLIC_MACRO;
	return body_writes(symbol, tag, forced) ? SC_WRITER_MACRO : SC_WRITER_PUBLIC_MACRO;
}
