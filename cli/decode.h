/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * From the JSON of a record's lines to the words of core, checked.
 */
#ifndef CLI_DECODE_H
#define CLI_DECODE_H

#include <jansson.h>

#include "conversion.h"

/*
 * The value at PATH ("message.text", "locations[0].id") below OBJECT, of that
 * type. If it is not so, NULL, and *WRONG (unless it is set already, or WRONG is
 * NULL) says what was expected; caller frees.
 */
const json_t *decode_get(const json_t *object, const char *path, json_type type, char **wrong);
/* The same for what may be absent: that is no error. */
const json_t *decode_optional(const json_t *object, const char *path, json_type type, char **wrong);
/* A string that may be absent, or be something else: then NULL. */
const char *decode_string(const json_t *object, const char *path);

/* What is wrong with a line of kind result or conversion; NULL: nothing. Caller frees. */
char *decode_check_result(const json_t *line);
char *decode_check_conversion(const json_t *line);

/* A place of a record. Its file is borrowed. False if there is none. */
bool decode_place(const json_t *place, struct lc_place *out);
/* A location object of SARIF. Its file is *FILE, which the caller frees. False if there is none. */
bool decode_location(const json_t *location, struct lc_place *out, char **file);

/* Each gives the last enumerator's successor if NAME is none of the names. */
enum lc_verdict decode_verdict(const char *name);
enum lc_conversion_kind decode_kind(const char *name);
enum lc_domain decode_domain(const char *name); /* OTHER if NAME is none */

#define DECODE_N_VERDICTS (LC_REFUTED + 1)
#define DECODE_N_KINDS (LC_LENGTH + 1)
#define DECODE_N_DOMAINS (LC_DOMAIN_REGISTER + 1)

#endif
