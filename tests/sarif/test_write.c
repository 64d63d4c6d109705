// SPDX-License-Identifier: MIT
/*
 * Results and logs: what is written, what is left out, and that it reads back.
 */
#include <jansson.h>

#include "sarif.h"
#include "support.h"

static json_t *written(const struct sarif_result *result)
{
	struct sarif_buffer text = { 0 };
	struct sarif_json json;
	json_t *tree;

	sarif_json_init(&json, sarif_buffer_sink(&text), 0);
	sarif_write_result(&json, NULL, result);
	assert_int_equal(sarif_json_finish(&json), 0);
	tree = json_loadb(text.data, text.length, JSON_REJECT_DUPLICATES, NULL);
	assert_non_null(tree);
	sarif_buffer_free(&text);
	return tree;
}

/* Is the tree what EXPECTED says? */
static void expect(json_t *tree, const char *expected)
{
	json_t *other = json_loads(expected, JSON_REJECT_DUPLICATES, NULL);

	assert_non_null(other);
	if (!json_equal(tree, other)) {
		char *text = json_dumps(tree, JSON_COMPACT);

		assert_string_equal(text, expected);
		free(text);
	}
	json_decref(tree);
	json_decref(other);
}

static void least(void **state)
{
	(void)state;
	expect(written(&(struct sarif_result){ .rule_index = -1 }),
	       "{\"message\":{\"text\":\"\"}}");
}

static void full(void **state)
{
	const struct sarif_location place = { "a.c", 1, 2, 3, 4, "f", "here", 5, "x = y;", "SRC" };
	const struct sarif_property bag[] = { { "s", "v", false }, { "n", "[1]", true } };
	const struct sarif_result result = { "id",
					     3,
					     SARIF_KIND_FAIL,
					     SARIF_LEVEL_NOTE,
					     "text",
					     &place,
					     1,
					     &place,
					     1,
					     &place,
					     1,
					     bag,
					     1,
					     bag,
					     2,
					     NULL,
					     0 };

#define LOCATION                                                                                \
	"{\"id\":5,\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"a.c\",\"uriBaseId\":"  \
	"\"SRC\"},\"region\":{\"startLine\":1,\"startColumn\":2,\"endLine\":3,\"endColumn\":4," \
	"\"snippet\":{\"text\":\"x = y;\"}}},\"logicalLocations\":[{\"name\":\"f\",\"kind\":"   \
	"\"function\"}],\"message\":{\"text\":\"here\"}}"
	(void)state;
	expect(written(&result),
	       "{\"ruleId\":\"id\",\"ruleIndex\":3,\"kind\":\"fail\",\"level\":\"note\","
	       "\"message\":{\"text\":\"text\"},\"locations\":[" LOCATION "],"
	       "\"relatedLocations\":[" LOCATION "],\"codeFlows\":[{\"threadFlows\":[{"
	       "\"locations\":[{\"location\":" LOCATION "}]}]}],"
	       "\"partialFingerprints\":{\"s\":\"v\"},\"properties\":{\"s\":\"v\",\"n\":[1]}}");
}

static void no_line(void **state)
{
	const struct sarif_location place = { .path = "/a.c", .start_column = 7, .base_id = "SRC" };
	const struct sarif_result result = {
		.rule_index = -1, .message = "m", .locations = &place, .n_locations = 1
	};

	(void)state;
	expect(written(&result),
	       "{\"message\":{\"text\":\"m\"},\"locations\":[{\"physicalLocation\":"
	       "{\"artifactLocation\":{\"uri\":\"file:///a.c\"}}}]}");
}

static void suppressed(void **state)
{
	const struct sarif_location place = { .path = "a.c", .start_line = 3 };
	const struct sarif_suppression suppressions[] = {
		{ SARIF_SUPPRESSION_IN_SOURCE, "why", &place },
		{ .kind = SARIF_SUPPRESSION_EXTERNAL },
	};
	const struct sarif_result result = {
		.rule_index = -1, .message = "m", .suppressions = suppressions, .n_suppressions = 2
	};

	(void)state;
	expect(written(&result),
	       "{\"message\":{\"text\":\"m\"},\"suppressions\":[{\"kind\":\"inSource\","
	       "\"justification\":\"why\",\"location\":{\"physicalLocation\":{\"artifactLocation\":"
	       "{\"uri\":\"a.c\"},\"region\":{\"startLine\":3}}}},{\"kind\":\"external\"}]}");
}

static void under_a_key(void **state)
{
	struct sarif_buffer text = { 0 };
	struct sarif_json json;

	(void)state;
	sarif_json_init(&json, sarif_buffer_sink(&text), 0);
	sarif_json_object(&json, NULL);
	sarif_json_string(&json, "kind", "result");
	sarif_write_result(&json, "result",
			   &(struct sarif_result){ .rule_index = -1, .message = "m" });
	sarif_json_end_object(&json);
	assert_int_equal(sarif_json_finish(&json), 0);
	assert_string_equal(text.data,
			    "{\"kind\":\"result\",\"result\":{\"message\":{\"text\":\"m\"}}}\n");
	sarif_buffer_free(&text);
}

static void empty_log(void **state)
{
	struct sarif_buffer text = { 0 };
	struct sarif_log log;
	json_t *tree;

	(void)state;
	sarif_log_begin(&log, sarif_buffer_sink(&text),
			&(struct sarif_run){ .tool = { .name = "t" }, .source_root = "/src" });
	assert_int_equal(sarif_log_end(&log, false, NULL, 0), 0);
	tree = json_loadb(text.data, text.length, JSON_REJECT_DUPLICATES, NULL);
	sarif_buffer_free(&text);
	expect(tree, "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\","
		     "\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"t\"}},"
		     "\"originalUriBaseIds\":{\"SRCROOT\":{\"uri\":\"file:///src/\"}},"
		     "\"results\":[],\"invocations\":[{\"executionSuccessful\":false}]}]}");
}

struct failing {
	unsigned calls, fail_at;
};

static int failing_write(void *context, const char *data, size_t n)
{
	struct failing *failing = context;

	(void)data;
	(void)n;
	return ++failing->calls == failing->fail_at ? EIO : 0;
}

static int write_log(struct failing *failing)
{
	struct sarif_log log;

	sarif_log_begin(&log, (struct sarif_sink){ failing_write, failing },
			&(struct sarif_run){ .tool = { .name = "t" } });
	for (int i = 0; i < 500; i++)
		sarif_log_result(&log, &(struct sarif_result){ .message = "a message" });
	sarif_log_raw_result(&log, "{}");
	return sarif_log_end(&log, true, NULL, 0);
}

static void failing_sink(void **state)
{
	struct failing none = { 0, 0 };

	(void)state;
	assert_int_equal(write_log(&none), 0);
	assert_true(none.calls > 5);
	for (unsigned n = 1; n <= none.calls; n++)
		assert_int_equal(write_log(&(struct failing){ 0, n }), EIO);
}

static void ended_twice(void **state)
{
	struct sarif_buffer text = { 0 };
	struct sarif_log log;
	size_t length;

	(void)state;
	sarif_log_begin(&log, sarif_buffer_sink(&text),
			&(struct sarif_run){ .tool = { .name = "t" } });
	assert_int_equal(sarif_log_end(&log, true, NULL, 0), 0);
	length = text.length;
	assert_int_equal(sarif_log_end(&log, true, NULL, 0), 0);
	assert_int_equal(text.length, length);
	sarif_buffer_free(&text);
}

static void names(void **state)
{
	(void)state;
	for (int i = SARIF_LEVEL_NONE; i <= SARIF_LEVEL_ERROR; i++)
		assert_int_equal(sarif_level_parse(sarif_level_name((enum sarif_level)i)), i);
	for (int i = SARIF_KIND_FAIL; i <= SARIF_KIND_REVIEW; i++)
		assert_int_equal(sarif_kind_parse(sarif_kind_name((enum sarif_kind)i)), i);
	assert_null(sarif_level_name(SARIF_LEVEL_UNSET));
	assert_null(sarif_kind_name((enum sarif_kind)99));
	assert_int_equal(sarif_level_parse("Error"), SARIF_LEVEL_UNSET);
	assert_int_equal(sarif_kind_parse(NULL), SARIF_KIND_UNSET);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST("a result with nothing in it still has a message", least),
		TEST("a full result has every member where the standard puts it", full),
		TEST("without a line there is no region, and an absolute path has no base",
		     no_line),
		TEST("what suppresses a result says so, and why", suppressed),
		TEST("a result can be written under a key", under_a_key),
		TEST("a log without results is complete", empty_log),
		TEST("whichever write of a log fails, its end says so", failing_sink),
		TEST("ending a log twice writes nothing more", ended_twice),
		TEST("names of levels and kinds go both ways", names),
	};

	return cmocka_run_group_tests_name("sarif write", tests, NULL, NULL);
}
