/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Prints findings: place, level, message, [CWE] and [rule], then the steps as notes.
 */
#include "print.h"

#include "suppression.h"

static void print_finding(FILE *stream, const struct lc_judgement *judgement)
{
	const struct lc_rule *rule = judgement->rule;

	fprintf(stream, "%s:%d:%d: %s: %s [CWE-%u] [%s]\n", judgement->place.file,
		judgement->place.line, judgement->place.column, lc_level_name(judgement->level),
		judgement->message, rule->cwe, rule->id);
	for (size_t i = 0; i < judgement->n_steps; i++) {
		const struct lc_step *step = &judgement->steps[i];

		fprintf(stream, "%s:%d:%d: note: %s\n", step->place.file, step->place.line,
			step->place.column, step->text);
	}
}

/* What is wrong with a suppression stands where it does. */
static void print_problems(FILE *stream, const struct lc_unit *unit)
{
	for (size_t i = 0; i < unit->n_suppressions; i++) {
		const struct lc_suppression *s = unit->suppressions[i];

		if (s->seen && s->problem)
			fprintf(stream, "%s:%d:%d: note: %sthis suppression does not count: %s\n",
				s->place.file, s->place.line, s->place.column,
				s->n_rules ? "part of " : "", s->problem);
	}
}

size_t sc_print_findings(FILE *stream, const struct lc_unit *unit)
{
	size_t findings = 0;

	for (size_t c = 0; c < unit->n_conversions; c++) {
		const struct lc_conversion *conversion = unit->conversions[c];

		for (size_t j = 0; j < conversion->n_judgements; j++) {
			const struct lc_judgement *judgement = &conversion->judgements[j];

			if (judgement->level == LC_LEVEL_NONE || !judgement->message ||
			    judgement->suppressed)
				continue;
			print_finding(stream, judgement);
			findings++;
		}
	}
	print_problems(stream, unit);
	return findings;
}
