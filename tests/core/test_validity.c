// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Functions of validity: which bits of a bool or an enum one has to look at, and how
 * a field is named that it does not.
 */
#include "layouts.h"

#include "validity.h"

#include <string.h>

static const struct lc_type three = { .kind = LC_TYPE_ENUM,
				      .name = "enum three",
				      .size = 16,
				      .alignment = 16,
				      .set_in_some = 3,
				      .set_in_all = 0,
				      .n_values = 3 };

static unsigned char compared[16], tested[16], as_bool[16];
static struct lc_unchecked *fields;

/* Nothing was looked at yet. */
static void forget(void)
{
	memset(compared, 0, sizeof(compared));
	memset(tested, 0, sizeof(tested));
	memset(as_bool, 0, sizeof(as_bool));
}

static size_t unchecked_of(const struct lc_type *type, bool big_endian)
{
	const struct lc_looked_at seen = { compared, tested, as_bool, big_endian };

	assert_true(type->size / 8 <= sizeof(compared));
	return lc_validity_check(&layouts_arena, type, &seen, &fields);
}

static void a_field_that_is_not_looked_at_is_named(void **state)
{
	RECORD(inner, "struct inner", FIELD("x", u8), FIELD("on", a_bool));
	RECORD(s, "struct s", FIELD("kind", three), FIELD("in", inner), FIELD("n", u16));
	(void)state;
	forget();
	assert_int_equal(unchecked_of(&s, false), 2);
	assert_string_equal(fields[0].path, "kind");
	assert_int_equal(fields[0].offset, 0);
	assert_int_equal(fields[0].how, LC_UNCHECKED);
	assert_string_equal(fields[0].reason, "is enum three: only its enumerators are valid");
	assert_int_equal(fields[0].place.line, 2);
	assert_string_equal(fields[1].path, "in.on");
	assert_int_equal(fields[1].offset, 24);
	assert_string_equal(fields[1].reason, "is bool: only 0 and 1 are valid");
	memset(compared, 0xff, 2);
	compared[3] = 0xff;
	assert_int_equal(unchecked_of(&s, false), 0);
}

static void bits_that_every_value_has_alike_are_enough(void **state)
{
	RECORD(s, "struct s", FIELD("kind", three), FIELD("on", a_bool));
	(void)state;
	forget();
	compared[0] = 0xfc;
	compared[1] = 0xff;
	compared[2] = 0xfe;
	assert_int_equal(unchecked_of(&s, false), 0);
	assert_int_equal(unchecked_of(&s, true), 2);
	forget();
	compared[0] = 0x03;
	assert_int_equal(unchecked_of(&s, false), 2);
	assert_int_equal(fields[0].how, LC_UNCHECKED_PART);
	assert_int_equal(fields[1].how, LC_UNCHECKED);
}

static void a_byte_of_an_enum_is_not_the_whole_of_it(void **state)
{
	RECORD(s, "struct s", FIELD("n", u16), FIELD("kind", three));
	(void)state;
	forget();
	compared[2] = 0xff;
	assert_int_equal(unchecked_of(&s, false), 1);
	assert_int_equal(fields[0].how, LC_UNCHECKED_PART);
	assert_int_equal(fields[0].byte, 3);
	/* There the low byte is the second. */
	assert_int_equal(unchecked_of(&s, true), 1);
	assert_int_equal(fields[0].byte, 3);
	compared[3] = 0xff;
	assert_int_equal(unchecked_of(&s, true), 0);
}

static void a_bool_is_not_checked_as_a_bool_or_against_zero(void **state)
{
	RECORD(s, "struct s", FIELD("on", a_bool), FIELD("off", a_bool), FIELD("kind", three));
	(void)state;
	forget();
	as_bool[0] = 0xff;
	tested[1] = 0xff;
	/* Of an enum zero may be the one value that counts. */
	tested[2] = tested[3] = 0xff;
	assert_int_equal(unchecked_of(&s, false), 2);
	assert_int_equal(fields[0].how, LC_UNCHECKED_AS_BOOL);
	assert_int_equal(fields[1].how, LC_UNCHECKED_TESTED);
}

static void each_element_of_an_array_counts(void **state)
{
	struct lc_type list = { .kind = LC_TYPE_ARRAY,
				.name = "enum three[4]",
				.size = 64,
				.alignment = 16,
				.element = &three,
				.count = 4 };
	RECORD(inner, "struct inner", FIELD("on", a_bool), FIELD("x", u8));
	struct lc_type records = { .kind = LC_TYPE_ARRAY,
				   .name = "struct inner[2]",
				   .size = 32,
				   .alignment = 8,
				   .element = &inner,
				   .count = 2 };
	RECORD(s, "struct s", FIELD("modes", list), FIELD("in", records));
	(void)state;
	forget();
	memset(compared, 0xff, 4);
	compared[8] = 0xff;
	assert_int_equal(unchecked_of(&s, false), 2);
	assert_string_equal(fields[0].path, "modes[2]");
	assert_int_equal(fields[0].offset, 32);
	assert_string_equal(fields[1].path, "in[1].on");
	memset(compared, 0xff, sizeof(compared));
	assert_int_equal(unchecked_of(&s, false), 0);
}

static void one_member_of_a_union_is_enough(void **state)
{
	struct lc_field members[] = { { .name = "on", .type = &a_bool, .width = 8 },
				      { .name = "kind", .type = &three, .width = 16 } };
	struct lc_type u = { .kind = LC_TYPE_UNION,
			     .name = "union u",
			     .size = 16,
			     .alignment = 16,
			     .fields = members,
			     .n_fields = 2 };
	(void)state;
	forget();
	assert_int_equal(unchecked_of(&u, false), 2);
	compared[0] = 0xff;
	assert_int_equal(unchecked_of(&u, false), 0);
	forget();
	members[1].type = &u16;
	assert_int_equal(unchecked_of(&u, false), 0);
}

static void patterns_that_are_all_valid_need_no_check(void **state)
{
	struct lc_type full = three;

	full.n_values = 4;
	RECORD(s, "struct s", BITS("two", full, 2), BITS("bit", a_bool, 1), FIELD("n", u32));
	(void)state;
	forget();
	assert_int_equal(unchecked_of(&s, false), 0);
	full.n_values = 3;
	assert_int_equal(unchecked_of(&s, false), 1);
	full.n_values = 0;
	assert_int_equal(unchecked_of(&s, false), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_OF_LAYOUT("a field that is not looked at is named",
			       a_field_that_is_not_looked_at_is_named),
		TEST_OF_LAYOUT("bits that every value has alike are enough",
			       bits_that_every_value_has_alike_are_enough),
		TEST_OF_LAYOUT("a byte of an enum is not the whole of it",
			       a_byte_of_an_enum_is_not_the_whole_of_it),
		TEST_OF_LAYOUT("a bool is not checked as a bool or against zero",
			       a_bool_is_not_checked_as_a_bool_or_against_zero),
		TEST_OF_LAYOUT("each element of an array counts", each_element_of_an_array_counts),
		TEST_OF_LAYOUT("one member of a union is enough", one_member_of_a_union_is_enough),
		TEST_OF_LAYOUT("patterns that are all valid need no check",
			       patterns_that_are_all_valid_need_no_check),
	};

	return cmocka_run_group_tests_name("validity", tests, NULL, NULL);
}
