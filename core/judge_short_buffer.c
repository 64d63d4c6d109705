/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * lc-short-buffer: the extent covers each access made through the view.
 */
#include "short_buffer.h"

#include <string.h>

#include "guards.h"
#include "judges.h"
#include "least.h"
#include "unit.h"

/* How many joins may be split one inside the other to prove one access. */
#define SPLIT_DEPTH 3

/* How many ways to an open access are looked at for one on which it is a finding. */
#define MOST_WAYS 6

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

/* The largest need that is looked for where it varies, in bytes. */
#define MOST_NEEDED 4095

/* An offset that is known to be below this is not compared with a length. */
#define MOST_FIXED (1 << 24)

/* How many bytes ROOM may be short of none, for all that the facts say; 0: no bound within reason. */
static int64_t shortfall(const struct lc_fact *const *facts, size_t n, const struct lc_linear *room)
{
	int64_t least = lc_lower_bound(facts, n, room, -LC_MOST_SHORT - 1, 0);

	return least < -LC_MOST_SHORT || least >= 0 ? 0 : -least;
}

/*
 * Looks at the comparisons on the way to the access that bound its room. One
 * that surely leaves too little is evidence; one with a bound that is not
 * known here may be enough, and keeps the access silent. The first N_THERE of
 * the facts hold at the access whichever way it is come to.
 */
static void look_at_guards(const struct lc_need *need, const struct lc_fact *const *facts, size_t n,
			   size_t n_there, const struct lc_linear *left, struct lc_shortage *f)
{
	struct lc_linear within = lc_linear_scale(&need->upto, -1);
	/* What holds a field's offset within its type says nothing of how many bytes there are. */
	bool fixed = !need->exact;
	struct lc_proof bound = { .n = 0 };
	struct lc_linear least = f->known >= 0 ? lc_linear_plus(&need->extent, -f->known) :
						 lc_linear_plus(left, f->past);

	within = lc_linear_plus(&within, MOST_FIXED);
	fixed = fixed && lc_prove(facts, n, &within, NULL);
	if (f->known > 0 || f->past)
		lc_prove(facts, n, &least, &bound);
	f->heard = lc_guard_is_heard(need, &bound);
	for (size_t i = 0; i < n; i++) {
		const struct lc_linear *length = need->length ? &need->length->value : NULL;

		if (facts[i]->kind != LC_FACT_GUARD)
			continue;
		if (fixed && !lc_guard_shares(facts[i], &need->extent, true) &&
		    (!lc_guard_is_used(&bound, facts[i]) ||
		     lc_guard_shares(facts[i], &need->upto, true) ||
		     lc_guard_shares(facts[i], &need->upto, false)) &&
		    !(length && (lc_guard_shares(facts[i], length, true) ||
				 lc_guard_shares(facts[i], length, false))))
			continue;
		if (!lc_guard_shares(facts[i], left, true) &&
		    !(length && lc_guard_shares(facts[i], length, true)) &&
		    !lc_guard_is_used(&bound, facts[i])) {
			/* A limit from above: the length is compared, but that is of no help. */
			if (length && lc_guard_shares(facts[i], length, false) && i < n_there)
				f->limit = facts[i];
		} else if (lc_guard_speaks_of_more(facts[i], need, left) &&
			   !lc_guard_is_bounded(facts[i], need, left, &bound) &&
			   !lc_guard_is_implied(facts[i], facts, n, &bound) &&
			   !lc_guard_leaves_too_little(facts[i], facts, n, left) &&
			   !lc_guard_may_ask_for_none(facts[i], need, facts, n, left)) {
			f->silent =
				"a comparison on the way may cover it: its bound is not known here";
		} else {
			f->guard = facts[i];
		}
	}
}

/* Decides whether an open access is a finding. */
static void weigh(const struct lc_need *need, struct lc_shortage *f)
{
	bool named = need->length && need->length->name;

	if (need->mistaken)
		f->silent = need->mistaken;
	if (need->on_the_way && !f->heard && !f->silent)
		f->silent = "a comparison on the way may cover it: what it says is not known here";
	if (f->unplaced && !need->mistaken && (!need->on_the_way || f->heard)) {
		f->guard = f->unplaced;
		f->silent = NULL;
	}
	if (f->silent || f->unplaced)
		return;
	if (!f->guard && !need->silent)
		f->guard = f->limit;
	if (!need->extent.valid)
		f->silent = "";
	else if (named && need->length->only_compared && !f->guard)
		f->silent = "nothing says that its size is not the program's own";
	else if (f->short_here && need->merged)
		f->silent = NULL;
	else if (f->known >= 0)
		f->silent = !named ? "" : !f->guard && need->silent ? need->silent : NULL;
	else if (!f->past || !f->guard || need->may_add_up || !(named || need->exact))
		f->silent = "";
}

/*
 * Does the view begin inside the array that its bytes are? What begins past a member of a
 * larger object was only reckoned from there: header->Protocol + offset.
 */
static bool begins_inside(const struct lc_need *need, const struct lc_fact *const *facts, size_t n)
{
	struct lc_linear inside = lc_linear_add(&need->extent, &need->view, -1);

	if (!need->exact || !need->interior)
		return true;
	inside = lc_linear_plus(&inside, -1);
	return lc_prove(facts, n, &inside, NULL);
}

/*
 * Does the view begin where a length ends that only names say is that of the bytes? Then it is
 * that of what is there already, to which something is appended, or behind which a check sum is.
 */
static bool is_appended(const struct lc_need *need, const struct lc_fact *const *facts, size_t n)
{
	struct lc_linear behind;

	if (!need->length || !need->length->by_name)
		return false;
	behind = lc_linear_add(&need->view, &need->length->value, -1);
	return lc_prove(facts, n, &behind, NULL);
}

/* An open access and the way to it that says most. */
struct open_access {
	const struct lc_need *need;
	struct lc_linear left;
	struct lc_shortage *f;
	size_t n_there; /* facts at the access itself */
	bool any;
};

/* VALUE, if the facts leave no choice and it is from 1 to HIGH; else -1. */
static int64_t constant_here(const struct lc_fact *const *facts, size_t n,
			     const struct lc_linear *value, int64_t high)
{
	int64_t least = lc_lower_bound(facts, n, value, 0, high);
	struct lc_linear rest = lc_linear_scale(value, -1);

	rest = lc_linear_plus(&rest, least);
	return least > 0 && lc_prove(facts, n, &rest, NULL) ? least : -1;
}

/* Of several buffers, is it on this way the one whose length is in hand? */
static bool is_of_length(const struct lc_need *need, const struct lc_fact *const *facts, size_t n)
{
	struct lc_linear more;

	if (!need->length)
		return false;
	more = lc_linear_add(&need->length->value, &need->extent, -1);
	return lc_prove(facts, n, &more, NULL);
}

/* What is missing along one way, and whether that is a finding: the first that is one is kept. */
static bool look_at_way(void *data, const struct lc_fact *const *facts, size_t n)
{
	struct open_access *open = data;
	const struct lc_need *need = open->need;
	struct lc_shortage way = *open->f;
	struct lc_linear shortage = lc_linear_scale(&open->left, -1);

	way.guard = NULL;
	way.limit = NULL;
	way.unplaced = NULL;
	way.heard = false;
	way.silent = NULL;
	way.known = -1;
	way.past = 0;
	shortage = lc_linear_plus(&shortage, -1);
	way.short_here = lc_prove(facts, n, &shortage, NULL);
	if (way.short_here && lc_contradictory(facts, n))
		return true;
	way.short_here = way.short_here && begins_inside(need, facts, n);
	way.needed = lc_linear_is_constant(&need->upto) ?
			     need->upto.constant :
			     constant_here(facts, n, &need->upto, MOST_NEEDED);
	if (way.needed > 0)
		way.known = lc_lower_bound(facts, n, &need->extent, 0, way.needed);
	else
		way.past = shortfall(facts, n, &open->left);
	look_at_guards(need, facts, n, open->n_there, &open->left, &way);
	way.unplaced = lc_guard_without_offset(need, facts, n, &open->left);
	weigh(need, &way);
	if (need->merged && !way.short_here && !is_of_length(need, facts, n))
		way.silent = "";
	if (!open->any || (open->f->silent && !way.silent))
		*open->f = way;
	open->any = true;
	return way.silent != NULL;
}

static void judge_access(const struct lc_access *access, struct lc_shortage *f)
{
	const struct lc_need *need = access->need;
	const struct lc_fact *facts[3 * LC_FACTS_MAX];
	struct lc_linear goal = room(need, 0), shortage, before;
	struct open_access open = { .need = need, .left = goal, .f = f };
	bool gave_up;
	size_t n;

	memset(f, 0, sizeof(*f));
	f->verdict = LC_OPEN;
	f->known = -1;
	f->null = access->unlooked != NULL;
	f->needed = lc_linear_is_constant(&need->upto) ? need->upto.constant : -1;
	if (!goal.valid) {
		f->silent = "";
		return;
	}
	f->begins = lc_prove_at(need->flow, need->point, &need->from, SPLIT_DEPTH, &f->proof);
	if (lc_prove_at(need->flow, need->point, &goal, SPLIT_DEPTH, &f->proof) && f->begins) {
		f->verdict = f->null ? LC_OPEN : LC_PROVEN;
		return;
	}
	f->null = false;
	gave_up = f->proof.gave_up;
	n = need->flow->facts(need->flow->context, need->point, &goal, facts, 3 * LC_FACTS_MAX);
	open.n_there = n;
	f->proof.n = 0;
	f->proof.work = 0;
	before = lc_linear_scale(&need->from, -1);
	before = lc_linear_plus(&before, -1);
	shortage = lc_linear_scale(&goal, -1);
	shortage = lc_linear_plus(&shortage, -1);
	f->before = !f->begins && !need->interior && lc_prove(facts, n, &before, &f->proof);
	if (f->before || (begins_inside(need, facts, n) && !is_appended(need, facts, n) &&
			  lc_prove(facts, n, &shortage, &f->proof))) {
		f->verdict = LC_REFUTED;
		f->known = most_of(facts, n, need);
		if (lc_contradictory(facts, n))
			f->verdict = LC_PROVEN; /* nothing reaches this access */
		return;
	}
	f->proof.n = 0;
	/* An index is judged by what bounds it; where the view itself moves, by where it begins. */
	lc_ways_without(need->flow, need->point, &goal, SPLIT_DEPTH, MOST_WAYS,
			lc_linear_is_constant(&need->upto) || !lc_linear_is_constant(&need->view),
			look_at_way, &open);
	/* What holds on all ways may say more; that it begins too early may be all that is open. */
	if (!open.any || f->silent)
		look_at_way(&open, facts, n);
	gave_up |= need->flow->exhausted && *need->flow->exhausted;
	if (gave_up && !f->silent)
		f->silent = "the bound on work was reached";
	if (is_appended(need, facts, n))
		f->silent = "it begins where that length ends";
	else if (f->silent && !f->begins)
		f->early = lc_guard_earliness(need, facts, n);
}

/*
 * Does this access say more of its conversion than the one before? A worse
 * verdict does; a finding before what is silent; of proofs that of the access
 * that reaches furthest. Of two alike the first in the text speaks.
 */
static bool weighs_more(const struct lc_shortage *f, const struct lc_need *need,
			const struct lc_shortage *before, const struct lc_need *need_before)
{
	if (f->verdict != before->verdict)
		return f->verdict > before->verdict;
	if (f->verdict == LC_OPEN)
		return before->silent && !before->early && (!f->silent || f->early);
	return f->verdict == LC_PROVEN && lc_linear_is_constant(&need->upto) &&
	       lc_linear_is_constant(&need_before->upto) &&
	       need->upto.constant > need_before->upto.constant;
}

/* Keeps of ACCESS what decides whether who calls the function is to be asked. */
static void keep_verdict(struct lc_access *access, const struct lc_shortage *f)
{
	access->verdict = f->verdict;
	/* Nothing but the callers, or that no length is in hand, keeps it from being a finding. */
	access->up_to_callers =
		f->verdict == LC_OPEN &&
		(!f->silent || (access->need->length ? access->need->up_to_callers &&
							       f->silent == access->need->silent :
						       !*f->silent));
}

/* A proof names the comparisons that it rests on, and no more. */
static void rest_on_least(const struct lc_need *need, struct lc_shortage *f)
{
	struct lc_linear goals[] = { need->from, room(need, 0) };

	if (f->verdict == LC_PROVEN)
		lc_prove_least(need->flow, need->point, goals, 2, SPLIT_DEPTH, &f->proof);
}

void lc_judge_at_call(struct lc_unit *unit, struct lc_conversion *c, struct lc_access *access,
		      struct lc_judgement *j)
{
	struct lc_shortage f;

	judge_access(access, &f);
	keep_verdict(access, &f);
	rest_on_least(access->need, &f);
	lc_report_short_buffer(unit, c, j, access, &f);
}

/*
 * Who gets a record gets all its bytes, if they are there wherever it is handed on. That
 * they may not be says little: what is accessed of it is not known here.
 */
static bool judge_handed_on(struct lc_unit *unit, struct lc_conversion *c, struct lc_judgement *j)
{
	struct lc_shortage f;

	for (size_t i = c->n_handed_on; i--;) {
		if (!c->handed_on[i].need)
			return false;
		judge_access(&c->handed_on[i], &f);
		if (f.verdict != LC_PROVEN)
			return false;
	}
	if (!c->n_handed_on)
		return false;
	rest_on_least(c->handed_on[0].need, &f);
	lc_report_short_buffer(unit, c, j, &c->handed_on[0], &f);
	return true;
}

void lc_judge_short_buffer(struct lc_unit *unit, struct lc_conversion *c)
{
	const struct lc_rule *rule = lc_rule_find("lc-short-buffer");
	struct lc_access *worst = NULL;
	struct lc_judgement *j;
	struct lc_shortage f, worst_finding = { .verdict = LC_PROVEN };

	for (size_t i = 0; i < c->n_accesses; i++) {
		struct lc_access *access = &c->accesses[i];

		if (!access->need)
			continue;
		judge_access(access, &f);
		keep_verdict(access, &f);
		if (f.verdict == LC_OPEN && !f.silent && lc_spoken_for(unit, rule, access->place))
			f.silent = "the length that it rests on is spoken of";
		if (!worst || weighs_more(&f, access->need, &worst_finding, worst->need)) {
			worst = access;
			worst_finding = f;
		}
	}
	j = lc_conversion_add_judgement(unit, c);
	if (!j)
		return;
	if (worst) {
		rest_on_least(worst->need, &worst_finding);
		lc_report_short_buffer(unit, c, j, worst, &worst_finding);
		return;
	}
	if (judge_handed_on(unit, c, j))
		return;
	j->rule = rule;
	j->place = c->cast;
	j->verdict = LC_OPEN;
	j->how = c->escapes ? "the view is handed on; its accesses are elsewhere" :
			      "no access through the view is seen here";
}
