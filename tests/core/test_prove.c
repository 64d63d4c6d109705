// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * One conjunction: what follows from facts, what does not, which facts a proof
 * names, and that the edges of numbers and of work make it say no, not wrong.
 */
#include "support.h"

enum { LEN = 1, N, I, P, Q };

static struct lc_fact facts[LC_FACTS_MAX + 8];
static const struct lc_fact *pointers[COUNT(facts)];
static size_t n_facts;

static int forget(void **state)
{
	(void)state;
	n_facts = 0;
	return 0;
}

static const struct lc_fact *know(struct lc_linear nonnegative)
{
	assert_true(n_facts < COUNT(facts));
	facts[n_facts] = value_of(nonnegative);
	pointers[n_facts] = &facts[n_facts];
	return &facts[n_facts++];
}

static bool proves(struct lc_linear goal)
{
	return lc_prove(pointers, n_facts, &goal, NULL);
}

static void a_guard_proves_what_it_says(void **state)
{
	(void)state;
	know(E(-8, LEN, 1));
	assert_true(proves(E(-8, LEN, 1)));
	assert_true(proves(E(-4, LEN, 1)));
	assert_false(proves(E(-9, LEN, 1)));
	assert_false(proves(E(8, LEN, -1)));
}

static void nothing_follows_from_nothing(void **state)
{
	(void)state;
	assert_false(proves(E(0, LEN, 1)));
	assert_true(proves(E(0)));
	assert_false(proves(E(-1)));
}

static void facts_chain_through_terms_that_the_goal_does_not_name(void **state)
{
	(void)state;
	know(E(0, LEN, 1, N, -1));
	know(E(0, N, 1, I, -1));
	know(E(-20, I, 1));
	assert_true(proves(E(-20, LEN, 1)));
	assert_false(proves(E(-21, LEN, 1)));
}

static void coefficients_combine(void **state)
{
	(void)state;
	/* len >= 4 + 8 n, i < n: the end of element i is inside. */
	know(E(-4, LEN, 1, N, -8));
	know(E(-1, N, 1, I, -1));
	assert_true(proves(E(-12, LEN, 1, I, -8)));
	assert_false(proves(E(-13, LEN, 1, I, -8)));
}

static void rounding_is_that_of_integers(void **state)
{
	(void)state;
	/* 2 n >= 3 gives n >= 2, -2 n >= -3 gives n <= 1. */
	know(E(-3, N, 2));
	assert_true(proves(E(-2, N, 1)));
	assert_false(proves(E(-3, N, 1)));
	forget(NULL);
	know(E(3, N, -2));
	assert_true(proves(E(1, N, -1)));
	assert_false(proves(E(0, N, -1)));
	forget(NULL);
	/* 4 n - 2 i is even: >= 1 means >= 2. */
	know(E(-1, N, 4, I, -2));
	assert_true(proves(E(-2, N, 4, I, -2)));
	assert_false(proves(E(-3, N, 4, I, -2)));
}

static void the_facts_of_a_proof_are_named(void **state)
{
	struct lc_proof proof = { .n = 0 };
	struct lc_linear goal = E(-8, LEN, 1);
	const struct lc_fact *guard, *other;

	(void)state;
	know(E(0, LEN, 1));
	know(E(-100, Q, 1));
	know(E(0, LEN, -1, Q, 1));
	guard = know(E(0, LEN, 1, N, -1));
	other = know(E(-8, N, 1));
	assert_true(lc_prove(pointers, n_facts, &goal, &proof));
	assert_int_equal(proof.n, 2);
	for (size_t i = 0; i < proof.n; i++)
		assert_true(proof.used[i] == guard || proof.used[i] == other);
	assert_ptr_not_equal(proof.used[0], proof.used[1]);
	assert_true(proof.work > 0);
	/* Proofs add up, and name a fact once. */
	goal = E(-7, LEN, 1);
	assert_true(lc_prove(pointers, n_facts, &goal, &proof));
	assert_int_equal(proof.n, 2);
}

static void what_is_not_proven_names_nothing(void **state)
{
	struct lc_proof proof = { .n = 0 };
	struct lc_linear goal = E(-9, LEN, 1);

	(void)state;
	know(E(-8, LEN, 1));
	assert_false(lc_prove(pointers, n_facts, &goal, &proof));
	assert_int_equal(proof.n, 0);
}

static void contradictory_facts_prove_anything_about_their_terms(void **state)
{
	(void)state;
	know(E(-8, LEN, 1));
	know(E(7, LEN, -1));
	assert_true(proves(E(-1000, LEN, 1)));
	assert_true(proves(E(-1000, LEN, -1)));
	assert_true(lc_contradictory(pointers, n_facts));
}

static void a_contradiction_is_found_wherever_it_is(void **state)
{
	(void)state;
	assert_false(lc_contradictory(pointers, n_facts));
	know(E(-8, LEN, 1));
	know(E(0, LEN, 1, P, -1));
	assert_false(lc_contradictory(pointers, n_facts));
	/* In terms that have nothing to do with the first. */
	know(E(0, N, 1, I, -1));
	know(E(-1, I, 1, N, -1));
	assert_true(lc_contradictory(pointers, n_facts));
	forget(NULL);
	know(E(-1));
	assert_true(lc_contradictory(pointers, n_facts));
	forget(NULL);
	/* Only over integers: 2 n = 1. */
	know(E(-1, N, 2));
	know(E(1, N, -2));
	assert_true(lc_contradictory(pointers, n_facts));
}

static void equality_with_a_large_number_is_no_contradiction(void **state)
{
	static const int64_t values[] = { INT64_MAX,         INT64_MAX / 2, INT64_MAX / 4,
					  INT64_MAX / 4 + 1, INT64_MAX / 8, UINT32_MAX,
					  -(INT64_MAX / 4) };

	(void)state;
	for (size_t i = 0; i < COUNT(values); i++) {
		forget(NULL);
		know(E(-values[i], N, 1));
		know(E(values[i], N, -1));
		assert_false(lc_contradictory(pointers, n_facts));
	}
}

static void the_lower_bound_is_the_best_one(void **state)
{
	struct lc_linear len = E(0, LEN, 1), sum = E(2, LEN, 3);

	(void)state;
	know(E(0, LEN, 1));
	know(E(-5, LEN, 1));
	assert_true(lc_lower_bound(pointers, n_facts, &len, 0, 100) == 5);
	assert_true(lc_lower_bound(pointers, n_facts, &len, 0, 5) == 5);
	assert_true(lc_lower_bound(pointers, n_facts, &len, 0, 3) == 3);
	assert_true(lc_lower_bound(pointers, n_facts, &len, -50, 100) == 5);
	assert_true(lc_lower_bound(pointers, n_facts, &sum, 0, 100) == 17);
	assert_true(lc_lower_bound(pointers, n_facts, &len, 0, INT64_MAX) == 5);
	assert_true(lc_lower_bound(pointers, n_facts, &len, 5, 5) == 5);
}

static void overflow_proves_nothing(void **state)
{
	struct lc_linear big = lc_linear_constant(INT64_MAX), bad = lc_linear_plus(&big, 1);
	struct lc_fact invalid = value_of(bad);

	(void)state;
	assert_false(proves(bad));
	/* An invalid fact is as good as none, also beside good ones. */
	pointers[n_facts++] = &invalid;
	assert_false(proves(E(0, LEN, 1)));
	assert_false(lc_contradictory(pointers, n_facts));
	know(E(-8, LEN, 1));
	assert_true(proves(E(-8, LEN, 1)));
	forget(NULL);
	/* The combination that eliminates N overflows: the truth may be lost, never invented. */
	know(E(-1, LEN, INT64_MAX, N, 3));
	know(E(-1, LEN, -5, N, -(INT64_MAX - 1)));
	assert_false(proves(E(0, LEN, 1)));
	forget(NULL);
	know(E(INT64_MIN, LEN, 1));
	know(E(0, LEN, -1, N, INT64_MIN));
	assert_false(proves(E(0, N, 1)));
	/* No number is left of the goal's opposite. */
	assert_false(proves(E(INT64_MIN, LEN, INT64_MIN)));
	assert_false(proves(E(INT64_MAX, LEN, -1)));
}

static void the_bound_on_work_ends_cleanly(void **state)
{
	struct lc_proof proof = { .n = 0 };
	struct lc_linear goal = E(-1, LEN, 1, N, 1, I, 1, P, 1);
	uint64_t seed = 12345;

	(void)state;
	/* Dense facts over a dozen terms: elimination squares their number. */
	for (unsigned i = 0; i < 60; i++) {
		struct lc_linear e = lc_linear_constant((int64_t)(i % 7) + 40);

		for (lc_term t = 1; t <= 9; t++) {
			struct lc_linear term = lc_linear_term(t);

			seed = seed * 6364136223846793005u + 1442695040888963407u;
			e = lc_linear_add(&e, &term, (int64_t)(seed >> 60) - 7);
		}
		know(e);
	}
	assert_false(lc_prove(pointers, n_facts, &goal, &proof));
	assert_int_equal(proof.n, 0);
	assert_in_range(proof.work, 100, LC_PROOF_WORK + 1);
	assert_true(proof.gave_up);
	/* A question that is out of work is not begun again. */
	proof.work = LC_PROOF_WORK + 1;
	forget(NULL);
	know(E(-8, LEN, 1));
	goal = E(-8, LEN, 1);
	assert_false(lc_prove(pointers, n_facts, &goal, &proof));
	assert_int_equal(proof.work, LC_PROOF_WORK + 1);
	proof.work = 0;
	assert_true(lc_prove(pointers, n_facts, &goal, &proof));
}

static void more_facts_than_there_is_room_for_are_left_out(void **state)
{
	(void)state;
	for (unsigned i = 0; i < COUNT(facts); i++)
		know(E(-(int64_t)i, LEN, 1));
	/* The first of them are enough for this, and none proves too much. */
	assert_true(proves(E(-1, LEN, 1)));
	assert_false(proves(E(-(int64_t)COUNT(facts), LEN, 1)));
}

static void more_terms_than_there_is_room_for_are_left_out(void **state)
{
	(void)state;
	/* t1 >= t2 >= ... >= t60 >= 5: too long a chain, but the near end is there. */
	for (lc_term t = 1; t < 60; t++)
		know(E(-1, t, 1, t + 1, -1));
	assert_true(proves(E(-10, 1, 1, 11, -1)));
	know(E(-5, 60, 1));
	assert_false(proves(E(-1000, 1, 1)));
}

static void what_is_left_out_is_owned_up_to(void **state)
{
	struct lc_proof proof = { .n = 0 };
	struct lc_linear goal = E(-1000, 1, 1);

	(void)state;
	know(E(-8, 1, 1));
	assert_false(lc_prove(pointers, n_facts, &goal, &proof));
	assert_false(proof.gave_up);
	for (lc_term t = 1; t < 60; t++)
		know(E(-1, t, 1, t + 1, -1));
	assert_false(lc_prove(pointers, n_facts, &goal, &proof));
	assert_true(proof.gave_up);
}

static void facts_about_other_things_cost_nothing(void **state)
{
	struct lc_proof alone = { .n = 0 }, together = { .n = 0 };
	struct lc_linear goal = E(-8, LEN, 1);

	(void)state;
	know(E(0, LEN, 1, N, -1));
	know(E(-8, N, 1));
	assert_true(lc_prove(pointers, n_facts, &goal, &alone));
	for (lc_term t = 10; t < 40; t++)
		know(E(-1, t, 1, t + 1, -2));
	assert_true(lc_prove(pointers, n_facts, &goal, &together));
	assert_int_equal(alone.work, together.work);
}

#define TEST_OF(sentence, function)                    \
	{                                              \
		sentence, function, forget, NULL, NULL \
	}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_OF("len >= 8 proves 8 bytes and 4, but not 9", a_guard_proves_what_it_says),
		TEST_OF("without facts only a constant can be judged",
			nothing_follows_from_nothing),
		TEST_OF("facts chain through terms that the goal does not name",
			facts_chain_through_terms_that_the_goal_does_not_name),
		TEST_OF("a length of 4 + 8 n holds element i below n, and no more",
			coefficients_combine),
		TEST_OF("rounding is that of integers", rounding_is_that_of_integers),
		TEST_OF("a proof names the facts that it used, each once, and no other",
			the_facts_of_a_proof_are_named),
		TEST_OF("what is not proven names no facts", what_is_not_proven_names_nothing),
		TEST_OF("contradictory facts prove anything about their terms",
			contradictory_facts_prove_anything_about_their_terms),
		TEST_OF("a contradiction is found wherever it is",
			a_contradiction_is_found_wherever_it_is),
		TEST_OF("equality with a large number is no contradiction",
			equality_with_a_large_number_is_no_contradiction),
		TEST_OF("the lower bound is the best that follows, within the limits asked for",
			the_lower_bound_is_the_best_one),
		TEST_OF("numbers that overflow prove nothing", overflow_proves_nothing),
		TEST_OF("the bound on work ends in no, and stays reached",
			the_bound_on_work_ends_cleanly),
		TEST_OF("more facts than there is room for are left out",
			more_facts_than_there_is_room_for_are_left_out),
		TEST_OF("more terms than there is room for are left out",
			more_terms_than_there_is_room_for_are_left_out),
		TEST_OF("a proof that found no room for something says that it gave up",
			what_is_left_out_is_owned_up_to),
		TEST_OF("facts that share no term with the goal cost no work",
			facts_about_other_things_cost_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
