// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Layouts: members, padding, and what other ABIs make of them.
 */
#include "layouts.h"

static size_t padding_of(const struct lc_type *record, struct lc_padding **paddings)
{
	struct lc_leaf *leaves;
	size_t n = lc_layout_leaves(&layouts_arena, record, &leaves);

	return lc_layout_padding(&layouts_arena, record, leaves, n, paddings);
}

static void padding_stands_between_members_and_at_the_end(void **state)
{
	struct lc_padding *p;

	RECORD(hdr, "struct hdr", FIELD("a", u8), FIELD("b", u32), FIELD("c", u16));
	(void)state;
	assert_int_equal(hdr.size, 96);
	assert_int_equal(padding_of(&hdr, &p), 2);
	assert_int_equal(p[0].offset, 8);
	assert_int_equal(p[0].width, 24);
	assert_string_equal(p[0].before->path, "a");
	assert_string_equal(p[0].after->path, "b");
	assert_int_equal(p[1].offset, 80);
	assert_int_equal(p[1].width, 16);
	assert_string_equal(p[1].before->path, "c");
	assert_null(p[1].after);
}

static void members_that_follow_each_other_have_no_padding(void **state)
{
	struct lc_padding *p;

	RECORD(hdr, "struct hdr", FIELD("a", u8), FIELD("b", u8), FIELD("c", u16), FIELD("d", u32));
	(void)state;
	assert_int_equal(padding_of(&hdr, &p), 0);
}

static void packed_members_follow_each_other(void **state)
{
	struct lc_padding *p;

	RECORD(hdr, "struct hdr", { .name = "a", .type = &u8, .cap = 8 },
	       { .name = "b", .type = &u32, .cap = 8 });
	(void)state;
	assert_int_equal(hdr.size, 40);
	assert_int_equal(hdr.alignment, 8);
	assert_int_equal(padding_of(&hdr, &p), 0);
}

static void members_of_anonymous_records_are_their_holder_s(void **state)
{
	struct lc_leaf *leaves;
	struct lc_field parts[] = { { .name = "x", .type = &u8, .width = 8 },
				    { .name = "y", .type = &u8, .offset = 8, .width = 8 } };
	struct lc_type part = {
		.kind = LC_TYPE_RECORD, .size = 16, .alignment = 8, .fields = parts, .n_fields = 2
	};
	struct lc_type list = { .kind = LC_TYPE_ARRAY, .size = 64, .element = &part, .count = 4 };
	struct lc_field fields[] = { { .type = &part, .width = 16 },
				     { .name = "u", .type = &part, .offset = 16, .width = 16 },
				     { .name = "v", .type = &list, .offset = 32, .width = 64 } };
	struct lc_type hdr = { .kind = LC_TYPE_RECORD,
			       .name = "struct hdr",
			       .size = 96,
			       .fields = fields,
			       .n_fields = 3 };

	(void)state;
	assert_int_equal(lc_layout_leaves(&layouts_arena, &hdr, &leaves), 6);
	assert_string_equal(leaves[0].path, "x");
	assert_string_equal(leaves[2].path, "u.x");
	assert_int_equal(leaves[3].offset, 24);
	assert_string_equal(leaves[5].path, "v[].y");
	/* With a name it is one member, whatever is in it. */
	part.name = "struct part";
	assert_int_equal(lc_layout_leaves(&layouts_arena, &hdr, &leaves), 3);
	assert_string_equal(leaves[2].path, "v");
}

static void place_under(const char *abi, const struct lc_type *record, bool pinned,
			struct lc_placement *p)
{
	struct lc_leaf *leaves;
	size_t n = lc_layout_leaves(&layouts_arena, record, &leaves);

	for (size_t i = 0; i < lc_n_abis; i++)
		if (!strcmp(lc_abis[i].name, abi)) {
			assert_true(
				lc_abi_place(&layouts_arena, &lc_abis[i], record, n, pinned, p));
			return;
		}
	fail_msg("no ABI is called %s", abi);
}

static void widths_go_with_the_abi(void **state)
{
	struct lc_placement p;

	RECORD(hdr, "struct hdr", FIELD("a", a_long), FIELD("b", size), FIELD("c", u32));
	(void)state;
	assert_int_equal(hdr.size, 192);
	place_under("ILP32", &hdr, false, &p);
	assert_int_equal(p.widths[0], 32);
	assert_int_equal(p.offsets[2], 64);
	assert_int_equal(p.size, 96);
	place_under("LLP64", &hdr, false, &p);
	assert_int_equal(p.widths[0], 32);
	assert_int_equal(p.widths[1], 64);
	assert_int_equal(p.offsets[1], 64);
	/* Pinned, only alignment counts. */
	place_under("ILP32", &hdr, true, &p);
	assert_int_equal(p.size, 192);
}

static void i386_aligns_wide_members_to_four(void **state)
{
	struct lc_placement p;

	RECORD(hdr, "struct hdr", FIELD("a", u32), FIELD("b", u64), FIELD("c", u32));
	(void)state;
	assert_int_equal(hdr.fields[1].offset, 64);
	assert_int_equal(hdr.size, 192);
	place_under("i386", &hdr, false, &p);
	assert_int_equal(p.offsets[1], 32);
	assert_int_equal(p.size, 128);
	assert_int_equal(p.alignment, 32);
}

static void an_enum_is_as_narrow_as_its_values_where_the_abi_says_so(void **state)
{
	struct lc_placement p;

	RECORD(hdr, "struct hdr", FIELD("a", narrow_enum), FIELD("b", u8));
	(void)state;
	place_under("ILP32 with short enums", &hdr, false, &p);
	assert_int_equal(p.offsets[1], 8);
	assert_int_equal(p.size, 16);
	place_under("ILP32", &hdr, false, &p);
	assert_int_equal(p.size, 64);
}

static void bit_fields_stay_within_a_unit_of_their_type(void **state)
{
	RECORD(hdr, "struct hdr", BITS("a", u16, 10), BITS("b", u16, 4), BITS("c", u16, 4),
	       FIELD("d", u8));
	(void)state;
	assert_int_equal(hdr.fields[1].offset, 10);
	assert_int_equal(hdr.fields[2].offset, 16);
	assert_int_equal(hdr.fields[3].offset, 24);
	assert_int_equal(hdr.size, 32);
	assert_int_equal(hdr.alignment, 16);
}

static void a_bit_field_of_no_width_ends_a_unit(void **state)
{
	RECORD(hdr, "struct hdr", BITS("a", u32, 3), BITS(NULL, u32, 0), BITS("b", u32, 3));
	(void)state;
	assert_int_equal(hdr.fields[2].offset, 32);
}

static void a_record_inside_keeps_its_size(void **state)
{
	struct lc_placement p;

	RECORD(inner, "struct inner", FIELD("a", a_long));
	RECORD(outer, "struct outer", FIELD("in", inner), FIELD("b", u32));
	(void)state;
	place_under("ILP32", &outer, false, &p);
	assert_int_equal(p.offsets[1], 64);
}

static void says(const char *name, unsigned wanted, enum lc_byte_order order)
{
	enum lc_byte_order found;
	unsigned bits;

	if (!lc_type_name_says(name, &bits, &found) || bits != wanted || found != order)
		fail_msg("%s: expected %u bits, %s", name, wanted, lc_byte_order_name(order));
}

static void names_say_width_and_order(void **state)
{
	static const char *const silent[] = { "long",   "time_t", "uint_fast32_t", "uint_least8_t",
					      "hdr_t",  "u",      "int",           "u12",
					      "base64", "be",     "unsigned",      "item_32x" };
	enum lc_byte_order order;
	unsigned bits;

	(void)state;
	says("uint64_t", 64, LC_ORDER_UNSAID);
	says("u_int32_t", 32, LC_ORDER_UNSAID);
	says("__u16", 16, LC_ORDER_UNSAID);
	says("u8_t", 8, LC_ORDER_UNSAID);
	says("UINT32", 32, LC_ORDER_UNSAID);
	says("s64", 64, LC_ORDER_UNSAID);
	says("DWORD", 32, LC_ORDER_UNSAID);
	says("__le32", 32, LC_ORDER_LITTLE);
	says("__be16", 16, LC_ORDER_BIG);
	says("le64_t", 64, LC_ORDER_LITTLE);
	says("uint16be", 16, LC_ORDER_BIG);
	says("uint32_le_t", 32, LC_ORDER_LITTLE);
	says("leint32_t", 32, LC_ORDER_LITTLE);
	says("in_port_t", 16, LC_ORDER_BIG);
	says("size_t", 0, LC_ORDER_UNSAID);
	says("UINTN", 0, LC_ORDER_UNSAID);
	for (size_t i = 0; i < COUNT(silent); i++)
		if (lc_type_name_says(silent[i], &bits, &order))
			fail_msg("'%s' is taken for a width of %u", silent[i], bits);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_OF_LAYOUT("padding stands between members and at the end",
			       padding_stands_between_members_and_at_the_end),
		TEST_OF_LAYOUT("members that follow each other have no padding",
			       members_that_follow_each_other_have_no_padding),
		TEST_OF_LAYOUT("packed members follow each other",
			       packed_members_follow_each_other),
		TEST_OF_LAYOUT("members of anonymous records are their holder's",
			       members_of_anonymous_records_are_their_holder_s),
		TEST_OF_LAYOUT("widths go with the ABI", widths_go_with_the_abi),
		TEST_OF_LAYOUT("i386 aligns wide members to four",
			       i386_aligns_wide_members_to_four),
		TEST_OF_LAYOUT("an enum is as narrow as its values where the ABI says so",
			       an_enum_is_as_narrow_as_its_values_where_the_abi_says_so),
		TEST_OF_LAYOUT("bit-fields stay within a unit of their type",
			       bit_fields_stay_within_a_unit_of_their_type),
		TEST_OF_LAYOUT("a bit-field of no width ends a unit",
			       a_bit_field_of_no_width_ends_a_unit),
		TEST_OF_LAYOUT("a record inside keeps its size", a_record_inside_keeps_its_size),
		TEST_OF_LAYOUT("names say width and order", names_say_width_and_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
