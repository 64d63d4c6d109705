/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Texts set aside in an unnamed temporary file until they are written out.
 */
#ifndef CLI_SPOOL_H
#define CLI_SPOOL_H

#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>

struct spool {
	FILE *file; /* NULL until the first text */
	off_t end;
};

/* Where a text lies in the spool. */
struct spool_text {
	off_t offset;
	size_t length; /* bytes */
};

/* No room for temporary files is fatal: nothing could be written afterwards either. */
struct spool_text spool_put(struct spool *spool, const char *text, size_t length);
/* The text, NUL-terminated; caller frees. */
char *spool_get(struct spool *spool, struct spool_text text);
void spool_free(struct spool *spool);

#endif
