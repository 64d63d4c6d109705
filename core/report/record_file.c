/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Records as files: the name, and a write that leaves a whole file or none.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "record.h"

#include "folder.h"

char *lc_record_path(const char *directory, const char *object, const char *adapter)
{
	size_t n = strlen(directory) + strlen(object) + strlen(adapter) + sizeof("/..jsonl");
	char *path = malloc(n), *name;

	while (!strncmp(object, "./", 2))
		object += 2;
	if (!path)
		return NULL;
	name = path + sprintf(path, "%s/", directory);
	sprintf(name, "%s.%s.jsonl", object, adapter);
	for (char *p = name; *p; p++)
		if (*p == '/')
			*p = '#';
	return path;
}

static int write_all(int fd, const char *text, size_t length)
{
	while (length) {
		ssize_t n = write(fd, text, length);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return errno;
		text += n;
		length -= (size_t)n;
	}
	return 0;
}

int lc_record_save(const char *directory, const char *path, const char *text, size_t length)
{
	char *temporary;
	int fd, error = lc_make_folder(directory);
	mode_t mask;

	if (error)
		return error;
	temporary = malloc(strlen(path) + sizeof(".XXXXXX"));
	if (!temporary)
		return ENOMEM;
	sprintf(temporary, "%s.XXXXXX", path);
	fd = mkstemp(temporary);
	if (fd < 0) {
		error = errno;
		free(temporary);
		return error;
	}
	error = write_all(fd, text, length);
	mask = umask(0);
	umask(mask);
	if (!error && fchmod(fd, 0666 & ~mask))
		error = errno;
	if (close(fd) && !error)
		error = errno;
	if (!error && rename(temporary, path))
		error = errno;
	if (error)
		unlink(temporary);
	free(temporary);
	return error;
}
