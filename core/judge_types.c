// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Runs the rules about types: each judge states what it finds in a layout, and
 * here it is settled which rule speaks of it, and whether there is anything to say.
 */
#include "unit.h"

#include <string.h>

#include "wire.h"

#define MAX_RELATED 16

static bool is_stronger(const struct lc_rule *a, const struct lc_rule *b)
{
	return a->strength > b->strength;
}

/* Does RULE speak of LAYOUT at all: some speak only of what is read? */
static bool has_say(const struct lc_layout *layout, const struct lc_rule *rule)
{
	return !rule->of_reads || lc_wire_view(layout, true);
}

/* Of one thing the strongest rule speaks that has a say. */
static void settle(struct lc_layout *layout)
{
	for (size_t i = 0; i < layout->n_defects; i++)
		for (size_t k = 0; k < layout->n_defects; k++) {
			struct lc_defect *mine = &layout->defects[i];
			const struct lc_defect *other = &layout->defects[k];

			if (mine->offset == other->offset && is_stronger(other->rule, mine->rule) &&
			    has_say(layout, other->rule) &&
			    (!mine->said_by || is_stronger(other->rule, mine->said_by)))
				mine->said_by = other->rule;
		}
}

static void add_related(struct lc_unit *unit, struct lc_judgement *j, size_t *capacity,
			struct lc_place place, const char *text)
{
	struct lc_step *related = (struct lc_step *)j->related;

	if (!text || !place.line || j->n_related == MAX_RELATED ||
	    lc_arena_grow(&unit->arena, &related, j->n_related, capacity, sizeof(*related)))
		return;
	related[j->n_related++] = (struct lc_step){ .place = place, .text = text };
	j->related = related;
}

static const char *view_text(struct lc_unit *unit, const struct lc_view *view)
{
	const struct lc_conversion *c = view->conversion;
	bool known = c->origin.domain != LC_DOMAIN_OTHER;
	const char *name = c->origin.name ? c->origin.name : "bytes";

	return lc_arena_printf(&unit->arena, "'%s'%s%s%s is viewed as '%s'%s", name,
			       known ? " (" : "", known ? lc_domain_name(c->origin.domain) : "",
			       known ? ")" : "", view->outer ? view->outer->name : c->target.type,
			       view->outer ? ", which holds it" : "");
}

/* The first defect that RULE itself speaks of, and how many; else who speaks of them. */
static const struct lc_defect *first_defect(const struct lc_layout *layout,
					    const struct lc_rule *rule, size_t *n,
					    const struct lc_rule **said_by)
{
	const struct lc_defect *first = NULL;

	*n = 0;
	*said_by = NULL;
	for (size_t i = 0; i < layout->n_defects; i++) {
		const struct lc_defect *d = &layout->defects[i];

		if (d->rule != rule)
			continue;
		if (d->said_by) {
			*said_by = d->said_by;
			continue;
		}
		if (!first)
			first = d;
		(*n)++;
	}
	return first;
}

/* Why nothing is said of what was found, or NULL. */
static const char *silence(const struct lc_layout *layout, const struct lc_view *view)
{
	if (layout->native)
		return "the model says that this is an interface of the machine itself";
	if (layout->type->system_header)
		return "a system header defines it";
	if (!view)
		return "no bytes from outside are seen to be viewed as it";
	return NULL;
}

static void speak(struct lc_unit *unit, struct lc_layout *layout, struct lc_judgement *j,
		  const struct lc_defect *first, size_t n, const struct lc_view *view)
{
	const char *name = layout->type->name;
	size_t capacity = 0;

	j->seen_in = view->conversion;
	j->type = name;
	j->level = lc_rule_level(unit, j->rule, j->rule->default_level);
	j->message = n == 1 ? lc_arena_printf(&unit->arena, "'%s': %s", name, first->text) :
			      lc_arena_printf(&unit->arena, "'%s': %s; and %zu more", name,
					      first->text, n - 1);
	for (size_t i = 0; i < layout->n_defects; i++) {
		const struct lc_defect *d = &layout->defects[i];

		/* One alone on the type's own line is said already. */
		if (d->rule == j->rule && !d->said_by && (n > 1 || d->place.line != j->place.line))
			add_related(unit, j, &capacity, d->place, d->text);
	}
	for (size_t i = 0; i < layout->n_defects; i++)
		for (size_t k = 0; layout->defects[i].rule == j->rule && k < 2; k++)
			add_related(unit, j, &capacity, layout->defects[i].shown[k].place,
				    layout->defects[i].shown[k].text);
	add_related(unit, j, &capacity, view->conversion->cast, view_text(unit, view));
	for (size_t i = 0; i < layout->n_views; i++)
		if (&layout->views[i] != view)
			add_related(unit, j, &capacity, layout->views[i].conversion->cast,
				    view_text(unit, &layout->views[i]));
}

static void conclude(struct lc_unit *unit, struct lc_layout *layout, struct lc_judgement *j)
{
	const struct lc_view *view = lc_wire_view(layout, j->rule->of_reads);
	const struct lc_rule *said_by;
	const char *silent = silence(layout, view);
	const struct lc_defect *first;
	size_t n;

	j->place = layout->type->place;
	first = first_defect(layout, j->rule, &n, &said_by);
	if (!first && !said_by)
		return;
	j->verdict = LC_REFUTED;
	if (!first)
		j->how = lc_arena_printf(&unit->arena, "%s speaks of it", said_by->id);
	else if (silent)
		j->how = lc_arena_printf(&unit->arena, "%s; %s", first->text, silent);
	else
		j->how = first->text;
	if (first && !silent)
		speak(unit, layout, j, first, n, view);
}

static struct lc_judgement *add_judgement(struct lc_unit *unit, struct lc_layout *layout,
					  const struct lc_rule *rule)
{
	struct lc_judgement *j;

	if (lc_arena_grow(&unit->arena, &layout->judgements, layout->n_judgements,
			  &layout->judgements_capacity, sizeof(*j)))
		return NULL;
	j = &layout->judgements[layout->n_judgements++];
	memset(j, 0, sizeof(*j));
	j->rule = rule;
	j->verdict = LC_OPEN;
	return j;
}

static void judge(struct lc_unit *unit, struct lc_layout *layout)
{
	for (size_t r = 0; r < lc_n_rules; r++) {
		struct lc_judgement *j;

		if (!lc_rules[r].judge_type || !lc_rule_enabled(unit, &lc_rules[r]))
			continue;
		j = add_judgement(unit, layout, &lc_rules[r]);
		if (!j)
			return;
		if (layout->type->unread)
			j->how = "the type is too large to describe";
		else
			lc_rules[r].judge_type(unit, layout, j);
	}
	settle(layout);
	for (size_t i = 0; i < layout->n_judgements; i++)
		conclude(unit, layout, &layout->judgements[i]);
}

void lc_unit_judge_types(struct lc_unit *unit)
{
	for (size_t i = 0; i < unit->n_layouts; i++)
		judge(unit, unit->layouts[i]);
}
