/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Types made up for the tests of layouts: scalars, and records that are laid out
 * as a compiler for LP64 would.
 */
#ifndef TEST_LAYOUTS_H
#define TEST_LAYOUTS_H

#include "support.h"

#include "abi.h"
#include "layout.h"

static const struct lc_type u8 = {
	.kind = LC_TYPE_INTEGER, .name = "u8", .size = 8, .alignment = 8
};
static const struct lc_type u16 = {
	.kind = LC_TYPE_INTEGER, .name = "u16", .size = 16, .alignment = 16
};
static const struct lc_type u32 = {
	.kind = LC_TYPE_INTEGER, .name = "u32", .size = 32, .alignment = 32
};
static const struct lc_type u64 = {
	.kind = LC_TYPE_INTEGER, .name = "u64", .size = 64, .alignment = 64
};
static const struct lc_type be32 = { .kind = LC_TYPE_INTEGER,
				     .name = "__be32",
				     .size = 32,
				     .alignment = 32,
				     .order = LC_ORDER_BIG };
static const struct lc_type a_long = { .kind = LC_TYPE_INTEGER,
				       .name = "long",
				       .spelled = "long",
				       .size = 64,
				       .alignment = 64,
				       .basis = LC_BASIS_LONG };
static const struct lc_type size = { .kind = LC_TYPE_INTEGER,
				     .name = "size_t",
				     .spelled = "unsigned long",
				     .size = 64,
				     .alignment = 64,
				     .basis = LC_BASIS_ADDRESS };
static const struct lc_type pointer = { .kind = LC_TYPE_POINTER,
					.name = "void *",
					.spelled = "pointer",
					.size = 64,
					.alignment = 64,
					.basis = LC_BASIS_ADDRESS };
static const struct lc_type a_bool = {
	.kind = LC_TYPE_BOOL, .name = "bool", .size = 8, .alignment = 8
};
static const struct lc_type narrow_enum = { .kind = LC_TYPE_ENUM,
					    .name = "enum kind",
					    .size = 32,
					    .alignment = 32,
					    .basis = LC_BASIS_ENUM,
					    .least = 8 };

static struct lc_arena layouts_arena;

/* Lays RECORD's N fields out under LP64; their offsets and widths are filled in. */
static inline void lay_out(struct lc_type *record, struct lc_field *fields, size_t n)
{
	struct lc_leaf *leaves;
	struct lc_placement p;
	size_t n_leaves;

	record->fields = fields;
	record->n_fields = n;
	n_leaves = lc_layout_leaves(&layouts_arena, record, &leaves);
	assert_int_equal(n_leaves, n);
	assert_true(lc_abi_place(&layouts_arena, &lc_abis[0], record, n, false, &p));
	for (size_t i = 0; i < n; i++) {
		fields[i].offset = p.offsets[i];
		fields[i].place = place_at("a.h", 2 + (int)i);
		if (!fields[i].bit_field)
			fields[i].width = p.widths[i];
	}
	record->size = p.size;
	record->alignment = p.alignment;
	record->place = place_at("a.h", 1);
}

/* A record with a name, of fields that all have one. */
#define RECORD(variable, named, ...)                                         \
	struct lc_field variable##_fields[] = { __VA_ARGS__ };               \
	struct lc_type variable = { .kind = LC_TYPE_RECORD, .name = named }; \
	lay_out(&variable, variable##_fields, COUNT(variable##_fields))
#define FIELD(named, of_type)                     \
	{                                         \
		.name = named, .type = &(of_type) \
	}
#define BITS(named, of_type, bits)                                                  \
	{                                                                           \
		.name = named, .type = &(of_type), .width = bits, .bit_field = true \
	}

static inline int layouts_start(void **state)
{
	(void)state;
	lc_arena_init(&layouts_arena);
	return 0;
}

static inline int layouts_end(void **state)
{
	(void)state;
	lc_arena_free(&layouts_arena);
	return 0;
}

#define TEST_OF_LAYOUT(sentence, function)                           \
	{                                                            \
		sentence, function, layouts_start, layouts_end, NULL \
	}

#endif
