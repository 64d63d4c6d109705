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

static void guards_are_named_by_place_and_once(void **state)
{
	struct lc_fact facts[] = {
		{ .kind = LC_FACT_GUARD, .reason = "len >= 8", .place = place_at("a.c", 3) },
		{ .kind = LC_FACT_GUARD, .reason = "n < 4", .place = place_at("a.c", 3) },
		{ .kind = LC_FACT_EXTENT, .reason = "of 'buf'", .place = place_at("a.c", 1) },
		{ .kind = LC_FACT_GUARD, .reason = "no place" },
		{ .kind = LC_FACT_GUARD, .reason = "len >= 8", .place = place_at("a.h", 3) },
	};
	struct lc_proof proof = proof_of(facts, COUNT(facts));
	struct lc_judgement judgement = { .n_guards = 0 };

	(void)state;
	lc_evidence_guards(&arena, &judgement, &proof);
	assert_int_equal(judgement.n_guards, 2);
	assert_string_equal(judgement.guards[0].file, "a.c");
	assert_string_equal(judgement.guards[1].file, "a.h");
}

static void a_finding_is_told_in_the_order_of_the_flow(void **state)
{
	const struct lc_fact facts[] = {
		{ .kind = LC_FACT_GUARD, .reason = "len >= 4", .place = place_at("a.c", 14) },
		{ .kind = LC_FACT_EXTENT, .reason = "len is of 'buf'", .place = place_at("a.c", 9) },
		{ .kind = LC_FACT_GUARD, .reason = "n < 4", .place = place_at("a.c", 12) },
		{ .kind = LC_FACT_GUARD, .reason = "in an accessor", .place = place_at("a.h", 90) },
	};
	struct lc_access access = { .place = place_at("a.c", 20), .what = "h->id" };
	struct lc_conversion c = { .cast = place_at("a.c", 13),
				   .accesses = &access,
				   .n_accesses = 1 };
	struct lc_judgement j = { .level = LC_LEVEL_WARNING, .verdict = LC_OPEN };
	struct lc_proof proof = proof_of(facts, COUNT(facts));
	static const int lines[] = { 30, 8, 9, 90, 12, 13, 14 };

	(void)state;
	c.origin.kind = "parameter";
	c.origin.name = "buf";
	c.origin.place = place_at("a.c", 8);
	c.target.type = "struct hdr";
	j.place = access.place;
	lc_evidence_steps(&arena, &j, &proof);
	lc_evidence_step(&arena, &j, LC_STEP_CALLER, place_at("a.c", 30), "called here");
	lc_evidence_complete(&arena, &c, &j);
	assert_int_equal(j.n_steps, COUNT(lines));
	for (size_t i = 0; i < COUNT(lines); i++)
		assert_int_equal(j.steps[i].place.line, lines[i]);
	assert_string_equal(j.steps[1].text, "the bytes come in as 'buf'");
	assert_string_equal(j.steps[5].text, "'buf' is viewed as 'struct hdr' here");
	/* Once more changes nothing. */
	lc_evidence_complete(&arena, &c, &j);
	assert_int_equal(j.n_steps, COUNT(lines));
	/* A proof ends at the access, which nothing else tells of. */
	j.level = LC_LEVEL_NONE;
	j.verdict = LC_PROVEN;
	lc_evidence_complete(&arena, &c, &j);
	assert_int_equal(j.n_steps, COUNT(lines) + 1);
	assert_string_equal(j.steps[7].text, "'h->id' is read here");
}

static void a_comparison_is_a_better_witness_than_a_range(void **state)
{
	const struct lc_fact facts[] = {
		{ .kind = LC_FACT_VALUE, .reason = "len >= 8", .nonnegative = E(-8, 1, 1) },
		{ .kind = LC_FACT_GUARD,
		  .reason = "n >= 8",
		  .nonnegative = E(-8, 2, 1),
		  .place = place_at("a.c", 2) },
		{ .kind = LC_FACT_GUARD,
		  .reason = "len > 7",
		  .nonnegative = E(-8, 1, 1),
		  .place = place_at("a.c", 3) },
	};
	const struct lc_fact *const all[] = { &facts[0], &facts[1], &facts[2] };
	struct lc_linear goal = E(-4, 1, 1);
	struct lc_proof proof = { .n = 0 };

	(void)state;
	assert_true(lc_prove(all, COUNT(all), &goal, &proof));
	assert_int_equal(proof.n, 1);
	assert_ptr_equal(proof.used[0], &facts[2]);
	proof.n = 0;
	assert_true(lc_prove(all, 2, &goal, &proof));
	assert_ptr_equal(proof.used[0], &facts[0]);
}

static void what_is_open_and_no_finding_has_no_flow(void **state)
{
	struct lc_conversion c = { .cast = place_at("a.c", 13) };
	struct lc_judgement j = { .verdict = LC_OPEN,
				  .place = place_at("a.c", 20),
				  .pointer = "buf" };

	(void)state;
	c.origin.name = "buf";
	c.origin.place = place_at("a.c", 8);
	lc_evidence_complete(&arena, &c, &j);
	assert_int_equal(j.n_steps, 0);
}

static void an_origin_is_told_where_nothing_else_names_it(void **state)
{
	struct lc_conversion c = { .cast = place_at("a.c", 20) };
	struct lc_judgement j = { .level = LC_LEVEL_WARNING, .place = place_at("a.c", 20) };
	struct lc_place beside = place_at("a.c", 8);

	(void)state;
	c.origin.kind = "load";
	c.origin.name = "skb->data";
	c.origin.place = place_at("a.c", 8);
	/* At the very place a length names it already. */
	lc_evidence_step(&arena, &j, LC_STEP_LENGTH, c.origin.place,
			 "'skb->len' is the length of 'skb->data'");
	lc_evidence_complete(&arena, &c, &j);
	assert_int_equal(j.n_steps, 1);
	/* Elsewhere on the line: a step of the flow, but no news on a terminal. */
	j = (struct lc_judgement){ .level = LC_LEVEL_WARNING, .place = place_at("a.c", 20) };
	beside.column = 40;
	lc_evidence_step(&arena, &j, LC_STEP_LENGTH, beside,
			 "'skb->len' is the length of 'skb->data'");
	lc_evidence_complete(&arena, &c, &j);
	assert_int_equal(j.n_steps, 2);
	assert_string_equal(j.steps[0].text, "the bytes are those that 'skb->data' points to");
	assert_false(lc_evidence_is_news(&j, 0));
	assert_true(lc_evidence_is_news(&j, 1));
	/* On a line of its own it is both. */
	c.origin.place = place_at("a.c", 5);
	j.n_steps = 0;
	lc_evidence_complete(&arena, &c, &j);
	assert_int_equal(j.n_steps, 1);
	assert_true(lc_evidence_is_news(&j, 0));
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
		TEST_OF("the guards of a proof are named by place, each once",
			guards_are_named_by_place_and_once),
		TEST_OF("a finding is told in the order of the flow",
			a_finding_is_told_in_the_order_of_the_flow),
		TEST_OF("a comparison is a better witness than a range that says the same",
			a_comparison_is_a_better_witness_than_a_range),
		TEST_OF("what is open and no finding has no flow",
			what_is_open_and_no_finding_has_no_flow),
		TEST_OF("an origin is told where nothing else names it",
			an_origin_is_told_where_nothing_else_names_it),
		TEST_OF("a step has a place, and is there once",
			steps_have_a_place_and_are_there_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
