// SPDX-License-Identifier: MIT
/*
 * What the standard's text demands and its schema does not say.
 */
#include <stdlib.h>
#include <string.h>

#include "lint_internal.h"

static const json_t *get(const json_t *object, const char *name)
{
	return json_object_get(object, name);
}

static const char *string(const json_t *object, const char *name)
{
	return json_string_value(get(object, name));
}

/* -1, the standard's value for none, if it is not an integer. */
static int64_t integer(const json_t *object, const char *name)
{
	const json_t *value = get(object, name);

	return json_is_integer(value) ? json_integer_value(value) : -1;
}

/* Section 3.30: no end before the start, no part without what it is counted from. */
static void region(struct sarif_lint *lint, const struct sarif_lint_path *path, const json_t *json)
{
	static const char *const needs[][2] = {
		{ "startColumn", "startLine" }, { "endLine", "startLine" },
		{ "endColumn", "startLine" },   { "charLength", "charOffset" },
		{ "byteLength", "byteOffset" },
	};
	int64_t start = integer(json, "startLine"), end = integer(json, "endLine");
	int64_t from = integer(json, "startColumn"), to = integer(json, "endColumn");

	for (size_t i = 0; i < sizeof(needs) / sizeof(needs[0]); i++)
		if (get(json, needs[i][0]) && !get(json, needs[i][1]))
			sarif_lint_say(lint, path, "region", SARIF_LEVEL_ERROR,
				       "'%s' means nothing without '%s' (3.30)", needs[i][0],
				       needs[i][1]);
	if (!get(json, "startLine") && !get(json, "charOffset") && !get(json, "byteOffset"))
		sarif_lint_say(lint, path, "region", SARIF_LEVEL_ERROR,
			       "a region needs startLine, charOffset or byteOffset (3.30)");
	if (start > 0 && end > 0 && end < start)
		sarif_lint_say(lint, path, "region", SARIF_LEVEL_ERROR,
			       "endLine %lld is before startLine %lld (3.30.7)", (long long)end,
			       (long long)start);
	else if (start > 0 && (end <= 0 || end == start) && to > 0 && to < (from > 0 ? from : 1))
		sarif_lint_say(lint, path, "region", SARIF_LEVEL_ERROR,
			       "endColumn %lld is before startColumn %lld (3.30.8)", (long long)to,
			       (long long)(from > 0 ? from : 1));
}

/* Section 3.29.5. */
static void physical_location(struct sarif_lint *lint, const struct sarif_lint_path *path,
			      const json_t *json)
{
	if (get(json, "contextRegion") && !get(json, "region"))
		sarif_lint_say(lint, path, "region", SARIF_LEVEL_ERROR,
			       "contextRegion means nothing without region (3.29.5)");
}

/* Section 3.14.14: what is resolved against a base ends up in a folder, and not above it. */
static void base(struct sarif_lint *lint, const struct sarif_lint_path *path, const json_t *json)
{
	const char *uri = string(json, "uri");
	const struct sarif_lint_path at = { path, "uri", 0 };

	if (!uri)
		return;
	if (!*uri || uri[strlen(uri) - 1] != '/')
		sarif_lint_say(lint, &at, "uri", SARIF_LEVEL_ERROR,
			       "the URI of a base ends in '/', found '%s' (3.14.14)", uri);
	if (!string(json, "uriBaseId") && !sarif_lint_uri(uri, false))
		sarif_lint_say(lint, &at, "uri", SARIF_LEVEL_ERROR,
			       "a base without a base of its own is absolute, found '%s' (3.14.14)",
			       uri);
	if (strstr(uri, "/../") || !strncmp(uri, "../", 3))
		sarif_lint_say(lint, &at, "uri", SARIF_LEVEL_ERROR,
			       "the URI of a base has no '..', found '%s' (3.14.14)", uri);
}

/* Section 3.4. */
static void artifact_location(struct sarif_lint *lint, const struct sarif_lint_path *path,
			      const json_t *json)
{
	const char *uri = string(json, "uri"), *in = path->parent ? path->parent->key : NULL;
	const struct sarif_lint_path at = { path, "uri", 0 };

	if (uri && string(json, "uriBaseId") && (*uri == '/' || sarif_lint_uri(uri, false)))
		sarif_lint_say(lint, &at, "uri", SARIF_LEVEL_ERROR,
			       "with a uriBaseId the URI is a relative one, found '%s' (3.4.3)",
			       uri);
	if (in && !strcmp(in, "originalUriBaseIds"))
		base(lint, path, json);
	else if (!uri && !get(json, "index") && !string(json, "uriBaseId"))
		sarif_lint_say(lint, path, "uri", SARIF_LEVEL_ERROR,
			       "the location names no artifact: no uri, no index (3.4)");
}

/* The highest {N} of a text, -1 if it has none; "{{" is a brace (section 3.11.5). */
static long highest_placeholder(const char *text)
{
	long highest = -1;

	for (; *text; text++) {
		char *end;
		long n;

		if (text[0] == '{' && text[1] == '{') {
			text++;
		} else if (text[0] == '{' && text[1] >= '0' && text[1] <= '9') {
			n = strtol(text + 1, &end, 10);
			if (*end == '}' && n > highest)
				highest = n;
		}
	}
	return highest;
}

static void message(struct sarif_lint *lint, const struct sarif_lint_path *path, const json_t *json)
{
	static const char *const texts[] = { "text", "markdown" };
	size_t n = json_array_size(get(json, "arguments"));

	for (size_t i = 0; i < 2; i++) {
		const struct sarif_lint_path at = { path, texts[i], 0 };
		const char *text = string(json, texts[i]);
		long highest = text ? highest_placeholder(text) : -1;

		if (highest >= (long)n)
			sarif_lint_say(lint, &at, "message", SARIF_LEVEL_WARNING,
				       "{%ld} stands for an argument, of which there are %zu "
				       "(3.11.5)",
				       highest, n);
	}
	if (string(json, "markdown") && !string(json, "text"))
		sarif_lint_say(lint, path, "message", SARIF_LEVEL_ERROR,
			       "a message with markdown has text as well (3.11.9)");
}

/* Adds the ids of all locations in JSON to IDS; complains of one that is there twice. */
static void gather_ids(struct sarif_lint *lint, const struct sarif_lint_path *path,
		       const json_t *locations, json_t *ids)
{
	for (size_t i = 0; i < json_array_size(locations); i++) {
		const struct sarif_lint_path at = { path, NULL, i };
		int64_t id = integer(json_array_get(locations, i), "id");
		char name[24];

		if (id < 0)
			continue;
		snprintf(name, sizeof(name), "%lld", (long long)id);
		if (json_object_get(ids, name))
			sarif_lint_say(lint, &at, "location-id", SARIF_LEVEL_ERROR,
				       "another location of the result has the id %s (3.28.2)",
				       name);
		else if (json_object_set_new(ids, name, json_true()))
			lint->no_memory = true;
	}
}

static void gather_nested_ids(const json_t *json, json_t *ids)
{
	const char *name;
	json_t *value;
	char text[24];

	for (size_t i = 0; i < json_array_size(json); i++)
		gather_nested_ids(json_array_get(json, i), ids);
	json_object_foreach((json_t *)json, name, value) {
		int64_t id = !strcmp(name, "location") ? integer(value, "id") : -1;

		snprintf(text, sizeof(text), "%lld", (long long)id);
		if (id >= 0)
			json_object_set_new(ids, text, json_true());
		if (strcmp(name, "properties") != 0)
			gather_nested_ids(value, ids);
	}
}

/* Section 3.11.6: [text](7) is a link to the location of the result with the id 7. */
static void links(struct sarif_lint *lint, const struct sarif_lint_path *path, const char *text,
		  const json_t *ids)
{
	for (const char *at = text; at && (at = strstr(at, "](")); at += 2) {
		size_t n = strspn(at + 2, "0123456789");
		char id[24];

		if (!n || n >= sizeof(id) || at[2 + n] != ')' || (at > text && at[-1] == '\\'))
			continue;
		snprintf(id, sizeof(id), "%.*s", (int)n, at + 2);
		if (!json_object_get(ids, id))
			sarif_lint_say(lint, path, "location-id", SARIF_LEVEL_ERROR,
				       "the message links location %s, and no location of the "
				       "result has that id (3.11.6)",
				       id);
	}
}

static void link_targets(struct sarif_lint *lint, const struct sarif_lint_path *path,
			 const json_t *json)
{
	const struct sarif_lint_path locations = { path, "locations", 0 },
				     related = { path, "relatedLocations", 0 },
				     says = { path, "message", 0 }, text = { &says, "text", 0 };
	json_t *ids = json_object();

	if (!ids) {
		lint->no_memory = true;
		return;
	}
	gather_ids(lint, &locations, get(json, "locations"), ids);
	gather_ids(lint, &related, get(json, "relatedLocations"), ids);
	gather_nested_ids(get(json, "codeFlows"), ids);
	gather_nested_ids(get(json, "stacks"), ids);
	links(lint, &text, string(get(json, "message"), "text"), ids);
	json_decref(ids);
}

static char *copy(struct sarif_lint *lint, const char *text)
{
	char *made = text ? strdup(text) : NULL;

	if (text && !made)
		lint->no_memory = true;
	return made;
}

/* Keeps which rule and message of the driver the result refers to: the tool may come later. */
static void remember_use(struct sarif_lint *lint, const struct sarif_lint_path *path,
			 const json_t *json)
{
	struct sarif_lint_run *run = &lint->run;
	const json_t *rule = get(json, "rule"), *says = get(json, "message");
	const char *id = string(json, "ruleId"), *text = string(says, "id");
	size_t n = json_array_size(get(says, "arguments"));
	int64_t index = integer(json, "ruleIndex");
	struct sarif_lint_use *grown;
	char key[320];

	id = id ? id : string(rule, "id");
	index = index >= 0 ? index : integer(rule, "index");
	if (get(rule, "toolComponent") || string(says, "text"))
		text = NULL;
	if (get(rule, "toolComponent") || (!text && (index < 0)))
		return;
	snprintf(key, sizeof(key), "%lld %zu %.120s %.120s", (long long)index, n, id ? id : "",
		 text ? text : "");
	if (json_object_get(run->known_uses, key))
		return;
	if (json_object_set_new_nocheck(run->known_uses, key, json_true())) {
		lint->no_memory = true;
		return;
	}
	if (run->n_uses == run->uses_capacity) {
		size_t capacity = run->uses_capacity ? 2 * run->uses_capacity : 16;

		grown = realloc(run->uses, capacity * sizeof(*grown));
		if (!grown) {
			lint->no_memory = true;
			return;
		}
		run->uses = grown;
		run->uses_capacity = capacity;
	}
	run->uses[run->n_uses++] = (struct sarif_lint_use){ .rule_id = copy(lint, id),
							    .message_id = copy(lint, text),
							    .rule_index = index,
							    .n_arguments = n,
							    .place = sarif_lint_place(lint, path) };
}

static void result(struct sarif_lint *lint, const struct sarif_lint_path *path, const json_t *json)
{
	const char *kind = string(json, "kind"), *level = string(json, "level");
	const json_t *rule = get(json, "rule");
	const char *id = string(json, "ruleId"), *other = string(rule, "id");
	const struct sarif_lint_path at = { path, "level", 0 };

	if (kind && strcmp(kind, "fail") && level && strcmp(level, "none"))
		sarif_lint_say(lint, &at, "level", SARIF_LEVEL_ERROR,
			       "a result of kind %s has level none, found %s (3.27.10)", kind,
			       level);
	if (id && other && strcmp(id, other))
		sarif_lint_say(lint, path, "rule-id", SARIF_LEVEL_ERROR,
			       "ruleId '%s' and rule.id '%s' differ (3.27.5)", id, other);
	if (get(json, "ruleIndex") && get(rule, "index") &&
	    integer(json, "ruleIndex") != integer(rule, "index"))
		sarif_lint_say(lint, path, "rule-id", SARIF_LEVEL_ERROR,
			       "ruleIndex and rule.index differ (3.27.6)");
	if (!id && !other && integer(json, "ruleIndex") < 0 && integer(rule, "index") < 0 &&
	    !string(rule, "guid"))
		sarif_lint_say(lint, path, "rule-id", SARIF_LEVEL_ERROR,
			       "the result says of no rule that it is its: no ruleId, ruleIndex "
			       "or rule (3.27.5)");
	link_targets(lint, path, json);
	remember_use(lint, path, json);
}

/* Section 3.20: what ended did so after it began. */
static void invocation(struct sarif_lint *lint, const struct sarif_lint_path *path,
		       const json_t *json)
{
	const char *start = string(json, "startTimeUtc"), *end = string(json, "endTimeUtc");
	const struct sarif_lint_path at = { path, "endTimeUtc", 0 };

	if (start && end && strncmp(start, end, 19) > 0)
		sarif_lint_say(lint, &at, "invocation", SARIF_LEVEL_ERROR,
			       "the end %s is before the start %s (3.20.8)", end, start);
}

static const struct {
	const char *object;
	void (*check)(struct sarif_lint *lint, const struct sarif_lint_path *path,
		      const json_t *json);
} checks[] = {
	{ "region", region },
	{ "physicalLocation", physical_location },
	{ "artifactLocation", artifact_location },
	{ "message", message },
	{ "result", result },
	{ "invocation", invocation },
};

/* Which member of which object is an index into which array of the run. */
static const struct {
	const char *object, *member;
	enum sarif_lint_array array;
} references[] = {
	{ "artifactLocation", "index", LINT_ARTIFACTS },
	{ "artifact", "parentIndex", LINT_ARTIFACTS },
	{ "logicalLocation", "index", LINT_LOGICAL_LOCATIONS },
	{ "logicalLocation", "parentIndex", LINT_LOGICAL_LOCATIONS },
	{ "address", "index", LINT_ADDRESSES },
	{ "address", "parentIndex", LINT_ADDRESSES },
	{ "threadFlowLocation", "index", LINT_THREAD_FLOW_LOCATIONS },
	{ "webRequest", "index", LINT_WEB_REQUESTS },
	{ "webResponse", "index", LINT_WEB_RESPONSES },
	{ "graphTraversal", "runGraphIndex", LINT_GRAPHS },
	{ "resultProvenance", "invocationIndex", LINT_INVOCATIONS },
};

static const char *const array_names[] = {
	[LINT_ARTIFACTS] = "artifacts",
	[LINT_LOGICAL_LOCATIONS] = "logicalLocations",
	[LINT_ADDRESSES] = "addresses",
	[LINT_THREAD_FLOW_LOCATIONS] = "threadFlowLocations",
	[LINT_WEB_REQUESTS] = "webRequests",
	[LINT_WEB_RESPONSES] = "webResponses",
	[LINT_GRAPHS] = "graphs",
	[LINT_INVOCATIONS] = "invocations",
};

static void remember_index(struct sarif_lint *lint, const struct sarif_lint_path *path,
			   enum sarif_lint_array array, int64_t index)
{
	struct sarif_lint_run *run = &lint->run;

	if (index <= run->highest[array])
		return;
	run->highest[array] = index;
	free(run->highest_place[array].pointer);
	run->highest_place[array] = sarif_lint_place(lint, path);
}

void sarif_lint_standard(struct sarif_lint *lint, const struct sarif_lint_path *path,
			 const char *object, const json_t *json)
{
	for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]); i++)
		if (!strcmp(object, checks[i].object))
			checks[i].check(lint, path, json);
	for (size_t i = 0; lint->run.seen && i < sizeof(references) / sizeof(references[0]); i++)
		if (!strcmp(object, references[i].object)) {
			const struct sarif_lint_path at = { path, references[i].member, 0 };

			remember_index(lint, &at, references[i].array,
				       integer(json, references[i].member));
		}
}

/* Sections 3.27.5 and 3.27.6: the id is that of the rule, or of a part of it behind a slash. */
static bool names_rule(const char *id, const char *rule)
{
	size_t n = strlen(rule);

	return !strncmp(id, rule, n) && (!id[n] || id[n] == '/');
}

static const json_t *rule_of(const json_t *rules, const struct sarif_lint_use *use)
{
	const json_t *rule;
	size_t i;

	if (use->rule_index >= 0)
		return json_array_get(rules, (size_t)use->rule_index);
	json_array_foreach(rules, i, rule)
		if (use->rule_id && string(rule, "id") &&
		    names_rule(use->rule_id, string(rule, "id")))
			return rule;
	return NULL;
}

static void end_of_use(struct sarif_lint *lint, const struct sarif_lint_use *use,
		       const json_t *driver)
{
	const json_t *rules = get(driver, "rules"), *rule = rule_of(rules, use), *says;
	const char *id = string(rule, "id");

	if (use->rule_index >= (int64_t)json_array_size(rules))
		sarif_lint_say_at(lint, &use->place, "index", SARIF_LEVEL_ERROR,
				  "ruleIndex is %lld, and the driver has %zu rules (3.27.6)",
				  (long long)use->rule_index, json_array_size(rules));
	else if (id && use->rule_id && !names_rule(use->rule_id, id))
		sarif_lint_say_at(lint, &use->place, "rule-id", SARIF_LEVEL_ERROR,
				  "ruleId is '%s', and the rule at ruleIndex is '%s' (3.27.5)",
				  use->rule_id, id);
	if (!use->message_id)
		return;
	says = get(get(rule, "messageStrings"), use->message_id);
	if (!says)
		says = get(get(driver, "globalMessageStrings"), use->message_id);
	if (!says)
		sarif_lint_say_at(lint, &use->place, "message", SARIF_LEVEL_ERROR,
				  "neither the rule nor the driver has a message '%s' (3.11.7)",
				  use->message_id);
	else if (string(says, "text") &&
		 highest_placeholder(string(says, "text")) >= (long)use->n_arguments)
		sarif_lint_say_at(lint, &use->place, "message", SARIF_LEVEL_ERROR,
				  "message '%s' has {%ld}, and there are %zu arguments (3.11.5)",
				  use->message_id, highest_placeholder(string(says, "text")),
				  use->n_arguments);
}

void sarif_lint_end_of_run(struct sarif_lint *lint)
{
	const struct sarif_lint_run *run = &lint->run;
	const json_t *driver = get(run->tool, "driver");

	/* What the run keeps in other files is not known here (section 3.14.2). */
	if (json_object_get(run->seen, "externalPropertyFileReferences"))
		return;
	for (size_t i = 0; i < LINT_N_ARRAYS; i++)
		if (run->highest[i] >= (int64_t)run->size[i])
			sarif_lint_say_at(lint, &run->highest_place[i], "index", SARIF_LEVEL_ERROR,
					  "the index is %lld, and the run has %zu %s",
					  (long long)run->highest[i], run->size[i], array_names[i]);
	for (size_t i = 0; i < run->n_uses; i++)
		end_of_use(lint, &run->uses[i], driver);
}
