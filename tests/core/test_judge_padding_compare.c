// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-padding-compare on made-up facts: padding alone counts, and only as far
 * as what is compared.
 */
#include "layouts.h"

#include "judges.h"
#include "leaving.h"
#include "unit.h"

static struct lc_unit unit;
static struct lc_conversion *conversion;
static struct lc_leaving leaving;
static unsigned char written[64];

static int start(void **state)
{
	layouts_start(state);
	memset(written, LC_WRITTEN_ALWAYS, sizeof(written));
	leaving = (struct lc_leaving){
		.object = "x", .by = "memcmp", .begins = place_at("a.c", 3), .written = written
	};
	if (lc_unit_init(&unit))
		return -1;
	conversion = lc_unit_add_conversion(&unit);
	conversion->kind = LC_COMPARE;
	conversion->cast = place_at("a.c", 10);
	conversion->leaving = &leaving;
	return 0;
}

static int end(void **state)
{
	lc_unit_free(&unit);
	return layouts_end(state);
}

static const struct lc_judgement *judged(const struct lc_type *type, uint64_t n)
{
	leaving.type = type;
	leaving.end = n;
	conversion->n_judgements = 0;
	lc_unit_judge(&unit, 0);
	assert_int_equal(conversion->n_judgements, 1);
	assert_string_equal(conversion->judgements[0].rule->id, "lc-padding-compare");
	assert_non_null(conversion->judgements[0].how);
	return &conversion->judgements[0];
}

static void never(size_t first, size_t end_of)
{
	memset(written + first, LC_WRITTEN_NEVER, end_of - first);
}

static void padding_as_far_as_what_is_compared_is_named(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	RECORD(key, "struct key", FIELD("proto", u8), FIELD("addr", u32), FIELD("port", u16));
	never(1, 4);
	never(10, 12);
	j = judged(&key, 12);
	assert_int_equal(j->verdict, LC_REFUTED);
	assert_int_equal(j->level, LC_LEVEL_WARNING);
	assert_non_null(strstr(j->message,
			       "'memcmp ()' goes over 'x' with 3 bytes of padding after "
			       "'proto' and 2 bytes of padding after 'port'"));
	assert_string_equal(judged(&key, 10)->how,
			    "nobody has written 3 bytes of padding after 'proto'");
	leaving.first = 4;
	assert_int_equal(judged(&key, 10)->verdict, LC_PROVEN);
}

static void a_member_that_nobody_has_written_is_no_padding(void **state)
{
	(void)state;
	RECORD(key, "struct key", FIELD("proto", u32), FIELD("addr", u32));
	never(0, 8);
	assert_int_equal(judged(&key, 8)->verdict, LC_PROVEN);
}

static void what_may_be_written_is_open_and_silent(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	RECORD(key, "struct key", FIELD("proto", u8), FIELD("addr", u32));
	memset(written, LC_WRITTEN_PERHAPS, 8);
	j = judged(&key, 8);
	assert_int_equal(j->verdict, LC_OPEN);
	assert_int_equal(j->level, LC_LEVEL_NONE);
	assert_null(j->message);
	assert_non_null(strstr(j->how, "3 bytes of padding after 'proto'"));
	assert_int_equal(judged(&key, 1)->verdict, LC_PROVEN);
}

static void padding_within_a_record_within_is_found_though_nothing_is_known(void **state)
{
	(void)state;
	RECORD(part, "struct part", FIELD("a", u8), FIELD("b", u16));
	RECORD(whole, "struct whole", FIELD("part", part), FIELD("id", u32));
	memset(written, LC_WRITTEN_PERHAPS, 8);
	assert_non_null(strstr(judged(&whole, 8)->how, "1 byte of padding after 'part.a'"));
}

static void nothing_is_known_without_facts(void **state)
{
	(void)state;
	conversion->leaving = NULL;
	lc_judge_padding_compare(&unit, conversion);
	assert_int_equal(conversion->judgements[0].verdict, LC_OPEN);
}

#define TEST_OF_COMPARISON(sentence, function)       \
	{                                            \
		sentence, function, start, end, NULL \
	}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_OF_COMPARISON("padding as far as what is compared is named",
				   padding_as_far_as_what_is_compared_is_named),
		TEST_OF_COMPARISON("a member that nobody has written is no padding",
				   a_member_that_nobody_has_written_is_no_padding),
		TEST_OF_COMPARISON("what may be written is open and silent",
				   what_may_be_written_is_open_and_silent),
		TEST_OF_COMPARISON("padding within a record within is found though nothing is known",
				   padding_within_a_record_within_is_found_though_nothing_is_known),
		TEST_OF_COMPARISON("nothing is known without facts",
				   nothing_is_known_without_facts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
