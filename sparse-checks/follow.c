/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The way of a value: from its source, through casts and variables, to its use.
 */
#include "follow.h"

#include <string.h>

void sc_flow_begin(struct sc_flow *flow)
{
	flow->n_carried = flow->n_handed_on = 0;
}

static struct sc_carried *find(const struct sc_flow *flow, const struct symbol *variable)
{
	for (size_t i = 0; i < flow->n_carried; i++)
		if (flow->carried[i].variable == variable)
			return &flow->carried[i];
	return NULL;
}

/* One conversion of the value to TYPE. */
static void convert(struct sc_path *path, struct symbol *type, const struct sc_use *implied_by,
		    struct position position, struct position site)
{
	const struct sc_space *space = sc_space_of(type);

	path->view = type;
	if (space) {
		/* Marked, or marked again: nothing is lost from here on. */
		path->space = space;
		path->source_type = type;
		path->lost = path->forced = path->through_integer = false;
		return;
	}
	if (!path->space)
		return;
	if (!sc_pointee(type))
		path->through_integer = true;
	if (path->lost)
		return;
	path->lost = true;
	path->implied = implied_by != NULL;
	if (implied_by)
		path->lost_by = *implied_by;
	path->lost_at = position;
	path->lost_site = site;
}

void sc_follow(const struct sc_flow *flow, struct expression *source, const struct sc_cast *casts,
	       const struct sc_use *use, struct sc_path *path)
{
	const struct sc_carried *carried = find(flow, sc_symbol_read(source));

	memset(path, 0, sizeof(*path));
	if (carried && carried->given && !carried->mixed) {
		*path = carried->path;
		path->variable = carried->variable;
	} else {
		path->source = source;
		path->space = sc_space_of(source->ctype);
		path->source_type = source->ctype;
	}
	path->view = source->ctype;
	for (; casts; casts = casts->outer) {
		struct expression *cast = casts->cast;
		bool implied = cast->type == EXPR_IMPLIED_CAST;
		/* The last implied cast is the conversion that the use itself makes. */
		bool of_use = implied && !casts->outer && use->type;

		convert(path, cast->ctype, implied ? use : NULL, of_use ? use->position : cast->pos,
			of_use ? use->site : cast->pos);
		if (cast->type == EXPR_FORCE_CAST)
			path->forced = true;
	}
	if (use->type)
		convert(path, use->type, use, use->position, use->site);
}

/* Only what nobody else can read or change: a local whose address is not taken. */
static bool is_private(const struct symbol *variable)
{
	return !(variable->ctype.modifiers & (MOD_ADDRESSABLE | MOD_STATIC | MOD_NONLOCAL));
}

static struct sc_carried *find_or_add(struct sc_flow *flow, struct symbol *variable)
{
	struct sc_carried *carried = find(flow, variable);

	if (carried || lc_arena_grow(flow->arena, &flow->carried, flow->n_carried,
				     &flow->carried_capacity, sizeof(*flow->carried)))
		return carried;
	carried = &flow->carried[flow->n_carried++];
	memset(carried, 0, sizeof(*carried));
	carried->variable = variable;
	return carried;
}

/* Can VARIABLE pass an address on that is not viewed yet? A typed pointer is a view already. */
static bool may_carry(struct symbol *variable)
{
	return !sc_space_of(variable) && !sc_is_typed_view(variable) &&
	       (sc_pointee(variable) || sc_holds_address(variable));
}

static void note_read(struct sc_flow *flow, struct symbol *variable, const struct sc_use *use)
{
	struct sc_carried *carried = find_or_add(flow, variable);

	if (!carried)
		return;
	if (use->kind == SC_USE_ACCESS) {
		carried->accessed = true;
	} else if (!use->variable || !is_private(use->variable) ||
		   lc_arena_grow(flow->arena, &flow->handed_on, flow->n_handed_on,
				 &flow->handed_on_capacity, sizeof(*flow->handed_on))) {
		carried->used = true;
	} else {
		flow->handed_on[flow->n_handed_on++] =
			(struct sc_handed_on){ .from = variable, .to = use->variable };
	}
}

void sc_flow_note(struct sc_flow *flow, struct expression *source, const struct sc_use *use,
		  const struct sc_path *path)
{
	struct symbol *read = sc_symbol_read(source);
	struct sc_carried *carried;

	if (read && is_private(read) && use->kind != SC_USE_NONE && !sc_space_of(path->view))
		note_read(flow, read, use);
	if (!use->variable || !is_private(use->variable) || !may_carry(use->variable))
		return;
	carried = find_or_add(flow, use->variable);
	if (!carried)
		return;
	if (!carried->given) {
		carried->given = true;
		carried->path = *path;
		carried->mixed = !path->lost;
	} else if (!path->lost || carried->path.space != path->space) {
		carried->mixed = true;
	}
}

static enum sc_known_use known_use(const struct sc_flow *flow, const struct symbol *variable,
				   int depth)
{
	const struct sc_carried *carried = find(flow, variable);
	enum sc_known_use most = SC_UNUSED;

	if (carried && carried->accessed)
		return SC_ACCESSED;
	if (carried && carried->used)
		most = SC_USED;
	/* p = p + 1 hands on to itself; longer rings are cut by the depth. */
	for (size_t i = 0; i < flow->n_handed_on && depth < 4; i++) {
		const struct sc_handed_on *edge = &flow->handed_on[i];
		enum sc_known_use next;

		if (edge->from != variable || edge->to == variable)
			continue;
		next = known_use(flow, edge->to, depth + 1);
		if (next > most)
			most = next;
	}
	return most;
}

enum sc_known_use sc_flow_known_use(const struct sc_flow *flow, const struct symbol *variable)
{
	return variable && is_private(variable) ? known_use(flow, variable, 0) : SC_OUT_OF_SIGHT;
}
