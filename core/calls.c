/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the calls of a function say of the accesses that it leaves to them.
 */
#include "calls.h"

#include "evidence.h"
#include "rules.h"
#include "unit.h"

struct lc_call *lc_calls_add(struct lc_unit *unit, struct lc_calls *calls)
{
	struct lc_call none = { .place = { .line = 0 } };

	if (lc_arena_grow(&unit->arena, &calls->all, calls->n, &calls->capacity,
			  sizeof(*calls->all)))
		return NULL;
	calls->all[calls->n] = none;
	return &calls->all[calls->n++];
}

static struct lc_judgement *judgement_of(struct lc_conversion *c, const struct lc_rule *rule)
{
	for (size_t i = 0; i < c->n_judgements; i++)
		if (c->judgements[i].rule == rule)
			return &c->judgements[i];
	return NULL;
}

/* The first call that is a finding, a refuted one before others; or NULL. *WHICH: of which access. */
static const struct lc_call *worst_call(const struct lc_calls *const *calls, size_t n,
					size_t *which)
{
	const struct lc_call *worst = NULL;

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < calls[i]->n; k++) {
			const struct lc_call *call = &calls[i]->all[k];

			if (call->judgement.level != LC_LEVEL_NONE &&
			    (!worst || (call->judgement.verdict == LC_REFUTED &&
					worst->judgement.verdict != LC_REFUTED))) {
				worst = call;
				*which = i;
			}
		}
	return worst;
}

static void add_guards(struct lc_arena *arena, struct lc_judgement *j,
		       const struct lc_judgement *from)
{
	struct lc_place *guards =
		lc_arena_alloc(arena, (j->n_guards + from->n_guards + 1) * sizeof(*guards));
	size_t n = 0;

	if (!guards)
		return;
	for (size_t i = 0; i < j->n_guards; i++)
		guards[n++] = j->guards[i];
	for (size_t i = 0; i < from->n_guards; i++) {
		bool known = false;

		for (size_t k = 0; k < n; k++)
			known |= lc_place_same(&guards[k], &from->guards[i]);
		if (!known)
			guards[n++] = from->guards[i];
	}
	j->guards = guards;
	j->n_guards = n;
}

static void add_steps(struct lc_arena *arena, struct lc_judgement *j,
		      const struct lc_judgement *from)
{
	for (size_t i = 0; i < from->n_steps; i++)
		lc_evidence_step(arena, j, from->steps[i].kind, from->steps[i].place,
				 from->steps[i].text);
}

/* How many places CALLS stand in. */
static size_t count_places(const struct lc_calls *calls)
{
	size_t n = 0;

	for (size_t i = 0; i < calls->n; i++) {
		bool known = false;

		for (size_t k = 0; k < i; k++)
			known |= lc_place_same(&calls->all[i].place, &calls->all[k].place);
		n += !known;
	}
	return n;
}

static void settle_proven(struct lc_unit *unit, struct lc_judgement *j,
			  const struct lc_calls *const *calls, size_t n)
{
	struct lc_judgement proven = { .rule = j->rule, .place = j->place, .pointer = j->pointer };
	const struct lc_call *first = &calls[n - 1]->all[0];
	size_t places = count_places(calls[n - 1]);

	proven.verdict = LC_PROVEN;
	proven.how = places == 1 && first->table ?
			     lc_arena_printf(&unit->arena, "at its call through %s: %s",
					     first->table, first->judgement.how) :
		     places == 1 ? lc_arena_printf(&unit->arena, "at its call: %s",
						   first->judgement.how) :
				   lc_arena_printf(&unit->arena, "at all %zu calls, the first: %s",
						   places, first->judgement.how);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < calls[i]->n; k++) {
			const struct lc_call *call = &calls[i]->all[k];

			if (!proven.assumes)
				proven.assumes = call->judgement.assumes;
			add_guards(&unit->arena, &proven, &call->judgement);
			lc_evidence_step(&unit->arena, &proven, LC_STEP_CALLER,
					 call->table ? call->called : call->place,
					 "the function is called here, with enough bytes");
			add_steps(&unit->arena, &proven, &call->judgement);
		}
	*j = proven;
}

/* The finding stands at the call; the view and the access, in the function called, are its last steps. */
static void settle_finding(struct lc_unit *unit, struct lc_conversion *c, struct lc_judgement *j,
			   const struct lc_call *call, const struct lc_access *access)
{
	struct lc_judgement before = *j;

	*j = call->judgement;
	j->rule = before.rule;
	j->place = call->place;
	if (call->table)
		lc_evidence_step(&unit->arena, j, LC_STEP_CALLER, call->called,
				 lc_arena_printf(&unit->arena, "what stands in %s is called here",
						 call->table));
	if (c->cast.line && !lc_place_same(&c->cast, &access->place))
		lc_evidence_step(&unit->arena, j, LC_STEP_ACCESS, c->cast,
				 lc_arena_printf(&unit->arena, "'%s' is viewed as '%s' here",
						 c->origin.name, c->target.type));
	lc_evidence_step(&unit->arena, j, LC_STEP_ACCESS, access->place,
			 lc_arena_printf(&unit->arena, "'%s' is %s here", access->what,
					 access->write ? "written" : "read"));
}

/* Does a finding about another conversion stand at PLACE already? One call is one thing to mend. */
static bool is_spoken_of(const struct lc_unit *unit, const struct lc_rule *rule,
			 struct lc_place place)
{
	for (size_t i = 0; i < unit->n_conversions; i++) {
		const struct lc_judgement *j = judgement_of(unit->conversions[i], rule);

		if (j && j->level != LC_LEVEL_NONE && lc_place_same(&j->place, &place))
			return true;
	}
	return false;
}

void lc_settle(struct lc_unit *unit, struct lc_conversion *c, const struct lc_calls *const *calls,
	       const struct lc_access *const *accesses, size_t n)
{
	struct lc_judgement *j = judgement_of(c, lc_rule_find("lc-short-buffer"));
	const struct lc_call *worst;
	bool open = false, some = false;
	size_t which = 0;

	if (!j || !n || j->verdict != LC_OPEN)
		return;
	worst = worst_call(calls, n, &which);
	for (size_t i = 0; i < n; i++) {
		open |= calls[i]->open || !calls[i]->n;
		for (size_t k = 0; k < calls[i]->n; k++)
			some |= calls[i]->all[k].judgement.verdict == LC_PROVEN;
	}
	j->seen_to = some;
	/* Where no call sees to it, the function itself may be what is wrong. */
	if (worst && j->level == LC_LEVEL_NONE && is_spoken_of(unit, j->rule, worst->place))
		j->how = lc_arena_printf(&unit->arena, "%s; its call is spoken of", j->how);
	else if (worst && (some || j->level == LC_LEVEL_NONE))
		settle_finding(unit, c, j, worst, accesses[which]);
	else if (!worst && !open)
		settle_proven(unit, j, calls, n);
}
