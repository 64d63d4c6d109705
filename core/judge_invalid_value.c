// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-invalid-value: whatever the bytes are, each member has a valid value.
 */
#include "judges.h"

#include "unit.h"

/* What is wrong with a member of that type, as the end of a sentence; or NULL. */
static const char *objection(const struct lc_leaf *leaf)
{
	switch (leaf->type->kind) {
	case LC_TYPE_BOOL:
		/* One bit is 0 or 1. */
		return leaf->field->bit_field && leaf->width <= 1 ?
			       NULL :
			       "is a bool, which only 0 and 1 are valid for";
	case LC_TYPE_POINTER:
		return "is a pointer, which these bytes would choose";
	case LC_TYPE_FUNCTION_POINTER:
		return "is a pointer to a function, which these bytes would choose";
	default:
		return NULL;
	}
}

void lc_judge_invalid_value(struct lc_unit *unit, struct lc_layout *layout, struct lc_judgement *j)
{
	struct lc_leaf *leaves;
	size_t n = lc_layout_leaves(&unit->arena, layout->type, &leaves);

	j->verdict = LC_PROVEN;
	j->how = "every bit pattern is a valid value of each member";
	for (size_t i = 0; i < n; i++) {
		const char *what = objection(&leaves[i]);
		struct lc_defect *d = what ? lc_layout_add_defect(unit, layout) : NULL;

		if (!d)
			continue;
		d->rule = j->rule;
		d->offset = leaves[i].offset;
		d->place = leaves[i].field->place;
		d->text = lc_arena_printf(&unit->arena, "'%s' %s", leaves[i].path, what);
	}
}
