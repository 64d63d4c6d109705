// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-implicit-padding: the members of a wire type follow each other without
 * bytes that nobody named.
 */
#include "judges.h"

#include "unit.h"

#define BYTE 8u

static const char *text_of(struct lc_unit *unit, const struct lc_padding *padding)
{
	unsigned long long bytes = padding->width / BYTE;
	const char *plural = bytes == 1 ? "" : "s";

	if (!padding->after)
		return lc_arena_printf(&unit->arena, "%llu byte%s of padding at the end%s%s%s",
				       bytes, plural, padding->before ? ", after '" : "",
				       padding->before ? padding->before->path : "",
				       padding->before ? "'" : "");
	return lc_arena_printf(&unit->arena, "%llu byte%s of padding before '%s'", bytes, plural,
			       padding->after->path);
}

/* The padding at the end of a type that asks for its alignment itself is asked for as well. */
static bool is_asked_for(const struct lc_type *type, const struct lc_padding *padding)
{
	return (padding->after ? padding->after->field->asked : type->asked) > BYTE;
}

/* What follows the last member may belong to a flexible array, which begins before the size ends. */
static bool is_array_s(const struct lc_leaf *leaves, size_t n, const struct lc_padding *padding)
{
	for (size_t i = 0; !padding->after && i < n; i++)
		if (!leaves[i].width && !leaves[i].field->bit_field &&
		    leaves[i].offset <= padding->offset)
			return true;
	return false;
}

void lc_judge_implicit_padding(struct lc_unit *unit, struct lc_layout *layout,
			       struct lc_judgement *j)
{
	const struct lc_type *type = layout->type;
	struct lc_leaf *leaves;
	struct lc_padding *paddings;
	size_t n_leaves = lc_layout_leaves(&unit->arena, type, &leaves), n;

	j->verdict = LC_PROVEN;
	j->how = "the members follow each other";
	if (!n_leaves && type->n_fields) {
		j->verdict = LC_OPEN;
		j->how = "the type is too large to describe";
		return;
	}
	n = lc_layout_padding(&unit->arena, type, leaves, n_leaves, &paddings);
	for (size_t i = 0; i < n; i++) {
		struct lc_defect *d;

		if (is_asked_for(type, &paddings[i])) {
			j->verdict = LC_OPEN;
			j->how = "padding for an alignment that the type asks for";
			continue;
		}
		if (is_array_s(leaves, n_leaves, &paddings[i])) {
			j->verdict = LC_OPEN;
			j->how = "the flexible array begins in the bytes at the end";
			continue;
		}
		d = lc_layout_add_defect(unit, layout);
		if (!d)
			return;
		d->rule = j->rule;
		d->offset = paddings[i].after ? paddings[i].after->offset : type->size;
		if (paddings[i].after)
			d->place = paddings[i].after->field->place;
		else if (paddings[i].before)
			d->place = paddings[i].before->field->place;
		d->text = text_of(unit, &paddings[i]);
	}
}
