// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-aliasing on made-up facts.
 */
#include "layouts.h"

#include "judges.h"
#include "retyped.h"
#include "unit.h"

static struct lc_unit unit;
static struct lc_conversion *conversion;
static struct lc_retyped retyped = { .object = "f", .typed = "float", .write = true };

static int start(void **state)
{
	(void)state;
	if (lc_unit_init(&unit))
		return -1;
	conversion = lc_unit_add_conversion(&unit);
	conversion->kind = LC_RETYPE;
	conversion->target.type = "int";
	return 0;
}

static int end(void **state)
{
	(void)state;
	lc_unit_free(&unit);
	return 0;
}

static const struct lc_judgement *judged(bool apart)
{
	retyped.apart = apart;
	conversion->retyped = &retyped;
	conversion->n_judgements = 0;
	lc_unit_judge(&unit, 0);
	assert_int_equal(conversion->n_judgements, 1);
	assert_string_equal(conversion->judgements[0].rule->id, "lc-aliasing");
	return &conversion->judgements[0];
}

static void types_that_are_kept_apart_are_a_finding(void **state)
{
	const struct lc_judgement *j = judged(true);

	(void)state;
	assert_int_equal(j->verdict, LC_REFUTED);
	assert_int_equal(j->level, LC_LEVEL_WARNING);
	assert_non_null(strstr(j->message, "'f', declared as float, is written as int"));
}

static void what_a_store_gave_its_type_is_called_written(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	retyped.stored = true;
	retyped.write = false;
	j = judged(true);
	assert_non_null(strstr(j->message, "'f', written as float, is read as int"));
	retyped.stored = false;
	retyped.write = true;
}

static void types_that_may_meet_are_proven(void **state)
{
	const struct lc_judgement *j = judged(false);

	(void)state;
	assert_int_equal(j->verdict, LC_PROVEN);
	assert_int_equal(j->level, LC_LEVEL_NONE);
	assert_null(j->message);
}

static void nothing_is_known_without_facts(void **state)
{
	(void)state;
	lc_judge_aliasing(&unit, conversion);
	assert_int_equal(conversion->judgements[0].verdict, LC_OPEN);
	assert_int_equal(conversion->judgements[0].level, LC_LEVEL_NONE);
}

#define TEST_OF_ALIASING(sentence, function)         \
	{                                            \
		sentence, function, start, end, NULL \
	}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_OF_ALIASING("types that are kept apart are a finding",
				 types_that_are_kept_apart_are_a_finding),
		TEST_OF_ALIASING("what a store gave its type is called written",
				 what_a_store_gave_its_type_is_called_written),
		TEST_OF_ALIASING("types that may meet are proven", types_that_may_meet_are_proven),
		TEST_OF_ALIASING("nothing is known without facts", nothing_is_known_without_facts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
