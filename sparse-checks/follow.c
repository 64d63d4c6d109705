/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The way of a value: from its source, through casts and variables, to its use.
 */
#include "follow.h"

#include <string.h>

void sc_flow_begin(struct sc_flow *flow)
{
	flow->n_carried = 0;
}

static struct sc_carried *find(const struct sc_flow *flow, const struct symbol *variable)
{
	for (size_t i = 0; i < flow->n_carried; i++)
		if (flow->carried[i].variable == variable)
			return &flow->carried[i];
	return NULL;
}

/* One conversion of the value to TYPE. */
static void convert(struct sc_path *path, struct symbol *type, bool implied, struct position position,
		    struct position site)
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
	path->implied = implied;
	path->lost_at = position;
	path->lost_site = site;
}

void sc_follow(const struct sc_flow *flow, struct expression *source, const struct sc_cast *casts,
	       const struct sc_use *use, struct sc_path *path)
{
	const struct sc_carried *carried = find(flow, sc_symbol_read(source));

	memset(path, 0, sizeof(*path));
	if (carried && !carried->mixed) {
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

		convert(path, cast->ctype, implied, of_use ? use->position : cast->pos,
			of_use ? use->site : cast->pos);
		if (cast->type == EXPR_FORCE_CAST)
			path->forced = true;
	}
	if (use->type)
		convert(path, use->type, true, use->position, use->site);
}

void sc_flow_note(struct sc_flow *flow, const struct sc_use *use, const struct sc_path *path)
{
	struct symbol *variable = use->variable;
	struct sc_carried *carried;

	if (!variable || (use->kind != SC_USE_ASSIGN && use->kind != SC_USE_INITIALISE))
		return;
	/* Only what nobody else can change: a local whose address is not taken. */
	if (variable->ctype.modifiers & (MOD_ADDRESSABLE | MOD_STATIC | MOD_NONLOCAL))
		return;
	if (sc_space_of(variable) || (!sc_pointee(variable) && !sc_holds_address(variable)))
		return;
	carried = find(flow, variable);
	if (!carried) {
		if (lc_arena_grow(flow->arena, &flow->carried, flow->n_carried,
				  &flow->carried_capacity, sizeof(*flow->carried)))
			return;
		carried = &flow->carried[flow->n_carried++];
		memset(carried, 0, sizeof(*carried));
		carried->variable = variable;
		carried->path = *path;
		carried->mixed = !path->lost;
	} else if (!path->lost || carried->path.space != path->space) {
		carried->mixed = true;
	}
}
