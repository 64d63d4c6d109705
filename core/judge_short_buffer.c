/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * lc-short-buffer: the extent covers each access made through the view.
 */
#include "judges.h"

#include "evidence.h"
#include "need.h"
#include "unit.h"

/* How many joins may be split one inside the other to prove one access. */
#define SPLIT_DEPTH 3

struct finding {
	enum lc_verdict verdict;
	struct lc_proof proof;
	int64_t known; /* bytes known to be there, of a constant need; -1: not asked */
};

/* extent - upto >= slack */
static struct lc_linear room(const struct lc_need *need, int64_t slack)
{
	struct lc_linear left = lc_linear_add(&need->extent, &need->upto, -1);

	return lc_linear_plus(&left, -slack);
}

static void judge_access(const struct lc_need *need, struct finding *f)
{
	const struct lc_fact *facts[3 * LC_FACTS_MAX];
	struct lc_linear goal = room(need, 0), shortage;
	size_t n;

	f->verdict = LC_OPEN;
	f->known = -1;
	f->proof.n = 0;
	f->proof.work = 0;
	if (!goal.valid)
		return;
	if (lc_prove_at(need->flow, need->point, &goal, SPLIT_DEPTH, &f->proof)) {
		f->verdict = LC_PROVEN;
		return;
	}
	n = need->flow->facts(need->flow->context, need->point, &goal, facts, 3 * LC_FACTS_MAX);
	f->proof.n = 0;
	f->proof.work = 0;
	shortage = lc_linear_scale(&goal, -1);
	shortage = lc_linear_plus(&shortage, -1);
	if (lc_prove(facts, n, &shortage, &f->proof)) {
		f->verdict = LC_REFUTED;
		if (lc_contradictory(facts, n))
			f->verdict = LC_PROVEN; /* nothing reaches this access */
		return;
	}
	f->proof.n = 0;
	if (lc_linear_is_constant(&need->upto) && need->upto.constant > 0)
		f->known = lc_lower_bound(facts, n, &need->extent, 0, need->upto.constant);
}

/* Does a guard on the way to the access speak of the length or the extent? */
static const struct lc_fact *guard_of(const struct lc_need *need)
{
	const struct lc_fact *facts[3 * LC_FACTS_MAX];
	struct lc_linear goal = room(need, 0);
	size_t n = need->flow->facts(need->flow->context, need->point, &goal, facts,
				     3 * LC_FACTS_MAX);
	const struct lc_linear *about[2] = { need->length ? &need->length->value : NULL, &need->extent };

	for (size_t i = 0; i < n; i++)
		for (unsigned a = 0; a < 2; a++)
			for (unsigned t = 0; about[a] && t < about[a]->n; t++)
				if (facts[i]->kind == LC_FACT_GUARD &&
				    lc_linear_coefficient(&facts[i]->nonnegative,
							  about[a]->terms[t].term))
					return facts[i];
	return NULL;
}

static const char *needs(struct lc_arena *arena, const struct lc_conversion *c,
			 const struct lc_access *access)
{
	const struct lc_need *need = access->need;

	if (lc_linear_is_constant(&need->upto))
		return lc_arena_printf(arena, "'%s' needs %lld bytes of '%s'", access->what,
				       (long long)need->upto.constant, need->bytes);
	return lc_arena_printf(arena, "'%s' of '%s' reaches past '%s'", access->what, c->target.type,
			       need->bytes);
}

static void report_refuted(struct lc_unit *unit, struct lc_conversion *c, struct lc_judgement *j,
			   const struct lc_access *access, const struct finding *f)
{
	const struct lc_need *need = access->need;
	struct lc_arena *arena = &unit->arena;

	j->verdict = LC_REFUTED;
	j->how = lc_evidence_how(arena, &f->proof);
	j->assumes = lc_evidence_assumes(arena, &f->proof);
	/* What rests on trust is no certainty. */
	j->level = j->assumes ? LC_LEVEL_WARNING : LC_LEVEL_ERROR;
	if (lc_linear_is_constant(&need->extent))
		j->message = lc_arena_printf(arena, "%s as '%s', which has only %lld",
					     needs(arena, c, access), c->target.type,
					     (long long)need->extent.constant);
	else
		j->message = lc_arena_printf(arena, "%s as '%s', which has fewer (%s)",
					     needs(arena, c, access), c->target.type, j->how);
}

static void report_open(struct lc_unit *unit, struct lc_conversion *c, struct lc_judgement *j,
			const struct lc_access *access, const struct finding *f)
{
	const struct lc_need *need = access->need;
	const struct lc_length *length = need->length;
	struct lc_arena *arena = &unit->arena;
	const struct lc_fact *guard;

	j->verdict = LC_OPEN;
	if (!need->extent.valid) {
		j->how = lc_arena_printf(arena, "nothing is known of the extent of '%s'", need->bytes);
		return;
	}
	if (f->known < 0) {
		j->how = lc_arena_printf(arena, "no guard bounds the offset of '%s'", access->what);
		return;
	}
	j->how = lc_arena_printf(arena, "'%s' needs %lld bytes of '%s', %lld known", access->what,
				 (long long)need->upto.constant, need->bytes, (long long)f->known);
	if (!length || !length->name)
		return;
	guard = guard_of(need);
	if (!guard && need->silent) {
		j->how = lc_arena_printf(arena, "%s; %s", j->how, need->silent);
		return;
	}
	j->level = LC_LEVEL_WARNING;
	if (guard)
		j->message = lc_arena_printf(arena, "%s as '%s', but '%s' is compared with too little: %lld known",
					     needs(arena, c, access), c->target.type, length->name,
					     (long long)f->known);
	else
		j->message = lc_arena_printf(arena, "%s as '%s', but its length '%s' is not compared with anything",
					     needs(arena, c, access), c->target.type, length->name);
	if (guard)
		lc_evidence_add(arena, j, guard->place,
				lc_arena_printf(arena, "the comparison: %s", guard->reason));
}

static void report_proven(struct lc_unit *unit, struct lc_judgement *j, const struct finding *f)
{
	j->verdict = LC_PROVEN;
	j->how = lc_evidence_how(&unit->arena, &f->proof);
	j->assumes = lc_evidence_assumes(&unit->arena, &f->proof);
	lc_evidence_steps(&unit->arena, j, &f->proof);
}

void lc_judge_short_buffer(struct lc_unit *unit, struct lc_conversion *c)
{
	const struct lc_rule *rule = lc_rule_find("lc-short-buffer");
	struct lc_access *worst = NULL;
	struct lc_judgement *j;
	struct finding f, worst_finding = { .verdict = LC_PROVEN };

	for (size_t i = 0; i < c->n_accesses; i++) {
		struct lc_access *access = &c->accesses[i];

		if (!access->need)
			continue;
		judge_access(access->need, &f);
		/* Of two alike the first in the text speaks. */
		if (!worst || f.verdict > worst_finding.verdict) {
			worst = access;
			worst_finding = f;
		}
	}
	j = lc_conversion_add_judgement(unit, c);
	if (!j)
		return;
	j->rule = rule;
	j->place = worst ? worst->place : c->cast;
	if (!worst) {
		j->verdict = LC_OPEN;
		j->how = c->escapes ? "the view is handed on; its accesses are elsewhere" :
				      "no access through the view is seen here";
		return;
	}
	j->pointer = worst->need->bytes;
	j->length = worst->need->length ? worst->need->length->name : NULL;
	if (worst_finding.verdict == LC_PROVEN) {
		report_proven(unit, j, &worst_finding);
		return;
	}
	if (c->cast.line && (c->cast.line != j->place.line))
		lc_evidence_add(&unit->arena, j, c->cast,
				lc_arena_printf(&unit->arena, "'%s' is viewed as '%s' here",
						worst->need->bytes, c->target.type));
	if (worst->need->length)
		lc_evidence_add(&unit->arena, j, worst->need->length->place,
				worst->need->length->how);
	if (worst_finding.verdict == LC_REFUTED)
		report_refuted(unit, c, j, worst, &worst_finding);
	else
		report_open(unit, c, j, worst, &worst_finding);
	if (worst_finding.verdict == LC_REFUTED)
		lc_evidence_steps(&unit->arena, j, &worst_finding.proof);
	j->level = lc_rule_level(unit, rule, j->level);
}
