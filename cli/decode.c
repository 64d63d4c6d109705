// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * From the JSON of a record's lines to the words of core, checked: a record may
 * come from another version, or from anywhere.
 */
#include "decode.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "sarif.h"

static const char *type_name(json_type type)
{
	switch (type) {
	case JSON_OBJECT:
		return "an object";
	case JSON_ARRAY:
		return "an array";
	case JSON_STRING:
		return "a string";
	case JSON_INTEGER:
		return "an integer";
	case JSON_REAL:
		return "a fraction";
	case JSON_TRUE:
	case JSON_FALSE:
		return "a truth value";
	default:
		return "null";
	}
}

/* Goes down PATH as far as there is something. */
static const json_t *walk(const json_t *value, const char *path)
{
	while (*path && value) {
		size_t n = strcspn(path, ".[");

		if (*path == '[') {
			value = json_array_get(value, (size_t)strtoul(path + 1, NULL, 10));
			n = strcspn(path, "]") + 1;
		} else {
			char name[64];

			if (n >= sizeof(name))
				return NULL;
			memcpy(name, path, n);
			name[n] = '\0';
			value = json_object_get(value, name);
		}
		path += n;
		path += *path == '.';
	}
	return value;
}

const json_t *decode_optional(const json_t *object, const char *path, json_type type, char **wrong)
{
	const json_t *value = walk(object, path);

	if (!value || json_typeof(value) == type)
		return value;
	if (wrong && !*wrong)
		*wrong = cli_format("%s: expected %s, found %s", path, type_name(type),
				    type_name(json_typeof(value)));
	return NULL;
}

const json_t *decode_get(const json_t *object, const char *path, json_type type, char **wrong)
{
	const json_t *value = decode_optional(object, path, type, wrong);

	if (!value && wrong && !*wrong)
		*wrong = cli_format("%s: expected %s, found nothing", path, type_name(type));
	return value;
}

const char *decode_string(const json_t *object, const char *path)
{
	return json_string_value(decode_optional(object, path, JSON_STRING, NULL));
}

static const char *const verdict_names[] = { "proven", "open", "refuted" };
static const char *const kind_names[] = { "overlay", "copy-in", "copy-out", "compare",
					  "pun",     "map",     "retype",   "length" };
static const char *const domain_names[] = { "other", "packet", "firmware-table", "register" };

static size_t index_of(const char *const *names, size_t n, const char *name)
{
	size_t i = 0;

	while (i < n && (!name || strcmp(names[i], name)))
		i++;
	return i;
}

enum lc_verdict decode_verdict(const char *name)
{
	return (enum lc_verdict)index_of(verdict_names, DECODE_N_VERDICTS, name);
}

enum lc_conversion_kind decode_kind(const char *name)
{
	return (enum lc_conversion_kind)index_of(kind_names, DECODE_N_KINDS, name);
}

enum lc_domain decode_domain(const char *name)
{
	size_t i = index_of(domain_names, DECODE_N_DOMAINS, name);

	return i < DECODE_N_DOMAINS ? (enum lc_domain)i : LC_DOMAIN_OTHER;
}

/* A line or column that fits; 0 if it does not. */
static int number(const json_t *object, const char *member)
{
	json_int_t value = json_integer_value(json_object_get(object, member));

	return value > 0 && value < INT_MAX / 2 ? (int)value : 0;
}

static void check_line(const json_t *object, const char *path, char **wrong)
{
	const json_t *line = decode_get(object, path, JSON_INTEGER, wrong);

	if (line && !*wrong &&
	    (json_integer_value(line) < 1 || json_integer_value(line) >= INT_MAX / 2))
		*wrong = cli_format("%s: %" JSON_INTEGER_FORMAT " is no line number", path,
				    json_integer_value(line));
}

static void check_rule(const char *path, const char *id, char **wrong)
{
	if (id && !*wrong && !lc_rule_find(id))
		*wrong = cli_format("%s: this command knows no rule '%s'", path, id);
}

static void check_level(const char *path, const char *name, char **wrong)
{
	enum lc_level level;

	if (name && !*wrong && lc_level_parse(name, &level))
		*wrong = cli_format("%s: expected none, note, warning or error, found '%s'", path,
				    name);
}

char *decode_check_result(const json_t *line)
{
	static const char uri_path[] = "result.locations[0].physicalLocation.artifactLocation.uri";
	char *wrong = NULL, *path;
	const json_t *uri;

	check_rule("result.ruleId",
		   json_string_value(decode_get(line, "result.ruleId", JSON_STRING, &wrong)),
		   &wrong);
	decode_get(line, "result.message.text", JSON_STRING, &wrong);
	uri = decode_get(line, uri_path, JSON_STRING, &wrong);
	check_line(line, "result.locations[0].physicalLocation.region.startLine", &wrong);
	check_level("result.level",
		    json_string_value(decode_optional(line, "result.level", JSON_STRING, &wrong)),
		    &wrong);
	decode_optional(line, "result.relatedLocations", JSON_ARRAY, &wrong);
	decode_optional(line, "result.codeFlows", JSON_ARRAY, &wrong);
	decode_optional(line, "result.properties", JSON_OBJECT, &wrong);
	decode_optional(line, "result.properties.target", JSON_STRING, &wrong);
	if (!wrong) {
		path = sarif_path_from_uri(json_string_value(uri));
		if (!path || !*path)
			wrong = cli_format("%s: '%s' names no file", uri_path,
					   json_string_value(uri));
		free(path);
	}
	return wrong;
}

char *decode_check_conversion(const json_t *line)
{
	char *wrong = NULL;
	const json_t *verdicts, *verdict;
	const char *kind;
	size_t i;

	kind = json_string_value(decode_get(line, "conversion", JSON_STRING, &wrong));
	if (kind && decode_kind(kind) == (enum lc_conversion_kind)DECODE_N_KINDS && !wrong)
		wrong = cli_format("conversion: no kind of conversion is called '%s'", kind);
	decode_get(line, "cast.file", JSON_STRING, &wrong);
	check_line(line, "cast.line", &wrong);
	decode_optional(line, "target.type", JSON_STRING, &wrong);
	decode_optional(line, "origin.domain", JSON_STRING, &wrong);
	verdicts = decode_optional(line, "verdicts", JSON_ARRAY, &wrong);
	json_array_foreach(verdicts, i, verdict) {
		char path[48];
		const char *name;

		snprintf(path, sizeof(path), "verdicts[%zu].rule", i);
		check_rule(path, json_string_value(decode_get(line, path, JSON_STRING, &wrong)),
			   &wrong);
		snprintf(path, sizeof(path), "verdicts[%zu].verdict", i);
		name = json_string_value(decode_get(line, path, JSON_STRING, &wrong));
		if (name && !wrong && decode_verdict(name) == (enum lc_verdict)DECODE_N_VERDICTS)
			wrong = cli_format("%s: expected proven, open or refuted, found '%s'", path,
					   name);
	}
	return wrong;
}

bool decode_place(const json_t *place, struct lc_place *out)
{
	out->file = json_string_value(json_object_get(place, "file"));
	out->line = number(place, "line");
	out->column = number(place, "column");
	out->end_line = number(place, "endLine");
	out->end_column = number(place, "endColumn");
	return out->file && out->line;
}

bool decode_location(const json_t *location, struct lc_place *out, char **file)
{
	const json_t *physical = json_object_get(location, "physicalLocation");
	const json_t *region = json_object_get(physical, "region");
	const char *uri = decode_string(physical, "artifactLocation.uri");

	*file = uri ? sarif_path_from_uri(uri) : NULL;
	if (!*file)
		return false;
	out->file = *file;
	out->line = number(region, "startLine");
	out->column = number(region, "startColumn");
	out->end_line = number(region, "endLine");
	out->end_column = number(region, "endColumn");
	return out->line > 0;
}
