// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Suppressions: which comments are there, what they say, and what they cover.
 */
#include "support.h"

#include "comments.h"
#include "suppression.h"

static struct lc_unit unit;

static int start(void **state)
{
	(void)state;
	return lc_unit_init(&unit);
}

static int end(void **state)
{
	(void)state;
	lc_unit_free(&unit);
	return 0;
}

/* The text of the one comment in SOURCE that holds "X"; NULL if there is none. */
static const struct lc_comment *comment_in(const char *source)
{
	struct lc_comment *comments;
	size_t n = lc_comments_find(&unit.arena, source, strlen(source), "X", &comments);

	assert_true(n < 2);
	return n ? comments : NULL;
}
#define assert_comment(source, words)                                  \
	do {                                                           \
		const struct lc_comment *found_ = comment_in(source);  \
                                                                       \
		if (!found_)                                           \
			fail_msg("expected a comment in: %s", source); \
		else                                                   \
			assert_string_equal(found_->text, words);      \
	} while (0)
#define assert_no_comment(source) assert_null(comment_in(source))

static void both_forms_are_comments(void **state)
{
	(void)state;
	assert_comment("int a; // X\nint b;", " X");
	assert_comment("int a; /* X */ int b;", " X ");
	assert_comment("/**/ /* X */", " X ");
	assert_comment("// X", " X");
	assert_comment("/* X", " X");
	assert_comment("/* // X\n*/", " // X\n");
	assert_comment("// /* X\nint a; // */", " /* X");
	assert_comment("a /**// b // X", " X");
	assert_no_comment("int X; // none");
}

static void strings_and_characters_are_none(void **state)
{
	(void)state;
	assert_no_comment("char *s = \"// X\";");
	assert_no_comment("char *s = \"\\\" /* X */\";");
	assert_no_comment("char *s = \"\\\\\\\" // X\";");
	assert_comment("char *s = \"\\\\\"; // X", " X");
	assert_comment("int c = '\"'; // X", " X");
	assert_comment("int c = '\\''; // X", " X");
	assert_no_comment("int c = '//X';");
	/* What a line does not end, as in #error, ends with the line. */
	assert_comment("#error it's\n// X", " X");
	assert_comment("#error \"open\n// X\"", " X\"");
	assert_no_comment("s = \"a\\\n// X\";");
}

static void raw_strings_are_none(void **state)
{
	(void)state;
	assert_no_comment("s = R\"(// X)\";");
	assert_no_comment("s = u8R\"x(\n)\" // X\n)x\";");
	assert_comment("s = R\"(\\)\"; // X", " X");
	assert_comment("s = LR\"ab(\")ab\"; // X", " X");
	/* Not raw: the prefix belongs to a longer word, or no parenthesis follows. */
	assert_comment("s = FOR\"(\"; // X", " X");
	assert_comment("s = R\"\"; // X", " X");
}

static void digits_are_told_apart_from_characters(void **state)
{
	(void)state;
	assert_comment("int n = 1'000'000; // X", " X");
	assert_comment("int n = 0x1'a; /* X */ int m = 'a';", " X ");
}

static void continued_lines_are_one(void **state)
{
	(void)state;
	assert_comment("// a \\\n X\nint b;", " a  X");
	assert_comment("/\\\n/ X", " X");
	assert_comment("/\\\r\n* X *\\\n/ int a;", " X ");
	assert_comment("int a; // X\r\nint b;", " X");
	assert_comment("// a \\ \n X", " a  X");
}

static void decoration_is_no_text(void **state)
{
	(void)state;
	assert_comment("/*\n * X\n *\n * b\n */", "\nX\n\nb\n");
}

static void places_are_those_of_the_text(void **state)
{
	const struct lc_comment *comment = comment_in("int a;\n\tint b; /* c\n X */\n");

	(void)state;
	assert_non_null(comment);
	assert_int_equal(comment->line, 2);
	assert_int_equal(comment->column, 9);
}

/* "first-last": the lines that the comment is about. */
static const char *lines_of(const char *source)
{
	const struct lc_comment *comment = comment_in(source);

	return comment ? lc_arena_printf(&unit.arena, "%d-%d", comment->first_line,
					 comment->last_line) :
			 "none";
}

static void a_comment_is_about_its_line_or_the_next(void **state)
{
	(void)state;
	assert_string_equal(lines_of("a; // X\nb;"), "1-1");
	assert_string_equal(lines_of("// X\nb;\nc;"), "1-2");
	assert_string_equal(lines_of("/* X */ b;\nc;"), "1-1");
	assert_string_equal(lines_of("/* X\n */ b;\nc;"), "1-2");
	assert_string_equal(lines_of("/* X\n */\nb;\nc;"), "1-3");
	assert_string_equal(lines_of("// X\n// more\n/* and */\nb;\nc;"), "1-4");
	assert_string_equal(lines_of("// X\n\nb;"), "1-1");
	assert_string_equal(lines_of("// X"), "1-1");
	assert_string_equal(lines_of("{ // X\n\tb;"), "1-1");
	assert_string_equal(lines_of("// X\n\"a\";\nc;"), "1-2");
	assert_string_equal(lines_of("// X\nR\"(\n)\";\nc;"), "1-2");
}

static void bytes_of_any_kind_do_no_harm(void **state)
{
	static const char source[] = "\0a\0 /*\xff X\0 */\0\"";
	struct lc_comment *comments;

	(void)state;
	assert_int_equal(lc_comments_find(&unit.arena, source, sizeof(source) - 1, "X", &comments),
			 1);
	/* Cut anywhere, no byte behind the end is read: run under a checker, this tells. */
	for (size_t n = 0; n < sizeof(source); n++) {
		char *copy = malloc(n ? n : 1);

		memcpy(copy, source, n);
		lc_comments_find(&unit.arena, copy, n, "X", &comments);
		free(copy);
	}
}

/* The suppressions of SOURCE, which is a.c. */
static const struct lc_suppression *read(const char *source, size_t n)
{
	unit.n_suppressions = 0;
	lc_suppressions_in_text(&unit, "a.c", source, strlen(source));
	assert_int_equal(unit.n_suppressions, n);
	return n ? unit.suppressions[0] : NULL;
}

static void a_comment_names_rules_and_gives_a_reason(void **state)
{
	const struct lc_suppression *s = read(
		"// layoutcheck: allow(lc-short-buffer, lc-misaligned)  the ROM is\tlarger ", 1);

	(void)state;
	assert_null(s->problem);
	assert_int_equal(s->n_rules, 2);
	assert_string_equal(s->rules[0].rule->id, "lc-short-buffer");
	assert_string_equal(s->rules[1].rule->id, "lc-misaligned");
	assert_string_equal(s->reason, "the ROM is larger");
	s = read("/*\n * layoutcheck:allow (lc-misaligned): two\n * lines\n *\n * more */", 1);
	assert_string_equal(s->reason, "two lines");
	s = read("/* Checked above. layoutcheck: allow(lc-misaligned) -- so there */", 1);
	assert_string_equal(s->reason, "so there");
	s = read("/* layoutcheck: allow(lc-misaligned) a layoutcheck: allow(lc-short-buffer) b */",
		 2);
	assert_string_equal(s->reason, "a");
	assert_string_equal(unit.suppressions[1]->reason, "b");
}

static void without_a_reason_it_does_not_count(void **state)
{
	static const char *const sources[] = {
		"// layoutcheck: allow(lc-short-buffer)",
		"/* layoutcheck: allow(lc-short-buffer) */",
		"/* layoutcheck: allow(lc-short-buffer) -- ... */",
		"/* layoutcheck: allow(lc-short-buffer)\n *\n * another paragraph */",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(sources); i++) {
		const struct lc_suppression *s = read(sources[i], 1);

		assert_int_equal(s->n_rules, 0);
		assert_string_equal(s->problem, "it gives no reason");
	}
}

static void an_unknown_rule_is_told_with_the_nearest(void **state)
{
	const struct lc_suppression *s =
		read("// layoutcheck: allow(lc-short-bufer lc-misaligned) why", 1);

	(void)state;
	assert_contains(s->problem, "'lc-short-bufer': did you mean 'lc-short-buffer'?");
	assert_int_equal(s->n_rules, 1);
	assert_contains(read("// layoutcheck: allow(short-buffer) why", 1)->problem,
			"did you mean 'lc-short-buffer'?");
	assert_contains(read("// layoutcheck: allow(*) why", 1)->problem, "'layoutcheck rules'");
	assert_contains(read("// layoutcheck: allow() why", 1)->problem, "names no rule");
}

static void what_is_malformed_is_told_and_prose_is_not(void **state)
{
	(void)state;
	assert_contains(
		read("// layoutcheck: allow lc-short-buffer", 1)->problem,
		"expected 'layoutcheck: allow(RULE) REASON', found 'allow lc-short-buffer'");
	assert_contains(read("// layoutcheck: ignore(lc-short-buffer) why", 1)->problem,
			"found 'ignore(");
	assert_contains(read("// layoutcheck: allow(lc-short-buffer", 1)->problem, "found 'allow(");
	read("// layoutcheck: a tool of use", 0);
	read("// layoutcheck:", 0);
	read("/* see `layoutcheck: allow(rule) reason` */", 0);
	read("// mylayoutcheck: allow(lc-short-buffer) why", 0);
	read("s = \"layoutcheck: allow(lc-short-buffer) why\";", 0);
}

/* A conversion of a.c with a finding: the cast on line 2, the access on line 4. */
static struct lc_judgement *finding(struct lc_conversion **conversion)
{
	struct lc_conversion *c = lc_unit_add_conversion(&unit);
	struct lc_judgement *j = lc_conversion_add_judgement(&unit, c);

	c->cast = place_at("a.c", 2);
	j->rule = lc_rule_find("lc-short-buffer");
	j->level = LC_LEVEL_WARNING;
	j->verdict = LC_OPEN;
	j->place = place_at("a.c", 4);
	if (conversion)
		*conversion = c;
	return j;
}

static void a_comment_covers_access_and_cast(void **state)
{
	static const struct {
		const char *source;
		bool covers;
	} cases[] = {
		{ "\n\n\na; // layoutcheck: allow(lc-short-buffer) why", true },
		{ "\n\n// layoutcheck: allow(lc-short-buffer) why\na;", true },
		{ "\na; // layoutcheck: allow(lc-short-buffer) why", true },
		{ "// layoutcheck: allow(lc-short-buffer) why\na;", true },
		{ "\n\na; // layoutcheck: allow(lc-short-buffer) why\nb;", false },
		{ "\n\n\n\n// layoutcheck: allow(lc-short-buffer) why", false },
		{ "\n\n\na; // layoutcheck: allow(lc-misaligned) why", false },
		{ "\n\n\na; // layoutcheck: allow(lc-short-buffer)", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct lc_judgement *j;

		lc_unit_free(&unit);
		lc_unit_init(&unit);
		j = finding(NULL);
		lc_suppressions_in_text(&unit, "a.c", cases[i].source, strlen(cases[i].source));
		lc_unit_suppress(&unit);
		assert_int_equal(j->suppressed != NULL, cases[i].covers);
		if (cases[i].covers)
			assert_true(unit.suppressions[0]->rules[0].used);
	}
}

static void of_another_file_it_covers_nothing(void **state)
{
	static const char source[] = "\n\n\na; // layoutcheck: allow(lc-short-buffer) why";
	struct lc_judgement *j = finding(NULL);

	(void)state;
	lc_suppressions_in_text(&unit, "b.h", source, strlen(source));
	lc_unit_suppress(&unit);
	assert_null(j->suppressed);
	assert_false(unit.suppressions[0]->rules[0].used);
}

static void an_attribute_covers_what_it_concerns(void **state)
{
	static const char rule[] = "lc-short-buffer";
	struct lc_conversion *first, *second;
	struct lc_judgement *covered = finding(&first), *other = finding(&second);
	struct lc_suppression *s = lc_suppression_add(&unit, LC_ALLOW_ATTRIBUTE, place_at("a.h", 9),
						      rule, strlen(rule), "why");

	(void)state;
	assert_false(s->seen);
	lc_suppression_concerns(&unit, s, &first->allowed);
	lc_suppression_concerns(&unit, s, &first->allowed);
	assert_int_equal(first->allowed.n, 1);
	lc_unit_suppress(&unit);
	assert_ptr_equal(covered->suppressed, s);
	assert_null(other->suppressed);
	assert_true(s->seen);
}

static void what_is_no_finding_is_not_suppressed(void **state)
{
	static const char source[] = "\n\n\na; // layoutcheck: allow(lc-short-buffer) why";
	struct lc_judgement *j = finding(NULL);

	(void)state;
	j->level = LC_LEVEL_NONE;
	lc_suppressions_in_text(&unit, "a.c", source, strlen(source));
	lc_unit_suppress(&unit);
	assert_null(j->suppressed);
	assert_false(unit.suppressions[0]->rules[0].used);
}

#define TEST_OF(sentence, function)                  \
	{                                            \
		sentence, function, start, end, NULL \
	}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_OF("both forms of comment are found, nested marks or not",
			both_forms_are_comments),
		TEST_OF("what stands in strings and character constants is no comment",
			strings_and_characters_are_none),
		TEST_OF("nor what stands in raw strings", raw_strings_are_none),
		TEST_OF("a quote between digits begins no character constant",
			digits_are_told_apart_from_characters),
		TEST_OF("continued lines are one line", continued_lines_are_one),
		TEST_OF("stars at the beginning of a line are decoration", decoration_is_no_text),
		TEST_OF("a comment has line and column", places_are_those_of_the_text),
		TEST_OF("it is about the code on its line, or alone about the next line",
			a_comment_is_about_its_line_or_the_next),
		TEST_OF("bytes of any kind do no harm", bytes_of_any_kind_do_no_harm),
		TEST_OF("a suppression names rules and gives a reason",
			a_comment_names_rules_and_gives_a_reason),
		TEST_OF("without a reason it does not count", without_a_reason_it_does_not_count),
		TEST_OF("an unknown rule is told, with the nearest",
			an_unknown_rule_is_told_with_the_nearest),
		TEST_OF("what is malformed is told, and prose is left alone",
			what_is_malformed_is_told_and_prose_is_not),
		TEST_OF("a comment covers the line of the access and that of the cast",
			a_comment_covers_access_and_cast),
		TEST_OF("a comment of another file covers nothing",
			of_another_file_it_covers_nothing),
		TEST_OF("an attribute covers the conversions that it concerns",
			an_attribute_covers_what_it_concerns),
		TEST_OF("what is no finding is not suppressed",
			what_is_no_finding_is_not_suppressed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
