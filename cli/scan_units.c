// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Compiles units with the plugin, check-only, each into a folder of its own; a unit whose
 * folder is newer than all that went into it is not compiled again.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "files.h"
#include "folder.h"
#include "message.h"
#include "progress.h"
#include "run.h"
#include "scan.h"
#include "sha256.h"

#define OURS 8 /* arguments that we add, and the end */

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

bool scan_is_launcher(const char *program)
{
	static const char *const launchers[] = { "ccache", "sccache", "distcc", "icecc" };

	for (size_t i = 0; i < sizeof(launchers) / sizeof(launchers[0]); i++)
		if (!strcmp(base_name(program), launchers[i]))
			return true;
	return false;
}

/* How many of the words from ARGUMENT on say where something is to be written; 0: none. */
static size_t is_output(const char *argument)
{
	static const char *const with_value[] = { "-o", "-MF", "-MT", "-MQ" };
	static const char *const alone[] = { "-c",  "-S",   "-E",  "-M", "-MM",
					     "-MD", "-MMD", "-MP", "-MG" };

	for (size_t i = 0; i < sizeof(with_value) / sizeof(with_value[0]); i++)
		if (!strncmp(argument, with_value[i], strlen(with_value[i])))
			return argument[strlen(with_value[i])] ? 1 : 2;
	for (size_t i = 0; i < sizeof(alone) / sizeof(alone[0]); i++)
		if (!strcmp(argument, alone[i]))
			return 1;
	return !strncmp(argument, "-Wp,-M", 6);
}

/* Where the command of UNIT has its compiler, or --cc. */
static const char *const *compiler_of(const struct scan *scan, const struct scan_unit *unit)
{
	char **from = unit->arguments;

	while (from[1] && scan_is_launcher(*from))
		from++;
	return scan->compiler ? &scan->compiler : (const char *const *)from;
}

/* The command of UNIT without what it writes, and with OURS. Caller frees the array alone. */
static char **command_of(const struct scan *scan, const struct scan_unit *unit, char *const *ours)
{
	char *const *from = unit->arguments;
	char **command;
	size_t n = 0;

	while (from[n])
		n++;
	command = cli_alloc((n + OURS + 1) * sizeof(*command));
	n = 0;
	while (from[1] && scan_is_launcher(*from))
		from++;
	if (scan->compiler)
		command[n++] = (char *)scan->compiler;
	else
		command[n++] = *from;
	for (from++; *from;) {
		size_t skipped = is_output(*from);

		if (!skipped)
			command[n++] = *from++;
		while (skipped-- && *from)
			from++;
	}
	while (*ours)
		command[n++] = *ours++;
	return command;
}

static void add_stamp(struct lc_sha256 *hash, const char *path)
{
	struct stat status;
	char *text;

	if (stat(path, &status))
		return;
	text = cli_format("%s %lld.%09ld %lld", path, (long long)status.st_mtim.tv_sec,
			  (long)status.st_mtim.tv_nsec, (long long)status.st_size);
	lc_sha256_add(hash, text, strlen(text) + 1);
	free(text);
}

char *scan_plugin_folder(const struct scan *scan, const char *compiler)
{
	const char *slash = strrchr(scan->plugin, '/');
	char *out = cli_format("%s/plugin-folder", scan->state);
	char *command[] = { (char *)compiler, (char *)"-print-file-name=plugin", NULL };
	size_t n = 0;
	const struct run_as quietly = {
		.folder = "/", .in = "/dev/null", .out = out, .err = "/dev/null"
	};
	char *name;

	if (slash) {
		free(out);
		return strndup(scan->plugin, (size_t)(slash - scan->plugin));
	}
	name = run(command, &quietly) ? NULL : file_read(out, &n);
	unlink(out);
	free(out);
	if (n && name[n - 1] == '\n')
		name[n - 1] = '\0';
	return name;
}

/* The plugin is one file for each version of GCC beside the one that is named: all are looked at. */
static void identify_plugin(struct scan *scan, const char *compiler)
{
	char *folder = scan_plugin_folder(scan, compiler);
	struct lc_sha256 hash;

	lc_sha256_init(&hash);
	lc_sha256_add(&hash, scan->plugin, strlen(scan->plugin) + 1);
	if (strchr(scan->plugin, '/'))
		add_stamp(&hash, scan->plugin);
	for (int version = SCAN_OLDEST_GCC; folder && version < SCAN_NEWEST_GCC; version++) {
		char *file = cli_format("%s/layoutcheck-gcc%d.so", folder, version);

		add_stamp(&hash, file);
		free(file);
	}
	lc_sha256_hex(&hash, scan->plugin_is);
	free(folder);
}

/* Gives UNIT its folder: another one for another command or plugin. */
static void name_folder(const struct scan *scan, struct scan_unit *unit)
{
	struct lc_sha256 hash;
	char hex[LC_SHA256_HEX];

	lc_sha256_init(&hash);
	lc_sha256_add(&hash, unit->directory, strlen(unit->directory) + 1);
	lc_sha256_add(&hash, unit->file, strlen(unit->file) + 1);
	for (char **word = unit->arguments; *word; word++)
		lc_sha256_add(&hash, *word, strlen(*word) + 1);
	if (scan->compiler)
		lc_sha256_add(&hash, scan->compiler, strlen(scan->compiler) + 1);
	lc_sha256_add(&hash, scan->plugin_is, strlen(scan->plugin_is));
	lc_sha256_hex(&hash, hex);
	unit->folder = cli_format("%s/units/%.32s", scan->state, hex);
}

char *scan_record(const struct scan_unit *unit)
{
	DIR *folder = unit->folder ? opendir(unit->folder) : NULL;
	struct dirent *entry;
	char *name = NULL;

	while (folder && !name && (entry = readdir(folder))) {
		size_t n = strlen(entry->d_name);

		if (n > 6 && !strcmp(entry->d_name + n - 6, ".jsonl"))
			name = cli_format("%s/%s", unit->folder, entry->d_name);
	}
	if (folder)
		closedir(folder);
	return name;
}

static bool older(const struct stat *file, const struct stat *than)
{
	return file->st_mtim.tv_sec < than->st_mtim.tv_sec ||
	       (file->st_mtim.tv_sec == than->st_mtim.tv_sec &&
		file->st_mtim.tv_nsec < than->st_mtim.tv_nsec);
}

/* Reads the next name of a make rule into NAME; false at its end. */
static bool next_name(FILE *rule, char *name, size_t size)
{
	size_t n = 0;
	int c;

	while ((c = getc(rule)) != EOF) {
		if (c == '\\') {
			c = getc(rule);
			if (c == '\n')
				c = ' ';
			else if (c != ' ' && c != '#' && c != ':' && n + 1 < size)
				name[n++] = '\\';
			else if (n + 1 < size) {
				name[n++] = (char)c;
				continue;
			}
		} else if (c == '$') {
			c = getc(rule);
		}
		if (c == ' ' || c == '\n' || c == '\t') {
			if (n)
				break;
			continue;
		}
		if (n + 1 < size)
			name[n++] = (char)c;
	}
	name[n] = '\0';
	return n > 0;
}

/* Is there a record, made after the last change of all that the compiler read? */
static bool is_current(const struct scan_unit *unit)
{
	char *started = cli_format("%s/started", unit->folder);
	char *depends = cli_format("%s/depends", unit->folder);
	char *record = scan_record(unit);
	struct stat before, status;
	bool current = record && !stat(started, &before);
	FILE *rule = current ? fopen(depends, "re") : NULL;
	char name[4096];

	current = rule != NULL;
	while (current && next_name(rule, name, sizeof(name))) {
		size_t n = strlen(name);
		char *path;

		if (name[n - 1] == ':')
			continue; /* the target */
		path = *name == '/' ? cli_strdup(name) : cli_format("%s/%s", unit->directory, name);
		current = !stat(path, &status) && older(&status, &before);
		free(path);
	}
	if (rule)
		fclose(rule);
	free(record);
	free(depends);
	free(started);
	return current;
}

static void touch(const char *path)
{
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);

	if (file >= 0) {
		/* An empty file that is there already keeps its time otherwise. */
		futimens(file, NULL);
		close(file);
	}
}

/* Starts the compiler on UNIT; its process, or -1 after a message. */
static pid_t start(const struct scan *scan, struct scan_unit *unit)
{
	static const char argument[] = "-fplugin-arg-layoutcheck-";
	char *stale = scan_record(unit), *started = cli_format("%s/started", unit->folder);
	char *log = cli_format("%s/log", unit->folder);
	char *ours[OURS] = {
		cli_format("-fplugin=%s", scan->plugin),
		cli_format("%scheck-only", argument),
		cli_format("%srecord-dir=%s", argument, unit->folder),
		cli_strdup("-MD"),
		cli_format("-MF%s/depends", unit->folder),
		cli_strdup("-S"),
		cli_format("-o%s/out.o", unit->folder),
	};
	char **command = command_of(scan, unit, ours);
	int error = lc_make_folder(unit->folder);
	pid_t pid = -1;

	if (stale)
		unlink(stale);
	if (error) {
		cli_message("%s: %s", unit->folder, strerror(error));
	} else {
		touch(started);
		pid = run_start(command, &(struct run_as){ .folder = unit->directory,
							   .in = "/dev/null",
							   .out = log,
							   .err = log,
							   .tell = true });
		if (pid < 0)
			cli_message("%s: cannot be started: %s", command[0], strerror(errno));
	}
	for (char **word = ours; *word; word++)
		free(*word);
	free(command);
	free(log);
	free(started);
	free(stale);
	return pid;
}

/* What the compiler said of a unit that it could not compile. */
static void tell(const struct scan_unit *unit)
{
	char *log = cli_format("%s/log", unit->folder);
	FILE *said = fopen(log, "re");
	char buffer[4096];
	size_t n;

	progress_clear();
	cli_message("%s: cannot be compiled: exit code %d", unit->file, unit->status);
	while (said && (n = fread(buffer, 1, sizeof(buffer), said)) > 0)
		fwrite(buffer, 1, n, stderr);
	if (said)
		fclose(said);
	free(log);
}

/* Waits for one of the N_RUNNING compilers; keeps how it ended. */
static bool finish_one(struct scan *scan, pid_t *pids, size_t *running, size_t *n_running)
{
	int status;
	pid_t pid = waitpid(-1, &status, 0);

	if (pid < 0)
		return errno == EINTR;
	for (size_t i = 0; i < *n_running; i++) {
		struct scan_unit *unit = &scan->units[running[i]];
		char *out;

		if (pids[i] != pid)
			continue;
		unit->status = run_exit_code(status);
		out = cli_format("%s/out.o", unit->folder);
		unlink(out);
		free(out);
		/* Those that a Ctrl-C reached as well have nothing to say. */
		if (unit->status && !run_interrupted())
			tell(unit);
		(*n_running)--;
		pids[i] = pids[*n_running];
		running[i] = running[*n_running];
		break;
	}
	return true;
}

bool scan_compile(struct scan *scan)
{
	pid_t *pids = cli_alloc(scan->jobs * sizeof(*pids));
	size_t *running = cli_alloc(scan->jobs * sizeof(*running));
	size_t n_running = 0, started = 0;
	const char *compiler = compiler_of(scan, &scan->units[0])[0];
	bool good;

	if (!scan_can_load(compiler, scan->plugin)) {
		cli_message(
			"%s: cannot load the plugin '%s': install it for this compiler, name it "
			"with --plugin, or name another compiler with --cc",
			compiler, scan->plugin);
		free(running);
		free(pids);
		return false;
	}
	identify_plugin(scan, compiler);
	progress_start("units checked", scan->n_units);
	for (; started < scan->n_units && !run_interrupted(); started++) {
		struct scan_unit *unit = &scan->units[started];

		name_folder(scan, unit);
		unit->current = is_current(unit);
		progress_step(started);
		if (unit->current)
			continue;
		while (n_running == scan->jobs && finish_one(scan, pids, running, &n_running))
			;
		pids[n_running] = start(scan, unit);
		if (pids[n_running] < 0) {
			unit->status = 126;
			continue;
		}
		running[n_running++] = started;
	}
	while (n_running && finish_one(scan, pids, running, &n_running))
		;
	progress_end();
	good = started == scan->n_units;
	for (size_t i = 0; i < started; i++)
		good &= !scan->units[i].status;
	free(running);
	free(pids);
	return good;
}
