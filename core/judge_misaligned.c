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

/* Does A say more than B of a conversion: is it worse, or else less of a matter of course? */
static bool outranks(const struct lc_alignment *a, const struct lc_alignment *b)
{
	if (judge(a) != judge(b))
		return judge(a) > judge(b);
	if (judge(a) == LC_REFUTED && a->trap != b->trap)
		return a->trap > b->trap;
	if (judge(a) == LC_PROVEN && (a->needed > 1) != (b->needed > 1))
		return a->needed > 1;
	return a->n_tests && !b->n_tests;
}

static void add_tests(struct lc_arena *arena, struct lc_judgement *j, const struct lc_alignment *a)
{
	for (size_t i = 0; i < a->n_tests; i++)
		lc_evidence_step(arena, j, LC_STEP_GUARD, a->tests[i], a->how);
}

/* What happens where the alignment is not there: in C, and on this target. */
static const char *consequence(const struct lc_alignment *a, bool accessed)
{
	if (!accessed)
		return "undefined in C; it is not seen to be accessed here";
	switch (a->trap) {
	case LC_TRAP_NEVER:
		return "undefined in C; this target tolerates it";
	case LC_TRAP_SOME:
		return "undefined in C, and some instructions of this target trap";
	case LC_TRAP_ALWAYS:
		break;
	}
	return "undefined in C, and traps on this target";
}

void lc_judge_misaligned(struct lc_unit *unit, struct lc_conversion *c)
{
	const struct lc_rule *rule = lc_rule_find("lc-misaligned");
	const struct lc_alignment *worst = NULL;
	struct lc_arena *arena = &unit->arena;
	struct lc_judgement *j = lc_conversion_add_judgement(unit, c);
	const char *what = c->target.type, *known;
	enum lc_level level;
	bool accessed = false;

	if (!j)
		return;
	j->rule = rule;
	j->place = c->cast;
	for (size_t i = 0; i < c->n_accesses; i++) {
		const struct lc_access *access = &c->accesses[i];

		if (!access->need || (worst && !outranks(&access->need->alignment, worst)))
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
	if (j->verdict == LC_PROVEN) {
		j->how = worst->needed <= 1 ? "the type has alignment 1" : worst->how;
		if (worst->needed > 1) {
			j->guards = worst->tests;
			j->n_guards = worst->n_tests;
			add_tests(arena, j, worst);
		}
		return;
	}
	/* A conversion is undefined too, but nothing traps before there is an access. */
	level = worst->trap == LC_TRAP_NEVER || !accessed ? LC_LEVEL_NOTE : LC_LEVEL_ERROR;
	if (j->verdict == LC_OPEN) {
		j->how = lc_arena_printf(arena, "'%s' needs alignment %llu, %llu known", what,
					 (unsigned long long)worst->needed,
					 (unsigned long long)worst->modulus);
		/* Bytes may stand anywhere; who tests where these stand cares, and tested too little. */
		if (!worst->n_tests)
			return;
		if (level == LC_LEVEL_ERROR)
			level = LC_LEVEL_WARNING;
		known = "is only known to stand at";
	} else {
		j->how = worst->how;
		known = lc_arena_printf(arena, "stands %llu past",
					(unsigned long long)worst->residue);
	}
	j->level = lc_rule_level(unit, rule, level);
	j->message = lc_arena_printf(
		arena, "'%s' needs alignment %llu, but %s a multiple of %llu: %s (%s)", what,
		(unsigned long long)worst->needed, known, (unsigned long long)worst->modulus,
		worst->how, consequence(worst, accessed));
	add_tests(arena, j, worst);
}
