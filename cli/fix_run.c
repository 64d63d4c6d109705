// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Programs run in a private folder without a shell, and files read and written whole.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fix.h"
#include "message.h"

/* spatch's matching recurses deeply on long functions. */
static void large_stack(void)
{
	struct rlimit limit;
	const rlim_t wanted = (rlim_t)50000 << 10;

	if (getrlimit(RLIMIT_STACK, &limit) || limit.rlim_cur >= wanted)
		return;
	limit.rlim_cur = limit.rlim_max < wanted ? limit.rlim_max : wanted;
	setrlimit(RLIMIT_STACK, &limit);
}

static _Noreturn void child(const char *folder, char *const argv[], const char *out,
			    const char *log)
{
	int in, to, errors;

	if (chdir(folder))
		_exit(126);
	in = open("/dev/null", O_RDONLY);
	to = open(out, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	errors = open(log, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	if (in < 0 || to < 0 || errors < 0 || dup2(in, 0) < 0 || dup2(to, 1) < 0 ||
	    dup2(errors, 2) < 0)
		_exit(126);
	setenv("LC_ALL", "C", 1);
	large_stack();
	execvp(argv[0], argv);
	_exit(127);
}

int fix_run(const char *folder, char *const argv[], const char *out, const char *log)
{
	pid_t pid = fork();
	int status;

	if (pid < 0)
		return -1;
	if (!pid)
		child(folder, argv, out, log);
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

char *fix_read(const char *path, size_t *length)
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

int fix_write(const char *path, const char *text, size_t length)
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
