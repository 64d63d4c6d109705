// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linear expressions: sums, order of terms, and overflow that makes them invalid.
 */
#include "support.h"

#include "linear.h"

static void sums_are_sorted_by_term(void **state)
{
	struct lc_linear a = E(3, 7, 2, 2, -1), b = E(4, 5, 1, 2, 3);
	struct lc_linear sum = lc_linear_add(&a, &b, 2);

	(void)state;
	assert_true(sum.valid);
	assert_int_equal(sum.constant, 11);
	assert_int_equal(sum.n, 3);
	assert_int_equal(sum.terms[0].term, 2);
	assert_int_equal(sum.terms[0].coefficient, 5);
	assert_int_equal(sum.terms[1].term, 5);
	assert_int_equal(sum.terms[1].coefficient, 2);
	assert_int_equal(sum.terms[2].term, 7);
	assert_int_equal(sum.terms[2].coefficient, 2);
}

static void cancelled_terms_disappear(void **state)
{
	struct lc_linear a = E(3, 1, 2, 2, 5), b = E(1, 1, 1);
	struct lc_linear sum = lc_linear_add(&a, &b, -2);

	(void)state;
	assert_int_equal(sum.n, 1);
	assert_int_equal(sum.constant, 1);
	assert_int_equal(lc_linear_coefficient(&sum, 1), 0);
	assert_int_equal(lc_linear_coefficient(&sum, 2), 5);
	sum = lc_linear_add(&a, &a, -1);
	assert_true(lc_linear_is_constant(&sum));
	assert_int_equal(sum.constant, 0);
}

static void scaling_by_nothing_is_zero(void **state)
{
	struct lc_linear a = E(3, 1, 2), zero = lc_linear_scale(&a, 0);

	(void)state;
	assert_true(lc_linear_is_constant(&zero));
	assert_int_equal(zero.constant, 0);
}

static void overflow_is_invalid(void **state)
{
	struct lc_linear big = lc_linear_constant(INT64_MAX), one = lc_linear_constant(1);
	struct lc_linear coefficient = E(0, 1, INT64_MAX), term = E(0, 1, 1), sum;

	(void)state;
	sum = lc_linear_add(&big, &one, 1);
	assert_false(sum.valid);
	sum = lc_linear_add(&one, &big, 2);
	assert_false(sum.valid);
	sum = lc_linear_add(&coefficient, &term, 1);
	assert_false(sum.valid);
	sum = lc_linear_scale(&coefficient, 2);
	assert_false(sum.valid);
	sum = lc_linear_constant(INT64_MIN);
	sum = lc_linear_scale(&sum, -1);
	assert_false(sum.valid);
	sum = lc_linear_plus(&big, 1);
	assert_false(sum.valid);
	/* The edge itself is still a number. */
	sum = lc_linear_plus(&big, -INT64_MAX);
	assert_true(sum.valid);
}

static void invalid_stays_invalid(void **state)
{
	struct lc_linear big = lc_linear_constant(INT64_MAX), bad = lc_linear_plus(&big, 1),
			 one = E(1);

	(void)state;
	bad = lc_linear_add(&bad, &one, 1);
	assert_false(bad.valid);
	bad = lc_linear_add(&one, &bad, 0);
	assert_false(bad.valid);
	assert_false(lc_linear_is_constant(&bad));
	assert_false(lc_linear_equal(&bad, &bad));
}

static void too_many_terms_are_invalid(void **state)
{
	struct lc_linear e = lc_linear_constant(0), term;

	(void)state;
	for (lc_term t = 1; t <= LC_LINEAR_TERMS; t++) {
		term = lc_linear_term(t);
		e = lc_linear_add(&e, &term, 1);
	}
	assert_true(e.valid);
	/* A term that is there already takes no room. */
	e = lc_linear_add(&e, &term, 1);
	assert_true(e.valid);
	assert_int_equal(lc_linear_coefficient(&e, LC_LINEAR_TERMS), 2);
	term = lc_linear_term(LC_LINEAR_TERMS + 1);
	e = lc_linear_add(&e, &term, 1);
	assert_false(e.valid);
}

static void equality_is_of_values(void **state)
{
	struct lc_linear a = E(2, 1, 3, 4, -1), b = E(2, 4, -1, 1, 3), c = E(3, 1, 3, 4, -1),
			 d = E(2, 1, 3);

	(void)state;
	assert_true(lc_linear_equal(&a, &b));
	assert_false(lc_linear_equal(&a, &c));
	assert_false(lc_linear_equal(&a, &d));
}

static void replacing_puts_an_expression_in_place_of_a_term(void **state)
{
	struct lc_linear a = E(5, 1, 3, 2, 1), by = E(1, 2, 2, 9, 1), wanted = E(8, 2, 7, 9, 3),
			 got;

	(void)state;
	got = lc_linear_replace(&a, 1, &by);
	assert_true(lc_linear_equal(&got, &wanted));
	got = lc_linear_replace(&a, 8, &by);
	assert_true(lc_linear_equal(&got, &a));
	/* Also when the term stands in its own replacement: x := x + 1. */
	by = E(1, 1, 1);
	wanted = E(8, 1, 3, 2, 1);
	got = lc_linear_replace(&a, 1, &by);
	assert_true(lc_linear_equal(&got, &wanted));
}

static void replacing_never_overflows_in_silence(void **state)
{
	struct lc_linear a = E(0, 1, INT64_MIN), by = lc_linear_constant(1), got;

	(void)state;
	got = lc_linear_replace(&a, 1, &by);
	if (got.valid) {
		assert_true(lc_linear_is_constant(&got));
		assert_true(got.constant == INT64_MIN);
	}
	by = lc_linear_constant(INT64_MAX);
	a = E(0, 1, 2);
	got = lc_linear_replace(&a, 1, &by);
	assert_false(got.valid);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST("a sum keeps its terms in order, with the factor applied",
		     sums_are_sorted_by_term),
		TEST("terms that cancel disappear", cancelled_terms_disappear),
		TEST("anything times zero is zero", scaling_by_nothing_is_zero),
		TEST("overflow of a constant or coefficient makes an expression invalid",
		     overflow_is_invalid),
		TEST("what is made of an invalid expression is invalid", invalid_stays_invalid),
		TEST("more terms than there is room for make an expression invalid",
		     too_many_terms_are_invalid),
		TEST("two expressions are equal when constants and coefficients are",
		     equality_is_of_values),
		TEST("a term is replaced by an expression times its coefficient",
		     replacing_puts_an_expression_in_place_of_a_term),
		TEST("replacing a term with an extreme coefficient is exact or invalid",
		     replacing_never_overflows_in_silence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
