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
#include "gate.h"
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
	"  -o, --output=FILE       write what was found as SARIF, with the baselineState of each\n"
	"                          finding; what is gone is there as absent\n"
	"      --json              tell what is new and gone as one JSON object\n"
	"      --update-baseline   afterwards replace the baseline by what was found, or make\n"
	"                          one; the exit code is then 0\n"
	"      --source-root=DIR   make names of sources relative to DIR (from records)\n"
	"  -h, --help              show this help\n"
	"\n"
	"Exit code: 0 no new finding, 1 new findings, 2 something could not be read or done;\n"
	"the baseline is then left as it is.\n";

enum { OPTION_UPDATE = 256, OPTION_ROOT, OPTION_JSON };

struct choices {
	const char *baseline, *source_root, *output;
	enum lc_level level;
	unsigned long max;
	bool update, json;
};

struct gate {
	const struct choices *choices;
	struct gate_log current, baseline;
	struct sarif_match *match;
	struct sarif_json json;
	unsigned counts[SARIF_BASELINE_ABSENT + 1];
	bool silent; /* standard output is for the log */
	bool failed; /* something could not be read */
};

bool gate_is_finding(const struct sarif_read_result *result)
{
	const char *state = json_string_value(json_object_get(result->json, "baselineState"));

	return result->kind == SARIF_KIND_FAIL &&
	       !json_array_size(json_object_get(result->json, "suppressions")) &&
	       (!state || strcmp(state, "absent") != 0);
}

bool gate_visit(const struct gate_log *log, bool tell,
		bool (*is_wanted)(void *context, const struct sarif_read_result *result),
		void (*each)(void *context, const struct sarif_read_result *result, size_t i),
		void *context)
{
	const struct sarif_read_result *result;
	struct sarif_reader *reader;
	enum sarif_read_status status;
	size_t i = 0;

	rewind(log->stream);
	reader = sarif_reader_from_stream(log->stream, log->name);
	if (!reader)
		cli_fatal("out of memory");
	while ((status = sarif_reader_next(reader, &result)) == SARIF_READ_RESULT)
		if (is_wanted(context, result))
			each(context, result, i++);
	if (status == SARIF_READ_ERROR && tell) {
		char *message = sarif_read_error_message(sarif_reader_error(reader));

		cli_message("%s", message ? message : log->name);
		free(message);
	}
	sarif_reader_close(reader);
	return status == SARIF_READ_END;
}

static bool counts(void *context, const struct sarif_read_result *result)
{
	const struct gate *gate = context;

	return gate_is_finding(result) && result->level >= metadata_level(gate->choices->level);
}

/* Calls EACH with every result of LOG that counts, numbered from 0. What is wrong is said once, though it is read again. */
static void visit(struct gate *gate, const struct gate_log *log,
		  void (*each)(void *context, const struct sarif_read_result *result, size_t i))
{
	gate->failed |= !gate_visit(log, !gate->failed, counts, each, gate);
}

static void add(struct gate *gate, enum sarif_match_side side,
		const struct sarif_read_result *result)
{
	if (sarif_match_add(gate->match, side, result))
		cli_fatal("out of memory");
}

static void add_baseline(void *context, const struct sarif_read_result *result, size_t i)
{
	(void)i;
	add(context, SARIF_MATCH_BASELINE, result);
}

static void add_current(void *context, const struct sarif_read_result *result, size_t i)
{
	(void)i;
	add(context, SARIF_MATCH_CURRENT, result);
}

static void show(struct gate *gate, const char *what, const struct sarif_read_result *result)
{
	if (gate->choices->json)
		finding_json(&gate->json, result);
	else if (!gate->silent)
		finding_show(what, result);
}

static void show_new(void *context, const struct sarif_read_result *result, size_t i)
{
	struct gate *gate = context;
	enum sarif_baseline_state state = sarif_match_state(gate->match, SARIF_MATCH_CURRENT, i);

	gate->counts[state]++;
	if (state == SARIF_BASELINE_NEW)
		show(gate, "new", result);
}

static void show_gone(void *context, const struct sarif_read_result *result, size_t i)
{
	struct gate *gate = context;

	if (sarif_match_state(gate->match, SARIF_MATCH_BASELINE, i) != SARIF_BASELINE_ABSENT)
		return;
	gate->counts[SARIF_BASELINE_ABSENT]++;
	show(gate, "gone", result);
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

static void show_lists(struct gate *gate, const char *new, const char *gone)
{
	const bool json = gate->choices->json;

	if (json)
		sarif_json_array(&gate->json, new);
	visit(gate, &gate->current, show_new);
	if (json) {
		sarif_json_end_array(&gate->json);
		sarif_json_array(&gate->json, gone);
	}
	if (gate->baseline.stream)
		visit(gate, &gate->baseline, show_gone);
	if (json)
		sarif_json_end_array(&gate->json);
}

static void tell_json(struct gate *gate)
{
	struct sarif_json *json = &gate->json;
	const unsigned *n = gate->counts;

	sarif_json_init(json, finding_stdout(), 2);
	sarif_json_object(json, NULL);
	show_lists(gate, "new", "gone");
	sarif_json_integer(json, "known", n[SARIF_BASELINE_UNCHANGED] + n[SARIF_BASELINE_UPDATED]);
	sarif_json_integer(json, "changed", n[SARIF_BASELINE_UPDATED]);
	sarif_json_integer(json, "max", (int64_t)gate->choices->max);
	sarif_json_string(json, "level", lc_level_name(gate->choices->level));
	sarif_json_boolean(json, "complete", !gate->failed);
	sarif_json_end_object(json);
	sarif_json_finish(json);
}

/* Lists what is new and what is gone, and the sums. */
static void tell(struct gate *gate)
{
	if (gate->choices->json) {
		tell_json(gate);
		return;
	}
	show_lists(gate, NULL, NULL);
	if (!gate->silent)
		summarize(gate);
}

static int run(struct gate *gate)
{
	const struct choices *choices = gate->choices;

	gate->match = sarif_match_new();
	if (!gate->match)
		cli_fatal("out of memory");
	if (gate->baseline.stream)
		visit(gate, &gate->baseline, add_baseline);
	visit(gate, &gate->current, add_current);
	if (sarif_match_run(gate->match))
		cli_fatal("out of memory");
	tell(gate);
	sarif_match_free(gate->match);
	if (gate->failed)
		return CLI_FAILED;
	if (choices->output && !gate_write(&gate->current, &gate->baseline, choices->output))
		return CLI_FAILED;
	if (choices->update)
		return update(gate->current.stream, choices->baseline) ? CLI_OK : CLI_FAILED;
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
		{ "output", required_argument, NULL, 'o' },
		{ "json", no_argument, NULL, OPTION_JSON },
		{ "max", required_argument, NULL, 'm' },
		{ "update-baseline", no_argument, NULL, OPTION_UPDATE },
		{ "source-root", required_argument, NULL, OPTION_ROOT },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	int option;

	*choices = (struct choices){ .level = LC_LEVEL_WARNING };
	while ((option = getopt_long(argc, argv, "b:l:m:o:h", options, NULL)) != -1) {
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
		case 'o':
			choices->output = optarg;
			break;
		case OPTION_JSON:
			choices->json = true;
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
	if (choices->json && choices->output && !strcmp(choices->output, "-")) {
		cli_message("gate: --json and --output=-: expected one of them on standard output");
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
	int status = parse(argc, argv, &choices);

	if (status >= 0)
		return status;
	gate.silent = choices.output && !strcmp(choices.output, "-");
	if (choices.baseline) {
		gate.baseline.name = choices.baseline;
		gate.baseline.stream = fopen(choices.baseline, "rbe");
		/* The first update makes it. */
		if (!gate.baseline.stream && !(choices.update && errno == ENOENT)) {
			cli_message("%s: cannot be read: %s", choices.baseline, strerror(errno));
			return CLI_FAILED;
		}
	}
	gate.current.name = argv[optind];
	gate.current.stream = open_current(&gate, argv + optind, argc - optind);
	status = gate.current.stream ? run(&gate) : CLI_FAILED;
	if (gate.current.stream)
		fclose(gate.current.stream);
	if (gate.baseline.stream)
		fclose(gate.baseline.stream);
	return option_flush(status);
}
