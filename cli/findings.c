// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A finding of a log as a line for people.
 */
#include "findings.h"

#include <errno.h>
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

void finding_json(struct sarif_json *json, const struct sarif_read_result *result)
{
	sarif_json_object(json, NULL);
	if (result->n_locations) {
		const struct sarif_read_location *at = &result->locations[0];
		char *path = at->uri ? sarif_path_from_uri(at->uri) : NULL;

		sarif_json_string(json, "file", path ? path : at->uri);
		sarif_json_integer(json, "line", at->start_line);
		sarif_json_integer(json, "column", at->start_column);
		free(path);
	}
	sarif_json_string(json, "level", sarif_level_name(result->level));
	sarif_json_string(json, "rule", result->rule_id);
	sarif_json_string(json, "message", result->message);
	sarif_json_end_object(json);
}

static int to_stdout(void *context, const char *data, size_t n)
{
	(void)context;
	return fwrite(data, 1, n, stdout) == n ? 0 : errno ? errno : EIO;
}

struct sarif_sink finding_stdout(void)
{
	return (struct sarif_sink){ to_stdout, NULL };
}
