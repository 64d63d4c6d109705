/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A hash map from bytes to a pointer; it grows and never forgets.
 */
#ifndef CLI_MAP_H
#define CLI_MAP_H

#include <stddef.h>
#include <stdint.h>

#include "arena.h"

struct map_slot {
	uint64_t hash;
	const void *key; /* in the map's arena; NULL: free */
	size_t length; /* bytes of KEY */
	void *value;
};

struct map {
	struct lc_arena arena;
	struct map_slot *slots;
	size_t n, capacity; /* a power of two, or 0 */
};

/* Zero-initialised is empty too. */
void map_free(struct map *map);
/* The value stored under KEY, NULL if there is none. */
void *map_get(const struct map *map, const void *key, size_t length);
/* The slot of KEY, made with the value NULL if it was not there; valid until the next call. */
struct map_slot *map_put(struct map *map, const void *key, size_t length);
/* STRING's one copy in MAP: equal strings give the same pointer. NULL stays NULL. */
const char *map_intern(struct map *map, const char *string);

uint64_t map_hash(const void *data, size_t n);

#endif
