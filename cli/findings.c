// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A finding of a log as a line for people.
 */
#include "findings.h"

#include <stdio.h>
#include <stdlib.h>

#include "table.h"

void finding_put(const char *text)
{
	for (; *text; text++)
		putchar((unsigned char)*text < ' ' || *text == 0x7f ? ' ' : *text);
}

const char *finding_colour(enum sarif_level level)
{
	return level == SARIF_LEVEL_ERROR   ? colour(COLOUR_RED) :
	       level == SARIF_LEVEL_WARNING ? colour(COLOUR_YELLOW) :
					      colour(COLOUR_NONE);
}

void finding_show(const char *what, const struct sarif_read_result *result)
{
	char *path = NULL;

	if (*what)
		printf("%s: ", what);
	if (result->n_locations) {
		const struct sarif_read_location *at = &result->locations[0];

		path = at->uri ? sarif_path_from_uri(at->uri) : NULL;
		finding_put(path ? path : at->uri ? at->uri : "");
		printf(":%d:%d: ", at->start_line, at->start_column);
	}
	printf("%s%s:%s ", finding_colour(result->level), sarif_level_name(result->level),
	       colour(COLOUR_NONE));
	finding_put(result->message);
	fputs(" [", stdout);
	finding_put(result->rule_id ? result->rule_id : "");
	puts("]");
	free(path);
}
