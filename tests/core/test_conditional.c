// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Conditionals around a line: which of them ask for the byte order.
 */
#include "support.h"

#include "conditional.h"

/* The line of TEXT that holds "HERE" stands in such a conditional, or not. */
static bool asked(const char *text)
{
	unsigned line = 1;

	for (const char *p = text; strncmp(p, "HERE", 4); p++) {
		assert_true(*p);
		line += *p == '\n';
	}
	return lc_conditional_on_order(text, strlen(text), line);
}

static void a_branch_of_a_question_for_the_order_is_a_choice(void **state)
{
	(void)state;
	assert_true(asked("#if defined(__LITTLE_ENDIAN_BITFIELD)\nHERE\n#endif\n"));
	assert_true(asked("#ifdef WORDS_BIGENDIAN\nHERE\n#endif\n"));
	assert_true(asked("#ifndef WORDS_BIGENDIAN\nHERE\n#endif\n"));
	assert_true(asked("#if __BYTE_ORDER == __LITTLE_ENDIAN\nHERE\n#endif\n"));
	assert_true(asked("#if BYTE_ORDER == 1\nx\n#else\nHERE\n#endif\n"));
	assert_true(asked("#if A\nx\n#elif defined(__BIG_ENDIAN_BITFIELD)\nHERE\n#endif\n"));
	assert_true(asked("  #\tif defined(_BIT_FIELDS_LTOH)\nHERE\n#endif\n"));
	assert_true(asked("#ifdef BIG_ENDIAN\n#if A\nx\n#endif\nHERE\n#endif\n"));
	assert_true(asked("#ifdef A\n#ifdef BIG_ENDIAN\nHERE\n#endif\n#endif\n"));
}

static void other_questions_are_none(void **state)
{
	(void)state;
	assert_false(asked("HERE\n"));
	assert_false(asked("#ifdef CONFIG_NET\nHERE\n#endif\n"));
	assert_false(asked("#ifdef BIG_ENDIAN\nx\n#endif\nHERE\n"));
	assert_false(asked("#ifdef A\n#ifdef BIG_ENDIAN\nx\n#else\ny\n#endif\nHERE\n#endif\n"));
	assert_false(asked("#define BIG_ENDIAN 1\nHERE\n"));
	assert_false(asked("HERE\n#ifdef BIG_ENDIAN\n#endif\n"));
}

static void comments_and_strings_hold_no_directives(void **state)
{
	(void)state;
	assert_false(asked("/*\n#ifdef BIG_ENDIAN\n*/\nHERE\n"));
	assert_true(asked("#ifdef BIG_ENDIAN\n/*\n#endif\n*/\nHERE\n#endif\n"));
	assert_true(asked("// /* no comment begins here\n#ifdef BIG_ENDIAN\nHERE\n#endif\n"));
	assert_true(asked("char *s = \"/*\";\n#ifdef BIG_ENDIAN\nHERE\n#endif\n"));
	assert_true(asked("/* a */ #ifdef BIG_ENDIAN /* b\n*/\nHERE\n#endif\n"));
	assert_true(asked("char c = '\"'; char d = '\\'';\n#ifdef BIG_ENDIAN\nHERE\n#endif\n"));
}

static void a_continued_line_is_one(void **state)
{
	(void)state;
	assert_true(asked("#if defined(A) && \\\n    defined(BIG_ENDIAN)\nHERE\n#endif\n"));
	assert_true(asked("#if defined(A) && \\\r\n    defined(BIG_ENDIAN)\r\nHERE\r\n#endif\r\n"));
	assert_false(asked("#if A\\\n\nx\n#endif\nHERE\n"));
}

static void a_guard_against_including_twice_is_no_question(void **state)
{
	(void)state;
	assert_false(asked("#ifndef _LINUX_BYTEORDER_H\n#define X\nHERE\n#endif\n"));
	assert_false(asked("#ifndef ENDIAN_H__\nHERE\n#endif\n"));
}

static void what_is_cut_short_or_unbalanced_is_read_as_far_as_it_goes(void **state)
{
	(void)state;
	assert_false(asked("#endif\n#endif\nHERE"));
	assert_true(asked("#endif\n#ifdef BIG_ENDIAN\nHERE"));
	assert_false(lc_conditional_on_order("", 0, 1));
	assert_false(lc_conditional_on_order("#ifdef BIG_ENDIAN", 17, 1));
	/* A line that is not there is in whatever is open at the end. */
	assert_true(lc_conditional_on_order("#ifdef BIG_ENDIAN\n", 18, 100));
}

static void nesting_has_no_bound_that_breaks_it(void **state)
{
	char text[4096] = "#ifdef BIG_ENDIAN\n";

	(void)state;
	for (int i = 0; i < 100; i++)
		strcat(text, "#if A\n");
	for (int i = 0; i < 100; i++)
		strcat(text, "#endif\n");
	strcat(text, "HERE\n");
	assert_true(asked(text));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST("a branch of a question for the order is a choice",
		     a_branch_of_a_question_for_the_order_is_a_choice),
		TEST("other questions are none", other_questions_are_none),
		TEST("comments and strings hold no directives",
		     comments_and_strings_hold_no_directives),
		TEST("a continued line is one", a_continued_line_is_one),
		TEST("a guard against including twice is no question",
		     a_guard_against_including_twice_is_no_question),
		TEST("what is cut short or unbalanced is read as far as it goes",
		     what_is_cut_short_or_unbalanced_is_read_as_far_as_it_goes),
		TEST("nesting has no bound that breaks it", nesting_has_no_bound_that_breaks_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
