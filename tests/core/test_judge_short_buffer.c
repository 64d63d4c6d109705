// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer on made-up facts: proven, refuted, open, and when it speaks.
 */
#include "judging.h"

#include "judges.h"

static const struct lc_judgement *judged(void)
{
	return judged_with(lc_judge_short_buffer, "lc-short-buffer");
}

/* The bytes are an object of N bytes. */
static void object_of(int64_t n, const char *reason)
{
	judging_fact(E(-n, EXTENT, 1), LC_FACT_EXTENT, reason, 0);
	judging_fact(E(n, EXTENT, -1), LC_FACT_EXTENT, reason, 0);
}

/* The bytes are as many as `len` says. */
static void buffer_of_len(const char *assumes)
{
	judging_fact(E(0, EXTENT, 1, LEN, -1), LC_FACT_EXTENT, "buf has len bytes", 8)->assumes =
		assumes;
	judging_fact(E(0, EXTENT, -1, LEN, 1), LC_FACT_EXTENT, "buf has len bytes", 8)->assumes =
		assumes;
}

static bool has_step(const struct lc_judgement *j, int line, const char *part)
{
	for (size_t i = 0; i < j->n_steps; i++)
		if (j->steps[i].place.line == line && strstr(j->steps[i].text, part))
			return true;
	return false;
}

static void a_guard_and_a_length_prove(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	buffer_of_len("len is the length of buf");
	judging_fact(E(-8, LEN, 1), LC_FACT_GUARD, "len >= 8", 9);
	access_of("h->value", E(4), E(8))->length = &length;
	j = judged();
	assert_int_equal(j->verdict, LC_PROVEN);
	assert_int_equal(j->level, LC_LEVEL_NONE);
	assert_string_equal(j->how, "len >= 8, buf has len bytes");
	assert_string_equal(j->assumes, "len is the length of buf");
	assert_true(has_step(j, 9, "len >= 8"));
	assert_string_equal(j->pointer, "buf");
	assert_string_equal(j->length, "len");
}

static void an_object_proves_by_its_size(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	object_of(16, "buf has 16 bytes");
	access_of("h->value", E(12), E(16));
	j = judged();
	assert_int_equal(j->verdict, LC_PROVEN);
	assert_string_equal(j->how, "buf has 16 bytes");
	assert_null(j->assumes);
	assert_null(j->length);
}

static void an_object_that_is_too_small_is_an_error(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	object_of(16, "buf has 16 bytes");
	access_of("h->value", E(16), E(20));
	j = judged();
	assert_int_equal(j->verdict, LC_REFUTED);
	assert_int_equal(j->level, LC_LEVEL_ERROR);
	assert_int_equal(j->place.line, 11);
	assert_contains(j->message, "'h->value' needs 20 bytes of 'buf' as 'struct hdr'");
	assert_contains(j->message, "only 16");
	assert_true(has_step(j, 10, "'buf' is viewed as 'struct hdr' here"));
}

static void the_last_byte_decides(void **state)
{
	(void)state;
	object_of(16, "buf has 16 bytes");
	access_of("h->last", E(15), E(16));
	access_of("h->next", E(16), E(17));
	assert_int_equal(judged()->verdict, LC_REFUTED);
	assert_int_equal(conversion->judgements[0].place.line, 12);
}

static void an_access_before_the_bytes_is_an_error(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	object_of(16, "buf has 16 bytes");
	access_of("h[-1]", E(-8), E(0));
	j = judged();
	assert_int_equal(j->verdict, LC_REFUTED);
	assert_int_equal(j->level, LC_LEVEL_ERROR);
	assert_contains(j->message, "8 bytes before 'buf'");
}

static void what_stands_before_a_callers_bytes_is_open(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	object_of(16, "'buf' has 16 bytes");
	access_of("b->used", lc_linear_constant(-8), lc_linear_constant(-4))->interior = true;
	j = judged_with(lc_judge_short_buffer, "lc-short-buffer");
	assert_int_equal(j->verdict, LC_OPEN);
	assert_int_equal(j->level, LC_LEVEL_NONE);
}

static void what_rests_on_trust_is_a_warning(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	buffer_of_len("len is the length of buf");
	judging_fact(E(4, LEN, -1), LC_FACT_GUARD, "len <= 4", 9);
	access_of("h->value", E(4), E(8))->length = &length;
	j = judged();
	assert_int_equal(j->verdict, LC_REFUTED);
	assert_int_equal(j->level, LC_LEVEL_WARNING);
	assert_string_equal(j->assumes, "len is the length of buf");
	assert_contains(j->message, "len <= 4");
}

static void what_cannot_be_reached_is_proven(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	object_of(4, "buf has 4 bytes");
	judging_fact(E(-8, EXTENT, 1), LC_FACT_GUARD, "sizeof (buf) >= 8", 9);
	access_of("h->value", E(8), E(12));
	j = judged();
	assert_int_equal(j->verdict, LC_PROVEN);
	assert_int_equal(j->level, LC_LEVEL_NONE);
}

static void an_access_after_a_contradiction_is_proven(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	/* The contradiction is about something else: nothing of the access shows it. */
	judging_fact(E(-1, OFFSET, 1), LC_FACT_GUARD, "n > 0", 9);
	judging_fact(E(-1, OFFSET, -1), LC_FACT_GUARD, "n < 0", 9);
	access_of("h->value", E(8), E(12))->extent = E(4);
	j = judged();
	assert_int_equal(j->verdict, LC_PROVEN);
	assert_int_equal(j->level, LC_LEVEL_NONE);
	/* Without it, the sizes alone refute. */
	graph.points[0].n = 1;
	conversion->n_judgements = 0;
	j = judged();
	assert_int_equal(j->verdict, LC_REFUTED);
	assert_string_equal(j->how, "the sizes are constants");
}

static void a_length_that_nothing_compares_is_a_warning(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	buffer_of_len(NULL);
	judging_fact(E(0, LEN, 1), LC_FACT_VALUE, "len is unsigned", 0);
	access_of("h->value", E(4), E(8))->length = &length;
	j = judged();
	assert_int_equal(j->verdict, LC_OPEN);
	assert_int_equal(j->level, LC_LEVEL_WARNING);
	assert_contains(j->message, "'h->value' needs 8 bytes of 'buf' as 'struct hdr'");
	assert_contains(j->message, "'len' is not compared");
	assert_contains(j->how, "0 known");
	assert_true(has_step(j, 8, "parameter beside 'buf'"));
	assert_true(has_step(j, 10, "is viewed as"));
}

static void a_length_compared_with_too_little_is_a_warning(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	buffer_of_len(NULL);
	judging_fact(E(-4, LEN, 1), LC_FACT_GUARD, "len >= 4", 9);
	access_of("h->value", E(4), E(8))->length = &length;
	j = judged();
	assert_int_equal(j->verdict, LC_OPEN);
	assert_int_equal(j->level, LC_LEVEL_WARNING);
	assert_contains(j->message, "'len' is compared with too little: 4 known");
	assert_true(has_step(j, 9, "this comparison is not enough: len >= 4"));
}

static void a_reason_to_be_silent_keeps_it_in_the_ledger(void **state)
{
	const struct lc_judgement *j;
	struct lc_need *need;

	(void)state;
	buffer_of_len(NULL);
	need = access_of("h->value", E(4), E(8));
	need->length = &length;
	need->silent = "a callee may check it";
	j = judged();
	assert_int_equal(j->verdict, LC_OPEN);
	assert_int_equal(j->level, LC_LEVEL_NONE);
	assert_contains(j->how, "a callee may check it");
}

static void no_reason_silences_a_comparison_with_too_little(void **state)
{
	struct lc_need *need;

	(void)state;
	buffer_of_len(NULL);
	judging_fact(E(-4, LEN, 1), LC_FACT_GUARD, "len >= 4", 9);
	need = access_of("h->value", E(4), E(8));
	need->length = &length;
	need->silent = "a callee may check it";
	assert_int_equal(judged()->level, LC_LEVEL_WARNING);
}

static void without_a_length_in_hand_open_is_silent(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	access_of("h->value", E(4), E(8));
	j = judged();
	assert_int_equal(j->verdict, LC_OPEN);
	assert_int_equal(j->level, LC_LEVEL_NONE);
	/* A length without a name is none that anybody could have compared. */
	conversion->n_judgements = 0;
	length.name = NULL;
	needs[0].length = &length;
	assert_int_equal(judged()->level, LC_LEVEL_NONE);
}

static void an_extent_of_which_nothing_is_known_is_silent(void **state)
{
	const struct lc_judgement *j;
	struct lc_need *need = access_of("h->value", E(4), E(8));

	(void)state;
	need->extent.valid = false;
	need->length = &length;
	j = judged();
	assert_int_equal(j->verdict, LC_OPEN);
	assert_int_equal(j->level, LC_LEVEL_NONE);
	assert_contains(j->how, "nothing is known of the extent of 'buf'");
}

static void numbers_that_overflow_are_open_and_silent(void **state)
{
	const struct lc_judgement *j;
	struct lc_need *need = access_of("h->value", E(4), E(8));

	(void)state;
	object_of(16, "buf has 16 bytes");
	need->length = &length;
	need->upto = E(INT64_MAX);
	need->upto = lc_linear_plus(&need->upto, 1);
	j = judged();
	assert_int_equal(j->verdict, LC_OPEN);
	assert_int_equal(j->level, LC_LEVEL_NONE);
}

static void a_varying_offset_is_proven_by_its_guard(void **state)
{
	(void)state;
	/* off >= 0, off + 8 <= len */
	buffer_of_len(NULL);
	judging_fact(E(0, OFFSET, 1), LC_FACT_VALUE, "off is unsigned", 0);
	judging_fact(E(-8, LEN, 1, OFFSET, -1), LC_FACT_GUARD, "off + 8 <= len", 9);
	access_of("h->value", E(4, OFFSET, 1), E(8, OFFSET, 1))->length = &length;
	assert_int_equal(judged()->verdict, LC_PROVEN);
}

static void a_varying_offset_without_a_guard_is_open_and_silent(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	buffer_of_len(NULL);
	judging_fact(E(0, OFFSET, 1), LC_FACT_VALUE, "off is unsigned", 0);
	access_of("h->value", E(4, OFFSET, 1), E(8, OFFSET, 1))->length = &length;
	j = judged();
	assert_int_equal(j->verdict, LC_OPEN);
	assert_int_equal(j->level, LC_LEVEL_NONE);
	assert_contains(j->how, "no guard bounds the offset of 'h->value'");
}

static void a_varying_offset_that_a_guard_leaves_short_is_a_warning(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	/* off < len, but four bytes are read from there. */
	buffer_of_len(NULL);
	judging_fact(E(0, OFFSET, 1), LC_FACT_VALUE, "off is unsigned", 0);
	judging_fact(E(-1, LEN, 1, OFFSET, -1), LC_FACT_GUARD, "off < len", 9);
	access_of("h->value", E(0, OFFSET, 1), E(4, OFFSET, 1))->length = &length;
	j = judged();
	assert_int_equal(j->verdict, LC_OPEN);
	assert_int_equal(j->level, LC_LEVEL_WARNING);
	assert_contains(j->message, "3 bytes");
	/* Unless the steps may add up to it. */
	conversion->n_judgements = 0;
	needs[0].may_add_up = true;
	j = judged();
	assert_int_equal(j->verdict, LC_OPEN);
	assert_int_equal(j->level, LC_LEVEL_NONE);
}

static void an_offset_that_may_be_negative_is_not_proven(void **state)
{
	(void)state;
	object_of(16, "buf has 16 bytes");
	judging_fact(E(8, OFFSET, -1), LC_FACT_GUARD, "off <= 8", 9);
	access_of("h->value", E(0, OFFSET, 1), E(8, OFFSET, 1));
	assert_int_equal(judged()->verdict, LC_OPEN);
	conversion->n_judgements = 0;
	judging_fact(E(0, OFFSET, 1), LC_FACT_GUARD, "off >= 0", 9);
	assert_int_equal(judged()->verdict, LC_PROVEN);
}

static void a_guard_on_one_way_only_is_not_proven(void **state)
{
	const struct lc_judgement *j;
	struct lc_need *need;

	(void)state;
	buffer_of_len(NULL);
	flow_join(&graph, 0, 5, 2);
	flow_edge(&graph, 5, 0, 1);
	flow_edge(&graph, 5, 1, 2);
	flow_fact(&graph, 1, E(-8, LEN, 1));
	need = access_of("h->value", E(4), E(8));
	need->length = &length;
	need->sometimes = true;
	j = judged();
	assert_int_equal(j->verdict, LC_OPEN);
	assert_contains(j->message, "'len' is not compared on every way here");
	flow_fact(&graph, 2, E(-8, LEN, 1));
	conversion->n_judgements = 0;
	assert_int_equal(judged()->verdict, LC_PROVEN);
}

static void the_worst_access_speaks(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	object_of(8, "buf has 8 bytes");
	access_of("h->first", E(0), E(4));
	access_of("h->unknown", E(0, OFFSET, 1), E(4, OFFSET, 1));
	access_of("h->outside", E(8), E(12));
	access_of("h->further", E(12), E(16));
	j = judged();
	assert_int_equal(j->verdict, LC_REFUTED);
	assert_int_equal(j->place.line, 13);
	assert_contains(j->message, "'h->outside' needs 12 bytes");
}

static void without_an_access_it_is_open(void **state)
{
	const struct lc_judgement *j = judged();

	(void)state;
	assert_int_equal(j->verdict, LC_OPEN);
	assert_int_equal(j->place.line, 10);
	assert_string_equal(j->how, "no access through the view is seen here");
	conversion->n_judgements = 0;
	conversion->escapes = true;
	assert_contains(judged()->how, "handed on");
	/* An access with nothing to judge is none. */
	conversion->n_judgements = 0;
	access_of("h->value", E(0), E(4));
	conversion->accesses[0].need = NULL;
	assert_contains(judged()->how, "handed on");
}

/* The Nth place that hands the view on, whole, up to END; or so much that nobody knows. */
static void handed_on(size_t n, struct lc_need *need, int64_t end)
{
	struct lc_access *access;

	conversion->n_handed_on = n;
	access = lc_conversion_add_handed_on(&unit, conversion);
	assert_non_null(access);
	access->what = "struct hdr";
	access->place = place_at("a.c", 12);
	access->need = need;
	if (need)
		need->upto = E(end);
	conversion->n_judgements = 0;
}

static void handed_on_whole_it_is_proven(void **state)
{
	struct lc_need first = *access_of("struct hdr", E(0), E(8)), second = first;

	(void)state;
	conversion->n_accesses = 0;
	conversion->escapes = true;
	object_of(8, "buf has 8 bytes");
	handed_on(0, &first, 8);
	assert_int_equal(judged()->verdict, LC_PROVEN);
	handed_on(1, &second, 8);
	assert_int_equal(judged()->verdict, LC_PROVEN);
	/* Too little is no finding: what the other side accesses is not known. */
	handed_on(1, &second, 9);
	assert_contains(judged()->how, "its accesses are elsewhere");
	handed_on(1, NULL, 0);
	assert_contains(judged()->how, "its accesses are elsewhere");
	/* What is accessed here is judged by that. */
	handed_on(0, &first, 8);
	access_of("h->outside", E(8), E(12));
	assert_int_equal(judged()->verdict, LC_REFUTED);
}

static void the_level_asked_for_is_that_of_findings(void **state)
{
	(void)state;
	unit.rule_choice[lc_rule_find("lc-short-buffer") - lc_rules].level = LC_LEVEL_NOTE;
	object_of(16, "buf has 16 bytes");
	access_of("h->value", E(16), E(20));
	assert_int_equal(judged()->level, LC_LEVEL_NOTE);
	assert_int_equal(conversion->judgements[0].verdict, LC_REFUTED);
	conversion->n_judgements = 0;
	needs[0].upto = E(16);
	assert_int_equal(judged()->level, LC_LEVEL_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_OF("a guard on the length of the bytes proves, and is named",
			a_guard_and_a_length_prove),
		TEST_OF("an object proves by its size", an_object_proves_by_its_size),
		TEST_OF("an object that is too small is an error",
			an_object_that_is_too_small_is_an_error),
		TEST_OF("the last byte decides", the_last_byte_decides),
		TEST_OF("an access before the bytes is an error",
			an_access_before_the_bytes_is_an_error),
		TEST_OF("what stands before a caller's bytes is open",
			what_stands_before_a_callers_bytes_is_open),
		TEST_OF("what is refuted on trust is a warning", what_rests_on_trust_is_a_warning),
		TEST_OF("what cannot be reached is proven", what_cannot_be_reached_is_proven),
		TEST_OF("an access that a contradiction elsewhere puts out of reach is proven",
			an_access_after_a_contradiction_is_proven),
		TEST_OF("a length in hand that nothing compares is a warning",
			a_length_that_nothing_compares_is_a_warning),
		TEST_OF("a length compared with too little is a warning, with the comparison",
			a_length_compared_with_too_little_is_a_warning),
		TEST_OF("a reason to be silent keeps an open access in the ledger",
			a_reason_to_be_silent_keeps_it_in_the_ledger),
		TEST_OF("no such reason silences a comparison with too little",
			no_reason_silences_a_comparison_with_too_little),
		TEST_OF("without a length in hand an open access is silent",
			without_a_length_in_hand_open_is_silent),
		TEST_OF("an extent of which nothing is known is silent",
			an_extent_of_which_nothing_is_known_is_silent),
		TEST_OF("numbers that overflow are open and silent",
			numbers_that_overflow_are_open_and_silent),
		TEST_OF("a varying offset is proven by its guard",
			a_varying_offset_is_proven_by_its_guard),
		TEST_OF("a varying offset without a guard is open and silent",
			a_varying_offset_without_a_guard_is_open_and_silent),
		TEST_OF("a varying offset that a guard leaves short is a warning",
			a_varying_offset_that_a_guard_leaves_short_is_a_warning),
		TEST_OF("an offset that may be negative is not proven",
			an_offset_that_may_be_negative_is_not_proven),
		TEST_OF("a guard on one of two ways is not proven, on both it is",
			a_guard_on_one_way_only_is_not_proven),
		TEST_OF("the worst access speaks, of two alike the first", the_worst_access_speaks),
		TEST_OF("a view that is not accessed is open", without_an_access_it_is_open),
		TEST_OF("a view that is handed on whole is proven", handed_on_whole_it_is_proven),
		TEST_OF("the level asked for is that of findings, and of nothing else",
			the_level_asked_for_is_that_of_findings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
