// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The rule table: every row is filled in, and every rule has its page and tests.
 * Run from the top of the source tree.
 */
#include "support.h"

#include <ctype.h>
#include <glob.h>
#include <unistd.h>

#include "rules.h"

static void filled(const struct lc_rule *rule, const char *field, const char *value)
{
	if (!value || !*value)
		fail_msg("%s: %s is not filled in", rule->id, field);
}

static void every_field_is_filled_in(void **state)
{
	(void)state;
	assert_true(lc_n_rules > 0);
	for (size_t i = 0; i < lc_n_rules; i++) {
		const struct lc_rule *rule = &lc_rules[i];

		assert_non_null(rule->id);
		filled(rule, "name", rule->name);
		filled(rule, "short description", rule->short_description);
		filled(rule, "full description", rule->full_description);
		filled(rule, "bad example", rule->bad_example);
		filled(rule, "good example", rule->good_example);
		filled(rule, "remedy", rule->remedy);
		filled(rule, "precision", rule->precision);
		assert_true(rule->cwe > 0);
		assert_in_range(rule->default_level, LC_LEVEL_NOTE, LC_LEVEL_ERROR);
		for (const unsigned *also = rule->cwe_also; also && *also; also++)
			assert_int_not_equal(*also, rule->cwe);
	}
}

static bool is_kebab_case(const char *id)
{
	if (!islower((unsigned char)*id))
		return false;
	for (; *id; id++)
		if (!islower((unsigned char)*id) && !isdigit((unsigned char)*id) &&
		    !(*id == '-' && isalnum((unsigned char)id[1])))
			return false;
	return true;
}

static void ids_are_kebab_case_and_unique(void **state)
{
	(void)state;
	for (size_t i = 0; i < lc_n_rules; i++) {
		assert_true(is_kebab_case(lc_rules[i].id));
		assert_int_equal(strncmp(lc_rules[i].id, "lc-", 3), 0);
		for (size_t k = 0; k < i; k++) {
			assert_string_not_equal(lc_rules[i].id, lc_rules[k].id);
			assert_string_not_equal(lc_rules[i].name, lc_rules[k].name);
		}
	}
}

/* lc-short-buffer: ShortBuffer */
static void the_name_is_the_id_in_pascal_case(void **state)
{
	(void)state;
	for (size_t i = 0; i < lc_n_rules; i++) {
		const char *name = lc_rules[i].name;
		bool begins = true;

		for (const char *p = lc_rules[i].id + 3; *p; p++) {
			if (*p == '-') {
				begins = true;
				continue;
			}
			assert_int_equal(*name++, begins ? toupper((unsigned char)*p) : *p);
			begins = false;
		}
		assert_int_equal(*name, '\0');
	}
}

static void texts_are_what_readers_of_them_expect(void **state)
{
	static const char *const precisions[] = { "very-high", "high", "medium", "low" };

	(void)state;
	for (size_t i = 0; i < lc_n_rules; i++) {
		const struct lc_rule *rule = &lc_rules[i];
		const char *text = rule->short_description;
		bool known = false;

		/* One line, a sentence; examples are whole lines. */
		assert_null(strchr(text, '\n'));
		assert_true(isupper((unsigned char)*text));
		assert_int_equal(text[strlen(text) - 1], '.');
		assert_int_equal(rule->full_description[strlen(rule->full_description) - 1], '.');
		assert_int_equal(rule->remedy[strlen(rule->remedy) - 1], '.');
		assert_int_equal(rule->bad_example[strlen(rule->bad_example) - 1], '\n');
		assert_int_equal(rule->good_example[strlen(rule->good_example) - 1], '\n');
		assert_string_not_equal(rule->bad_example, rule->good_example);
		for (size_t k = 0; k < COUNT(precisions); k++)
			known |= !strcmp(rule->precision, precisions[k]);
		assert_true(known);
		if (rule->security_severity) {
			char *end;
			double severity = strtod(rule->security_severity, &end);

			assert_int_equal(*end, '\0');
			assert_true(severity >= 0 && severity <= 10);
		}
	}
}

static void rules_are_found_by_id(void **state)
{
	(void)state;
	for (size_t i = 0; i < lc_n_rules; i++)
		assert_ptr_equal(lc_rule_find(lc_rules[i].id), &lc_rules[i]);
	assert_null(lc_rule_find(""));
	assert_null(lc_rule_find("lc-"));
	assert_null(lc_rule_find("lc-short-buffe"));
	assert_null(lc_rule_find("lc-short-buffers"));
	assert_null(lc_rule_find("LC-SHORT-BUFFER"));
}

static void uris_lead_to_the_page(void **state)
{
	(void)state;
	for (size_t i = 0; i < lc_n_rules; i++) {
		const char *uri = lc_rule_uri(&lc_rules[i]);
		char wanted[128];

		snprintf(wanted, sizeof(wanted), "/Documentation/rules/%s.md", lc_rules[i].id);
		assert_int_equal(strncmp(uri, LC_INFORMATION_URI, strlen(LC_INFORMATION_URI)), 0);
		assert_string_equal(uri + strlen(uri) - strlen(wanted), wanted);
		assert_ptr_equal(lc_rule_uri(&lc_rules[i]), uri);
	}
	/* Each has storage of its own. */
	for (size_t i = 1; i < lc_n_rules; i++)
		assert_string_not_equal(lc_rule_uri(&lc_rules[0]), lc_rule_uri(&lc_rules[i]));
}

static void levels_are_parsed_by_their_names(void **state)
{
	enum lc_level level;

	(void)state;
	for (enum lc_level l = LC_LEVEL_NONE; l <= LC_LEVEL_ERROR; l++) {
		level = LC_LEVEL_ERROR - l;
		assert_int_equal(lc_level_parse(lc_level_name(l), &level), 0);
		assert_int_equal(level, l);
	}
	level = LC_LEVEL_NOTE;
	assert_int_equal(lc_level_parse("fatal", &level), -1);
	assert_int_equal(lc_level_parse("", &level), -1);
	assert_int_equal(lc_level_parse("Error", &level), -1);
	assert_int_equal(level, LC_LEVEL_NOTE);
}

static void every_rule_has_a_page(void **state)
{
	(void)state;
	for (size_t i = 0; i < lc_n_rules; i++) {
		char path[128];

		snprintf(path, sizeof(path), "Documentation/rules/%s.md", lc_rules[i].id);
		if (access(path, R_OK))
			fail_msg("%s: %s", path, strerror(errno));
	}
}

/* Does one of the files that match PATTERN hold TEXT? An empty TEXT is held by any file. */
static bool some_file_holds(const char *pattern, const char *text)
{
	glob_t found;
	bool holds = false;

	if (glob(pattern, 0, NULL, &found))
		return false;
	for (size_t i = 0; i < found.gl_pathc && !holds; i++) {
		static char content[65536];
		FILE *file = fopen(found.gl_pathv[i], "r");

		if (!file)
			continue;
		content[fread(content, 1, sizeof(content) - 1, file)] = '\0';
		holds = strstr(content, text) != NULL;
		fclose(file);
	}
	globfree(&found);
	return holds;
}

/* A file that is named after the rule, or one of Sparse's that expects it in brackets. */
static void every_rule_has_a_test_file(void **state)
{
	(void)state;
	for (size_t i = 0; i < lc_n_rules; i++) {
		const char *id = lc_rules[i].id;
		char plugin[128], sparse[128], brackets[128];

		snprintf(plugin, sizeof(plugin), "tests/plugin/%s*.c", id);
		snprintf(sparse, sizeof(sparse), "tests/sparse/%s*.c", id);
		snprintf(brackets, sizeof(brackets), "[%s]", id);
		if (!some_file_holds(plugin, "") && !some_file_holds(sparse, "") &&
		    !some_file_holds("tests/sparse/*.c", brackets))
			fail_msg("no %s, %s, nor %s in tests/sparse", plugin, sparse, brackets);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST("every field of every rule is filled in", every_field_is_filled_in),
		TEST("ids are kebab-case and unique", ids_are_kebab_case_and_unique),
		TEST("the name of a rule is its id in PascalCase",
		     the_name_is_the_id_in_pascal_case),
		TEST("texts are sentences, examples whole lines, precisions known",
		     texts_are_what_readers_of_them_expect),
		TEST("a rule is found by its whole id and nothing else", rules_are_found_by_id),
		TEST("the address of a rule leads to its page", uris_lead_to_the_page),
		TEST("levels are parsed by their names and nothing else",
		     levels_are_parsed_by_their_names),
		TEST("every rule has a page", every_rule_has_a_page),
		TEST("every rule has a test file", every_rule_has_a_test_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
