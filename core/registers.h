/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What an adapter states of a mapping: registers behind an integer address, a
 * call that maps them, or a pointer to volatile; and of each access to them.
 */
#ifndef LC_REGISTERS_H
#define LC_REGISTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "place.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One access. Sizes and offsets in bytes. */
struct lc_register_access {
	struct lc_place place;
	const char *what; /* r->status */
	bool write;
	bool is_volatile;
	bool was_volatile; /* the pointer was one to volatile, on the way here */
	bool whole; /* of a record or by a copy: the compiler or a library chooses the widths */
	bool bit_field;
	unsigned pieces; /* instructions that the target needs at least for a scalar */
	bool placed; /* OFFSET is known */
	int64_t offset; /* from the start of the mapping */
	uint64_t size; /* 0: not known */
	uint64_t register_size; /* of the volatile member whose address was taken; 0: none was */
};

struct lc_mapping {
	uint64_t size; /* of what was mapped, in bytes; 0: not known */
	struct lc_register_access *accesses;
	size_t n_accesses, accesses_capacity;
};

#ifdef __cplusplus
}
#endif
#endif
