// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Functions that do not compare a length, beside others that do.
 */
#include "support.h"

#include "peers.h"
#include "rules.h"
#include "unit.h"

static struct lc_unit unit;
static const struct lc_place guard_place = { .file = "a.c", .line = 3 };

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

/* A view in FUNCTION, of 'buf' and its length, that is proven there or left to callers. */
static struct lc_judgement *view_in(const char *function, const char *length, bool compares)
{
	struct lc_conversion *c = lc_unit_add_conversion(&unit);
	struct lc_judgement *j = lc_conversion_add_judgement(&unit, c);
	struct lc_access *access = lc_conversion_add_access(&unit, c);

	c->kind = LC_OVERLAY;
	c->internal = true;
	c->function = function;
	c->origin.kind = "parameter";
	c->target.type = "struct hdr";
	access->up_to_callers = !compares;
	j->rule = lc_rule_find("lc-short-buffer");
	j->verdict = compares ? LC_PROVEN : LC_OPEN;
	j->how = "0 known";
	j->missing = "'h->id' needs 8 bytes of 'buf'";
	j->pointer = "buf";
	j->length = length;
	j->guards = &guard_place;
	j->n_guards = compares;
	return j;
}

static void compare_in(const char *one, const char *two, const char *three)
{
	view_in(one, "len", true);
	view_in(two, "len", true);
	view_in(three, "len", true);
}

static void three_make_a_custom(void **state)
{
	struct lc_judgement *j = view_in("odd", "len", false);

	(void)state;
	compare_in("a", "b", "c");
	view_in("d", "len", true);
	lc_judge_peers(&unit);
	assert_int_equal(j->level, LC_LEVEL_WARNING);
	assert_string_equal(
		j->message,
		"'h->id' needs 8 bytes of 'buf' as 'struct hdr', but its length 'len' is "
		"not compared here, as it is in 4 other functions");
	assert_int_equal(j->n_related, 1);
	assert_string_equal(j->related[0].text, "'a ()' compares it");
	assert_int_equal(j->related[0].place.line, 3);
}

static void fewer_do_not(void **state)
{
	struct lc_judgement *j = view_in("odd", "len", false);

	(void)state;
	view_in("a", "len", true);
	view_in("b", "len", true);
	/* Twice in one function, and of another length. */
	view_in("b", "len", true);
	view_in("c", "room", true);
	view_in("d", "room", true);
	lc_judge_peers(&unit);
	assert_int_equal(j->level, LC_LEVEL_NONE);
	assert_null(j->message);
}

static void nor_where_many_leave_it(void **state)
{
	struct lc_judgement *j = view_in("odd", "len", false);

	(void)state;
	view_in("too", "len", false);
	compare_in("a", "b", "c");
	compare_in("d", "e", "f");
	lc_judge_peers(&unit);
	assert_int_equal(j->level, LC_LEVEL_NONE);
}

static void what_its_callers_see_to_is_fine(void **state)
{
	struct lc_judgement *j = view_in("odd", "len", false);

	(void)state;
	j->seen_to = true;
	compare_in("a", "b", "c");
	view_in("d", "len", true);
	lc_judge_peers(&unit);
	assert_int_equal(j->level, LC_LEVEL_NONE);
}

static void what_others_may_call_is_no_peer(void **state)
{
	struct lc_judgement *j = view_in("odd", "len", false);

	(void)state;
	compare_in("a", "b", "c");
	view_in("d", "len", true);
	for (size_t i = 0; i < unit.n_conversions; i++)
		unit.conversions[i]->internal = i == 0;
	lc_judge_peers(&unit);
	assert_int_equal(j->level, LC_LEVEL_NONE);
}

int main(void)
{
#define TEST_OF(what, function)                  \
	{                                        \
		what, function, start, end, NULL \
	}
	const struct CMUnitTest tests[] = {
		TEST_OF("four that compare make a finding of one that does not",
			three_make_a_custom),
		TEST_OF("fewer, of other lengths too, do not", fewer_do_not),
		TEST_OF("nor where as many leave it to their callers", nor_where_many_leave_it),
		TEST_OF("what a caller sees to is fine", what_its_callers_see_to_is_fine),
		TEST_OF("what others may call is no peer", what_others_may_call_is_no_peer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
