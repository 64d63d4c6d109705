// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The rules about types: what each finds in a layout, which of them speaks, and
 * when there is anything to say.
 */
#include "layouts.h"

#include "unit.h"

static struct lc_unit unit;
static struct lc_layout *layout;
static struct lc_conversion *conversion;
static const char *source;

static int start(void **state)
{
	layouts_start(state);
	source = NULL;
	if (lc_unit_init(&unit))
		return -1;
	layout = lc_unit_add_layout(&unit);
	conversion = lc_unit_add_conversion(&unit);
	conversion->cast = place_at("a.c", 10);
	conversion->target.type = "struct hdr";
	conversion->origin.name = "skb->data";
	conversion->origin.domain = LC_DOMAIN_PACKET;
	lc_conversion_add_access(&unit, conversion);
	lc_layout_add_view(&unit, layout)->conversion = conversion;
	return 0;
}

static int end(void **state)
{
	lc_unit_free(&unit);
	return layouts_end(state);
}

/* What RULE says of TYPE. */
static const struct lc_judgement *judged(const struct lc_type *type, const char *rule)
{
	layout->type = type;
	layout->n_defects = layout->n_judgements = 0;
	lc_unit_judge_types(&unit);
	for (size_t i = 0; i < layout->n_judgements; i++) {
		const struct lc_judgement *j = &layout->judgements[i];

		assert_non_null(j->how);
		assert_true((j->level == LC_LEVEL_NONE) == (j->message == NULL));
		if (!strcmp(j->rule->id, rule))
			return j;
	}
	fail_msg("%s did not judge", rule);
	return NULL;
}

static void padding_is_reported_at_the_type_with_member_and_conversion(void **state)
{
	const struct lc_judgement *j;

	RECORD(hdr, "struct hdr", FIELD("type", u8), FIELD("length", be32));
	(void)state;
	j = judged(&hdr, "lc-implicit-padding");
	assert_int_equal(j->verdict, LC_REFUTED);
	assert_int_equal(j->level, LC_LEVEL_WARNING);
	assert_string_equal(j->place.file, "a.h");
	assert_int_equal(j->place.line, 1);
	assert_string_equal(j->message, "'struct hdr': 3 bytes of padding before 'length'");
	assert_int_equal(j->n_related, 2);
	assert_int_equal(j->related[0].place.line, 3);
	assert_string_equal(j->related[1].text, "'skb->data' (packet) is viewed as 'struct hdr'");
	assert_ptr_equal(j->seen_in, conversion);
}

static void an_alignment_that_was_asked_for_is_open(void **state)
{
	const struct lc_judgement *j;
	struct lc_field fields[] = { FIELD("type", u8) };
	struct lc_type hdr = { .kind = LC_TYPE_RECORD, .name = "struct hdr", .asked = 32 };

	(void)state;
	lay_out(&hdr, fields, 1);
	j = judged(&hdr, "lc-implicit-padding");
	assert_int_equal(j->verdict, LC_OPEN);
	assert_int_equal(j->level, LC_LEVEL_NONE);
}

static void of_one_member_the_strongest_rule_speaks(void **state)
{
	RECORD(hdr, "struct hdr", FIELD("type", u8), FIELD("next", pointer));
	(void)state;
	assert_string_equal(judged(&hdr, "lc-invalid-value")->message,
			    "'struct hdr': 'next' is a pointer, which these bytes would choose");
	assert_int_equal(judged(&hdr, "lc-abi-dependent")->level, LC_LEVEL_NONE);
	assert_string_equal(judged(&hdr, "lc-abi-dependent")->how, "lc-invalid-value speaks of it");
	assert_string_equal(judged(&hdr, "lc-implicit-padding")->how,
			    "lc-invalid-value speaks of it");
	/* Without the stronger one the next is heard. */
	for (size_t i = 0; i < lc_n_rules; i++)
		if (!strcmp(lc_rules[i].id, "lc-invalid-value"))
			unit.rule_choice[i].enabled = false;
	assert_int_equal(judged(&hdr, "lc-abi-dependent")->level, LC_LEVEL_WARNING);
	assert_string_equal(judged(&hdr, "lc-implicit-padding")->how,
			    "lc-abi-dependent speaks of it");
}

static void bytes_of_no_known_domain_need_what_the_type_says_of_itself(void **state)
{
	RECORD(plain, "struct plain", FIELD("a", u8), FIELD("b", u32));
	RECORD(mixed, "struct mixed", FIELD("a", u8), FIELD("b", be32), FIELD("c", u32));
	RECORD(declared, "struct declared", FIELD("a", u8), FIELD("b", be32));
	(void)state;
	conversion->origin.domain = LC_DOMAIN_OTHER;
	assert_int_equal(judged(&plain, "lc-implicit-padding")->level, LC_LEVEL_NONE);
	assert_contains(judged(&plain, "lc-implicit-padding")->how, "no bytes from outside");
	assert_int_equal(judged(&mixed, "lc-implicit-padding")->level, LC_LEVEL_NONE);
	assert_int_equal(judged(&declared, "lc-implicit-padding")->level, LC_LEVEL_WARNING);
	/* A domain known by the type's name alone wants a little of it. */
	conversion->origin.domain = LC_DOMAIN_PACKET;
	conversion->origin.domain_by_type = true;
	assert_int_equal(judged(&plain, "lc-implicit-padding")->level, LC_LEVEL_NONE);
	assert_int_equal(judged(&mixed, "lc-implicit-padding")->level, LC_LEVEL_WARNING);
}

static void what_is_only_written_is_valid(void **state)
{
	RECORD(hdr, "struct hdr", FIELD("type", u8), FIELD("on", a_bool), FIELD("b", u32));
	(void)state;
	conversion->accesses[0].write = true;
	assert_int_equal(judged(&hdr, "lc-invalid-value")->level, LC_LEVEL_NONE);
	/* Padding is sent all the same. */
	assert_int_equal(judged(&hdr, "lc-implicit-padding")->level, LC_LEVEL_WARNING);
	conversion->accesses[0].write = false;
	assert_int_equal(judged(&hdr, "lc-invalid-value")->level, LC_LEVEL_WARNING);
}

static void interfaces_of_the_machine_and_of_the_system_are_silent(void **state)
{
	RECORD(hdr, "struct hdr", FIELD("type", u8), FIELD("length", be32));
	(void)state;
	layout->native = true;
	assert_int_equal(judged(&hdr, "lc-implicit-padding")->level, LC_LEVEL_NONE);
	assert_int_equal(judged(&hdr, "lc-implicit-padding")->verdict, LC_REFUTED);
	layout->native = false;
	hdr.system_header = true;
	assert_int_equal(judged(&hdr, "lc-implicit-padding")->level, LC_LEVEL_NONE);
}

static void a_layout_that_does_not_come_out_as_the_compiler_s_is_open(void **state)
{
	RECORD(hdr, "struct hdr", FIELD("a", u32), FIELD("b", u64));
	(void)state;
	assert_string_equal(judged(&hdr, "lc-abi-dependent")->message,
			    "'struct hdr': 'b' stands at byte 8 here, but at byte 4 under i386");
	hdr.size += 64;
	assert_int_equal(judged(&hdr, "lc-abi-dependent")->verdict, LC_OPEN);
	/* The width of a member is known all the same. */
	hdr_fields[0].type = &a_long;
	assert_contains(judged(&hdr, "lc-abi-dependent")->message, "'a' (long) has 8 bytes here");
}

static void what_is_too_large_to_describe_is_open(void **state)
{
	const struct lc_type hdr = { .kind = LC_TYPE_RECORD, .name = "struct hdr", .unread = true };

	(void)state;
	for (size_t i = 0; i < lc_n_rules; i++)
		if (lc_rules[i].judge_type)
			assert_int_equal(judged(&hdr, lc_rules[i].id)->verdict, LC_OPEN);
}

static const char *text_of(const char *name)
{
	assert_string_equal(name, "a.h");
	return source;
}

static void bit_fields_are_judged_by_the_source_around_them(void **state)
{
	RECORD(hdr, "struct hdr", BITS("a", u8, 4), BITS("b", u8, 4));
	(void)state;
	unit.source_text = text_of;
	source = "struct hdr {\n u8 a : 4,\n b : 4; };\n";
	assert_contains(judged(&hdr, "lc-bitfield-layout")->message, "'a:4'");
	source = "#ifdef BIG_ENDIAN\n u8 a : 4,\n b : 4;\n#else\n";
	assert_int_equal(judged(&hdr, "lc-bitfield-layout")->verdict, LC_PROVEN);
	source = NULL;
	assert_int_equal(judged(&hdr, "lc-bitfield-layout")->verdict, LC_OPEN);
	unit.source_text = NULL;
	assert_int_equal(judged(&hdr, "lc-bitfield-layout")->verdict, LC_OPEN);
	hdr.storage_order = LC_ORDER_BIG;
	assert_int_equal(judged(&hdr, "lc-bitfield-layout")->verdict, LC_PROVEN);
}

#define TEST_OF_TYPE(sentence, function)             \
	{                                            \
		sentence, function, start, end, NULL \
	}

static struct lc_use use_of(enum lc_use_kind kind, int line, const struct lc_use *next)
{
	return (struct lc_use){ .kind = kind,
				.place = place_at("a.c", line),
				.text = kind == LC_USE_NUMBER ? "used" : "turned",
				.through = kind == LC_USE_NUMBER ? conversion : NULL,
				.next = next };
}

static void a_number_of_a_format_with_an_order_is_reported_with_what_shows_it(void **state)
{
	const struct lc_use turned = use_of(LC_USE_TURNED, 30, NULL);
	const struct lc_use number = use_of(LC_USE_NUMBER, 20, NULL);
	const struct lc_use both = use_of(LC_USE_NUMBER, 20, &turned);
	const struct lc_judgement *j;

	RECORD(hdr, "struct hdr", FIELD("type", be32), FIELD("length", u32), FIELD("id", u32));
	(void)state;
	/* Not used as a number; used as one, beside a member that says its order. */
	j = judged(&hdr, "lc-host-endian");
	assert_int_equal(j->verdict, LC_OPEN);
	assert_string_equal(j->how, "'id' has no declared byte order");
	hdr_fields[1].uses = &number;
	j = judged(&hdr, "lc-host-endian");
	assert_int_equal(j->verdict, LC_REFUTED);
	assert_string_equal(j->message,
			    "'struct hdr': 'length' is used as a number in the byte order of the "
			    "machine, and 'type' is declared big-endian");
	assert_int_equal(j->n_related, 4);
	assert_int_equal(j->related[1].place.line, 20);
	assert_string_equal(j->related[1].text, "used");
	assert_string_equal(j->related[2].text, "'type' is declared big-endian");
	/* Better evidence goes first. */
	hdr_fields[2].uses = &turned;
	assert_contains(judged(&hdr, "lc-host-endian")->message, "the bytes of 'id' are turned");
	hdr_fields[1].uses = &both;
	j = judged(&hdr, "lc-host-endian");
	assert_contains(j->message, "its bytes are turned elsewhere");
	assert_int_equal(j->related[2].place.line, 30);
	/* The other way round there is nothing to say. */
	hdr_fields[1].uses = &turned;
	assert_int_equal(judged(&hdr, "lc-host-endian")->verdict, LC_PROVEN);
}

static void a_number_of_a_format_without_an_order_is_open(void **state)
{
	const struct lc_use in_place = use_of(LC_USE_IN_PLACE, 30, NULL);
	const struct lc_use number = use_of(LC_USE_NUMBER, 20, NULL);

	RECORD(plain, "struct plain", FIELD("length", u32), FIELD("type", u16));
	RECORD(mixed, "struct mixed", FIELD("length", u32), FIELD("type", be32), FIELD("id", u32));
	(void)state;
	plain_fields[0].uses = mixed_fields[0].uses = &number;
	assert_int_equal(judged(&plain, "lc-host-endian")->verdict, LC_OPEN);
	assert_int_equal(judged(&mixed, "lc-host-endian")->level, LC_LEVEL_WARNING);
	mixed_fields[2].uses = &in_place;
	assert_int_equal(judged(&mixed, "lc-host-endian")->level, LC_LEVEL_NONE);
	mixed_fields[2].uses = NULL;
	layout->host_order = true;
	assert_int_equal(judged(&mixed, "lc-host-endian")->verdict, LC_OPEN);
	layout->host_order = false;
	/* Registers are in the order of the bus. */
	conversion->origin.domain = LC_DOMAIN_REGISTER;
	assert_int_equal(judged(&mixed, "lc-host-endian")->level, LC_LEVEL_NONE);
	conversion->origin.domain = LC_DOMAIN_PACKET;
	mixed.storage_order = LC_ORDER_BIG;
	assert_int_equal(judged(&mixed, "lc-host-endian")->verdict, LC_PROVEN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_OF_TYPE("padding is reported at the type, with member and conversion",
			     padding_is_reported_at_the_type_with_member_and_conversion),
		TEST_OF_TYPE("an alignment that was asked for is open",
			     an_alignment_that_was_asked_for_is_open),
		TEST_OF_TYPE("of one member the strongest rule speaks",
			     of_one_member_the_strongest_rule_speaks),
		TEST_OF_TYPE("bytes of no known domain need what the type says of itself",
			     bytes_of_no_known_domain_need_what_the_type_says_of_itself),
		TEST_OF_TYPE("what is only written is valid", what_is_only_written_is_valid),
		TEST_OF_TYPE("interfaces of the machine and of the system are silent",
			     interfaces_of_the_machine_and_of_the_system_are_silent),
		TEST_OF_TYPE("a layout that does not come out as the compiler's is open",
			     a_layout_that_does_not_come_out_as_the_compiler_s_is_open),
		TEST_OF_TYPE("what is too large to describe is open",
			     what_is_too_large_to_describe_is_open),
		TEST_OF_TYPE("bit-fields are judged by the source around them",
			     bit_fields_are_judged_by_the_source_around_them),
		TEST_OF_TYPE("a number of a format with an order is reported with what shows it",
			     a_number_of_a_format_with_an_order_is_reported_with_what_shows_it),
		TEST_OF_TYPE("a number of a format without an order is open",
			     a_number_of_a_format_without_an_order_is_open),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
