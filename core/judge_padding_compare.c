// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-padding-compare: of an object whose bytes are compared or hashed, the
 * padding was written before.
 */
#include "judges.h"

#include "evidence.h"
#include "unit.h"
#include "unwritten.h"

void lc_judge_padding_compare(struct lc_unit *unit, struct lc_conversion *c)
{
	const struct lc_rule *rule = lc_rule_find("lc-padding-compare");
	const struct lc_leaving *l = c->leaving;
	struct lc_judgement *j = lc_conversion_add_judgement(unit, c);
	struct lc_arena *arena = &unit->arena;
	struct lc_unwritten never, perhaps;

	if (!j)
		return;
	j->rule = rule;
	j->place = c->cast;
	j->verdict = LC_OPEN;
	j->how = "what is compared is not known";
	if (!l)
		return;
	lc_unwritten_find(arena, l, LC_WRITTEN_NEVER, true, &never);
	lc_unwritten_find(arena, l, LC_WRITTEN_PERHAPS, true, &perhaps);
	if (!never.n) {
		j->verdict = perhaps.n ? LC_OPEN : LC_PROVEN;
		j->how = perhaps.n ? lc_arena_printf(arena, "nobody here knows what is in %s",
						     perhaps.text) :
				     "what is compared has no padding, or all of it is written";
		j->assumes = l->assumes;
		return;
	}
	j->verdict = LC_REFUTED;
	j->how = lc_arena_printf(arena, "nobody has written %s", never.text);
	j->level = lc_rule_level(unit, rule, LC_LEVEL_WARNING);
	j->message = lc_arena_printf(
		arena,
		"'%s ()' goes over '%s' with %s, which nobody has written: objects with the "
		"same members may differ",
		l->by, l->object, never.text);
	lc_evidence_step(arena, j, LC_STEP_ORIGIN, l->begins,
			 lc_arena_printf(arena, "'%s' is %s here, and not cleared", l->object,
					 l->allocated ? "allocated" : "declared"));
	lc_evidence_step(arena, j, LC_STEP_ACCESS, c->cast,
			 lc_arena_printf(arena, "%llu bytes of it are compared or hashed here",
					 (unsigned long long)(l->end - l->first)));
}
