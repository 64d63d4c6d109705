// SPDX-License-Identifier: MIT
/*
 * Matching with a baseline: what is new, what is known though it moved, what is gone.
 */
#include "sarif_read.h"
#include "support.h"

static struct sarif_match *match;

static int setup(void **state)
{
	(void)state;
	match = sarif_match_new();
	return match == NULL;
}

static int teardown(void **state)
{
	(void)state;
	sarif_match_free(match);
	return 0;
}

struct finding {
	const char *rule, *uri, *function, *message, *fingerprint, *level;
	int line;
};

/* What is not given is as in every other; a fingerprint of "" is none. */
#define FINDING(...) (&(struct finding){ __VA_ARGS__ })

static const char * or (const char *given, const char *otherwise)
{
	return given ? given : otherwise;
}

static void add(enum sarif_match_side side, const struct finding *finding)
{
	static char text[2048], hash[256];
	struct sarif_reader *reader;
	const struct sarif_read_result *result;
	FILE *stream;

	hash[0] = '\0';
	if (strcmp(or (finding->fingerprint, "h:1"), "") != 0)
		snprintf(hash, sizeof(hash), ",\"partialFingerprints\":{\"h\":\"%s\"}",
			 or (finding->fingerprint, "h:1"));
	snprintf(text, sizeof(text),
		 "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"t\"}},"
		 "\"results\":[{\"ruleId\":\"%s\",\"level\":\"%s\",\"message\":{\"text\":\"%s\"},"
		 "\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"%s\"},"
		 "\"region\":{\"startLine\":%d}},\"logicalLocations\":[{\"name\":\"%s\"}]}]%s}]}]}",
		 or (finding->rule, "r"), or (finding->level, "warning"),
		 or (finding->message, "m"), or (finding->uri, "a.c"),
		 finding->line ? finding->line : 10, or (finding->function, "f"), hash);
	stream = fmemopen(text, strlen(text), "rb");
	reader = sarif_reader_from_stream(stream, "log");
	assert_int_equal(sarif_reader_next(reader, &result), SARIF_READ_RESULT);
	assert_int_equal(sarif_match_add(match, side, result), 0);
	sarif_reader_close(reader);
	fclose(stream);
}

static void expect(enum sarif_match_side side, size_t index, const char *name)
{
	assert_string_equal(sarif_baseline_state_name(sarif_match_state(match, side, index)), name);
}

/* What becomes of CURRENT alone against BASELINE alone. */
static void becomes(const struct finding *baseline, const struct finding *current, const char *name)
{
	bool known = strcmp(name, "new") != 0;

	teardown(NULL);
	assert_int_equal(setup(NULL), 0);
	add(SARIF_MATCH_BASELINE, baseline);
	add(SARIF_MATCH_CURRENT, current);
	assert_int_equal(sarif_match_run(match), 0);
	expect(SARIF_MATCH_CURRENT, 0, name);
	expect(SARIF_MATCH_BASELINE, 0, known ? name : "absent");
}

static void one_with_one(void **state)
{
	(void)state;
	becomes(FINDING(.line = 10), FINDING(.line = 10), "unchanged");
	becomes(FINDING(.line = 10), FINDING(.line = 99), "unchanged");
	becomes(FINDING(.line = 10), FINDING(.uri = "./a.c"), "unchanged");
	becomes(FINDING(.line = 10), FINDING(.function = "g"), "unchanged");
	becomes(FINDING(.line = 10), FINDING(.level = "error"), "updated");
	becomes(FINDING(.line = 10), FINDING(.message = "n"), "updated");
	becomes(FINDING(.line = 10), FINDING(.uri = "b.c"), "updated");
	becomes(FINDING(.line = 10), FINDING(.fingerprint = "i:1"), "updated");
	becomes(FINDING(.line = 10), FINDING(.fingerprint = ""), "updated");
	becomes(FINDING(.line = 10), FINDING(.rule = "s"), "new");
	becomes(FINDING(.line = 10), FINDING(.uri = "b.c", .message = "n"), "new");
	becomes(FINDING(.line = 10), FINDING(.fingerprint = "i:1", .message = "n"), "new");
	becomes(FINDING(.line = 10), FINDING(.fingerprint = "i:1", .function = "g"), "new");
	becomes(FINDING(.line = 10), FINDING(.fingerprint = "i:1", .uri = "b.c"), "new");
}

static void without_fingerprints(void **state)
{
	(void)state;
	becomes(FINDING(.fingerprint = ""), FINDING(.fingerprint = ""), "unchanged");
	becomes(FINDING(.fingerprint = ""), FINDING(.fingerprint = "", .line = 3), "unchanged");
	becomes(FINDING(.fingerprint = ""), FINDING(.fingerprint = "", .uri = "b.c"), "new");
}

static void one_matches_one(void **state)
{
	(void)state;
	add(SARIF_MATCH_BASELINE, FINDING(.line = 10));
	add(SARIF_MATCH_CURRENT, FINDING(.line = 20));
	add(SARIF_MATCH_CURRENT, FINDING(.line = 10));
	assert_int_equal(sarif_match_run(match), 0);
	expect(SARIF_MATCH_CURRENT, 0, "new");
	expect(SARIF_MATCH_CURRENT, 1, "unchanged");
}

static void the_surest_first(void **state)
{
	(void)state;
	add(SARIF_MATCH_BASELINE, FINDING(.fingerprint = "x:1"));
	add(SARIF_MATCH_BASELINE, FINDING(.uri = "b.c"));
	add(SARIF_MATCH_CURRENT, FINDING(.fingerprint = "y:1"));
	add(SARIF_MATCH_CURRENT, FINDING(.fingerprint = "x:1", .line = 11));
	add(SARIF_MATCH_CURRENT, FINDING(.uri = "c.c"));
	assert_int_equal(sarif_match_run(match), 0);
	expect(SARIF_MATCH_CURRENT, 0, "new");
	expect(SARIF_MATCH_CURRENT, 1, "unchanged");
	expect(SARIF_MATCH_CURRENT, 2, "updated");
	expect(SARIF_MATCH_BASELINE, 0, "unchanged");
	expect(SARIF_MATCH_BASELINE, 1, "updated");
}

static void empty_lists(void **state)
{
	(void)state;
	assert_int_equal(sarif_match_run(match), 0);
	assert_int_equal(sarif_match_state(match, SARIF_MATCH_CURRENT, 0), SARIF_BASELINE_UNSET);
	assert_null(sarif_baseline_state_name(SARIF_BASELINE_UNSET));
	add(SARIF_MATCH_CURRENT, FINDING(.line = 10));
	assert_int_equal(sarif_match_run(match), 0);
	expect(SARIF_MATCH_CURRENT, 0, "new");
}

/* All alike is the worst case for a table of hashes. */
static void many_alike(void **state)
{
	enum { N = 20000 };

	(void)state;
	for (int i = 0; i < N; i++) {
		add(SARIF_MATCH_BASELINE, FINDING(.line = 1));
		add(SARIF_MATCH_CURRENT, FINDING(.line = 2));
	}
	add(SARIF_MATCH_CURRENT, FINDING(.line = 2));
	assert_int_equal(sarif_match_run(match), 0);
	for (size_t i = 0; i < N; i++)
		expect(SARIF_MATCH_CURRENT, i, "unchanged");
	expect(SARIF_MATCH_CURRENT, N, "new");
}

#define MATCH_TEST(sentence, function)                    \
	{                                                 \
		sentence, function, setup, teardown, NULL \
	}

int main(void)
{
	const struct CMUnitTest tests[] = {
		MATCH_TEST("a finding that moved is known, one of another rule is new",
			   one_with_one),
		MATCH_TEST("without fingerprints the message in its function tells",
			   without_fingerprints),
		MATCH_TEST("a second finding like a known one is new", one_matches_one),
		MATCH_TEST("what is surely the same is matched before what probably is",
			   the_surest_first),
		MATCH_TEST("lists may be empty", empty_lists),
		MATCH_TEST("thousands that are alike match one by one", many_alike),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
