/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The text behind a position: sparse counts columns by tab stops and gives all that a macro
 * expands to the place of its use, so some questions only the source can answer.
 */
#ifndef SC_SOURCE_H
#define SC_SOURCE_H

#include "arena.h"
#include "place.h"
#include "sparse.h"

struct sc_source_file;
struct sc_sources {
	struct lc_arena *arena;
	struct sc_source_file *files;
	const char *main_file;
};

void sc_sources_init(struct sc_sources *sources, struct lc_arena *arena, const char *main_file);
void sc_sources_free(struct sc_sources *sources);

/* POSITION with its column in bytes, to the end of the token that stands there. */
struct lc_place sc_place(struct sc_sources *sources, struct position position);
/*
 * Is POSITION in a header that serves others: below a folder named include, as a system's are
 * too, that is not part of the main file's own? What stands there are accessors, not users.
 */
bool sc_in_public_header(struct sc_sources *sources, struct position position);

enum sc_writer {
	SC_WRITER_CODE, /* the text at the position itself */
	SC_WRITER_ARGUMENT, /* the argument of a macro */
	SC_WRITER_MACRO, /* a macro of this unit's own files */
	SC_WRITER_PUBLIC_MACRO, /* a macro of a public header */
};
/*
 * Who wrote the cast to VIEW, or with FORCED a cast that says __force, that sparse has at POSITION?
 * VIEW is NULL for a conversion without a cast. *MACRO becomes the macro's name where there is one.
 */
enum sc_writer sc_writer_of(struct sc_sources *sources, struct position position,
			    struct symbol *view, bool forced, struct ident **macro);

#endif
