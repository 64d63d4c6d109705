// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Which bits of each bool and enum a check has to look at, and whether one did.
 */
#include "validity.h"

#define MAX_DEPTH 16
#define MAX_UNCHECKED 32
#define MAX_FIELDS 20000u
#define BYTE 8u

struct walk {
	struct lc_arena *arena;
	const struct lc_looked_at *seen;
	uint64_t size; /* of the sets, in bits */
	unsigned fields; /* looked at */
	struct lc_unchecked *items;
	size_t n, capacity;
};

/*
 * The bits of a value of TYPE, in WIDTH bits, that are the same in each valid one: who compares
 * those finds most others. All, if there are none such; none, if every pattern is valid.
 */
static uint64_t telling_bits(const struct lc_type *type, uint64_t width)
{
	uint64_t all = width >= 64 ? UINT64_MAX : (UINT64_C(1) << width) - 1, settled;

	if (type->kind == LC_TYPE_BOOL)
		return all & ~UINT64_C(1);
	if (type->kind != LC_TYPE_ENUM)
		return 0;
	if (!type->n_values)
		return all;
	if (width < 16 && type->n_values > all)
		return 0;
	settled = all & ~(type->set_in_some ^ type->set_in_all);
	return settled ? settled : all;
}

static bool has_bit(const struct walk *walk, const unsigned char *set, uint64_t bit)
{
	/* What lies behind the type, elements of a flexible array, is not its matter. */
	return bit >= walk->size || set[bit / BYTE] >> bit % BYTE & 1;
}

static void check_scalar(struct walk *walk, const struct lc_field *field,
			 const struct lc_type *type, const char *path, uint64_t offset)
{
	uint64_t width = field->bit_field ? field->width : type->size, missing = 0, first = 0;
	uint64_t telling = telling_bits(type, width);
	bool is_bool = type->kind == LC_TYPE_BOOL, any = false, tested = false, as_bool = false;
	struct lc_unchecked *item;

	for (uint64_t k = 0; k < width && k < 64; k++) {
		uint64_t bit = offset + (walk->seen->big_endian ? width - 1 - k : k);
		bool compared = has_bit(walk, walk->seen->compared, bit);

		if (has_bit(walk, walk->seen->tested, bit)) {
			tested = true;
			compared |= !is_bool;
		}
		as_bool |= has_bit(walk, walk->seen->as_bool, bit);
		any |= compared;
		if (compared || !(telling >> k & 1))
			continue;
		if (!missing++ || bit < first)
			first = bit;
	}
	if (!missing || walk->n == MAX_UNCHECKED ||
	    lc_arena_grow(walk->arena, &walk->items, walk->n, &walk->capacity,
			  sizeof(*walk->items)))
		return;
	item = &walk->items[walk->n++];
	item->path = path;
	item->offset = offset;
	item->byte = first / BYTE;
	item->place = field->place;
	item->how = is_bool && as_bool ? LC_UNCHECKED_AS_BOOL :
		    is_bool && tested  ? LC_UNCHECKED_TESTED :
		    any                ? LC_UNCHECKED_PART :
					 LC_UNCHECKED;
	item->reason = is_bool ?
			       "is bool: only 0 and 1 are valid" :
			       lc_arena_printf(walk->arena, "is %s: only its enumerators are valid",
					       type->name ? type->name : "an enum");
	if (!item->reason)
		item->reason = "has values that are not valid";
}

static void check_record(struct walk *walk, const struct lc_type *record, const char *path,
			 uint64_t base, unsigned depth);

static void check_type(struct walk *walk, const struct lc_field *field, const struct lc_type *type,
		       const char *path, uint64_t offset, unsigned depth)
{
	size_t before = walk->n;

	if (depth > MAX_DEPTH || walk->fields++ > MAX_FIELDS)
		return;
	if (lc_type_is_record(type)) {
		check_record(walk, type, path, offset, depth + 1);
	} else if (type->kind == LC_TYPE_ARRAY && type->element) {
		for (uint64_t i = 0;
		     i < type->count && walk->n == before && walk->fields <= MAX_FIELDS; i++) {
			const char *each = lc_arena_printf(walk->arena, "%s[%llu]", path,
							   (unsigned long long)i);

			check_type(walk, field, type->element, each ? each : path,
				   offset + i * type->element->size, depth + 1);
		}
	} else {
		check_scalar(walk, field, type, path, offset);
	}
}

static void check_record(struct walk *walk, const struct lc_type *record, const char *path,
			 uint64_t base, unsigned depth)
{
	size_t before = walk->n;

	for (size_t i = 0; !record->unread && i < record->n_fields; i++) {
		const struct lc_field *field = &record->fields[i];
		const char *name = path;
		size_t of_member = walk->n;

		if (field->bit_field && !field->name)
			continue;
		if (field->name)
			name = lc_arena_printf(walk->arena, "%s%s%s", path, *path ? "." : "",
					       field->name);
		check_type(walk, field, field->type, name ? name : field->name,
			   base + field->offset, depth);
		/* Bytes that are a value of one member are a value of the union. */
		if (record->kind == LC_TYPE_UNION && walk->n == of_member) {
			walk->n = before;
			return;
		}
	}
}

/* Is there a bool or an enum in TYPE at all? An array of bytes need not be counted through. */
static bool has_any(const struct lc_type *type, unsigned depth)
{
	const struct lc_type *element = lc_type_element(type);

	if (!lc_type_is_record(element))
		return element->kind == LC_TYPE_BOOL || element->kind == LC_TYPE_ENUM;
	for (size_t i = 0; depth < MAX_DEPTH && i < element->n_fields; i++)
		if (has_any(element->fields[i].type, depth + 1))
			return true;
	return false;
}

size_t lc_validity_check(struct lc_arena *arena, const struct lc_type *type,
			 const struct lc_looked_at *seen, struct lc_unchecked **fields)
{
	struct walk walk = { .arena = arena, .seen = seen, .size = type->size };
	struct lc_field whole = { .type = type, .width = type->size, .place = type->place };

	if (has_any(type, 0))
		check_type(&walk, &whole, type, "", 0, 0);
	*fields = walk.items;
	return walk.n;
}
