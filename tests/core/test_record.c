// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Records: lines from unit to end, counts that are right, and valid JSON
 * whatever bytes the strings hold (Documentation/record.md).
 */
#include "support.h"

#include <unistd.h>

#include <jansson.h>

#include "report/record.h"
#include "sha256.h"
#include "suppression.h"

static struct lc_unit unit;
static char *text;
static json_t *lines[64];
static size_t n_lines;

static int start(void **state)
{
	(void)state;
	return lc_unit_init(&unit);
}

static int end(void **state)
{
	(void)state;
	lc_unit_free(&unit);
	while (n_lines)
		json_decref(lines[--n_lines]);
	free(text);
	text = NULL;
	return 0;
}

/* Every line is one JSON object with a kind and ends in a newline; no byte lies outside a line. */
static void write_and_parse(void)
{
	size_t length = 0;

	text = lc_record_text(&unit, &length);
	assert_non_null(text);
	assert_int_equal(strlen(text), length);
	for (char *line = text, *next; line < text + length; line = next + 1) {
		json_error_t error;
		json_t *object;

		next = memchr(line, '\n', (size_t)(text + length - line));
		assert_non_null(next);
		assert_true(n_lines < COUNT(lines));
		object = json_loadb(line, (size_t)(next - line), JSON_REJECT_DUPLICATES, &error);
		if (!object)
			fail_msg("%s in: %.*s", error.text, (int)(next - line), line);
		lines[n_lines++] = object;
		assert_true(json_is_string(json_object_get(object, "kind")));
	}
	assert_true(n_lines >= 2);
	assert_string_equal(json_string_value(json_object_get(lines[0], "kind")), "unit");
	assert_string_equal(json_string_value(json_object_get(lines[n_lines - 1], "kind")), "end");
}

static json_t *line_of(const char *kind, size_t number)
{
	for (size_t i = 0; i < n_lines; i++)
		if (!strcmp(json_string_value(json_object_get(lines[i], "kind")), kind) &&
		    !number--)
			return lines[i];
	return NULL;
}

static size_t count_of(const char *kind)
{
	size_t n = 0;

	while (line_of(kind, n))
		n++;
	return n;
}

static const char *string_in(json_t *object, const char *key)
{
	const char *value = json_string_value(json_object_get(object, key));

	if (!value)
		fail_msg("no string '%s'", key);
	return value;
}

static json_int_t number_in(json_t *object, const char *key)
{
	json_t *value = json_object_get(object, key);

	if (!json_is_integer(value))
		fail_msg("no number '%s'", key);
	return json_integer_value(value);
}

static struct lc_conversion *convert(const char *type, int line)
{
	struct lc_conversion *c = lc_unit_add_conversion(&unit);

	c->function = "parse";
	c->cast = place_at("drivers/foo.c", line);
	c->target.type = type;
	c->target.size = 8;
	c->target.alignment = 2;
	return c;
}

static struct lc_judgement *judge(struct lc_conversion *c, enum lc_verdict verdict,
				  enum lc_level level)
{
	struct lc_judgement *j = lc_conversion_add_judgement(&unit, c);

	j->rule = lc_rule_find("lc-short-buffer");
	j->verdict = verdict;
	j->level = level;
	j->place = c->cast;
	j->how = "how";
	if (level != LC_LEVEL_NONE)
		j->message = "a message";
	return j;
}

static void an_empty_unit_has_a_first_and_a_last_line(void **state)
{
	(void)state;
	write_and_parse();
	assert_int_equal(n_lines, 2);
	assert_int_equal(number_in(lines[0], "version"), LC_RECORD_VERSION);
	assert_string_equal(string_in(lines[0], "tool"), LC_TOOL_NAME);
	assert_string_equal(string_in(lines[0], "toolVersion"), LC_VERSION);
	assert_int_equal(number_in(lines[1], "results"), 0);
	assert_int_equal(number_in(lines[1], "conversions"), 0);
	assert_int_equal(number_in(lines[1], "requirements"), 0);
	assert_int_equal(number_in(lines[1], "layouts"), 0);
}

static void the_unit_says_how_it_was_compiled(void **state)
{
	static const char *const options[] = { "-O2", "-DX=\"a b\"" };

	(void)state;
	unit.adapter = "gcc-plugin";
	unit.compiler = "GCC 12.2.0";
	unit.target = "x86_64-linux-gnu";
	unit.language = "GNU C17";
	unit.source = "drivers/foo.c";
	unit.directory = "/build";
	unit.object = "drivers/foo.o";
	unit.options = options;
	unit.n_options = 2;
	unit.model_hash = "abc";
	write_and_parse();
	assert_string_equal(string_in(lines[0], "adapter"), "gcc-plugin");
	assert_string_equal(string_in(lines[0], "compiler"), "GCC 12.2.0");
	assert_string_equal(string_in(lines[0], "target"), "x86_64-linux-gnu");
	assert_string_equal(string_in(lines[0], "language"), "GNU C17");
	assert_string_equal(string_in(lines[0], "source"), "drivers/foo.c");
	assert_string_equal(string_in(lines[0], "directory"), "/build");
	assert_string_equal(string_in(lines[0], "object"), "drivers/foo.o");
	assert_string_equal(string_in(lines[0], "model"), "abc");
	assert_int_equal(json_array_size(json_object_get(lines[0], "options")), 2);
	assert_string_equal(
		json_string_value(json_array_get(json_object_get(lines[0], "options"), 1)),
		options[1]);
}

static void counts_are_those_of_the_lines(void **state)
{
	struct lc_conversion *c;
	json_t *last;

	(void)state;
	for (int i = 0; i < 6; i++) {
		c = convert(i % 2 ? "struct a" : "struct b", 10 + i);
		judge(c, LC_PROVEN, LC_LEVEL_NONE);
		if (i < 2)
			judge(c, LC_REFUTED, LC_LEVEL_ERROR);
		if (i < 1)
			judge(c, LC_OPEN, LC_LEVEL_NOTE);
	}
	for (unsigned i = 0; i < 4; i++)
		lc_unit_add_requirement(&unit)->function = "parse";
	lc_unit_add_incomplete(&unit)->reason = "work bound";
	write_and_parse();
	last = lines[n_lines - 1];
	assert_int_equal(count_of("unit"), 1);
	assert_int_equal(count_of("end"), 1);
	assert_int_equal(count_of("incomplete"), 1);
	assert_int_equal(count_of("conversion"), 6);
	assert_int_equal(count_of("requirement"), 4);
	assert_int_equal(count_of("layout"), 2);
	assert_int_equal(count_of("result"), 3);
	assert_int_equal(number_in(last, "conversions"), 6);
	assert_int_equal(number_in(last, "requirements"), 4);
	assert_int_equal(number_in(last, "layouts"), 2);
	assert_int_equal(number_in(last, "results"), 3);
}

static void a_conversion_is_written_in_full(void **state)
{
	static const struct lc_step step = { .text = "len >= 8" };
	struct lc_conversion *c = convert("struct hdr", 12);
	struct lc_access *access = lc_conversion_add_access(&unit, c);
	struct lc_judgement *j = judge(c, LC_PROVEN, LC_LEVEL_NONE);
	json_t *line, *place, *verdict;

	(void)state;
	c->cast.end_line = 12;
	c->cast.end_column = 14;
	c->origin.kind = "parameter";
	c->origin.name = "buf";
	c->origin.domain = LC_DOMAIN_PACKET;
	c->origin.extent = "len bytes";
	c->held_by = "lc_ref_from_prefix";
	access->place = place_at("drivers/foo.c", 15);
	access->what = "h->len";
	access->write = true;
	j->assumes = "len is the length of buf";
	j->pointer = "buf";
	j->length = "len";
	j->steps = &step;
	j->n_steps = 1;
	write_and_parse();
	line = line_of("conversion", 0);
	assert_int_equal(number_in(line, "id"), 1);
	assert_string_equal(string_in(line, "conversion"), "overlay");
	assert_string_equal(string_in(line, "function"), "parse");
	assert_string_equal(string_in(line, "heldBy"), "lc_ref_from_prefix");
	place = json_object_get(line, "cast");
	assert_string_equal(string_in(place, "file"), "drivers/foo.c");
	assert_int_equal(number_in(place, "line"), 12);
	assert_int_equal(number_in(place, "column"), 9);
	assert_int_equal(number_in(place, "endLine"), 12);
	assert_int_equal(number_in(place, "endColumn"), 14);
	assert_string_equal(string_in(json_object_get(line, "target"), "type"), "struct hdr");
	assert_int_equal(number_in(json_object_get(line, "target"), "size"), 8);
	assert_int_equal(number_in(json_object_get(line, "target"), "alignment"), 2);
	assert_string_equal(string_in(json_object_get(line, "origin"), "name"), "buf");
	assert_string_equal(string_in(json_object_get(line, "origin"), "domain"), "packet");
	assert_string_equal(string_in(json_object_get(line, "origin"), "extent"), "len bytes");
	assert_int_equal(number_in(json_object_get(line, "origin"), "alignment"), 1);
	place = json_array_get(json_object_get(line, "accesses"), 0);
	assert_string_equal(string_in(place, "what"), "h->len");
	assert_true(json_is_true(json_object_get(place, "write")));
	verdict = json_array_get(json_object_get(line, "verdicts"), 0);
	assert_string_equal(string_in(verdict, "rule"), "lc-short-buffer");
	assert_string_equal(string_in(verdict, "verdict"), "proven");
	assert_string_equal(string_in(verdict, "how"), "how");
	assert_string_equal(string_in(verdict, "assumes"), "len is the length of buf");
	assert_string_equal(string_in(verdict, "pointer"), "buf");
	assert_string_equal(string_in(verdict, "length"), "len");
	assert_null(json_object_get(verdict, "level"));
	verdict = json_array_get(json_object_get(verdict, "steps"), 0);
	assert_string_equal(string_in(verdict, "text"), "len >= 8");
	/* A step without a place has none. */
	assert_null(json_object_get(verdict, "place"));
}

static void a_finding_is_a_sarif_result(void **state)
{
	struct lc_conversion *c = convert("struct hdr", 12);
	struct lc_judgement *j = judge(c, LC_REFUTED, LC_LEVEL_ERROR);
	json_t *result, *place, *properties, *flow;
	struct lc_step steps[40];

	(void)state;
	j->place.line = 15;
	j->assumes = "trust";
	for (size_t i = 0; i < COUNT(steps); i++)
		steps[i] = (struct lc_step){ .place = place_at("drivers/foo.h", (int)i + 1),
					     .text = "a step" };
	j->steps = steps;
	j->n_steps = 2;
	write_and_parse();
	result = json_object_get(line_of("result", 0), "result");
	assert_string_equal(string_in(result, "ruleId"), "lc-short-buffer");
	assert_string_equal(string_in(result, "level"), "error");
	assert_string_equal(string_in(result, "kind"), "fail");
	assert_string_equal(string_in(json_object_get(result, "message"), "text"), "a message");
	assert_int_equal(json_array_size(json_object_get(result, "locations")), 1);
	place = json_object_get(json_array_get(json_object_get(result, "locations"), 0),
				"physicalLocation");
	assert_string_equal(string_in(json_object_get(place, "artifactLocation"), "uri"),
			    "drivers/foo.c");
	assert_int_equal(number_in(json_object_get(place, "region"), "startLine"), 15);
	properties = json_object_get(result, "properties");
	assert_string_equal(string_in(properties, "verdict"), "refuted");
	assert_int_equal(number_in(properties, "conversion"), 1);
	assert_string_equal(string_in(properties, "target"), "struct hdr");
	assert_string_equal(string_in(properties, "domain"), "other");
	assert_string_equal(string_in(properties, "castFile"), "drivers/foo.c");
	assert_int_equal(number_in(properties, "castLine"), 12);
	assert_string_equal(string_in(properties, "assumes"), "trust");
	/* The steps, and at the end the finding itself. */
	flow = json_array_get(json_object_get(result, "codeFlows"), 0);
	flow = json_array_get(json_object_get(flow, "threadFlows"), 0);
	assert_int_equal(json_array_size(json_object_get(flow, "locations")), 3);
	/* The verdict in the ledger says which were reported. */
	place = json_array_get(json_object_get(line_of("conversion", 0), "verdicts"), 0);
	assert_string_equal(string_in(place, "level"), "error");
}

static void more_steps_than_a_reader_wants_are_cut(void **state)
{
	struct lc_step steps[100];
	struct lc_judgement *j = judge(convert("struct hdr", 12), LC_REFUTED, LC_LEVEL_ERROR);
	json_t *result;

	(void)state;
	for (size_t i = 0; i < COUNT(steps); i++)
		steps[i] = (struct lc_step){ .place = place_at("drivers/foo.h", (int)i + 1),
					     .text = "a step" };
	j->steps = steps;
	j->n_steps = COUNT(steps);
	write_and_parse();
	result = json_array_get(json_object_get(line_of("conversion", 0), "verdicts"), 0);
	assert_int_equal(json_array_size(json_object_get(result, "steps")), COUNT(steps));
	assert_int_equal(count_of("result"), 1);
}

static void what_is_not_known_is_left_out(void **state)
{
	struct lc_conversion *c = lc_unit_add_conversion(&unit);
	struct lc_requirement *r = lc_unit_add_requirement(&unit);
	json_t *line;

	(void)state;
	c->target.type = "struct hdr";
	r->function = "parse";
	r->alignment = 1;
	write_and_parse();
	assert_null(json_object_get(lines[0], "source"));
	assert_null(json_object_get(lines[0], "options"));
	line = line_of("conversion", 0);
	assert_null(json_object_get(line, "cast"));
	assert_null(json_object_get(line, "function"));
	assert_null(json_object_get(line, "accesses"));
	assert_null(json_object_get(line, "heldBy"));
	assert_null(json_object_get(json_object_get(line, "target"), "size"));
	assert_null(json_object_get(json_object_get(line, "target"), "alignment"));
	line = line_of("layout", 0);
	assert_null(json_object_get(line, "size"));
	assert_null(json_object_get(line, "alignment"));
	assert_null(json_object_get(line, "place"));
	line = line_of("requirement", 0);
	assert_null(json_object_get(line, "bytes"));
	assert_null(json_object_get(line, "alignment"));
	assert_null(strstr(text, "null"));
}

static void a_requirement_says_what_is_needed(void **state)
{
	struct lc_requirement *r = lc_unit_add_requirement(&unit);
	struct lc_needed needs[] = { { 1, "end", "buf" }, { -1, "value", "buf" } };
	json_t *line, *sum;

	(void)state;
	r->constant = -8;
	r->needs = needs;
	r->n_needs = 2;
	r->function = "parse";
	r->external = true;
	r->parameter = 1;
	r->name = "buf";
	r->bytes = 8;
	r->alignment = 4;
	r->place = place_at("a.c", 3);
	write_and_parse();
	line = line_of("requirement", 0);
	assert_string_equal(string_in(line, "function"), "parse");
	assert_true(json_is_true(json_object_get(line, "external")));
	assert_int_equal(number_in(line, "parameter"), 1);
	assert_string_equal(string_in(line, "name"), "buf");
	assert_int_equal(number_in(line, "bytes"), 8);
	assert_int_equal(number_in(line, "alignment"), 4);
	assert_int_equal(number_in(json_object_get(line, "place"), "line"), 3);
	sum = json_object_get(line, "needs");
	assert_int_equal(number_in(sum, "constant"), -8);
	sum = json_object_get(sum, "terms");
	assert_int_equal(json_array_size(sum), 2);
	assert_string_equal(string_in(json_array_get(sum, 0), "what"), "end");
	assert_int_equal(number_in(json_array_get(sum, 1), "coefficient"), -1);
	assert_string_equal(string_in(json_array_get(sum, 1), "text"), "buf");
}

static void any_bytes_become_valid_json(void **state)
{
	static const char *const nasty[] = {
		"a \"quote\" and \\ backslash",
		"line\nbreak\r\ttab",
		"\x01\x1f\x7f control",
		"not \xff\xfe utf-8 \xc3(",
		"\xed\xa0\x80 surrogate",
		"cut \xe2\x82",
		"euro \xe2\x82\xac",
		"%s%n 100%",
		"</script>",
		"",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(nasty); i++) {
		struct lc_conversion *c = convert(nasty[i], 3);
		struct lc_judgement *j = judge(c, LC_REFUTED, LC_LEVEL_ERROR);
		struct lc_step step = { .place = place_at(nasty[i], 4), .text = nasty[i] };
		json_t *line;
		const char *options[] = { nasty[i] };

		unit.source = unit.directory = unit.object = unit.compiler = nasty[i];
		unit.options = options;
		unit.n_options = 1;
		c->function = c->origin.name = c->origin.extent = c->held_by = nasty[i];
		c->cast.file = nasty[i];
		j->message = j->how = j->assumes = j->pointer = j->length = nasty[i];
		j->place = place_at(nasty[i], 5);
		j->steps = &step;
		j->n_steps = 1;
		lc_unit_add_requirement(&unit)->function = nasty[i];
		lc_unit_add_incomplete(&unit)->reason = nasty[i];
		write_and_parse();
		/* What was valid comes back as it was; the rest as U+FFFD. */
		line = line_of("conversion", 0);
		if (i < 3 || i > 5)
			assert_string_equal(string_in(line, "function"), nasty[i]);
		else
			assert_contains(string_in(line, "function"), "\xef\xbf\xbd");
		assert_int_equal(count_of("result"), 1);
		end(NULL);
		assert_int_equal(lc_unit_init(&unit), 0);
	}
}

static void sources_are_named_once_with_their_hash(void **state)
{
	char path[] = "/tmp/layoutcheck-source-XXXXXX", hex[LC_SHA256_HEX];
	struct lc_conversion *c;
	int fd = mkstemp(path);

	(void)state;
	assert_true(fd >= 0);
	assert_int_equal(write(fd, "int x;\n", 7), 7);
	close(fd);
	assert_int_equal(lc_sha256_file(path, hex), 0);
	unit.source = path;
	c = convert("struct hdr", 3);
	c->cast.file = path;
	lc_conversion_add_access(&unit, c)->place = place_at("/nonexistent/file.h", 3);
	lc_conversion_add_access(&unit, c)->place = place_at("/nonexistent/file.h", 4);
	write_and_parse();
	unlink(path);
	assert_int_equal(count_of("source"), 2);
	assert_string_equal(string_in(line_of("source", 0), "file"), path);
	assert_string_equal(string_in(line_of("source", 0), "sha256"), hex);
	/* What cannot be read is named all the same. */
	assert_string_equal(string_in(line_of("source", 1), "file"), "/nonexistent/file.h");
	assert_null(json_object_get(line_of("source", 1), "sha256"));
}

static void every_file_of_a_step_is_a_source(void **state)
{
	static struct lc_step step;
	struct lc_conversion *c = convert("struct hdr", 3);
	struct lc_judgement *j = judge(c, LC_OPEN, LC_LEVEL_WARNING);
	static const char *const files[] = { "/no/cast.h", "/no/access.h", "/no/result.h",
					     "/no/step.h", "/no/need.h" };

	(void)state;
	c->cast.file = files[0];
	lc_conversion_add_access(&unit, c)->place = place_at(files[1], 1);
	j->place = place_at(files[2], 1);
	step = (struct lc_step){ .place = place_at(files[3], 1), .text = "a step" };
	j->steps = &step;
	j->n_steps = 1;
	lc_unit_add_requirement(&unit)->function = "parse";
	unit.requirements[0].place = place_at(files[4], 1);
	write_and_parse();
	for (size_t i = 0; i < COUNT(files); i++) {
		bool found = false;

		for (size_t k = 0; k < count_of("source"); k++)
			found |= !strcmp(string_in(line_of("source", k), "file"), files[i]);
		if (!found)
			fail_msg("%s is no source", files[i]);
	}
}

static void many_files_and_types_are_named_once_each(void **state)
{
	size_t length = 0, n = 0, n_layouts = 0;
	char *record;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		struct lc_conversion *c =
			convert(lc_arena_printf(&unit.arena, "struct t%d", i % 1000), 3);

		c->cast.file = lc_arena_printf(&unit.arena, "/no/file%d.c", i % 500);
	}
	record = lc_record_text(&unit, &length);
	assert_non_null(record);
	for (char *p = record; (p = strstr(p, "{\"kind\":\"source\"")); p++)
		n++;
	for (char *p = record; (p = strstr(p, "{\"kind\":\"layout\"")); p++)
		n_layouts++;
	assert_int_equal(n, 500);
	assert_int_equal(n_layouts, 1000);
	assert_contains(
		record,
		"\"conversions\":3000,\"requirements\":0,\"layouts\":1000,\"suppressions\":0}\n");
	free(record);
}

static void a_suppression_stands_with_what_it_suppresses(void **state)
{
	static const char rules[] = "lc-short-buffer, lc-misaligned, lc-address-space";
	struct lc_conversion *c = convert("struct hdr", 3);
	struct lc_suppression *s;
	json_t *line, *suppressed;

	(void)state;
	judge(c, LC_OPEN, LC_LEVEL_WARNING);
	s = lc_suppression_add(&unit, LC_ALLOW_ATTRIBUTE, place_at("drivers/foo.h", 7), rules,
			       strlen(rules), "because");
	s->of = "type 'struct hdr'";
	lc_suppression_concerns(&unit, s, &c->allowed);
	/* Of what this unit did not look at it says nothing. */
	lc_suppression_add(&unit, LC_ALLOW_ATTRIBUTE, place_at("drivers/foo.h", 9), rules,
			   strlen(rules), "because");
	lc_unit_suppress(&unit);
	write_and_parse();
	suppressed = json_object_get(
		json_array_get(json_object_get(line_of("conversion", 0), "verdicts"), 0),
		"suppressed");
	assert_string_equal(string_in(suppressed, "form"), "attribute");
	assert_string_equal(string_in(suppressed, "reason"), "because");
	assert_int_equal(number_in(json_object_get(suppressed, "place"), "line"), 7);
	suppressed = json_array_get(json_object_get(json_object_get(line_of("result", 0), "result"),
						    "suppressions"),
				    0);
	assert_string_equal(string_in(suppressed, "kind"), "inSource");
	assert_string_equal(string_in(suppressed, "justification"), "because");
	assert_int_equal(count_of("suppression"), 1);
	assert_int_equal(number_in(line_of("end", 0), "suppressions"), 1);
	line = line_of("suppression", 0);
	assert_string_equal(string_in(line, "of"), "type 'struct hdr'");
	line = json_object_get(line, "rules");
	assert_int_equal(json_array_size(line), 3);
	assert_true(json_is_true(json_object_get(json_array_get(line, 0), "used")));
	assert_true(json_is_false(json_object_get(json_array_get(line, 1), "used")));
	/* Nobody judges that one here. */
	assert_null(json_object_get(json_array_get(line, 2), "used"));
}

#define TEST_OF(sentence, function)                  \
	{                                            \
		sentence, function, start, end, NULL \
	}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_OF("an empty unit has a first and a last line",
			an_empty_unit_has_a_first_and_a_last_line),
		TEST_OF("the unit says how it was compiled", the_unit_says_how_it_was_compiled),
		TEST_OF("the counts at the end are those of the lines",
			counts_are_those_of_the_lines),
		TEST_OF("a conversion is written in full", a_conversion_is_written_in_full),
		TEST_OF("a finding is a SARIF result with its steps", a_finding_is_a_sarif_result),
		TEST_OF("a finding with very many steps is still one result",
			more_steps_than_a_reader_wants_are_cut),
		TEST_OF("what is not known is left out", what_is_not_known_is_left_out),
		TEST_OF("a requirement says what is needed", a_requirement_says_what_is_needed),
		TEST_OF("any bytes become valid JSON", any_bytes_become_valid_json),
		TEST_OF("sources are named once, with the hash of what could be read",
			sources_are_named_once_with_their_hash),
		TEST_OF("every file that a cast, access, finding, step or requirement stands in is a source",
			every_file_of_a_step_is_a_source),
		TEST_OF("a suppression stands with what it suppresses",
			a_suppression_stands_with_what_it_suppresses),
		TEST_OF("many files and types are named once each",
			many_files_and_types_are_named_once_each),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
