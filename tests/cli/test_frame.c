// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A log without its results: what the filter leaves out, and what it must not.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "frame.h"

static void check(const char *log, const char *expected)
{
	json_error_t error;
	FILE *file = fmemopen((char *)log, __builtin_strlen(log), "r");
	json_t *json = frame_load(file, &error);
	char *text = json ? json_dumps(json, JSON_COMPACT) : NULL;

	fclose(file);
	if (expected)
		assert_string_equal(text, expected);
	else
		assert_null(json);
	free(text);
	json_decref(json);
}

static void the_results_of_each_run_are_left_out(void **state)
{
	(void)state;
	check("{\"runs\":[{\"a\":1,\"results\" : [{\"x\":[1,[2]]},{}] ,\"b\":2}]}",
	      "{\"runs\":[{\"a\":1,\"results\":[],\"b\":2}]}");
	check("{\"runs\":[{\"results\":[1]},{\"results\":[]}]}",
	      "{\"runs\":[{\"results\":[]},{\"results\":[]}]}");
}

static void brackets_and_quotes_in_strings_are_text(void **state)
{
	(void)state;
	check("{\"runs\":[{\"results\":[\"]\\\"}\",{\"k\":\"\\\\\"}],\"b\":\"]\\\"[\"}]}",
	      "{\"runs\":[{\"results\":[],\"b\":\"]\\\"[\"}]}");
}

static void what_is_only_called_results_elsewhere_stays(void **state)
{
	(void)state;
	check("{\"results\":[1],\"runs\":[{\"tool\":{\"results\":[2]},\"x\":\"results\",\"y\":[3]}]}",
	      "{\"results\":[1],\"runs\":[{\"tool\":{\"results\":[2]},\"x\":\"results\",\"y\":[3]}]}");
	check("{\"runs\":[{\"results\":{\"a\":[1]},\"resultsx\":[4]}]}",
	      "{\"runs\":[{\"results\":{\"a\":[1]},\"resultsx\":[4]}]}");
}

static void what_is_no_json_is_an_error(void **state)
{
	(void)state;
	check("{\"runs\":[{\"results\":[1,2", NULL);
	check("]]]]", NULL);
	check("{\"runs\":[{\"results\":[1]}]}}", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_results_of_each_run_are_left_out),
		cmocka_unit_test(brackets_and_quotes_in_strings_are_text),
		cmocka_unit_test(what_is_only_called_results_elsewhere_stays),
		cmocka_unit_test(what_is_no_json_is_an_error),
	};

	return cmocka_run_group_tests_name("frame", tests, NULL, NULL);
}
