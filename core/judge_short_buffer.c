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
	bool begins; /* the access begins within the bytes */
	int64_t known; /* bytes known to be there, of a constant need; -1: not asked */
	int64_t past; /* bytes that a varying need may reach past what guards leave; 0: not known */
};

/* extent - upto >= slack */
static struct lc_linear room(const struct lc_need *need, int64_t slack)
{
	struct lc_linear left = lc_linear_add(&need->extent, &need->upto, -1);

	return lc_linear_plus(&left, -slack);
}

/* The extent of a constant need, if the facts say exactly; else -1. */
static int64_t most_of(const struct lc_fact *const *facts, size_t n, const struct lc_need *need)
{
	struct lc_linear negated = lc_linear_scale(&need->extent, -1);
	int64_t least, most;

	if (!lc_linear_is_constant(&need->upto) || need->upto.constant < 0)
		return -1;
	least = lc_lower_bound(facts, n, &need->extent, 0, need->upto.constant);
	most = -lc_lower_bound(facts, n, &negated, -need->upto.constant, 0);
	return least == most ? least : -1;
}

/* What a guard leaves a varying need short of, at most: no larger than any header is. */
#define MOST_SHORT 256

/* How many bytes ROOM may be short of none, if a guard bounds it; else 0. */
static int64_t shortfall(const struct lc_fact *const *facts, size_t n, const struct lc_linear *room)
{
	int64_t least = lc_lower_bound(facts, n, room, -MOST_SHORT - 1, 0);

	if (least < -MOST_SHORT || least >= 0)
		return 0;
	for (size_t i = 0; i < n; i++)
		for (unsigned t = 0; t < room->n; t++)
			if (facts[i]->kind == LC_FACT_GUARD &&
			    lc_linear_coefficient(&facts[i]->nonnegative, room->terms[t].term))
				return -least;
	return 0;
}

static void judge_access(const struct lc_need *need, struct finding *f)
{
	const struct lc_fact *facts[3 * LC_FACTS_MAX];
	struct lc_linear goal = room(need, 0), shortage, before;
	size_t n;

	f->verdict = LC_OPEN;
	f->known = -1;
	f->past = 0;
	f->begins = false;
	f->proof.n = 0;
	f->proof.work = 0;
	if (!goal.valid)
		return;
	f->begins = lc_prove_at(need->flow, need->point, &need->from, SPLIT_DEPTH, &f->proof);
	if (lc_prove_at(need->flow, need->point, &goal, SPLIT_DEPTH, &f->proof) && f->begins) {
		f->verdict = LC_PROVEN;
		return;
	}
	n = need->flow->facts(need->flow->context, need->point, &goal, facts, 3 * LC_FACTS_MAX);
	f->proof.n = 0;
	f->proof.work = 0;
	before = lc_linear_scale(&need->from, -1);
	before = lc_linear_plus(&before, -1);
	shortage = lc_linear_scale(&goal, -1);
	shortage = lc_linear_plus(&shortage, -1);
	if (lc_prove(facts, n, &shortage, &f->proof) || lc_prove(facts, n, &before, &f->proof)) {
		f->verdict = LC_REFUTED;
		f->known = most_of(facts, n, need);
		if (lc_contradictory(facts, n))
			f->verdict = LC_PROVEN; /* nothing reaches this access */
		return;
	}
	f->proof.n = 0;
	if (lc_linear_is_constant(&need->upto) && need->upto.constant > 0)
		f->known = lc_lower_bound(facts, n, &need->extent, 0, need->upto.constant);
	else
		f->past = shortfall(facts, n, &goal);
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

static const char *needs(struct lc_arena *arena, const struct lc_access *access)
{
	const struct lc_need *need = access->need;

	if (lc_linear_is_constant(&need->upto))
		return lc_arena_printf(arena, "'%s' needs %lld bytes of '%s'", access->what,
				       (long long)need->upto.constant, need->bytes);
	return lc_arena_printf(arena, "'%s' reaches past '%s'", access->what, need->bytes);
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
	if (lc_linear_is_constant(&need->from) && need->from.constant < 0)
		j->message = lc_arena_printf(arena, "'%s' begins %lld bytes before '%s'", access->what,
					     (long long)-need->from.constant, need->bytes);
	else if (f->known >= 0)
		j->message = lc_arena_printf(arena, "%s as '%s', which has only %lld (%s)",
					     needs(arena, access), c->target.type,
					     (long long)f->known, j->how);
	else
		j->message = lc_arena_printf(arena, "%s as '%s', which has fewer (%s)",
					     needs(arena, access), c->target.type, j->how);
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
	guard = guard_of(need);
	if (f->known < 0) {
		j->how = lc_arena_printf(arena,
					 f->begins ? "no guard bounds the offset of '%s'" :
						     "the offset of '%s' may be negative, for all that is known",
					 access->what);
		if (!f->past || (!need->exact && !(length && length->name)))
			return;
		j->how = lc_arena_printf(arena, "'%s' may reach %lld bytes past '%s'", access->what,
					 (long long)f->past, need->bytes);
		if (need->may_add_up)
			return;
		j->level = LC_LEVEL_WARNING;
		j->message = lc_arena_printf(
			arena, "'%s' may reach %lld bytes past '%s' as '%s': %s is compared with too %s",
			access->what, (long long)f->past, need->bytes, c->target.type,
			length && length->name ? lc_arena_printf(arena, "'%s'", length->name) :
						 "the offset",
			length && length->name ? "little" : "much");
		if (guard)
			lc_evidence_add(arena, j, guard->place,
					lc_arena_printf(arena, "the comparison: %s", guard->reason));
		return;
	}
	j->how = lc_arena_printf(arena, "'%s' needs %lld bytes of '%s', %lld known", access->what,
				 (long long)need->upto.constant, need->bytes, (long long)f->known);
	if (!length || !length->name)
		return;
	if (!guard && need->silent) {
		j->how = lc_arena_printf(arena, "%s; %s", j->how, need->silent);
		return;
	}
	j->level = LC_LEVEL_WARNING;
	if (guard)
		j->message = lc_arena_printf(arena, "%s as '%s', but '%s' is compared with too little: %lld known",
					     needs(arena, access), c->target.type, length->name,
					     (long long)f->known);
	else
		j->message = lc_arena_printf(arena, "%s as '%s', but its length '%s' is not compared %s",
					     needs(arena, access), c->target.type, length->name,
					     need->sometimes ? "on every way here" :
							       "with anything before");
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
