/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Folders for what adapters and commands write.
 */
#include "folder.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int lc_make_folder(const char *path)
{
	char *part;
	int error = 0;

	if (!*path)
		return ENOENT;
	part = strdup(path);
	if (!part)
		return ENOMEM;
	for (char *p = part + 1; !error; p++) {
		char was = *p;

		if (was && was != '/')
			continue;
		*p = '\0';
		if (mkdir(part, 0777) && errno != EEXIST)
			error = errno;
		*p = was;
		if (!was)
			break;
	}
	free(part);
	return error;
}
