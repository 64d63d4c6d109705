/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The two halves of layoutcheck explain.
 */
#ifndef CLI_EXPLAIN_H
#define CLI_EXPLAIN_H

#include <stddef.h>

/*
 * Shows the conversions at FILE:LINE from the records behind the N names.
 * Returns an exit code: CLI_FINDINGS if there are none.
 */
int explain_place(const char *file, int line, char *const *names, size_t n);

#endif
