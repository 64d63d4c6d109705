/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * "Did you mean": the name that differs least from what was typed.
 */
#include "nearest.h"

#include <string.h>

#define MAX_LENGTH 40

/* Levenshtein's distance: insertions, deletions and replacements that turn A into B. */
static size_t distance(const char *a, const char *b)
{
	size_t row[MAX_LENGTH + 1];
	size_t n = strlen(a), m = strlen(b);

	if (n > MAX_LENGTH || m > MAX_LENGTH)
		return MAX_LENGTH;
	for (size_t j = 0; j <= m; j++)
		row[j] = j;
	for (size_t i = 1; i <= n; i++) {
		size_t diagonal = row[0];

		row[0] = i;
		for (size_t j = 1; j <= m; j++) {
			size_t best = diagonal + (a[i - 1] != b[j - 1]);

			diagonal = row[j];
			if (row[j] + 1 < best)
				best = row[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			row[j] = best;
		}
	}
	return row[m];
}

const char *nearest_name(const char *typed, const char *const *names, size_t n)
{
	const char *nearest = NULL;
	size_t least = strlen(typed) / 2 + 1; /* half of it must be right */

	for (size_t i = 0; i < n; i++) {
		size_t d = distance(typed, names[i]);

		if (d < least) {
			least = d;
			nearest = names[i];
		}
	}
	return nearest;
}
