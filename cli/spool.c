// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Texts set aside in an unnamed temporary file until they are written out:
 * only a few words of each result stay in memory while all records are read.
 */
#include "spool.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"

static _Noreturn void failed(const char *what)
{
	cli_fatal("cannot %s a temporary file in %s: %s", what, P_tmpdir, strerror(errno));
}

struct spool_text spool_put(struct spool *spool, const char *text, size_t length)
{
	struct spool_text place = { .offset = spool->end, .length = length };

	if (!spool->file)
		spool->file = tmpfile();
	if (!spool->file)
		failed("create");
	if (fwrite(text, 1, length, spool->file) != length)
		failed("write");
	spool->end += (off_t)length;
	return place;
}

char *spool_get(struct spool *spool, struct spool_text text)
{
	char *copy = cli_alloc(text.length + 1);

	if (fflush(spool->file))
		failed("write");
	if (fseeko(spool->file, text.offset, SEEK_SET) ||
	    fread(copy, 1, text.length, spool->file) != text.length)
		failed("read");
	return copy;
}

void spool_free(struct spool *spool)
{
	if (spool->file)
		fclose(spool->file);
	memset(spool, 0, sizeof(*spool));
}
