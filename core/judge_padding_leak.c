/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * lc-padding-leak: of an object that leaves, every byte was written before,
 * padding among them.
 */
#include "judges.h"

#include "evidence.h"
#include "unit.h"
#include "unwritten.h"

static const char *destination(enum lc_model_exit leaves)
{
	static const char *const names[] = { "user space", "the network", "a file", "a device" };

	return names[leaves];
}

void lc_judge_padding_leak(struct lc_unit *unit, struct lc_conversion *c)
{
	const struct lc_rule *rule = lc_rule_find("lc-padding-leak");
	const struct lc_leaving *l = c->leaving;
	struct lc_judgement *j = lc_conversion_add_judgement(unit, c);
	struct lc_unwritten s;
	bool perhaps = false;

	if (!j)
		return;
	j->rule = rule;
	j->place = c->cast;
	j->verdict = LC_OPEN;
	j->how = "what leaves is not known";
	if (!l)
		return;
	for (uint64_t i = l->first; i < l->end && l->type; i++)
		perhaps |= l->written[i] != LC_WRITTEN_ALWAYS;
	lc_unwritten_find(&unit->arena, l, LC_WRITTEN_NEVER, false, &s);
	if (!s.n && !s.whole) {
		j->verdict = perhaps ? LC_OPEN : LC_PROVEN;
		j->how = perhaps ? "some bytes may not have been written" :
				   "every byte is written before";
		j->assumes = l->assumes;
		return;
	}
	j->verdict = LC_REFUTED;
	j->how = s.whole ? "no byte is written before" :
			   lc_arena_printf(&unit->arena, "nobody has written %s", s.text);
	/* What was once in memory tells a file or a device of one's own little. */
	j->level = lc_rule_level(unit, rule,
				 l->leaves == LC_TO_USER || l->leaves == LC_TO_NETWORK ?
					 LC_LEVEL_ERROR :
				 s.members || s.whole ? LC_LEVEL_WARNING :
							LC_LEVEL_NOTE);
	j->message = lc_arena_printf(
		&unit->arena, "'%s' goes to %s by '%s ()' with %s", l->object,
		destination(l->leaves), l->by,
		s.whole ? "nothing written in it" :
			  lc_arena_printf(&unit->arena, "%s, which nobody has written", s.text));
	lc_evidence_step(&unit->arena, j, LC_STEP_ORIGIN, l->begins,
			 lc_arena_printf(&unit->arena, "'%s' is %s here, and not cleared",
					 l->object, l->allocated ? "allocated" : "declared"));
	lc_evidence_step(&unit->arena, j, LC_STEP_ACCESS, c->cast,
			 lc_arena_printf(&unit->arena, "%llu bytes of it leave here",
					 (unsigned long long)(l->end - l->first)));
}
