/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Functions of validity: such a one says whether bytes are a value of a type. What
 * it was seen to compare is held against the bool and enum fields of the type.
 */
#ifndef LC_VALIDITY_H
#define LC_VALIDITY_H

#include "layout.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Sets of bits of a type: bit I is bit I % 8 of byte I / 8. Each has (size + 7) / 8 bytes. */
struct lc_looked_at {
	const unsigned char *compared; /* with something, and the answer rests on it */
	const unsigned char *tested; /* with zero alone */
	const unsigned char *as_bool; /* read as bool: the compiler takes them to be 0 or 1 */
	bool big_endian;
};

enum lc_unchecked_how {
	LC_UNCHECKED, /* nothing of it is compared */
	LC_UNCHECKED_PART, /* something of it is not */
	LC_UNCHECKED_TESTED, /* a bool is compared with zero alone */
	LC_UNCHECKED_AS_BOOL, /* a bool is read as one */
};

/* A field that a function does not check. */
struct lc_unchecked {
	const char *path; /* entry[2].mode */
	uint64_t offset; /* of the field, from the start of the type, in bits */
	uint64_t byte; /* LC_UNCHECKED_PART: the first one that is not compared */
	enum lc_unchecked_how how;
	struct lc_place place; /* of the field; line 0: none known */
	const char *reason; /* "is bool: only 0 and 1 are valid" */
};

/*
 * The fields of TYPE, nested ones too, that have patterns of bits that are no value and are not
 * checked; of an array the first element, of a union nothing if one member is checked. Returns
 * their number, at most a few dozen in *FIELDS. Memory, also of texts, is the arena's.
 */
size_t lc_validity_check(struct lc_arena *arena, const struct lc_type *type,
			 const struct lc_looked_at *seen, struct lc_unchecked **fields);

#ifdef __cplusplus
}
#endif
#endif
