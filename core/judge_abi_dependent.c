// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-abi-dependent: no member changes its size or its place with the ABI.
 */
#include "judges.h"

#include <string.h>

#include "abi.h"
#include "unit.h"

#define BYTE 8u

static void add_defect(struct lc_unit *unit, struct lc_layout *layout, const struct lc_rule *rule,
		       uint64_t offset, struct lc_place place, const char *text)
{
	struct lc_defect *d = lc_layout_add_defect(unit, layout);

	if (d)
		*d = (struct lc_defect){
			.rule = rule, .offset = offset, .place = place, .text = text
		};
}

/* The ABIs under which a scalar of TYPE has the same width as under lc_abis[FIRST], as words. */
static const char *abis_of_width(struct lc_unit *unit, const struct lc_type *type, size_t first)
{
	const char *text = lc_abis[first].name;

	for (size_t i = first + 1; i < lc_n_abis && text; i++)
		/* Those that are ILP32 as well are named only for what is their own. */
		if (lc_abi_width(&lc_abis[i], type) == lc_abi_width(&lc_abis[first], type) &&
		    !(lc_abis[i].is_ilp32 && lc_abis[first].is_ilp32))
			text = lc_arena_printf(&unit->arena, "%s, %s", text, lc_abis[i].name);
	return text;
}

/* The other width, and where. */
static const char *widths_of(struct lc_unit *unit, const struct lc_type *type)
{
	for (size_t i = 0; i < lc_n_abis; i++) {
		uint64_t width = lc_abi_width(&lc_abis[i], type);

		if (width != type->size)
			return lc_arena_printf(&unit->arena, "%llu under %s",
					       (unsigned long long)(width / BYTE),
					       abis_of_width(unit, type, i));
	}
	return NULL;
}

/* "'x' (size_t)": the name as declared, and what is behind it where that says more. */
static const char *member(struct lc_unit *unit, const struct lc_leaf *leaf)
{
	const struct lc_type *type = leaf->type;

	if (!type->name || !type->spelled || !strcmp(type->name, type->spelled))
		return lc_arena_printf(&unit->arena, "'%s' (%s)", leaf->path,
				       type->name ? type->name : lc_type_kind_name(type->kind));
	return lc_arena_printf(&unit->arena, "'%s' (%s, %s here)", leaf->path, type->name,
			       type->spelled);
}

/* Members whose own width changes. */
static void find_widths(struct lc_unit *unit, struct lc_layout *layout, const struct lc_rule *rule,
			const struct lc_leaf *leaves, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct lc_leaf *leaf = &leaves[i];
		const char *others;

		if (leaf->type->basis == LC_BASIS_FIXED || leaf->field->bit_field ||
		    lc_type_is_record(leaf->type))
			continue;
		others = widths_of(unit, leaf->type);
		if (others)
			add_defect(unit, layout, rule, leaf->offset, leaf->field->place,
				   lc_arena_printf(&unit->arena, "%s has %llu bytes here, but %s",
						   member(unit, leaf),
						   (unsigned long long)(leaf->type->size / BYTE),
						   others));
	}
}

/* Does the layout worked out under ABI agree with the compiler's? */
static bool agrees(const struct lc_placement *p, const struct lc_type *type,
		   const struct lc_leaf *leaves, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p->offsets[i] != leaves[i].offset || p->widths[i] != leaves[i].width)
			return false;
	return p->size == type->size;
}

/* Is that of a member whose width changes? Where such a one stands follows from it. */
static bool is_said(const struct lc_layout *layout, const struct lc_rule *rule, uint64_t offset)
{
	for (size_t i = 0; i < layout->n_defects; i++)
		if (layout->defects[i].rule == rule && layout->defects[i].offset == offset)
			return true;
	return false;
}

/* The first member that stands elsewhere though all widths are as here; or the end. */
static bool find_move(struct lc_unit *unit, struct lc_layout *layout, const struct lc_rule *rule,
		      const struct lc_leaf *leaves, size_t n)
{
	const struct lc_type *type = layout->type;
	struct lc_placement p;

	for (size_t a = 0; a < lc_n_abis; a++) {
		const char *name = lc_abis[a].name;

		if (!lc_abi_place(&unit->arena, &lc_abis[a], type, n, true, &p))
			return false;
		for (size_t i = 0; i < n; i++)
			if (p.offsets[i] != leaves[i].offset) {
				if (is_said(layout, rule, leaves[i].offset))
					return true;
				add_defect(
					unit, layout, rule, leaves[i].offset,
					leaves[i].field->place,
					lc_arena_printf(
						&unit->arena,
						"'%s' stands at byte %llu here, but at byte %llu under %s",
						leaves[i].path,
						(unsigned long long)(leaves[i].offset / BYTE),
						(unsigned long long)(p.offsets[i] / BYTE), name));
				return true;
			}
		if (p.size != type->size) {
			add_defect(unit, layout, rule, type->size,
				   n ? leaves[n - 1].field->place : type->place,
				   lc_arena_printf(&unit->arena,
						   "it has %llu bytes here, but %llu under %s",
						   (unsigned long long)(type->size / BYTE),
						   (unsigned long long)(p.size / BYTE), name));
			return true;
		}
	}
	return true;
}

void lc_judge_abi_dependent(struct lc_unit *unit, struct lc_layout *layout, struct lc_judgement *j)
{
	struct lc_leaf *leaves;
	struct lc_placement p;
	size_t n = lc_layout_leaves(&unit->arena, layout->type, &leaves);
	bool understood = false;

	j->verdict = LC_OPEN;
	j->how = "the layout is not understood";
	if (!n && layout->type->n_fields)
		return;
	find_widths(unit, layout, j->rule, leaves, n);
	/* What is worked out counts only if it gives this compiler's layout as well. */
	for (size_t a = 0; a < lc_n_abis && !understood; a++)
		understood = lc_abi_place(&unit->arena, &lc_abis[a], layout->type, n, false, &p) &&
			     agrees(&p, layout->type, leaves, n);
	if (!understood || !find_move(unit, layout, j->rule, leaves, n))
		return;
	j->verdict = LC_PROVEN;
	j->how = "the layout is the same under LP64, ILP32, LLP64 and i386";
}
