// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-misaligned on made-up facts.
 */
#include "judging.h"

#include "judges.h"

static const struct lc_judgement *judged(void)
{
	conversion->n_judgements = 0;
	return judged_with(lc_judge_misaligned, "lc-misaligned");
}

/* One access that needs ALIGNMENT of an address that is RESIDUE modulo MODULUS. */
static struct lc_need *aligned(uint64_t alignment, uint64_t modulus, uint64_t residue)
{
	struct lc_need *need = access_of("h->value", E(0), E(4));

	need->alignment = (struct lc_alignment){ .needed = alignment,
						 .modulus = modulus,
						 .residue = residue,
						 .how = "'buf' is aligned to 4",
						 .trap = LC_TRAP_ALWAYS };
	return need;
}

static void what_needs_no_alignment_is_proven(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	aligned(1, 1, 0);
	j = judged();
	assert_int_equal(j->verdict, LC_PROVEN);
	assert_string_equal(j->how, "the type has alignment 1");
	assert_null(j->pointer);
}

static void an_aligned_address_is_proven(void **state)
{
	static const uint64_t cases[][3] = {
		{ 4, 4, 0 }, { 4, 8, 0 }, { 4, 8, 4 }, { 2, 4, 2 }, { 8, 4096, 64 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		conversion->n_accesses = 0;
		aligned(cases[i][0], cases[i][1], cases[i][2]);
		assert_int_equal(judged()->verdict, LC_PROVEN);
		assert_int_equal(conversion->judgements[0].level, LC_LEVEL_NONE);
		assert_string_equal(conversion->judgements[0].how, "'buf' is aligned to 4");
	}
}

static void an_address_that_is_off_is_refuted(void **state)
{
	static const uint64_t cases[][3] = {
		{ 4, 4, 1 }, { 4, 8, 6 }, { 8, 8, 4 }, { 8, 4, 2 }, { 8, 2, 1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		conversion->n_accesses = 0;
		aligned(cases[i][0], cases[i][1], cases[i][2]);
		assert_int_equal(judged()->verdict, LC_REFUTED);
		assert_int_equal(conversion->judgements[0].level, LC_LEVEL_ERROR);
	}
}

static void a_finding_says_what_is_needed_and_known(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	aligned(4, 4, 2);
	j = judged();
	assert_contains(j->message, "'h->value' needs alignment 4");
	assert_contains(j->message, "2 past a multiple of 4");
	assert_contains(j->message, "'buf' is aligned to 4");
	assert_int_equal(j->place.line, 11);
	assert_int_equal(j->n_steps, 1);
	assert_int_equal(j->steps[0].place.line, 10);
	assert_contains(j->steps[0].text, "viewed as 'struct hdr'");
}

static void what_the_target_tolerates_is_a_note(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	aligned(4, 4, 2)->alignment.trap = LC_TRAP_NEVER;
	j = judged();
	assert_int_equal(j->verdict, LC_REFUTED);
	assert_int_equal(j->level, LC_LEVEL_NOTE);
	assert_contains(j->message, "undefined in C; this target tolerates it");
}

static void what_traps_is_said_apart_from_what_is_undefined(void **state)
{
	struct lc_need *need = aligned(4, 4, 2);

	(void)state;
	assert_contains(judged()->message, "(undefined in C, and traps on this target)");
	need->alignment.trap = LC_TRAP_SOME;
	assert_contains(judged()->message,
			"(undefined in C, and some instructions of this target trap)");
	assert_int_equal(conversion->judgements[0].level, LC_LEVEL_ERROR);
	/* Of two that are wrong, the one that traps speaks. */
	need->alignment.trap = LC_TRAP_NEVER;
	aligned(16, 16, 2);
	assert_int_equal(judged()->level, LC_LEVEL_ERROR);
	assert_int_equal(conversion->judgements[0].place.line, 12);
}

static const struct lc_place tested = { .file = "a.c", .line = 9, .column = 3 };

static void a_test_that_proves_is_a_guard(void **state)
{
	const struct lc_judgement *j;
	struct lc_need *need;

	(void)state;
	aligned(1, 1, 0);
	aligned(2, 8, 0);
	need = aligned(4, 4, 0);
	need->alignment.tests = &tested;
	need->alignment.n_tests = 1;
	j = judged();
	assert_int_equal(j->verdict, LC_PROVEN);
	assert_int_equal(j->n_guards, 1);
	assert_int_equal(j->guards[0].line, 9);
	assert_int_equal(j->place.line, 13);
}

static void a_test_for_too_little_speaks(void **state)
{
	struct lc_need *need = aligned(4, 2, 0);
	const struct lc_judgement *j;

	(void)state;
	need->alignment.tests = &tested;
	need->alignment.n_tests = 1;
	j = judged();
	assert_int_equal(j->verdict, LC_OPEN);
	assert_int_equal(j->level, LC_LEVEL_WARNING);
	assert_contains(j->message,
			"needs alignment 4, but is only known to stand at a multiple of 2");
	need->alignment.trap = LC_TRAP_NEVER;
	assert_int_equal(judged()->level, LC_LEVEL_NOTE);
	need->alignment.n_tests = 0;
	assert_int_equal(judged()->level, LC_LEVEL_NONE);
}

static void what_is_not_known_is_open_and_silent(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	aligned(8, 4, 0);
	j = judged();
	assert_int_equal(j->verdict, LC_OPEN);
	assert_int_equal(j->level, LC_LEVEL_NONE);
	assert_string_equal(j->how, "'h->value' needs alignment 8, 4 known");
}

static void the_worst_access_speaks(void **state)
{
	(void)state;
	aligned(1, 1, 0);
	aligned(8, 4, 0);
	aligned(4, 4, 1);
	aligned(4, 4, 3);
	assert_int_equal(judged()->verdict, LC_REFUTED);
	assert_int_equal(conversion->judgements[0].place.line, 13);
}

static void without_an_access_the_type_decides(void **state)
{
	(void)state;
	assert_int_equal(judged()->verdict, LC_OPEN);
	assert_int_equal(conversion->judgements[0].place.line, 10);
	conversion->alignment = (struct lc_alignment){ .needed = 1, .modulus = 1 };
	assert_int_equal(judged()->verdict, LC_PROVEN);
}

/* Somebody else uses it as the type that it was made: what the conversion itself needs is judged. */
static void without_an_access_the_view_is_judged(void **state)
{
	struct lc_alignment *view = &conversion->alignment;
	const struct lc_judgement *j;

	(void)state;
	*view = (struct lc_alignment){ 4, 8, 4, "'buf' is aligned to 8", LC_TRAP_ALWAYS, NULL, 0 };
	j = judged();
	assert_int_equal(j->verdict, LC_PROVEN);
	assert_string_equal(j->how, "'buf' is aligned to 8");
	view->residue = 2;
	j = judged();
	assert_int_equal(j->verdict, LC_REFUTED);
	/* Nothing traps before somebody accesses it. */
	assert_int_equal(j->level, LC_LEVEL_NOTE);
	assert_int_equal(j->place.line, 10);
	assert_contains(j->message, "'struct hdr' needs alignment 4");
	view->modulus = 2;
	view->residue = 0;
	assert_int_equal(judged()->verdict, LC_OPEN);
	/* An access that is seen says more. */
	view->residue = 1;
	aligned(4, 4, 0);
	assert_int_equal(judged()->verdict, LC_PROVEN);
	/* Unless others get the view as well. */
	conversion->escapes = true;
	assert_int_equal(judged()->verdict, LC_REFUTED);
	assert_int_equal(conversion->judgements[0].place.line, 10);
	needs[0].alignment.residue = 2;
	assert_int_equal(judged()->level, LC_LEVEL_ERROR);
	assert_int_equal(conversion->judgements[0].place.line, 11);
}

static void the_level_asked_for_is_that_of_findings(void **state)
{
	(void)state;
	unit.rule_choice[lc_rule_find("lc-misaligned") - lc_rules].level = LC_LEVEL_ERROR;
	aligned(4, 4, 2)->alignment.trap = LC_TRAP_NEVER;
	assert_int_equal(judged()->level, LC_LEVEL_ERROR);
	needs[0].alignment.residue = 0;
	assert_int_equal(judged()->level, LC_LEVEL_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_OF("what needs no alignment is proven", what_needs_no_alignment_is_proven),
		TEST_OF("an aligned address is proven, with how it is known",
			an_aligned_address_is_proven),
		TEST_OF("an address that is off is an error", an_address_that_is_off_is_refuted),
		TEST_OF("a finding says what is needed and what is known",
			a_finding_says_what_is_needed_and_known),
		TEST_OF("what the target tolerates is a note", what_the_target_tolerates_is_a_note),
		TEST_OF("what traps is said apart from what is undefined",
			what_traps_is_said_apart_from_what_is_undefined),
		TEST_OF("a test that proves is a guard", a_test_that_proves_is_a_guard),
		TEST_OF("a test for too little speaks: a warning where the target traps",
			a_test_for_too_little_speaks),
		TEST_OF("what is not known is open and silent",
			what_is_not_known_is_open_and_silent),
		TEST_OF("the worst access speaks, of two alike the first", the_worst_access_speaks),
		TEST_OF("without an access the type decides", without_an_access_the_type_decides),
		TEST_OF("without an access the view as a whole is judged",
			without_an_access_the_view_is_judged),
		TEST_OF("the level asked for is that of findings, and of nothing else",
			the_level_asked_for_is_that_of_findings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
