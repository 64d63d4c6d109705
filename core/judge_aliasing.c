// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-aliasing: under strict aliasing a declared object is accessed as a type
 * that the compiler allows for.
 */
#include "judges.h"

#include "evidence.h"
#include "retyped.h"
#include "unit.h"

void lc_judge_aliasing(struct lc_unit *unit, struct lc_conversion *c)
{
	const struct lc_rule *rule = lc_rule_find("lc-aliasing");
	const struct lc_retyped *r = c->retyped;
	struct lc_judgement *j = lc_conversion_add_judgement(unit, c);
	struct lc_arena *arena = &unit->arena;
	const char *given;

	if (!j)
		return;
	j->rule = rule;
	j->place = c->cast;
	j->verdict = LC_OPEN;
	j->how = "what is accessed is not known";
	if (!r)
		return;
	given = r->stored ? "written" : "declared";
	if (!r->apart) {
		j->verdict = LC_PROVEN;
		j->how = "the compiler allows for an access as this type";
		return;
	}
	j->verdict = LC_REFUTED;
	j->how =
		lc_arena_printf(arena, "%s as %s, accessed as %s", given, r->typed, c->target.type);
	j->level = lc_rule_level(unit, rule, LC_LEVEL_WARNING);
	j->message = lc_arena_printf(
		arena,
		"'%s', %s as %s, is %s as %s: under -fstrict-aliasing the compiler takes "
		"the two for different objects, and may reorder what is done to them",
		r->object, given, r->typed, r->write ? "written" : "read", c->target.type);
	lc_evidence_step(arena, j, LC_STEP_ORIGIN, r->typed_at,
			 lc_arena_printf(arena, "'%s' is %s here", r->object, given));
	lc_evidence_step(arena, j, LC_STEP_ACCESS, r->access,
			 lc_arena_printf(arena, "and %s here", r->write ? "written" : "read"));
}
