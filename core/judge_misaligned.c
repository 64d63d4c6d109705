/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * lc-misaligned: the address is a multiple of the alignment of what is accessed.
 */
#include "judges.h"

#include "evidence.h"
#include "need.h"
#include "unit.h"

static enum lc_verdict judge(const struct lc_alignment *a)
{
	if (a->needed <= 1)
		return LC_PROVEN;
	if (a->modulus >= a->needed)
		return a->residue % a->needed ? LC_REFUTED : LC_PROVEN;
	/* Alignments are powers of two: what is off by less stays off by more. */
	return a->residue ? LC_REFUTED : LC_OPEN;
}

void lc_judge_misaligned(struct lc_unit *unit, struct lc_conversion *c)
{
	const struct lc_rule *rule = lc_rule_find("lc-misaligned");
	const struct lc_alignment *worst = NULL;
	struct lc_arena *arena = &unit->arena;
	struct lc_judgement *j = lc_conversion_add_judgement(unit, c);
	const char *what = c->target.type;
	bool accessed = false;

	if (!j)
		return;
	j->rule = rule;
	j->place = c->cast;
	for (size_t i = 0; i < c->n_accesses; i++) {
		const struct lc_access *access = &c->accesses[i];

		if (!access->need)
			continue;
		if (worst && judge(&access->need->alignment) <= judge(worst))
			continue;
		worst = &access->need->alignment;
		what = access->what;
		j->place = access->place;
		accessed = true;
	}
	/* Whoever a view is handed to uses it as the type that it was made; so does what is not seen. */
	if ((!worst || c->escapes) && c->alignment.needed &&
	    (!worst || judge(&c->alignment) > judge(worst))) {
		worst = &c->alignment;
		what = c->target.type;
		j->place = c->cast;
		accessed = false;
	}
	if (!worst) {
		j->verdict = LC_OPEN;
		j->how = "no access through the view is seen here";
		return;
	}
	j->verdict = judge(worst);
	switch (j->verdict) {
	case LC_PROVEN:
		j->how = worst->needed <= 1 ? "the type has alignment 1" : worst->how;
		return;
	case LC_OPEN:
		j->how = lc_arena_printf(arena, "'%s' needs alignment %llu, %llu known", what,
					 (unsigned long long)worst->needed,
					 (unsigned long long)worst->modulus);
		return;
	case LC_REFUTED:
		break;
	}
	j->how = worst->how;
	/* A conversion is undefined too, but nothing traps before there is an access. */
	j->level = lc_rule_level(unit, rule,
				 worst->tolerated || !accessed ? LC_LEVEL_NOTE : LC_LEVEL_ERROR);
	j->message = lc_arena_printf(
		arena, "'%s' needs alignment %llu, but stands %llu past a multiple of %llu: %s%s",
		what, (unsigned long long)worst->needed, (unsigned long long)worst->residue,
		(unsigned long long)worst->modulus, worst->how,
		!accessed        ? " (undefined in C; it is not seen to be accessed here)" :
		worst->tolerated ? " (undefined in C; this target tolerates it)" :
				   "");
}
