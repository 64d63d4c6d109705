/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * layoutcheck.h beyond the prefix helper: what each helper accepts, refuses, leaves
 * alone and says of a failure.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "layoutcheck.h"

struct LC_WIRE item {
	lc_be16 id;
	uint8_t kind, flags;
};

struct LC_WIRE list {
	lc_be16 type, count;
	struct item items[];
};

/* Its flexible member begins before its size ends. */
struct LC_FROM_BYTES odd {
	uint32_t number;
	uint8_t kind;
	uint8_t rest[];
};

struct LC_FROM_BYTES LC_ZERO_VALID header {
	uint32_t length;
	uint16_t type;
	uint16_t flags;
};

enum mode { MODE_OFF = -1, MODE_LOW, MODE_HIGH };

struct LC_TRY_FROM_BYTES state {
	enum mode mode;
	bool on;
	uint8_t kind;
	int16_t level;
};

LC_DEFINE_VALID(state_valid, struct state,
		LC_RANGE(mode, MODE_OFF, MODE_HIGH) LC_BOOL(on) LC_ONE_OF(kind, 1, 2, 8)
			LC_RANGE(level, -5, 5))

LC_ASSERT_SIZE(struct item, 4);
LC_ASSERT_ALIGN(struct item, 1);
LC_ASSERT_FIELD(struct item, kind, 2, 1);
LC_ASSERT_NO_PADDING(struct item, id, kind, flags);

static const lc_be32 constant = LC_BE32_INIT(0x01020304);
static const lc_le64 constant_le = LC_LE64_INIT(0x0102030405060708);

static _Alignas(8) uint8_t bytes[32];

static void suffix_is_at_the_end(void **state)
{
	(void)state;
	assert_ptr_equal(lc_ref_from_suffix(struct header, bytes, 32), bytes + 24);
	assert_ptr_equal(lc_ref_from_suffix(struct header, bytes, 8), bytes);
	assert_null(lc_ref_from_suffix(struct header, bytes, 7));
	assert_null(lc_ref_from_suffix(struct header, bytes, -1));
	assert_null(lc_ref_from_suffix(struct header, bytes, 30));
	assert_ptr_equal(lc_ref_from_suffix(struct item, bytes, 31), bytes + 27);
}

static void the_whole_has_no_byte_more(void **state)
{
	(void)state;
	assert_ptr_equal(lc_ref_from_bytes(struct header, bytes, 8), bytes);
	assert_null(lc_ref_from_bytes(struct header, bytes, 9));
	assert_null(lc_ref_from_bytes(struct header, bytes, 7));
	assert_null(lc_ref_from_bytes(struct header, bytes + 1, 8));
}

static void elements_are_counted_without_overflow(void **state)
{
	size_t most = SIZE_MAX / sizeof(struct item) + 1;

	(void)state;
	assert_ptr_equal(lc_ref_from_prefix_with_elems(struct list, items, bytes, 12, 2), bytes);
	assert_null(lc_ref_from_prefix_with_elems(struct list, items, bytes, 11, 2));
	assert_ptr_equal(lc_ref_from_prefix_with_elems(struct list, items, bytes, 4, 0), bytes);
	assert_null(lc_ref_from_prefix_with_elems(struct list, items, bytes, 3, 0));
	assert_null(lc_ref_from_prefix_with_elems(struct list, items, bytes, 32, -1));
	assert_null(lc_ref_from_prefix_with_elems(struct list, items, bytes, 32, most));
	assert_null(lc_ref_from_prefix_with_elems(struct list, items, bytes, 32, UINT64_MAX));
}

static void the_object_itself_must_fit_where_its_elements_begin_within_it(void **state)
{
	size_t n = 77;

	(void)state;
	assert_int_equal(sizeof(struct odd), 8);
	assert_int_equal(offsetof(struct odd, rest), 5);
	assert_null(lc_ref_from_prefix_with_elems(struct odd, rest, bytes, 7, 1));
	assert_non_null(lc_ref_from_prefix_with_elems(struct odd, rest, bytes, 8, 3));
	assert_null(lc_ref_from_prefix_with_elems(struct odd, rest, bytes, 8, 4));
	assert_non_null(lc_ref_from_prefix_max_elems(struct odd, rest, bytes, 9, &n));
	assert_int_equal(n, 4);
}

static void as_many_elements_as_fit(void **state)
{
	size_t n = 77;

	(void)state;
	assert_null(lc_ref_from_prefix_max_elems(struct list, items, bytes, 3, &n));
	assert_int_equal(n, 77);
	assert_ptr_equal(lc_ref_from_prefix_max_elems(struct list, items, bytes, 15, &n), bytes);
	assert_int_equal(n, 2);
}

static void elements_at_the_end_and_in_the_whole(void **state)
{
	size_t most = SIZE_MAX / sizeof(struct item) + 1, n = 77;

	(void)state;
	assert_ptr_equal(lc_ref_from_suffix_with_elems(struct list, items, bytes, 15, 2),
			 bytes + 3);
	assert_null(lc_ref_from_suffix_with_elems(struct list, items, bytes, 11, 2));
	assert_null(lc_ref_from_suffix_with_elems(struct list, items, bytes, 32, most));
	assert_null(lc_ref_from_suffix_with_elems(struct list, items, bytes, 32, -1));
	assert_ptr_equal(lc_ref_from_suffix_with_elems(struct odd, rest, bytes, 12, 2), bytes + 4);
	assert_null(lc_ref_from_suffix_with_elems(struct odd, rest, bytes, 13, 2));
	assert_ptr_equal(lc_ref_from_bytes_with_elems(struct list, items, bytes, 12, 2), bytes);
	assert_null(lc_ref_from_bytes_with_elems(struct list, items, bytes, 13, 2));
	assert_null(lc_ref_from_bytes_with_elems(struct list, items, bytes, 11, 2));
	assert_null(lc_ref_from_bytes_with_elems(struct list, items, bytes, 4, most));
	assert_null(lc_ref_from_suffix_max_elems(struct list, items, bytes, 3, &n));
	assert_null(lc_ref_from_bytes_max_elems(struct list, items, bytes, 3, &n));
	assert_null(lc_ref_from_bytes_max_elems(struct list, items, bytes, 15, &n));
	assert_int_equal(n, 77);
	assert_ptr_equal(lc_ref_from_suffix_max_elems(struct list, items, bytes, 15, &n),
			 bytes + 3);
	assert_int_equal(n, 2);
	assert_ptr_equal(lc_ref_from_bytes_max_elems(struct list, items, bytes, 16, &n), bytes);
	assert_int_equal(n, 3);
}

static void several_in_a_row(void **state)
{
	(void)state;
	assert_ptr_equal(lc_slice_from_prefix(struct header, bytes, 16, 2), bytes);
	assert_null(lc_slice_from_prefix(struct header, bytes, 15, 2));
	assert_null(lc_slice_from_prefix(struct header, bytes + 2, 16, 1));
	assert_null(lc_slice_from_prefix(struct header, bytes, 16, SIZE_MAX / 8 + 2));
}

static void take_moves_on_only_when_it_succeeds(void **state)
{
	const uint8_t *at = bytes;
	uint8_t left = 9;

	(void)state;
	assert_ptr_equal(lc_take_prefix(struct item, &at, &left), bytes);
	assert_ptr_equal(at, bytes + 4);
	assert_int_equal(left, 5);
	assert_ptr_equal(lc_take_prefix(struct item, &at, &left), bytes + 4);
	assert_null(lc_take_prefix(struct item, &at, &left));
	assert_ptr_equal(at, bytes + 8);
	assert_int_equal(left, 1);
	assert_ptr_equal(lc_rest_of_prefix(struct item, bytes), bytes + 4);
}

static void values_are_read_and_written_anywhere(void **state)
{
	struct header h = { 1, 2, 3 }, back;
	uint8_t room[12];

	(void)state;
	memset(room, 0xee, sizeof(room));
	memset(&back, 0xaa, sizeof(back));
	assert_false(lc_write_to_prefix(struct header, room + 1, 7, &h));
	assert_int_equal(room[1], 0xee);
	assert_true(lc_write_to_prefix(struct header, room + 1, 11, &h));
	assert_memory_equal(room + 1, &h, sizeof(h));
	assert_false(lc_read_from_prefix(struct header, room + 1, 7, &back));
	assert_int_equal(back.type, 0xaaaa);
	assert_true(lc_read_from_prefix(struct header, room + 1, 8, &back));
	assert_memory_equal(&back, &h, sizeof(h));
	lc_write(uint32_t, room + 3, 0xdeadbeefu);
	assert_int_equal(lc_read(uint32_t, room + 3), 0xdeadbeefu);
}

static void an_object_is_bytes(void **state)
{
	union {
		struct {
			uint8_t a;
			uint32_t b;
		} padded;
		uint8_t all[8];
	} u;
	struct header h = { 0x01010101, 0x0202, 0x0303 };
	const struct header *constant_header = &h;

	(void)state;
	assert_ptr_equal(lc_bytes_of(&h), &h);
	assert_true(_Generic(lc_bytes_of(constant_header), const unsigned char * : 1, default : 0));
	assert_true(_Generic(lc_bytes_of(&h), unsigned char * : 1, default : 0));
	memset(&u, 0xff, sizeof(u));
	lc_zero(&u.padded);
	for (size_t i = 0; i < sizeof(u.all); i++)
		assert_int_equal(u.all[i], 0);
	assert_int_equal(lc_transmute(uint64_t, h), lc_read(uint64_t, &h));
}

static void validity_is_of_every_field(void **state)
{
	struct state good = { MODE_LOW, true, 2, -5 }, read;
	_Alignas(struct state) uint8_t raw[sizeof(good)];

	(void)state;
	memcpy(raw, &good, sizeof(raw));
	assert_ptr_equal(lc_try_ref_from_prefix(struct state, state_valid, raw, sizeof(raw)), raw);
	assert_true(lc_try_read_from_prefix(struct state, state_valid, raw, sizeof(raw), &read));
	assert_int_equal(read.level, -5);
	assert_null(lc_try_ref_from_prefix(struct state, state_valid, raw, sizeof(raw) - 1));
	raw[offsetof(struct state, on)] = 2;
	assert_null(lc_try_ref_from_prefix(struct state, state_valid, raw, sizeof(raw)));
	assert_false(lc_try_read_from_prefix(struct state, state_valid, raw, sizeof(raw), &read));
	assert_int_equal(lc_why_try(struct state, state_valid, raw, sizeof(raw)), LC_INVALID);
	raw[offsetof(struct state, on)] = 0;
	assert_true(state_valid(raw));
	raw[offsetof(struct state, kind)] = 3;
	assert_false(state_valid(raw));
	raw[offsetof(struct state, kind)] = 8;
	lc_write(int16_t, raw + offsetof(struct state, level), 6);
	assert_false(state_valid(raw));
	lc_write(int16_t, raw + offsetof(struct state, level), 5);
	lc_write(int, raw + offsetof(struct state, mode), 2);
	assert_false(state_valid(raw));
	lc_write(int, raw + offsetof(struct state, mode), -2);
	assert_false(state_valid(raw));
	lc_write(int, raw + offsetof(struct state, mode), MODE_OFF);
	assert_true(state_valid(raw));
}

static void a_failure_says_which(void **state)
{
	(void)state;
	assert_int_equal(lc_why_prefix(struct header, bytes, 8), LC_OK);
	assert_int_equal(lc_why_prefix(struct header, bytes, 7), LC_TOO_SHORT);
	assert_int_equal(lc_why_prefix(struct header, bytes, -1), LC_TOO_SHORT);
	assert_int_equal(lc_why_prefix(struct header, bytes + 1, 8), LC_MISALIGNED);
	assert_int_equal(lc_why_suffix(struct header, bytes, 10), LC_MISALIGNED);
	assert_int_equal(lc_why_suffix(struct header, bytes, 12), LC_OK);
	assert_int_equal(lc_why_bytes(struct header, bytes, 9), LC_TRAILING_BYTES);
	assert_int_equal(lc_why_bytes(struct header, bytes, 8), LC_OK);
	assert_int_equal(lc_why_with_elems(struct list, items, bytes, 8, 2), LC_TOO_SHORT);
	assert_int_equal(lc_why_with_elems(struct list, items, bytes, 8, 1), LC_OK);
	assert_string_equal(lc_error_text(LC_TOO_SHORT), "too few bytes");
	assert_string_equal(lc_error_text(LC_MISALIGNED), "not aligned");
	assert_string_equal(lc_error_text(LC_TRAILING_BYTES), "more bytes than the object");
	assert_string_equal(lc_error_text(LC_INVALID), "not a valid value");
	assert_string_equal(lc_error_text(LC_OK), "no error");
}

static void byte_order_is_that_of_the_type(void **state)
{
	static const uint8_t rising[] = { 1, 2, 3, 4, 5, 6, 7, 8 };
	uint8_t room[8];
	lc_le32 le;
	lc_be16 be = lc_be16_of(0x0102);

	(void)state;
	assert_int_equal(lc_get_be16(rising), 0x0102);
	assert_int_equal(lc_get_be32(rising), 0x01020304);
	assert_int_equal(lc_get_be64(rising), 0x0102030405060708);
	assert_int_equal(lc_get_le16(rising), 0x0201);
	assert_int_equal(lc_get_le32(rising + 1), 0x05040302);
	assert_int_equal(lc_get_le64(rising), 0x0807060504030201);
	assert_memory_equal(&be, rising, 2);
	lc_le32_set(&le, 0x04030201);
	assert_memory_equal(&le, rising, 4);
	assert_int_equal(lc_le32_get(le), 0x04030201);
	lc_put_be64(room, 0x0102030405060708);
	assert_memory_equal(room, rising, 8);
	assert_int_equal(lc_be32_get(constant), 0x01020304);
	assert_int_equal(lc_le64_get(constant_le), 0x0102030405060708);
	assert_int_equal(_Alignof(lc_be64), 1);
}

struct uart {
	uint32_t data;
	uint8_t status;
	uint8_t reserved[3];
	uint16_t divisor[2];
	uint64_t stamp;
};

static void registers_by_their_width(void **state)
{
	volatile struct uart block;

	(void)state;
	memset((void *)&block, 0x5a, sizeof(block));
	lc_reg_write(struct uart, &block, data, 0x01020304);
	lc_reg_write(struct uart, &block, status, 0x80);
	lc_reg_write(struct uart, &block, divisor[1], 0x1234);
	lc_reg_write(struct uart, &block, stamp, UINT64_MAX - 1);
	assert_int_equal(block.data, 0x01020304);
	assert_int_equal(block.status, 0x80);
	assert_int_equal(block.reserved[0], 0x5a);
	assert_int_equal(block.divisor[0], 0x5a5a);
	assert_int_equal(lc_reg_read(struct uart, &block, divisor[1]), 0x1234);
	assert_int_equal(lc_reg_read(struct uart, &block, status), 0x80);
	assert_int_equal(lc_reg_read(struct uart, &block, stamp), UINT64_MAX - 1);
}

static char order[8];

static size_t note(char what, size_t value)
{
	size_t n = strlen(order);

	order[n] = what;
	order[n + 1] = '\0';
	return value;
}

#define NOTED_BUF (bytes + note('b', 0))

static void each_argument_is_evaluated_once_and_the_buffer_last(void **state)
{
	struct item i = { LC_BE16_INIT(0), 0, 0 };
	size_t n;

	(void)state;
	order[0] = '\0';
	assert_non_null(lc_ref_from_suffix(struct item, NOTED_BUF, note('l', 8)));
	assert_non_null(lc_ref_from_bytes(struct item, NOTED_BUF, note('l', 4)));
	assert_string_equal(order, "lblb");
	order[0] = '\0';
	assert_non_null(lc_ref_from_prefix_with_elems(struct list, items, NOTED_BUF, note('l', 8),
						      note('n', 1)));
	assert_non_null(
		lc_ref_from_prefix_max_elems(struct list, items, NOTED_BUF, note('l', 8), &n));
	assert_string_equal(order, "lnblb");
	order[0] = '\0';
	assert_non_null(lc_ref_from_suffix_with_elems(struct list, items, NOTED_BUF, note('l', 8),
						      note('n', 1)));
	assert_non_null(
		lc_ref_from_bytes_max_elems(struct list, items, NOTED_BUF, note('l', 8), &n));
	assert_string_equal(order, "lnblb");
	order[0] = '\0';
	assert_non_null(lc_slice_from_prefix(struct item, NOTED_BUF, note('l', 8), note('n', 1)));
	assert_null(lc_slice_from_prefix(struct item, NOTED_BUF, note('l', 8), note('n', 3)));
	assert_string_equal(order, "lnbln");
	order[0] = '\0';
	assert_true(lc_read_from_prefix(struct item, NOTED_BUF, note('l', 8), &i));
	assert_true(lc_write_to_prefix(struct item, NOTED_BUF, note('l', 8), &i));
	assert_string_equal(order, "lblb");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(suffix_is_at_the_end),
		cmocka_unit_test(the_whole_has_no_byte_more),
		cmocka_unit_test(elements_are_counted_without_overflow),
		cmocka_unit_test(the_object_itself_must_fit_where_its_elements_begin_within_it),
		cmocka_unit_test(as_many_elements_as_fit),
		cmocka_unit_test(elements_at_the_end_and_in_the_whole),
		cmocka_unit_test(several_in_a_row),
		cmocka_unit_test(take_moves_on_only_when_it_succeeds),
		cmocka_unit_test(values_are_read_and_written_anywhere),
		cmocka_unit_test(an_object_is_bytes),
		cmocka_unit_test(validity_is_of_every_field),
		cmocka_unit_test(a_failure_says_which),
		cmocka_unit_test(byte_order_is_that_of_the_type),
		cmocka_unit_test(registers_by_their_width),
		cmocka_unit_test(each_argument_is_evaluated_once_and_the_buffer_last),
	};

	return cmocka_run_group_tests_name("helpers", tests, NULL, NULL);
}
