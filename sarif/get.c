// SPDX-License-Identifier: MIT
/*
 * Checked access to the members of JSON objects: a wrong type is an error that
 * says which member it is, what it should be and what it is.
 */
#include "read_internal.h"

static const char *const type_names[] = {
	[JSON_OBJECT] = "an object", [JSON_ARRAY] = "an array", [JSON_STRING] = "a string",
	[JSON_INTEGER] = "a number", [JSON_REAL] = "a number",  [JSON_TRUE] = "true",
	[JSON_FALSE] = "false",      [JSON_NULL] = "null",
};

static bool fail(struct sarif_scan *scan, const char *where, const char *key, const char *expected,
		 const json_t *found)
{
	return sarif_scan_fail(scan, "%s%s%s: expected %s, found %s", where,
			       *where && *key ? "." : "", key, expected,
			       type_names[json_typeof(found)]);
}

bool sarif_get(struct sarif_scan *scan, const json_t *object, const char *where, const char *key,
	       json_type type, const json_t **value)
{
	*value = json_object_get(object, key);
	if (!*value || json_typeof(*value) == type)
		return true;
	return fail(scan, where, key, type_names[type], *value);
}

bool sarif_get_string(struct sarif_scan *scan, const json_t *object, const char *where,
		      const char *key, const char **value)
{
	const json_t *json;

	if (!sarif_get(scan, object, where, key, JSON_STRING, &json))
		return false;
	*value = json ? json_string_value(json) : NULL;
	return true;
}

bool sarif_get_integer(struct sarif_scan *scan, const json_t *object, const char *where,
		       const char *key, int64_t low, int64_t high, int64_t *value)
{
	const json_t *json = json_object_get(object, key);
	char expected[80];

	if (!json)
		return true;
	if (json_is_integer(json) && json_integer_value(json) >= low &&
	    json_integer_value(json) <= high) {
		*value = json_integer_value(json);
		return true;
	}
	/* JSON does not tell 1 from 1.0. */
	if (json_is_real(json) && json_real_value(json) >= (double)low &&
	    json_real_value(json) <= (double)high) {
		*value = (int64_t)json_real_value(json);
		if ((double)*value == json_real_value(json))
			return true;
	}
	snprintf(expected, sizeof(expected), "an integer from %lld to %lld", (long long)low,
		 (long long)high);
	if (json_is_integer(json))
		return sarif_scan_fail(scan, "%s%s%s: expected %s, found %lld", where,
				       *where ? "." : "", key, expected,
				       (long long)json_integer_value(json));
	return fail(scan, where, key, expected, json);
}

bool sarif_get_element(struct sarif_scan *scan, const json_t *array, const char *where, size_t i,
		       const json_t **value)
{
	char name[80];

	*value = json_array_get(array, i);
	if (json_is_object(*value))
		return true;
	snprintf(name, sizeof(name), "%s[%zu]", where, i);
	return fail(scan, name, "", "an object", *value);
}
