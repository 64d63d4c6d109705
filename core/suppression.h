/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Suppressions in the source: a comment "layoutcheck: allow(rule) reason", or an
 * attribute of a function or type. Findings that one covers stay in the ledger
 * and are not reported. See Documentation/suppression.md.
 */
#ifndef LC_SUPPRESSION_H
#define LC_SUPPRESSION_H

#include "unit.h"

#ifdef __cplusplus
extern "C" {
#endif

enum lc_suppression_form { LC_ALLOW_COMMENT, LC_ALLOW_ATTRIBUTE };

struct lc_allowed_rule {
	const struct lc_rule *rule;
	bool used; /* it suppressed a finding of this unit */
};

struct lc_suppression {
	enum lc_suppression_form form;
	struct lc_place place;
	const char *of; /* an attribute: "function 'f'", "type 'struct hdr'"; or NULL */
	int first_line, last_line; /* a comment: the lines it is about */
	struct lc_allowed_rule *rules; /* those that count */
	size_t n_rules, rules_capacity;
	const char *reason; /* NULL: none, and no rule counts */
	const char *problem; /* why it, or a rule it names, does not count; or NULL */
	bool seen; /* what it is about was looked at in this unit */
};

const char *lc_suppression_form_name(enum lc_suppression_form form);

/*
 * Adds a suppression of RULES, ids with commas or blanks between them, LENGTH
 * bytes; REASON may be NULL or blank. What does not count is told in its
 * problem. Strings are copied, the place's file is not. NULL: out of memory.
 */
struct lc_suppression *lc_suppression_add(struct lc_unit *unit, enum lc_suppression_form form,
					  struct lc_place place, const char *rules, size_t length,
					  const char *reason);
/* The attribute SUPPRESSION is about the conversion or the type whose allowances those are. */
void lc_suppression_concerns(struct lc_unit *unit, struct lc_suppression *suppression,
			     struct lc_allowances *allowed);

/* Adds the suppressions in the comments of TEXT, LENGTH bytes, which is FILE (borrowed). */
void lc_suppressions_in_text(struct lc_unit *unit, const char *file, const char *text,
			     size_t length);

/*
 * When all is judged: reads the comments of the main source and of the files in
 * which conversions and findings stand, and marks the findings that a
 * suppression covers.
 */
void lc_unit_suppress(struct lc_unit *unit);

#ifdef __cplusplus
}
#endif
#endif
