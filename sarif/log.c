// SPDX-License-Identifier: MIT
/*
 * Writes a log of one run in one pass: what is known before the results, the
 * results, and how the run ended.
 */
#include "internal.h"

#define SCHEMA "https://json.schemastore.org/sarif-2.1.0.json"

static void string_if(struct sarif_json *json, const char *key, const char *value)
{
	if (value)
		sarif_json_string(json, key, value);
}

/* The part of a rule's property bag that GitHub reads. */
static void write_rule_properties(struct sarif_json *json, const struct sarif_rule *rule)
{
	if (!rule->precision && !rule->problem_severity && !rule->security_severity && !rule->tags)
		return;
	sarif_json_object(json, "properties");
	string_if(json, "precision", rule->precision);
	string_if(json, "problem.severity", rule->problem_severity);
	string_if(json, "security-severity", rule->security_severity);
	if (rule->tags) {
		sarif_json_array(json, "tags");
		for (const char *const *tag = rule->tags; *tag; tag++)
			sarif_json_string(json, NULL, *tag);
		sarif_json_end_array(json);
	}
	sarif_json_end_object(json);
}

static void write_rule(struct sarif_json *json, const struct sarif_rule *rule)
{
	sarif_json_object(json, NULL);
	sarif_json_string(json, "id", rule->id);
	string_if(json, "name", rule->name);
	sarif_json_message(json, "shortDescription", rule->short_description);
	sarif_json_message(json, "fullDescription", rule->full_description);
	/* Section 3.12.3: a multiformat message with markdown has text as well. */
	if (rule->help_text) {
		sarif_json_object(json, "help");
		sarif_json_string(json, "text", rule->help_text);
		string_if(json, "markdown", rule->help_markdown);
		sarif_json_end_object(json);
	}
	string_if(json, "helpUri", rule->help_uri);
	if (rule->default_level != SARIF_LEVEL_UNSET) {
		sarif_json_object(json, "defaultConfiguration");
		sarif_json_string(json, "level", sarif_level_name(rule->default_level));
		sarif_json_end_object(json);
	}
	write_rule_properties(json, rule);
	sarif_json_end_object(json);
}

static void write_tool(struct sarif_json *json, const struct sarif_tool *tool)
{
	sarif_json_object(json, "tool");
	sarif_json_object(json, "driver");
	sarif_json_string(json, "name", tool->name);
	string_if(json, "fullName", tool->full_name);
	string_if(json, "version", tool->version);
	string_if(json, "semanticVersion", tool->semantic_version);
	string_if(json, "informationUri", tool->information_uri);
	if (tool->n_rules) {
		sarif_json_array(json, "rules");
		for (size_t i = 0; i < tool->n_rules; i++)
			write_rule(json, &tool->rules[i]);
		sarif_json_end_array(json);
	}
	sarif_json_end_object(json);
	sarif_json_end_object(json);
}

static void write_version_control(struct sarif_json *json,
				  const struct sarif_version_control *control)
{
	sarif_json_array(json, "versionControlProvenance");
	sarif_json_object(json, NULL);
	sarif_json_string(json, "repositoryUri", control->repository_uri);
	string_if(json, "revisionId", control->revision_id);
	string_if(json, "branch", control->branch);
	if (control->base_id) {
		sarif_json_object(json, "mappedTo");
		sarif_json_string(json, "uriBaseId", control->base_id);
		sarif_json_end_object(json);
	}
	sarif_json_end_object(json);
	sarif_json_end_array(json);
}

void sarif_log_begin(struct sarif_log *log, struct sarif_sink sink, const struct sarif_run *run)
{
	static const char *const column_kinds[] = {
		[SARIF_COLUMNS_UTF16] = "utf16CodeUnits",
		[SARIF_COLUMNS_CODE_POINTS] = "unicodeCodePoints",
	};
	struct sarif_json *json = &log->json;

	sarif_json_init(json, sink, 2);
	log->open = true;
	sarif_json_object(json, NULL);
	sarif_json_string(json, "$schema", SCHEMA);
	sarif_json_string(json, "version", "2.1.0");
	sarif_json_array(json, "runs");
	sarif_json_object(json, NULL);
	write_tool(json, &run->tool);
	if (run->automation_id) {
		sarif_json_object(json, "automationDetails");
		sarif_json_string(json, "id", run->automation_id);
		sarif_json_end_object(json);
	}
	if (run->source_root) {
		sarif_json_object(json, "originalUriBaseIds");
		sarif_json_object(json, "SRCROOT");
		sarif_json_folder_uri(json, "uri", run->source_root);
		sarif_json_end_object(json);
		sarif_json_end_object(json);
	}
	if (run->version_control)
		write_version_control(json, run->version_control);
	if (run->column_kind != SARIF_COLUMNS_UNSET)
		sarif_json_string(json, "columnKind", column_kinds[run->column_kind]);
	sarif_json_properties(json, "properties", run->properties, run->n_properties);
	sarif_json_array(json, "results");
}

void sarif_log_result(struct sarif_log *log, const struct sarif_result *result)
{
	sarif_write_result(&log->json, NULL, result);
}

void sarif_log_raw_result(struct sarif_log *log, const char *result)
{
	sarif_json_raw(&log->json, NULL, result);
}

/* Section 3.58. */
static void write_notification(struct sarif_json *json,
			       const struct sarif_notification *notification)
{
	sarif_json_object(json, NULL);
	string_if(json, "level", sarif_level_name(notification->level));
	sarif_json_message(json, "message", notification->message);
	if (notification->path) {
		sarif_json_array(json, "locations");
		sarif_json_object(json, NULL);
		sarif_json_object(json, "physicalLocation");
		sarif_json_object(json, "artifactLocation");
		sarif_json_uri(json, "uri", notification->path);
		sarif_json_end_object(json);
		sarif_json_end_object(json);
		sarif_json_end_object(json);
		sarif_json_end_array(json);
	}
	sarif_json_end_object(json);
}

int sarif_log_end(struct sarif_log *log, bool execution_successful,
		  const struct sarif_notification *notifications, size_t n)
{
	struct sarif_json *json = &log->json;

	if (!log->open)
		return json->error;
	log->open = false;
	sarif_json_end_array(json);
	sarif_json_array(json, "invocations");
	sarif_json_object(json, NULL);
	sarif_json_boolean(json, "executionSuccessful", execution_successful);
	if (n) {
		sarif_json_array(json, "toolExecutionNotifications");
		for (size_t i = 0; i < n; i++)
			write_notification(json, &notifications[i]);
		sarif_json_end_array(json);
	}
	sarif_json_end_object(json);
	sarif_json_end_array(json);
	sarif_json_end_object(json);
	sarif_json_end_array(json);
	sarif_json_end_object(json);
	return sarif_json_finish(json);
}
