// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * primaryLocationLineHash against the values that GitHub's upload computes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "line_hash.h"

static void check(const char *text, size_t n, const char *const *expected)
{
	size_t n_lines;
	struct line_hash *lines = line_hash_file(text, n, &n_lines);

	for (size_t i = 0; i < n_lines; i++) {
		char hash[LINE_HASH_TEXT];

		assert_non_null(expected[i]);
		line_hash_text(&lines[i], hash);
		assert_string_equal(hash, expected[i]);
	}
	assert_null(expected[n_lines]);
	free(lines);
}

#define CHECK(text, ...) check(text, sizeof(text) - 1, (const char *const[]){ __VA_ARGS__, NULL })

static void an_empty_file_has_one_line(void **state)
{
	(void)state;
	CHECK("", "c129715d7a2bc9a3:1");
}

static void white_space_does_not_count(void **state)
{
	(void)state;
	CHECK(" a\nb\n  \t\tc\n d", "271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1",
	      "a23a3dc5e078b07b:1");
	CHECK("a\nb\nc\nd", "271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1",
	      "a23a3dc5e078b07b:1");
}

static void all_line_ends_are_alike(void **state)
{
	(void)state;
	CHECK("a\r\nb\rc\nd", "271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1",
	      "a23a3dc5e078b07b:1");
}

/* Lines followed by the same 100 units are told apart by their number among them. */
static void equal_blocks_are_numbered(void **state)
{
	char text[3 * 101];
	size_t n_lines;
	struct line_hash *lines;

	(void)state;
	memset(text, 'x', sizeof(text));
	text[100] = text[201] = text[302] = '\n';
	lines = line_hash_file(text, sizeof(text), &n_lines);
	assert_int_equal(n_lines, 4);
	assert_true(lines[0].hash == lines[1].hash && lines[1].hash == lines[2].hash);
	assert_int_equal(lines[0].nth, 1);
	assert_int_equal(lines[1].nth, 2);
	assert_int_equal(lines[2].nth, 3);
	assert_true(lines[3].hash != lines[0].hash);
	free(lines);
}

/* U+1F600 is the two units D83D DE00; a byte that is not UTF-8 is U+FFFD. */
static void characters_are_utf16_units(void **state)
{
	size_t n_lines;
	struct line_hash *a, *b;

	(void)state;
	a = line_hash_file("\xff", 1, &n_lines);
	b = line_hash_file("\xef\xbf\xbd", 3, &n_lines);
	assert_true(a[0].hash == b[0].hash);
	free(a);
	free(b);
	a = line_hash_file("\xf0\x9f\x98\x80", 4, &n_lines);
	/* 37 for the end of file and each unit before it, then 100 zeros push the block on. */
	uint64_t hash = ((uint64_t)0xd83d * 37 + 0xde00) * 37 + 0xffff;
	for (int i = 0; i < 97; i++)
		hash *= 37;
	assert_true(a[0].hash == hash);
	free(a);
}

/* The upload decodes the file's bytes as they are: a byte order mark is a character. */
static void a_byte_order_mark_counts(void **state)
{
	size_t n_lines;
	struct line_hash *with, *without;

	(void)state;
	with = line_hash_file("\xef\xbb\xbf"
			      "int one;\nint two;\n",
			      21, &n_lines);
	assert_int_equal(n_lines, 3);
	without = line_hash_file("int one;\nint two;\n", 18, &n_lines);
	assert_true(with[0].hash != without[0].hash);
	assert_true(with[1].hash == without[1].hash);
	free(with);
	free(without);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_file_has_one_line),
		cmocka_unit_test(white_space_does_not_count),
		cmocka_unit_test(all_line_ends_are_alike),
		cmocka_unit_test(equal_blocks_are_numbered),
		cmocka_unit_test(characters_are_utf16_units),
		cmocka_unit_test(a_byte_order_mark_counts),
	};

	return cmocka_run_group_tests_name("line hash", tests, NULL, NULL);
}
