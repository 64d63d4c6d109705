// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What comparisons are worth that prove nothing, also where as much is known as
 * there is room for.
 */
#include "support.h"

#include "guards.h"

enum { LEN = 1, N, I, OFFSET };

static struct lc_fact facts[LC_WAY_FACTS_MAX];
static const struct lc_fact *pointers[COUNT(facts)];

/* All facts are i >= 1, .., but the first. */
static void know(const struct lc_linear *first)
{
	for (size_t i = 0; i < COUNT(facts); i++) {
		facts[i] = value_of(E(-1, I, 1));
		facts[i].kind = i % 2 ? LC_FACT_VALUE : LC_FACT_GUARD;
		pointers[i] = &facts[i];
	}
	facts[0].nonnegative = *first;
}

static void a_guard_shares_a_term_one_way_round(void **state)
{
	struct lc_fact guard = value_of(E(-8, LEN, 1, N, -1));
	struct lc_linear room = E(0, LEN, 1), limit = E(9, LEN, -1), other = E(0, I, 1);

	(void)state;
	assert_true(lc_guard_shares(&guard, &room, true));
	assert_false(lc_guard_shares(&guard, &limit, true));
	assert_true(lc_guard_shares(&guard, &limit, false));
	assert_false(lc_guard_shares(&guard, &other, false));
}

static void with_a_guard_just_met_too_little_is_left(void **state)
{
	struct lc_linear met = E(-4, LEN, 1), left = E(-8, LEN, 1), enough = E(-4, LEN, 1);

	(void)state;
	know(&met);
	assert_true(lc_guard_leaves_too_little(&facts[0], pointers, COUNT(facts), &left));
	assert_false(lc_guard_leaves_too_little(&facts[0], pointers, COUNT(facts), &enough));
	assert_true(lc_guard_leaves_too_little(&facts[0], pointers, 1, &left));
}

static bool n_is_unheeded(const struct lc_need *need, lc_term term)
{
	(void)need;
	return term == N;
}

/* len >= 4 + n, where n stands in the bytes: of n == 0 there are 4. */
static void a_length_out_of_the_bytes_may_ask_for_none(void **state)
{
	struct lc_linear met = E(-4, LEN, 1, N, -1), left = E(-8, LEN, 1), enough = E(-4, LEN, 1);
	struct lc_need need = { .unheeded = n_is_unheeded, .extent = E(0, LEN, 1) };

	(void)state;
	know(&met);
	assert_false(lc_guard_leaves_too_little(&facts[0], pointers, COUNT(facts), &left));
	assert_true(lc_guard_may_ask_for_none(&facts[0], &need, pointers, COUNT(facts), &left));
	assert_false(lc_guard_may_ask_for_none(&facts[0], &need, pointers, COUNT(facts), &enough));
	facts[2].nonnegative = E(-1, N, 1);
	assert_false(lc_guard_may_ask_for_none(&facts[0], &need, pointers, COUNT(facts), &left));
	know(&met);
	need.silent = "its callers may have compared it";
	assert_false(lc_guard_may_ask_for_none(&facts[0], &need, pointers, COUNT(facts), &left));
	need.silent = NULL;
	need.unheeded = NULL;
	assert_false(lc_guard_may_ask_for_none(&facts[0], &need, pointers, COUNT(facts), &left));
}

static void a_guard_that_follows_from_others_says_nothing_new(void **state)
{
	struct lc_linear weaker = E(-4, LEN, 1), alone = E(-4, N, 1);
	struct lc_proof proof = { .n = 0 };

	(void)state;
	know(&weaker);
	facts[2].nonnegative = E(-6, LEN, 1);
	proof.used[proof.n++] = &facts[2];
	assert_true(lc_guard_is_implied(&facts[0], pointers, COUNT(facts), &proof));
	facts[0].nonnegative = alone;
	assert_false(lc_guard_is_implied(&facts[0], pointers, COUNT(facts), &proof));
}

/* len >= off + 6 and len >= 6 + 4 * n, i < n: bytes off + 6 + 4 * i to off + 10 + 4 * i are not all there. */
static void a_guard_that_leaves_the_offset_out_is_found(void **state)
{
	struct lc_fact header = value_of(E(-6, LEN, 1, OFFSET, -1));
	struct lc_fact array = value_of(E(-6, LEN, 1, N, -4));
	struct lc_fact turn = value_of(E(-1, N, 1, I, -1));
	struct lc_fact both = value_of(E(0, LEN, 1, OFFSET, -1, N, -1));
	const struct lc_fact *known[] = { &header, &array, &turn, &both };
	struct lc_linear left = E(-10, LEN, 1, OFFSET, -1, I, -4),
			 further = E(-11, LEN, 1, OFFSET, -1, I, -4);
	struct lc_need need = { .extent = E(0, LEN, 1), .view = E(6, OFFSET, 1) };

	(void)state;
	header.kind = array.kind = turn.kind = both.kind = LC_FACT_GUARD;
	assert_ptr_equal(lc_guard_without_offset(&need, known, 3, &left), &array);
	/* More than that comparison would show, if the view began at 0, is another matter. */
	assert_null(lc_guard_without_offset(&need, known, 3, &further));
	/* Somewhere the offset is compared together with something else. */
	assert_null(lc_guard_without_offset(&need, known, 4, &left));
	/* The offset is compared with nothing: it may count from elsewhere. */
	assert_null(lc_guard_without_offset(&need, known + 1, 2, &left));
	/* The view begins where the bytes do. */
	need.view = E(6);
	assert_null(lc_guard_without_offset(&need, known, 3, &left));
}

/* Where ways have met it gave no fact; on one of them it does. */
static void a_guard_is_heard_where_it_gives_a_fact(void **state)
{
	struct lc_fact guard = value_of(E(-4, LEN, 1));
	struct lc_proof proof = { .used = { &guard }, .n = 1 };
	struct lc_need need = { .on_the_way = true, .on_the_way_at = place_at("a.c", 3) };

	(void)state;
	guard.place = place_at("a.c", 3);
	assert_false(lc_guard_is_heard(&need, &proof));
	guard.kind = LC_FACT_GUARD;
	assert_true(lc_guard_is_heard(&need, &proof));
	guard.place = place_at("a.c", 4);
	assert_false(lc_guard_is_heard(&need, &proof));
	/* At several places: no one of them is all. */
	need.on_the_way_at.line = guard.place.line = 0;
	assert_false(lc_guard_is_heard(&need, &proof));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_guard_shares_a_term_one_way_round),
		cmocka_unit_test(with_a_guard_just_met_too_little_is_left),
		cmocka_unit_test(a_length_out_of_the_bytes_may_ask_for_none),
		cmocka_unit_test(a_guard_that_follows_from_others_says_nothing_new),
		cmocka_unit_test(a_guard_that_leaves_the_offset_out_is_found),
		cmocka_unit_test(a_guard_is_heard_where_it_gives_a_fact),
	};

	return cmocka_run_group_tests_name("guards", tests, NULL, NULL);
}
