/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A file that appears under its name only when complete.
 */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "sarif.h"

struct output {
	const char *name; /* for messages */
	char *path; /* NULL: written in place (standard output, a device) */
	char *temporary; /* NULL too then */
	int file;
};

/* PATH "-" is standard output. Returns 0 or an errno value. One output at a time. */
int output_open(struct output *output, const char *path);
struct sarif_sink output_sink(struct output *output);
/* Gives the file its name. Returns 0 or an errno value; the temporary file is gone then. */
int output_commit(struct output *output);
/* Leaves nothing behind; also done at exit and upon a signal that ends the program. */
void output_abandon(struct output *output);

#endif
