/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A finding of a log as a line for people.
 */
#ifndef CLI_FINDINGS_H
#define CLI_FINDINGS_H

#include "sarif_read.h"

/* Prints "WHAT: FILE:LINE:COLUMN: LEVEL: MESSAGE [RULE]" to standard output; without WHAT if it is "". */
void finding_show(const char *what, const struct sarif_read_result *result);

#endif
