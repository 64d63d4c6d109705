/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A bar on standard error for long work, only when that is a terminal.
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stddef.h>

void progress_start(const char *what, size_t total);
void progress_step(size_t done);
/* Wipes the bar, so that something else can be printed; the next step draws it again. */
void progress_clear(void);
void progress_end(void);

#endif
