/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The rule table: every fact about a rule is written once, in rules.c, and
 * feeds diagnostics, SARIF metadata, `layoutcheck explain` and the pages.
 */
#ifndef LC_RULES_H
#define LC_RULES_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

enum lc_level { LC_LEVEL_NONE, LC_LEVEL_NOTE, LC_LEVEL_WARNING, LC_LEVEL_ERROR };

/* A judge reads the facts of one conversion and adds its judgements to it. */
struct lc_conversion;
struct lc_unit;
typedef void lc_judge(struct lc_unit *unit, struct lc_conversion *conversion);
/*
 * A judge of what is about a type alone reads its layout, once a type: it adds the defects that it
 * finds, and says in JUDGEMENT why there is none, or none to be known.
 */
struct lc_layout;
struct lc_judgement;
typedef void lc_type_judge(struct lc_unit *unit, struct lc_layout *layout,
			   struct lc_judgement *judgement);

struct lc_rule {
	const char *id; /* stable, kebab-case: lc-short-buffer */
	const char *name; /* PascalCase, for SARIF */
	const char *short_description; /* one line, a sentence */
	const char *full_description;
	const char *bad_example; /* C, a few lines */
	const char *good_example;
	const char *remedy; /* what to do about a finding */
	unsigned cwe; /* the CWE of a finding; more in cwe_also */
	const unsigned *cwe_also; /* 0-terminated, or NULL */
	enum lc_level default_level;
	const char *precision; /* very-high, high, medium, low */
	const char *security_severity; /* "0.0" to "10.0", NULL: not a security rule */
	lc_judge *judge; /* NULL: judged as a type, or by an adapter's own walk (Sparse) */
	lc_type_judge *judge_type; /* or NULL */
	bool of_reads; /* about a type: matters only where bytes are read as it */
	unsigned strength; /* where two rules speak of one thing, the stronger one is heard */
	unsigned kinds; /* of conversions that JUDGE is about, as bits; 0: views of bytes */
};

/* All rules, in table order; their number is lc_n_rules. */
extern const struct lc_rule lc_rules[];
extern const size_t lc_n_rules;

/* The rule with that id, or NULL. */
const struct lc_rule *lc_rule_find(const char *id);
/* The page of a rule in the documentation, as a URI; static storage per rule. */
const char *lc_rule_uri(const struct lc_rule *rule);
const char *lc_level_name(enum lc_level level);
/* Parses note, warning, error, none. Returns -1 if NAME is none of them. */
int lc_level_parse(const char *name, enum lc_level *level);

#define LC_TOOL_NAME "layoutcheck"
#define LC_VERSION "0.1.0"
#define LC_INFORMATION_URI "https://github.com/layoutcheck/layoutcheck"

#ifdef __cplusplus
}
#endif
#endif
