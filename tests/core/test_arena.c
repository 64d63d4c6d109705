// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The arena: alignment, zeroes, sizes that cannot be, and growing arrays.
 */
#include "support.h"

#include "arena.h"

static struct lc_arena arena;

static int start(void **state)
{
	(void)state;
	lc_arena_init(&arena);
	return 0;
}

static int end(void **state)
{
	(void)state;
	lc_arena_free(&arena);
	return arena.chunks || arena.total;
}

static bool is_zero(const unsigned char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p[i])
			return false;
	return true;
}

static void pieces_are_zero_aligned_and_apart(void **state)
{
	static const size_t sizes[] = { 1, 7, 16, 17, 4000, 100, 16384, 3, 16385, 100000, 5, 1 };
	unsigned char *pieces[8 * COUNT(sizes)];

	(void)state;
	for (size_t i = 0; i < COUNT(pieces); i++) {
		size_t n = sizes[i % COUNT(sizes)];

		pieces[i] = lc_arena_alloc(&arena, n);
		assert_non_null(pieces[i]);
		assert_int_equal((uintptr_t)pieces[i] % _Alignof(max_align_t), 0);
		assert_true(is_zero(pieces[i], n));
		memset(pieces[i], (int)i + 1, n);
	}
	for (size_t i = 0; i < COUNT(pieces); i++)
		for (size_t k = 0; k < sizes[i % COUNT(sizes)]; k++)
			assert_int_equal(pieces[i][k], i + 1);
}

static void a_large_piece_leaves_the_room_that_there_is(void **state)
{
	size_t total;

	(void)state;
	assert_non_null(lc_arena_alloc(&arena, 100));
	assert_non_null(lc_arena_alloc(&arena, 100000));
	total = arena.total;
	assert_non_null(lc_arena_alloc(&arena, 10000));
	assert_true(arena.total == total);
}

static void sizes_that_cannot_be_are_refused(void **state)
{
	(void)state;
	/* Around the end of size_t, where rounding or the chunk's own head would wrap. */
	for (size_t less = 0; less < 200; less++)
		assert_null(lc_arena_alloc(&arena, SIZE_MAX - less));
	assert_null(lc_arena_alloc(&arena, SIZE_MAX / 2));
	assert_true(arena.total == 0);
	assert_non_null(lc_arena_alloc(&arena, 16));
}

static void strings_are_copied(void **state)
{
	char text[] = "hello";
	const char *copy = lc_arena_strdup(&arena, text);

	(void)state;
	text[0] = 'j';
	assert_string_equal(copy, "hello");
	assert_string_equal(lc_arena_strdup(&arena, ""), "");
	assert_null(lc_arena_strdup(&arena, NULL));
	assert_string_equal(lc_arena_printf(&arena, "%s is %d of %llu", text, -3, 12345678901ull),
			    "jello is -3 of 12345678901");
	assert_int_equal(strlen(lc_arena_printf(&arena, "%40000d", 1)), 40000);
}

static void arrays_grow_and_keep_what_they_hold(void **state)
{
	int *numbers = NULL;
	size_t capacity = 0;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		assert_int_equal(
			lc_arena_grow(&arena, &numbers, (size_t)i, &capacity, sizeof(*numbers)), 0);
		assert_true(capacity > (size_t)i);
		numbers[i] = i;
	}
	for (int i = 0; i < 3000; i++)
		assert_int_equal(numbers[i], i);
}

static void an_array_that_cannot_grow_stays_as_it_was(void **state)
{
	int *numbers = NULL, *before;
	size_t capacity = 0;

	(void)state;
	assert_int_equal(lc_arena_grow(&arena, &numbers, 0, &capacity, sizeof(*numbers)), 0);
	before = numbers;
	numbers[0] = 42;
	assert_int_equal(lc_arena_grow(&arena, &numbers, capacity, &capacity, SIZE_MAX / 4), -1);
	assert_int_equal(capacity, 4);
	assert_ptr_equal(numbers, before);
	assert_int_equal(numbers[0], 42);
}

#define TEST_OF(sentence, function)                  \
	{                                            \
		sentence, function, start, end, NULL \
	}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_OF("pieces are zero, aligned for anything, and apart",
			pieces_are_zero_aligned_and_apart),
		TEST_OF("a large piece leaves the room that there is to small ones",
			a_large_piece_leaves_the_room_that_there_is),
		TEST_OF("sizes that cannot be are refused", sizes_that_cannot_be_are_refused),
		TEST_OF("strings are copied and formatted", strings_are_copied),
		TEST_OF("an array grows and keeps what it holds",
			arrays_grow_and_keep_what_they_hold),
		TEST_OF("an array that cannot grow stays as it was",
			an_array_that_cannot_grow_stays_as_it_was),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
