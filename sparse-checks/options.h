/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The command line: our own options, what is handed on to sparse, and where results go.
 */
#ifndef SC_OPTIONS_H
#define SC_OPTIONS_H

#include <stdbool.h>

struct sc_options {
	const char *record_dir; /* or NULL: no record */
	int argc; /* for sparse, NULL-terminated */
	char **argv;
	const char *object; /* that the compiler would write, if the command line tells; owned */
	/*
	 * Dependencies are asked for, so a compiler reads the same file: whether it is C is that
	 * one's to say, and what sparse cannot read must not stop the build.
	 */
	bool beside_compiler;
	bool help, version;
	const char *complaint; /* why the command line cannot be taken, or NULL; owned */
};

/* Returns 0, or -1 if out of memory. */
int sc_options_parse(struct sc_options *options, int argc, char **argv);
void sc_options_free(struct sc_options *options);
/* The object's name for SOURCE by itself: its base name with .o. Caller frees. */
char *sc_object_name(const char *source);

#endif
