// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The reader of records: what it hands over, and what it calls damaged.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "message.h"
#include "records.h"

#define UNIT(source) "{\"kind\":\"unit\",\"version\":1,\"source\":\"" source "\"}\n"
#define END(results) "{\"kind\":\"end\",\"results\":" #results "}\n"
#define RESULT "{\"kind\":\"result\"}\n"

/* What the visitor was told, as one line of text. */
static char told[4096];

static void tell(const char *format, ...)
{
	va_list arguments;
	size_t n = strlen(told);

	va_start(arguments, format);
	vsnprintf(told + n, sizeof(told) - n, format, arguments);
	va_end(arguments);
}

static void on_unit(void *context, const struct record_unit *unit)
{
	(void)context;
	tell("unit %u %s; ", unit->number, unit->source);
}

static char *on_line(void *context, const struct record_unit *unit, const char *kind, json_t *json,
		     const char *text, size_t length)
{
	(void)context;
	(void)unit;
	assert_true(json_is_object(json));
	assert_int_not_equal(text[length - 1], '\n');
	tell("%s; ", kind);
	return strcmp(kind, "wrong") ? NULL : cli_strdup("it is wrong");
}

static void on_problem(void *context, const char *container, size_t line, const char *message)
{
	(void)context;
	(void)container;
	tell("%zu: %s; ", line, message);
}

static void on_unchecked(void *context, const char *object, const char *reason)
{
	(void)context;
	(void)object;
	tell("unchecked: %s; ", reason);
}

static void check(const char *text, size_t n, const char *expected)
{
	const struct record_visitor visitor = { NULL, on_unit, on_line, on_problem, on_unchecked };
	char path[] = "/tmp/layoutcheck-record-XXXXXX.jsonl";
	char *names[] = { path };
	int file = mkstemps(path, 6);

	assert_true(file >= 0);
	assert_int_equal(write(file, text, n), n);
	close(file);
	told[0] = '\0';
	records_visit(names, 1, &visitor);
	unlink(path);
	assert_string_equal(told, expected);
}

#define CHECK(text, expected) check(text, sizeof(text) - 1, expected)

static void a_whole_record_is_handed_over(void **state)
{
	(void)state;
	CHECK(UNIT("a.c") RESULT END(1), "unit 1 a.c; result; ");
	CHECK(UNIT("a.c") "{\"kind\":\"novelty\"}\n" END(0), "unit 1 a.c; novelty; ");
}

static void records_may_follow_one_another(void **state)
{
	(void)state;
	CHECK(UNIT("a.c") END(0) UNIT("b.c") END(0), "unit 1 a.c; unit 2 b.c; ");
	CHECK(UNIT("a.c") END(0) "\0\0" UNIT("b.c") END(0) "\0", "unit 1 a.c; unit 2 b.c; ");
	CHECK("\n" UNIT("a.c") "\n\n" END(0) "\n", "unit 1 a.c; ");
}

static void the_same_record_is_read_once(void **state)
{
	(void)state;
	CHECK(UNIT("a.c") RESULT END(1) UNIT("a.c") RESULT END(1), "unit 1 a.c; result; ");
}

static void a_last_line_may_lack_its_end(void **state)
{
	(void)state;
	CHECK(UNIT("a.c") "{\"kind\":\"end\"}", "unit 1 a.c; ");
}

static void what_is_cut_is_told_with_its_line(void **state)
{
	(void)state;
	CHECK(UNIT("a.c") RESULT, "unit 1 a.c; result; 2: the record of a.c is cut short: expected "
				  "a line of kind end; ");
	CHECK(UNIT("a.c") UNIT("b.c") END(0),
	      "unit 1 a.c; 2: the record of a.c is cut short: expected a line of kind end; unit 2 "
	      "b.c; ");
	CHECK("", "0: expected a record, found nothing; ");
	CHECK("\0\0\n", "0: expected a record, found nothing; ");
}

static void counts_are_compared(void **state)
{
	(void)state;
	CHECK(UNIT("a.c") RESULT RESULT END(1),
	      "unit 1 a.c; result; result; 4: damaged record: 2 lines of kind result, expected 1; ");
}

static void an_unknown_version_is_skipped(void **state)
{
	(void)state;
	CHECK("{\"kind\":\"unit\",\"version\":2}\n" RESULT END(1) UNIT("b.c") END(0),
	      "1: a record of version 2: this command knows version 1; unit 1 b.c; ");
	CHECK("{\"kind\":\"unit\",\"version\":\"1\"}\n",
	      "1: expected a version in the line of kind unit; ");
}

static void what_a_visitor_refuses_is_told(void **state)
{
	(void)state;
	CHECK(UNIT("a.c") "{\"kind\":\"wrong\"}\n" END(0), "unit 1 a.c; wrong; 2: it is wrong; ");
}

static void no_more_than_three_lines_of_one_record_are_told(void **state)
{
	(void)state;
	CHECK(UNIT("a.c") "[]\n[]\n[]\n[]\n[]\n" END(0),
	      "unit 1 a.c; 2: expected a JSON object with a kind; 3: expected a JSON object with a "
	      "kind; 4: expected a JSON object with a kind; ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_whole_record_is_handed_over),
		cmocka_unit_test(records_may_follow_one_another),
		cmocka_unit_test(the_same_record_is_read_once),
		cmocka_unit_test(a_last_line_may_lack_its_end),
		cmocka_unit_test(what_is_cut_is_told_with_its_line),
		cmocka_unit_test(counts_are_compared),
		cmocka_unit_test(an_unknown_version_is_skipped),
		cmocka_unit_test(what_a_visitor_refuses_is_told),
		cmocka_unit_test(no_more_than_three_lines_of_one_record_are_told),
	};

	return cmocka_run_group_tests_name("record", tests, NULL, NULL);
}
