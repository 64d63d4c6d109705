/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Findings as text, in the compiler's form.
 */
#ifndef SC_PRINT_H
#define SC_PRINT_H

#include <stdio.h>

#include "unit.h"

/* Prints every finding of UNIT to STREAM; returns how many there were. */
size_t sc_print_findings(FILE *stream, const struct lc_unit *unit);

#endif
