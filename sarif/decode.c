// SPDX-License-Identifier: MIT
/*
 * Fills the reader's view of one result from its JSON, checking every type.
 */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>

#include "read_internal.h"

static bool get_position(struct sarif_scan *scan, const json_t *region, const char *where,
			 const char *key, int *value)
{
	int64_t number = 0;

	if (!sarif_get_integer(scan, region, where, key, 1, INT_MAX, &number))
		return false;
	*value = (int)number;
	return true;
}

/* The text of a message object (section 3.11), or what comes nearest. */
static bool get_message(struct sarif_scan *scan, const json_t *object, const char *where,
			const char **text)
{
	const json_t *message;
	const char *markdown, *id;

	*text = NULL;
	if (!sarif_get(scan, object, where, "message", JSON_OBJECT, &message))
		return false;
	if (!message)
		return true;
	if (!sarif_get_string(scan, message, "message", "text", text) ||
	    !sarif_get_string(scan, message, "message", "markdown", &markdown) ||
	    !sarif_get_string(scan, message, "message", "id", &id))
		return false;
	if (!*text)
		*text = markdown ? markdown : id ? id : "";
	return true;
}

static bool get_physical(struct sarif_scan *scan, const json_t *physical, const char *where,
			 struct sarif_read_location *location)
{
	const json_t *artifact, *region;

	if (!sarif_get(scan, physical, where, "artifactLocation", JSON_OBJECT, &artifact) ||
	    !sarif_get(scan, physical, where, "region", JSON_OBJECT, &region) ||
	    !sarif_get_string(scan, artifact, where, "uri", &location->uri) ||
	    !sarif_get_string(scan, artifact, where, "uriBaseId", &location->uri_base_id))
		return false;
	return get_position(scan, region, where, "startLine", &location->start_line) &&
	       get_position(scan, region, where, "startColumn", &location->start_column) &&
	       get_position(scan, region, where, "endLine", &location->end_line) &&
	       get_position(scan, region, where, "endColumn", &location->end_column);
}

static bool get_location(struct sarif_scan *scan, const json_t *json, const char *where,
			 struct sarif_read_location *location)
{
	const json_t *physical, *logical, *first;

	*location = (struct sarif_read_location){ 0 };
	if (!sarif_get(scan, json, where, "physicalLocation", JSON_OBJECT, &physical) ||
	    !get_physical(scan, physical, where, location) ||
	    !sarif_get(scan, json, where, "logicalLocations", JSON_ARRAY, &logical) ||
	    !get_message(scan, json, where, &location->message))
		return false;
	if (!json_array_size(logical))
		return true;
	if (!sarif_get_element(scan, logical, "logicalLocations", 0, &first) ||
	    !sarif_get_string(scan, first, "logicalLocations[0]", "name", &location->function))
		return false;
	return location->function || sarif_get_string(scan, first, "logicalLocations[0]",
						      "fullyQualifiedName", &location->function);
}

static bool get_locations(struct sarif_scan *scan, const json_t *array, const char *key,
			  struct sarif_read_location *locations)
{
	for (size_t i = 0; i < json_array_size(array); i++) {
		const json_t *element;
		char where[80];

		snprintf(where, sizeof(where), "%s[%zu]", key, i);
		if (!sarif_get_element(scan, array, key, i, &element) ||
		    !get_location(scan, element, where, &locations[i]))
			return false;
	}
	return true;
}

static bool get_both_lists(struct sarif_scan *scan, struct sarif_read_decoded *decoded)
{
	struct sarif_read_result *result = &decoded->result;
	const json_t *locations, *related;

	if (!sarif_get(scan, decoded->json, "", "locations", JSON_ARRAY, &locations) ||
	    !sarif_get(scan, decoded->json, "", "relatedLocations", JSON_ARRAY, &related))
		return false;
	result->n_locations = json_array_size(locations);
	result->n_related = json_array_size(related);
	if (result->n_locations + result->n_related > decoded->capacity) {
		size_t n = result->n_locations + result->n_related;
		void *grown = realloc(decoded->locations, n * sizeof(*decoded->locations));

		if (!grown) {
			sarif_scan_fail(scan, "out of memory");
			scan->error->system = ENOMEM;
			return false;
		}
		decoded->locations = grown;
		decoded->capacity = n;
	}
	result->locations = decoded->locations;
	if (!get_locations(scan, locations, "locations", decoded->locations))
		return false;
	if (!result->n_related)
		return true;
	result->related = decoded->locations + result->n_locations;
	return get_locations(scan, related, "relatedLocations",
			     decoded->locations + result->n_locations);
}

/* Section 3.52: which rule of which component a result refers to; NULL if that is not known. */
static bool find_rule(struct sarif_scan *scan, const struct sarif_read_tool *tool,
		      struct sarif_read_decoded *decoded, const struct sarif_read_rule **found)
{
	struct sarif_read_result *result = &decoded->result;
	const json_t *rule, *component_json;
	const struct sarif_read_component *component;
	const json_t *index;
	const char *id = NULL;
	int64_t which = -1; /* the extension, -1: the driver */

	*found = NULL;
	result->rule_index = -1;
	if (!sarif_get_string(scan, decoded->json, "", "ruleId", &result->rule_id) ||
	    !sarif_get_integer(scan, decoded->json, "", "ruleIndex", -1, INT_MAX,
			       &result->rule_index) ||
	    !sarif_get(scan, decoded->json, "", "rule", JSON_OBJECT, &rule) ||
	    !sarif_get_string(scan, rule, "rule", "id", &id) ||
	    !sarif_get_integer(scan, rule, "rule", "index", -1, INT_MAX, &result->rule_index) ||
	    !sarif_get(scan, rule, "rule", "toolComponent", JSON_OBJECT, &component_json) ||
	    !sarif_get_integer(scan, component_json, "rule.toolComponent", "index", -1, INT_MAX,
			       &which))
		return false;
	if (!result->rule_id)
		result->rule_id = id;
	if ((uint64_t)(which + 1) >= tool->n_components)
		return true;
	component = &tool->components[which + 1];
	if (result->rule_index >= 0 && (uint64_t)result->rule_index < component->n_rules) {
		*found = &component->rules[result->rule_index];
	} else if (result->rule_id) {
		index = json_object_get(component->by_id, result->rule_id);
		if (index)
			*found = &component->rules[json_integer_value(index)];
	}
	if (*found && !result->rule_id)
		result->rule_id = (*found)->id;
	return true;
}

/* Sections 3.27.9 and 3.27.10. */
static bool get_kind_and_level(struct sarif_scan *scan, const struct sarif_read_rule *rule,
			       struct sarif_read_decoded *decoded)
{
	struct sarif_read_result *result = &decoded->result;
	const char *kind, *level;

	if (!sarif_get_string(scan, decoded->json, "", "kind", &kind) ||
	    !sarif_get_string(scan, decoded->json, "", "level", &level))
		return false;
	result->kind = kind ? sarif_kind_parse(kind) : SARIF_KIND_FAIL;
	if (result->kind == SARIF_KIND_UNSET)
		return sarif_scan_fail(scan, "kind: expected fail, pass, open, informational, "
					     "notApplicable or review");
	result->level = sarif_level_parse(level);
	result->level_given = level != NULL;
	if (level && result->level == SARIF_LEVEL_UNSET)
		return sarif_scan_fail(scan, "level: expected none, note, warning or error");
	if (!level && result->kind != SARIF_KIND_FAIL)
		result->level = SARIF_LEVEL_NONE;
	else if (!level)
		result->level = rule && rule->level != SARIF_LEVEL_UNSET ? rule->level :
									   SARIF_LEVEL_WARNING;
	return true;
}

bool sarif_read_decode(struct sarif_scan *scan, const struct sarif_read_tool *tool,
		       struct sarif_read_decoded *decoded)
{
	const struct sarif_read_rule *rule;
	const json_t *bag;

	decoded->result = (struct sarif_read_result){ .json = decoded->json };
	if (!json_is_object(decoded->json))
		return sarif_scan_fail(scan, "results: expected objects");
	if (!find_rule(scan, tool, decoded, &rule) || !get_kind_and_level(scan, rule, decoded) ||
	    !get_message(scan, decoded->json, "", &decoded->result.message) ||
	    !get_both_lists(scan, decoded) ||
	    !sarif_get(scan, decoded->json, "", "partialFingerprints", JSON_OBJECT, &bag) ||
	    !sarif_get(scan, decoded->json, "", "properties", JSON_OBJECT, &bag))
		return false;
	if (!decoded->result.message)
		return sarif_scan_fail(scan, "message: expected an object, found none");
	return true;
}

static const char *bag_string(const struct sarif_read_result *result, const char *bag,
			      const char *name)
{
	return json_string_value(json_object_get(json_object_get(result->json, bag), name));
}

const char *sarif_read_property(const struct sarif_read_result *result, const char *name)
{
	return bag_string(result, "properties", name);
}

const char *sarif_read_fingerprint(const struct sarif_read_result *result, const char *name)
{
	return bag_string(result, "partialFingerprints", name);
}
