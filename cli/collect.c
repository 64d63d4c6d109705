// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * layoutcheck collect: the records of a build as one SARIF file.
 */
#include "collect.h"

#include <getopt.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "commands.h"
#include "emit.h"
#include "github.h"
#include "merge.h"
#include "message.h"
#include "options.h"
#include "output.h"

/* GitHub code scanning rejects a run with more. */
#define MAX_UPLOAD 25000u

static const char usage[] =
	"Usage: layoutcheck collect [OPTION]... NAME...\n"
	"Joins the records in NAMEs (objects, archives, record files *.jsonl, or folders\n"
	"with such in them) into one SARIF file.\n"
	"\n"
	"  -o, --output=FILE       write to FILE (default -: standard output)\n"
	"  -l, --level=LEVEL       findings from this level on make the exit code 1: note,\n"
	"                          warning (default), error\n"
	"      --ledger            also write what was proven or left open, as results of\n"
	"                          kind pass and open\n"
	"      --suppressed        also write the findings that a comment or an attribute in\n"
	"                          the source suppresses, marked so\n"
	"      --source-root=DIR   make names of sources relative to DIR (default: the top\n"
	"                          of the git checkout, or the current folder)\n"
	"      --github            for GitHub code scanning: open findings as rules of their own,\n"
	"                          with a lower severity, and no more than it shows: 5,000, the\n"
	"                          worst; with -o FOLDER/ in parts by folder instead\n"
	"      --outside           keep findings outside that folder, as file: URIs\n"
	"      --category=NAME     set the category of the run (automationDetails.id)\n"
	"  -q, --quiet             do not list the objects that carry no record\n"
	"  -h, --help              show this help\n"
	"\n"
	"Exit code: 0 nothing found at the level asked for, 1 something found,\n"
	"2 something could not be done (an unreadable file, a damaged record, no record\n"
	"at all); what could be read is written all the same.\n";

enum {
	OPTION_LEDGER = 256,
	OPTION_GITHUB,
	OPTION_SUPPRESSED,
	OPTION_ROOT,
	OPTION_OUTSIDE,
	OPTION_CATEGORY
};

/* Returns -1 to go on, otherwise the exit code. */
static int parse(int argc, char **argv, struct collecting *choices)
{
	static const struct option options[] = {
		{ "output", required_argument, NULL, 'o' },
		{ "level", required_argument, NULL, 'l' },
		{ "ledger", no_argument, NULL, OPTION_LEDGER },
		{ "suppressed", no_argument, NULL, OPTION_SUPPRESSED },
		{ "github", no_argument, NULL, OPTION_GITHUB },
		{ "source-root", required_argument, NULL, OPTION_ROOT },
		{ "outside", no_argument, NULL, OPTION_OUTSIDE },
		{ "category", required_argument, NULL, OPTION_CATEGORY },
		{ "quiet", no_argument, NULL, 'q' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	int option;

	*choices = (struct collecting){ .output = "-", .level = LC_LEVEL_WARNING };
	while ((option = getopt_long(argc, argv, "o:l:qh", options, NULL)) != -1) {
		switch (option) {
		case 'o':
			choices->output = optarg;
			break;
		case 'l':
			if (option_level("collect", optarg, &choices->level))
				return CLI_FAILED;
			break;
		case OPTION_LEDGER:
			choices->ledger = true;
			break;
		case OPTION_SUPPRESSED:
			choices->suppressed = true;
			break;
		case OPTION_GITHUB:
			choices->github = true;
			break;
		case OPTION_ROOT:
			choices->source_root = optarg;
			break;
		case OPTION_OUTSIDE:
			choices->outside = true;
			break;
		case OPTION_CATEGORY:
			choices->category = optarg;
			break;
		case 'q':
			choices->quiet = true;
			break;
		case 'h':
			fputs(usage, stdout);
			return option_flush(CLI_OK);
		default:
			return option_wrong("collect");
		}
	}
	if (choices->github && (choices->ledger || choices->suppressed)) {
		cli_message("collect: --github takes findings alone: expected neither --ledger nor "
			    "--suppressed");
		return option_wrong("collect");
	}
	if (optind < argc)
		return -1;
	cli_message("collect: expected objects, archives, folders or record files");
	return option_wrong("collect");
}

static int exit_code(const struct merge *merge, const struct emit *emit, enum lc_level level)
{
	unsigned found = 0;

	for (int i = (int)level; i <= LC_LEVEL_ERROR; i++)
		found += emit->findings[i];
	if (merge->n_problems || !merge->n_units)
		return CLI_FAILED;
	return found ? CLI_FINDINGS : CLI_OK;
}

/* What was done, in a line, when the log itself went to a file. */
static void summarize(const struct merge *merge, const struct emit *emit, const char *output)
{
	const unsigned *n = emit->findings;

	fprintf(stderr, "%s: %u unit%s, %u error%s, %u warning%s, %u note%s", output,
		merge->n_units, CLI_S(merge->n_units), n[LC_LEVEL_ERROR], CLI_S(n[LC_LEVEL_ERROR]),
		n[LC_LEVEL_WARNING], CLI_S(n[LC_LEVEL_WARNING]), n[LC_LEVEL_NOTE],
		CLI_S(n[LC_LEVEL_NOTE]));
	if (n[LC_LEVEL_NONE])
		fprintf(stderr, ", %u verdict%s of the ledger", n[LC_LEVEL_NONE],
			CLI_S(n[LC_LEVEL_NONE]));
	if (emit->n_suppressed)
		fprintf(stderr, "; %u suppressed in the source%s", emit->n_suppressed,
			emit->suppressed ? "" : " left out");
	if (emit->left_out)
		fprintf(stderr, "; %u finding%s outside %s left out", emit->left_out,
			CLI_S(emit->left_out), merge->paths.root);
	fputc('\n', stderr);
	if (!emit->github &&
	    n[LC_LEVEL_NONE] + n[LC_LEVEL_NOTE] + n[LC_LEVEL_WARNING] + n[LC_LEVEL_ERROR] >
		    MAX_UPLOAD)
		cli_message("%s: more than %u results: GitHub code scanning will reject it", output,
			    MAX_UPLOAD);
}

static bool is_folder(const char *path)
{
	size_t n = strlen(path);
	struct stat status;

	return (n && path[n - 1] == '/') || (!stat(path, &status) && S_ISDIR(status.st_mode));
}

/* Writes one log to OUTPUT, which is open. Returns 0 or an errno value, told of. */
static int write_log(struct emit *emit, struct output *output)
{
	bool *dropped = NULL;
	size_t left_out = 0;
	int error;

	if (emit->github) {
		dropped = cli_alloc(emit->merge->n_entries + 1);
		left_out = github_keep_worst(emit, 0, emit->merge->n_entries, dropped);
		emit->dropped = dropped;
	}
	error = emit_log(emit, output_sink(output));
	free(dropped);
	if (error)
		output_abandon(output);
	else
		error = output_commit(output);
	if (error)
		cli_message("%s: cannot be written: %s", output->name, strerror(error));
	else if (left_out)
		cli_message("%s: %zu findings beyond the %u that GitHub shows are left out, the "
			    "worst are kept: -o FOLDER/ writes all in parts",
			    output->name, left_out, GITHUB_RESULTS);
	return error;
}

/* Reads what there is to read. */
static void gather(struct merge *merge, const struct collecting *choices, char *const *names,
		   size_t n)
{
	merge->ledger = choices->ledger;
	merge->quiet = choices->quiet;
	merge_records(merge, names, n);
	if (!merge->n_units)
		cli_message(
			"no record found: were the objects compiled with -fplugin=layoutcheck?");
	merge_sort(merge);
	merge_tell_unused(merge, choices->outside);
}

/* The parts for GitHub of what was written already. Returns 0 or an errno value, told of. */
static int write_parts(struct merge *merge, const struct collecting *choices)
{
	struct emit emit = { .merge = merge, .outside = choices->outside, .github = true };
	int error = github_emit(&emit, choices->also_github, choices->category);

	if (!error)
		summarize(merge, &emit, choices->also_github);
	emit_free(&emit);
	return error;
}

int collect(const struct collecting *choices, char *const *names, size_t n)
{
	struct merge merge;
	struct output output;
	const char *root = choices->source_root;
	int status, error = merge_init(&merge, root);
	bool parts;

	if (error) {
		cli_message("%s: cannot be the source root: %s", root ? root : ".",
			    strerror(error));
		return CLI_FAILED;
	}
	parts = choices->github && is_folder(choices->output);
	/* Before the work is done: it would be a pity to learn afterwards that it was for nothing. */
	error = parts ? 0 : output_open(&output, choices->output);
	if (error) {
		cli_message("%s: cannot be written: %s", output.name, strerror(error));
		merge_free(&merge);
		return CLI_FAILED;
	}
	gather(&merge, choices, names, n);

	struct emit emit = { .merge = &merge,
			     .category = choices->category,
			     .outside = choices->outside,
			     .github = choices->github,
			     .suppressed = choices->suppressed };
	error = parts ? github_emit(&emit, choices->output, choices->category) :
			write_log(&emit, &output);
	if (!error && strcmp(choices->output, "-") != 0)
		summarize(&merge, &emit, choices->output);
	status = error ? CLI_FAILED : exit_code(&merge, &emit, choices->level);
	emit_free(&emit);
	if (choices->also_github && write_parts(&merge, choices))
		status = CLI_FAILED;
	merge_free(&merge);
	return status;
}

int cmd_collect(int argc, char **argv)
{
	struct collecting choices;
	int status = parse(argc, argv, &choices);

	return status >= 0 ? status : collect(&choices, argv + optind, (size_t)(argc - optind));
}
