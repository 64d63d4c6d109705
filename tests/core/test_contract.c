// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Contracts of types: what keeps them, and what is said of what breaks them.
 */
#include "layouts.h"

#include "contract.h"

static const struct lc_type bytes6 = { .kind = LC_TYPE_ARRAY,
				       .name = "u8[6]",
				       .size = 48,
				       .alignment = 8,
				       .element = &u8,
				       .count = 6 };

static size_t breaches_of(const struct lc_type *type, unsigned contract, struct lc_breach **b)
{
	return lc_contract_check(&layouts_arena, type, contract, b);
}

static void integers_and_arrays_of_them_are_from_bytes(void **state)
{
	struct lc_breach *b;

	RECORD(hdr, "struct hdr", FIELD("a", u32), FIELD("b", bytes6), FIELD("c", u16));
	(void)state;
	assert_int_equal(breaches_of(&hdr, LC_CONTRACT_FROM_BYTES, &b), 0);
	assert_int_equal(breaches_of(&hdr, LC_CONTRACT_INTO_BYTES, &b), 0);
	assert_int_equal(breaches_of(&hdr, LC_CONTRACT_ZERO_VALID, &b), 0);
}

static void bool_enum_and_pointer_are_not(void **state)
{
	struct lc_breach *b;

	RECORD(s, "struct s", FIELD("a", u32), FIELD("on", a_bool), FIELD("kind", narrow_enum),
	       FIELD("p", pointer));
	(void)state;
	assert_int_equal(breaches_of(&s, LC_CONTRACT_FROM_BYTES, &b), 3);
	assert_string_equal(b[0].path, "on");
	assert_int_equal(b[0].offset, 32);
	assert_string_equal(b[0].reason, "is bool: only 0 and 1 are valid");
	assert_string_equal(b[0].advice, "use uint8_t");
	assert_string_equal(b[1].path, "kind");
	assert_string_equal(b[1].reason, "is enum kind: only its enumerators are valid");
	assert_string_equal(b[1].advice, "use uint32_t");
	assert_string_equal(b[2].path, "p");
	assert_int_equal(breaches_of(&s, LC_CONTRACT_TRY_FROM_BYTES, &b), 1);
	assert_string_equal(b[0].path, "p");
	assert_int_equal(breaches_of(&s, LC_CONTRACT_ZERO_VALID, &b), 0);
}

static void a_field_of_a_nested_record_is_named_by_its_path(void **state)
{
	struct lc_breach *b;

	RECORD(inner, "struct inner", FIELD("x", u32), FIELD("on", a_bool));
	struct lc_type entries = { .kind = LC_TYPE_ARRAY,
				   .name = "struct inner[2]",
				   .size = 128,
				   .alignment = 32,
				   .element = &inner,
				   .count = 2 };
	RECORD(outer, "struct outer", FIELD("n", u32), FIELD("entries", entries));
	(void)state;
	assert_int_equal(breaches_of(&outer, LC_CONTRACT_FROM_BYTES, &b), 1);
	assert_string_equal(b[0].path, "entries[].on");
	assert_int_equal(b[0].offset, 64);
	assert_int_equal(breaches_of(&outer, LC_CONTRACT_INTO_BYTES, &b), 1);
	assert_string_equal(b[0].path, "entries[].on");
	assert_string_equal(b[0].reason, "has 3 bytes of padding behind it");
}

static void padding_breaks_into_bytes(void **state)
{
	struct lc_breach *b;

	RECORD(hdr, "struct hdr", FIELD("a", u8), FIELD("b", u32));
	(void)state;
	assert_int_equal(breaches_of(&hdr, LC_CONTRACT_FROM_BYTES, &b), 0);
	assert_int_equal(breaches_of(&hdr, LC_CONTRACT_INTO_BYTES, &b), 1);
	assert_string_equal(b[0].path, "b");
	assert_int_equal(b[0].offset, 32);
	assert_string_equal(b[0].reason, "has 3 bytes of padding before it");
}

static void a_short_member_of_a_union_breaks_into_bytes(void **state)
{
	struct lc_breach *b;
	struct lc_field members[] = { { .name = "a", .type = &u32, .width = 32 },
				      { .name = "b", .type = &u16, .width = 16 } };
	struct lc_type u = { .kind = LC_TYPE_UNION,
			     .name = "union u",
			     .size = 32,
			     .alignment = 32,
			     .fields = members,
			     .n_fields = 2 };

	(void)state;
	assert_int_equal(breaches_of(&u, LC_CONTRACT_INTO_BYTES, &b), 1);
	assert_string_equal(b[0].path, "b");
	assert_int_equal(breaches_of(&u, LC_CONTRACT_FROM_BYTES, &b), 0);
}

static void a_wire_type_is_the_same_everywhere(void **state)
{
	struct lc_breach *b;
	RECORD(good, "struct good", FIELD("a", bytes6), { .name = "b", .type = &be32, .cap = 8 });
	RECORD(bad, "struct bad", FIELD("a", be32), FIELD("b", u32), FIELD("c", a_long));
	(void)state;
	assert_int_equal(breaches_of(&good, LC_CONTRACT_WIRE, &b), 0);
	assert_int_equal(breaches_of(&bad, LC_CONTRACT_WIRE, &b), 3);
	assert_string_equal(b[0].path, "");
	assert_string_equal(b[0].reason, "has alignment 8, not 1");
	assert_string_equal(b[1].path, "b");
	assert_string_equal(b[1].reason, "is u32: its byte order is not said");
	assert_string_equal(b[1].advice, "use lc_be32 or lc_le32");
	assert_string_equal(b[2].path, "c");
	assert_string_equal(b[2].reason, "is long: 4 bytes wide on some machines, 8 on others");
}

static void a_storage_order_says_the_order_of_all_fields(void **state)
{
	struct lc_breach *b;
	struct lc_field fields[] = { { .name = "a", .type = &u16, .width = 16, .cap = 8 } };
	struct lc_type hdr = { .kind = LC_TYPE_RECORD,
			       .name = "struct hdr",
			       .size = 16,
			       .alignment = 8,
			       .fields = fields,
			       .n_fields = 1,
			       .storage_order = LC_ORDER_BIG };

	(void)state;
	assert_int_equal(breaches_of(&hdr, LC_CONTRACT_WIRE, &b), 0);
}

static void what_is_not_described_keeps_nothing(void **state)
{
	struct lc_breach *b;
	struct lc_type unread = { .kind = LC_TYPE_RECORD, .name = "struct x", .unread = true };

	(void)state;
	assert_int_equal(breaches_of(&unread, LC_CONTRACT_ZERO_VALID, &b), 1);
	assert_string_equal(b[0].reason, "is too large to describe");
}

static void scalars_keep_contracts_by_their_nature(void **state)
{
	(void)state;
	assert_true(lc_contract_of_scalar(&u32) & LC_CONTRACT_FROM_BYTES);
	assert_true(lc_contract_of_scalar(&bytes6) & LC_CONTRACT_UNALIGNED);
	assert_false(lc_contract_of_scalar(&u32) & LC_CONTRACT_UNALIGNED);
	assert_false(lc_contract_of_scalar(&a_bool) & LC_CONTRACT_FROM_BYTES);
	assert_true(lc_contract_of_scalar(&a_bool) & LC_CONTRACT_TRY_FROM_BYTES);
	assert_int_equal(lc_contract_of_scalar(&pointer), LC_CONTRACT_ZERO_VALID);
}

static void contracts_have_names_and_follow_from_each_other(void **state)
{
	(void)state;
	assert_int_equal(lc_contract_named("wire"), LC_CONTRACT_WIRE);
	assert_int_equal(lc_contract_named("wired"), 0);
	assert_string_equal(lc_contract_name(LC_CONTRACT_TRY_FROM_BYTES), "try-from-bytes");
	assert_true(lc_contract_closure(LC_CONTRACT_WIRE) & LC_CONTRACT_TRY_FROM_BYTES);
	assert_false(lc_contract_closure(LC_CONTRACT_INTO_BYTES) & LC_CONTRACT_FROM_BYTES);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(integers_and_arrays_of_them_are_from_bytes),
		cmocka_unit_test(bool_enum_and_pointer_are_not),
		cmocka_unit_test(a_field_of_a_nested_record_is_named_by_its_path),
		cmocka_unit_test(padding_breaks_into_bytes),
		cmocka_unit_test(a_short_member_of_a_union_breaks_into_bytes),
		cmocka_unit_test(a_wire_type_is_the_same_everywhere),
		cmocka_unit_test(a_storage_order_says_the_order_of_all_fields),
		cmocka_unit_test(what_is_not_described_keeps_nothing),
		cmocka_unit_test(scalars_keep_contracts_by_their_nature),
		cmocka_unit_test(contracts_have_names_and_follow_from_each_other),
	};

	return cmocka_run_group_tests_name("contract", tests, NULL, NULL);
}
