// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What the calls of a function say of an access that it leaves to them.
 */
#include "support.h"

#include "calls.h"
#include "evidence.h"
#include "rules.h"
#include "unit.h"

static struct lc_unit unit;
static struct lc_conversion *conversion;
static struct lc_access access = { .what = "h->id" };
static struct lc_calls calls;

static int start(void **state)
{
	struct lc_judgement *j;

	(void)state;
	memset(&calls, 0, sizeof(calls));
	if (lc_unit_init(&unit))
		return -1;
	conversion = lc_unit_add_conversion(&unit);
	conversion->cast = place_at("a.c", 10);
	conversion->origin.name = "buf";
	conversion->target.type = "struct hdr";
	access.place = place_at("a.c", 11);
	j = lc_conversion_add_judgement(&unit, conversion);
	j->rule = lc_rule_find("lc-short-buffer");
	j->place = access.place;
	j->verdict = LC_OPEN;
	j->how = "0 known";
	return 0;
}

static int end(void **state)
{
	(void)state;
	lc_unit_free(&unit);
	return 0;
}

static struct lc_judgement *call_at(int line, enum lc_verdict verdict, enum lc_level level)
{
	struct lc_call *call = lc_calls_add(&unit, &calls);

	call->place = place_at("a.c", line);
	call->judgement.verdict = verdict;
	call->judgement.level = level;
	call->judgement.how = "len >= 8";
	call->judgement.message = level != LC_LEVEL_NONE ? "too few" : NULL;
	return &call->judgement;
}

static const struct lc_judgement *settled(void)
{
	const struct lc_calls *all[] = { &calls };
	const struct lc_access *accesses[] = { &access };

	lc_settle(&unit, conversion, all, accesses, 1);
	assert_int_equal(conversion->n_judgements, 1);
	return &conversion->judgements[0];
}

static void what_all_calls_prove_is_proven(void **state)
{
	static const struct lc_place guards[] = { { .file = "a.c", .line = 20, .column = 2 },
						  { .file = "a.c", .line = 30, .column = 2 } };
	struct lc_judgement *first = call_at(21, LC_PROVEN, LC_LEVEL_NONE);
	const struct lc_judgement *j;

	(void)state;
	first->guards = guards;
	first->n_guards = 1;
	first->assumes = "len is theirs";
	*call_at(31, LC_PROVEN, LC_LEVEL_NONE) = (struct lc_judgement){
		.verdict = LC_PROVEN, .how = "len >= 9", .guards = guards, .n_guards = 2
	};
	j = settled();
	assert_int_equal(j->verdict, LC_PROVEN);
	assert_int_equal(j->level, LC_LEVEL_NONE);
	assert_string_equal(j->how, "at all 2 calls, the first: len >= 8");
	assert_string_equal(j->assumes, "len is theirs");
	/* Each guard once. */
	assert_int_equal(j->n_guards, 2);
	assert_int_equal(j->guards[1].line, 30);
	assert_int_equal(j->place.line, 11);
}

static void what_no_call_was_asked_of_stays_open(void **state)
{
	(void)state;
	assert_int_equal(settled()->verdict, LC_OPEN);
}

static void one_call_that_is_open_leaves_it_open(void **state)
{
	(void)state;
	call_at(21, LC_PROVEN, LC_LEVEL_NONE);
	calls.open = true;
	assert_int_equal(settled()->verdict, LC_OPEN);
	assert_string_equal(settled()->how, "0 known");
}

static void a_finding_stands_at_the_call(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	call_at(21, LC_PROVEN, LC_LEVEL_NONE);
	call_at(31, LC_OPEN, LC_LEVEL_WARNING);
	j = settled();
	assert_int_equal(j->level, LC_LEVEL_WARNING);
	assert_int_equal(j->place.line, 31);
	assert_string_equal(j->message, "too few");
	assert_ptr_equal(j->rule, lc_rule_find("lc-short-buffer"));
	/* The cast and the access, which stand elsewhere, are its last steps. */
	assert_int_equal(j->n_steps, 2);
	assert_int_equal(j->steps[0].place.line, 10);
	assert_int_equal(j->steps[1].place.line, 11);
	assert_string_equal(j->steps[1].text, "'h->id' is read here");
}

static void what_is_refuted_goes_before_what_is_open(void **state)
{
	(void)state;
	call_at(21, LC_OPEN, LC_LEVEL_WARNING);
	call_at(31, LC_REFUTED, LC_LEVEL_ERROR);
	assert_int_equal(settled()->place.line, 31);
	assert_int_equal(settled()->verdict, LC_REFUTED);
}

static void a_finding_at_the_access_stays_unless_a_call_sees_to_it(void **state)
{
	(void)state;
	conversion->judgements[0].level = LC_LEVEL_WARNING;
	call_at(21, LC_OPEN, LC_LEVEL_WARNING);
	assert_int_equal(settled()->place.line, 11);
	call_at(31, LC_PROVEN, LC_LEVEL_NONE);
	assert_int_equal(settled()->place.line, 21);
}

static void one_call_is_spoken_of_once(void **state)
{
	struct lc_judgement *other =
		lc_conversion_add_judgement(&unit, lc_unit_add_conversion(&unit));

	(void)state;
	other->rule = lc_rule_find("lc-short-buffer");
	other->level = LC_LEVEL_WARNING;
	other->place = place_at("a.c", 31);
	call_at(31, LC_OPEN, LC_LEVEL_WARNING);
	assert_int_equal(settled()->level, LC_LEVEL_NONE);
	assert_string_equal(conversion->judgements[0].how, "0 known; its call is spoken of");
	other->place.line = 32;
	assert_int_equal(settled()->level, LC_LEVEL_WARNING);
}

static void what_is_not_open_is_not_settled(void **state)
{
	(void)state;
	conversion->judgements[0].verdict = LC_REFUTED;
	call_at(31, LC_PROVEN, LC_LEVEL_NONE);
	assert_int_equal(settled()->verdict, LC_REFUTED);
}

#define CALLS_TEST(name, function)               \
	{                                        \
		name, function, start, end, NULL \
	}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CALLS_TEST("what all calls prove is proven", what_all_calls_prove_is_proven),
		CALLS_TEST("what no call was asked of stays open",
			   what_no_call_was_asked_of_stays_open),
		CALLS_TEST("one call that is open leaves it open",
			   one_call_that_is_open_leaves_it_open),
		CALLS_TEST("a finding stands at the call", a_finding_stands_at_the_call),
		CALLS_TEST("what is refuted goes before what is open",
			   what_is_refuted_goes_before_what_is_open),
		CALLS_TEST("a finding at the access stays unless a call sees to it",
			   a_finding_at_the_access_stays_unless_a_call_sees_to_it),
		CALLS_TEST("one call is spoken of once", one_call_is_spoken_of_once),
		CALLS_TEST("what is not open is not settled", what_is_not_open_is_not_settled),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
