// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A layout as members of a JSON object: fields, padding, defects, verdicts.
 */
#include "layout.h"

#include "contract.h"

static void text(struct sarif_json *json, const char *key, const char *value)
{
	if (value && *value)
		sarif_json_string(json, key, value);
}

static void number(struct sarif_json *json, const char *key, uint64_t value)
{
	if (value)
		sarif_json_integer(json, key, (int64_t)value);
}

static void flag(struct sarif_json *json, const char *key, bool value)
{
	if (value)
		sarif_json_boolean(json, key, true);
}

static void write_fields(struct sarif_json *json, const struct lc_type *record);

static void write_field(struct sarif_json *json, const struct lc_field *field)
{
	const struct lc_type *element = lc_type_element(field->type);
	bool anonymous = lc_type_is_record(element) && !element->name;

	sarif_json_object(json, NULL);
	text(json, "name", field->name);
	text(json, "type", element->name ? element->name : element->spelled);
	sarif_json_string(json, "kind", lc_type_kind_name(element->kind));
	sarif_json_integer(json, "offset", (int64_t)field->offset);
	number(json, "width", field->width);
	if (field->type != element) {
		sarif_json_array(json, "counts");
		for (const struct lc_type *t = field->type; t->kind == LC_TYPE_ARRAY && t->element;
		     t = t->element)
			sarif_json_integer(json, NULL, (int64_t)t->count);
		sarif_json_end_array(json);
		number(json, "each", element->size);
	}
	flag(json, "signed", element->kind == LC_TYPE_INTEGER && element->is_signed);
	flag(json, "bitField", field->bit_field);
	text(json, "order", lc_byte_order_name(element->order));
	number(json, "line", (uint64_t)field->place.line);
	if (anonymous) {
		number(json, "alignment", element->alignment / 8);
		write_fields(json, element);
	}
	sarif_json_end_object(json);
}

static void write_fields(struct sarif_json *json, const struct lc_type *record)
{
	sarif_json_array(json, "fields");
	for (size_t i = 0; i < record->n_fields; i++)
		write_field(json, &record->fields[i]);
	sarif_json_end_array(json);
}

static void write_padding(struct sarif_json *json, const struct lc_type *type)
{
	struct lc_arena arena;
	struct lc_leaf *leaves;
	struct lc_padding *paddings;
	size_t n;

	lc_arena_init(&arena);
	n = lc_layout_leaves(&arena, type, &leaves);
	n = lc_layout_padding(&arena, type, leaves, n, &paddings);
	if (n) {
		sarif_json_array(json, "padding");
		for (size_t i = 0; i < n; i++) {
			sarif_json_object(json, NULL);
			sarif_json_integer(json, "offset", (int64_t)paddings[i].offset);
			sarif_json_integer(json, "width", (int64_t)paddings[i].width);
			sarif_json_end_object(json);
		}
		sarif_json_end_array(json);
	}
	lc_arena_free(&arena);
}

static void write_defects(struct sarif_json *json, const struct lc_layout *layout)
{
	if (!layout->n_defects)
		return;
	sarif_json_array(json, "defects");
	for (size_t i = 0; i < layout->n_defects; i++) {
		const struct lc_defect *d = &layout->defects[i];

		sarif_json_object(json, NULL);
		sarif_json_string(json, "rule", d->rule->id);
		sarif_json_integer(json, "offset", (int64_t)d->offset);
		text(json, "text", d->text);
		if (d->said_by)
			text(json, "saidBy", d->said_by->id);
		sarif_json_end_object(json);
	}
	sarif_json_end_array(json);
}

static void write_contracts(struct sarif_json *json, unsigned contracts)
{
	if (!contracts)
		return;
	sarif_json_array(json, "contracts");
	for (unsigned c = 1; c <= LC_CONTRACT_WIRE; c <<= 1)
		if (contracts & c)
			sarif_json_string(json, NULL, lc_contract_name(c));
	sarif_json_end_array(json);
}

static void write_verdicts(struct sarif_json *json, const struct lc_layout *layout)
{
	sarif_json_array(json, "verdicts");
	for (size_t i = 0; i < layout->n_judgements; i++) {
		const struct lc_judgement *j = &layout->judgements[i];

		sarif_json_object(json, NULL);
		sarif_json_string(json, "rule", j->rule->id);
		sarif_json_string(json, "verdict", lc_verdict_name(j->verdict));
		if (j->level != LC_LEVEL_NONE)
			sarif_json_string(json, "level", lc_level_name(j->level));
		text(json, "how", j->how);
		sarif_json_end_object(json);
	}
	sarif_json_end_array(json);
}

void lc_layout_write(struct sarif_json *json, const struct lc_layout *layout)
{
	const struct lc_type *type = layout->type;

	sarif_json_string(json, "kindOf", lc_type_kind_name(type->kind));
	flag(json, "packed", type->packed);
	flag(json, "native", layout->native);
	text(json, "order", lc_byte_order_name(type->storage_order));
	write_contracts(json, layout->contracts);
	if (!type->unread) {
		write_fields(json, type);
		write_padding(json, type);
	}
	write_defects(json, layout);
	write_verdicts(json, layout);
	if (layout->n_views) {
		sarif_json_array(json, "conversions");
		for (size_t i = 0; i < layout->n_views; i++)
			sarif_json_integer(json, NULL, layout->views[i].conversion->id);
		sarif_json_end_array(json);
	}
}
