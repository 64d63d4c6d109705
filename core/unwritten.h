/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which members of an object, and which padding, have the bytes that somebody
 * has, or has not, written.
 */
#ifndef LC_UNWRITTEN_H
#define LC_UNWRITTEN_H

#include "leaving.h"

struct lc_unwritten {
	const char *text; /* "3 bytes of padding after 'type'"; NULL if N is 0 */
	size_t n; /* members and stretches of padding */
	bool members; /* there are members among them */
	bool whole; /* every byte that leaves is such a one */
};

/*
 * Finds the bytes of L that leave and are as STATE says; if all are so, that is all that is said, but
 * for the padding. What *FOUND points to lives in ARENA.
 */
void lc_unwritten_find(struct lc_arena *arena, const struct lc_leaving *l, enum lc_written state,
		       bool only_padding, struct lc_unwritten *found);

#endif
