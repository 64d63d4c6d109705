// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Files read and written whole.
 */
#include "files.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "message.h"

char *file_read(const char *path, size_t *length)
{
	FILE *file = fopen(path, "rb");
	size_t capacity = 65536, used = 0;
	char *text;

	if (!file)
		return NULL;
	text = cli_alloc(capacity);
	for (;;) {
		size_t n = fread(text + used, 1, capacity - used - 1, file);

		used += n;
		if (!n)
			break;
		if (capacity - used < 2) {
			capacity *= 2;
			text = cli_realloc(text, capacity, 1);
		}
	}
	if (ferror(file)) {
		int error = errno;

		fclose(file);
		free(text);
		errno = error;
		return NULL;
	}
	fclose(file);
	text[used] = '\0';
	*length = used;
	return text;
}

int file_write(const char *path, const char *text, size_t length)
{
	FILE *file = fopen(path, "wb");
	int error = 0;

	if (!file)
		return errno;
	errno = 0;
	if (fwrite(text, 1, length, file) != length)
		error = errno ? errno : EIO;
	errno = 0;
	if (fclose(file) && !error)
		error = errno ? errno : EIO;
	return error;
}
