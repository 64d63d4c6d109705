// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Runs a compile command with the plugin, check-only, into a temporary folder.
 */
#include "layout_compile.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "message.h"
#include "run.h"

#define OURS 8 /* arguments that we add, at most, and the end */

void layout_forget(char *folder)
{
	DIR *directory = folder ? opendir(folder) : NULL;
	struct dirent *entry;

	while (directory && (entry = readdir(directory))) {
		char *path = cli_format("%s/%s", folder, entry->d_name);

		if (entry->d_name[0] != '.')
			unlink(path);
		free(path);
	}
	if (directory)
		closedir(directory);
	if (folder)
		rmdir(folder);
	free(folder);
}

char *layout_compile(char *const *command, const char *type)
{
	static const char argument[] = "-fplugin-arg-layoutcheck-";
	const char *temporary = getenv("TMPDIR");
	char *folder =
		cli_format("%s/layoutcheck-XXXXXX", temporary && *temporary ? temporary : "/tmp");
	char *ours[OURS] = { NULL };
	bool has_plugin = false;
	char **arguments;
	size_t n = 0, added = 0;
	int status;

	if (!mkdtemp(folder)) {
		cli_message("%s: %s", folder, strerror(errno));
		free(folder);
		return NULL;
	}
	for (; command[n]; n++)
		has_plugin |= !strncmp(command[n], "-fplugin=", 9) &&
			      strstr(command[n], "layoutcheck");
	if (!has_plugin)
		ours[added++] = cli_strdup("-fplugin=layoutcheck");
	ours[added++] = cli_format("%scheck-only", argument);
	ours[added++] = cli_format("%slevel=error", argument);
	ours[added++] = cli_format("%srecord-dir=%s", argument, folder);
	ours[added++] = cli_format("%slayout=%s", argument, type);
	ours[added++] = cli_strdup("-c");
	ours[added++] = cli_format("-o%s/layout.o", folder);
	arguments = calloc(n + added + 1, sizeof(*arguments));
	if (!arguments)
		cli_fatal("out of memory");
	memcpy(arguments, command, n * sizeof(*arguments));
	memcpy(arguments + n, ours, added * sizeof(*arguments));
	status = run(arguments, &(struct run_as){ .tell = true });
	free(arguments);
	for (size_t i = 0; i < added; i++)
		free(ours[i]);
	if (!status)
		return folder;
	cli_message("%s: exit code %d, expected 0", command[0], status);
	layout_forget(folder);
	return NULL;
}
