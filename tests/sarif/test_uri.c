// SPDX-License-Identifier: MIT
/*
 * File names to URI references and back.
 */
#include "sarif.h"
#include "support.h"

static void to_uri(const char *path, const char *expected)
{
	char *uri = sarif_uri_from_path(path);

	assert_string_equal(uri, expected);
	free(uri);
}

static void to_path(const char *uri, const char *expected)
{
	char *path = sarif_path_from_uri(uri);

	if (expected)
		assert_string_equal(path, expected);
	else
		assert_null(path);
	free(path);
}

static void relative(void **state)
{
	(void)state;
	to_uri("drivers/net/foo.c", "drivers/net/foo.c");
	to_uri("../foo.c", "../foo.c");
	to_uri("a-b._~/9", "a-b._~/9");
	to_uri("", "");
}

static void no_leading_dot(void **state)
{
	(void)state;
	to_uri("./foo.c", "foo.c");
	to_uri("././/foo.c", "foo.c");
	to_uri("./", ".");
	to_uri(".foo/bar", ".foo/bar");
}

static void absolute(void **state)
{
	(void)state;
	to_uri("/usr/include/a b.h", "file:///usr/include/a%20b.h");
	to_uri("/", "file:///");
}

static void encoded(void **state)
{
	(void)state;
	to_uri("100%#?\"\\.c", "100%25%23%3F%22%5C.c");
	to_uri("c:d/e", "c%3Ad/e");
	to_uri("\xff\xc3\xa9\x01", "%FF%C3%A9%01");
}

static void back(void **state)
{
	(void)state;
	to_path("a%20b.c", "a b.c");
	to_path("file:///usr/a%2Fb", "/usr/a/b");
	to_path("FILE:/usr/x", "/usr/x");
	to_path("file://localhost/x", "/x");
	to_path("%ff%C3", "\xff\xc3");
	to_path("a b", "a b");
}

static void not_files(void **state)
{
	(void)state;
	to_path("https://example.com/x", NULL);
	to_path("mailto:x", NULL);
	to_path("file://server/share", NULL);
	to_path("file:relative", NULL);
	to_path("//server/share", NULL);
	to_path("a.c#L1", NULL);
	to_path("a.c?x", NULL);
}

static void malformed(void **state)
{
	(void)state;
	to_path("%", NULL);
	to_path("%4", NULL);
	to_path("%zz", NULL);
	to_path("a%00b", NULL);
}

static void round_trip(void **state)
{
	char path[258] = "/";

	(void)state;
	for (int i = 1; i < 256; i++)
		path[i] = (char)i;
	for (int absolute_path = 0; absolute_path < 2; absolute_path++) {
		const char *given = path + !absolute_path;
		char *uri = sarif_uri_from_path(given), *again = sarif_path_from_uri(uri);

		for (const char *c = uri; *c; c++)
			assert_true(*c > 0x20 && *c < 0x7f);
		assert_string_equal(again, given);
		free(uri);
		free(again);
	}
}

static void in_a_log(void **state)
{
	static const char *const paths[] = { "./a b", "/x/y%", "plain.c", "./", "\xff" };

	(void)state;
	for (size_t i = 0; i < COUNT(paths); i++) {
		struct sarif_location place = { .path = paths[i] };
		struct sarif_result result = {
			.rule_index = -1, .message = "m", .locations = &place, .n_locations = 1
		};
		struct sarif_buffer text = { 0 };
		struct sarif_json json;
		char *uri = sarif_uri_from_path(paths[i]), quoted[100];

		sarif_json_init(&json, sarif_buffer_sink(&text), 0);
		sarif_write_result(&json, NULL, &result);
		assert_int_equal(sarif_json_finish(&json), 0);
		snprintf(quoted, sizeof(quoted), "\"uri\":\"%s\"", uri);
		assert_non_null(strstr(text.data, quoted));
		free(uri);
		sarif_buffer_free(&text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST("a relative path stays relative", relative),
		TEST("a leading ./ is dropped", no_leading_dot),
		TEST("an absolute path becomes a file: URI", absolute),
		TEST("percent signs, colons and bytes that are not ASCII are encoded", encoded),
		TEST("a URI gives back the path", back),
		TEST("a URI that names no local file gives none", not_files),
		TEST("a malformed URI gives none", malformed),
		TEST("every byte survives the way there and back", round_trip),
		TEST("the writer encodes as sarif_uri_from_path() does", in_a_log),
	};

	return cmocka_run_group_tests_name("sarif uri", tests, NULL, NULL);
}
