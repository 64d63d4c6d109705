// SPDX-License-Identifier: MIT
/*
 * Keeps of a run's tool what its results refer to: names, rule ids, default levels.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "read_internal.h"

static bool no_memory(struct sarif_scan *scan)
{
	sarif_scan_fail(scan, "out of memory");
	scan->error->system = ENOMEM;
	return false;
}

void sarif_read_tool_free(struct sarif_read_tool *tool)
{
	for (size_t i = 0; i < tool->n_components; i++) {
		struct sarif_read_component *component = &tool->components[i];

		for (size_t j = 0; j < component->n_rules; j++)
			free(component->rules[j].id);
		free(component->rules);
		json_decref(component->by_id);
	}
	free(tool->components);
	free(tool->name);
	free(tool->version);
	*tool = (struct sarif_read_tool){ 0 };
}

static bool load_rule(struct sarif_scan *scan, const json_t *json, const char *where,
		      struct sarif_read_rule *rule)
{
	const json_t *configuration;
	const char *id, *level = NULL;

	if (!sarif_get_string(scan, json, where, "id", &id) ||
	    !sarif_get(scan, json, where, "defaultConfiguration", JSON_OBJECT, &configuration))
		return false;
	if (configuration &&
	    !sarif_get_string(scan, configuration, "defaultConfiguration", "level", &level))
		return false;
	if (!id)
		return sarif_scan_fail(scan, "%s.id: expected a string, found none", where);
	rule->level = sarif_level_parse(level);
	if (level && rule->level == SARIF_LEVEL_UNSET)
		return sarif_scan_fail(scan,
				       "%s.defaultConfiguration.level: expected none, note, "
				       "warning or error",
				       where);
	rule->id = strdup(id);
	return rule->id || no_memory(scan);
}

static bool load_rules(struct sarif_scan *scan, const json_t *json, const char *where,
		       struct sarif_read_component *component)
{
	const json_t *rules;
	size_t n;

	if (!sarif_get(scan, json, where, "rules", JSON_ARRAY, &rules))
		return false;
	n = json_array_size(rules);
	component->by_id = json_object();
	component->rules = calloc(n + 1, sizeof(*component->rules));
	if (!component->by_id || !component->rules)
		return no_memory(scan);
	for (size_t i = 0; i < n; i++) {
		struct sarif_read_rule *rule = &component->rules[component->n_rules];
		const json_t *element;
		char list[100], name[130];

		snprintf(list, sizeof(list), "%s.rules", where);
		snprintf(name, sizeof(name), "%s[%zu]", list, i);
		if (!sarif_get_element(scan, rules, list, i, &element) ||
		    !load_rule(scan, element, name, rule))
			return false;
		component->n_rules++;
		if (!json_object_get(component->by_id, rule->id) &&
		    json_object_set_new(component->by_id, rule->id, json_integer((json_int_t)i)))
			return no_memory(scan);
	}
	return true;
}

static bool copy_string(struct sarif_scan *scan, const char *from, char **to)
{
	*to = from ? strdup(from) : NULL;
	return *to || !from || no_memory(scan);
}

bool sarif_read_tool_load(struct sarif_scan *scan, const json_t *json, struct sarif_read_tool *tool)
{
	const json_t *driver, *extensions;
	const char *name, *version, *semantic;
	size_t n;

	if (!json_is_object(json))
		return sarif_scan_fail(scan, "tool: expected an object");
	if (!sarif_get(scan, json, "tool", "driver", JSON_OBJECT, &driver) ||
	    !sarif_get(scan, json, "tool", "extensions", JSON_ARRAY, &extensions))
		return false;
	if (!driver)
		return sarif_scan_fail(scan, "tool.driver: expected an object, found none");
	if (!sarif_get_string(scan, driver, "tool.driver", "name", &name) ||
	    !sarif_get_string(scan, driver, "tool.driver", "version", &version) ||
	    !sarif_get_string(scan, driver, "tool.driver", "semanticVersion", &semantic))
		return false;
	if (!name)
		return sarif_scan_fail(scan, "tool.driver.name: expected a string, found none");
	if (!copy_string(scan, name, &tool->name) ||
	    !copy_string(scan, semantic ? semantic : version, &tool->version))
		return false;

	n = 1 + json_array_size(extensions);
	tool->components = calloc(n, sizeof(*tool->components));
	if (!tool->components)
		return no_memory(scan);
	tool->n_components = n;
	if (!load_rules(scan, driver, "tool.driver", &tool->components[0]))
		return false;
	for (size_t i = 1; i < n; i++) {
		const json_t *extension;
		char where[80];

		snprintf(where, sizeof(where), "tool.extensions[%zu]", i - 1);
		if (!sarif_get_element(scan, extensions, "tool.extensions", i - 1, &extension) ||
		    !load_rules(scan, extension, where, &tool->components[i]))
			return false;
	}
	return true;
}
