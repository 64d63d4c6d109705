/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A finding as a SARIF result.
 */
#include "result.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../suppression.h"

#define MAX_STEPS 32
#define MAX_RELATED 16
#define MAX_PROPERTIES 12

static struct sarif_location location(struct lc_place place, const char *message)
{
	struct sarif_location l = { .path = place.file, .message = message };

	l.start_line = place.line;
	l.start_column = place.column;
	l.end_line = place.end_line;
	l.end_column = place.end_column;
	return l;
}

static void property(struct sarif_result *result, struct sarif_property *properties,
		     const char *name, const char *value, bool raw)
{
	if (!value || result->n_properties == MAX_PROPERTIES)
		return;
	properties[result->n_properties].name = name;
	properties[result->n_properties].value = value;
	properties[result->n_properties++].raw = raw;
}

/* The message with links to the N related places, which SARIF viewers show only so. */
static const char *with_links(char **text, const struct lc_judgement *j, size_t n)
{
	size_t size = strlen(j->message) + 32 * n + 16, used;

	*text = malloc(size);
	if (!*text)
		return j->message;
	used = (size_t)snprintf(*text, size, "%s (see", j->message);
	for (size_t i = 0; i < n; i++)
		used += (size_t)snprintf(*text + used, size - used, "%s [%zu](%zu)", i ? "," : "",
					 i + 1, i + 1);
	snprintf(*text + used, size - used, ")");
	return *text;
}

void lc_result_write(struct sarif_json *json, const char *key, const struct lc_conversion *c,
		     const struct lc_judgement *j)
{
	static const enum sarif_level levels[] = { SARIF_LEVEL_NONE, SARIF_LEVEL_NOTE,
						   SARIF_LEVEL_WARNING, SARIF_LEVEL_ERROR };
	struct sarif_location at = location(j->place, NULL), steps[MAX_STEPS + 1];
	struct sarif_location related[MAX_RELATED];
	bool of_type = !c;
	struct sarif_property properties[MAX_PROPERTIES];
	struct sarif_result result = { .rule_id = j->rule->id, .rule_index = -1 };
	struct sarif_suppression suppression = { .kind = SARIF_SUPPRESSION_IN_SOURCE };
	struct sarif_location suppression_at;
	char id[16], line[16], *links = NULL;

	if (of_type)
		c = j->seen_in;
	else
		at.function = c->function;
	result.kind = SARIF_KIND_FAIL;
	result.level = levels[j->level];
	result.message = j->message;
	result.locations = &at;
	result.n_locations = 1;
	for (size_t i = 0; i < j->n_steps && i < MAX_STEPS; i++)
		steps[result.n_steps++] = location(j->steps[i].place, j->steps[i].text);
	/* A flow ends where the result is. */
	if (result.n_steps)
		steps[result.n_steps++] = location(j->place, j->message);
	if (j->suppressed) {
		suppression.justification = j->suppressed->reason;
		suppression_at = location(j->suppressed->place, NULL);
		suppression.location = &suppression_at;
		result.suppressions = &suppression;
		result.n_suppressions = 1;
	}
	result.steps = steps;
	for (size_t i = 0; i < j->n_related && i < MAX_RELATED; i++) {
		related[i] = location(j->related[i].place, j->related[i].text);
		related[i].id = (int)i + 1;
		result.n_related++;
	}
	result.related = related;
	if (result.n_related)
		result.message = with_links(&links, j, result.n_related);
	result.properties = properties;
	snprintf(id, sizeof(id), "%u", c->id);
	snprintf(line, sizeof(line), "%d", c->cast.line);
	property(&result, properties, "verdict", lc_verdict_name(j->verdict), false);
	property(&result, properties, "conversion", id, true);
	property(&result, properties, "kind", lc_conversion_kind_name(c->kind), false);
	property(&result, properties, "target", of_type ? j->type : c->target.type, false);
	property(&result, properties, "domain", lc_domain_name(c->origin.domain), false);
	property(&result, properties, "castFile", c->cast.file, false);
	property(&result, properties, "castLine", line, true);
	property(&result, properties, "pointer", j->pointer, false);
	property(&result, properties, "length", j->length, false);
	property(&result, properties, "assumes", j->assumes, false);
	sarif_write_result(json, key, &result);
	free(links);
}
