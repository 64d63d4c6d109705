// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What each contract asks of each member of a type, nested ones too.
 */
#include "contract.h"

#include <string.h>

#define MAX_DEPTH 16
#define MAX_BREACHES 32
#define BYTE 8u

static const struct {
	const char *name;
	unsigned contract, implies;
} contracts[] = {
	{ "from-bytes", LC_CONTRACT_FROM_BYTES,
	  LC_CONTRACT_ZERO_VALID | LC_CONTRACT_TRY_FROM_BYTES },
	{ "into-bytes", LC_CONTRACT_INTO_BYTES, 0 },
	{ "zero-valid", LC_CONTRACT_ZERO_VALID, 0 },
	{ "try-from-bytes", LC_CONTRACT_TRY_FROM_BYTES, 0 },
	{ "unaligned", LC_CONTRACT_UNALIGNED, 0 },
	{ "wire", LC_CONTRACT_WIRE,
	  LC_CONTRACT_FROM_BYTES | LC_CONTRACT_ZERO_VALID | LC_CONTRACT_TRY_FROM_BYTES |
		  LC_CONTRACT_INTO_BYTES | LC_CONTRACT_UNALIGNED },
};
#define N_CONTRACTS (sizeof(contracts) / sizeof(*contracts))

unsigned lc_contract_named(const char *name)
{
	for (size_t i = 0; i < N_CONTRACTS; i++)
		if (!strcmp(contracts[i].name, name))
			return contracts[i].contract;
	return 0;
}

const char *lc_contract_name(unsigned contract)
{
	for (size_t i = 0; i < N_CONTRACTS; i++)
		if (contracts[i].contract == contract)
			return contracts[i].name;
	return "";
}

unsigned lc_contract_closure(unsigned claims)
{
	for (size_t i = 0; i < N_CONTRACTS; i++)
		if (claims & contracts[i].contract)
			claims |= contracts[i].implies;
	return claims;
}

unsigned lc_contract_of_scalar(const struct lc_type *type)
{
	const struct lc_type *element = lc_type_element(type);
	unsigned kept = LC_CONTRACT_FROM_BYTES | LC_CONTRACT_INTO_BYTES;

	switch (element->kind) {
	case LC_TYPE_INTEGER:
	case LC_TYPE_FLOAT:
		break;
	case LC_TYPE_BOOL:
	case LC_TYPE_ENUM:
		kept = LC_CONTRACT_TRY_FROM_BYTES | LC_CONTRACT_ZERO_VALID | LC_CONTRACT_INTO_BYTES;
		break;
	case LC_TYPE_POINTER:
	case LC_TYPE_FUNCTION_POINTER:
		kept = LC_CONTRACT_ZERO_VALID;
		break;
	default:
		return 0;
	}
	if (type->alignment == BYTE)
		kept |= LC_CONTRACT_UNALIGNED;
	return lc_contract_closure(kept);
}

struct check {
	struct lc_arena *arena;
	unsigned asked; /* the contracts to check: what the one asked for consists of */
	struct lc_breach *items;
	size_t n, capacity;
};

static void breach(struct check *check, const char *path, uint64_t offset, struct lc_place place,
		   const char *reason, const char *advice)
{
	/* Of one member the first is enough. */
	if (check->n && check->items[check->n - 1].offset == offset &&
	    !strcmp(check->items[check->n - 1].path, path))
		return;
	if (!reason || check->n == MAX_BREACHES ||
	    lc_arena_grow(check->arena, &check->items, check->n, &check->capacity,
			  sizeof(*check->items)))
		return;
	check->items[check->n++] =
		(struct lc_breach){ path, offset, place, reason, advice ? advice : "" };
}

static const char *integer_of(struct check *check, uint64_t width)
{
	return lc_arena_printf(check->arena, "use uint%u_t", (unsigned)(width ? width : BYTE));
}

/* What width FIELD has on the machines it may run on. */
static const char *moves(enum lc_basis basis)
{
	switch (basis) {
	case LC_BASIS_LONG:
		return "is long: 4 bytes wide on some machines, 8 on others";
	case LC_BASIS_ADDRESS:
		return "is as wide as an address: 4 bytes on some machines, 8 on others";
	case LC_BASIS_LONG_DOUBLE:
		return "is long double: its width goes with the machine";
	case LC_BASIS_WCHAR:
		return "is wchar_t: 2 bytes wide on some machines, 4 on others";
	default:
		return NULL;
	}
}

static void check_width(struct check *check, const struct lc_field *field,
			const struct lc_type *type, enum lc_byte_order order, const char *path,
			uint64_t offset)
{
	const char *reason = moves(type->basis);

	if (!(check->asked & LC_CONTRACT_WIRE))
		return;
	if (field->bit_field)
		breach(check, path, offset, field->place,
		       "is a bit-field: which bits it has goes with the machine",
		       "use an integer and masks");
	else if (reason)
		breach(check, path, offset, field->place, reason,
		       "use an integer of fixed width and byte order");
	else if (type->size > BYTE && type->order == LC_ORDER_UNSAID && order == LC_ORDER_UNSAID)
		breach(check, path, offset, field->place,
		       lc_arena_printf(check->arena, "is %s: its byte order is not said",
				       type->name ? type->name : "of more than one byte"),
		       lc_arena_printf(check->arena, "use lc_be%u or lc_le%u", (unsigned)type->size,
				       (unsigned)type->size));
}

static void check_scalar(struct check *check, const struct lc_field *field,
			 const struct lc_type *type, enum lc_byte_order order, const char *path,
			 uint64_t offset)
{
	bool bit = field->bit_field && field->width == 1;

	switch (type->kind) {
	case LC_TYPE_BOOL:
		if (check->asked & LC_CONTRACT_FROM_BYTES && !bit)
			breach(check, path, offset, field->place, "is bool: only 0 and 1 are valid",
			       integer_of(check, type->size));
		break;
	case LC_TYPE_ENUM:
		if (check->asked & LC_CONTRACT_FROM_BYTES)
			breach(check, path, offset, field->place,
			       lc_arena_printf(check->arena,
					       "is %s: only its enumerators are valid",
					       type->name ? type->name : "an enum"),
			       integer_of(check, type->size));
		break;
	case LC_TYPE_POINTER:
	case LC_TYPE_FUNCTION_POINTER:
		if (check->asked & (LC_CONTRACT_FROM_BYTES | LC_CONTRACT_TRY_FROM_BYTES))
			breach(check, path, offset, field->place,
			       "is a pointer: bytes from outside are no address",
			       "use an offset or an index");
		if (check->asked & LC_CONTRACT_INTO_BYTES)
			breach(check, path, offset, field->place,
			       "is a pointer: an address of this machine would go out",
			       "use an offset or an index");
		break;
	case LC_TYPE_OPAQUE:
		breach(check, path, offset, field->place, "is of a type whose layout is not known",
		       "use integers, and arrays and structures of them");
		break;
	default:
		break;
	}
	check_width(check, field, type, order, path, offset);
}

static const char *join(struct check *check, const char *path, const struct lc_field *field)
{
	const char *joined;

	if (!field->name)
		return path;
	joined = lc_arena_printf(check->arena, "%s%s%s%s", path, *path ? "." : "", field->name,
				 lc_type_is_record(lc_type_element(field->type)) &&
						 field->type->kind == LC_TYPE_ARRAY ?
					 "[]" :
					 "");
	return joined ? joined : field->name;
}

/* Padding of RECORD itself; of a union, what a shorter member leaves. */
static void check_padding(struct check *check, const struct lc_type *record, const char *path,
			  uint64_t base)
{
	struct lc_leaf *leaves;
	struct lc_padding *paddings;
	size_t n;

	for (size_t i = 0; record->kind == LC_TYPE_UNION && i < record->n_fields; i++) {
		const struct lc_field *field = &record->fields[i];

		if (field->width < record->size)
			breach(check, join(check, path, field), base, field->place,
			       lc_arena_printf(
				       check->arena,
				       "is %llu bytes shorter than its union: those are padding",
				       (unsigned long long)((record->size - field->width) / BYTE)),
			       "make all members of one size");
	}
	if (record->kind == LC_TYPE_UNION)
		return;
	n = lc_layout_leaves(check->arena, record, &leaves);
	n = lc_layout_padding(check->arena, record, leaves, n, &paddings);
	for (size_t i = 0; i < n; i++) {
		const struct lc_leaf *next = paddings[i].after ? paddings[i].after :
								 paddings[i].before;
		const char *name = next && next->path ? next->path : "";
		unsigned long long bytes = paddings[i].width / BYTE;

		breach(check,
		       lc_arena_printf(check->arena, "%s%s%s", path, *path && *name ? "." : "",
				       name),
		       base + (next ? next->offset : 0), next ? next->field->place : record->place,
		       paddings[i].after ?
			       lc_arena_printf(check->arena, "has %llu byte%s of padding before it",
					       bytes, bytes == 1 ? "" : "s") :
			       lc_arena_printf(check->arena, "has %llu byte%s of padding behind it",
					       bytes, bytes == 1 ? "" : "s"),
		       lc_arena_printf(check->arena,
				       "add a field 'uint8_t reserved[%llu]' there, or pack",
				       bytes));
	}
}

/* Bits of a bit-field's bytes that no bit-field covers. */
static void check_bits(struct check *check, const struct lc_type *record, const char *path,
		       uint64_t base)
{
	for (size_t i = 0; i < record->n_fields; i++) {
		const struct lc_field *field = &record->fields[i];
		uint64_t end = field->offset + field->width;
		bool covered = false;

		if (!field->bit_field || !field->width || !field->name)
			continue;
		for (size_t k = 0; k < record->n_fields; k++) {
			const struct lc_field *other = &record->fields[k];

			covered |= other->name && other->width && other->offset <= end &&
				   other->offset + other->width > end;
		}
		if (end % BYTE && !covered)
			breach(check, join(check, path, field), base + field->offset, field->place,
			       "ends within a byte: the bits behind it are padding",
			       "name the bits that are left");
	}
}

static void check_record(struct check *check, const struct lc_type *record, const char *path,
			 uint64_t base, unsigned depth)
{
	if (record->unread || depth > MAX_DEPTH) {
		breach(check, path, base, record->place, "is too large to describe",
		       "make it smaller");
		return;
	}
	if (check->asked & LC_CONTRACT_INTO_BYTES) {
		/* That of an anonymous structure is its holder's. */
		if (!depth || record->name || record->kind == LC_TYPE_UNION)
			check_padding(check, record, path, base);
		check_bits(check, record, path, base);
	}
	for (size_t i = 0; i < record->n_fields; i++) {
		const struct lc_field *field = &record->fields[i];
		const struct lc_type *element = lc_type_element(field->type);
		const char *name = join(check, path, field);

		if (field->bit_field && !field->name)
			continue;
		if (lc_type_is_record(element))
			check_record(check, element, name, base + field->offset, depth + 1);
		else
			check_scalar(check, field, element, record->storage_order, name,
				     base + field->offset);
	}
}

size_t lc_contract_check(struct lc_arena *arena, const struct lc_type *type, unsigned contract,
			 struct lc_breach **breaches)
{
	struct check check = { .arena = arena, .asked = lc_contract_closure(contract) };
	const struct lc_type *element = lc_type_element(type);
	struct lc_field whole = { .type = type, .width = type->size, .place = type->place };

	/* What all fields of a from-bytes type keep needs no check of its own. */
	if (check.asked & LC_CONTRACT_FROM_BYTES)
		check.asked &= ~(unsigned)LC_CONTRACT_TRY_FROM_BYTES;
	if (check.asked & LC_CONTRACT_UNALIGNED && type->alignment > BYTE)
		breach(&check, "", 0, type->place,
		       lc_arena_printf(arena, "has alignment %llu, not 1",
				       (unsigned long long)(type->alignment / BYTE)),
		       "pack it, or use fields of alignment 1");
	if (lc_type_is_record(element))
		check_record(&check, element, "", 0, 0);
	else
		check_scalar(&check, &whole, element, LC_ORDER_UNSAID, "", 0);
	*breaches = check.items;
	return check.n;
}
