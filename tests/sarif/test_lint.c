// SPDX-License-Identifier: MIT
/*
 * The lint: where a complaint is said to be, what only the end of a run decides, and
 * texts that are no log. Which complaints there are is compared with others' in lint.sh.
 */
#include "sarif_lint.h"
#include "support.h"

#define LOG(run) "{\"version\":\"2.1.0\",\n\"runs\":[\n{" run "}]}"
#define TOOL "\"tool\":{\"driver\":{\"name\":\"t\",\"rules\":[{\"id\":\"a\"}]}}"

static struct {
	size_t n;
	char all[8192]; /* a line each: "LINE RULE POINTER" */
	char message[1024]; /* the last one */
} said;

static void complain(void *context, const struct sarif_lint_complaint *complaint)
{
	size_t used = strlen(said.all);

	assert_ptr_equal(context, &said);
	said.n++;
	snprintf(said.all + used, sizeof(said.all) - used, "%llu %s %s\n",
		 (unsigned long long)complaint->line, complaint->rule, complaint->pointer);
	snprintf(said.message, sizeof(said.message), "%s", complaint->message);
}

static const char *lint_n(const char *text, size_t n, enum sarif_lint_profile profile)
{
	FILE *stream = fmemopen((void *)text, n, "rb");

	memset(&said, 0, sizeof(said));
	assert_int_equal(sarif_lint(stream, profile, complain, &said), 0);
	fclose(stream);
	return said.all;
}

static const char *lint(const char *text)
{
	return lint_n(text, strlen(text), SARIF_LINT_STANDARD);
}

static void good(void **state)
{
	(void)state;
	assert_string_equal(lint(LOG(TOOL ",\"results\":[{\"ruleId\":\"a/b\",\"ruleIndex\":0,"
					  "\"message\":{\"text\":\"m {{0}}\"}}]")),
			    "");
	assert_string_equal(lint(LOG(TOOL ",\"results\":null")), "");
}

static void places(void **state)
{
	(void)state;
	assert_string_equal(lint(LOG(TOOL ",\"results\":[\n{\"message\":{\"text\":\"m\"},\n"
					  "\"ruleId\":\n7}]")),
			    "6 schema /runs/0/results/0/ruleId\n"
			    "4 rule-id /runs/0/results/0\n");
	/* A name with what a pointer escapes, and one that JSON escapes. */
	assert_string_equal(lint(LOG(TOOL ",\n\"a/b~c\":1,\n\"\\u0064\\n\":2")),
			    "4 schema /runs/0/a~1b~0c\n5 schema /runs/0/d\n\n");
	assert_string_equal(lint(LOG(TOOL
				     ",\"properties\":{\"tags\":[\"}\\\"]\"]},\n\"results\":[\n"
				     "{\"ruleId\":\"a\",\"properties\":{\"x\":\"]}\\\\\"},\n"
				     "\"message\":{\"text\":\"m\",\n\"markdown\":[]}}]")),
			    "7 schema /runs/0/results/0/message/markdown\n");
	/* A member that is not there is where its object is. */
	assert_string_equal(lint(LOG(TOOL ",\"results\":[\n\n{\"ruleId\":\"a\"}]")),
			    "5 schema /runs/0/results/0\n");
	assert_string_equal(lint("{\"runs\":[\n\n{}]}"), "3 schema /runs/0\n1 schema \n");
}

static void later_tool(void **state)
{
	(void)state;
	assert_string_equal(
		lint(LOG("\"results\":[\n{\"ruleIndex\":1,\"message\":{\"text\":\"m\"}},\n"
			 "{\"ruleIndex\":1,\"message\":{\"text\":\"m\"}},\n"
			 "{\"ruleId\":\"b\",\"ruleIndex\":0,\"message\":{\"text\":\"m\"}}]," TOOL)),
		"4 index /runs/0/results/0\n6 rule-id /runs/0/results/2\n");
	assert_string_equal(said.message,
			    "ruleId is 'b', and the rule at ruleIndex is 'a' (3.27.5)");
	assert_string_equal(
		lint(LOG(TOOL
			 ",\"results\":[{\"ruleId\":\"a\",\"message\":{\"text\":\"m\"},\n"
			 "\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"index\":1}}"
			 "}]}],\"artifacts\":[{},{\"length\":1}]")),
		"");
	assert_string_equal(
		lint(LOG(TOOL
			 ",\"results\":[{\"ruleId\":\"a\",\"message\":{\"text\":\"m\"},\n"
			 "\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"index\":2}}"
			 "}]}],\"artifacts\":[{},{\"length\":1}]")),
		"4 index /runs/0/results/0/locations/0/physicalLocation/artifactLocation/index\n");
	/* What stands in other files is not known. */
	assert_string_equal(
		lint(LOG(TOOL ",\"results\":[{\"ruleIndex\":7,\"message\":{\"text\":\"m\"}}],"
			      "\"externalPropertyFileReferences\":{}")),
		"");
}

static void twice(void **state)
{
	(void)state;
	assert_string_equal(lint(LOG(TOOL ",\n" TOOL)), "4 duplicate-name /runs/0/tool\n");
	assert_string_equal(lint(LOG(TOOL ",\"artifacts\":[{\"length\":1},\n{ \"length\": 1}]")),
			    "4 schema /runs/0/artifacts/1\n");
}

static void no_log(void **state)
{
	static const char whole[] =
		LOG(TOOL ",\"results\":[{\"message\":{\"text\":\"m\\u00e4\"}}]");

	(void)state;
	assert_string_equal(lint("[]"), "1 json \n");
	assert_string_equal(lint("{}\nx"), "2 json \n");
	for (size_t n = 1; n < sizeof(whole) - 1; n++) {
		lint_n(whole, n, SARIF_LINT_GITHUB);
		assert_non_null(strstr(said.all, " json \n"));
	}
	lint_n(whole, sizeof(whole) - 1, SARIF_LINT_GITHUB);
	assert_null(strstr(said.all, " json \n"));
}

/* Whatever a byte is changed to, it is looked at, and there is an end. */
static void any_byte(void **state)
{
	static char text[] = LOG(TOOL ",\"results\":[{\"message\":{\"text\":\"m [x](1)\"},"
				      "\"locations\":[{\"id\":1,\"physicalLocation\":{\"region\":{"
				      "\"startLine\":1}}}]}]");
	static const char bytes[] = "{}[]\",:\\0-en \x80\xff";

	(void)state;
	for (size_t i = 0; i < sizeof(text) - 1; i++) {
		char was = text[i];

		for (size_t j = 0; j < sizeof(bytes); j++) {
			text[i] = bytes[j];
			lint_n(text, sizeof(text) - 1, SARIF_LINT_GITHUB);
		}
		text[i] = was;
	}
	assert_string_equal(lint(text), "3 schema /runs/0/results/0/locations/0/physicalLocation\n"
					"3 rule-id /runs/0/results/0\n");
}

static void long_values(void **state)
{
	static char text[4000];
	int n = snprintf(text, sizeof(text), "{\"version\":\"x");

	(void)state;
	for (int i = 0; i < 900; i++)
		n += snprintf(text + n, sizeof(text) - (size_t)n, "\xc3\xa4");
	snprintf(text + n, sizeof(text) - (size_t)n, "\",\"runs\":[]}");
	assert_string_equal(lint(text), "1 schema /version\n");
	assert_true(strlen(said.message) > 800);
	assert_int_equal(said.message[strlen(said.message) - 2], '\xc3');
	assert_int_equal(said.message[strlen(said.message) - 1], '\xa4');
}

static void limits(void **state)
{
	static char text[60 * 22 + 100];
	int n = snprintf(text, sizeof(text), "{\"version\":\"2.1.0\",\"runs\":[");

	(void)state;
	for (int i = 0; i < 21; i++)
		n += snprintf(text + n, sizeof(text) - (size_t)n,
			      "%s{\"tool\":{\"driver\":{\"name\":\"t%d\"}}}", i ? "," : "", i);
	snprintf(text + n, sizeof(text) - (size_t)n, "]}");
	assert_string_equal(lint_n(text, strlen(text), SARIF_LINT_GITHUB),
			    "1 github-limit /runs\n");
	assert_string_equal(lint(text), "");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST("of a good log nothing is said", good),
		TEST("a complaint has the pointer and the line of its value", places),
		TEST("what results refer to may come behind them", later_tool),
		TEST("what is there twice is told", twice),
		TEST("a text that is no JSON, or cut anywhere, is the last complaint", no_log),
		TEST("any byte may be any other", any_byte),
		TEST("a long value is cut between characters", long_values),
		TEST("GitHub's limits are looked at on request", limits),
	};

	return cmocka_run_group_tests_name("lint", tests, NULL, NULL);
}
