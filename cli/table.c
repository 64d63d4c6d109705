// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Aligned tables, coloured when a terminal shows them.
 */
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "message.h"

bool colour_wanted(void)
{
	const char *off = getenv("NO_COLOR"), *terminal = getenv("TERM");

	return isatty(STDOUT_FILENO) && !(off && *off) && terminal && strcmp(terminal, "dumb");
}

const char *colour(enum table_colour colour)
{
	static const char *const sequences[] = { "\033[0m", "\033[1m", "\033[31m", "\033[33m",
						 "\033[32m" };

	return colour_wanted() ? sequences[colour] : "";
}

void table_row(struct table *table, const char *name, const unsigned *numbers)
{
	size_t n = table->n_columns - 1;

	CLI_GROW(table->names, table->n_rows, table->rows_capacity);
	table->numbers = cli_realloc(table->numbers, (table->n_rows + 1) * n, sizeof(*numbers));
	memcpy(table->numbers + table->n_rows * n, numbers, n * sizeof(*numbers));
	table->names[table->n_rows++] = cli_strdup(name);
}

static size_t width_of(const struct table *table, size_t column)
{
	size_t width = strlen(table->heads[column]);

	for (size_t row = 0; row < table->n_rows; row++) {
		size_t n =
			column ?
				(size_t)snprintf(
					NULL, 0, "%u",
					table->numbers[row * (table->n_columns - 1) + column - 1]) :
				strlen(table->names[row]);

		if (n > width)
			width = n;
	}
	return width;
}

static void print_row(const struct table *table, size_t row, const int *widths)
{
	printf("  %-*s", widths[0], table->names[row]);
	for (size_t column = 1; column < table->n_columns; column++) {
		unsigned number = table->numbers[row * (table->n_columns - 1) + column - 1];
		enum table_colour shade = table->colours ? table->colours[column] : COLOUR_NONE;

		if (!number)
			shade = COLOUR_NONE;
		printf("  %s%*u%s", shade ? colour(shade) : "", widths[column], number,
		       shade ? colour(COLOUR_NONE) : "");
	}
	putchar('\n');
}

void table_print(struct table *table)
{
	int *widths = cli_alloc(table->n_columns * sizeof(*widths));

	for (size_t column = 0; column < table->n_columns; column++)
		widths[column] = (int)width_of(table, column);
	printf("  %s%-*s", colour(COLOUR_BOLD), widths[0], table->heads[0]);
	for (size_t column = 1; column < table->n_columns; column++)
		printf("  %*s", widths[column], table->heads[column]);
	printf("%s\n", colour(COLOUR_NONE));
	for (size_t row = 0; row < table->n_rows; row++) {
		print_row(table, row, widths);
		free(table->names[row]);
	}
	free(widths);
	free(table->names);
	free(table->numbers);
	table->names = NULL;
	table->numbers = NULL;
	table->n_rows = table->rows_capacity = 0;
}
