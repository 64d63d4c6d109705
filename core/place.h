/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A place in source text.
 */
#ifndef LC_PLACE_H
#define LC_PLACE_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * FILE as the compiler names it (relative to the unit's directory, or
 * absolute); borrowed, lives as long as the unit. Lines and columns are
 * 1-based; columns count bytes; the end column is one past the last byte.
 * A line of 0 means "no place known".
 */
struct lc_place {
	const char *file;
	int line, column;
	int end_line, end_column;
	uint64_t handle; /* the adapter's own name for it, or 0 */
};

/* Do both begin at the same line and column of the same file? */
bool lc_place_is_same(const struct lc_place *a, const struct lc_place *b);

#ifdef __cplusplus
}
#endif
#endif
