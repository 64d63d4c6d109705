/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Findings as GCC's own diagnostics: place, message, CWE, and notes for the steps.
 */
#include "plugin.h"

#include "evidence.h"
#include "suppression.h"

#define MAX_RELATED 6 /* printed; the record has all */

/* Where PLACE is; of a place in a macro, where the macro is used, as in the record. */
static location_t location_of(const struct lc_place *place)
{
	location_t where = (location_t)place->handle;

	return linemap_location_from_macro_expansion_p(line_table, where) ?
		       linemap_resolve_location(line_table, where, LRK_MACRO_EXPANSION_POINT,
						NULL) :
		       where;
}

static void print_finding(const struct lc_judgement *j, const struct arguments *arguments)
{
	rich_location where(line_table, location_of(&j->place));
	struct lc_diagnostic_mood mood;
	bool printed;

	mood = lc_diagnostics_enter(arguments->werror);
	auto_diagnostic_group together;
	if (j->level == LC_LEVEL_NOTE) {
		inform(location_of(&j->place), "%s [%s]", j->message, j->rule->id);
		printed = true;
	} else {
		printed = lc_emit_warning(&where, j->rule->cwe, j->rule->id, j->message);
	}
	for (size_t i = 0; printed && i < j->n_steps; i++)
		if (lc_evidence_is_news(j, i))
			inform(location_of(&j->steps[i].place), "%s", j->steps[i].text);
	for (size_t i = 0; printed && i < j->n_related && i < MAX_RELATED; i++)
		inform(location_of(&j->related[i].place), "%s", j->related[i].text);
	lc_diagnostics_leave(mood);
}

/* What is wrong with a suppression stands where it does. */
static void print_problems(const struct lc_unit *unit, const struct arguments *arguments)
{
	for (size_t i = 0; i < unit->n_suppressions; i++) {
		const struct lc_suppression *s = unit->suppressions[i];
		struct lc_diagnostic_mood mood;

		if (!s->seen || !s->problem)
			continue;
		mood = lc_diagnostics_enter(arguments->werror);
		inform((location_t)s->place.handle, "%sthis suppression does not count: %s",
		       s->n_rules ? "part of " : "", s->problem);
		lc_diagnostics_leave(mood);
	}
}

static void print_all(const struct lc_judgement *judgements, size_t n,
		      const struct arguments *arguments)
{
	for (size_t i = 0; i < n; i++)
		if (judgements[i].level != LC_LEVEL_NONE &&
		    judgements[i].level >= arguments->level && !judgements[i].suppressed)
			print_finding(&judgements[i], arguments);
}

void print_findings(const struct lc_unit *unit, const struct arguments *arguments)
{
	for (size_t i = 0; i < unit->n_conversions; i++)
		print_all(unit->conversions[i]->judgements, unit->conversions[i]->n_judgements,
			  arguments);
	for (size_t i = 0; i < unit->n_layouts; i++)
		print_all(unit->layouts[i]->judgements, unit->layouts[i]->n_judgements, arguments);
	print_problems(unit, arguments);
}
