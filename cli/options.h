/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the commands that read records have in common on their command lines.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>

#include "rules.h"

/* Parses --level's value; complains and returns -1 if it is none. */
int option_level(const char *command, const char *value, enum lc_level *level);
/* Says how to get help after getopt's own complaint; returns CLI_FAILED. */
int option_wrong(const char *command);
/* Flushes standard output; a full disk behind it turns STATUS into CLI_FAILED, with a message. */
int option_flush(int status);
/* Does a name on the command line stand for a SARIF log rather than for records? */
bool option_is_sarif(const char *name);

#endif
