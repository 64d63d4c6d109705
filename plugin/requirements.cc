/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What is left of needs once the unit was looked at: lines of the record, for a
 * later link step.
 */
#include "required.h"

/* States E >= 0 in R, in words. */
static void state_sum(struct analysis *a, struct lc_requirement *r, const struct lc_linear *e)
{
	struct lc_arena *arena = &a->unit->arena;

	if (!e->valid)
		return;
	r->needs = (struct lc_needed *)lc_arena_alloc(arena, (e->n + 1) * sizeof(*r->needs));
	if (!r->needs)
		return;
	r->constant = e->constant;
	r->n_needs = e->n;
	for (unsigned i = 0; i < e->n; i++) {
		const struct term *term = &a->terms[e->terms[i].term];
		tree node = term->kind == TERM_END && term->root && term->root->load ?
				    term->root->load :
				    term->node;
		bool entry = is_of_callers(a, e->terms[i].term);

		r->needs[i].coefficient = e->terms[i].coefficient;
		r->needs[i].what = term->kind == TERM_END     ? "end" :
				   term->kind == TERM_ADDRESS ? "address" :
				   !entry                     ? "other" :
				   term->kind == TERM_LOAD    ? "load" :
								"value";
		r->needs[i].text = node ? describe(arena, node) : NULL;
	}
}

static unsigned index_of(tree function, const char *name)
{
	unsigned index = 0;

	for (tree p = DECL_ARGUMENTS(function); p; p = DECL_CHAIN(p), index++)
		if (DECL_NAME(p) && !strcmp(IDENTIFIER_POINTER(DECL_NAME(p)), name))
			break;
	return index;
}

static struct lc_requirement *add(struct analysis *a, const struct lc_conversion *c,
				  const char *name)
{
	tree function = DECL_NAME(a->fun->decl);
	struct lc_requirement *r = function ? lc_unit_add_requirement(a->unit) : NULL;

	if (!r)
		return NULL;
	r->function = lc_arena_strdup(&a->unit->arena, IDENTIFIER_POINTER(function));
	r->external = TREE_PUBLIC(a->fun->decl);
	r->parameter = index_of(a->fun->decl, name);
	r->name = name;
	r->alignment = c->target.alignment;
	r->of = c;
	return r;
}

/* A parameter that the function views without being able to show its extent is required of callers. */
void state_requirements(struct analysis *a, size_t first)
{
	for (size_t i = first; i < a->unit->n_conversions; i++) {
		const struct lc_conversion *c = a->unit->conversions[i];
		const struct lc_need *most = NULL;
		struct lc_requirement *r;
		bool open = false;

		for (size_t k = 0; k < c->n_judgements; k++)
			open |= c->judgements[k].verdict == LC_OPEN &&
				c->judgements[k].level == LC_LEVEL_NONE;
		if (!open || c->kind == LC_LENGTH || strcmp(c->origin.kind, "parameter"))
			continue;
		for (size_t k = 0; k < c->n_accesses; k++) {
			const struct lc_need *need = c->accesses[k].need;

			if (need && (!most || (lc_linear_is_constant(&need->upto) &&
					       (!lc_linear_is_constant(&most->upto) ||
						need->upto.constant > most->upto.constant))))
				most = need;
		}
		r = add(a, c, c->origin.name);
		if (!r)
			return;
		r->place = c->cast;
		if (!most)
			continue;
		if (lc_linear_is_constant(&most->upto))
			r->bytes = (uint64_t)MAX(most->upto.constant, 0);
		if (most->end && a->terms[most->end].root) {
			struct lc_linear sum = lc_linear_term(most->end);

			sum = lc_linear_add(&sum, &a->terms[most->end].root->start, -1);
			sum = lc_linear_add(&sum, &most->upto, -1);
			state_sum(a, r, &sum);
		}
	}
}

/* A's function hands ROOT, one of its parameters, on in CALL to where OF needs NEED of it. */
void state_requirement_of_call(struct analysis *a, const struct required *of, gimple *call,
			       const struct root *root, const struct lc_linear *end,
			       const struct lc_need *need)
{
	tree var = root->node && TREE_CODE(root->node) == SSA_NAME && !root->load &&
				   SSA_NAME_IS_DEFAULT_DEF(root->node) ?
			   SSA_NAME_VAR(root->node) :
			   NULL_TREE;
	struct lc_requirement *r;
	struct lc_linear sum;
	const char *name;

	if (!var || TREE_CODE(var) != PARM_DECL || !DECL_NAME(var))
		return;
	name = lc_arena_strdup(&a->unit->arena, IDENTIFIER_POINTER(DECL_NAME(var)));
	r = name ? add(a, of->conversion, name) : NULL;
	if (!r)
		return;
	r->place = place_of(a->unit, gimple_location(call));
	if (lc_linear_is_constant(&need->upto))
		r->bytes = (uint64_t)MAX(need->upto.constant, 0);
	sum = lc_linear_add(end, &root->start, -1);
	sum = lc_linear_add(&sum, &need->upto, -1);
	state_sum(a, r, &sum);
}

/* Takes back what was settled at the calls of the unit. */
void drop_settled_requirements(struct lc_unit *unit)
{
	const struct lc_rule *rule = lc_rule_find("lc-short-buffer");
	size_t kept = 0;

	for (size_t i = 0; i < unit->n_requirements; i++) {
		struct lc_requirement *r = &unit->requirements[i];
		const struct lc_conversion *c = r->of;
		bool settled = false, misaligned = false;

		for (size_t k = 0; c && k < c->n_judgements; k++) {
			const struct lc_judgement *j = &c->judgements[k];

			settled |= j->rule == rule && j->verdict == LC_PROVEN;
			misaligned |= j->rule != rule && j->verdict == LC_OPEN;
		}
		if (settled) {
			r->bytes = 0;
			r->n_needs = 0;
		}
		if (!settled || (misaligned && r->place.line == c->cast.line))
			unit->requirements[kept++] = *r;
	}
	unit->n_requirements = kept;
}
