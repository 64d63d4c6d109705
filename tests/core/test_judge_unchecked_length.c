// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-unchecked-length on made-up facts: what is compared, what is not, steps of
 * nothing, and that of two rules the stronger speaks.
 */
#include "judging.h"

#include "judges.h"

enum { VALUE = 10, INDEX, SUM, ROOM };

static lc_term terms[] = { VALUE, INDEX };
static struct lc_untrusted value;

static int start(void **state)
{
	value = (struct lc_untrusted){ .name = "h->len",
				       .place = place_at("a.c", 9),
				       .bytes = "buf",
				       .terms = terms,
				       .n_terms = COUNT(terms) };
	if (judging_start(state))
		return -1;
	conversion->kind = LC_LENGTH;
	return 0;
}

static const struct lc_judgement *judged(void)
{
	return judged_with(lc_judge_unchecked_length, "lc-unchecked-length");
}

static void object_of(int64_t n)
{
	judging_fact(E(-n, EXTENT, 1), LC_FACT_EXTENT, "buf has bytes", 0);
	judging_fact(E(n, EXTENT, -1), LC_FACT_EXTENT, "buf has bytes", 0);
}

/* A copy of as many bytes as the value says. */
static struct lc_need *copy(void)
{
	struct lc_need *need = access_of("memcpy (to)", E(0), E(0, VALUE, 1));

	need->untrusted = &value;
	return need;
}

static void a_value_that_nobody_compares_is_a_finding(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	object_of(32);
	judging_fact(E(0, VALUE, 1), LC_FACT_VALUE, NULL, 0);
	judging_fact(E(255, VALUE, -1), LC_FACT_VALUE, NULL, 0);
	copy();
	j = judged();
	assert_int_equal(j->verdict, LC_OPEN);
	assert_int_equal(j->level, LC_LEVEL_WARNING);
	assert_non_null(strstr(j->message, "'h->len' says"));
	assert_non_null(strstr(j->message, "not compared"));
	assert_string_equal(j->length, "h->len");
	assert_ptr_equal(conversion->accesses[0].spoken_by, j->rule);
}

static void a_value_whose_type_cannot_say_more_is_proven(void **state)
{
	(void)state;
	object_of(256);
	judging_fact(E(0, VALUE, 1), LC_FACT_VALUE, NULL, 0);
	judging_fact(E(255, VALUE, -1), LC_FACT_VALUE, "h->len <= 255", 0);
	copy();
	assert_int_equal(judged()->verdict, LC_PROVEN);
	assert_null(conversion->accesses[0].spoken_by);
}

static void a_comparison_that_is_enough_proves(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	object_of(32);
	judging_fact(E(32, VALUE, -1), LC_FACT_GUARD, "h->len <= 32", 10);
	copy();
	j = judged();
	assert_int_equal(j->verdict, LC_PROVEN);
	assert_non_null(strstr(j->how, "h->len <= 32"));
}

static void a_comparison_with_too_much_is_a_finding(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	object_of(32);
	judging_fact(E(64, VALUE, -1), LC_FACT_GUARD, "h->len <= 64", 10);
	copy();
	j = judged();
	assert_int_equal(j->level, LC_LEVEL_WARNING);
	assert_non_null(strstr(j->message, "too much (h->len <= 64)"));
}

/* A length in hand, and a comparison with a constant. */
static void a_comparison_with_a_constant_is_none_with_the_length(void **state)
{
	static const struct lc_length length = { .name = "len" };
	const struct lc_judgement *j;
	struct lc_need *need;

	(void)state;
	judging_fact(E(64, VALUE, -1), LC_FACT_GUARD, "h->len <= 64", 10);
	need = copy();
	need->length = &length;
	j = judged();
	assert_int_equal(j->level, LC_LEVEL_WARNING);
	assert_non_null(strstr(j->message, "with a constant (h->len <= 64), not with 'len'"));
}

/* Two lengths of one message agree with each other. */
static void a_comparison_of_two_lengths_out_of_bytes_is_none(void **state)
{
	static const lc_term others[] = { OFFSET };
	const struct lc_judgement *j;

	(void)state;
	object_of(32);
	value.others = others;
	value.n_others = 1;
	judging_fact(E(0, OFFSET, 1, VALUE, -1), LC_FACT_GUARD, "h->len <= h->total", 10);
	copy();
	j = judged();
	assert_int_equal(j->level, LC_LEVEL_WARNING);
	assert_non_null(strstr(j->message, "another length out of bytes (h->len <= h->total)"));
}

/* What came, less the value, goes into an object: CAME bytes were read. */
static struct lc_need *rest(void)
{
	struct lc_need *need = access_of("memcpy (to)", E(0), E(0, ROOM, 1, VALUE, -1));

	need->untrusted = &value;
	need->came = E(0, ROOM, 1);
	return need;
}

static void the_rest_of_what_came_is_compared_with_nothing(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	object_of(32);
	judging_fact(E(0, ROOM, 1, VALUE, -1), LC_FACT_GUARD, "h->len <= len", 10);
	rest();
	j = judged();
	assert_int_equal(j->level, LC_LEVEL_WARNING);
	assert_non_null(strstr(j->message, "as what came, less 'h->len'"));
	assert_non_null(strstr(j->message, "(h->len <= len)"));
}

static void the_rest_of_what_came_may_be_compared(void **state)
{
	(void)state;
	object_of(32);
	judging_fact(E(0, ROOM, 1, VALUE, -1), LC_FACT_GUARD, "h->len <= len", 10);
	judging_fact(E(0, OFFSET, 1, ROOM, -1, VALUE, 1), LC_FACT_GUARD, "len - h->len <= most",
		     11);
	rest();
	assert_int_equal(judged()->level, LC_LEVEL_NONE);
}

static void the_other_length_is_compared_with_what_may_be_enough(void **state)
{
	static const lc_term others[] = { OFFSET };
	const struct lc_judgement *j;

	(void)state;
	object_of(32);
	value.others = others;
	value.n_others = 1;
	judging_fact(E(0, OFFSET, 1, VALUE, -1), LC_FACT_GUARD, "h->len <= h->total", 10);
	judging_fact(E(0, ROOM, 1, OFFSET, -1), LC_FACT_GUARD, "h->total <= room", 11);
	copy();
	j = judged();
	assert_int_equal(j->level, LC_LEVEL_NONE);
}

/* h->len - 4, as a size. */
static struct lc_need *size(lc_term wrapped)
{
	struct lc_need *need = access_of("h->len - 4", E(0, wrapped, 1), E(-4, VALUE, 1));

	need->untrusted = &value;
	need->is_size = true;
	return need;
}

static void a_size_that_may_be_less_than_nothing_is_a_finding(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	judging_fact(E(100, VALUE, -1), LC_FACT_GUARD, "h->len <= 100", 10);
	judging_fact(E(-2, VALUE, 1), LC_FACT_GUARD, "h->len >= 2", 11);
	size(SUM);
	j = judged();
	assert_int_equal(j->level, LC_LEVEL_WARNING);
	assert_non_null(strstr(j->message, "'h->len - 4' may wrap below 0"));
}

static void a_size_that_was_compared_with_what_is_taken_off_is_proven(void **state)
{
	(void)state;
	judging_fact(E(-4, VALUE, 1), LC_FACT_GUARD, "h->len >= 4", 11);
	size(SUM);
	assert_int_equal(judged()->verdict, LC_PROVEN);
}

static void a_size_that_is_compared_after_it_wrapped_is_silent(void **state)
{
	(void)state;
	judging_fact(E(0, ROOM, 1, SUM, -1), LC_FACT_GUARD, "rest <= room", 11);
	size(SUM);
	assert_int_equal(judged()->level, LC_LEVEL_NONE);
}

static void a_comparison_with_something_unknown_is_silent(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	object_of(32);
	judging_fact(E(0, OFFSET, 1, VALUE, -1), LC_FACT_GUARD, "h->len <= room", 10);
	copy();
	j = judged();
	assert_int_equal(j->verdict, LC_OPEN);
	assert_int_equal(j->level, LC_LEVEL_NONE);
	assert_null(conversion->accesses[0].spoken_by);
}

static void a_comparison_from_below_bounds_nothing(void **state)
{
	(void)state;
	object_of(32);
	judging_fact(E(-4, VALUE, 1), LC_FACT_GUARD, "h->len >= 4", 10);
	copy();
	assert_int_equal(judged()->level, LC_LEVEL_WARNING);
}

/* i < h->len bounds i, and h->len not at all. */
static void what_counts_up_to_it_bounds_nothing(void **state)
{
	struct lc_need *need;

	(void)state;
	object_of(32);
	judging_fact(E(-1, VALUE, 1, INDEX, -1), LC_FACT_GUARD, "i < h->len", 10);
	judging_fact(E(0, INDEX, 1), LC_FACT_VALUE, NULL, 0);
	need = access_of("h->entry[i]", E(0, INDEX, 1), E(1, INDEX, 1));
	need->untrusted = &value;
	assert_int_equal(judged()->level, LC_LEVEL_WARNING);
}

static void a_sum_that_may_wrap_is_said_to(void **state)
{
	struct lc_fact same[2] = { value_of(E(8, VALUE, 1, SUM, -1)),
				   value_of(E(-8, VALUE, -1, SUM, 1)) };
	const struct lc_fact *unwrapped[] = { &same[0], &same[1] };
	const struct lc_judgement *j;

	(void)state;
	object_of(32);
	judging_fact(E(32, SUM, -1), LC_FACT_GUARD, "h->len + 8 <= 32", 10);
	judging_fact(E(0, VALUE, 1), LC_FACT_VALUE, NULL, 0);
	copy();
	value.unwrapped = unwrapped;
	value.n_unwrapped = COUNT(unwrapped);
	j = judged();
	assert_int_equal(j->level, LC_LEVEL_WARNING);
	assert_non_null(strstr(j->message, "sum that may wrap"));
}

static void what_the_adapter_excuses_is_silent(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	object_of(32);
	copy()->silent = "a function that was called may have compared it";
	j = judged();
	assert_int_equal(j->level, LC_LEVEL_NONE);
	assert_non_null(strstr(j->how, "a function that was called"));
}

static void bytes_without_an_extent_are_silent(void **state)
{
	(void)state;
	copy()->extent = (struct lc_linear){ .valid = false };
	assert_int_equal(judged()->level, LC_LEVEL_NONE);
}

static struct lc_need *step(void)
{
	struct lc_need *need = copy();

	need->is_step = true;
	return need;
}

static void a_step_that_may_be_nothing_is_a_finding(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	judging_fact(E(0, VALUE, 1), LC_FACT_VALUE, NULL, 0);
	step();
	j = judged();
	assert_int_equal(j->level, LC_LEVEL_WARNING);
	assert_non_null(strstr(j->message, "may step by 0 bytes"));
}

static void a_step_of_at_least_one_is_proven(void **state)
{
	(void)state;
	judging_fact(E(-2, VALUE, 1), LC_FACT_GUARD, "h->len >= 2", 10);
	step();
	assert_int_equal(judged()->verdict, LC_PROVEN);
}

static void a_step_bounded_from_above_may_still_be_nothing(void **state)
{
	(void)state;
	judging_fact(E(0, VALUE, 1), LC_FACT_VALUE, NULL, 0);
	judging_fact(E(0, OFFSET, 1, VALUE, -1), LC_FACT_GUARD, "h->len <= left", 10);
	step();
	assert_int_equal(judged()->level, LC_LEVEL_WARNING);
}

static void a_step_bounded_from_below_by_something_unknown_is_silent(void **state)
{
	(void)state;
	judging_fact(E(0, VALUE, 1), LC_FACT_VALUE, NULL, 0);
	judging_fact(E(0, OFFSET, -1, VALUE, 1), LC_FACT_GUARD, "h->len >= least", 10);
	step();
	assert_int_equal(judged()->level, LC_LEVEL_NONE);
}

/* One access, two views of it: the length's own rule speaks, and the weaker one only of another access. */
static void the_weaker_rule_yields(void **state)
{
	struct lc_conversion *view;
	struct lc_access *access;
	const struct lc_judgement *j;

	(void)state;
	object_of(32);
	judging_fact(E(-16, LEN, 1), LC_FACT_GUARD, "len >= 16", 8);
	judging_fact(E(0, VALUE, 1), LC_FACT_VALUE, NULL, 0);
	judging_fact(E(255, VALUE, -1), LC_FACT_VALUE, NULL, 0);
	copy();
	view = lc_unit_add_conversion(&unit);
	assert_non_null(view);
	view->target.type = "struct hdr";
	access = lc_conversion_add_access(&unit, view);
	assert_non_null(access);
	access->what = "h->last";
	access->place = conversion->accesses[0].place;
	needs[1] = needs[0];
	needs[1].untrusted = NULL;
	needs[1].upto = E(40);
	needs[1].length = &length;
	access->need = &needs[1];
	/* Bytes of an unknown number, so that both are open. */
	graph.points[0].n = 0;
	judging_fact(E(0, EXTENT, 1), LC_FACT_EXTENT, NULL, 0);
	judging_fact(E(0, VALUE, 1), LC_FACT_VALUE, NULL, 0);
	lc_unit_judge(&unit, 0);
	j = view->judgements[0].rule == lc_rule_find("lc-short-buffer") ? &view->judgements[0] :
									  &view->judgements[1];
	assert_ptr_equal(j->rule, lc_rule_find("lc-short-buffer"));
	assert_int_equal(j->level, LC_LEVEL_NONE);
	assert_non_null(strstr(j->how, "spoken of"));
	/* At another place it is a finding of its own. */
	view->n_judgements = 0;
	access->place.line++;
	lc_judge_short_buffer(&unit, view);
	assert_int_equal(view->judgements[0].level, LC_LEVEL_WARNING);
}

#define TEST_FROM(sentence, function)                        \
	{                                                    \
		sentence, function, start, judging_end, NULL \
	}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FROM("a value that nobody compares is a finding",
			  a_value_that_nobody_compares_is_a_finding),
		TEST_FROM("a value whose type cannot say more is proven",
			  a_value_whose_type_cannot_say_more_is_proven),
		TEST_FROM("a comparison that is enough proves", a_comparison_that_is_enough_proves),
		TEST_FROM("a comparison with too much is a finding",
			  a_comparison_with_too_much_is_a_finding),
		TEST_FROM("a comparison with something unknown is silent",
			  a_comparison_with_something_unknown_is_silent),
		TEST_FROM("a comparison from below bounds nothing",
			  a_comparison_from_below_bounds_nothing),
		TEST_FROM("what counts up to it bounds nothing",
			  what_counts_up_to_it_bounds_nothing),
		TEST_FROM("a sum that may wrap is said to", a_sum_that_may_wrap_is_said_to),
		TEST_FROM("what the adapter excuses is silent", what_the_adapter_excuses_is_silent),
		TEST_FROM("bytes without an extent are silent", bytes_without_an_extent_are_silent),
		TEST_FROM("a step that may be nothing is a finding",
			  a_step_that_may_be_nothing_is_a_finding),
		TEST_FROM("a step of at least one is proven", a_step_of_at_least_one_is_proven),
		TEST_FROM("a step bounded from above may still be nothing",
			  a_step_bounded_from_above_may_still_be_nothing),
		TEST_FROM("a step bounded from below by something unknown is silent",
			  a_step_bounded_from_below_by_something_unknown_is_silent),
		TEST_FROM("a comparison with a constant is none with the length",
			  a_comparison_with_a_constant_is_none_with_the_length),
		TEST_FROM("a comparison of two lengths out of bytes is none",
			  a_comparison_of_two_lengths_out_of_bytes_is_none),
		TEST_FROM("the rest of what came is compared with nothing",
			  the_rest_of_what_came_is_compared_with_nothing),
		TEST_FROM("the rest of what came may be compared",
			  the_rest_of_what_came_may_be_compared),
		TEST_FROM("the other length is compared with what may be enough",
			  the_other_length_is_compared_with_what_may_be_enough),
		TEST_FROM("a size that may be less than nothing is a finding",
			  a_size_that_may_be_less_than_nothing_is_a_finding),
		TEST_FROM("a size that was compared with what is taken off is proven",
			  a_size_that_was_compared_with_what_is_taken_off_is_proven),
		TEST_FROM("a size that is compared after it wrapped is silent",
			  a_size_that_is_compared_after_it_wrapped_is_silent),
		TEST_FROM("the weaker rule yields", the_weaker_rule_yields),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
