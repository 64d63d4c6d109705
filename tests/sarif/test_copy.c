// SPDX-License-Identifier: MIT
/*
 * Copying a log: what is no result passes as it is, results as the caller has them.
 */
#include <jansson.h>

#include "sarif_read.h"
#include "support.h"

static struct sarif_json json;

static struct sarif_reader *open_text(FILE **stream, const char *text)
{
	*stream = fmemopen((void *)text, strlen(text), "rb");
	return sarif_reader_from_stream(*stream, "log");
}

/* Writes each result as it is, or not at all if its message is "drop". */
static enum sarif_read_status copy_results(struct sarif_reader *reader)
{
	const struct sarif_read_result *result;
	enum sarif_read_status status;

	while ((status = sarif_reader_next(reader, &result)) == SARIF_READ_RESULT)
		if (strcmp(result->message, "drop") != 0)
			sarif_json_raw(&json, NULL, result->text);
	return status;
}

/* The copy of TEXT, NULL if it could not be read to its end. Caller frees. */
static char *copy(const char *text, void (*more)(void *context, const struct sarif_read_run *run))
{
	struct sarif_buffer buffer = { 0 };
	FILE *stream;
	struct sarif_reader *reader = open_text(&stream, text);
	bool whole;

	sarif_json_init(&json, sarif_buffer_sink(&buffer), 2);
	sarif_reader_copy_to(reader, &json, more, &json);
	whole = copy_results(reader) == SARIF_READ_END;
	if (whole)
		assert_int_equal(sarif_json_finish(&json), 0);
	sarif_reader_close(reader);
	fclose(stream);
	if (whole)
		return buffer.data;
	sarif_buffer_free(&buffer);
	return NULL;
}

static void same(const char *text, const char *expected,
		 void (*more)(void *context, const struct sarif_read_run *run))
{
	char *made = copy(text, more);
	json_t *left, *right;

	assert_non_null(made);
	left = json_loads(made, JSON_REJECT_DUPLICATES, NULL);
	right = json_loads(expected, 0, NULL);
	assert_non_null(left);
	assert_non_null(right);
	if (!json_equal(left, right))
		fail_msg("expected %s, found %s", expected, made);
	json_decref(left);
	json_decref(right);
	free(made);
}

#define TOOL "\"tool\":{\"driver\":{\"name\":\"t\",\"x\":1}}"
#define RESULT(text) "{\"message\":{\"text\":\"" text "\"},\"unknown\":[null,{}]}"
#define LOG(runs) \
	"{\"$schema\":\"s\",\"version\":\"2.1.0\",\"runs\":[" runs "],\"later\":{\"a\":[]}}"

static const char whole[] = LOG("{" TOOL ",\"ours\":{\"deep\":[[[1.50]]]},\"results\":[" RESULT(
	"a") "," RESULT("b") "],\"artifacts\":[{}]},"
			     "{\"results\":[" RESULT("c") "]," TOOL "},{" TOOL "}");

static void nothing_lost(void **state)
{
	(void)state;
	same(whole, whole, NULL);
	same(LOG("{" TOOL ",\"results\":null}"), LOG("{" TOOL ",\"results\":null}"), NULL);
	same("{\"version\":\"2.1.0\",\"runs\":null}", "{\"version\":\"2.1.0\",\"runs\":null}",
	     NULL);
}

static void text_kept(void **state)
{
	char *made = copy(whole, NULL);

	(void)state;
	assert_non_null(strstr(made, "{\"deep\":[[[1.50]]]}"));
	free(made);
}

static void without(void **state)
{
	(void)state;
	same(LOG("{" TOOL ",\"results\":[" RESULT("drop") "," RESULT("a") "," RESULT("drop") "]}"),
	     LOG("{" TOOL ",\"results\":[" RESULT("a") "]}"), NULL);
}

static void one_more(void *context, const struct sarif_read_run *run)
{
	char text[64];

	snprintf(text, sizeof(text), "{\"message\":{\"text\":\"more%zu\"}}", run->index);
	sarif_json_raw(context, NULL, text);
}

#define MORE(n) "{\"message\":{\"text\":\"more" n "\"}}"

static void added(void **state)
{
	(void)state;
	same(LOG("{" TOOL ",\"results\":[" RESULT("a") "]},{" TOOL ",\"results\":[]},{" TOOL
						       "},{\"results\":null," TOOL "}"),
	     LOG("{" TOOL ",\"results\":[" RESULT("a") "," MORE(
		     "0") "]},{" TOOL
			  ",\"results\":[" MORE("1") "]},{" TOOL ",\"results\":[" MORE(
				  "2") "]},{" TOOL ",\"results\":[" MORE("3") "]}"),
	     one_more);
}

/* Longer than the reader's buffer, and than what it would keep of a result. */
static void large_values(void **state)
{
	const size_t n = SARIF_READ_MAX_VALUE + 100000;
	char *text = malloc(n + 200), *made;
	int before = sprintf(text, "{\"version\":\"2.1.0\",\"big\":\"");

	(void)state;
	assert_non_null(text);
	memset(text + before, 'x', n);
	strcpy(text + before + n, "\",\"runs\":[{" TOOL "}]}");
	made = copy(text, NULL);
	assert_non_null(made);
	assert_int_equal(strspn(strstr(made, "\"big\": \"") + 8, "x"), n);
	free(made);
	free(text);
}

static void cut(void **state)
{
	char text[sizeof(whole)];

	(void)state;
	for (size_t n = 0; n < sizeof(whole) - 1; n++) {
		memcpy(text, whole, n);
		text[n] = '\0';
		if (n)
			assert_null(copy(text, NULL));
	}
}

static int full(void *context, const char *data, size_t n)
{
	(void)context;
	(void)data;
	(void)n;
	return ENOSPC;
}

static void no_room(void **state)
{
	FILE *stream;
	struct sarif_reader *reader = open_text(&stream, whole);

	(void)state;
	sarif_json_init(&json, (struct sarif_sink){ full, NULL }, 0);
	sarif_reader_copy_to(reader, &json, NULL, NULL);
	assert_int_equal(copy_results(reader), SARIF_READ_END);
	assert_int_equal(sarif_json_finish(&json), ENOSPC);
	sarif_reader_close(reader);
	fclose(stream);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST("a copy has all that the log has, also what nobody knows", nothing_lost),
		TEST("numbers and order are as they were", text_kept),
		TEST("a result that is not written is left out", without),
		TEST("what is added stands at the end of each run's results", added),
		TEST("values of any size pass", large_values),
		TEST("a log that is cut anywhere is an error", cut),
		TEST("a failing sink is told at the end", no_room),
	};

	return cmocka_run_group_tests_name("copy", tests, NULL, NULL);
}
