// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-bitfield-layout: no bit-field whose order within its unit the compiler chooses.
 */
#include "judges.h"

#include <string.h>

#include "conditional.h"
#include "unit.h"

/* A bit-field that fills its unit has no order. */
static bool has_order(const struct lc_leaf *leaf)
{
	return leaf->field->bit_field && leaf->field->name && leaf->width < leaf->type->size &&
	       (leaf->width % 8 || leaf->offset % leaf->width);
}

enum source { UNREADABLE, NO_CHOICE, CHOICE };

/* Is the declaration one of several that a macro for the byte order chooses from? */
static enum source source_of(struct lc_unit *unit, const struct lc_place *place)
{
	const char *text = place->line && place->file && unit->source_text ?
				   unit->source_text(place->file) :
				   NULL;

	if (!text)
		return UNREADABLE;
	return lc_conditional_on_order(text, strlen(text), (unsigned)place->line) ? CHOICE :
										    NO_CHOICE;
}

void lc_judge_bitfield_layout(struct lc_unit *unit, struct lc_layout *layout,
			      struct lc_judgement *j)
{
	struct lc_leaf *leaves;
	size_t n = lc_layout_leaves(&unit->arena, layout->type, &leaves);
	uint64_t last = UINT64_MAX;

	j->verdict = LC_PROVEN;
	j->how = "no bit-field depends on the order of bits";
	for (size_t i = 0; i < n; i++) {
		const struct lc_leaf *leaf = &leaves[i];
		struct lc_defect *d;
		uint64_t unit_offset;

		if (!has_order(leaf))
			continue;
		if (layout->type->storage_order != LC_ORDER_UNSAID) {
			j->how = "scalar_storage_order says the order of bits";
			continue;
		}
		/* One for all that share a unit. */
		unit_offset = leaf->offset - leaf->offset % leaf->type->size;
		if (unit_offset == last)
			continue;
		last = unit_offset;
		switch (source_of(unit, &leaf->field->place)) {
		case UNREADABLE:
			j->verdict = LC_OPEN;
			j->how = "the source of the bit-fields cannot be read";
			continue;
		case CHOICE:
			if (j->verdict == LC_PROVEN)
				j->how = "a macro for the byte order chooses the declaration";
			continue;
		default:
			break;
		}
		d = lc_layout_add_defect(unit, layout);
		if (!d)
			return;
		d->rule = j->rule;
		d->offset = leaf->offset;
		d->place = leaf->field->place;
		d->text = lc_arena_printf(&unit->arena,
					  "the compiler chooses which bits '%s:%llu' has",
					  leaf->path, (unsigned long long)leaf->width);
	}
}
