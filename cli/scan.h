/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The parts of layoutcheck scan: what is to be compiled, compiling it with the
 * plugin, and compilers that add the plugin while a build runs.
 */
#ifndef CLI_SCAN_H
#define CLI_SCAN_H

#include <stdbool.h>
#include <stddef.h>

/* One compile of a compilation database. */
struct scan_unit {
	char *directory; /* in which it runs */
	char *file; /* as the database names it */
	char **arguments; /* NULL-terminated, the compiler first */
	char *folder; /* what is kept of it from scan to scan */
	bool current; /* what is kept is that of the files as they are */
	int status; /* exit code of the compiler; 0 too where it was not run */
};

struct scan {
	const char *state; /* the folder of what is kept; absolute */
	const char *plugin; /* value of -fplugin= */
	const char *compiler; /* in place of the one of the database, or NULL */
	char plugin_is[65]; /* another one for another plugin under the same name */
	unsigned jobs;
	struct scan_unit *units;
	size_t n_units, capacity;
	size_t n_other; /* entries that are not C or C++ */
};

/* Adds the units of the database PATH; false after a message. */
bool scan_read_database(struct scan *scan, const char *path);
/* TEXT as a shell splits it, NULL-terminated; NULL if a quote is left open. Caller frees all. */
char **scan_split(const char *text);
void scan_free(struct scan *scan);

/* Compiles what is not current, JOBS at a time. False if a unit could not be, after its messages. */
bool scan_compile(struct scan *scan);
/* Its record's name, if it left one. Caller frees. */
char *scan_record(const struct scan_unit *unit);

/*
 * Runs COMMAND with compilers at the head of PATH that add the plugin. Returns its exit code, -1
 * after a message if it could not be run. NAMES: what the compilers have left, NULL-terminated.
 */
int scan_build(const struct scan *scan, char **command, char ***names, size_t *n_names);

/* The plugin is a file for each version of GCC beside the one that is named. */
enum { SCAN_OLDEST_GCC = 8, SCAN_NEWEST_GCC = 32 };
/* The folder that COMPILER loads the plugin from; NULL: not known. Caller frees. */
char *scan_plugin_folder(const struct scan *scan, const char *compiler);
/* Can that compiler load the plugin, and is it for its version? */
bool scan_can_load(const char *compiler, const char *plugin);
/* Does PROGRAM only pass on to the compiler that is its first argument? */
bool scan_is_launcher(const char *program);
#endif
