// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What the commands that read records have in common on their command lines.
 */
#include "options.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "message.h"

int option_level(const char *command, const char *value, enum lc_level *level)
{
	if (!lc_level_parse(value, level) && *level != LC_LEVEL_NONE)
		return 0;
	cli_message("%s: --level: expected note, warning or error, found '%s'", command, value);
	return -1;
}

int option_wrong(const char *command)
{
	fprintf(stderr, "Try 'layoutcheck %s --help'.\n", command);
	return CLI_FAILED;
}

int option_flush(int status)
{
	if (!fflush(stdout) && !ferror(stdout))
		return status;
	cli_message("standard output: cannot be written: %s", strerror(errno));
	return CLI_FAILED;
}

bool option_is_sarif(const char *name)
{
	size_t n = strlen(name);

	return (n > 6 && !strcmp(name + n - 6, ".sarif")) ||
	       (n > 5 && !strcmp(name + n - 5, ".json"));
}
