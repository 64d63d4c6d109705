// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What a proof rests on: comparisons that it named and does not need are dropped,
 * those that it needs are kept, and ranges are traced to what was compared.
 */
#include "flow.h"
#include "least.h"

enum { LEN = 1, N, SIZE };

static struct flow_graph graph;
static struct lc_proof proof;

/* What the values are by definition: a size is 0 to 32, of the others nothing is known. */
static bool bounds(void *context, lc_term term, int64_t *low, int64_t *high)
{
	(void)context;
	*low = term == SIZE ? 0 : INT64_MIN;
	*high = term == SIZE ? 32 : INT64_MAX;
	return true;
}

static int forget(void **state)
{
	(void)state;
	memset(&graph, 0, sizeof(graph));
	memset(&proof, 0, sizeof(proof));
	return 0;
}

static const struct lc_fact *compared(unsigned point, int line, struct lc_linear nonnegative)
{
	struct lc_fact *fact = flow_fact(&graph, point, nonnegative);

	fact->kind = LC_FACT_GUARD;
	fact->place = place_at("a.c", line);
	return fact;
}

static bool names(const struct lc_fact *fact)
{
	for (size_t i = 0; i < proof.n; i++)
		if (proof.used[i] == fact)
			return true;
	return false;
}

/* Proves GOAL, and again with as little as will do. */
static void prove(struct lc_linear goal)
{
	struct lc_flow flow = flow_of(&graph);

	flow.bounds = bounds;
	assert_true(lc_prove_at(&flow, 0, &goal, 3, &proof));
	lc_prove_least(&flow, 0, &goal, 1, 3, &proof);
}

static void what_is_needed_is_kept(void **state)
{
	const struct lc_fact *first, *second;

	(void)state;
	first = compared(0, 1, E(0, LEN, 1, N, -1));
	second = compared(0, 2, E(-8, N, 1));
	prove(E(-8, LEN, 1));
	assert_true(names(first));
	assert_true(names(second));
}

/* size is 0 to 32; that it is at least 1 was compared, and is its range: not needed for no less than 0. */
static void what_the_definition_says_needs_no_comparison(void **state)
{
	const struct lc_fact *guard;

	(void)state;
	flow_fact(&graph, 0, E(-1, SIZE, 1));
	guard = compared(0, 1, E(-1, SIZE, 1));
	prove(E(0, SIZE, 1));
	assert_false(names(guard));
}

static void what_the_definition_does_not_say_needs_it(void **state)
{
	const struct lc_fact *guard;

	(void)state;
	flow_fact(&graph, 0, E(-1, SIZE, 1));
	guard = compared(0, 1, E(-1, SIZE, 1));
	prove(E(-1, SIZE, 1));
	assert_true(names(guard));
}

/* A range came of two comparisons and has no place: they are what is named. */
static void a_range_is_traced_to_what_was_compared(void **state)
{
	const struct lc_fact *first, *second;

	(void)state;
	first = compared(0, 1, E(0, SIZE, 1, N, -1));
	second = compared(0, 2, E(-3, N, 1));
	flow_fact(&graph, 0, E(-3, SIZE, 1));
	prove(E(-3, SIZE, 1));
	assert_true(names(first));
	assert_true(names(second));
}

/* Nothing that is compared says it: the range is taken as it is. */
static void a_range_of_unknown_cause_is_taken_as_it_is(void **state)
{
	const struct lc_fact *other, *range;

	(void)state;
	other = compared(0, 1, E(0, SIZE, 1, N, -1));
	range = flow_fact(&graph, 0, E(-3, SIZE, 1));
	prove(E(-3, SIZE, 1));
	assert_true(names(range));
	assert_false(names(other));
}

/* Each way has a comparison of its own. */
static void of_two_ways_the_one_that_needs_it_names_it(void **state)
{
	const struct lc_fact *left, *right;

	(void)state;
	flow_join(&graph, 0, 5, 2);
	flow_edge(&graph, 5, 0, 1);
	flow_edge(&graph, 5, 1, 2);
	left = compared(1, 1, E(-8, LEN, 1));
	right = compared(2, 2, E(-8, LEN, 1));
	prove(E(-8, LEN, 1));
	assert_true(names(left));
	assert_true(names(right));
	/* Known without a comparison on the right: that one is no longer needed. */
	forget(NULL);
	flow_join(&graph, 0, 5, 2);
	flow_edge(&graph, 5, 0, 1);
	flow_edge(&graph, 5, 1, 2);
	left = compared(1, 1, E(-8, LEN, 1));
	right = compared(2, 2, E(-8, LEN, 1));
	flow_fact(&graph, 2, E(-9, LEN, 1))->kind = LC_FACT_EXTENT;
	prove(E(-8, LEN, 1));
	assert_true(names(left));
	assert_false(names(right));
}

/* What a function that is called compares is named like any other, if its place is known. */
static void a_comparison_elsewhere_is_one(void **state)
{
	struct lc_fact *there;

	(void)state;
	there = flow_fact(&graph, 0, E(-8, LEN, 1));
	there->kind = LC_FACT_ANSWER;
	there->place = place_at("a.c", 3);
	assert_true(lc_fact_is_comparison(there));
	prove(E(-8, LEN, 1));
	assert_true(names(there));
	there->place.line = 0;
	assert_false(lc_fact_is_comparison(there));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(what_is_needed_is_kept, forget),
		cmocka_unit_test_setup(what_the_definition_says_needs_no_comparison, forget),
		cmocka_unit_test_setup(what_the_definition_does_not_say_needs_it, forget),
		cmocka_unit_test_setup(a_range_is_traced_to_what_was_compared, forget),
		cmocka_unit_test_setup(a_range_of_unknown_cause_is_taken_as_it_is, forget),
		cmocka_unit_test_setup(of_two_ways_the_one_that_needs_it_names_it, forget),
		cmocka_unit_test_setup(a_comparison_elsewhere_is_one, forget),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
