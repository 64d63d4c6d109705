/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The ledger of a unit: adding to it, and running the judges over it.
 */
#include "unit.h"

#include "evidence.h"

#include <errno.h>
#include <string.h>

int lc_unit_init(struct lc_unit *unit)
{
	memset(unit, 0, sizeof(*unit));
	lc_arena_init(&unit->arena);
	unit->rule_choice = lc_arena_alloc(&unit->arena, lc_n_rules * sizeof(*unit->rule_choice));
	if (!unit->rule_choice)
		return ENOMEM;
	for (size_t i = 0; i < lc_n_rules; i++)
		unit->rule_choice[i].enabled = true;
	return 0;
}

void lc_unit_free(struct lc_unit *unit)
{
	lc_arena_free(&unit->arena);
	memset(unit, 0, sizeof(*unit));
}

/* Appends a zeroed element to ARRAY (count N_ARRAY) and yields its address, or NULL. */
#define ADD(unit, object, array)                                                \
	(lc_arena_grow(&(unit)->arena, &(object)->array, (object)->n_##array,   \
		       &(object)->array##_capacity, sizeof(*(object)->array)) ? \
		 NULL :                                                         \
		 &(object)->array[(object)->n_##array++])

struct lc_conversion *lc_unit_add_conversion(struct lc_unit *unit)
{
	struct lc_conversion *conversion = lc_arena_alloc(&unit->arena, sizeof(*conversion));
	struct lc_conversion **slot;

	if (!conversion)
		return NULL;
	slot = ADD(unit, unit, conversions);
	if (!slot)
		return NULL;
	*slot = conversion;
	conversion->id = (unsigned)unit->n_conversions;
	conversion->origin.alignment = 1;
	return conversion;
}

struct lc_access *lc_conversion_add_access(struct lc_unit *unit, struct lc_conversion *conversion)
{
	struct lc_access *access = ADD(unit, conversion, accesses);

	if (access)
		memset(access, 0, sizeof(*access));
	return access;
}

struct lc_access *lc_conversion_add_handed_on(struct lc_unit *unit,
					      struct lc_conversion *conversion)
{
	struct lc_access *access = ADD(unit, conversion, handed_on);

	if (access)
		memset(access, 0, sizeof(*access));
	return access;
}

struct lc_judgement *lc_conversion_add_judgement(struct lc_unit *unit,
						 struct lc_conversion *conversion)
{
	struct lc_judgement *judgement = ADD(unit, conversion, judgements);

	if (judgement)
		memset(judgement, 0, sizeof(*judgement));
	return judgement;
}

struct lc_layout *lc_unit_add_layout(struct lc_unit *unit)
{
	struct lc_layout *layout = lc_arena_alloc(&unit->arena, sizeof(*layout));
	struct lc_layout **slot;

	if (!layout)
		return NULL;
	slot = ADD(unit, unit, layouts);
	if (!slot)
		return NULL;
	*slot = layout;
	return layout;
}

struct lc_view *lc_layout_add_view(struct lc_unit *unit, struct lc_layout *layout)
{
	struct lc_view *view = ADD(unit, layout, views);

	if (view)
		memset(view, 0, sizeof(*view));
	return view;
}

struct lc_defect *lc_layout_add_defect(struct lc_unit *unit, struct lc_layout *layout)
{
	struct lc_defect *defect = ADD(unit, layout, defects);

	if (defect)
		memset(defect, 0, sizeof(*defect));
	return defect;
}

struct lc_requirement *lc_unit_add_requirement(struct lc_unit *unit)
{
	struct lc_requirement *requirement = ADD(unit, unit, requirements);

	if (requirement)
		memset(requirement, 0, sizeof(*requirement));
	return requirement;
}

struct lc_incomplete *lc_unit_add_incomplete(struct lc_unit *unit)
{
	struct lc_incomplete *incomplete = ADD(unit, unit, incomplete);

	if (incomplete)
		memset(incomplete, 0, sizeof(*incomplete));
	return incomplete;
}

static size_t rule_index(const struct lc_rule *rule)
{
	return (size_t)(rule - lc_rules);
}

bool lc_rule_enabled(const struct lc_unit *unit, const struct lc_rule *rule)
{
	return unit->rule_choice[rule_index(rule)].enabled;
}

enum lc_level lc_rule_level(const struct lc_unit *unit, const struct lc_rule *rule,
			    enum lc_level own)
{
	enum lc_level choice = unit->rule_choice[rule_index(rule)].level;

	/* A choice changes how loud a finding is, never whether there is one. */
	return own != LC_LEVEL_NONE && choice != LC_LEVEL_NONE ? choice : own;
}

static void judge_one(struct lc_unit *unit, const struct lc_rule *rule, struct lc_conversion *c)
{
	size_t first = c->n_judgements;

	if (!((rule->kinds ? rule->kinds : LC_VIEWS) >> c->kind & 1))
		return;
	rule->judge(unit, c);
	for (size_t i = first; i < c->n_judgements; i++)
		lc_evidence_complete(&unit->arena, c, &c->judgements[i]);
}

void lc_unit_judge(struct lc_unit *unit, size_t first)
{
	unsigned strongest = 0;

	for (size_t r = 0; r < lc_n_rules; r++)
		if (lc_rules[r].strength > strongest)
			strongest = lc_rules[r].strength;
	unit->judged_from = first;
	/* The stronger rules first: the weaker ones ask what they spoke of. */
	for (unsigned strength = strongest + 1; strength-- > 0;)
		for (size_t r = 0; r < lc_n_rules; r++) {
			const struct lc_rule *rule = &lc_rules[r];

			if (!rule->judge || !unit->rule_choice[r].enabled ||
			    rule->strength != strength)
				continue;
			for (size_t i = first; i < unit->n_conversions; i++)
				judge_one(unit, rule, unit->conversions[i]);
		}
}

bool lc_place_same(const struct lc_place *a, const struct lc_place *b)
{
	return a->line && a->line == b->line && a->column == b->column &&
	       (a->file == b->file || (a->file && b->file && !strcmp(a->file, b->file)));
}

bool lc_spoken_for(const struct lc_unit *unit, const struct lc_rule *rule, struct lc_place place)
{
	for (size_t i = unit->judged_from; i < unit->n_conversions; i++) {
		const struct lc_conversion *c = unit->conversions[i];

		for (size_t k = 0; k < c->n_accesses; k++)
			if (c->accesses[k].spoken_by &&
			    c->accesses[k].spoken_by->strength > rule->strength &&
			    lc_place_same(&c->accesses[k].place, &place))
				return true;
	}
	return false;
}

static const char *const verdict_names[] = { "proven", "open", "refuted" };
static const char *const kind_names[] = { "overlay", "copy-in", "copy-out", "compare",
					  "pun",     "map",     "retype",   "length" };
static const char *const domain_names[] = { "other", "packet", "firmware-table", "register" };

const char *lc_verdict_name(enum lc_verdict verdict)
{
	return verdict_names[verdict];
}

const char *lc_conversion_kind_name(enum lc_conversion_kind kind)
{
	return kind_names[kind];
}

const char *lc_domain_name(enum lc_domain domain)
{
	return domain_names[domain];
}
