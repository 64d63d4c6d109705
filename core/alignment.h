/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What an address must be a multiple of, and what is known of it. Units are bytes.
 */
#ifndef LC_ALIGNMENT_H
#define LC_ALIGNMENT_H

#include <stddef.h>
#include <stdint.h>

#include "place.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Does the target trap where this alignment is asked for and not there? */
enum lc_trap {
	LC_TRAP_NEVER, /* its loads and stores do it all the same */
	LC_TRAP_SOME, /* some of the instructions that may be chosen trap */
	LC_TRAP_ALWAYS,
};

struct lc_alignment {
	uint64_t needed; /* a power of two; 0 if nothing is asked */
	/* address = residue modulo modulus, a power of two; modulus 1 if nothing is known. */
	uint64_t modulus, residue;
	const char *how; /* how modulus and residue are known */
	enum lc_trap trap;
	const struct lc_place *tests; /* the tests of the address that this rests on */
	size_t n_tests;
};

#ifdef __cplusplus
}
#endif
#endif
