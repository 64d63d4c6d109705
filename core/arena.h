/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Memory that lives as long as a unit: allocated in pieces, freed at once.
 */
#ifndef LC_ARENA_H
#define LC_ARENA_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct lc_arena_chunk;
struct lc_arena {
	struct lc_arena_chunk *chunks;
	size_t total; /* bytes taken from malloc, for the cost figures */
};

void lc_arena_init(struct lc_arena *arena);
void lc_arena_free(struct lc_arena *arena);
/* SIZE zeroed bytes, aligned for any object; NULL if out of memory. */
void *lc_arena_alloc(struct lc_arena *arena, size_t size);
/* Copies; NULL stays NULL. */
char *lc_arena_strdup(struct lc_arena *arena, const char *string);
char *lc_arena_printf(struct lc_arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/*
 * Makes room for one more element in *ARRAY (COUNT of *CAPACITY used, SIZE
 * bytes each). Returns 0, or -1 if out of memory with everything as it was.
 */
int lc_arena_grow(struct lc_arena *arena, void *array, size_t count, size_t *capacity, size_t size);

#ifdef __cplusplus
}
#endif
#endif
