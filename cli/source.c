// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The text of sources: what turns the compiler's columns into those of SARIF.
 */
#include "source.h"

#include <ctype.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "message.h"
#include "utf16.h"

static void drop(struct source *source)
{
	free(source->text);
	free(source->lines);
	free(source->hashes);
	memset(source, 0, sizeof(*source));
}

void sources_free(struct sources *sources)
{
	for (size_t i = 0; i < SOURCES_KEPT; i++)
		drop(&sources->kept[i]);
}

/* The file's bytes with a NUL behind them, NULL if it cannot be read. */
static char *read_text(const char *path, size_t *length)
{
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat status;
	char *text = NULL;
	size_t n = 0;

	if (file < 0)
		return NULL;
	if (fstat(file, &status) || !S_ISREG(status.st_mode) ||
	    (size_t)status.st_size > SOURCE_MAX_BYTES)
		goto out;
	text = cli_alloc((size_t)status.st_size + 1);
	while (n < (size_t)status.st_size) {
		ssize_t got = read(file, text + n, (size_t)status.st_size - n);

		if (got <= 0)
			break;
		n += (size_t)got;
	}
	*length = n;
out:
	close(file);
	return text;
}

static void index_lines(struct source *source)
{
	size_t capacity = 0;
	/* A byte order mark is no part of the first line's text: compilers do not count it. */
	size_t start = source->length >= 3 && !memcmp(source->text, "\xef\xbb\xbf", 3) ? 3 : 0;

	for (;;) {
		const char *end;

		CLI_GROW(source->lines, source->n_lines, capacity);
		source->lines[source->n_lines++] = start;
		end = memchr(source->text + start, '\n', source->length - start);
		if (!end)
			break;
		start = (size_t)(end - source->text) + 1;
	}
}

struct source *source_open(struct sources *sources, const struct source_path *path)
{
	struct source *oldest = &sources->kept[0];

	for (size_t i = 0; i < SOURCES_KEPT; i++) {
		struct source *source = &sources->kept[i];

		if (source->path == path) {
			source->used = ++sources->clock;
			return source->text ? source : NULL;
		}
		if (source->used < oldest->used)
			oldest = source;
	}
	drop(oldest);
	oldest->path = path;
	oldest->used = ++sources->clock;
	oldest->text = read_text(path->absolute, &oldest->length);
	if (!oldest->text)
		return NULL;
	index_lines(oldest);
	return oldest;
}

const char *source_line(const struct source *source, int line, size_t *length)
{
	size_t i = (size_t)line - 1, end;

	if (!source || line < 1 || i >= source->n_lines)
		return NULL;
	end = i + 1 < source->n_lines ? source->lines[i + 1] - 1 : source->length;
	if (end > source->lines[i] && source->text[end - 1] == '\r')
		end--;
	*length = end - source->lines[i];
	return source->text + source->lines[i];
}

/* Byte column to UTF-16 column, no further than one past the line's end. */
static int convert(const struct source *source, int line, int column)
{
	size_t length, offset = (size_t)column - 1;
	const char *text = source_line(source, line, &length);

	if (!text)
		return column;
	return (int)utf16_offset(text, length, offset < length ? offset : length) + 1;
}

/* The end of what starts at byte COLUMN: of the identifier, else of one character. */
static int token_end(const struct source *source, int line, int column)
{
	size_t length, i = (size_t)column - 1;
	const char *text = source_line(source, line, &length);

	if (!text || i >= length)
		return column + 1;
	while (i < length && (isalnum((unsigned char)text[i]) || text[i] == '_'))
		i++;
	if ((int)i + 1 == column)
		for (i++; i < length && ((unsigned char)text[i] & 0xc0) == 0x80;)
			i++;
	return (int)i + 1;
}

void source_region(const struct source *source, struct lc_place *place)
{
	size_t length;

	if (place->line < 1)
		return;
	if (place->end_line < place->line)
		place->end_line = place->line;
	if (place->column < 1) {
		place->column = 1;
		place->end_line = place->line;
		place->end_column = source_line(source, place->line, &length) ? (int)length + 1 : 2;
	} else if (place->end_column < 1 ||
		   (place->end_line == place->line && place->end_column <= place->column)) {
		place->end_line = place->line;
		place->end_column = token_end(source, place->line, place->column);
	}
	place->column = convert(source, place->line, place->column);
	place->end_column = convert(source, place->end_line, place->end_column);
	if (place->end_line == place->line && place->end_column < place->column)
		place->end_column = place->column;
}

int source_display_column(const struct source *source, int line, int column)
{
	size_t length;
	const char *text = source_line(source, line, &length);
	int shown = 0;

	for (int i = 0; text && i + 1 < column && (size_t)i < length; i++)
		if (text[i] == '\t')
			shown += 8 - shown % 8;
		else
			shown += ((unsigned char)text[i] & 0xc0) != 0x80;
	return text ? shown + 1 : column;
}

bool source_line_hash(struct source *source, int line, char text[LINE_HASH_TEXT])
{
	if (!source || line < 1)
		return false;
	if (!source->hashes)
		source->hashes = line_hash_file(source->text, source->length, &source->n_hashes);
	if ((size_t)line > source->n_hashes || !source->hashes[line - 1].nth)
		return false;
	line_hash_text(&source->hashes[line - 1], text);
	return true;
}
