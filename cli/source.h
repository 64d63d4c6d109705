/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The text of sources: what turns the compiler's columns into those of SARIF.
 */
#ifndef CLI_SOURCE_H
#define CLI_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "line_hash.h"
#include "paths.h"
#include "place.h"

/* A source file in memory. */
struct source {
	const struct source_path *path;
	char *text;
	size_t length; /* bytes */
	size_t *lines; /* where each line starts in TEXT */
	size_t n_lines;
	struct line_hash *hashes; /* NULL until asked for */
	size_t n_hashes;
	unsigned long used; /* when, for the cache */
};

#define SOURCES_KEPT 16
#define SOURCE_MAX_BYTES ((size_t)64 << 20) /* a larger file is not source text */

/* The sources that were used last. */
struct sources {
	struct source kept[SOURCES_KEPT];
	unsigned long clock;
};

/* The text of PATH, valid until the next call; NULL if it cannot be read. */
struct source *source_open(struct sources *sources, const struct source_path *path);
void sources_free(struct sources *sources);

/*
 * Turns the byte columns of PLACE into UTF-16 code units, and fills in the ends
 * that are missing: the identifier, or the line. SOURCE may be NULL: columns
 * stay as they are.
 */
void source_region(const struct source *source, struct lc_place *place);

/* The bytes of LINE without its end; NULL if there is no such line, or no SOURCE. */
const char *source_line(const struct source *source, int line, size_t *length);

/* The column at which a terminal shows byte COLUMN of LINE, as GCC counts: tabs stop at every 8th. */
int source_display_column(const struct source *source, int line, int column);

/* The fingerprint of LINE; false if there is none. */
bool source_line_hash(struct source *source, int line, char text[LINE_HASH_TEXT]);

#endif
