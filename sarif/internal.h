/* SPDX-License-Identifier: MIT */
/*
 * What the sources of libsarif-c share and callers do not see.
 */
#ifndef SARIF_INTERNAL_H
#define SARIF_INTERNAL_H

#include "sarif.h"

/*
 * Length in bytes of the UTF-8 sequence at TEXT, of which N > 0 bytes are there.
 * *VALID tells whether it encodes a character; if not, the length is that of the
 * maximal subpart of an ill-formed sequence, which one U+FFFD replaces
 * (Unicode 15, section 3.9, "U+FFFD Substitution of Maximal Subparts").
 */
size_t sarif_utf8_sequence(const unsigned char *text, size_t n, bool *valid);

/* What a URI made from PATH starts with; *REST is the part of PATH still to be encoded. */
const char *sarif_uri_prefix(const char *path, const char **rest);
/* Writes the URI form of one byte of a path into OUT and returns its length, 1 or 3. */
size_t sarif_uri_encode_byte(unsigned char byte, char out[3]);

/* Writes PATH as a URI reference; as sarif_uri_from_path(), without allocating. */
void sarif_json_uri(struct sarif_json *json, const char *key, const char *path);
/* Writes an absolute path as the URI of a folder: it ends in a slash. */
void sarif_json_folder_uri(struct sarif_json *json, const char *key, const char *path);
/* One well-formed JSON value in parts: begin, parts, and nothing at its end. */
void sarif_json_begin_raw(struct sarif_json *json, const char *key);
void sarif_json_raw_part(struct sarif_json *json, const char *text, size_t n);
/* Writes a property bag (section 3.8) if there is anything in it. */
void sarif_json_properties(struct sarif_json *json, const char *key,
			   const struct sarif_property *properties, size_t n);
/* Writes a message object (section 3.11) if TEXT is not NULL. */
void sarif_json_message(struct sarif_json *json, const char *key, const char *text);

#endif
