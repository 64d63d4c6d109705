/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The layout of a type: what an adapter states of it, without its compiler.
 * All offsets, widths, sizes and alignments are in bits.
 */
#ifndef LC_LAYOUT_H
#define LC_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "place.h"

#ifdef __cplusplus
extern "C" {
#endif

enum lc_type_kind {
	LC_TYPE_INTEGER,
	LC_TYPE_BOOL,
	LC_TYPE_ENUM,
	LC_TYPE_FLOAT,
	LC_TYPE_POINTER,
	LC_TYPE_FUNCTION_POINTER,
	LC_TYPE_RECORD,
	LC_TYPE_UNION,
	LC_TYPE_ARRAY,
	LC_TYPE_OPAQUE, /* anything else, and what is too large to describe */
};

/* What decides how wide a scalar is. */
enum lc_basis {
	LC_BASIS_FIXED, /* the same everywhere: char, int, uint64_t, a byte-order typedef */
	LC_BASIS_LONG, /* long, time_t */
	LC_BASIS_ADDRESS, /* a pointer, size_t, uintptr_t, UINTN */
	LC_BASIS_LONG_DOUBLE,
	LC_BASIS_WCHAR,
	LC_BASIS_ENUM, /* as wide as the compiler finds its values need */
};

enum lc_byte_order { LC_ORDER_UNSAID, LC_ORDER_LITTLE, LC_ORDER_BIG };

struct lc_type;
struct lc_conversion;

/* What the unit does with the value of a field, as far as its byte order matters. */
enum lc_use_kind {
	LC_USE_NUMBER, /* read and used, or written, as a number as it stands */
	LC_USE_TURNED, /* passes through a byte-order function on its way out or in */
	LC_USE_IN_PLACE, /* the field is turned where it is: afterwards it holds a number */
};

struct lc_use {
	enum lc_use_kind kind;
	bool written; /* a number was written, not read */
	struct lc_place place;
	const char *text; /* a sentence about it */
	const struct lc_conversion *through; /* the view that it goes through, or NULL */
	const struct lc_use *next; /* of the same field */
};

struct lc_field {
	const char *name; /* NULL: an anonymous member, or an unnamed bit-field */
	const struct lc_type *type;
	uint64_t offset,
		width; /* from its record's start; width 0: flexible, or a zero-width bit-field */
	bool bit_field;
	uint64_t cap; /* alignment is at most this: packed, #pragma pack; 0: no cap */
	uint64_t asked; /* alignment is at least this: aligned attribute; 0: none */
	struct lc_place place;
	const struct lc_use *uses;
};

struct lc_type {
	enum lc_type_kind kind;
	const char *name; /* as in C: struct hdr, __le32, u8[6]; NULL: anonymous */
	struct lc_place place; /* of its definition; line 0: none known */
	uint64_t size; /* 0: not known, or flexible */
	uint64_t alignment;
	uint64_t asked; /* a record's or typedef's own aligned attribute; 0: none */

	/* Scalars. */
	enum lc_basis basis;
	enum lc_byte_order order; /* said by the typedef's name */
	const char *spelled; /* the C type behind typedef names: unsigned long; or NULL */
	bool is_signed;
	uint64_t least; /* LC_BASIS_ENUM: the least width that holds its values */
	/* LC_TYPE_ENUM: bits that are one in some enumerator, in each; how many values; 0: not known. */
	uint64_t set_in_some, set_in_all;
	size_t n_values;

	/* Records and unions. */
	const struct lc_field *fields;
	size_t n_fields;
	bool packed;
	bool system_header; /* defined where its user cannot change it */
	bool unread; /* too large to describe, or of a form that is not understood */
	enum lc_byte_order storage_order; /* the scalar_storage_order attribute */

	/* Arrays. */
	const struct lc_type *element;
	uint64_t count; /* 0: flexible */
};

static inline bool lc_type_is_record(const struct lc_type *type)
{
	return type->kind == LC_TYPE_RECORD || type->kind == LC_TYPE_UNION;
}

/* TYPE without its arrays. */
const struct lc_type *lc_type_element(const struct lc_type *type);
const char *lc_type_kind_name(enum lc_type_kind kind);
const char *lc_byte_order_name(enum lc_byte_order order); /* "", little-endian, big-endian */

/*
 * What NAME, a typedef's, says of the width and byte order of its values: uint64_t, u8, __le32,
 * UINT16, in_port_t. Returns false if it says nothing. *BITS is 0 where the width goes with the
 * machine's addresses: size_t, UINTN.
 */
bool lc_type_name_says(const char *name, unsigned *bits, enum lc_byte_order *order);

/*
 * A member of a record that is its own: reached through anonymous records, unions and arrays of
 * them, but not into records with a name, which have layouts of their own.
 */
struct lc_leaf {
	const char *path; /* u.x, entry[0].y */
	const struct lc_field *field;
	const struct lc_type *type; /* lc_type_element (field->type) */
	uint64_t offset,
		width; /* from the start of the outermost record; width of the whole array */
};

#define LC_LAYOUT_MAX_LEAVES 1024

/* The leaves of RECORD in order, in *LEAVES; their number, 0 if there are none or too many. */
size_t lc_layout_leaves(struct lc_arena *arena, const struct lc_type *record,
			struct lc_leaf **leaves);

/* Whole bytes of a record that none of its members covers. */
struct lc_padding {
	uint64_t offset, width;
	const struct lc_leaf *before,
		*after; /* neighbours; AFTER is NULL at the end, BEFORE at the start */
};

/* The padding of RECORD itself, given its leaves; their number. */
size_t lc_layout_padding(struct lc_arena *arena, const struct lc_type *record,
			 const struct lc_leaf *leaves, size_t n_leaves,
			 struct lc_padding **paddings);

#ifdef __cplusplus
}
#endif
#endif
