/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Memory that lives as long as a unit.
 */
#include "arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_SIZE ((size_t)16 * 1024)

struct lc_arena_chunk {
	struct lc_arena_chunk *next;
	size_t used, size;
	_Alignas(max_align_t) unsigned char bytes[];
};

void lc_arena_init(struct lc_arena *arena)
{
	arena->chunks = NULL;
	arena->total = 0;
}

void lc_arena_free(struct lc_arena *arena)
{
	struct lc_arena_chunk *chunk = arena->chunks;

	while (chunk) {
		struct lc_arena_chunk *next = chunk->next;

		free(chunk);
		chunk = next;
	}
	lc_arena_init(arena);
}

void *lc_arena_alloc(struct lc_arena *arena, size_t size)
{
	struct lc_arena_chunk *chunk = arena->chunks;
	size_t rounded = (size + _Alignof(max_align_t) - 1) & ~(_Alignof(max_align_t) - 1);

	/* Neither the rounding nor the chunk's head may wrap. */
	if (rounded < size || rounded > SIZE_MAX - sizeof(*chunk))
		return NULL;
	if (!chunk || chunk->size - chunk->used < rounded) {
		size_t room = rounded > CHUNK_SIZE ? rounded : CHUNK_SIZE;

		chunk = calloc(1, sizeof(*chunk) + room);
		if (!chunk)
			return NULL;
		chunk->size = room;
		arena->total += sizeof(*chunk) + room;
		/* A large block goes behind the current chunk, whose room is still good. */
		if (rounded > CHUNK_SIZE && arena->chunks) {
			chunk->next = arena->chunks->next;
			arena->chunks->next = chunk;
		} else {
			chunk->next = arena->chunks;
			arena->chunks = chunk;
		}
	}
	chunk->used += rounded;
	return chunk->bytes + chunk->used - rounded;
}

char *lc_arena_strdup(struct lc_arena *arena, const char *string)
{
	size_t n;
	char *copy;

	if (!string)
		return NULL;
	n = strlen(string) + 1;
	copy = lc_arena_alloc(arena, n);
	return copy ? memcpy(copy, string, n) : NULL;
}

char *lc_arena_printf(struct lc_arena *arena, const char *format, ...)
{
	va_list args, again;
	char *text;
	int n;

	va_start(args, format);
	va_copy(again, args);
	n = vsnprintf(NULL, 0, format, args);
	text = n < 0 ? NULL : lc_arena_alloc(arena, (size_t)n + 1);
	if (text)
		vsnprintf(text, (size_t)n + 1, format, again);
	va_end(again);
	va_end(args);
	return text;
}

int lc_arena_grow(struct lc_arena *arena, void *array, size_t count, size_t *capacity, size_t size)
{
	void *old, *grown;
	size_t wanted;

	if (count < *capacity)
		return 0;
	wanted = *capacity ? *capacity * 2 : 4;
	if (wanted > SIZE_MAX / size)
		return -1;
	grown = lc_arena_alloc(arena, wanted * size);
	if (!grown)
		return -1;
	/* ARRAY is the address of a pointer whose type only the caller knows. */
	memcpy(&old, array, sizeof(old));
	if (count)
		memcpy(grown, old, count * size);
	memcpy(array, &grown, sizeof(grown));
	*capacity = wanted;
	return 0;
}
