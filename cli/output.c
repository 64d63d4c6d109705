// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A file that appears under its name only when complete: written beside it,
 * then renamed. Whatever ends the program takes the temporary file along.
 */
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "message.h"

/* What a signal handler must remove; empty: nothing. */
static char to_remove[PATH_MAX];

static void remove_temporary(void)
{
	if (to_remove[0])
		unlink(to_remove);
	to_remove[0] = '\0';
}

static void on_signal(int signal_number)
{
	remove_temporary();
	raise(signal_number); /* its default action is back: the shell sees why we ended */
}

static void guard(const char *temporary)
{
	static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGPIPE };
	static bool guarded;
	struct sigaction action = { .sa_handler = on_signal,
				    .sa_flags = SA_RESETHAND | SA_NODEFER };

	if (strlen(temporary) < sizeof(to_remove))
		strcpy(to_remove, temporary);
	if (guarded)
		return;
	guarded = true;
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
		sigaction(signals[i], &action, NULL);
	atexit(remove_temporary);
}

/* The file that PATH leads to, for a symbolic link is to stay one. Caller frees. */
static char *target_of(const char *path)
{
	char *real = realpath(path, NULL);

	return real ? real : cli_strdup(path);
}

int output_open(struct output *output, const char *path)
{
	struct stat status;
	const char *slash;
	mode_t mask;

	*output = (struct output){ .name = path, .file = STDOUT_FILENO };
	if (!strcmp(path, "-")) {
		output->name = "standard output";
		return 0;
	}
	if (!stat(path, &status) && !S_ISREG(status.st_mode)) {
		if (S_ISDIR(status.st_mode))
			return EISDIR;
		output->file = open(path, O_WRONLY | O_CLOEXEC);
		return output->file < 0 ? errno : 0;
	}
	output->path = target_of(path);
	slash = strrchr(output->path, '/');
	output->temporary = cli_format("%.*s.layoutcheck-XXXXXX",
				       slash ? (int)(slash - output->path) + 1 : 0, output->path);
	output->file = mkostemp(output->temporary, O_CLOEXEC);
	if (output->file < 0) {
		int error = errno;

		free(output->temporary);
		output->temporary = NULL;
		output_abandon(output);
		return error;
	}
	guard(output->temporary);
	mask = umask(0);
	umask(mask);
	fchmod(output->file, 0666 & ~mask);
	return 0;
}

static int write_all(void *context, const char *data, size_t n)
{
	const struct output *output = context;

	while (n) {
		ssize_t written = write(output->file, data, n);

		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			return errno;
		data += written;
		n -= (size_t)written;
	}
	return 0;
}

struct sarif_sink output_sink(struct output *output)
{
	return (struct sarif_sink){ .write = write_all, .context = output };
}

int output_commit(struct output *output)
{
	int error = 0;

	/* Some file systems tell only now that there is no room. */
	if (close(output->file))
		error = errno;
	output->file = -1;
	if (!error && output->temporary && rename(output->temporary, output->path))
		error = errno;
	if (!error)
		to_remove[0] = '\0';
	output_abandon(output);
	return error;
}

void output_abandon(struct output *output)
{
	if (output->file > STDERR_FILENO)
		close(output->file);
	output->file = -1;
	remove_temporary();
	free(output->temporary);
	free(output->path);
	output->temporary = output->path = NULL;
}
