/* SPDX-License-Identifier: MIT */
/*
 * What the sources of the reader share: the reader itself, rules, decoding.
 */
#ifndef SARIF_READ_INTERNAL_H
#define SARIF_READ_INTERNAL_H

#include <jansson.h>

#include "scan.h"

/* What is kept of the rules of one tool component (section 3.19): driver or extension. */
struct sarif_read_component {
	struct sarif_read_rule {
		char *id;
		enum sarif_level level; /* UNSET: not given */
	} * rules;
	size_t n_rules;
	json_t *by_id; /* id to index */
};

struct sarif_read_tool {
	char *name, *version;
	struct sarif_read_component *components; /* driver first, then the extensions in order */
	size_t n_components;
};

void sarif_read_tool_free(struct sarif_read_tool *tool);
/* Fills TOOL from a tool object (section 3.18). False, with the error set, if it has wrong types.
 */
bool sarif_read_tool_load(struct sarif_scan *scan, const json_t *json,
			  struct sarif_read_tool *tool);

/* A result and what it points to. */
struct sarif_read_decoded {
	struct sarif_read_result result;
	json_t *json;
	struct sarif_read_location *locations; /* both lists, one behind the other */
	size_t capacity;
};

/* Fills DECODED->result from DECODED->json. False, with the error set, if it has wrong types. */
bool sarif_read_decode(struct sarif_scan *scan, const struct sarif_read_tool *tool,
		       struct sarif_read_decoded *decoded);

/*
 * Reads the next value as a tree, or a member's name with its colon, where DEPTH
 * containers are open; NULL with the error set. WHAT names it where it is too large.
 */
json_t *sarif_read_tree(struct sarif_scan *scan, unsigned depth, const char *what);
json_t *sarif_read_key(struct sarif_scan *scan, unsigned depth);

/*
 * Checked access to members. WHERE names the object in messages ("message"), and
 * may be "". All return false with the error set if what is there has another type.
 */
bool sarif_get(struct sarif_scan *scan, const json_t *object, const char *where, const char *key,
	       json_type type, const json_t **value); /* *VALUE is NULL if there is none */
bool sarif_get_string(struct sarif_scan *scan, const json_t *object, const char *where,
		      const char *key, const char **value);
bool sarif_get_integer(struct sarif_scan *scan, const json_t *object, const char *where,
		       const char *key, int64_t low, int64_t high, int64_t *value);
/* An array's element, which must be an object. */
bool sarif_get_element(struct sarif_scan *scan, const json_t *array, const char *where, size_t i,
		       const json_t **value);

#endif
