// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * layoutcheck lint: what is wrong with a SARIF file, by the standard and by GitHub.
 */
#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "findings.h"
#include "message.h"
#include "metadata.h"
#include "options.h"
#include "sarif_lint.h"
#include "table.h"

static const char usage[] =
	"Usage: layoutcheck lint [OPTION]... FILE...\n"
	"Checks SARIF files, of whatever tool: the standard's schema, what its text demands\n"
	"besides, and what GitHub code scanning takes and shows.\n"
	"\n"
	"      --github            look at GitHub's rules and limits as well\n"
	"  -l, --level=LEVEL       show what is of this level on: note, warning (default), error\n"
	"      --json              one JSON object a complaint and line\n"
	"  -h, --help              show this help\n"
	"\n"
	"FILE - is standard input.\n"
	"\n"
	"Exit code: 0 nothing to show, 1 something, 2 a file could not be read.\n";

enum { OPTION_GITHUB = 256, OPTION_JSON };

struct lint {
	const char *name;
	enum sarif_lint_profile profile;
	enum lc_level level;
	bool json, found;
};

static void show_json(const struct lint *lint, const struct sarif_lint_complaint *complaint)
{
	struct sarif_json json;

	sarif_json_init(&json, finding_stdout(), 0);
	sarif_json_object(&json, NULL);
	sarif_json_string(&json, "file", lint->name);
	sarif_json_integer(&json, "line", (int64_t)complaint->line);
	sarif_json_string(&json, "pointer", complaint->pointer);
	sarif_json_string(&json, "level", sarif_level_name(complaint->level));
	sarif_json_string(&json, "rule", complaint->rule);
	sarif_json_string(&json, "message", complaint->message);
	sarif_json_end_object(&json);
	sarif_json_finish(&json);
}

static void complain(void *context, const struct sarif_lint_complaint *complaint)
{
	struct lint *lint = context;

	if (complaint->level < metadata_level(lint->level))
		return;
	lint->found = true;
	if (lint->json) {
		show_json(lint, complaint);
		return;
	}
	printf("%s:%" PRIu64 ": %s%s:%s ", lint->name, complaint->line,
	       finding_colour(complaint->level), sarif_level_name(complaint->level),
	       colour(COLOUR_NONE));
	finding_put(complaint->message);
	if (*complaint->pointer) {
		fputs(", at ", stdout);
		finding_put(complaint->pointer);
	}
	printf(" [%s]\n", complaint->rule);
}

/* Returns 0 or CLI_FAILED. */
static int lint_file(struct lint *lint, const char *name)
{
	bool standard_input = !strcmp(name, "-");
	FILE *file = standard_input ? stdin : fopen(name, "rbe");
	int error = file ? 0 : errno;

	lint->name = standard_input ? "standard input" : name;
	if (file)
		error = sarif_lint(file, lint->profile, complain, lint);
	if (file && !standard_input)
		fclose(file);
	if (!error)
		return 0;
	cli_message("%s: cannot be read: %s", lint->name, strerror(error));
	return CLI_FAILED;
}

/* Returns -1 to go on, otherwise the exit code. */
static int parse(int argc, char **argv, struct lint *lint)
{
	static const struct option options[] = {
		{ "github", no_argument, NULL, OPTION_GITHUB },
		{ "level", required_argument, NULL, 'l' },
		{ "json", no_argument, NULL, OPTION_JSON },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	int option;

	while ((option = getopt_long(argc, argv, "l:h", options, NULL)) != -1) {
		switch (option) {
		case OPTION_GITHUB:
			lint->profile = SARIF_LINT_GITHUB;
			break;
		case 'l':
			if (option_level("lint", optarg, &lint->level))
				return CLI_FAILED;
			break;
		case OPTION_JSON:
			lint->json = true;
			break;
		case 'h':
			fputs(usage, stdout);
			return option_flush(CLI_OK);
		default:
			return option_wrong("lint");
		}
	}
	if (optind < argc)
		return -1;
	cli_message("lint: expected SARIF files");
	return option_wrong("lint");
}

int cmd_lint(int argc, char **argv)
{
	struct lint lint = { .profile = SARIF_LINT_STANDARD, .level = LC_LEVEL_WARNING };
	int status = parse(argc, argv, &lint), failed = 0;

	if (status >= 0)
		return status;
	for (int i = optind; i < argc; i++)
		failed |= lint_file(&lint, argv[i]);
	return option_flush(failed ? CLI_FAILED : lint.found ? CLI_FINDINGS : CLI_OK);
}
