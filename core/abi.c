// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Lays a record out as another compiler would: the rules of the System V ABIs,
 * with what packed, aligned and #pragma pack change.
 */
#include "abi.h"

#define BYTE 8u
#define MAX_DEPTH 16

const struct lc_abi lc_abis[] = {
	{ "LP64", 64, 64, 32, 64, 128, 128, false, false },
	{ "ILP32", 32, 32, 32, 64, 64, 64, true, false },
	{ "LLP64", 32, 64, 16, 64, 64, 64, false, false },
	{ "i386", 32, 32, 32, 32, 96, 32, true, false },
	{ "ILP32 with short enums", 32, 32, 32, 64, 64, 64, true, true },
};
const size_t lc_n_abis = sizeof(lc_abis) / sizeof(lc_abis[0]);

uint64_t lc_abi_width(const struct lc_abi *abi, const struct lc_type *type)
{
	switch (type->basis) {
	case LC_BASIS_LONG:
		return abi->long_width;
	case LC_BASIS_ADDRESS:
		return abi->address_width;
	case LC_BASIS_LONG_DOUBLE:
		return abi->long_double_width;
	case LC_BASIS_WCHAR:
		return abi->wchar_width;
	case LC_BASIS_ENUM:
		return abi->short_enums ? type->least : type->size;
	default:
		return type->size;
	}
}

/* A layout in the making. */
struct placer {
	const struct lc_abi *abi;
	bool pinned, failed;
	struct lc_placement *placement; /* NULL: only sizes are asked for */
	size_t n_leaves, next; /* leaves placed so far */
};

struct extent {
	uint64_t size, alignment;
};

static uint64_t round_up(uint64_t value, uint64_t to)
{
	return to ? (value + to - 1) / to * to : value;
}

static uint64_t max(uint64_t a, uint64_t b)
{
	return a > b ? a : b;
}

static struct extent place_record(struct placer *placer, const struct lc_type *record,
				  uint64_t base, bool place, unsigned depth);

static struct extent scalar_extent(const struct placer *placer, const struct lc_type *type)
{
	struct extent e = { placer->pinned ? type->size : lc_abi_width(placer->abi, type), 0 };

	e.alignment = e.size;
	if (type->basis == LC_BASIS_LONG_DOUBLE)
		e.alignment = placer->abi->long_double_alignment;
	else if (e.size == 64)
		e.alignment = placer->abi->wide_alignment;
	else if (e.size > 128 || (e.size & (e.size - 1)))
		e.alignment = type->alignment; /* a vector, a complex number */
	e.alignment = max(e.alignment, type->asked);
	return e;
}

static struct extent type_extent(struct placer *placer, const struct lc_type *type, unsigned depth)
{
	struct extent e;

	if (depth > MAX_DEPTH) {
		placer->failed = true;
		return (struct extent){ type->size, type->alignment };
	}
	if (type->kind == LC_TYPE_ARRAY && type->element) {
		e = type_extent(placer, type->element, depth + 1);
		e.size *= type->count;
		e.alignment = max(e.alignment, type->asked);
		return e;
	}
	if (type->kind == LC_TYPE_OPAQUE)
		return (struct extent){ type->size, type->alignment };
	if (!lc_type_is_record(type))
		return scalar_extent(placer, type);
	if (type->unread)
		return (struct extent){ type->size, type->alignment };
	e = place_record(placer, type, 0, false, depth + 1);
	if (type->name)
		e.size = type->size;
	return e;
}

static void place_leaf(struct placer *placer, uint64_t offset, uint64_t width)
{
	if (placer->next >= placer->n_leaves) {
		placer->failed = true;
		return;
	}
	placer->placement->offsets[placer->next] = offset;
	placer->placement->widths[placer->next++] = width;
}

static void place_member(struct placer *placer, const struct lc_type *type, uint64_t offset,
			 uint64_t width, unsigned depth)
{
	const struct lc_type *element = lc_type_element(type);

	if (lc_type_is_record(element) && !element->name && !element->unread)
		place_record(placer, element, offset, true, depth + 1);
	else
		place_leaf(placer, offset, width);
}

/* Where a bit-field of WIDTH goes that is declared with a type of extent E. */
static uint64_t bit_field_offset(const struct lc_field *field, struct extent e, uint64_t at)
{
	/* Packed ones follow each other; others stay within a unit of their type. */
	if (!field->width)
		return round_up(at, e.alignment);
	if (field->asked)
		at = round_up(at, field->asked);
	if (field->cap && field->cap < e.alignment)
		return at;
	if (e.alignment && (at % e.alignment) + field->width > e.size)
		return round_up(at, e.alignment);
	return at;
}

static struct extent place_record(struct placer *placer, const struct lc_type *record,
				  uint64_t base, bool place, unsigned depth)
{
	struct extent whole = { 0, BYTE };
	uint64_t at = 0;

	for (size_t i = 0; i < record->n_fields; i++) {
		const struct lc_field *field = &record->fields[i];
		struct extent e = type_extent(placer, field->type, depth);
		uint64_t natural = e.alignment;

		if (field->cap && field->cap < e.alignment)
			e.alignment = field->cap;
		e.alignment = max(e.alignment, field->asked);
		if (record->kind == LC_TYPE_UNION)
			at = 0;
		if (field->bit_field) {
			at = bit_field_offset(field, (struct extent){ e.size, natural }, at);
			if (place)
				place_leaf(placer, base + at, field->width);
			at += field->width;
			/* Unnamed ones do not align their record. */
			if (field->name)
				whole.alignment = max(whole.alignment, e.alignment);
		} else {
			at = round_up(at, e.alignment);
			if (place)
				place_member(placer, field->type, base + at, e.size, depth);
			at += e.size;
			whole.alignment = max(whole.alignment, e.alignment);
		}
		whole.size = max(whole.size, at);
	}
	whole.alignment = max(whole.alignment, record->asked);
	whole.size = round_up(whole.size, whole.alignment);
	return whole;
}

bool lc_abi_place(struct lc_arena *arena, const struct lc_abi *abi, const struct lc_type *record,
		  size_t n_leaves, bool pinned, struct lc_placement *placement)
{
	struct placer placer = { abi, pinned, record->unread, placement, n_leaves, 0 };
	struct extent whole;

	placement->offsets = lc_arena_alloc(arena, (n_leaves + 1) * sizeof(*placement->offsets));
	placement->widths = lc_arena_alloc(arena, (n_leaves + 1) * sizeof(*placement->widths));
	if (!placement->offsets || !placement->widths)
		return false;
	whole = place_record(&placer, record, 0, true, 0);
	placement->size = whole.size;
	placement->alignment = whole.alignment;
	return !placer.failed && placer.next == n_leaves;
}
