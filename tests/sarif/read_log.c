// SPDX-License-Identifier: MIT
/*
 * Reads logs and says what is in them: one line a file with the number of results, or
 * the error. --make N writes a log of N results to stdout, to have a large one to read.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "sarif_read.h"

static int to_file(void *context, const char *data, size_t n)
{
	return fwrite(data, 1, n, context) == n ? 0 : 5;
}

static int make(unsigned long n)
{
	const struct sarif_run run = { .tool = { .name = "large" } };
	struct sarif_location place = { .path = "drivers/net/some/where/file.c",
					.start_column = 9,
					.end_column = 30 };
	struct sarif_result result = { .rule_id = "rule",
				       .rule_index = -1,
				       .level = SARIF_LEVEL_WARNING,
				       .message = "A message of the usual length about some place.",
				       .locations = &place,
				       .n_locations = 1,
				       .related = &place,
				       .n_related = 1 };
	struct sarif_log log;

	sarif_log_begin(&log, (struct sarif_sink){ to_file, stdout }, &run);
	for (unsigned long i = 1; i <= n; i++) {
		place.start_line = place.end_line = (int)i;
		sarif_log_result(&log, &result);
	}
	return sarif_log_end(&log, true, NULL, 0) || fflush(stdout) ? 2 : 0;
}

static int read_one(const char *path)
{
	struct sarif_reader *reader = sarif_reader_open(path);
	const struct sarif_read_result *result;
	unsigned long n = 0;
	int bad = 0;

	while (reader && sarif_reader_next(reader, &result) == SARIF_READ_RESULT)
		n++;
	if (!reader || sarif_reader_error(reader)) {
		char *text = reader ? sarif_read_error_message(sarif_reader_error(reader)) : NULL;

		printf("%s\n", text ? text : "out of memory");
		free(text);
		bad = 1;
	} else {
		printf("%s: %lu results\n", path, n);
	}
	sarif_reader_close(reader);
	return bad;
}

int main(int argc, char **argv)
{
	struct rusage usage;
	int bad = 0;

	if (argc == 3 && !strcmp(argv[1], "--make"))
		return make(strtoul(argv[2], NULL, 10));
	for (int i = 1; i < argc; i++)
		bad |= read_one(argv[i]);
	getrusage(RUSAGE_SELF, &usage);
	printf("peak: %ld KiB\n", usage.ru_maxrss);
	return bad;
}
