/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * lc-unchecked-length: a length read out of the bytes is compared before it
 * says how far something reaches, and a walk's step is never nothing.
 */
#include "unchecked_length.h"

#include <string.h>

#include "judges.h"
#include "unit.h"

/* How many joins may be split one inside the other to prove one use. */
#define SPLIT_DEPTH 3
#define MOST_GUARDS 128

struct guards {
	const struct lc_fact *all[MOST_GUARDS];
	size_t n;
};

static bool is_of(const struct lc_untrusted *value, lc_term term)
{
	for (size_t i = 0; i < value->n_terms; i++)
		if (value->terms[i] == term)
			return true;
	return false;
}

static void collect(struct guards *guards, const struct lc_need *need, const struct lc_linear *goal)
{
	const struct lc_fact *facts[3 * LC_FACTS_MAX];
	size_t n =
		need->flow->facts(need->flow->context, need->point, goal, facts, 3 * LC_FACTS_MAX);

	for (size_t i = 0; i < n && guards->n < MOST_GUARDS; i++) {
		bool known = facts[i]->kind != LC_FACT_GUARD;

		for (size_t k = 0; k < guards->n && !known; k++)
			known = guards->all[k] == facts[i];
		if (!known)
			guards->all[guards->n++] = facts[i];
	}
}

/* The comparisons on the way that speak of the value, or of what is worked out from it. */
static void comparisons(struct guards *guards, const struct lc_need *need)
{
	guards->n = 0;
	for (size_t i = 0; i < need->untrusted->n_terms; i++) {
		struct lc_linear term = lc_linear_term(need->untrusted->terms[i]);

		collect(guards, need, &term);
	}
}

/*
 * Does GUARD bound the value, from above (SIGN -1) or below (1)? What compares
 * the value only with what counts up to it does not.
 */
static bool bounds(const struct lc_fact *guard, const struct lc_untrusted *value, int sign)
{
	bool that_way = false, other_way = false, others = false;

	for (unsigned t = 0; t < guard->nonnegative.n; t++) {
		if (!is_of(value, guard->nonnegative.terms[t].term))
			others = true;
		else if ((guard->nonnegative.terms[t].coefficient > 0) == (sign > 0))
			that_way = true;
		else
			other_way = true;
	}
	return that_way && (others || !other_way);
}

/* Is the value only taken off, so that a larger one reaches less far? */
static bool is_only_taken_off(const struct lc_need *need)
{
	bool taken = false;

	for (unsigned t = 0; t < need->upto.n; t++) {
		if (!is_of(need->untrusted, need->upto.terms[t].term))
			continue;
		if (need->upto.terms[t].coefficient > 0)
			return false;
		taken = true;
	}
	return taken;
}

/* Does GUARD speak of the value and constants alone? */
static bool is_constant_for(const struct lc_fact *guard, const struct lc_untrusted *value)
{
	for (unsigned t = 0; t < guard->nonnegative.n; t++)
		if (!is_of(value, guard->nonnegative.terms[t].term))
			return false;
	return true;
}

static bool is_other(const struct lc_untrusted *value, lc_term term)
{
	for (size_t i = 0; i < value->n_others; i++)
		if (value->others[i] == term)
			return true;
	return false;
}

/* Does GUARD compare nothing but lengths out of bytes with each other? */
static bool is_among_untrusted(const struct lc_fact *guard, const struct lc_untrusted *value)
{
	bool others = false;

	for (unsigned t = 0; t < guard->nonnegative.n; t++) {
		lc_term term = guard->nonnegative.terms[t].term;

		if (is_other(value, term))
			others = true;
		else if (!is_of(value, term))
			return false;
	}
	return others;
}

/* Does GUARD let the value be as large as another length out of bytes is, and say nothing more? */
static bool is_up_to_another(const struct lc_fact *guard, const struct lc_untrusted *value)
{
	bool up = false;

	for (unsigned t = 0; t < guard->nonnegative.n; t++)
		up |= is_other(value, guard->nonnegative.terms[t].term) &&
		      guard->nonnegative.terms[t].coefficient > 0;
	return up && is_among_untrusted(guard, value);
}

/* Is one of the other lengths compared from above, with what is none? */
static bool is_any_other_bounded(const struct lc_need *need)
{
	struct guards guards = { .n = 0 };

	for (size_t i = 0; i < need->untrusted->n_others; i++) {
		struct lc_linear term = lc_linear_term(need->untrusted->others[i]);

		collect(&guards, need, &term);
		for (size_t k = 0; k < guards.n; k++)
			if (lc_linear_coefficient(&guards.all[k]->nonnegative,
						  need->untrusted->others[i]) < 0 &&
			    !is_among_untrusted(guards.all[k], need->untrusted))
				return true;
	}
	return false;
}

/* Does GUARD let the value be as large as what came, of which it was read? */
static bool is_up_to_what_came(const struct lc_fact *guard, const struct lc_need *need)
{
	bool up = false;

	for (unsigned t = 0; t < guard->nonnegative.n; t++) {
		lc_term term = guard->nonnegative.terms[t].term;

		if (guard->nonnegative.terms[t].coefficient < 0 || is_of(need->untrusted, term))
			continue;
		if (lc_linear_coefficient(&need->came, term) <= 0)
			return false;
		up = true;
	}
	return up;
}

/* Is how much came compared from above, with anything but the value? */
static bool is_what_came_bounded(const struct lc_need *need)
{
	struct guards guards = { .n = 0 };

	for (unsigned t = 0; t < need->came.n; t++) {
		struct lc_linear term = lc_linear_term(need->came.terms[t].term);

		if (need->came.terms[t].coefficient <= 0)
			continue;
		collect(&guards, need, &term);
		for (size_t k = 0; k < guards.n; k++)
			if (lc_linear_coefficient(&guards.all[k]->nonnegative,
						  need->came.terms[t].term) < 0 &&
			    !bounds(guards.all[k], need->untrusted, 1))
				return true;
	}
	return false;
}

/*
 * Of what came, the value is taken off, and is compared with it: is the rest, that an object
 * takes up, compared with nothing? *GUARD is how the value is compared.
 */
static bool is_rest_of_what_came(const struct lc_need *need, const struct guards *guards,
				 const struct lc_fact **guard)
{
	*guard = NULL;
	for (unsigned t = 0; t < need->upto.n; t++)
		if (need->upto.terms[t].coefficient > 0 &&
		    lc_linear_coefficient(&need->came, need->upto.terms[t].term) <= 0)
			return false;
	for (size_t i = 0; i < guards->n; i++) {
		for (unsigned t = 0; t < need->came.n; t++)
			if (lc_linear_coefficient(&guards->all[i]->nonnegative,
						  need->came.terms[t].term) < 0)
				return false;
		if (bounds(guards->all[i], need->untrusted, -1) &&
		    is_up_to_what_came(guards->all[i], need))
			*guard = guards->all[i];
	}
	return *guard && !is_what_came_bounded(need);
}

static struct lc_linear room_of(const struct lc_need *need)
{
	return lc_linear_add(&need->extent, &need->upto, -1);
}

/* With GUARD just met and no more, are bytes certainly missing? */
static bool leaves_too_little(const struct lc_fact *guard, const struct lc_fact *const *facts,
			      size_t n, const struct lc_linear *room)
{
	const struct lc_fact *with[3 * LC_FACTS_MAX + 1];
	struct lc_fact met = { .kind = LC_FACT_GUARD };
	struct lc_linear goal = lc_linear_scale(room, -1);

	met.nonnegative = lc_linear_scale(&guard->nonnegative, -1);
	goal = lc_linear_plus(&goal, -1);
	with[0] = &met;
	for (size_t i = 0; i < n; i++)
		with[i + 1] = facts[i];
	/* If it cannot be just met, something else is what bounds the value. */
	return lc_prove(with, n + 1, &goal, NULL) && !lc_contradictory(with, n + 1);
}

/* Would ROOM follow if no sum that is compared could wrap? */
static bool would_follow(const struct lc_need *need, const struct lc_fact *const *facts, size_t n,
			 const struct lc_linear *room)
{
	const struct lc_untrusted *value = need->untrusted;
	const struct lc_fact *with[6 * LC_FACTS_MAX];
	size_t n_with = 0, max = sizeof(with) / sizeof(with[0]);

	if (!value->n_unwrapped)
		return false;
	for (size_t i = 0; i < value->n_unwrapped && n_with < max; i++)
		with[n_with++] = value->unwrapped[i];
	for (size_t i = 0; i < n && n_with < max; i++)
		with[n_with++] = facts[i];
	/* The comparisons speak of the sums, of which ROOM knows nothing. */
	for (size_t i = 0; i < value->n_unwrapped && n_with < max; i++)
		n_with += need->flow->facts(
			need->flow->context, need->point, &value->unwrapped[i]->nonnegative,
			with + n_with, max - n_with < LC_FACTS_MAX ? max - n_with : LC_FACTS_MAX);
	return lc_prove(with, n_with, room, NULL);
}

/* A value of no more than 16 bits makes a wider sum wrap only if the rest is at its end already. */
#define MOST_NARROW 65535

static bool is_narrow(const struct lc_need *need, const struct lc_fact *const *facts, size_t n)
{
	struct lc_linear room;

	if (!need->untrusted->n_terms || !need->length || !need->length->by_name)
		return false;
	room = lc_linear_term(need->untrusted->terms[0]);
	room = lc_linear_scale(&room, -1);
	room = lc_linear_plus(&room, MOST_NARROW);
	return lc_prove(facts, n, &room, NULL);
}

static bool is_sum(const struct lc_untrusted *value, lc_term term)
{
	for (size_t i = 0; i < value->n_sums; i++)
		if (value->sums[i] == term)
			return true;
	return false;
}

/* Is the value compared from above, but in nothing other than sums that may wrap, with constants? */
static bool is_compared_in_sums(const struct lc_need *need)
{
	struct guards guards;
	bool any = false;

	if (need->untrusted->walks || !need->untrusted->n_sums || is_only_taken_off(need))
		return false;
	comparisons(&guards, need);
	for (size_t i = 0; i < guards.n; i++) {
		const struct lc_linear *e = &guards.all[i]->nonnegative;

		if (!bounds(guards.all[i], need->untrusted, -1))
			continue;
		if (e->n != 1 || !is_sum(need->untrusted, e->terms[0].term))
			return false;
		any = true;
	}
	return any;
}

static bool proven(const struct lc_need *need, const struct lc_linear *goal, struct lc_overreach *f)
{
	return lc_prove_at(need->flow, need->point, goal, SPLIT_DEPTH, &f->proof);
}

/* A step needs to be at least 1: is one that is not proven to be a finding? */
static void judge_step(const struct lc_need *need, struct lc_overreach *f)
{
	struct lc_linear goal = lc_linear_plus(&need->upto, -1);
	struct guards guards;

	f->reason = need->is_turn ? MAY_COME_AROUND : MAY_BE_NOTHING;
	if (proven(need, &goal, f)) {
		f->verdict = LC_PROVEN;
		return;
	}
	f->silent = need->silent;
	comparisons(&guards, need);
	for (size_t i = 0; i < guards.n && !f->silent; i++)
		if (bounds(guards.all[i], need->untrusted, need->is_turn ? -1 : 1))
			f->silent =
				need->is_turn ?
					"a comparison on the way may keep it from coming around" :
					"a comparison on the way may keep it from being 0";
}

/* A size is not less than 0, if it could be at all: is one that may be a finding? */
static void judge_size(const struct lc_need *need, struct lc_overreach *f)
{
	struct guards guards = { .n = 0 };

	f->reason = MAY_BE_LESS;
	if (proven(need, &need->upto, f)) {
		f->verdict = LC_PROVEN;
		return;
	}
	f->silent = need->silent;
	/* One that has wrapped is large: whoever compares it from above finds out. */
	for (unsigned i = 0; i < need->from.n && !f->silent; i++) {
		struct lc_linear term = lc_linear_term(need->from.terms[i].term);

		if (lc_linear_coefficient(&need->upto, need->from.terms[i].term))
			continue;
		collect(&guards, need, &term);
		for (size_t k = 0; k < guards.n && !f->silent; k++)
			if (lc_linear_coefficient(&guards.all[k]->nonnegative,
						  need->from.terms[i].term) < 0)
				f->silent = "it is compared after something was taken off";
	}
	comparisons(&guards, need);
	for (size_t i = 0; i < guards.n && !f->silent; i++)
		if (bounds(guards.all[i], need->untrusted, 1) &&
		    !is_constant_for(guards.all[i], need->untrusted))
			f->silent = "a comparison on the way may keep it from being less than 0";
}

static void judge_reach(const struct lc_need *need, struct lc_overreach *f)
{
	const struct lc_fact *facts[3 * LC_FACTS_MAX];
	struct lc_linear room = room_of(need), shortage;
	struct guards guards;
	bool begins;
	size_t n;

	if (!room.valid && is_compared_in_sums(need)) {
		f->silent = need->silent_here;
		f->reason = MAY_WRAP;
		return;
	}
	if (!room.valid) {
		f->silent = "nothing is known of how many bytes there are";
		return;
	}
	begins = proven(need, &need->from, f);
	if (begins && proven(need, &room, f)) {
		f->verdict = LC_PROVEN;
		return;
	}
	n = need->flow->facts(need->flow->context, need->point, &room, facts, 3 * LC_FACTS_MAX);
	shortage = lc_linear_scale(&room, -1);
	shortage = lc_linear_plus(&shortage, -1);
	f->proof.n = 0;
	f->proof.work = 0;
	if (lc_prove(facts, n, &shortage, &f->proof)) {
		f->verdict = lc_contradictory(facts, n) ? LC_PROVEN : LC_REFUTED;
		return;
	}
	f->silent = need->silent;
	if (f->silent)
		return;
	comparisons(&guards, need);
	if (is_only_taken_off(need)) {
		f->reason = REST;
		if (!need->came.valid || !is_rest_of_what_came(need, &guards, &f->guard))
			f->silent = "it is only taken off";
		return;
	}
	if (would_follow(need, facts, n, &room)) {
		f->reason = MAY_WRAP;
		if (is_narrow(need, facts, n))
			f->silent = "it is too small for the sum that is compared to wrap by it";
		return;
	}
	for (size_t i = 0; i < guards.n; i++) {
		if (!bounds(guards.all[i], need->untrusted, -1))
			continue;
		/* Where a walk has come to is compared: whether with enough is no matter of its step. */
		if (!need->untrusted->walks && leaves_too_little(guards.all[i], facts, n, &room)) {
			f->guard = guards.all[i];
			f->reason = TOO_MUCH;
		} else if (!need->untrusted->walks && need->length &&
			   is_constant_for(guards.all[i], need->untrusted)) {
			f->guard = guards.all[i];
			f->reason = ANOTHER;
		} else if (!need->untrusted->walks &&
			   is_up_to_another(guards.all[i], need->untrusted) &&
			   !is_any_other_bounded(need)) {
			f->guard = guards.all[i];
			f->reason = EACH_OTHER;
		} else if (!need->untrusted->walks && need->came.valid &&
			   is_up_to_what_came(guards.all[i], need) && !is_what_came_bounded(need)) {
			f->guard = guards.all[i];
			f->reason = WHAT_CAME;
		} else {
			f->silent = "a comparison on the way may cover it";
			return;
		}
	}
}

static void judge_use(const struct lc_need *need, struct lc_overreach *f)
{
	memset(f, 0, sizeof(*f));
	f->verdict = LC_OPEN;
	if (need->is_step)
		judge_step(need, f);
	else if (need->is_size)
		judge_size(need, f);
	else
		judge_reach(need, f);
}

/* How much a use says of its length: a finding most, the worst verdict first. */
static int weight(const struct lc_overreach *f)
{
	return (int)f->verdict + (lc_is_overreach(f) ? 4 : 0);
}

/* Does ONE stand before OTHER in the text? */
static bool is_above(const struct lc_access *one, const struct lc_access *other)
{
	return one->place.file == other->place.file && one->place.line < other->place.line;
}

/* Does another length have a finding about the same access? */
static bool speaks_already(const struct lc_unit *unit, const struct lc_conversion *c,
			   const struct lc_access *access)
{
	for (size_t i = unit->judged_from; i < unit->n_conversions; i++) {
		const struct lc_conversion *other = unit->conversions[i];

		for (size_t k = 0; other != c && k < other->n_accesses; k++)
			if (other->accesses[k].spoken_by &&
			    lc_place_same(&other->accesses[k].place, &access->place))
				return true;
	}
	return false;
}

static bool is_spoken_of(const struct lc_conversion *c, const struct lc_access *access)
{
	for (size_t k = 0; k < c->n_accesses; k++)
		if (c->accesses[k].spoken_by &&
		    lc_place_same(&c->accesses[k].place, &access->place))
			return true;
	return false;
}

enum kind { REACH, SIZE, STEP };

static enum kind kind_of(const struct lc_need *need)
{
	return need->is_step ? STEP : need->is_size ? SIZE : REACH;
}

/*
 * One finding for how far the length reaches, one for a size that may wrap if it
 * is not that, and one for a walk that it may not move.
 */
static void judge_kind(struct lc_unit *unit, struct lc_conversion *c, const struct lc_rule *rule,
		       enum kind kind)
{
	const struct lc_access *worst = NULL;
	struct lc_overreach f, worst_finding;

	for (size_t i = 0; i < c->n_accesses; i++) {
		struct lc_access *access = &c->accesses[i];

		if (!access->need || !access->need->untrusted || kind_of(access->need) != kind)
			continue;
		judge_use(access->need, &f);
		if (lc_is_overreach(&f) && kind != STEP &&
		    (speaks_already(unit, c, access) || (kind == SIZE && is_spoken_of(c, access))))
			f.silent = "another length that it rests on is spoken of";
		if (lc_is_overreach(&f))
			access->spoken_by = rule;
		if (!worst || weight(&f) > weight(&worst_finding) ||
		    (weight(&f) == weight(&worst_finding) && is_above(access, worst))) {
			worst = access;
			worst_finding = f;
		}
	}
	if (worst)
		lc_report_unchecked_length(unit, c, rule, worst, &worst_finding);
}

void lc_judge_unchecked_length(struct lc_unit *unit, struct lc_conversion *c)
{
	const struct lc_rule *rule = lc_rule_find("lc-unchecked-length");

	judge_kind(unit, c, rule, REACH);
	judge_kind(unit, c, rule, SIZE);
	judge_kind(unit, c, rule, STEP);
}
