// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-host-endian: a number in bytes from outside is used in the order that the
 * format has, not in that of the machine.
 *
 * A member without a declared order that is used as it stands proves nothing by itself:
 * many formats are those of the machine. It is refuted where the unit shows that this one is not.
 */
#include "judges.h"

#include "unit.h"
#include "wire.h"

#define BYTE 8u

static bool may_have_order(const struct lc_leaf *leaf)
{
	return leaf->type->kind == LC_TYPE_INTEGER && leaf->type->size > BYTE &&
	       !leaf->field->bit_field;
}

static bool has_order(const struct lc_leaf *leaf)
{
	return may_have_order(leaf) && leaf->type->order != LC_ORDER_UNSAID;
}

static bool is_open(const struct lc_leaf *leaf)
{
	return may_have_order(leaf) && leaf->type->order == LC_ORDER_UNSAID;
}

static const struct lc_use *first_use(const struct lc_field *field, enum lc_use_kind kind)
{
	const struct lc_use *use = field->uses;

	while (use && use->kind != kind)
		use = use->next;
	return use;
}

/* Of a type whose use is seen in bytes from outside: through a view that shows it to be of the wire. */
static bool is_of_wire(const struct lc_layout *layout, const struct lc_use *use)
{
	for (size_t i = 0; i < layout->n_views; i++)
		if (layout->views[i].conversion == use->through)
			return use->through->origin.domain != LC_DOMAIN_REGISTER &&
			       lc_view_is_wire(&layout->views[i], layout->type, !use->written);
	return false;
}

static const struct lc_use *number_of_wire(const struct lc_layout *layout,
					   const struct lc_field *field)
{
	for (const struct lc_use *use = field->uses; use; use = use->next)
		if (use->kind == LC_USE_NUMBER && is_of_wire(layout, use))
			return use;
	return NULL;
}

/* What shows that the format of LEAVES has a byte order. */
struct shown {
	const struct lc_leaf *turned, *declared; /* the first that is turned, or says its order */
	bool in_place;
};

static struct shown look_at(const struct lc_leaf *leaves, size_t n)
{
	struct shown shown = { NULL, NULL, false };

	for (size_t i = 0; i < n; i++) {
		if (!shown.turned && first_use(leaves[i].field, LC_USE_TURNED))
			shown.turned = &leaves[i];
		if (!shown.declared && has_order(&leaves[i]))
			shown.declared = &leaves[i];
		shown.in_place |= first_use(leaves[i].field, LC_USE_IN_PLACE) != NULL;
	}
	return shown;
}

static void set_shown(struct lc_step *step, const struct lc_use *use)
{
	step->place = use->place;
	step->text = use->text;
}

static void add_defect(struct lc_unit *unit, struct lc_layout *layout, const struct lc_rule *rule,
		       const struct lc_leaf *leaf, const struct lc_use *number,
		       const struct shown *shown)
{
	const struct lc_use *turned = first_use(leaf->field, LC_USE_TURNED);
	struct lc_defect *d = lc_layout_add_defect(unit, layout);
	const char *as = "is used as a number in the byte order of the machine";

	if (!d)
		return;
	d->rule = rule;
	d->offset = leaf->offset;
	d->place = leaf->field->place;
	set_shown(&d->shown[0], number);
	if (turned)
		d->text = lc_arena_printf(&unit->arena,
					  "'%s' %s, and its bytes are turned elsewhere", leaf->path,
					  as);
	else if (shown->turned)
		d->text = lc_arena_printf(&unit->arena, "'%s' %s, and the bytes of '%s' are turned",
					  leaf->path, as, shown->turned->path);
	else
		d->text = lc_arena_printf(&unit->arena, "'%s' %s, and '%s' is declared %s",
					  leaf->path, as, shown->declared->path,
					  lc_byte_order_name(shown->declared->type->order));
	if (!turned && shown->turned)
		turned = first_use(shown->turned->field, LC_USE_TURNED);
	if (turned) {
		set_shown(&d->shown[1], turned);
	} else {
		d->shown[1].place = shown->declared->field->place;
		d->shown[1].text =
			lc_arena_printf(&unit->arena, "'%s' is declared %s", shown->declared->path,
					lc_byte_order_name(shown->declared->type->order));
	}
}

void lc_judge_host_endian(struct lc_unit *unit, struct lc_layout *layout, struct lc_judgement *j)
{
	struct lc_leaf *leaves;
	size_t n = lc_layout_leaves(&unit->arena, layout->type, &leaves);
	const struct shown shown = look_at(leaves, n);

	j->verdict = LC_PROVEN;
	j->how = "each member of more than one byte has a byte order";
	if (layout->type->storage_order != LC_ORDER_UNSAID) {
		j->how = "scalar_storage_order says the order of bytes";
		return;
	}
	for (size_t i = 0; i < n; i++) {
		const struct lc_use *number;

		if (!is_open(&leaves[i]))
			continue;
		number = number_of_wire(layout, leaves[i].field);
		if (!number && first_use(leaves[i].field, LC_USE_TURNED))
			continue;
		j->verdict = LC_OPEN;
		j->how = lc_arena_printf(&unit->arena, "'%s' has no declared byte order",
					 leaves[i].path);
		if (layout->host_order)
			j->how = "the model says that its numbers are in the order of the machine";
		else if (shown.in_place)
			j->how = "members are turned in place";
		else if (number && (shown.turned || shown.declared))
			add_defect(unit, layout, j->rule, &leaves[i], number, &shown);
	}
}
