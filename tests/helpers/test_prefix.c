/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * lc_ref_from_prefix and its kin: what they accept, refuse and evaluate.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "layoutcheck.h"

struct header {
	uint32_t length;
	uint16_t type;
	uint16_t flags;
};

struct __attribute__((packed)) wire {
	uint8_t type;
	uint32_t length;
};

static _Alignas(8) uint8_t bytes[32];

#define IS_TYPE(p, T) _Generic((p), T : true, default : false)

static void gives_the_start_of_the_buffer(void **state)
{
	(void)state;
	assert_ptr_equal(lc_ref_from_prefix(struct header, bytes, sizeof(bytes)), bytes);
	assert_ptr_equal(lc_ref_from_prefix_unaligned(struct wire, bytes, sizeof(bytes)), bytes);
	assert_ptr_equal(lc_ref_from_prefix_assume_aligned(struct header, bytes, sizeof(bytes)),
			 bytes);
	assert_ptr_equal(lc_ref_from_prefix_nullable(struct header, bytes, sizeof(bytes)), bytes);
}

static void takes_a_length_that_is_just_enough(void **state)
{
	size_t enough = sizeof(struct header);

	(void)state;
	assert_non_null(lc_ref_from_prefix(struct header, bytes, enough));
	assert_null(lc_ref_from_prefix(struct header, bytes, enough - 1));
	assert_null(lc_ref_from_prefix(struct header, bytes, 0));
	assert_non_null(lc_ref_from_prefix_assume_aligned(struct header, bytes, enough));
	assert_null(lc_ref_from_prefix_assume_aligned(struct header, bytes, enough - 1));
	assert_non_null(lc_ref_from_prefix_unaligned(struct wire, bytes, sizeof(struct wire)));
	assert_null(lc_ref_from_prefix_unaligned(struct wire, bytes, sizeof(struct wire) - 1));
}

static void refuses_a_misaligned_buffer(void **state)
{
	(void)state;
	for (size_t shift = 1; shift < 4; shift++)
		assert_null(lc_ref_from_prefix(struct header, bytes + shift, 16));
	assert_non_null(lc_ref_from_prefix(struct header, bytes + 4, 16));
}

static void takes_a_packed_type_at_any_address(void **state)
{
	(void)state;
	for (size_t shift = 0; shift < 8; shift++) {
		assert_ptr_equal(lc_ref_from_prefix(struct wire, bytes + shift, 16), bytes + shift);
		assert_ptr_equal(lc_ref_from_prefix_unaligned(struct wire, bytes + shift, 16),
				 bytes + shift);
	}
}

static void refuses_a_negative_length(void **state)
{
	int minus_one = -1;
	long lowest = INT64_MIN;
	int8_t small = -128;

	(void)state;
	assert_null(lc_ref_from_prefix(struct header, bytes, minus_one));
	assert_null(lc_ref_from_prefix(struct header, bytes, lowest));
	assert_null(lc_ref_from_prefix(struct header, bytes, small));
	assert_null(lc_ref_from_prefix(struct header, bytes, bytes - (bytes + 1)));
	assert_null(lc_ref_from_prefix_nullable(struct header, bytes, minus_one));
}

static void takes_any_integer_as_the_length(void **state)
{
	struct {
		unsigned int length : 5;
	} field = { 8 };
	uint8_t small = 8;
	uint64_t large = UINT64_MAX;

	(void)state;
	assert_non_null(lc_ref_from_prefix(struct header, bytes, field.length));
	assert_non_null(lc_ref_from_prefix(struct header, bytes, small));
	assert_non_null(lc_ref_from_prefix(struct header, bytes, large));
}

static void is_const_where_the_buffer_is(void **state)
{
	const uint8_t *constant = bytes;
	const void *constant_void = bytes;
	void *plain_void = bytes;

	(void)state;
	assert_true(IS_TYPE(lc_ref_from_prefix(struct header, constant, 8), const struct header *));
	assert_true(IS_TYPE(lc_ref_from_prefix(struct header, constant_void, 8),
			    const struct header *));
	assert_true(IS_TYPE(lc_ref_from_prefix(struct header, bytes, 8), struct header *));
	assert_true(IS_TYPE(lc_ref_from_prefix(struct header, plain_void, 8), struct header *));
	assert_true(IS_TYPE(lc_ref_from_prefix_assume_aligned(struct header, constant, 8),
			    const struct header *));
	assert_true(IS_TYPE(lc_ref_from_prefix_nullable(struct header, constant, 8),
			    const struct header *));
}

static char order[8];

static size_t note_length(size_t length)
{
	strcat(order, "l");
	return length;
}

static uint8_t *note_buffer(void)
{
	strcat(order, "b");
	return bytes;
}

static void evaluates_length_then_buffer_once(void **state)
{
	(void)state;
	order[0] = '\0';
	assert_non_null(lc_ref_from_prefix(struct header, note_buffer(), note_length(8)));
	assert_string_equal(order, "lb");
	order[0] = '\0';
	assert_non_null(
		lc_ref_from_prefix_assume_aligned(struct header, note_buffer(), note_length(8)));
	assert_string_equal(order, "lb");
	order[0] = '\0';
	assert_non_null(lc_ref_from_prefix_nullable(struct header, note_buffer(), note_length(8)));
	assert_string_equal(order, "lb");
}

static void leaves_the_buffer_alone_when_too_short(void **state)
{
	(void)state;
	order[0] = '\0';
	assert_null(lc_ref_from_prefix(struct header, note_buffer(), note_length(7)));
	assert_string_equal(order, "l");
}

static void nullable_takes_a_null_buffer(void **state)
{
	uint8_t *volatile none = NULL;

	(void)state;
	assert_null(lc_ref_from_prefix_nullable(struct header, none, 8));
	assert_null(lc_ref_from_prefix_nullable(struct header, none, 0));
}

static void nests(void **state)
{
	(void)state;
	assert_ptr_equal(lc_ref_from_prefix(struct wire,
					    lc_ref_from_prefix(struct header, bytes, 8),
					    sizeof(struct header)),
			 bytes);
}

static void takes_types_that_are_not_structs(void **state)
{
	uint32_t *number = lc_ref_from_prefix(uint32_t, bytes, 4);
	uint8_t(*address)[6] = lc_ref_from_prefix(uint8_t[6], bytes + 1, 6);

	(void)state;
	assert_ptr_equal(number, bytes);
	assert_ptr_equal(address, bytes + 1);
	assert_null(lc_ref_from_prefix(uint8_t[6], bytes + 1, 5));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gives_the_start_of_the_buffer),
		cmocka_unit_test(takes_a_length_that_is_just_enough),
		cmocka_unit_test(refuses_a_misaligned_buffer),
		cmocka_unit_test(takes_a_packed_type_at_any_address),
		cmocka_unit_test(refuses_a_negative_length),
		cmocka_unit_test(takes_any_integer_as_the_length),
		cmocka_unit_test(is_const_where_the_buffer_is),
		cmocka_unit_test(evaluates_length_then_buffer_once),
		cmocka_unit_test(leaves_the_buffer_alone_when_too_short),
		cmocka_unit_test(nullable_takes_a_null_buffer),
		cmocka_unit_test(nests),
		cmocka_unit_test(takes_types_that_are_not_structs),
	};

	return cmocka_run_group_tests_name("prefix", tests, NULL, NULL);
}
