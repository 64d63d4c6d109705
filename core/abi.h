/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Layouts under other ABIs than the compiler's own, worked out from what a
 * layout says. Units are bits.
 */
#ifndef LC_ABI_H
#define LC_ABI_H

#include "layout.h"

#ifdef __cplusplus
extern "C" {
#endif

struct lc_abi {
	const char *name; /* as in messages: LP64 */
	uint64_t long_width, address_width, wchar_width;
	uint64_t wide_alignment; /* in a record, of 64-bit integers and double */
	uint64_t long_double_width, long_double_alignment;
	bool is_ilp32;
	bool short_enums; /* an enum is as narrow as its values allow */
};

/* The ABIs that layouts are compared under. */
extern const struct lc_abi lc_abis[];
extern const size_t lc_n_abis;

/* How wide a scalar of TYPE is under ABI. */
uint64_t lc_abi_width(const struct lc_abi *abi, const struct lc_type *type);

/* Where the leaves of a record stand under one ABI. */
struct lc_placement {
	uint64_t size, alignment; /* of the record */
	uint64_t *offsets, *widths; /* of each leaf, in the order of lc_layout_leaves() */
};

/*
 * Lays RECORD out under ABI. PINNED: its scalars keep the widths that they have here, so that only
 * alignment makes a difference. Records with a name inside keep their size in any case: what
 * changes in them is their own affair. False: out of memory, or RECORD is of a form that is not
 * understood.
 */
bool lc_abi_place(struct lc_arena *arena, const struct lc_abi *abi, const struct lc_type *record,
		  size_t n_leaves, bool pinned, struct lc_placement *placement);

#ifdef __cplusplus
}
#endif
#endif
