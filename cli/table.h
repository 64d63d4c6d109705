/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Aligned tables, coloured when a terminal shows them.
 */
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

#include <stdbool.h>
#include <stddef.h>

enum table_colour { COLOUR_NONE, COLOUR_BOLD, COLOUR_RED, COLOUR_YELLOW, COLOUR_GREEN };

/* Columns of numbers behind one of names. */
struct table {
	const char *const *heads; /* N_COLUMNS of them, the first for the names */
	const enum table_colour *colours; /* of numbers that are not 0; NULL: none */
	size_t n_columns;
	char **names;
	unsigned *numbers; /* N_COLUMNS - 1 for each row */
	size_t n_rows, rows_capacity;
};

void table_row(struct table *table, const char *name, const unsigned *numbers);
/* Prints on standard output and empties TABLE. */
void table_print(struct table *table);

/* Does standard output show colours? Honours NO_COLOR and TERM=dumb. */
bool colour_wanted(void);
/* The sequence that begins a colour (COLOUR_NONE: ends it); "" if none are wanted. */
const char *colour(enum table_colour colour);

#endif
