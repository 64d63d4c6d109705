/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Programs started without a shell.
 */
#ifndef CLI_RUN_H
#define CLI_RUN_H

#include <stdbool.h>
#include <sys/types.h>

/* How a program runs; all zero: here, with our streams and environment. */
struct run_as {
	const char *folder; /* NULL: the current one */
	const char *in, *out, *err; /* files, named from FOLDER; NULL: our own stream */
	const char *path; /* a folder to be looked in before those of PATH, or NULL */
	bool tell; /* that it is not there is said on its standard error */
	bool c_locale; /* its messages are read by us */
	bool large_stack; /* it recurses deeply */
};

/* Starts ARGV. -1 with errno if there is no process to be had. */
pid_t run_start(char *const argv[], const struct run_as *as);
/* What a shell makes of a status of waitpid(): the exit code, or 128 and the signal. */
int run_exit_code(int status);
/* Starts ARGV and waits. The exit code, 126 or 127 if it cannot be run; -1 if it could not be waited for. */
int run(char *const argv[], const struct run_as *as);

/* From here on a Ctrl-C ends the programs that we started, and not us. */
void run_hold_interrupts(void);
/* Was there one? */
bool run_interrupted(void);
/* The next one ends us again. */
void run_release_interrupts(void);

#endif
