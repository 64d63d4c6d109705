// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A bar on standard error for long work, only when that is a terminal.
 * It appears after half a second and is drawn ten times a second at most.
 */
#include "progress.h"

#include <stdbool.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#define WIDTH 30

static struct {
	const char *what;
	size_t total;
	double next; /* seconds: not drawn before */
	bool active, drawn;
} bar;

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void progress_start(const char *what, size_t total)
{
	bar.active = total > 1 && isatty(STDERR_FILENO);
	bar.what = what;
	bar.total = total;
	bar.next = now() + 0.5;
}

void progress_step(size_t done)
{
	char line[WIDTH + 1] = "";
	size_t filled;

	if (!bar.active || now() < bar.next)
		return;
	bar.next = now() + 0.1;
	filled = done >= bar.total ? WIDTH : done * WIDTH / bar.total;
	for (size_t i = 0; i < WIDTH; i++)
		line[i] = i < filled ? '#' : '.';
	fprintf(stderr, "\r[%s] %zu of %zu %s", line, done, bar.total, bar.what);
	fflush(stderr);
	bar.drawn = true;
}

void progress_clear(void)
{
	if (bar.drawn)
		fputs("\r\033[K", stderr);
	bar.drawn = false;
}

void progress_end(void)
{
	progress_clear();
	bar.active = false;
}
