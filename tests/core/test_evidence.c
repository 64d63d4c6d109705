// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Evidence in words: each reason once, guards first, nothing lost.
 */
#include "support.h"

#include "evidence.h"

static struct lc_arena arena;

static int end(void **state)
{
	(void)state;
	lc_arena_free(&arena);
	return 0;
}

static struct lc_proof proof_of(const struct lc_fact *facts, size_t n)
{
	struct lc_proof proof = { .n = n };

	for (size_t i = 0; i < n; i++)
		proof.used[i] = &facts[i];
	return proof;
}

static void guards_come_first(void **state)
{
	const struct lc_fact facts[] = {
		{ .kind = LC_FACT_EXTENT, .reason = "buf has len bytes" },
		{ .kind = LC_FACT_VALUE },
		{ .kind = LC_FACT_GUARD, .reason = "len >= 8" },
		{ .kind = LC_FACT_LOOP, .reason = "buf and len move together" },
	};
	struct lc_proof proof = proof_of(facts, COUNT(facts));

	(void)state;
	assert_string_equal(lc_evidence_how(&arena, &proof),
			    "len >= 8, buf has len bytes, buf and len move together");
}

static void without_facts_it_is_the_constants(void **state)
{
	struct lc_proof proof = { .n = 0 };

	(void)state;
	assert_string_equal(lc_evidence_how(&arena, &proof), "the sizes are constants");
	assert_null(lc_evidence_assumes(&arena, &proof));
}

static void a_reason_is_said_once(void **state)
{
	const struct lc_fact facts[] = {
		{ .kind = LC_FACT_GUARD, .reason = "len >= 8" },
		{ .kind = LC_FACT_GUARD, .reason = "n < 4" },
		{ .kind = LC_FACT_GUARD, .reason = "len >= 8" },
		{ .kind = LC_FACT_GUARD, .reason = "n < 4" },
	};
	struct lc_proof proof = proof_of(facts, COUNT(facts));

	(void)state;
	assert_string_equal(lc_evidence_how(&arena, &proof), "len >= 8, n < 4");
}

static void a_reason_that_is_part_of_another_is_not_lost(void **state)
{
	const struct lc_fact facts[] = {
		{ .kind = LC_FACT_GUARD, .reason = "len >= 10", .assumes = "len is of buf2" },
		{ .kind = LC_FACT_GUARD, .reason = "n >= 1", .assumes = "len is of buf" },
		{ .kind = LC_FACT_GUARD, .reason = "len >= 1" },
	};
	struct lc_proof proof = proof_of(facts, COUNT(facts));

	(void)state;
	assert_string_equal(lc_evidence_how(&arena, &proof), "len >= 10, n >= 1, len >= 1");
	assert_string_equal(lc_evidence_assumes(&arena, &proof), "len is of buf2; len is of buf");
}

static void steps_have_a_place_and_are_there_once(void **state)
{
	struct lc_fact facts[] = {
		{ .kind = LC_FACT_GUARD, .reason = "len >= 8", .place = place_at("a.c", 3) },
		{ .kind = LC_FACT_GUARD, .reason = "len >= 8", .place = place_at("a.c", 3) },
		{ .kind = LC_FACT_GUARD, .reason = "no place" },
		{ .kind = LC_FACT_EXTENT, .place = place_at("a.c", 4) },
		{ .kind = LC_FACT_GUARD, .reason = "len >= 8", .place = place_at("a.h", 3) },
	};
	struct lc_proof proof = proof_of(facts, COUNT(facts));
	struct lc_judgement judgement = { .n_steps = 0 };

	(void)state;
	lc_evidence_add(&arena, &judgement, place_at("a.c", 1), "first");
	lc_evidence_steps(&arena, &judgement, &proof);
	assert_int_equal(judgement.n_steps, 3);
	assert_string_equal(judgement.steps[0].text, "first");
	assert_string_equal(judgement.steps[1].text, "len >= 8");
	assert_string_equal(judgement.steps[1].place.file, "a.c");
	assert_string_equal(judgement.steps[2].place.file, "a.h");
}

#define TEST_OF(sentence, function)                 \
	{                                           \
		sentence, function, NULL, end, NULL \
	}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_OF("guards come first, then what else was used", guards_come_first),
		TEST_OF("a proof without facts rests on constants",
			without_facts_it_is_the_constants),
		TEST_OF("a reason is said once", a_reason_is_said_once),
		TEST_OF("a reason that is a part of another is not lost",
			a_reason_that_is_part_of_another_is_not_lost),
		TEST_OF("a step has a place, and is there once",
			steps_have_a_place_and_are_there_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
