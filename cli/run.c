// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Programs started without a shell.
 */
#include "run.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "message.h"

static void enlarge_stack(void)
{
	struct rlimit limit;
	const rlim_t wanted = (rlim_t)50000 << 10;

	if (getrlimit(RLIMIT_STACK, &limit) || limit.rlim_cur >= wanted)
		return;
	limit.rlim_cur = limit.rlim_max < wanted ? limit.rlim_max : wanted;
	setrlimit(RLIMIT_STACK, &limit);
}

/* Puts the file NAME in the place of STREAM; NULL leaves it. */
static bool replace(int stream, const char *name)
{
	int file;

	if (!name)
		return true;
	file = stream == STDIN_FILENO ? open(name, O_RDONLY) :
					open(name, O_WRONLY | O_CREAT | O_TRUNC, 0666);
	return file >= 0 && dup2(file, stream) >= 0;
}

static _Noreturn void child(char *const argv[], const struct run_as *as)
{
	if (as->folder && chdir(as->folder)) {
		int error = errno;

		if (as->tell && replace(STDERR_FILENO, as->err))
			cli_message("%s: %s", as->folder, strerror(error));
		_exit(126);
	}
	if (!replace(STDIN_FILENO, as->in) || !replace(STDOUT_FILENO, as->out))
		_exit(126);
	/* One file for both is opened once: neither is to write over the other. */
	if (as->out && as->err && !strcmp(as->out, as->err) ?
		    dup2(STDOUT_FILENO, STDERR_FILENO) < 0 :
		    !replace(STDERR_FILENO, as->err))
		_exit(126);
	if (as->c_locale)
		setenv("LC_ALL", "C", 1);
	if (as->path) {
		const char *before = getenv("PATH");

		setenv("PATH", cli_format("%s:%s", as->path, before ? before : "/usr/bin:/bin"), 1);
	}
	if (as->large_stack)
		enlarge_stack();
	execvp(argv[0], argv);
	if (as->tell)
		cli_message("%s: %s", argv[0], strerror(errno));
	_exit(127);
}

pid_t run_start(char *const argv[], const struct run_as *as)
{
	pid_t pid;

	fflush(NULL);
	pid = fork();
	if (!pid)
		child(argv, as);
	return pid;
}

int run_exit_code(int status)
{
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static int wait_for(pid_t pid)
{
	int status;

	if (pid < 0)
		return -1;
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return run_exit_code(status);
}

int run(char *const argv[], const struct run_as *as)
{
	return wait_for(run_start(argv, as));
}

static volatile sig_atomic_t interrupts;
static struct sigaction before_holding;

static void count_interrupt(int signal)
{
	(void)signal;
	interrupts++;
}

void run_hold_interrupts(void)
{
	/* A handler, unlike SIG_IGN, is not passed on to what we start. */
	struct sigaction count = { .sa_handler = count_interrupt };

	interrupts = 0;
	sigaction(SIGINT, &count, &before_holding);
}

bool run_interrupted(void)
{
	return interrupts;
}

void run_release_interrupts(void)
{
	sigaction(SIGINT, &before_holding, NULL);
}
