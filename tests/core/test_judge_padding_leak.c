// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-padding-leak on made-up facts: which bytes are written, what is said of
 * those that are not, and how loudly.
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
	leaving = (struct lc_leaving){ .object = "x",
				       .by = "send",
				       .leaves = LC_TO_NETWORK,
				       .begins = place_at("a.c", 3),
				       .written = written };
	if (lc_unit_init(&unit))
		return -1;
	conversion = lc_unit_add_conversion(&unit);
	conversion->kind = LC_COPY_OUT;
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
	assert_string_equal(conversion->judgements[0].rule->id, "lc-padding-leak");
	assert_non_null(conversion->judgements[0].how);
	return &conversion->judgements[0];
}

static void never(size_t first, size_t end_of)
{
	memset(written + first, LC_WRITTEN_NEVER, end_of - first);
}

static void what_is_written_is_proven(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	leaving.assumes = "GCC clears";
	j = judged(NULL, 8);
	assert_int_equal(j->verdict, LC_PROVEN);
	assert_int_equal(j->level, LC_LEVEL_NONE);
	assert_string_equal(j->assumes, "GCC clears");
}

static void padding_is_named_by_the_member_before_it(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	RECORD(hdr, "struct hdr", FIELD("type", u8), FIELD("value", u32), FIELD("last", u16));
	never(1, 4);
	never(10, 12);
	j = judged(&hdr, 12);
	assert_int_equal(j->verdict, LC_REFUTED);
	assert_int_equal(j->level, LC_LEVEL_ERROR);
	assert_int_equal(j->place.line, 10);
	assert_string_equal(j->message,
			    "'x' goes to the network by 'send ()' with 3 bytes of padding "
			    "after 'type' and 2 bytes of padding after 'last', which "
			    "nobody has written");
	/* What does not leave does not count. */
	j = judged(&hdr, 10);
	assert_string_equal(j->how, "nobody has written 3 bytes of padding after 'type'");
	leaving.first = 4;
	assert_int_equal(judged(&hdr, 10)->verdict, LC_PROVEN);
}

static void what_may_be_written_is_open_and_silent(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	RECORD(hdr, "struct hdr", FIELD("type", u8), FIELD("value", u32));
	memset(written + 1, LC_WRITTEN_PERHAPS, 3);
	j = judged(&hdr, 8);
	assert_int_equal(j->verdict, LC_OPEN);
	assert_int_equal(j->level, LC_LEVEL_NONE);
	assert_null(j->message);
}

static void a_member_weighs_more_than_padding(void **state)
{
	const struct lc_judgement *j;

	(void)state;
	RECORD(hdr, "struct hdr", FIELD("type", u8), FIELD("value", u32));
	leaving.leaves = LC_TO_FILE;
	never(1, 4);
	assert_int_equal(judged(&hdr, 8)->level, LC_LEVEL_NOTE);
	never(4, 6);
	j = judged(&hdr, 8);
	assert_int_equal(j->level, LC_LEVEL_WARNING);
	assert_non_null(strstr(j->message, "a file"));
	assert_non_null(strstr(j->message, "after 'type' and 2 bytes of 'value'"));
	never(6, 8);
	assert_non_null(strstr(judged(&hdr, 8)->message, "and 'value', which"));
	never(0, 8);
	assert_non_null(strstr(judged(&hdr, 8)->message, "with nothing written in it"));
}

static void records_in_records_and_arrays_are_looked_into(void **state)
{
	struct lc_type array = { .kind = LC_TYPE_ARRAY, .count = 2 };

	(void)state;
	RECORD(part, "struct part", FIELD("a", u8), FIELD("b", u16));
	array.element = &part;
	array.size = 2 * part.size;
	array.alignment = part.alignment;
	RECORD(whole, "struct whole", FIELD("id", u32), FIELD("parts", array));
	never(5, 6);
	never(9, 10);
	assert_string_equal(judged(&whole, 12)->how,
			    "nobody has written 1 byte of padding after "
			    "'parts.a' and 1 byte of padding after 'parts.a'");
	/* An array of them leaves, and the last one in part: three are enough to count the rest. */
	never(1, 2);
	assert_non_null(strstr(judged(&part, 10)->how, "and 1 more"));
}

static void nothing_is_known_without_facts(void **state)
{
	(void)state;
	conversion->leaving = NULL;
	lc_judge_padding_leak(&unit, conversion);
	assert_int_equal(conversion->judgements[0].verdict, LC_OPEN);
}

#define TEST_OF_LEAK(sentence, function)             \
	{                                            \
		sentence, function, start, end, NULL \
	}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_OF_LEAK("what is written is proven", what_is_written_is_proven),
		TEST_OF_LEAK("padding is named by the member before it",
			     padding_is_named_by_the_member_before_it),
		TEST_OF_LEAK("what may be written is open and silent",
			     what_may_be_written_is_open_and_silent),
		TEST_OF_LEAK("a member weighs more than padding",
			     a_member_weighs_more_than_padding),
		TEST_OF_LEAK("records in records and arrays are looked into",
			     records_in_records_and_arrays_are_looked_into),
		TEST_OF_LEAK("nothing is known without facts", nothing_is_known_without_facts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
