/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Files read and written whole.
 */
#ifndef CLI_FILES_H
#define CLI_FILES_H

#include <stddef.h>

/* The whole of a file, NUL-terminated; NULL and errno if it cannot be read. Caller frees. */
char *file_read(const char *path, size_t *length);
/* Returns 0 or an errno value. */
int file_write(const char *path, const char *text, size_t length);

#endif
