// SPDX-License-Identifier: MIT
/*
 * Writes one result object and what it is made of: messages, locations, regions,
 * code flows, property bags. Members that have no value are left out.
 */
#include "internal.h"

static void string_if(struct sarif_json *json, const char *key, const char *value)
{
	if (value)
		sarif_json_string(json, key, value);
}

static void integer_if(struct sarif_json *json, const char *key, int value)
{
	if (value > 0)
		sarif_json_integer(json, key, value);
}

void sarif_json_message(struct sarif_json *json, const char *key, const char *text)
{
	if (!text)
		return;
	sarif_json_object(json, key);
	sarif_json_string(json, "text", text);
	sarif_json_end_object(json);
}

void sarif_json_properties(struct sarif_json *json, const char *key,
			   const struct sarif_property *properties, size_t n)
{
	if (!n)
		return;
	sarif_json_object(json, key);
	for (size_t i = 0; i < n; i++) {
		if (properties[i].raw)
			sarif_json_raw(json, properties[i].name, properties[i].value);
		else
			sarif_json_string(json, properties[i].name, properties[i].value);
	}
	sarif_json_end_object(json);
}

/* Section 3.30. Columns mean nothing without their line. */
static void write_region(struct sarif_json *json, const struct sarif_location *location)
{
	sarif_json_object(json, "region");
	sarif_json_integer(json, "startLine", location->start_line);
	integer_if(json, "startColumn", location->start_column);
	integer_if(json, "endLine", location->end_line);
	integer_if(json, "endColumn", location->end_column);
	sarif_json_message(json, "snippet", location->snippet);
	sarif_json_end_object(json);
}

static void write_location(struct sarif_json *json, const char *key,
			   const struct sarif_location *location)
{
	sarif_json_object(json, key);
	integer_if(json, "id", location->id);
	if (location->path) {
		sarif_json_object(json, "physicalLocation");
		sarif_json_object(json, "artifactLocation");
		sarif_json_uri(json, "uri", location->path);
		/* Section 3.4.4: an absolute URI has no base. */
		if (location->path[0] != '/')
			string_if(json, "uriBaseId", location->base_id);
		sarif_json_end_object(json);
		if (location->start_line > 0)
			write_region(json, location);
		sarif_json_end_object(json);
	}
	if (location->function) {
		sarif_json_array(json, "logicalLocations");
		sarif_json_object(json, NULL);
		sarif_json_string(json, "name", location->function);
		sarif_json_string(json, "kind", "function");
		sarif_json_end_object(json);
		sarif_json_end_array(json);
	}
	sarif_json_message(json, "message", location->message);
	sarif_json_end_object(json);
}

static void write_locations(struct sarif_json *json, const char *key,
			    const struct sarif_location *locations, size_t n)
{
	if (!n)
		return;
	sarif_json_array(json, key);
	for (size_t i = 0; i < n; i++)
		write_location(json, NULL, &locations[i]);
	sarif_json_end_array(json);
}

/* Sections 3.36 to 3.38: one code flow that is one thread's. */
static void write_code_flow(struct sarif_json *json, const struct sarif_location *steps, size_t n)
{
	if (!n)
		return;
	sarif_json_array(json, "codeFlows");
	sarif_json_object(json, NULL);
	sarif_json_array(json, "threadFlows");
	sarif_json_object(json, NULL);
	sarif_json_array(json, "locations");
	for (size_t i = 0; i < n; i++) {
		sarif_json_object(json, NULL);
		write_location(json, "location", &steps[i]);
		sarif_json_end_object(json);
	}
	sarif_json_end_array(json);
	sarif_json_end_object(json);
	sarif_json_end_array(json);
	sarif_json_end_object(json);
	sarif_json_end_array(json);
}

static void write_suppressions(struct sarif_json *json,
			       const struct sarif_suppression *suppressions, size_t n)
{
	if (!n)
		return;
	sarif_json_array(json, "suppressions");
	for (size_t i = 0; i < n; i++) {
		const struct sarif_suppression *s = &suppressions[i];

		sarif_json_object(json, NULL);
		sarif_json_string(json, "kind",
				  s->kind == SARIF_SUPPRESSION_IN_SOURCE ? "inSource" : "external");
		string_if(json, "justification", s->justification);
		if (s->location)
			write_location(json, "location", s->location);
		sarif_json_end_object(json);
	}
	sarif_json_end_array(json);
}

void sarif_write_result(struct sarif_json *json, const char *key, const struct sarif_result *result)
{
	sarif_json_object(json, key);
	string_if(json, "ruleId", result->rule_id);
	if (result->rule_index >= 0)
		sarif_json_integer(json, "ruleIndex", result->rule_index);
	string_if(json, "kind", sarif_kind_name(result->kind));
	string_if(json, "level", sarif_level_name(result->level));
	/* Section 3.27.11: every result has a message. */
	sarif_json_message(json, "message", result->message ? result->message : "");
	write_locations(json, "locations", result->locations, result->n_locations);
	write_locations(json, "relatedLocations", result->related, result->n_related);
	write_code_flow(json, result->steps, result->n_steps);
	write_suppressions(json, result->suppressions, result->n_suppressions);
	sarif_json_properties(json, "partialFingerprints", result->fingerprints,
			      result->n_fingerprints);
	sarif_json_properties(json, "properties", result->properties, result->n_properties);
	sarif_json_end_object(json);
}
