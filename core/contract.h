/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Contracts: what a type claims of its bytes (include/layoutcheck.h), proven from its
 * layout. Offsets and widths are in bits.
 */
#ifndef LC_CONTRACT_H
#define LC_CONTRACT_H

#include "layout.h"

#ifdef __cplusplus
extern "C" {
#endif

enum lc_contract {
	LC_CONTRACT_FROM_BYTES = 1, /* every pattern of bits is a value */
	LC_CONTRACT_INTO_BYTES = 2, /* no padding, and nothing that must not go out */
	LC_CONTRACT_ZERO_VALID = 4, /* all bytes zero is a value */
	LC_CONTRACT_TRY_FROM_BYTES = 8, /* as from-bytes, but for bool and enum */
	LC_CONTRACT_UNALIGNED = 16, /* alignment 1 */
	LC_CONTRACT_WIRE = 32, /* the same bytes on every machine */
};

/* The contract called NAME, as in "from-bytes"; 0 if there is none. And its name. */
unsigned lc_contract_named(const char *name);
const char *lc_contract_name(unsigned contract);

/* CLAIMS, and what follows from them: a wire type is from-bytes, and so on. */
unsigned lc_contract_closure(unsigned claims);

/* The contracts that TYPE, no record, keeps by its nature: an integer, an array of bytes. */
unsigned lc_contract_of_scalar(const struct lc_type *type);

/* Where a type breaks its contract. */
struct lc_breach {
	const char *path; /* of the field: entry[].flags; "" for the type itself */
	uint64_t offset; /* of the field, from the start of the type */
	struct lc_place place; /* of the field, else of the type; line 0: none known */
	const char *reason; /* what follows "field 'x' at byte 4": "is bool: only 0 and 1 ..." */
	const char *advice; /* what to do: "use u8" */
};

/*
 * Does TYPE keep CONTRACT, one of them? Returns the number of breaches, each of at most a few
 * dozen in *BREACHES; 0 if it keeps it. Memory, also of texts, is the arena's.
 */
size_t lc_contract_check(struct lc_arena *arena, const struct lc_type *type, unsigned contract,
			 struct lc_breach **breaches);

#ifdef __cplusplus
}
#endif
#endif
