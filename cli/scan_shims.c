// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Compilers for the head of PATH that add the plugin to what a build compiles,
 * and write down which objects it made.
 */
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files.h"
#include "folder.h"
#include "map.h"
#include "message.h"
#include "run.h"
#include "scan.h"

/* Between a line that sets real, plugin and state, and the end. */
static const char script[] =
	"# A compiler with the plugin; made by layoutcheck scan.\n"
	"# What this starts finds its compilers without us: a gcc that is a link to ccache looks\n"
	"# for the next gcc, and is not to come back here.\n"
	"case :$PATH: in\n"
	"*:\"$state/shims\":*)\n"
	"\tfolders=:$PATH:\n"
	"\tfolders=${folders%%:\"$state/shims\":*}:${folders#*:\"$state/shims\":}\n"
	"\tfolders=${folders#:} PATH=${folders%:} ;;\n"
	"esac\n"
	"value='' out='' object='' source='' stops=''\n"
	"for argument do\n"
	"\tif [ -n \"$value\" ]; then\n"
	"\t\tout=$argument value=''\n"
	"\t\tcontinue\n"
	"\tfi\n"
	"\tcase $argument in\n"
	"\t-o) value=1 ;;\n"
	"\t-o*) out=${argument#-o} ;;\n"
	"\t-c) object=1 ;;\n"
	"\t-E | -S | -M | -MM | -fsyntax-only) stops=1 ;;\n"
	"\t-*) ;;\n"
	"\t*.c | *.i) source=$argument ;;\n"
	"\tesac\n"
	"done\n"
	"if [ -z \"$source\" ] || [ -n \"$stops\" ] || [ \"$out\" = /dev/null ]; then\n"
	"\texec \"$real\" \"$@\"\n"
	"fi\n"
	"if [ -z \"$plugin\" ]; then\n"
	"\tprintf '%s\\n' \"$real\" >>\"$state/without\"\n"
	"\texec \"$real\" \"$@\"\n"
	"fi\n"
	"if [ -z \"$object\" ]; then\n"
	"\texec \"$real\" \"$@\" \"-fplugin=$plugin\" \"-fplugin-arg-layoutcheck-record-dir=$state/records\"\n"
	"fi\n"
	"\"$real\" \"$@\" \"-fplugin=$plugin\" || exit\n"
	"for argument do\n"
	"\tcase $argument in\n"
	"\t-*) continue ;;\n"
	"\t*.c | *.i) ;;\n"
	"\t*) continue ;;\n"
	"\tesac\n"
	"\tname=${argument##*/}\n"
	"\tmade=${out:-${name%.*}.o}\n"
	"\tcase $made in\n"
	"\t/*) ;;\n"
	"\t*) made=$PWD/$made ;;\n"
	"\tesac\n"
	"\tprintf '%s\\n' \"$made\" >>\"$state/objects\"\n"
	"done\n";

/* Is NAME that of a C compiler, or of what is put in front of one? */
static bool is_compiler(const char *name)
{
	const char *gcc = strstr(name, "gcc"), *end;

	if (!strcmp(name, "cc") || scan_is_launcher(name))
		return true;
	if (!gcc || (gcc > name && gcc[-1] != '-'))
		return false;
	end = gcc + 3;
	if (!*end)
		return true;
	if (*end != '-')
		return false;
	for (end++; isdigit((unsigned char)*end) || *end == '.'; end++)
		;
	return !*end && end[-1] != '-';
}

bool scan_can_load(const char *path, const char *plugin)
{
	char *argument = cli_format("-fplugin=%s", plugin);
	char *command[] = { (char *)path,
			    argument,
			    (char *)"-fplugin-arg-layoutcheck-strict",
			    (char *)"-fsyntax-only",
			    (char *)"-x",
			    (char *)"c",
			    (char *)"/dev/null",
			    NULL };
	bool can = !run(command, &(struct run_as){ .folder = "/",
						   .in = "/dev/null",
						   .out = "/dev/null",
						   .err = "/dev/null" });

	free(argument);
	return can;
}

/* Appends NAME='VALUE' to FILE as a shell reads it. */
static void put_variable(FILE *file, const char *name, const char *value)
{
	fprintf(file, "%s='", name);
	for (; *value; value++)
		if (*value == '\'')
			fputs("'\\''", file);
		else
			putc(*value, file);
	fputs("'\n", file);
}

/* One that says the same stays as it is: ccache goes by the time of the compiler. */
static int write_shim(const char *path, const char *real, const char *plugin, const char *state)
{
	char *text = NULL, *before;
	size_t size = 0, n = 0;
	FILE *file = open_memstream(&text, &size);
	int error = 0;

	if (!file)
		cli_fatal("out of memory");
	fputs("#!/bin/sh\n", file);
	put_variable(file, "real", real);
	put_variable(file, "plugin", plugin);
	put_variable(file, "state", state);
	fputs(script, file);
	fclose(file);
	before = file_read(path, &n);
	if (!before || n != size || memcmp(before, text, n))
		error = file_write(path, text, size);
	if (!error && chmod(path, 0755))
		error = errno;
	free(before);
	free(text);
	return error;
}

/* Appends FILE to a list as PATH is one, once. */
static void append(char **list, const char *file)
{
	char *inside = cli_format(":%s:", *list), *sought = cli_format(":%s:", file), *longer;

	if (!strstr(inside, sought) && !access(file, R_OK)) {
		longer = cli_format("%s%s%s", *list, **list ? ":" : "", file);
		free(*list);
		*list = longer;
	}
	free(inside);
	free(sought);
}

/* Appends the files that COMPILER loads for the plugin. */
static void append_plugin(const struct scan *scan, const char *compiler, char **list)
{
	char *folder = scan_plugin_folder(scan, compiler), *stub;

	if (!folder)
		return;
	stub = strchr(scan->plugin, '/') ? cli_strdup(scan->plugin) :
					   cli_format("%s/%s.so", folder, scan->plugin);
	append(list, stub);
	for (int version = SCAN_OLDEST_GCC; version < SCAN_NEWEST_GCC; version++) {
		char *file = cli_format("%s/layoutcheck-gcc%d.so", folder, version);

		append(list, file);
		free(file);
	}
	free(stub);
	free(folder);
}

/*
 * A shim for each compiler of the folder FROM that none of the earlier ones of PATH has.
 * FILES: what they load for the plugin.
 */
static void shims_for(const struct scan *scan, const char *from, const char *to, struct map *met,
		      char **files)
{
	DIR *folder = opendir(from);
	struct dirent *entry;

	while (folder && (entry = readdir(folder))) {
		const char *name = entry->d_name;
		char *real = cli_format("%s/%s", from, name);
		struct stat status;

		if (is_compiler(name) && !stat(real, &status) && S_ISREG(status.st_mode) &&
		    !access(real, X_OK) && !map_put(met, name, strlen(name))->value) {
			char *shim = cli_format("%s/%s", to, name);
			bool launcher = scan_is_launcher(name);
			bool loads = launcher || scan_can_load(real, scan->plugin);
			int error = write_shim(shim, real, loads ? scan->plugin : "", scan->state);

			if (loads && !launcher)
				append_plugin(scan, real, files);
			map_put(met, name, strlen(name))->value = met;
			if (error)
				cli_message("%s: %s", shim, strerror(error));
			free(shim);
		}
		free(real);
	}
	if (folder)
		closedir(folder);
}

/*
 * ccache sees a plugin only where it is named with its folder, and neither it nor icecream the
 * files that such a one loads: both take a list.
 */
static void name_files(const char *variable, const char *files)
{
	const char *before = getenv(variable);
	char *list = cli_strdup(before ? before : "");
	char *copy = cli_strdup(files), *rest = copy, *file;

	while ((file = strsep(&rest, ":")))
		append(&list, file);
	if (*list)
		setenv(variable, list, 1);
	free(copy);
	free(list);
}

/* Makes the shims in the folder TO, and tells what caches and compiles elsewhere need to know. */
static void make_shims(const struct scan *scan, const char *to)
{
	const char *path = getenv("PATH");
	char *folders = cli_strdup(path ? path : "/usr/bin:/bin"), *rest = folders, *folder;
	char *files = cli_strdup("");
	struct map met = { 0 };

	while ((folder = strsep(&rest, ":")))
		if (*folder == '/' && strcmp(folder, to) != 0)
			shims_for(scan, folder, to, &met, &files);
	name_files("CCACHE_EXTRAFILES", files);
	name_files("ICECC_EXTRAFILES", files);
	map_free(&met);
	free(files);
	free(folders);
}

/* Calls EACH with the different lines of the file STATE/NAME. */
static void each_line(const struct scan *scan, const char *name,
		      void (*each)(void *context, const char *line), void *context)
{
	char *path = cli_format("%s/%s", scan->state, name), *line = NULL;
	FILE *file = fopen(path, "re");
	struct map met = { 0 };
	size_t size = 0;
	ssize_t n;

	while (file && (n = getline(&line, &size, file)) > 0) {
		struct map_slot *slot;

		if (line[n - 1] == '\n')
			line[--n] = '\0';
		slot = map_put(&met, line, (size_t)n);
		if (!slot->value)
			each(context, line);
		slot->value = &met;
	}
	if (file)
		fclose(file);
	map_free(&met);
	free(line);
	free(path);
}

struct names {
	char **names;
	size_t n, capacity;
};

static void keep_name(void *context, const char *name)
{
	struct names *names = context;

	/* What a build made for a moment, to try the compiler, is gone again. */
	if (access(name, R_OK))
		return;
	CLI_GROW(names->names, names->n, names->capacity);
	names->names[names->n++] = cli_strdup(name);
}

static void tell_without(void *context, const char *compiler)
{
	(void)context;
	cli_message("%s: cannot load the plugin: what it compiled is not checked", compiler);
}

int scan_build(const struct scan *scan, char **command, char ***names, size_t *n_names)
{
	char *shims = cli_format("%s/shims", scan->state);
	char *records = cli_format("%s/records", scan->state);
	char *without = cli_format("%s/without", scan->state);
	struct names found = { NULL };
	int status = lc_make_folder(shims);

	if (!status)
		status = lc_make_folder(records);
	if (status) {
		cli_message("%s: %s", scan->state, strerror(status));
		status = -1;
	} else {
		unlink(without);
		make_shims(scan, shims);
		status = run(command, &(struct run_as){ .path = shims, .tell = true });
		if (status < 0)
			cli_message("%s: cannot be run: %s", command[0], strerror(errno));
		each_line(scan, "without", tell_without, NULL);
		each_line(scan, "objects", keep_name, &found);
		keep_name(&found, records);
	}
	*names = found.names;
	*n_names = found.n;
	free(without);
	free(records);
	free(shims);
	return status;
}
