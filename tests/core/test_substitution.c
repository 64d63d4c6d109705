// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What a callee's expression says in its caller: arguments for parameters.
 */
#include "support.h"

#include "substitution.h"

static void a_parameter_becomes_its_argument(void **state)
{
	/* len - 8 >= 0, and the argument is n - 4 */
	struct lc_linear e = E(-8, 1, 1);
	struct lc_substitution with[] = { { 1, E(-4, 5, 1) } };
	struct lc_linear result = lc_linear_substitute(&e, with, 1);

	(void)state;
	assert_true(result.valid);
	assert_int_equal(result.constant, -12);
	assert_int_equal(result.n, 1);
	assert_int_equal(lc_linear_coefficient(&result, 5), 1);
}

static void the_two_sides_may_number_their_terms_alike(void **state)
{
	/* end - buf - 2 len, where each is another's number over there */
	struct lc_linear e = E(0, 1, 1, 2, -1, 3, -2);
	struct lc_substitution with[] = { { 1, E(0, 2, 1) }, { 2, E(0, 3, 1) }, { 3, E(0, 1, 1) } };
	struct lc_linear result = lc_linear_substitute(&e, with, 3);

	(void)state;
	assert_true(result.valid);
	assert_int_equal(lc_linear_coefficient(&result, 2), 1);
	assert_int_equal(lc_linear_coefficient(&result, 3), -1);
	assert_int_equal(lc_linear_coefficient(&result, 1), -2);
}

static void two_parameters_may_be_one_argument(void **state)
{
	struct lc_linear e = E(0, 1, 1, 2, -1);
	struct lc_substitution with[] = { { 1, E(0, 9, 1) }, { 2, E(0, 9, 1) } };
	struct lc_linear result = lc_linear_substitute(&e, with, 2);

	(void)state;
	assert_true(lc_linear_is_constant(&result));
	assert_int_equal(result.constant, 0);
}

static void a_constant_needs_no_substitution(void **state)
{
	struct lc_linear e = lc_linear_constant(7), result = lc_linear_substitute(&e, NULL, 0);

	(void)state;
	assert_true(lc_linear_is_constant(&result));
	assert_int_equal(result.constant, 7);
}

static void a_term_that_means_nothing_to_the_caller_makes_it_invalid(void **state)
{
	struct lc_linear e = E(0, 1, 1, 2, 1);
	struct lc_substitution with[] = { { 1, E(0, 5, 1) } };

	(void)state;
	assert_false(lc_linear_substitute(&e, with, 1).valid);
}

static void so_does_an_argument_that_is_not_known(void **state)
{
	struct lc_linear e = E(0, 1, 1);
	struct lc_substitution with[] = { { 1, { .valid = false } } };

	(void)state;
	assert_false(lc_linear_substitute(&e, with, 1).valid);
}

static void overflow_makes_it_invalid(void **state)
{
	struct lc_linear e = E(INT64_MAX, 1, 1);
	struct lc_substitution with[] = { { 1, lc_linear_constant(1) } };

	(void)state;
	assert_false(lc_linear_substitute(&e, with, 1).valid);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST("a parameter becomes its argument", a_parameter_becomes_its_argument),
		TEST("the two sides may number their terms alike",
		     the_two_sides_may_number_their_terms_alike),
		TEST("two parameters may be one argument", two_parameters_may_be_one_argument),
		TEST("a constant needs no substitution", a_constant_needs_no_substitution),
		TEST("a term that means nothing to the caller makes it invalid",
		     a_term_that_means_nothing_to_the_caller_makes_it_invalid),
		TEST("so does an argument that is not known",
		     so_does_an_argument_that_is_not_known),
		TEST("overflow makes it invalid", overflow_makes_it_invalid),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
