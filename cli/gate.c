// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * layoutcheck gate: fails on findings that a baseline does not know.
 */
#include <errno.h>
#include <getopt.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "emit.h"
#include "findings.h"
#include "message.h"
#include "metadata.h"
#include "options.h"
#include "output.h"
#include "sarif_read.h"

static const char usage[] =
	"Usage: layoutcheck gate [OPTION]... NAME...\n"
	"Compares the findings in NAMEs (records: objects, archives, folders, *.jsonl; or one\n"
	"file *.sarif) with those of a baseline, and lists what is new and what is gone. A\n"
	"finding whose line moved, or whose file was renamed, is not new.\n"
	"\n"
	"  -b, --baseline=FILE     the SARIF file to compare with; without it every finding\n"
	"                          is new\n"
	"  -l, --level=LEVEL       only findings from this level on count: note, warning\n"
	"                          (default), error\n"
	"  -m, --max=N             up to N new findings pass (default 0)\n"
	"      --update-baseline   afterwards replace the baseline by what was found, or make\n"
	"                          one; the exit code is then 0\n"
	"      --source-root=DIR   make names of sources relative to DIR (from records)\n"
	"  -h, --help              show this help\n"
	"\n"
	"Exit code: 0 no new finding, 1 new findings, 2 something could not be read or done;\n"
	"the baseline is then left as it is.\n";

enum { OPTION_UPDATE = 256, OPTION_ROOT };

struct choices {
	const char *baseline, *source_root;
	enum lc_level level;
	unsigned long max;
	bool update;
};

struct gate {
	const struct choices *choices;
	struct sarif_match *match;
	unsigned counts[SARIF_BASELINE_ABSENT + 1];
	bool failed; /* something could not be read */
};

static bool counts(const struct gate *gate, const struct sarif_read_result *result)
{
	const char *state = json_string_value(json_object_get(result->json, "baselineState"));

	return result->kind == SARIF_KIND_FAIL &&
	       result->level >= metadata_level(gate->choices->level) &&
	       !json_array_size(json_object_get(result->json, "suppressions")) &&
	       (!state || strcmp(state, "absent") != 0);
}

/* Calls EACH with every result of STREAM that counts, numbered from 0. */
static void visit(struct gate *gate, FILE *stream, const char *name,
		  void (*each)(struct gate *gate, const struct sarif_read_result *result, size_t i))
{
	const struct sarif_read_result *result;
	struct sarif_reader *reader;
	enum sarif_read_status status;
	size_t i = 0;

	rewind(stream);
	reader = sarif_reader_from_stream(stream, name);
	if (!reader)
		cli_fatal("out of memory");
	while ((status = sarif_reader_next(reader, &result)) != SARIF_READ_END) {
		const struct sarif_read_error *error = sarif_reader_error(reader);

		if (status == SARIF_READ_RESULT) {
			if (counts(gate, result))
				each(gate, result, i++);
			continue;
		}
		/* Said once, though a log is read twice. */
		if (!gate->failed) {
			char *message = sarif_read_error_message(error);

			cli_message("%s", message ? message : name);
			free(message);
		}
		gate->failed = true;
		break;
	}
	sarif_reader_close(reader);
}

static void add(struct gate *gate, enum sarif_match_side side,
		const struct sarif_read_result *result)
{
	if (sarif_match_add(gate->match, side, result))
		cli_fatal("out of memory");
}

static void add_baseline(struct gate *gate, const struct sarif_read_result *result, size_t i)
{
	(void)i;
	add(gate, SARIF_MATCH_BASELINE, result);
}

static void add_current(struct gate *gate, const struct sarif_read_result *result, size_t i)
{
	(void)i;
	add(gate, SARIF_MATCH_CURRENT, result);
}

static void show_new(struct gate *gate, const struct sarif_read_result *result, size_t i)
{
	enum sarif_baseline_state state = sarif_match_state(gate->match, SARIF_MATCH_CURRENT, i);

	gate->counts[state]++;
	if (state == SARIF_BASELINE_NEW)
		finding_show("new", result);
}

static void show_gone(struct gate *gate, const struct sarif_read_result *result, size_t i)
{
	if (sarif_match_state(gate->match, SARIF_MATCH_BASELINE, i) != SARIF_BASELINE_ABSENT)
		return;
	gate->counts[SARIF_BASELINE_ABSENT]++;
	finding_show("gone", result);
}

/* The records behind the N names as a log in an unnamed file; NULL, and told of, upon failure. */
static FILE *log_of_records(struct gate *gate, char **names, int n)
{
	const char *root = gate->choices->source_root;
	struct merge merge;
	FILE *file;
	int error = merge_init(&merge, root);

	if (error) {
		cli_message("%s: cannot be the source root: %s", root ? root : ".",
			    strerror(error));
		return NULL;
	}
	merge_records(&merge, names, (size_t)n);
	if (!merge.n_units)
		cli_message(
			"no record found: were the objects compiled with -fplugin=layoutcheck?");
	gate->failed |= merge.n_problems || !merge.n_units;
	merge_sort(&merge);

	struct emit emit = { .merge = &merge };

	file = emit_to_temporary(&emit);
	emit_free(&emit);
	merge_free(&merge);
	return file;
}

static FILE *open_log(const char *name)
{
	FILE *file = fopen(name, "rbe");

	if (!file)
		cli_message("%s: cannot be read: %s", name, strerror(errno));
	return file;
}

static FILE *open_current(struct gate *gate, char **names, int n)
{
	for (int i = 0; i < n && n > 1; i++)
		if (option_is_sarif(names[i])) {
			cli_message(
				"gate: expected one SARIF file alone, found '%s' among %d names",
				names[i], n);
			return NULL;
		}
	return option_is_sarif(names[0]) ? open_log(names[0]) : log_of_records(gate, names, n);
}

/* Gives the baseline the text of STREAM. Returns false, and says why, if it could not. */
static bool update(FILE *stream, const char *path)
{
	struct output output;
	struct sarif_sink sink;
	char buffer[65536];
	size_t n;
	int error = output_open(&output, path);

	if (!error) {
		sink = output_sink(&output);
		rewind(stream);
		while (!error && (n = fread(buffer, 1, sizeof(buffer), stream)) > 0)
			error = sink.write(sink.context, buffer, n);
		if (!error && ferror(stream))
			error = EIO;
		if (error)
			output_abandon(&output);
		else
			error = output_commit(&output);
	}
	if (error)
		cli_message("%s: cannot be written: %s", path, strerror(error));
	return !error;
}

static void summarize(const struct gate *gate)
{
	const unsigned *n = gate->counts;
	unsigned known = n[SARIF_BASELINE_UNCHANGED] + n[SARIF_BASELINE_UPDATED];

	printf("%u new finding%s", n[SARIF_BASELINE_NEW], CLI_S(n[SARIF_BASELINE_NEW]));
	if (gate->choices->max)
		printf(" (%lu may be)", gate->choices->max);
	printf(", %u gone, %u known", n[SARIF_BASELINE_ABSENT], known);
	if (n[SARIF_BASELINE_UPDATED])
		printf(" (%u changed)", n[SARIF_BASELINE_UPDATED]);
	putchar('\n');
}

static int run(struct gate *gate, FILE *current, FILE *baseline, const char *name)
{
	const struct choices *choices = gate->choices;

	gate->match = sarif_match_new();
	if (!gate->match)
		cli_fatal("out of memory");
	if (baseline)
		visit(gate, baseline, choices->baseline, add_baseline);
	visit(gate, current, name, add_current);
	if (sarif_match_run(gate->match))
		cli_fatal("out of memory");
	visit(gate, current, name, show_new);
	if (baseline)
		visit(gate, baseline, choices->baseline, show_gone);
	sarif_match_free(gate->match);
	summarize(gate);
	if (gate->failed)
		return CLI_FAILED;
	if (choices->update)
		return update(current, choices->baseline) ? CLI_OK : CLI_FAILED;
	return gate->counts[SARIF_BASELINE_NEW] > choices->max ? CLI_FINDINGS : CLI_OK;
}

/* False, and says why, if TEXT is no count. */
static bool parse_max(const char *text, unsigned long *max)
{
	char *end;

	errno = 0;
	*max = strtoul(text, &end, 10);
	if (*text >= '0' && *text <= '9' && !*end && !errno)
		return true;
	cli_message("gate: --max: expected a number from 0 on, found '%s'", text);
	return false;
}

/* Returns -1 to go on, otherwise the exit code. */
static int parse(int argc, char **argv, struct choices *choices)
{
	static const struct option options[] = {
		{ "baseline", required_argument, NULL, 'b' },
		{ "level", required_argument, NULL, 'l' },
		{ "max", required_argument, NULL, 'm' },
		{ "update-baseline", no_argument, NULL, OPTION_UPDATE },
		{ "source-root", required_argument, NULL, OPTION_ROOT },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	int option;

	*choices = (struct choices){ .level = LC_LEVEL_WARNING };
	while ((option = getopt_long(argc, argv, "b:l:m:h", options, NULL)) != -1) {
		switch (option) {
		case 'b':
			choices->baseline = optarg;
			break;
		case 'l':
			if (option_level("gate", optarg, &choices->level))
				return CLI_FAILED;
			break;
		case 'm':
			if (!parse_max(optarg, &choices->max))
				return CLI_FAILED;
			break;
		case OPTION_UPDATE:
			choices->update = true;
			break;
		case OPTION_ROOT:
			choices->source_root = optarg;
			break;
		case 'h':
			fputs(usage, stdout);
			return option_flush(CLI_OK);
		default:
			return option_wrong("gate");
		}
	}
	if (choices->update && !choices->baseline) {
		cli_message("gate: --update-baseline: expected --baseline=FILE as well");
		return option_wrong("gate");
	}
	if (optind < argc)
		return -1;
	cli_message("gate: expected objects, archives, folders, record files or a SARIF file");
	return option_wrong("gate");
}

int cmd_gate(int argc, char **argv)
{
	struct choices choices;
	struct gate gate = { .choices = &choices };
	FILE *baseline = NULL, *current;
	int status = parse(argc, argv, &choices);

	if (status >= 0)
		return status;
	if (choices.baseline) {
		baseline = fopen(choices.baseline, "rbe");
		/* The first update makes it. */
		if (!baseline && !(choices.update && errno == ENOENT)) {
			cli_message("%s: cannot be read: %s", choices.baseline, strerror(errno));
			return CLI_FAILED;
		}
	}
	current = open_current(&gate, argv + optind, argc - optind);
	status = current ? run(&gate, current, baseline, argv[optind]) : CLI_FAILED;
	if (current)
		fclose(current);
	if (baseline)
		fclose(baseline);
	return option_flush(status);
}
