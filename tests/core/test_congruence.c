// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Congruences against every value that they speak of.
 */
#include "support.h"

#include "congruence.h"

/* Moduli up to this, values up to four times as much. */
#define MOST 16u
#define VALUES (4 * MOST)

typedef struct lc_congruence binary(struct lc_congruence a, struct lc_congruence b);

static bool holds(struct lc_congruence c, uint64_t value)
{
	return c.modulus && (value & (c.modulus - 1)) == c.residue;
}

static uint64_t plus(uint64_t a, uint64_t b)
{
	return a + b;
}

static uint64_t minus(uint64_t a, uint64_t b)
{
	return a - b;
}

static uint64_t times(uint64_t a, uint64_t b)
{
	return a * b;
}

static uint64_t both(uint64_t a, uint64_t b)
{
	return a & b;
}

static uint64_t either(uint64_t a, uint64_t b)
{
	return a | b;
}

/* The most that holds of every result for values of A and B; the largest modulus of interest is BOUND. */
static struct lc_congruence best(struct lc_congruence a, struct lc_congruence b,
				 uint64_t (*value)(uint64_t, uint64_t), uint64_t bound)
{
	struct lc_congruence found = lc_congruence_none();

	for (uint64_t x = 0; x < VALUES; x++)
		for (uint64_t y = 0; y < VALUES; y++) {
			struct lc_congruence one = { bound, value(x, y) & (bound - 1) };

			if (!holds(a, x) || !holds(b, y))
				continue;
			if (!found.modulus)
				found = one;
			while (found.modulus > 1 && !holds(found, one.residue)) {
				found.modulus /= 2;
				found.residue &= found.modulus - 1;
			}
		}
	return found;
}

static void arithmetic_is_exact(void **state)
{
	static const struct {
		binary *of;
		uint64_t (*value)(uint64_t, uint64_t);
	} operations[] = {
		{ lc_congruence_add, plus },       { lc_congruence_subtract, minus },
		{ lc_congruence_multiply, times }, { lc_congruence_and, both },
		{ lc_congruence_or, either },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(operations); i++)
		for (uint64_t m = 1; m <= MOST; m *= 2)
			for (uint64_t n = 1; n <= MOST; n *= 2)
				for (uint64_t r = 0; r < m; r++)
					for (uint64_t s = 0; s < n; s++) {
						struct lc_congruence a = { m, r }, b = { n, s };
						struct lc_congruence is = operations[i].of(a, b);
						/* More than the operands' moduli tells, these values do not. */
						struct lc_congruence want =
							best(a, b, operations[i].value, MOST);

						is = lc_congruence_limit(is, MOST);
						assert_int_equal(is.modulus, want.modulus);
						assert_int_equal(is.residue, want.residue);
					}
}

static void what_joins_holds_of_both(void **state)
{
	(void)state;
	for (uint64_t m = 1; m <= MOST; m *= 2)
		for (uint64_t n = 1; n <= MOST; n *= 2)
			for (uint64_t r = 0; r < m; r++)
				for (uint64_t s = 0; s < n; s++) {
					struct lc_congruence a = { m, r }, b = { n, s };
					struct lc_congruence j = lc_congruence_join(a, b);
					struct lc_congruence more = { 2 * j.modulus, 0 };
					unsigned found = 0;

					for (uint64_t x = 0; x < VALUES; x++)
						if (holds(a, x) || holds(b, x))
							assert_true(holds(j, x));
					/* Twice as much holds of none. */
					for (more.residue = 0; more.residue < more.modulus;
					     more.residue++) {
						bool all = true;

						for (uint64_t x = 0; x < VALUES; x++)
							if (holds(a, x) || holds(b, x))
								all &= holds(more, x);
						found += all;
					}
					assert_int_equal(found, 0);
				}
}

static void what_meets_is_the_stronger(void **state)
{
	const struct lc_congruence a = { 8, 4 }, b = { 2, 0 };

	(void)state;
	assert_int_equal(lc_congruence_meet(a, b).modulus, 8);
	assert_int_equal(lc_congruence_meet(b, a).residue, 4);
	assert_int_equal(lc_congruence_meet(lc_congruence_any(), b).modulus, 2);
}

/* A merge that is not computed yet takes nothing away, and nothing is worked out from it. */
static void no_value_is_neutral(void **state)
{
	const struct lc_congruence a = { 8, 4 }, none = lc_congruence_none();

	(void)state;
	assert_int_equal(lc_congruence_join(none, a).modulus, 8);
	assert_int_equal(lc_congruence_join(a, none).residue, 4);
	assert_int_equal(lc_congruence_add(none, a).modulus, 0);
	assert_int_equal(lc_congruence_multiply(a, none).modulus, 0);
	assert_int_equal(lc_congruence_and(none, a).modulus, 0);
	assert_int_equal(lc_congruence_limit(none, 4).modulus, 0);
}

static void constants_and_limits(void **state)
{
	struct lc_congruence minus_four = lc_congruence_constant((uint64_t)-4);

	(void)state;
	assert_int_equal(minus_four.modulus, LC_CONGRUENCE_MAX);
	assert_int_equal(minus_four.residue, LC_CONGRUENCE_MAX - 4);
	/* (x + 3) & -4 is a multiple of 4. */
	assert_int_equal(lc_congruence_and(lc_congruence_any(), minus_four).modulus, 4);
	assert_int_equal(lc_congruence_of(12, 7).modulus, 4);
	assert_int_equal(lc_congruence_of(12, 7).residue, 3);
	/* A byte says nothing of more than its bits. */
	assert_int_equal(lc_congruence_limit(minus_four, 256).modulus, 256);
	assert_int_equal(lc_congruence_limit(minus_four, 256).residue, 252);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		{ "sums, products and masks say all that holds, and no more", arithmetic_is_exact,
		  NULL, NULL, NULL },
		{ "what joins holds of both, and is the most that does", what_joins_holds_of_both,
		  NULL, NULL, NULL },
		{ "what meets is the stronger", what_meets_is_the_stronger, NULL, NULL, NULL },
		{ "no value yet is neutral in a join, and spreads", no_value_is_neutral, NULL, NULL,
		  NULL },
		{ "constants and limits", constants_and_limits, NULL, NULL, NULL },
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
