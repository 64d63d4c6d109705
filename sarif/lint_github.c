// SPDX-License-Identifier: MIT
/*
 * What GitHub code scanning refuses (error), cuts or does not show (warning), and
 * what it makes use of (note); from its documentation of SARIF support.
 */
#include <stdlib.h>
#include <string.h>

#include "lint_internal.h"

#define MAX_RUNS 20
#define MAX_RESULTS 25000
#define SHOWN_RESULTS 5000
#define MAX_RULES 25000
#define MAX_LOCATIONS 1000
#define SHOWN_LOCATIONS 100
#define MAX_STEPS 10000
#define SHOWN_STEPS 1000
#define MAX_TAGS 20
#define SHOWN_TAGS 10
#define SHOWN_NAME 255
#define SHOWN_DESCRIPTION 1024

static const json_t *get(const json_t *object, const char *name)
{
	return json_object_get(object, name);
}

static const char *string(const json_t *object, const char *name)
{
	return json_string_value(get(object, name));
}

/* How many there are of what is refused beyond MOST and cut beyond SHOWN. */
static void limit(struct sarif_lint *lint, const struct sarif_lint_path *path, size_t n,
		  const char *what, size_t most, size_t shown)
{
	if (n > most)
		sarif_lint_say(lint, path, "github-limit", SARIF_LEVEL_ERROR,
			       "GitHub refuses more than %zu %s, there are %zu", most, what, n);
	else if (n > shown)
		sarif_lint_say(lint, path, "github-limit", SARIF_LEVEL_WARNING,
			       "GitHub keeps %zu %s, there are %zu", shown, what, n);
}

static void length(struct sarif_lint *lint, const struct sarif_lint_path *path, const char *key,
		   const char *text, size_t most)
{
	const struct sarif_lint_path at = { path, key, 0 };
	size_t n = 0;

	for (; text && *text; text++)
		n += ((unsigned char)*text & 0xc0) != 0x80;
	if (n > most)
		sarif_lint_say(lint, &at, "github-limit", SARIF_LEVEL_WARNING,
			       "GitHub keeps %zu characters, there are %zu", most, n);
}

static bool is_one_of(const char *text, const char *const *names)
{
	for (; *names; names++)
		if (!strcmp(text, *names))
			return true;
	return false;
}

static void security_severity(struct sarif_lint *lint, const struct sarif_lint_path *bag,
			      const json_t *value, bool security)
{
	const struct sarif_lint_path at = { bag, "security-severity", 0 };
	const char *text = json_string_value(value);
	char *end = NULL;
	double severity = text ? strtod(text, &end) : -1;

	if (!text || end == text || *end || !(severity >= 0) || severity > 10)
		sarif_lint_say(lint, &at, "github-rule", SARIF_LEVEL_ERROR,
			       "expected a string with a number from 0.0 to 10.0");
	else if (!security)
		sarif_lint_say(lint, &at, "github-rule", SARIF_LEVEL_WARNING,
			       "GitHub looks at it only if the rule has the tag security");
}

static void rule_properties(struct sarif_lint *lint, const struct sarif_lint_path *path,
			    const json_t *json)
{
	static const char *const precisions[] = { "very-high", "high", "medium", "low", NULL };
	static const char *const problems[] = { "error", "warning", "recommendation", NULL };
	const json_t *bag = get(json, "properties"), *tags = get(bag, "tags"), *tag;
	const struct sarif_lint_path in = { path, "properties", 0 }, at_tags = { &in, "tags", 0 },
				     precision = { &in, "precision", 0 },
				     problem = { &in, "problem.severity", 0 };
	bool security = false;
	size_t i;

	limit(lint, &at_tags, json_array_size(tags), "tags of a rule", MAX_TAGS, SHOWN_TAGS);
	json_array_foreach(tags, i, tag)
		security |= json_is_string(tag) && !strcmp(json_string_value(tag), "security");
	if (get(bag, "security-severity"))
		security_severity(lint, &in, get(bag, "security-severity"), security);
	if (get(bag, "precision") &&
	    !(string(bag, "precision") && is_one_of(string(bag, "precision"), precisions)))
		sarif_lint_say(lint, &precision, "github-rule", SARIF_LEVEL_WARNING,
			       "expected very-high, high, medium or low");
	if (get(bag, "problem.severity") && !(string(bag, "problem.severity") &&
					      is_one_of(string(bag, "problem.severity"), problems)))
		sarif_lint_say(lint, &problem, "github-rule", SARIF_LEVEL_WARNING,
			       "expected error, warning or recommendation");
}

static void rule(struct sarif_lint *lint, const struct sarif_lint_path *path, const json_t *json)
{
	static const char *const texts[] = { "shortDescription", "fullDescription", "help" };
	const char *list = path->parent ? path->parent->key : NULL;

	/* A descriptor of a notification or a taxon is none of GitHub's. */
	if (!list || strcmp(list, "rules") != 0)
		return;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		const struct sarif_lint_path at = { path, texts[i], 0 };
		const char *text = string(get(json, texts[i]), "text");

		if (!text || !*text)
			sarif_lint_say(lint, path, "github-rule", SARIF_LEVEL_ERROR,
				       "GitHub needs %s.text of each rule", texts[i]);
		else if (i < 2)
			length(lint, &at, "text", text, SHOWN_DESCRIPTION);
	}
	length(lint, path, "name", string(json, "name"), SHOWN_NAME);
	rule_properties(lint, path, json);
}

static void component(struct sarif_lint *lint, const struct sarif_lint_path *path,
		      const json_t *json)
{
	const struct sarif_lint_path rules = { path, "rules", 0 };

	limit(lint, &rules, json_array_size(get(json, "rules")), "rules", MAX_RULES, MAX_RULES);
}

/* The first location is where the alert is shown. */
static void shown_location(struct sarif_lint *lint, const struct sarif_lint_path *path,
			   const json_t *location)
{
	static const char *const columns[] = { "startColumn", "endLine", "endColumn" };
	const json_t *physical = get(location, "physicalLocation"), *region;
	const char *uri = string(get(physical, "artifactLocation"), "uri");
	const struct sarif_lint_path in = { path, "physicalLocation", 0 },
				     artifact = { &in, "artifactLocation", 0 },
				     at_uri = { &artifact, "uri", 0 },
				     at_region = { &in, "region", 0 };
	char missing[64] = "";

	if (!uri) {
		sarif_lint_say(lint, path, "github-location", SARIF_LEVEL_ERROR,
			       "GitHub needs physicalLocation.artifactLocation.uri of the first "
			       "location");
	} else if (sarif_lint_uri(uri, false) || *uri == '/') {
		sarif_lint_say(lint, &at_uri, "github-location", SARIF_LEVEL_WARNING,
			       "GitHub shows only files of the repository: expected a URI "
			       "relative to it, found '%s'",
			       uri);
	} else if (!strncmp(uri, "./", 2) || !strncmp(uri, "../", 3) || strstr(uri, "/./") ||
		   strstr(uri, "/../")) {
		sarif_lint_say(lint, &at_uri, "github-location", SARIF_LEVEL_WARNING,
			       "GitHub wants a URI without '.' and '..', found '%s'", uri);
	}
	region = get(physical, "region");
	if (!get(region, "startLine")) {
		sarif_lint_say(lint, region ? &at_region : path, "github-location",
			       SARIF_LEVEL_ERROR,
			       "GitHub needs physicalLocation.region.startLine of the first "
			       "location");
		return;
	}
	for (size_t i = 0; i < 3; i++)
		if (!get(region, columns[i])) {
			strcat(missing, *missing ? ", " : "");
			strcat(missing, columns[i]);
		}
	if (*missing)
		sarif_lint_say(lint, &at_region, "github-location", SARIF_LEVEL_NOTE,
			       "GitHub marks the place exactly only with all of the region; not "
			       "there: %s",
			       missing);
}

/* Related locations are shown where the message links them, and nowhere else. */
static void related(struct sarif_lint *lint, const struct sarif_lint_path *path, const json_t *json)
{
	const struct sarif_lint_path list = { path, "relatedLocations", 0 };
	const char *text = string(get(json, "message"), "text");
	const json_t *location;
	size_t i;

	json_array_foreach(get(json, "relatedLocations"), i, location) {
		const struct sarif_lint_path at = { &list, NULL, i };
		const json_t *id = get(location, "id");
		char link[32];

		snprintf(link, sizeof(link), "](%lld)", (long long)json_integer_value(id));
		if (text && (!id || !strstr(text, link)))
			sarif_lint_say(lint, &at, "github-result", SARIF_LEVEL_NOTE,
				       "GitHub shows a related location only if the message links "
				       "it by its id");
	}
}

static size_t steps(const json_t *json)
{
	const json_t *flow, *thread;
	size_t i, j, n = 0;

	json_array_foreach(get(json, "codeFlows"), i, flow)
		json_array_foreach(get(flow, "threadFlows"), j, thread)
			n += json_array_size(get(thread, "locations"));
	return n;
}

static void result(struct sarif_lint *lint, const struct sarif_lint_path *path, const json_t *json)
{
	const json_t *locations = get(json, "locations");
	const struct sarif_lint_path list = { path, "locations", 0 }, first = { &list, NULL, 0 };
	const struct sarif_lint_path flows = { path, "codeFlows", 0 };
	const struct sarif_lint_path suppressions = { path, "suppressions", 0 };
	const struct sarif_lint_path at_kind = { path, "kind", 0 };
	const struct sarif_lint_path at_state = { path, "baselineState", 0 };
	const char *kind = string(json, "kind"), *state = string(json, "baselineState");

	if (!json_array_size(locations))
		sarif_lint_say(lint, path, "github-location", SARIF_LEVEL_ERROR,
			       "GitHub needs a location of each result");
	else
		shown_location(lint, &first, json_array_get(locations, 0));
	limit(lint, &list, json_array_size(locations), "locations of a result", MAX_LOCATIONS,
	      SHOWN_LOCATIONS);
	limit(lint, &flows, steps(json), "locations in the code flows of a result", MAX_STEPS,
	      SHOWN_STEPS);
	if (json_array_size(get(json, "suppressions")))
		sarif_lint_say(lint, &suppressions, "github-result", SARIF_LEVEL_WARNING,
			       "GitHub shows suppressed results as if they were not: leave them "
			       "out");
	if (kind && strcmp(kind, "fail") != 0)
		sarif_lint_say(lint, &at_kind, "github-result", SARIF_LEVEL_WARNING,
			       "GitHub shows a result of kind %s as an alert: leave it out", kind);
	if (state && !strcmp(state, "absent"))
		sarif_lint_say(lint, &at_state, "github-result", SARIF_LEVEL_WARNING,
			       "GitHub shows an absent result as an alert: leave it out");
	if (!get(json, "partialFingerprints"))
		sarif_lint_say(lint, path, "github-result", SARIF_LEVEL_NOTE,
			       "without partialFingerprints an alert is new when its line moves, "
			       "unless the upload has the sources");
	related(lint, path, json);
}

/* GitHub takes no step that is an index into run.threadFlowLocations. */
static void step(struct sarif_lint *lint, const struct sarif_lint_path *path, const json_t *json)
{
	if (get(json, "index") && !get(json, "location"))
		sarif_lint_say(lint, path, "github-location", SARIF_LEVEL_ERROR,
			       "GitHub needs the location of a step in the step itself");
}

static const struct {
	const char *object;
	void (*check)(struct sarif_lint *lint, const struct sarif_lint_path *path,
		      const json_t *json);
} checks[] = {
	{ "reportingDescriptor", rule },
	{ "toolComponent", component },
	{ "result", result },
	{ "threadFlowLocation", step },
};

void sarif_lint_github(struct sarif_lint *lint, const struct sarif_lint_path *path,
		       const char *object, const json_t *json)
{
	for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]); i++)
		if (!strcmp(object, checks[i].object))
			checks[i].check(lint, path, json);
}

void sarif_lint_github_run(struct sarif_lint *lint, const struct sarif_lint_path *path)
{
	const struct sarif_lint_run *run = &lint->run;
	const struct sarif_lint_path results = { path, "results", 0 };
	const char *tool = string(get(run->tool, "driver"), "name");
	const char *id = string(run->automation, "id"), *slash = id ? strrchr(id, '/') : NULL;
	char key[600];

	limit(lint, &results, run->n_results, "results of a run", MAX_RESULTS, SHOWN_RESULTS);
	/* The category is the id up to its last slash. */
	snprintf(key, sizeof(key), "%.250s\n%.*s", tool ? tool : "",
		 slash ? (int)(slash - id > 300 ? 300 : slash - id) : 0, id ? id : "");
	if (json_object_get(lint->categories, key))
		sarif_lint_say(lint, path, "github-run", SARIF_LEVEL_ERROR,
			       "GitHub refuses a second run of one tool and category in a file");
	else if (json_object_set_new_nocheck(lint->categories, key, json_true()))
		lint->no_memory = true;
}

void sarif_lint_github_log(struct sarif_lint *lint)
{
	const struct sarif_lint_path runs = { NULL, "runs", 0 };

	limit(lint, &runs, lint->n_runs, "runs of a file", MAX_RUNS, MAX_RUNS);
}
