// SPDX-License-Identifier: MIT
/*
 * The reader on good logs: what it hands over, in what order, with what filled in.
 */
#include <unistd.h>

#include "sarif_read.h"
#include "support.h"

#define TOOL                                                                            \
	"\"tool\":{\"driver\":{\"name\":\"t\",\"rules\":[{\"id\":\"a\"},{\"id\":\"b\"," \
	"\"defaultConfiguration\":{\"level\":\"error\"}}]}}"
#define RESULT(members) "{\"message\":{\"text\":\"m\"}" members "}"

static FILE *stream;
static struct sarif_reader *reader;

static void open_text(const char *text)
{
	stream = fmemopen((void *)text, strlen(text), "rb");
	reader = sarif_reader_from_stream(stream, "log");
	assert_non_null(reader);
}

static void close_text(void)
{
	sarif_reader_close(reader);
	fclose(stream);
}

static const struct sarif_read_result *next(void)
{
	const struct sarif_read_result *result;
	enum sarif_read_status status = sarif_reader_next(reader, &result);

	if (status == SARIF_READ_ERROR)
		fail_msg("%s", sarif_reader_error(reader)->text);
	return status == SARIF_READ_RESULT ? result : NULL;
}

static const struct sarif_read_result *only(const char *results)
{
	static char text[4096];

	snprintf(text, sizeof(text),
		 "{\"version\":\"2.1.0\",\"runs\":[{" TOOL ",\"results\":[%s]}]}", results);
	open_text(text);
	return next();
}

static void every_member(void **state)
{
	const struct sarif_read_result *r = only(
		"\n "
		"{\"ruleId\":\"x\",\"level\":\"note\",\"kind\":\"fail\",\"message\":{\"text\":"
		"\"m\"},"
		"\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"a%20b.c\","
		"\"uriBaseId\":\"SRC\"},\"region\":{\"startLine\":1,\"startColumn\":2.0,"
		"\"endLine\":3,\"endColumn\":4}},\"logicalLocations\":[{\"name\":\"f\"}],"
		"\"message\":{\"text\":\"here\"}},{}],\"relatedLocations\":[{\"id\":1,"
		"\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"c.h\"}}}],"
		"\"properties\":{\"p\":\"q\",\"n\":1},\"partialFingerprints\":{\"h\":\"1:1\"}} ");

	(void)state;
	assert_string_equal(r->rule_id, "x");
	assert_int_equal(r->rule_index, -1);
	assert_int_equal(r->level, SARIF_LEVEL_NOTE);
	assert_true(r->level_given);
	assert_int_equal(r->kind, SARIF_KIND_FAIL);
	assert_string_equal(r->message, "m");
	assert_int_equal(r->n_locations, 2);
	assert_string_equal(r->locations[0].uri, "a%20b.c");
	assert_string_equal(r->locations[0].uri_base_id, "SRC");
	assert_int_equal(r->locations[0].start_line, 1);
	assert_int_equal(r->locations[0].start_column, 2);
	assert_int_equal(r->locations[0].end_line, 3);
	assert_int_equal(r->locations[0].end_column, 4);
	assert_string_equal(r->locations[0].function, "f");
	assert_string_equal(r->locations[0].message, "here");
	assert_null(r->locations[1].uri);
	assert_int_equal(r->locations[1].start_line, 0);
	assert_int_equal(r->n_related, 1);
	assert_string_equal(r->related[0].uri, "c.h");
	assert_string_equal(sarif_read_property(r, "p"), "q");
	assert_null(sarif_read_property(r, "n"));
	assert_null(sarif_read_property(r, "none"));
	assert_string_equal(sarif_read_fingerprint(r, "h"), "1:1");
	assert_int_equal(strncmp(r->text, "{\"ruleId\":\"x\"", 13), 0);
	assert_int_equal(r->length, strlen(r->text));
	assert_int_equal(r->text[r->length - 1], '}');
	assert_int_equal(r->line, 2);
	assert_string_equal(r->run->tool_name, "t");
	assert_null(next());
	close_text();
}

static void levels(void **state)
{
	(void)state;
	assert_int_equal(only(RESULT(""))->level, SARIF_LEVEL_WARNING);
	close_text();
	assert_int_equal(only(RESULT(",\"ruleId\":\"a\""))->level, SARIF_LEVEL_WARNING);
	close_text();
	assert_int_equal(only(RESULT(",\"ruleId\":\"b\""))->level, SARIF_LEVEL_ERROR);
	close_text();
	assert_int_equal(only(RESULT(",\"ruleIndex\":1"))->level, SARIF_LEVEL_ERROR);
	close_text();
	assert_int_equal(only(RESULT(",\"ruleIndex\":1,\"kind\":\"pass\""))->level,
			 SARIF_LEVEL_NONE);
	close_text();
}

static void rule_ids(void **state)
{
	(void)state;
	assert_string_equal(only(RESULT(",\"ruleIndex\":1"))->rule_id, "b");
	close_text();
	assert_string_equal(only(RESULT(",\"rule\":{\"index\":0}"))->rule_id, "a");
	close_text();
	assert_string_equal(only(RESULT(",\"rule\":{\"id\":\"c\"}"))->rule_id, "c");
	close_text();
	assert_null(only(RESULT(",\"ruleIndex\":7"))->rule_id);
	close_text();
	assert_null(only(RESULT(""))->rule_id);
	close_text();
}

static void extension_rules(void **state)
{
	(void)state;
	open_text(
		"{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"t\"},"
		"\"extensions\":[{\"name\":\"e\",\"rules\":[{\"id\":\"x\",\"defaultConfiguration\":"
		"{\"level\":\"note\"}}]}]},\"results\":[" RESULT(
			",\"rule\":{\"index\":0,\"toolComponent\":{\"index\":0}}") "]}]}");
	const struct sarif_read_result *r = next();

	(void)state;
	assert_string_equal(r->rule_id, "x");
	assert_int_equal(r->level, SARIF_LEVEL_NOTE);
	close_text();
}

static void other_messages(void **state)
{
	(void)state;
	assert_string_equal(only("{\"message\":{\"markdown\":\"*m*\"}}")->message, "*m*");
	close_text();
	assert_string_equal(only("{\"message\":{\"id\":\"default\"}}")->message, "default");
	close_text();
	assert_string_equal(only("{\"message\":{}}")->message, "");
	close_text();
}

static void tool_behind(void **state)
{
	(void)state;
	open_text("{\"runs\":[{\"results\":[" RESULT(",\"ruleId\":\"b\"") "," RESULT(
		"") "],\"x\":[[]]," TOOL
		    "},{\"results\":[" RESULT("") "],"
						  "\"tool\":{\"driver\":{\"name\":\"other\"}}}],"
						  "\"version\":\"2.1.0\"}");
	const struct sarif_read_result *r = next();

	assert_string_equal(r->run->tool_name, "t");
	assert_int_equal(r->level, SARIF_LEVEL_ERROR);
	assert_non_null(next());
	r = next();
	assert_string_equal(r->run->tool_name, "other");
	assert_int_equal(r->run->index, 1);
	assert_null(next());
	close_text();
}

static void in_a_pipe(void **state)
{
	static const char text[] =
		"{\"version\":\"2.1.0\",\"runs\":[{\"results\":[" RESULT("") "]," TOOL "}]}";
	int ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], text, sizeof(text) - 1), sizeof(text) - 1);
	close(ends[1]);
	stream = fdopen(ends[0], "rb");
	reader = sarif_reader_from_stream(stream, "pipe");
	assert_null(next()->run->tool_name);
	assert_null(next());
	assert_string_equal(sarif_reader_run(reader)->tool_name, "t");
	close_text();
}

static void no_results(void **state)
{
	(void)state;
	open_text("{\"version\":\"2.1.0\",\"runs\":[]}");
	assert_null(next());
	assert_null(sarif_reader_run(reader));
	close_text();
	open_text("{\"version\":\"2.1.0\",\"runs\":null}");
	assert_null(next());
	close_text();
	open_text("\xef\xbb\xbf{\"version\":\"2.1.0\",\"runs\":[{" TOOL "},{" TOOL
		  ",\"results\":null},{" TOOL ",\"results\":[]}]}\n\n");
	assert_null(next());
	assert_int_equal(sarif_reader_run(reader)->index, 2);
	assert_null(next());
	close_text();
}

static void escaped_keys(void **state)
{
	(void)state;
	open_text("{\"version\":\"2.1.0\",\"\\u0072uns\":[{" TOOL
		  ",\"result\\u0073\":[" RESULT("") "]}]}");
	assert_non_null(next());
	assert_null(next());
	close_text();
}

static void results_elsewhere(void **state)
{
	(void)state;
	open_text("{\"results\":[1],\"properties\":{\"runs\":[{\"results\":[2]}]},"
		  "\"version\":\"2.1.0\",\"runs\":[{\"properties\":{\"results\":[3]}," TOOL "}]}");
	assert_null(next());
	close_text();
}

static void big_numbers(void **state)
{
	const struct sarif_read_result *r =
		only(RESULT(",\"properties\":{\"n\":18446744073709551615}"));

	(void)state;
	assert_string_equal(r->message, "m");
	assert_non_null(strstr(r->text, "18446744073709551615"));
	close_text();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST("a result comes with all that its members say, and its text", every_member),
		TEST("a level that is not given comes from the rule, the kind or the default",
		     levels),
		TEST("a rule id that is not given comes from the index", rule_ids),
		TEST("rules of a tool's extensions are found", extension_rules),
		TEST("a message without text is its markdown or its id", other_messages),
		TEST("a tool that stands behind its results is known with the first", tool_behind),
		TEST("in a pipe a tool is known when it has been read", in_a_pipe),
		TEST("a log without runs or results is read to its end", no_results),
		TEST("member names with escapes are the same names", escaped_keys),
		TEST("only runs[].results[] are results", results_elsewhere),
		TEST("numbers past 64 bits do not spoil a result", big_numbers),
	};

	return cmocka_run_group_tests_name("sarif read", tests, NULL, NULL);
}
