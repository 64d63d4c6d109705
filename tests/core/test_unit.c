// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The ledger of a unit: adding to it, which rules judge, and how loud they are.
 */
#include "support.h"

#include "unit.h"

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

static void a_new_unit_is_empty_with_every_rule_on(void **state)
{
	(void)state;
	assert_int_equal(unit.n_conversions + unit.n_requirements + unit.n_incomplete, 0);
	for (size_t i = 0; i < lc_n_rules; i++) {
		assert_true(lc_rule_enabled(&unit, &lc_rules[i]));
		assert_int_equal(lc_rule_level(&unit, &lc_rules[i], LC_LEVEL_ERROR),
				 LC_LEVEL_ERROR);
		assert_int_equal(lc_rule_level(&unit, &lc_rules[i], LC_LEVEL_NONE), LC_LEVEL_NONE);
	}
}

static void conversions_are_numbered_and_stay_where_they_are(void **state)
{
	struct lc_conversion *conversions[200];

	(void)state;
	for (unsigned i = 0; i < COUNT(conversions); i++) {
		conversions[i] = lc_unit_add_conversion(&unit);
		assert_non_null(conversions[i]);
		assert_int_equal(conversions[i]->id, i + 1);
		assert_int_equal(conversions[i]->origin.alignment, 1);
		assert_int_equal(conversions[i]->n_accesses + conversions[i]->n_judgements, 0);
	}
	assert_int_equal(unit.n_conversions, COUNT(conversions));
	for (unsigned i = 0; i < COUNT(conversions); i++)
		assert_ptr_equal(unit.conversions[i], conversions[i]);
}

static void what_is_added_begins_empty(void **state)
{
	struct lc_conversion *c = lc_unit_add_conversion(&unit);

	(void)state;
	for (unsigned i = 0; i < 50; i++) {
		struct lc_access *access = lc_conversion_add_access(&unit, c);
		struct lc_judgement *judgement = lc_conversion_add_judgement(&unit, c);
		struct lc_requirement *requirement = lc_unit_add_requirement(&unit);
		struct lc_incomplete *incomplete = lc_unit_add_incomplete(&unit);

		assert_true(access && judgement && requirement && incomplete);
		assert_true(!access->what && !access->need && !access->place.line);
		assert_true(!judgement->rule && !judgement->message && !judgement->n_steps);
		assert_true(!requirement->function && !requirement->bytes);
		assert_true(!incomplete->function && !incomplete->reason);
		access->what = judgement->message = requirement->function = incomplete->reason =
			"x";
		access->place.line = (int)i + 1;
	}
	assert_int_equal(c->n_accesses, 50);
	assert_int_equal(c->n_judgements, 50);
	assert_int_equal(unit.n_requirements, 50);
	assert_int_equal(unit.n_incomplete, 50);
	for (int i = 0; i < 50; i++)
		assert_int_equal(c->accesses[i].place.line, i + 1);
}

static size_t judged_by(const struct lc_conversion *c, const char *id)
{
	size_t n = 0;

	for (size_t i = 0; i < c->n_judgements; i++)
		n += !strcmp(c->judgements[i].rule->id, id);
	return n;
}

static void every_rule_with_a_judge_judges_once(void **state)
{
	struct lc_conversion *c = lc_unit_add_conversion(&unit);
	size_t n = 0;

	(void)state;
	lc_unit_judge(&unit, 0);
	for (size_t i = 0; i < lc_n_rules; i++) {
		/* What lengths or copies are judged by says nothing of views. */
		bool judges = lc_rules[i].judge &&
			      (!lc_rules[i].kinds || lc_rules[i].kinds >> c->kind & 1);

		assert_int_equal(judged_by(c, lc_rules[i].id), judges ? 1 : 0);
		n += judges;
	}
	assert_int_equal(c->n_judgements, n);
}

static void a_rule_that_is_off_does_not_judge(void **state)
{
	struct lc_conversion *c = lc_unit_add_conversion(&unit);
	const struct lc_rule *rule = lc_rule_find("lc-short-buffer");

	(void)state;
	unit.rule_choice[rule - lc_rules].enabled = false;
	assert_false(lc_rule_enabled(&unit, rule));
	lc_unit_judge(&unit, 0);
	assert_int_equal(judged_by(c, "lc-short-buffer"), 0);
	assert_int_equal(judged_by(c, "lc-misaligned"), 1);
}

static void a_choice_of_level_changes_findings_only(void **state)
{
	const struct lc_rule *rule = lc_rule_find("lc-misaligned");

	(void)state;
	unit.rule_choice[rule - lc_rules].level = LC_LEVEL_NOTE;
	assert_int_equal(lc_rule_level(&unit, rule, LC_LEVEL_ERROR), LC_LEVEL_NOTE);
	assert_int_equal(lc_rule_level(&unit, rule, LC_LEVEL_NONE), LC_LEVEL_NONE);
	unit.rule_choice[rule - lc_rules].level = LC_LEVEL_ERROR;
	assert_int_equal(lc_rule_level(&unit, rule, LC_LEVEL_NOTE), LC_LEVEL_ERROR);
	rule = lc_rule_find("lc-short-buffer");
	assert_int_equal(lc_rule_level(&unit, rule, LC_LEVEL_WARNING), LC_LEVEL_WARNING);
}

static void names_are_those_of_the_record(void **state)
{
	(void)state;
	assert_string_equal(lc_verdict_name(LC_PROVEN), "proven");
	assert_string_equal(lc_verdict_name(LC_OPEN), "open");
	assert_string_equal(lc_verdict_name(LC_REFUTED), "refuted");
	assert_string_equal(lc_conversion_kind_name(LC_OVERLAY), "overlay");
	assert_string_equal(lc_conversion_kind_name(LC_COPY_IN), "copy-in");
	assert_string_equal(lc_conversion_kind_name(LC_COPY_OUT), "copy-out");
	assert_string_equal(lc_conversion_kind_name(LC_COMPARE), "compare");
	assert_string_equal(lc_conversion_kind_name(LC_PUN), "pun");
	assert_string_equal(lc_conversion_kind_name(LC_MAP), "map");
	assert_string_equal(lc_domain_name(LC_DOMAIN_OTHER), "other");
	assert_string_equal(lc_domain_name(LC_DOMAIN_PACKET), "packet");
	assert_string_equal(lc_domain_name(LC_DOMAIN_FIRMWARE_TABLE), "firmware-table");
	assert_string_equal(lc_domain_name(LC_DOMAIN_REGISTER), "register");
}

#define TEST_OF(sentence, function)                  \
	{                                            \
		sentence, function, start, end, NULL \
	}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_OF("a new unit is empty, with every rule on and as loud as it says",
			a_new_unit_is_empty_with_every_rule_on),
		TEST_OF("conversions are numbered from 1 and stay where they are",
			conversions_are_numbered_and_stay_where_they_are),
		TEST_OF("what is added begins empty and keeps its place in the order",
			what_is_added_begins_empty),
		TEST_OF("every rule that has a judge judges once",
			every_rule_with_a_judge_judges_once),
		TEST_OF("a rule that is off does not judge", a_rule_that_is_off_does_not_judge),
		TEST_OF("a choice of level changes findings, and makes none",
			a_choice_of_level_changes_findings_only),
		TEST_OF("names are those of the record", names_are_those_of_the_record),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
