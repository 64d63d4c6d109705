/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Where a model's entries are kept: a table a kind, and one hash table over
 * all of them by kind and name. Of two with the same name the later one counts.
 */
#include "model_index.h"

#include <fnmatch.h>
#include <string.h>

#include "model_schema.h"

#define FIRST_SLOTS 1024 /* a power of two */

struct lc_model_slot {
	uint32_t hash;
	uint16_t kind; /* plus 1; 0: free */
	uint32_t index;
};

static char *entry_at(const struct lc_model *model, enum lc_model_kind kind, size_t i)
{
	return (char *)model->tables[kind].entries + i * lc_model_schemas[kind].size;
}

/* The Nth of the names that ENTRY is found by, or NULL. */
static const char *key_of(enum lc_model_kind kind, const char *entry, unsigned n)
{
	const struct lc_model_schema *schema = &lc_model_schemas[kind];
	const char *key;

	if (n >= schema->n_keys)
		return NULL;
	memcpy(&key, entry + schema->fields[n].offset, sizeof(key));
	return key;
}

/* FNV-1a over the kind and both names. */
static uint32_t hash_of(enum lc_model_kind kind, const char *first, const char *second)
{
	uint32_t hash = 2166136261u ^ (uint32_t)kind;

	for (const char *p = first; *p; p++)
		hash = (hash ^ (unsigned char)*p) * 16777619u;
	hash = (hash ^ 0xff) * 16777619u;
	for (const char *p = second; p && *p; p++)
		hash = (hash ^ (unsigned char)*p) * 16777619u;
	return hash;
}

static bool is_named(const struct lc_model *model, const struct lc_model_slot *slot,
		     enum lc_model_kind kind, const char *first, const char *second)
{
	const char *entry, *other;

	if (slot->kind != (unsigned)kind + 1)
		return false;
	entry = entry_at(model, kind, slot->index);
	other = key_of(kind, entry, 1);
	return !strcmp(key_of(kind, entry, 0), first) &&
	       (!second || !other ? !second && !other : !strcmp(other, second));
}

/* The slot of that name, or the free one where it would be. */
static struct lc_model_slot *slot_of(const struct lc_model *model, enum lc_model_kind kind,
				     const char *first, const char *second)
{
	uint32_t hash = hash_of(kind, first, second);

	for (size_t i = hash;; i++) {
		struct lc_model_slot *slot = &model->slots[i & (model->n_slots - 1)];

		if (!slot->kind ||
		    (slot->hash == hash && is_named(model, slot, kind, first, second)))
			return slot;
	}
}

static int make_room(struct lc_model *model, struct lc_arena *arena)
{
	size_t n = model->n_slots ? 2 * model->n_slots : FIRST_SLOTS;
	struct lc_model_slot *slots;

	if (model->n_slots && 2 * model->n_used < model->n_slots)
		return 0;
	slots = lc_arena_alloc(arena, n * sizeof(*slots));
	if (!slots)
		return -1;
	for (size_t i = 0; i < model->n_slots; i++) {
		size_t k = model->slots[i].hash;

		if (!model->slots[i].kind)
			continue;
		while (slots[k & (n - 1)].kind)
			k++;
		slots[k & (n - 1)] = model->slots[i];
	}
	model->slots = slots;
	model->n_slots = n;
	return 0;
}

void *lc_model_add(struct lc_model *model, struct lc_arena *arena, enum lc_model_kind kind)
{
	struct lc_model_table *table = &model->tables[kind];
	char *entry;

	if (lc_arena_grow(arena, &table->entries, table->n, &table->capacity,
			  lc_model_schemas[kind].size))
		return NULL;
	entry = entry_at(model, kind, table->n++);
	return memset(entry, 0, lc_model_schemas[kind].size);
}

int lc_model_enter(struct lc_model *model, struct lc_arena *arena, enum lc_model_kind kind)
{
	size_t index = model->tables[kind].n - 1;
	const char *entry = entry_at(model, kind, index);
	const char *first = key_of(kind, entry, 0), *second = key_of(kind, entry, 1);
	struct lc_model_slot *slot;

	if (make_room(model, arena))
		return -1;
	slot = slot_of(model, kind, first, second);
	model->n_used += !slot->kind;
	*slot = (struct lc_model_slot){ hash_of(kind, first, second), (uint16_t)(kind + 1),
					(uint32_t)index };
	return 0;
}

static const void *find(const struct lc_model *model, enum lc_model_kind kind, const char *first,
			const char *second)
{
	const struct lc_model_slot *slot;

	if (!model->n_slots)
		return NULL;
	slot = slot_of(model, kind, first, second);
	return slot->kind ? entry_at(model, kind, slot->index) : NULL;
}

#define FIND(type, KIND)                                                                         \
	const struct lc_model_##type *lc_model_find_##type(const struct lc_model *model,         \
							   const char *name)                     \
	{                                                                                        \
		return (const struct lc_model_##type *)find(model, LC_MODEL_##KIND, name, NULL); \
	}

FIND(guard, GUARD)
FIND(move, MOVE)
FIND(source, SOURCE)
FIND(accessor, ACCESSOR)
FIND(fill, FILL)
FIND(sink, SINK)
FIND(allocator, ALLOCATOR)
FIND(map, MAP)
FIND(idiom, IDIOM)
FIND(copy, COPY)
FIND(header, HEADER)
FIND(untrusted_value, UNTRUSTED_VALUE)

const struct lc_model_pair *lc_model_find_pair(const struct lc_model *model, const char *record,
					       const char *pointer)
{
	return find(model, LC_MODEL_PAIR, record, pointer);
}

bool lc_model_is_amount_received(const struct lc_model *model, const char *record,
				 const char *field)
{
	const struct lc_model_pair *pairs = model->tables[LC_MODEL_PAIR].entries;

	for (size_t i = 0; i < model->tables[LC_MODEL_PAIR].n; i++)
		if (pairs[i].untrusted && !pairs[i].layered && pairs[i].length &&
		    !strcmp(pairs[i].length, field) && !strcmp(pairs[i].record, record))
			return true;
	return false;
}

bool lc_model_is_untrusted_field(const struct lc_model *model, const char *record,
				 const char *field)
{
	const struct lc_model_header *header = lc_model_find_header(model, record);

	return find(model, LC_MODEL_UNTRUSTED_FIELD, record, field) ||
	       (header && header->length && !header->checked && !strcmp(header->length, field));
}

bool lc_model_is_callback(const struct lc_model *model, const char *record, const char *field)
{
	return find(model, LC_MODEL_CALLBACK, record, field);
}

bool lc_model_is_quiet(const struct lc_model *model, const char *function)
{
	const struct lc_model_quiet *quiet = model->tables[LC_MODEL_QUIET].entries;

	if (find(model, LC_MODEL_QUIET, function, NULL))
		return true;
	for (size_t i = 0; i < model->tables[LC_MODEL_QUIET].n; i++)
		if ((quiet[i].glob[0] == function[0] || strchr("*?[", quiet[i].glob[0])) &&
		    !fnmatch(quiet[i].glob, function, 0))
			return true;
	return false;
}

bool lc_model_is_native(const struct lc_model *model, const char *type)
{
	const struct lc_model_native *native = model->tables[LC_MODEL_NATIVE].entries;

	for (size_t i = 0; i < model->tables[LC_MODEL_NATIVE].n; i++)
		if (!fnmatch(native[i].glob, type, 0))
			return true;
	return false;
}

bool lc_model_is_host_order(const struct lc_model *model, const char *type)
{
	const struct lc_model_host_order *order = model->tables[LC_MODEL_HOST_ORDER].entries;

	for (size_t i = 0; i < model->tables[LC_MODEL_HOST_ORDER].n; i++)
		if (!fnmatch(order[i].glob, type, 0))
			return true;
	return false;
}

bool lc_model_turns_bytes(const struct lc_model *model, const char *name)
{
	const struct lc_model_byte_order *order = model->tables[LC_MODEL_BYTE_ORDER].entries;

	for (size_t i = 0; i < model->tables[LC_MODEL_BYTE_ORDER].n; i++)
		if (!fnmatch(order[i].glob, name, 0))
			return true;
	return false;
}

enum lc_domain lc_model_domain(const struct lc_model *model, const char *type)
{
	const struct lc_model_type *types = model->tables[LC_MODEL_TYPE].entries;

	for (size_t i = model->tables[LC_MODEL_TYPE].n; i-- > 0;)
		if (!fnmatch(types[i].glob, type, 0))
			return types[i].domain;
	return LC_DOMAIN_OTHER;
}

bool lc_model_fits(const struct lc_model_signature *signature, unsigned n, bool defined)
{
	if (signature->external && defined)
		return false;
	return signature->more ? n >= signature->parameters : n == signature->parameters;
}
