/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The comments of C source text, told from strings and character constants.
 */
#ifndef LC_COMMENTS_H
#define LC_COMMENTS_H

#include <stddef.h>

#include "arena.h"

#ifdef __cplusplus
extern "C" {
#endif

struct lc_comment {
	/*
	 * What it says, without its marks: line continuations taken out, each new
	 * line without the white space and the stars it begins with.
	 */
	const char *text;
	int line, column; /* where it begins, 1-based; columns count bytes */
	/*
	 * The lines it may be about: its own; if no code stands on them, also the
	 * next line, passing over further comments but not over an empty line.
	 */
	int first_line, last_line;
};

/*
 * The comments of TEXT (LENGTH bytes, not changed) that hold WORD, in order.
 * *COMMENTS and their texts live in ARENA. Returns their number; 0 also if out
 * of memory.
 */
size_t lc_comments_find(struct lc_arena *arena, const char *text, size_t length, const char *word,
			struct lc_comment **comments);

#ifdef __cplusplus
}
#endif
#endif
