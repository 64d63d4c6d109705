// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A finding of a log as a line for people.
 */
#include "findings.h"

#include <stdio.h>
#include <stdlib.h>

#include "table.h"

/* A log's text may hold anything: what a terminal would act upon is not sent to it. */
static void put(const char *text)
{
	for (; *text; text++)
		putchar((unsigned char)*text < ' ' || *text == 0x7f ? ' ' : *text);
}

void finding_show(const char *what, const struct sarif_read_result *result)
{
	static const enum table_colour colours[] = {
		[SARIF_LEVEL_WARNING] = COLOUR_YELLOW,
		[SARIF_LEVEL_ERROR] = COLOUR_RED,
	};
	char *path = NULL;

	if (*what)
		printf("%s: ", what);
	if (result->n_locations) {
		const struct sarif_read_location *at = &result->locations[0];

		path = at->uri ? sarif_path_from_uri(at->uri) : NULL;
		put(path ? path : at->uri ? at->uri : "");
		printf(":%d:%d: ", at->start_line, at->start_column);
	}
	printf("%s%s:%s ", colour(colours[result->level]), sarif_level_name(result->level),
	       colour(COLOUR_NONE));
	put(result->message);
	fputs(" [", stdout);
	put(result->rule_id ? result->rule_id : "");
	puts("]");
	free(path);
}
