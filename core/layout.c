// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Questions about a layout: its own members, and the bytes between them.
 */
#include "layout.h"

#include <stdlib.h>
#include <string.h>

#define MAX_DEPTH 16
#define BYTE 8u

const struct lc_type *lc_type_element(const struct lc_type *type)
{
	while (type->kind == LC_TYPE_ARRAY && type->element)
		type = type->element;
	return type;
}

const char *lc_type_kind_name(enum lc_type_kind kind)
{
	static const char *const names[] = { "integer", "bool",    "enum",
					     "float",   "pointer", "function pointer",
					     "struct",  "union",   "array",
					     "opaque" };

	return names[kind];
}

const char *lc_byte_order_name(enum lc_byte_order order)
{
	static const char *const names[] = { "", "little-endian", "big-endian" };

	return names[order];
}

struct leaves {
	struct lc_arena *arena;
	struct lc_leaf *items;
	size_t n, capacity;
	bool failed;
};

static void add_leaf(struct leaves *leaves, const struct lc_leaf *leaf)
{
	if (leaves->n == LC_LAYOUT_MAX_LEAVES ||
	    lc_arena_grow(leaves->arena, &leaves->items, leaves->n, &leaves->capacity,
			  sizeof(*leaves->items)))
		leaves->failed = true;
	else
		leaves->items[leaves->n++] = *leaf;
}

static const char *joined(struct leaves *leaves, const char *path, const char *name)
{
	const char *text;

	if (!*path || !name)
		return name ? name : path;
	text = lc_arena_printf(leaves->arena, "%s.%s", path, name);
	if (!text)
		leaves->failed = true;
	return text ? text : name;
}

static void descend(struct leaves *leaves, const struct lc_type *record, const char *path,
		    uint64_t base, unsigned depth)
{
	for (size_t i = 0; i < record->n_fields && !leaves->failed; i++) {
		const struct lc_field *field = &record->fields[i];
		const struct lc_type *element = lc_type_element(field->type);
		const char *name = joined(leaves, path, field->name);
		struct lc_leaf leaf = { name, field, element, base + field->offset, field->width };

		if (!lc_type_is_record(element) || element->name || depth == MAX_DEPTH) {
			add_leaf(leaves, &leaf);
			continue;
		}
		/* Of an array the first element stands for all. */
		if (field->type->kind == LC_TYPE_ARRAY) {
			name = lc_arena_printf(leaves->arena, "%s[]", name);
			if (!name) {
				leaves->failed = true;
				return;
			}
		}
		descend(leaves, element, name, leaf.offset, depth + 1);
	}
}

size_t lc_layout_leaves(struct lc_arena *arena, const struct lc_type *record,
			struct lc_leaf **leaves)
{
	struct leaves found = { .arena = arena };

	descend(&found, record, "", 0, 0);
	*leaves = found.items;
	return found.failed ? 0 : found.n;
}

/* Marks in COVERED, a byte each, the bytes that the members of RECORD at BASE cover. */
static void cover(unsigned char *covered, uint64_t size, const struct lc_type *record,
		  uint64_t base, unsigned depth);

static void cover_range(unsigned char *covered, uint64_t size, uint64_t offset, uint64_t width)
{
	uint64_t first = offset / BYTE, end = (offset + width + BYTE - 1) / BYTE;

	for (uint64_t i = first; i < end && i < size / BYTE; i++)
		covered[i] = 1;
}

static void cover_field(unsigned char *covered, uint64_t size, const struct lc_field *field,
			uint64_t base, unsigned depth)
{
	const struct lc_type *element = lc_type_element(field->type);
	uint64_t offset = base + field->offset;

	if (!lc_type_is_record(element) || element->name || depth == MAX_DEPTH || !element->size) {
		cover_range(covered, size, offset, field->width);
		return;
	}
	for (uint64_t at = 0; at + element->size <= field->width && offset + at < size;
	     at += element->size)
		cover(covered, size, element, offset + at, depth + 1);
}

static void cover(unsigned char *covered, uint64_t size, const struct lc_type *record,
		  uint64_t base, unsigned depth)
{
	for (size_t i = 0; i < record->n_fields; i++)
		cover_field(covered, size, &record->fields[i], base, depth);
}

/* The last leaf that ends at or before OFFSET, and the first that starts at or after END. */
static void find_neighbours(struct lc_padding *padding, const struct lc_leaf *leaves, size_t n)
{
	uint64_t end = padding->offset + padding->width;

	for (size_t i = 0; i < n; i++) {
		const struct lc_leaf *leaf = &leaves[i];

		/* A zero-width bit-field is nowhere. */
		if (leaf->field->bit_field && !leaf->width)
			continue;
		if (leaf->offset < padding->offset &&
		    (!padding->before ||
		     leaf->offset + leaf->width > padding->before->offset + padding->before->width))
			padding->before = leaf;
		if (leaf->offset >= end &&
		    (!padding->after || leaf->offset < padding->after->offset))
			padding->after = leaf;
	}
}

size_t lc_layout_padding(struct lc_arena *arena, const struct lc_type *record,
			 const struct lc_leaf *leaves, size_t n_leaves,
			 struct lc_padding **paddings)
{
	uint64_t bytes = record->size / BYTE;
	unsigned char *covered;
	size_t n = 0, capacity = 0;

	*paddings = NULL;
	if (!bytes || bytes > 1 << 20 || !n_leaves)
		return 0;
	covered = calloc(1, bytes);
	if (!covered)
		return 0;
	cover(covered, record->size, record, 0, 0);
	for (uint64_t i = 0, end; i < bytes; i = end) {
		struct lc_padding padding = { .offset = i * BYTE };

		for (end = i + 1; end < bytes && covered[end] == covered[i]; end++)
			;
		if (covered[i])
			continue;
		padding.width = (end - i) * BYTE;
		find_neighbours(&padding, leaves, n_leaves);
		if (lc_arena_grow(arena, paddings, n, &capacity, sizeof(**paddings)))
			break;
		(*paddings)[n++] = padding;
	}
	free(covered);
	return n;
}
