// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A function that does not compare a length, beside many that do.
 */
#include "peers.h"

#include <string.h>

#include "rules.h"
#include "unit.h"

#define FEWEST 3 /* peers that make a belief */
#define TIMES 4 /* so many peers compare for each that does not */

struct member {
	struct lc_conversion *conversion;
	struct lc_judgement *judgement;
	bool compares;
};

/* Those with bytes and length of the same names: one entry a function, the first that does not compare. */
struct peers {
	struct member *members;
	size_t n, capacity;
};

static bool is_left_to_callers(const struct lc_conversion *c, const struct lc_judgement *j)
{
	if (j->verdict != LC_OPEN || j->level != LC_LEVEL_NONE || j->seen_to || !j->missing)
		return false;
	for (size_t i = 0; i < c->n_accesses; i++)
		if (c->accesses[i].up_to_callers)
			return true;
	return false;
}

/* Of C, whether it compares (1), leaves that to its callers (0), or tells nothing (-1). */
static int belief_of(const struct lc_conversion *c, const struct lc_judgement *j)
{
	if (c->kind != LC_OVERLAY || !c->internal || !c->function || !j->pointer || !j->length ||
	    !c->origin.kind || strcmp(c->origin.kind, "parameter") != 0)
		return -1;
	if (j->verdict == LC_PROVEN && j->n_guards)
		return 1;
	return is_left_to_callers(c, j) ? 0 : -1;
}

static bool is_alike(const struct member *one, const struct member *other)
{
	return !strcmp(one->judgement->pointer, other->judgement->pointer) &&
	       !strcmp(one->judgement->length, other->judgement->length);
}

static void add(struct lc_unit *unit, struct peers *all, struct member m)
{
	for (size_t i = 0; i < all->n; i++)
		if (is_alike(&all->members[i], &m) &&
		    !strcmp(all->members[i].conversion->function, m.conversion->function)) {
			if (all->members[i].compares && !m.compares)
				all->members[i] = m;
			return;
		}
	if (!lc_arena_grow(&unit->arena, &all->members, all->n, &all->capacity,
			   sizeof(*all->members)))
		all->members[all->n++] = m;
}

static void make_finding(struct lc_unit *unit, const struct member *m, const struct member *first,
			 size_t n)
{
	struct lc_judgement *j = m->judgement;
	struct lc_step *related = lc_arena_alloc(&unit->arena, sizeof(*related));

	if (!related)
		return;
	j->level = lc_rule_level(unit, j->rule, LC_LEVEL_WARNING);
	j->message =
		lc_arena_printf(&unit->arena,
				"%s as '%s', but its length '%s' is not compared here, as it is "
				"in %zu other functions",
				j->missing, m->conversion->target.type, j->length, n);
	j->how = j->message;
	*related = (struct lc_step){
		.place = first->judgement->guards[0],
		.text = lc_arena_printf(&unit->arena, "'%s ()' compares it",
					first->conversion->function),
	};
	j->related = related;
	j->n_related = 1;
}

/* Judges M by those among ALL that are like it. */
static void judge(struct lc_unit *unit, const struct peers *all, const struct member *m)
{
	const struct member *first = NULL;
	size_t compare = 0, leave = 0;

	for (size_t i = 0; i < all->n; i++) {
		if (!is_alike(&all->members[i], m))
			continue;
		if (!all->members[i].compares) {
			leave++;
			continue;
		}
		compare++;
		if (!first)
			first = &all->members[i];
	}
	if (compare >= FEWEST && compare >= TIMES * leave)
		make_finding(unit, m, first, compare);
}

void lc_judge_peers(struct lc_unit *unit)
{
	const struct lc_rule *rule = lc_rule_find("lc-short-buffer");
	struct peers all = { .n = 0 };

	for (size_t i = 0; i < unit->n_conversions; i++) {
		struct lc_conversion *c = unit->conversions[i];

		for (size_t k = 0; k < c->n_judgements; k++) {
			struct lc_judgement *j = &c->judgements[k];
			int belief = j->rule == rule ? belief_of(c, j) : -1;

			if (belief >= 0)
				add(unit, &all, (struct member){ c, j, belief == 1 });
		}
	}
	for (size_t i = 0; i < all.n; i++)
		if (!all.members[i].compares)
			judge(unit, &all, &all.members[i]);
}
