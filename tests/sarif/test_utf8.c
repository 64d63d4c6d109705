// SPDX-License-Identifier: MIT
/*
 * Sanitising of strings: valid UTF-8 passes, each maximal subpart becomes one U+FFFD.
 */
#include "sarif.h"
#include "support.h"

#define R "\xef\xbf\xbd"

static void expect(const char *bytes, const char *expected)
{
	struct sarif_buffer text = { 0 };
	struct sarif_json json;
	char quoted[200];

	sarif_json_init(&json, sarif_buffer_sink(&text), 0);
	sarif_json_string(&json, NULL, bytes);
	assert_int_equal(sarif_json_finish(&json), 0);
	snprintf(quoted, sizeof(quoted), "\"%s\"\n", expected);
	assert_string_equal(text.data, quoted);
	sarif_buffer_free(&text);
}

static void valid(void **state)
{
	(void)state;
	expect("", "");
	expect("a\xc2\xa0z\xdf\xbf", "a\xc2\xa0z\xdf\xbf");
	expect("\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbf",
	       "\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbf");
	expect("\xf0\x90\x80\x80\xf4\x8f\xbf\xbf", "\xf0\x90\x80\x80\xf4\x8f\xbf\xbf");
}

static void never_valid(void **state)
{
	(void)state;
	expect("\x80", R);
	expect("\xbfz", R "z");
	expect("\xfe\xff", R R);
	expect("\xf5\x80", R R);
}

static void overlong(void **state)
{
	(void)state;
	expect("\xc0\xaf", R R);
	expect("\xc1\xbf", R R);
	expect("\xe0\x9f\xbf", R R R);
	expect("\xf0\x8f\xbf\xbf", R R R R);
}

static void surrogates(void **state)
{
	(void)state;
	expect("\xed\xa0\x80", R R R);
	expect("\xed\xbf\xbf", R R R);
}

static void too_large(void **state)
{
	(void)state;
	expect("\xf4\x90\x80\x80", R R R R);
}

static void cut(void **state)
{
	(void)state;
	expect("\xc3", R);
	expect("\xe2\x82", R);
	expect("\xe2\x82z", R "z");
	expect("\xf0\x9f\x98", R);
	expect("\xf0\x9f\xe2\x82\xac", R "\xe2\x82\xac");
}

static void standard_example(void **state)
{
	(void)state;
	/* Unicode 15, table 3-11. */
	expect("\xe1\x80\xe2\xf0\x91\x92\xf1\xbf\x41", R R R R "A");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST("the first and last character of each length pass unchanged", valid),
		TEST("bytes that no character starts with become U+FFFD each", never_valid),
		TEST("overlong forms are refused byte by byte", overlong),
		TEST("encoded surrogates are refused", surrogates),
		TEST("nothing past U+10FFFF passes", too_large),
		TEST("a character cut short becomes one U+FFFD", cut),
		TEST("the standard's own example of maximal subparts", standard_example),
	};

	return cmocka_run_group_tests_name("sarif utf8", tests, NULL, NULL);
}
