// SPDX-License-Identifier: MIT
/*
 * The JSON writer: what it writes, what it refuses, and what it does when the sink fails.
 */
#include <jansson.h>

#include "sarif.h"
#include "support.h"

static struct sarif_buffer text;

static struct sarif_json begin(int indent)
{
	struct sarif_json json;

	sarif_buffer_free(&text);
	sarif_json_init(&json, sarif_buffer_sink(&text), indent);
	return json;
}

static void expect(struct sarif_json *json, const char *expected)
{
	assert_int_equal(sarif_json_finish(json), 0);
	assert_string_equal(text.data, expected);
	sarif_buffer_free(&text);
}

static void compact(void **state)
{
	struct sarif_json json = begin(0);

	(void)state;
	sarif_json_object(&json, NULL);
	sarif_json_string(&json, "a", "b");
	sarif_json_array(&json, "list");
	sarif_json_integer(&json, NULL, INT64_MIN);
	sarif_json_boolean(&json, NULL, true);
	sarif_json_boolean(&json, NULL, false);
	sarif_json_string(&json, NULL, NULL);
	sarif_json_end_array(&json);
	sarif_json_raw(&json, "raw", "{\"x\":1}");
	sarif_json_object(&json, "empty");
	sarif_json_end_object(&json);
	sarif_json_end_object(&json);
	expect(&json, "{\"a\":\"b\",\"list\":[-9223372036854775808,true,false,null],"
		      "\"raw\":{\"x\":1},\"empty\":{}}\n");
}

static void indented(void **state)
{
	struct sarif_json json = begin(2);

	(void)state;
	sarif_json_object(&json, NULL);
	sarif_json_array(&json, "list");
	sarif_json_integer(&json, NULL, 1);
	sarif_json_integer(&json, NULL, 2);
	sarif_json_end_array(&json);
	sarif_json_array(&json, "none");
	sarif_json_end_array(&json);
	sarif_json_end_object(&json);
	expect(&json, "{\n  \"list\": [\n    1,\n    2\n  ],\n  \"none\": []\n}\n");
}

static void lines(void **state)
{
	struct sarif_json json = begin(0);

	(void)state;
	sarif_json_integer(&json, NULL, 1);
	assert_int_equal(sarif_json_finish(&json), 0);
	sarif_json_string(&json, NULL, "two");
	expect(&json, "1\n\"two\"\n");
}

static void escapes(void **state)
{
	struct sarif_json json = begin(0);

	(void)state;
	sarif_json_string_n(&json, NULL, "\"\\/\b\f\n\r\t\x01\x1f\x7f\xc2\x85\0z", 15);
	expect(&json, "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\\u007f\\u0085\\u0000z\"\n");
}

static void keys_are_sanitised(void **state)
{
	struct sarif_json json = begin(0);

	(void)state;
	sarif_json_object(&json, NULL);
	sarif_json_integer(&json, "a\"\xff", 1);
	sarif_json_end_object(&json);
	expect(&json, "{\"a\\\"\xef\xbf\xbd\":1}\n");
}

static void long_string(void **state)
{
	struct sarif_json json = begin(0);
	enum { N = 100001 };
	char *value = malloc(N + 1);
	json_t *tree;

	(void)state;
	/* Three-byte characters straddle the end of the writer's buffer. */
	for (size_t i = 0; i < N; i++)
		value[i] = "\xe2\x82\xac"[i % 3];
	value[N] = '\0';
	sarif_json_string(&json, NULL, value);
	assert_int_equal(sarif_json_finish(&json), 0);
	tree = json_loadb(text.data, text.length, JSON_DECODE_ANY, NULL);
	value[N - N % 3] = '\0'; /* the cut character at the end has become U+FFFD */
	assert_int_equal(strncmp(json_string_value(tree), value, N - N % 3), 0);
	assert_string_equal(json_string_value(tree) + N - N % 3, "\xef\xbf\xbd");
	json_decref(tree);
	free(value);
	sarif_buffer_free(&text);
}

static void no_key_in_object(void **state)
{
	struct sarif_json json = begin(0);

	(void)state;
	sarif_json_object(&json, NULL);
	sarif_json_integer(&json, NULL, 1);
	assert_int_equal(json.error, EINVAL);
	assert_int_equal(sarif_json_finish(&json), EINVAL);
}

static void key_in_array(void **state)
{
	struct sarif_json json = begin(0);

	(void)state;
	sarif_json_array(&json, NULL);
	sarif_json_string(&json, "key", "value");
	assert_int_equal(json.error, EINVAL);
}

static void second_value(void **state)
{
	struct sarif_json json = begin(0);

	(void)state;
	sarif_json_integer(&json, NULL, 1);
	sarif_json_integer(&json, NULL, 2);
	assert_int_equal(json.error, EINVAL);
}

static void wrong_end(void **state)
{
	struct sarif_json json = begin(0);

	(void)state;
	sarif_json_array(&json, NULL);
	sarif_json_end_object(&json);
	assert_int_equal(json.error, EINVAL);
	json = begin(0);
	sarif_json_end_array(&json);
	assert_int_equal(json.error, EINVAL);
}

static void unfinished(void **state)
{
	struct sarif_json json = begin(0);

	(void)state;
	assert_int_equal(sarif_json_finish(&json), EINVAL);
	json = begin(0);
	sarif_json_object(&json, NULL);
	assert_int_equal(sarif_json_finish(&json), EINVAL);
}

static void no_raw_text(void **state)
{
	struct sarif_json json = begin(0);

	(void)state;
	sarif_json_raw(&json, NULL, "");
	assert_int_equal(json.error, EINVAL);
	json = begin(0);
	sarif_json_raw(&json, NULL, NULL);
	assert_int_equal(json.error, EINVAL);
}

static void depth(void **state)
{
	struct sarif_json json = begin(0);

	(void)state;
	for (int i = 0; i < SARIF_JSON_MAX_DEPTH; i++)
		sarif_json_array(&json, NULL);
	assert_int_equal(json.error, 0);
	sarif_json_array(&json, NULL);
	assert_int_equal(json.error, EINVAL);
	for (int i = 0; i < 2 * SARIF_JSON_MAX_DEPTH; i++)
		sarif_json_end_array(&json);
	assert_int_equal(sarif_json_finish(&json), EINVAL);
	sarif_buffer_free(&text);
}

/* A sink that fails at its Nth write and counts what comes after. */
struct failing {
	unsigned calls, fail_at;
};

static int failing_write(void *context, const char *data, size_t n)
{
	struct failing *failing = context;

	assert_non_null(data);
	assert_true(n > 0);
	return ++failing->calls == failing->fail_at ? ENOSPC : 0;
}

static int write_much(struct failing *failing)
{
	struct sarif_json json;

	sarif_json_init(&json, (struct sarif_sink){ failing_write, failing }, 2);
	sarif_json_array(&json, NULL);
	for (int i = 0; i < 2000; i++) {
		sarif_json_object(&json, NULL);
		sarif_json_string(&json, "key", "a value of some length \x80");
		sarif_json_end_object(&json);
	}
	sarif_json_end_array(&json);
	return sarif_json_finish(&json);
}

static void every_write_may_fail(void **state)
{
	struct failing none = { 0, 0 };

	(void)state;
	assert_int_equal(write_much(&none), 0);
	assert_true(none.calls > 10);
	for (unsigned n = 1; n <= none.calls; n++) {
		struct failing failing = { 0, n };

		assert_int_equal(write_much(&failing), ENOSPC);
		assert_int_equal(failing.calls, n); /* nothing is written after a failure */
	}
}

static void no_sink(void **state)
{
	struct sarif_json json;

	(void)state;
	sarif_json_init(&json, (struct sarif_sink){ NULL, NULL }, 0);
	sarif_json_integer(&json, NULL, 1);
	assert_int_equal(sarif_json_finish(&json), EINVAL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST("without indentation a document is one line", compact),
		TEST("indentation puts each member on a line, and nothing into empty containers",
		     indented),
		TEST("documents follow one another as JSON Lines", lines),
		TEST("quotes, backslashes and every control character are escaped", escapes),
		TEST("keys are sanitised as values are", keys_are_sanitised),
		TEST("a character across the end of the buffer stays whole", long_string),
		TEST("a value without a key in an object is EINVAL", no_key_in_object),
		TEST("a key in an array is EINVAL", key_in_array),
		TEST("a second value at the top is EINVAL", second_value),
		TEST("the end of what is not open is EINVAL", wrong_end),
		TEST("an empty or open document does not finish", unfinished),
		TEST("empty raw text is EINVAL", no_raw_text),
		TEST("one level of nesting too many is EINVAL and no crash", depth),
		TEST("whichever write fails, its error is kept and nothing is written after it",
		     every_write_may_fail),
		TEST("a missing sink is EINVAL", no_sink),
	};

	return cmocka_run_group_tests_name("sarif json", tests, NULL, NULL);
}
