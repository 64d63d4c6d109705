/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A unit's record as JSON Lines, from unit to end.
 */
#include "record.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <sarif.h>

#include "../sha256.h"
#include "../suppression.h"
#include "layout.h"
#include "result.h"

/* Files and types named once each: an open-addressed set of borrowed strings. */
struct string_set {
	const char **slots;
	size_t size, n;
	bool failed;
};

static bool set_add(struct string_set *set, const char *string)
{
	uint32_t hash = 2166136261u;
	size_t i;

	if (!string || set->failed)
		return false;
	if (2 * set->n >= set->size) {
		struct string_set grown = { .size = set->size ? 2 * set->size : 64 };

		grown.slots = calloc(grown.size, sizeof(*grown.slots));
		if (!grown.slots) {
			set->failed = true;
			return false;
		}
		for (i = 0; i < set->size; i++)
			if (set->slots[i])
				set_add(&grown, set->slots[i]);
		free(set->slots);
		*set = grown;
	}
	for (const char *p = string; *p; p++)
		hash = (hash ^ (unsigned char)*p) * 16777619u;
	for (i = hash % set->size; set->slots[i]; i = (i + 1) % set->size)
		if (!strcmp(set->slots[i], string))
			return false;
	set->slots[i] = string;
	set->n++;
	return true;
}

static void optional(struct sarif_json *json, const char *key, const char *value)
{
	if (value)
		sarif_json_string(json, key, value);
}

/* A size or alignment of 0 is not known. */
static void known(struct sarif_json *json, const char *key, uint64_t bytes)
{
	if (bytes)
		sarif_json_integer(json, key, (int64_t)bytes);
}

static void begin_line(struct sarif_json *json, const char *kind)
{
	sarif_json_object(json, NULL);
	sarif_json_string(json, "kind", kind);
}

/* Ends a line: the document of one object, then the next may begin. */
static void end_line(struct sarif_json *json)
{
	sarif_json_end_object(json);
	sarif_json_finish(json);
}

static void write_place(struct sarif_json *json, const char *key, const struct lc_place *place)
{
	if (!place->line || !place->file)
		return;
	sarif_json_object(json, key);
	sarif_json_string(json, "file", place->file);
	sarif_json_integer(json, "line", place->line);
	if (place->column)
		sarif_json_integer(json, "column", place->column);
	if (place->end_line)
		sarif_json_integer(json, "endLine", place->end_line);
	if (place->end_column)
		sarif_json_integer(json, "endColumn", place->end_column);
	sarif_json_end_object(json);
}

static void write_unit(struct sarif_json *json, const struct lc_unit *unit)
{
	begin_line(json, "unit");
	sarif_json_integer(json, "version", LC_RECORD_VERSION);
	sarif_json_string(json, "tool", LC_TOOL_NAME);
	sarif_json_string(json, "toolVersion", LC_VERSION);
	optional(json, "adapter", unit->adapter);
	optional(json, "compiler", unit->compiler);
	optional(json, "target", unit->target);
	optional(json, "language", unit->language);
	optional(json, "source", unit->source);
	optional(json, "directory", unit->directory);
	optional(json, "object", unit->object);
	if (unit->n_options) {
		sarif_json_array(json, "options");
		for (size_t i = 0; i < unit->n_options; i++)
			sarif_json_string(json, NULL, unit->options[i]);
		sarif_json_end_array(json);
	}
	optional(json, "model", unit->model_hash);
	end_line(json);
}

static void write_source(struct sarif_json *json, const struct lc_unit *unit,
			 struct string_set *seen, const char *file)
{
	char hex[LC_SHA256_HEX];

	if (!set_add(seen, file))
		return;
	begin_line(json, "source");
	sarif_json_string(json, "file", file);
	if (!lc_sha256_file(unit->real_name ? unit->real_name(file) : file, hex))
		sarif_json_string(json, "sha256", hex);
	end_line(json);
}

/* Not those where types and origins are defined: too many headers to hash in each unit. */
static void write_sources(struct sarif_json *json, const struct lc_unit *unit)
{
	struct string_set seen = { .slots = NULL };

	write_source(json, unit, &seen, unit->source);
	for (size_t i = 0; i < unit->n_conversions; i++) {
		const struct lc_conversion *c = unit->conversions[i];

		write_source(json, unit, &seen, c->cast.file);
		for (size_t k = 0; k < c->n_accesses; k++)
			write_source(json, unit, &seen, c->accesses[k].place.file);
		for (size_t k = 0; k < c->n_judgements; k++) {
			const struct lc_judgement *j = &c->judgements[k];

			write_source(json, unit, &seen, j->place.file);
			for (size_t s = 0; s < j->n_steps; s++)
				write_source(json, unit, &seen, j->steps[s].place.file);
		}
	}
	for (size_t i = 0; i < unit->n_requirements; i++)
		write_source(json, unit, &seen, unit->requirements[i].place.file);
	/* But where a finding about a type stands. */
	for (size_t i = 0; i < unit->n_layouts; i++)
		for (size_t k = 0; k < unit->layouts[i]->n_judgements; k++)
			if (unit->layouts[i]->judgements[k].level != LC_LEVEL_NONE)
				write_source(json, unit, &seen,
					     unit->layouts[i]->judgements[k].place.file);
	free(seen.slots);
}

/* A line for TYPE, which LAYOUT (or NULL) describes, unless there is one. Sizes in bytes. */
static size_t write_layout(struct sarif_json *json, struct string_set *seen, const char *type,
			   uint64_t size, uint64_t alignment, const struct lc_place *place,
			   const struct lc_layout *layout)
{
	if (!set_add(seen, type))
		return 0;
	begin_line(json, "layout");
	sarif_json_string(json, "type", type);
	known(json, "size", size);
	known(json, "alignment", alignment);
	write_place(json, "place", place);
	if (layout)
		lc_layout_write(json, layout);
	end_line(json);
	return 1;
}

static size_t write_layouts(struct sarif_json *json, const struct lc_unit *unit)
{
	struct string_set seen = { .slots = NULL };
	size_t n = 0;

	for (size_t i = 0; i < unit->n_conversions; i++) {
		const struct lc_target *target = &unit->conversions[i]->target;

		n += write_layout(json, &seen, target->type, target->size, target->alignment,
				  &target->place, target->layout);
	}
	/* The records that those hold. */
	for (size_t i = 0; i < unit->n_layouts; i++) {
		const struct lc_type *type = unit->layouts[i]->type;

		n += write_layout(json, &seen, type->name, type->size / 8, type->alignment / 8,
				  &type->place, unit->layouts[i]);
	}
	free(seen.slots);
	return n;
}

static void write_judgement(struct sarif_json *json, const struct lc_judgement *j)
{
	sarif_json_object(json, NULL);
	sarif_json_string(json, "rule", j->rule->id);
	sarif_json_string(json, "verdict", lc_verdict_name(j->verdict));
	if (j->level != LC_LEVEL_NONE)
		sarif_json_string(json, "level", lc_level_name(j->level));
	optional(json, "how", j->how);
	optional(json, "assumes", j->assumes);
	optional(json, "pointer", j->pointer);
	optional(json, "length", j->length);
	if (j->n_guards) {
		sarif_json_array(json, "guards");
		for (size_t i = 0; i < j->n_guards; i++)
			write_place(json, NULL, &j->guards[i]);
		sarif_json_end_array(json);
	}
	if (j->suppressed) {
		sarif_json_object(json, "suppressed");
		sarif_json_string(json, "form", lc_suppression_form_name(j->suppressed->form));
		write_place(json, "place", &j->suppressed->place);
		sarif_json_string(json, "reason", j->suppressed->reason);
		sarif_json_end_object(json);
	}
	if (j->n_steps) {
		sarif_json_array(json, "steps");
		for (size_t i = 0; i < j->n_steps; i++) {
			sarif_json_object(json, NULL);
			write_place(json, "place", &j->steps[i].place);
			sarif_json_string(json, "text", j->steps[i].text);
			sarif_json_end_object(json);
		}
		sarif_json_end_array(json);
	}
	sarif_json_end_object(json);
}

static void write_conversion(struct sarif_json *json, const struct lc_conversion *c)
{
	begin_line(json, "conversion");
	sarif_json_integer(json, "id", c->id);
	sarif_json_string(json, "conversion", lc_conversion_kind_name(c->kind));
	optional(json, "function", c->function);
	write_place(json, "cast", &c->cast);
	sarif_json_object(json, "target");
	optional(json, "type", c->target.type);
	known(json, "size", c->target.size);
	known(json, "alignment", c->target.alignment);
	sarif_json_end_object(json);
	sarif_json_object(json, "origin");
	optional(json, "kind", c->origin.kind);
	optional(json, "name", c->origin.name);
	write_place(json, "place", &c->origin.place);
	sarif_json_string(json, "domain", lc_domain_name(c->origin.domain));
	optional(json, "extent", c->origin.extent);
	known(json, "alignment", c->origin.alignment);
	sarif_json_end_object(json);
	optional(json, "heldBy", c->held_by);
	if (c->n_accesses) {
		sarif_json_array(json, "accesses");
		for (size_t i = 0; i < c->n_accesses; i++) {
			sarif_json_object(json, NULL);
			write_place(json, "place", &c->accesses[i].place);
			optional(json, "what", c->accesses[i].what);
			sarif_json_boolean(json, "write", c->accesses[i].write);
			sarif_json_end_object(json);
		}
		sarif_json_end_array(json);
	}
	sarif_json_array(json, "verdicts");
	for (size_t i = 0; i < c->n_judgements; i++)
		write_judgement(json, &c->judgements[i]);
	sarif_json_end_array(json);
	end_line(json);
}

/* The sum that must not be negative. */
static void write_needs(struct sarif_json *json, const struct lc_requirement *r)
{
	if (!r->n_needs)
		return;
	sarif_json_object(json, "needs");
	sarif_json_integer(json, "constant", r->constant);
	sarif_json_array(json, "terms");
	for (size_t i = 0; i < r->n_needs; i++) {
		sarif_json_object(json, NULL);
		sarif_json_integer(json, "coefficient", r->needs[i].coefficient);
		sarif_json_string(json, "what", r->needs[i].what);
		optional(json, "text", r->needs[i].text);
		sarif_json_end_object(json);
	}
	sarif_json_end_array(json);
	sarif_json_end_object(json);
}

static void write_requirement(struct sarif_json *json, const struct lc_requirement *r)
{
	begin_line(json, "requirement");
	sarif_json_string(json, "function", r->function);
	sarif_json_boolean(json, "external", r->external);
	sarif_json_integer(json, "parameter", r->parameter);
	optional(json, "name", r->name);
	known(json, "bytes", r->bytes);
	if (r->alignment > 1)
		sarif_json_integer(json, "alignment", (int64_t)r->alignment);
	write_needs(json, r);
	write_place(json, "place", &r->place);
	end_line(json);
}

/* Does the adapter of UNIT judge RULE: those without a judge are judged by a walk of Sparse's. */
static bool is_judged(const struct lc_unit *unit, const struct lc_rule *rule)
{
	bool sparse = unit->adapter && !strcmp(unit->adapter, "sparse");

	return lc_rule_enabled(unit, rule) && sparse == !(rule->judge || rule->judge_type);
}

/* Those of what this unit looked at; what an unused header declares is none of its business. */
static size_t write_suppressions(struct sarif_json *json, const struct lc_unit *unit)
{
	size_t n = 0;

	for (size_t i = 0; i < unit->n_suppressions; i++) {
		const struct lc_suppression *s = unit->suppressions[i];

		if (!s->seen)
			continue;
		begin_line(json, "suppression");
		sarif_json_string(json, "form", lc_suppression_form_name(s->form));
		write_place(json, "place", &s->place);
		optional(json, "of", s->of);
		sarif_json_array(json, "rules");
		for (size_t r = 0; r < s->n_rules; r++) {
			sarif_json_object(json, NULL);
			sarif_json_string(json, "rule", s->rules[r].rule->id);
			if (is_judged(unit, s->rules[r].rule))
				sarif_json_boolean(json, "used", s->rules[r].used);
			sarif_json_end_object(json);
		}
		sarif_json_end_array(json);
		optional(json, "reason", s->reason);
		optional(json, "problem", s->problem);
		end_line(json);
		n++;
	}
	return n;
}

/* A line for each finding among JUDGEMENTS; their number. */
static size_t write_results(struct sarif_json *json, const struct lc_conversion *c,
			    const struct lc_judgement *judgements, size_t n)
{
	size_t written = 0;

	for (size_t i = 0; i < n; i++) {
		if (judgements[i].level == LC_LEVEL_NONE)
			continue;
		begin_line(json, "result");
		lc_result_write(json, "result", c, &judgements[i]);
		end_line(json);
		written++;
	}
	return written;
}

char *lc_record_text(const struct lc_unit *unit, size_t *length)
{
	struct sarif_buffer buffer = { .data = NULL };
	struct sarif_json json;
	size_t n_layouts, n_suppressions, n_results = 0;

	sarif_json_init(&json, sarif_buffer_sink(&buffer), 0);
	write_unit(&json, unit);
	write_sources(&json, unit);
	n_layouts = write_layouts(&json, unit);
	for (size_t i = 0; i < unit->n_conversions; i++)
		write_conversion(&json, unit->conversions[i]);
	for (size_t i = 0; i < unit->n_requirements; i++)
		write_requirement(&json, &unit->requirements[i]);
	for (size_t i = 0; i < unit->n_conversions; i++) {
		const struct lc_conversion *c = unit->conversions[i];

		n_results += write_results(&json, c, c->judgements, c->n_judgements);
	}
	for (size_t i = 0; i < unit->n_layouts; i++) {
		const struct lc_layout *l = unit->layouts[i];

		n_results += write_results(&json, NULL, l->judgements, l->n_judgements);
	}
	n_suppressions = write_suppressions(&json, unit);
	for (size_t i = 0; i < unit->n_incomplete; i++) {
		begin_line(&json, "incomplete");
		optional(&json, "function", unit->incomplete[i].function);
		sarif_json_string(&json, "reason", unit->incomplete[i].reason);
		end_line(&json);
	}
	begin_line(&json, "end");
	sarif_json_integer(&json, "results", (int64_t)n_results);
	sarif_json_integer(&json, "conversions", (int64_t)unit->n_conversions);
	sarif_json_integer(&json, "requirements", (int64_t)unit->n_requirements);
	sarif_json_integer(&json, "layouts", (int64_t)n_layouts);
	sarif_json_integer(&json, "suppressions", (int64_t)n_suppressions);
	sarif_json_end_object(&json);
	if (sarif_json_finish(&json)) {
		errno = json.error;
		sarif_buffer_free(&buffer);
		return NULL;
	}
	*length = buffer.length;
	return buffer.data;
}
