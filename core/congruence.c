/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Integers modulo a power of two.
 */
#include "congruence.h"

#include <stdbool.h>

static uint64_t lowest_bit(uint64_t value)
{
	return value & (~value + 1);
}

static uint64_t smaller(uint64_t a, uint64_t b)
{
	return a < b ? a : b;
}

struct lc_congruence lc_congruence_none(void)
{
	return (struct lc_congruence){ 0, 0 };
}

struct lc_congruence lc_congruence_any(void)
{
	return (struct lc_congruence){ 1, 0 };
}

struct lc_congruence lc_congruence_of(uint64_t modulus, uint64_t residue)
{
	modulus = smaller(lowest_bit(modulus), LC_CONGRUENCE_MAX);
	return (struct lc_congruence){ modulus, residue & (modulus - 1) };
}

struct lc_congruence lc_congruence_constant(uint64_t value)
{
	return lc_congruence_of(LC_CONGRUENCE_MAX, value);
}

struct lc_congruence lc_congruence_limit(struct lc_congruence a, uint64_t modulus)
{
	if (!a.modulus)
		return a;
	return lc_congruence_of(smaller(a.modulus, lowest_bit(modulus)), a.residue);
}

struct lc_congruence lc_congruence_add(struct lc_congruence a, struct lc_congruence b)
{
	if (!a.modulus || !b.modulus)
		return lc_congruence_none();
	return lc_congruence_of(smaller(a.modulus, b.modulus), a.residue + b.residue);
}

struct lc_congruence lc_congruence_subtract(struct lc_congruence a, struct lc_congruence b)
{
	if (!a.modulus || !b.modulus)
		return lc_congruence_none();
	return lc_congruence_of(smaller(a.modulus, b.modulus), a.residue - b.residue);
}

/* (r + i m) (s + j n) = r s + j r n + i s m + i j m n */
struct lc_congruence lc_congruence_multiply(struct lc_congruence a, struct lc_congruence b)
{
	uint64_t modulus = LC_CONGRUENCE_MAX;

	if (!a.modulus || !b.modulus)
		return lc_congruence_none();
	if (a.residue)
		modulus = smaller(modulus, lowest_bit(a.residue) * b.modulus);
	if (b.residue)
		modulus = smaller(modulus, lowest_bit(b.residue) * a.modulus);
	modulus = smaller(modulus, a.modulus * b.modulus);
	return lc_congruence_of(modulus, a.residue * b.residue);
}

/* Bit by bit from below, as long as one operand says enough: a 0 of AND, a 1 of OR. */
static struct lc_congruence bitwise(struct lc_congruence a, struct lc_congruence b, bool decides)
{
	struct lc_congruence result = { 1, 0 };

	if (!a.modulus || !b.modulus)
		return lc_congruence_none();
	for (; result.modulus < LC_CONGRUENCE_MAX; result.modulus *= 2) {
		uint64_t bit = result.modulus;
		bool a_known = bit < a.modulus, b_known = bit < b.modulus;
		bool a_set = a.residue & bit, b_set = b.residue & bit;

		if ((a_known && a_set == decides) || (b_known && b_set == decides))
			result.residue |= decides ? bit : 0;
		else if (a_known && b_known)
			result.residue |= decides ? 0 : bit;
		else
			break;
	}
	return result;
}

struct lc_congruence lc_congruence_and(struct lc_congruence a, struct lc_congruence b)
{
	return bitwise(a, b, false);
}

struct lc_congruence lc_congruence_or(struct lc_congruence a, struct lc_congruence b)
{
	return bitwise(a, b, true);
}

struct lc_congruence lc_congruence_join(struct lc_congruence a, struct lc_congruence b)
{
	uint64_t modulus, apart;

	if (!a.modulus)
		return b;
	if (!b.modulus)
		return a;
	modulus = smaller(a.modulus, b.modulus);
	apart = (a.residue ^ b.residue) & (modulus - 1);
	return lc_congruence_of(apart ? lowest_bit(apart) : modulus, a.residue);
}

struct lc_congruence lc_congruence_meet(struct lc_congruence a, struct lc_congruence b)
{
	if (!a.modulus || !b.modulus)
		return lc_congruence_none();
	return a.modulus >= b.modulus ? a : b;
}
