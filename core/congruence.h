/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Integers modulo a power of two: what the low bits of a value are. Machine
 * arithmetic is exact there, whether or not it wraps.
 */
#ifndef LC_CONGRUENCE_H
#define LC_CONGRUENCE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* No alignment asked for is larger. */
#define LC_CONGRUENCE_MAX ((uint64_t)1 << 20)

/* value = residue modulo modulus; modulus 1: any value; modulus 0: no value (yet). */
struct lc_congruence {
	uint64_t modulus, residue;
};

struct lc_congruence lc_congruence_none(void);
struct lc_congruence lc_congruence_any(void);
struct lc_congruence lc_congruence_constant(uint64_t value);
/* RESIDUE modulo the largest power of two that divides MODULUS, which is not 0. */
struct lc_congruence lc_congruence_of(uint64_t modulus, uint64_t residue);
/* A as far as it is known modulo the largest power of two that divides MODULUS. */
struct lc_congruence lc_congruence_limit(struct lc_congruence a, uint64_t modulus);

struct lc_congruence lc_congruence_add(struct lc_congruence a, struct lc_congruence b);
struct lc_congruence lc_congruence_subtract(struct lc_congruence a, struct lc_congruence b);
struct lc_congruence lc_congruence_multiply(struct lc_congruence a, struct lc_congruence b);
struct lc_congruence lc_congruence_and(struct lc_congruence a, struct lc_congruence b);
struct lc_congruence lc_congruence_or(struct lc_congruence a, struct lc_congruence b);

/* What holds of a value that is one of A or one of B. */
struct lc_congruence lc_congruence_join(struct lc_congruence a, struct lc_congruence b);
/* What holds of a value that is one of A and one of B. */
struct lc_congruence lc_congruence_meet(struct lc_congruence a, struct lc_congruence b);

#ifdef __cplusplus
}
#endif
#endif
