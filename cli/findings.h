/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A finding of a log as a line for people.
 */
#ifndef CLI_FINDINGS_H
#define CLI_FINDINGS_H

#include "sarif_read.h"

/* Prints "WHAT: FILE:LINE:COLUMN: LEVEL: MESSAGE [RULE]" to standard output; without WHAT if it is "". */
void finding_show(const char *what, const struct sarif_read_result *result);

/* Writes it as a JSON object with file, line, column, level, rule and message. */
void finding_json(struct sarif_json *json, const struct sarif_read_result *result);
/* Standard output as a sink. */
struct sarif_sink finding_stdout(void);

/* Prints TEXT; a log's may hold anything: what a terminal would act upon is not sent to it. */
void finding_put(const char *text);
/* The sequence that begins the colour of a level; "" if no colours are wanted. */
const char *finding_colour(enum sarif_level level);

#endif
