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

void lc_judge_implicit_padding(struct lc_unit *unit, struct lc_layout *layout,
			       struct lc_judgement *j)
{
	const struct lc_type *type = layout->type;
	struct lc_leaf *leaves;
	struct lc_padding *paddings;
	size_t n = lc_layout_leaves(&unit->arena, type, &leaves);

	j->verdict = LC_PROVEN;
	j->how = "the members follow each other";
	if (!n && type->n_fields) {
		j->verdict = LC_OPEN;
		j->how = "the type is too large to describe";
		return;
	}
	n = lc_layout_padding(&unit->arena, type, leaves, n, &paddings);
	for (size_t i = 0; i < n; i++) {
		struct lc_defect *d;

		if (is_asked_for(type, &paddings[i])) {
			j->verdict = LC_OPEN;
			j->how = "padding for an alignment that the type asks for";
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
