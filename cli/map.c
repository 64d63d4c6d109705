// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A hash map from bytes to a pointer: open addressing, linear probing.
 */
#include "map.h"

#include <stdlib.h>
#include <string.h>

#include "message.h"

uint64_t map_hash(const void *data, size_t n)
{
	const unsigned char *p = data;
	uint64_t hash = 0xcbf29ce484222325u; /* FNV-1a */

	for (size_t i = 0; i < n; i++)
		hash = (hash ^ p[i]) * 0x100000001b3u;
	return hash ^ hash >> 32;
}

void map_free(struct map *map)
{
	lc_arena_free(&map->arena);
	free(map->slots);
	memset(map, 0, sizeof(*map));
}

/* The slot that holds KEY, or the free one where it belongs. */
static struct map_slot *find(const struct map *map, uint64_t hash, const void *key, size_t length)
{
	size_t i = hash & (map->capacity - 1);

	for (;; i = (i + 1) & (map->capacity - 1)) {
		struct map_slot *slot = &map->slots[i];

		if (!slot->key || (slot->hash == hash && slot->length == length &&
				   !memcmp(slot->key, key, length)))
			return slot;
	}
}

void *map_get(const struct map *map, const void *key, size_t length)
{
	if (!map->capacity)
		return NULL;
	return find(map, map_hash(key, length), key, length)->value;
}

static void grow(struct map *map)
{
	struct map bigger = *map;

	bigger.capacity = map->capacity ? 2 * map->capacity : 64;
	bigger.slots = cli_alloc(bigger.capacity * sizeof(*bigger.slots));
	for (size_t i = 0; i < map->capacity; i++) {
		const struct map_slot *slot = &map->slots[i];

		if (slot->key)
			*find(&bigger, slot->hash, slot->key, slot->length) = *slot;
	}
	free(map->slots);
	*map = bigger;
}

struct map_slot *map_put(struct map *map, const void *key, size_t length)
{
	uint64_t hash = map_hash(key, length);
	struct map_slot *slot;
	char *copy;

	if (4 * (map->n + 1) > 3 * map->capacity)
		grow(map);
	slot = find(map, hash, key, length);
	if (slot->key)
		return slot;
	if (!map->n)
		lc_arena_init(&map->arena);
	copy = lc_arena_alloc(&map->arena, length + 1);
	if (!copy)
		cli_fatal("out of memory");
	memcpy(copy, key, length);
	*slot = (struct map_slot){ .hash = hash, .key = copy, .length = length };
	map->n++;
	return slot;
}

const char *map_intern(struct map *map, const char *string)
{
	struct map_slot *slot;

	if (!string)
		return NULL;
	slot = map_put(map, string, strlen(string));
	return slot->key;
}
