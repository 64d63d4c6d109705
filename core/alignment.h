/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What an address must be a multiple of, and what is known of it. Units are bytes.
 */
#ifndef LC_ALIGNMENT_H
#define LC_ALIGNMENT_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct lc_alignment {
	uint64_t needed; /* a power of two; 0 if nothing is asked */
	/* address = residue modulo modulus, a power of two; modulus 1 if nothing is known. */
	uint64_t modulus, residue;
	const char *how; /* how modulus and residue are known */
	bool tolerated; /* the target's plain loads and stores do it */
};

#ifdef __cplusplus
}
#endif
#endif
