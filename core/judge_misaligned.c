/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * lc-misaligned: the address is a multiple of the alignment of what is accessed.
 */
#include "judges.h"

#include "evidence.h"
#include "need.h"
#include "unit.h"

static enum lc_verdict judge_access(const struct lc_need *need)
{
	if (need->alignment <= 1)
		return LC_PROVEN;
	if (need->modulus >= need->alignment)
		return need->residue % need->alignment ? LC_REFUTED : LC_PROVEN;
	/* Alignments are powers of two: what is off by less stays off by more. */
	return need->residue ? LC_REFUTED : LC_OPEN;
}

void lc_judge_misaligned(struct lc_unit *unit, struct lc_conversion *c)
{
	const struct lc_rule *rule = lc_rule_find("lc-misaligned");
	const struct lc_access *worst = NULL;
	enum lc_verdict verdict = LC_PROVEN;
	struct lc_arena *arena = &unit->arena;
	struct lc_judgement *j = lc_conversion_add_judgement(unit, c);

	if (!j)
		return;
	for (size_t i = 0; i < c->n_accesses; i++) {
		enum lc_verdict v;

		if (!c->accesses[i].need)
			continue;
		v = judge_access(c->accesses[i].need);
		if (!worst || v > verdict) {
			worst = &c->accesses[i];
			verdict = v;
		}
	}
	j->rule = rule;
	j->place = worst ? worst->place : c->cast;
	j->verdict = worst ? verdict : LC_OPEN;
	if (!worst) {
		/* Nothing is accessed here: all that can be said is of the type. */
		if (c->target.alignment == 1)
			j->verdict = LC_PROVEN;
		j->how = c->target.alignment == 1 ? "the type has alignment 1" :
						    "no access through the view is seen here";
		return;
	}
	if (verdict == LC_PROVEN) {
		j->how = worst->need->alignment <= 1 ?
				 "the type has alignment 1" :
				 lc_arena_printf(arena, "%s", worst->need->alignment_how);
		return;
	}
	if (verdict == LC_OPEN) {
		j->how = lc_arena_printf(arena, "'%s' needs alignment %llu, %llu known",
					 worst->what, (unsigned long long)worst->need->alignment,
					 (unsigned long long)worst->need->modulus);
		return;
	}
	j->how = worst->need->alignment_how;
	j->level =
		lc_rule_level(unit, rule, worst->need->tolerated ? LC_LEVEL_NOTE : LC_LEVEL_ERROR);
	j->message = lc_arena_printf(
		arena, "'%s' needs alignment %llu, but stands %llu past a multiple of %llu: %s%s",
		worst->what, (unsigned long long)worst->need->alignment,
		(unsigned long long)worst->need->residue, (unsigned long long)worst->need->modulus,
		worst->need->alignment_how,
		worst->need->tolerated ? " (undefined in C; this target tolerates it)" : "");
}
