// SPDX-License-Identifier: MIT
/*
 * The reader on bad logs: each is an error that says where and what was expected.
 */
#include <unistd.h>

#include "sarif_read.h"
#include "support.h"

#define TOOL "\"tool\":{\"driver\":{\"name\":\"t\"}}"
#define LOG(results) "{\"version\":\"2.1.0\",\"runs\":[{" TOOL ",\"results\":[" results "]}]}"
#define GOOD "{\"message\":{\"text\":\"m\"}}"

/* Reads all of TEXT and returns the error's text, "" if there was none. */
static const char *error_of(const char *text, size_t n, unsigned *results)
{
	static char message[400];
	FILE *stream = fmemopen((void *)text, n, "rb");
	struct sarif_reader *reader = sarif_reader_from_stream(stream, "log");
	const struct sarif_read_result *result;
	enum sarif_read_status status;

	*results = 0;
	while ((status = sarif_reader_next(reader, &result)) == SARIF_READ_RESULT)
		++*results;
	message[0] = '\0';
	if (status == SARIF_READ_ERROR) {
		char *full = sarif_read_error_message(sarif_reader_error(reader));

		snprintf(message, sizeof(message), "%s", full);
		free(full);
	}
	sarif_reader_close(reader);
	fclose(stream);
	return message;
}

static void expect(const char *text, const char *error)
{
	unsigned results;

	assert_string_equal(error_of(text, strlen(text), &results), error);
}

static void not_a_log(void **state)
{
	(void)state;
	expect(" ",
	       "log:1: expected '{', the start of a SARIF log, found the end of the file (byte 1)");
	expect("[]", "log:1: expected '{', the start of a SARIF log, found '[' (byte 0)");
	expect("\xff\xfe{",
	       "log:1: expected '{', the start of a SARIF log, found byte 0xff (byte 0)");
	expect("{}", "log:1: expected a log with a version, found none (byte 2)");
	expect("{\"version\":\"2.1.0\"}", "log:1: expected a log with runs, found none (byte 19)");
	expect("{\"version\":\"2.0.0\"}", "log:1: version: expected \"2.1.0\" (byte 11)");
	expect(LOG("") "\n\nx", "log:3: expected the end of the file, found 'x' (byte 76)");
}

static void not_json(void **state)
{
	(void)state;
	expect("{\"a\" 1}", "log:1: expected ':', found '1' (byte 5)");
	expect("{a:1}", "log:1: expected a member's name in double quotes, found 'a' (byte 1)");
	expect("{\"a\":1,}",
	       "log:1: expected a member's name in double quotes, found '}' (byte 7)");
	expect("{\"a\":[1 2]}", "log:1: expected ',' or ']', found '2' (byte 8)");
	expect("{\"a\":[1,]}", "log:1: expected a JSON value, found ']' (byte 8)");
	expect("{\"a\":\n\n01}", "log:3: expected ',' or '}', found '1' (byte 8)");
	expect("{\"a\":-}", "log:1: expected a digit, found '}' (byte 6)");
	expect("{\"a\":1.}", "log:1: expected a digit, found '}' (byte 7)");
	expect("{\"a\":1e+}", "log:1: expected a digit, found '}' (byte 8)");
	expect("{\"a\":nul}", "log:1: expected null, found '}' (byte 8)");
	expect("{\"a\":\"\\x\"}",
	       "log:1: expected one of \"\\/bfnrtu after a backslash, found 'x' (byte 7)");
	expect("{\"a\":\"\\u12g4\"}",
	       "log:1: expected four hexadecimal digits, found 'g' (byte 10)");
	expect("{\"a\":\"x\ny\"}",
	       "log:1: expected a character of a string or '\"', found byte 0x0a (byte 7)");
}

static void not_utf8(void **state)
{
	(void)state;
	expect("{\"a\":\"\x80\"}", "log:1: expected UTF-8, found byte 0x80 (byte 6)");
	expect("{\"a\":\"z\xe2\x82\"}", "log:1: expected UTF-8, found byte 0xe2 (byte 7)");
	expect(LOG("{\"message\":{\"text\":\"\xed\xa0\x80\"}}"),
	       "log:1: expected UTF-8, found byte 0xed (byte 90)");
}

static void wrong_types(void **state)
{
	static const struct {
		const char *result, *error;
	} cases[] = {
		{ "7", "results: expected objects" },
		{ "{}", "message: expected an object, found none" },
		{ "{\"message\":7}", "message: expected an object, found a number" },
		{ "{\"message\":{\"text\":[]}}",
		  "message.text: expected a string, found an array" },
		{ "{\"ruleId\":null}", "ruleId: expected a string, found null" },
		{ "{\"ruleIndex\":-2}",
		  "ruleIndex: expected an integer from -1 to 2147483647, found -2" },
		{ "{\"ruleIndex\":1.5}",
		  "ruleIndex: expected an integer from -1 to 2147483647, found a number" },
		{ "{\"level\":\"fatal\"}", "level: expected none, note, warning or error" },
		{ "{\"kind\":\"\"}",
		  "kind: expected fail, pass, open, informational, notApplicable or review" },
		{ "{\"message\":{},\"locations\":{}}",
		  "locations: expected an array, found an object" },
		{ "{\"message\":{},\"locations\":[{},true]}",
		  "locations[1]: expected an object, found true" },
		{ "{\"message\":{},\"locations\":[{\"physicalLocation\":{\"region\":{\"startLine\":"
		  "0}}}]}",
		  "locations[0].startLine: expected an integer from 1 to 2147483647, found 0" },
		{ "{\"message\":{},\"relatedLocations\":[{\"physicalLocation\":{"
		  "\"artifactLocation\":"
		  "{\"uri\":1}}}]}",
		  "relatedLocations[0].uri: expected a string, found a number" },
		{ "{\"message\":{},\"properties\":[]}",
		  "properties: expected an object, found an array" },
		{ "{\"message\":{\"text\":\"\\ud800\"}}",
		  "expected a result that can be represented" },
		{ "{\"message\":{\"text\":\"\\u0000\"}}",
		  "expected a result that can be represented" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char text[600];
		const char *error;
		unsigned results;

		snprintf(text, sizeof(text), LOG(GOOD ",\n%s"), cases[i].result);
		error = error_of(text, strlen(text), &results);
		assert_int_equal(results, 1);
		assert_int_equal(strncmp(error, "log:2: ", 7), 0);
		if (!strstr(error, cases[i].error))
			assert_string_equal(error, cases[i].error);
	}
}

static void wrong_frame(void **state)
{
	(void)state;
	expect("{\"runs\":{}}", "log:1: expected the list of runs, found '{' (byte 8)");
	expect("{\"runs\":[1]}", "log:1: expected a run, found '1' (byte 9)");
	expect("{\"runs\":[{}]}", "log:1: expected a run with a tool, found none (byte 11)");
	expect("{\"runs\":[{\"results\":7}]}",
	       "log:1: expected the list of results, found '7' (byte 20)");
	expect("{\"runs\":[{\"tool\":7}]}", "log:1: tool: expected an object (byte 17)");
	expect("{\"runs\":[{\"tool\":{}}]}",
	       "log:1: tool.driver: expected an object, found none (byte 17)");
	expect("{\"runs\":[{\"tool\":{\"driver\":{\"name\":1}}}]}",
	       "log:1: tool.driver.name: expected a string, found a number (byte 17)");
	expect("{\"runs\":[{\"tool\":{\"driver\":{\"name\":\"t\",\"rules\":[{\"id\":\"a\"},{}]}}}]"
	       "}",
	       "log:1: tool.driver.rules[1].id: expected a string, found none (byte 17)");
}

static void goes_on(void **state)
{
	static const char text[] =
		LOG(GOOD ",{\"level\":3}," GOOD ",{\"message\":{\"text\":\"\\u0000\"}}");
	FILE *stream = fmemopen((void *)text, strlen(text), "rb");
	struct sarif_reader *reader = sarif_reader_from_stream(stream, "log");
	const struct sarif_read_result *result;

	(void)state;
	assert_int_equal(sarif_reader_next(reader, &result), SARIF_READ_RESULT);
	assert_null(sarif_reader_error(reader));
	assert_int_equal(sarif_reader_next(reader, &result), SARIF_READ_ERROR);
	assert_true(sarif_reader_error(reader)->resumable);
	assert_null(result);
	assert_int_equal(sarif_reader_next(reader, &result), SARIF_READ_RESULT);
	assert_string_equal(result->message, "m");
	assert_int_equal(sarif_reader_next(reader, &result), SARIF_READ_ERROR);
	assert_true(sarif_reader_error(reader)->resumable);
	assert_int_equal(sarif_reader_next(reader, &result), SARIF_READ_END);
	assert_null(sarif_reader_error(reader));
	sarif_reader_close(reader);
	fclose(stream);
}

static void stays_failed(void **state)
{
	static const char text[] = "{\"version\":\"2.1.0\",\"runs\":[{" TOOL ",\"results\":[{]";
	FILE *stream = fmemopen((void *)text, strlen(text), "rb");
	struct sarif_reader *reader = sarif_reader_from_stream(stream, "log");
	const struct sarif_read_result *result;

	(void)state;
	for (int i = 0; i < 3; i++) {
		assert_int_equal(sarif_reader_next(reader, &result), SARIF_READ_ERROR);
		assert_false(sarif_reader_error(reader)->resumable);
	}
	sarif_reader_close(reader);
	fclose(stream);
}

static void every_cut(void **state)
{
	static const char text[] = "{\"version\":\"2.1.0\",\"runs\":[{\"results\":[" GOOD "," GOOD
				   "]," TOOL ",\"x\":[1e5,\"\xe2\x82\xac\\u00e9\",true]}]}";
	unsigned results;

	(void)state;
	assert_string_equal(error_of(text, sizeof(text) - 1, &results), "");
	assert_int_equal(results, 2);
	for (size_t n = 1; n < sizeof(text) - 1; n++) {
		char *part = malloc(n);
		const char *error;

		memcpy(part, text, n); /* of its own, so that a checker sees a read past the end */
		error = error_of(part, n, &results);
		assert_non_null(strstr(error, "found the end of the file"));
		free(part);
	}
}

static void every_byte_changed(void **state)
{
	static const char text[] =
		LOG("{\"ruleId\":\"r\",\"message\":{\"text\":\"m\"},\"locations\":[{"
		    "\"physicalLocation\":{\"region\":{\"startLine\":1}}}]}," GOOD);
	static const char changes[] = "\0\xff\"\\{}[]:,1n\n-";
	char changed[sizeof(text)];
	unsigned results;

	(void)state;
	for (size_t at = 0; at < sizeof(text) - 1; at++)
		for (size_t i = 0; i < sizeof(changes) - 1; i++) {
			memcpy(changed, text, sizeof(text));
			changed[at] = changes[i];
			error_of(changed, sizeof(text) - 1, &results); /* no crash, and an end */
			assert_true(results <= 2);
		}
}

/* BEFORE, LEVELS containers within one another, AFTER. */
static char *nested(const char *before, int levels, const char *after)
{
	char *text = malloc(strlen(before) + 2 * (size_t)levels + strlen(after) + 1);
	char *end = stpcpy(text, before);

	memset(end, '[', (size_t)levels);
	memset(end + levels, ']', (size_t)levels);
	strcpy(end + 2 * levels, after);
	return text;
}

static void nesting(void **state)
{
	static const char before[] = "{\"version\":\"2.1.0\",\"runs\":[{" TOOL
				     ",\"results\":[{\"message\":{},\"properties\":{\"x\":";
	unsigned results;
	char *text = nested(before, SARIF_READ_MAX_DEPTH - 6, "}}]}]}");

	(void)state;
	assert_string_equal(error_of(text, strlen(text), &results), "");
	assert_int_equal(results, 1);
	free(text);
	for (int levels = SARIF_READ_MAX_DEPTH - 5; levels < 1000000; levels *= 40) {
		text = nested(before, levels, "}}]}]}");
		assert_non_null(strstr(error_of(text, strlen(text), &results),
				       "expected at most 64 levels of nesting, found more"));
		free(text);
		text = nested("{\"x\":", levels + 5, "}");
		assert_non_null(strstr(error_of(text, strlen(text), &results),
				       "expected at most 64 levels of nesting, found more"));
		free(text);
	}
}

static void too_large(void **state)
{
	static const char before[] = LOG("");
	size_t n = SARIF_READ_MAX_VALUE + 200000u;
	char *text = malloc(n);
	unsigned results;

	(void)state;
	memset(text, 'x', n);
	memcpy(text, before, sizeof(before) - 5);
	memcpy(text + sizeof(before) - 5, "{\"a\":\"", 6);
	assert_non_null(strstr(error_of(text, n, &results),
			       "expected a result of at most 16777216 bytes, found more"));
	free(text);
}

static void not_readable(void **state)
{
	static const char *const paths[] = { "/nonexistent/x.sarif", "/" };
	static const int errors[] = { ENOENT, EISDIR };

	(void)state;
	for (size_t i = 0; i < COUNT(paths); i++) {
		struct sarif_reader *reader = sarif_reader_open(paths[i]);
		const struct sarif_read_result *result;
		char *message;

		assert_int_equal(sarif_reader_next(reader, &result), SARIF_READ_ERROR);
		assert_int_equal(sarif_reader_error(reader)->system, errors[i]);
		message = sarif_read_error_message(sarif_reader_error(reader));
		assert_int_equal(strncmp(message, paths[i], strlen(paths[i])), 0);
		free(message);
		sarif_reader_close(reader);
	}
	sarif_reader_close(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST("what is no SARIF 2.1.0 log is told apart", not_a_log),
		TEST("text that is not JSON is an error at its byte", not_json),
		TEST("bytes that are not UTF-8 are an error at the character", not_utf8),
		TEST("a wrong type in a result names the member, and what it should be",
		     wrong_types),
		TEST("a wrong type outside the results is an error", wrong_frame),
		TEST("behind a bad result reading goes on", goes_on),
		TEST("behind broken JSON it does not", stays_failed),
		TEST("a log cut at any byte is an error", every_cut),
		TEST("any byte changed ends in a result or an error", every_byte_changed),
		TEST("too deep nesting is an error, however deep", nesting),
		TEST("a result too large for memory is an error", too_large),
		TEST("a file that cannot be read is an error with the system's reason",
		     not_readable),
	};

	return cmocka_run_group_tests_name("sarif read bad", tests, NULL, NULL);
}
