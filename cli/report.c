// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * layoutcheck report: tables of conversions by verdict and of findings by rule.
 */
#include <errno.h>
#include <getopt.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "figures.h"
#include "emit.h"
#include "merge.h"
#include "message.h"
#include "options.h"
#include "output.h"
#include "page.h"
#include "table.h"

static const char usage[] =
	"Usage: layoutcheck report [OPTION]... NAME...\n"
	"Shows what was looked at and what was concluded, from records (objects, archives,\n"
	"record files *.jsonl, folders with such in them) or from one file *.sarif that\n"
	"'layoutcheck collect' wrote.\n"
	"\n"
	"      --by=folder         a row for each folder of sources (from records)\n"
	"      --html=FILE         write one page with the figures and all findings, their source\n"
	"                          lines and steps, to be filtered and searched\n"
	"      --json              the figures as JSON\n"
	"      --source-root=DIR   make names of sources relative to DIR\n"
	"  -h, --help              show this help\n"
	"\n"
	"A conversion is refuted if any rule refutes it. Otherwise it counts as what\n"
	"lc-short-buffer says of it, or, where that rule does not speak, as the worst that\n"
	"the others say. Of the proven ones, 'held' are made by a checked helper, and\n"
	"'every rule' are proven for each rule that judged them.\n"
	"\n"
	"Exit code: 0 shown, 2 something could not be read.\n";

enum { OPTION_BY = 256, OPTION_HTML, OPTION_JSON, OPTION_ROOT };

struct choices {
	const char *source_root, *html;
	bool by_folder, json;
};

#define NOTES_SHOWN 20

static void add_tally(struct table *table, const char *name, const struct tally *tally)
{
	const unsigned numbers[] = {
		tally->conversions, tally->verdicts[LC_PROVEN], tally->held,
		tally->every_rule,  tally->verdicts[LC_OPEN],   tally->verdicts[LC_REFUTED],
	};

	table_row(table, name, numbers);
}

static void show_conversions(const struct figures *figures, bool by_folder)
{
	/* The order in which a reader asks; the rest comes last. */
	static const enum lc_domain order[] = { LC_DOMAIN_PACKET, LC_DOMAIN_FIRMWARE_TABLE,
						LC_DOMAIN_REGISTER, LC_DOMAIN_OTHER };
	static const enum table_colour colours[] = { COLOUR_NONE, COLOUR_NONE, COLOUR_GREEN,
						     COLOUR_NONE, COLOUR_NONE, COLOUR_YELLOW,
						     COLOUR_RED };
	const char *heads[] = { by_folder ? "folder" : "domain",
				"conversions",
				"proven",
				"held",
				"every rule",
				"open",
				"refuted" };
	struct table table = { .heads = heads, .colours = colours, .n_columns = 7 };

	if (by_folder)
		for (size_t i = 0; i < figures->n_folders; i++)
			add_tally(&table, figures->folders[i].name, &figures->folders[i].tally);
	else
		for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++)
			add_tally(&table, lc_domain_name(order[i]),
				  &figures->conversions.domain[order[i]]);
	add_tally(&table, "all", &figures->conversions.all);
	printf("%u unit%s", figures->units, CLI_S(figures->units));
	if (figures->incomplete)
		printf(", %u place%s where the analysis did not finish", figures->incomplete,
		       CLI_S(figures->incomplete));
	puts("\n");
	table_print(&table);
	putchar('\n');
}

static void show_findings(const struct figures *figures)
{
	static const char *const heads[] = { "finding", "error", "warning", "note" };
	static const enum table_colour colours[] = { COLOUR_NONE, COLOUR_RED, COLOUR_YELLOW,
						     COLOUR_NONE };
	struct table table = { .heads = heads, .colours = colours, .n_columns = 4 };
	unsigned total = 0;

	for (size_t i = 0; i < lc_n_rules; i++) {
		const unsigned *count = figures->findings[i];
		const unsigned numbers[] = { count[LC_LEVEL_ERROR], count[LC_LEVEL_WARNING],
					     count[LC_LEVEL_NOTE] };

		if (numbers[0] + numbers[1] + numbers[2])
			table_row(&table, lc_rules[i].id, numbers);
		total += numbers[0] + numbers[1] + numbers[2];
	}
	if (total)
		table_print(&table);
	else
		puts("  no findings");
	if (figures->suppressed)
		printf("  %u more suppressed in the source\n", figures->suppressed);
	if (figures->unused)
		printf("  %u suppression%s in the source that suppress%s nothing\n",
		       figures->unused, CLI_S(figures->unused), figures->unused == 1 ? "es" : "");
}

static void show_notes(const struct figures *figures)
{
	if (!figures->n_notes)
		return;
	puts("\nNot checked, or not as it is now:");
	for (size_t i = 0; i < figures->n_notes && i < NOTES_SHOWN; i++)
		printf("  %s\n", figures->notes[i]);
	if (figures->n_notes > NOTES_SHOWN)
		printf("  and %zu more\n", figures->n_notes - NOTES_SHOWN);
}

static void show_json(const struct figures *figures)
{
	json_t *json = figures_to_json(figures);

	json_dumpf(json, stdout, JSON_INDENT(2));
	putchar('\n');
	json_decref(json);
}

/* Returns 0 or CLI_FAILED. */
static int write_page(const char *name, struct page *page)
{
	struct output output;
	int error = output_open(&output, name);

	if (!error) {
		error = page_write(page, output_sink(&output));
		if (error)
			output_abandon(&output);
		else
			error = output_commit(&output);
	}
	if (!error)
		return page->failed ? CLI_FAILED : 0;
	cli_message("%s: cannot be written: %s", name, strerror(error));
	return CLI_FAILED;
}

static int page_of_records(struct merge *merge, const struct choices *choices,
			   const struct figures *figures)
{
	struct emit emit = { .merge = merge, .outside = true };
	struct page *page = cli_alloc(sizeof(*page));
	int status = CLI_FAILED;

	merge_sort(merge);
	*page = (struct page){ .figures = figures,
			       .log = emit_to_temporary(&emit),
			       .log_name = "a temporary file",
			       .paths = &merge->paths };
	emit_free(&emit);
	if (page->log) {
		status = write_page(choices->html, page);
		fclose(page->log);
	}
	free(page);
	return status;
}

static int page_of_sarif(const char *name, const struct choices *choices,
			 const struct figures *figures)
{
	struct page *page = cli_alloc(sizeof(*page));
	struct paths paths;
	int error = paths_init(&paths, choices->source_root), status;

	*page = (struct page){ .figures = figures, .log_name = name, .paths = &paths };
	page->log = error ? NULL : fopen(name, "rbe");
	if (error) {
		cli_message("%s: cannot be the source root: %s",
			    choices->source_root ? choices->source_root : ".", strerror(error));
		status = CLI_FAILED;
	} else if (!page->log) {
		cli_message("%s: cannot be read: %s", name, strerror(errno));
		status = CLI_FAILED;
	} else {
		status = write_page(choices->html, page);
		fclose(page->log);
	}
	paths_free(&paths);
	free(page);
	return status;
}

/* Returns 0 or CLI_FAILED. */
static int gather(char **names, int n, const struct choices *choices, struct figures *figures)
{
	struct merge merge;
	int error;

	for (int i = 0; i < n; i++)
		if (option_is_sarif(names[i]) && n > 1) {
			cli_message(
				"report: expected one SARIF file alone, found '%s' among %d names",
				names[i], n);
			return CLI_FAILED;
		}
	if (option_is_sarif(names[0]) && choices->by_folder) {
		cli_message(
			"report: --by=folder needs records: a SARIF file has no ledger by folder");
		return CLI_FAILED;
	}
	if (option_is_sarif(names[0])) {
		figures_from_sarif(figures, names[0]);
		return choices->html && !figures->failed ?
			       page_of_sarif(names[0], choices, figures) :
			       0;
	}
	error = merge_init(&merge, choices->source_root);
	if (error) {
		cli_message("%s: cannot be the source root: %s",
			    choices->source_root ? choices->source_root : ".", strerror(error));
		return CLI_FAILED;
	}
	merge.quiet = true; /* they are part of the report */
	merge_records(&merge, names, (size_t)n);
	if (!merge.n_units)
		cli_message(
			"no record found: were the objects compiled with -fplugin=layoutcheck?");
	figures_from_merge(figures, &merge);
	error = choices->html ? page_of_records(&merge, choices, figures) : 0;
	merge_free(&merge);
	return error;
}

/* Returns -1 to go on, otherwise the exit code. */
static int parse(int argc, char **argv, struct choices *choices)
{
	static const struct option options[] = {
		{ "by", required_argument, NULL, OPTION_BY },
		{ "html", required_argument, NULL, OPTION_HTML },
		{ "json", no_argument, NULL, OPTION_JSON },
		{ "source-root", required_argument, NULL, OPTION_ROOT },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	int option;

	*choices = (struct choices){ .json = false };
	while ((option = getopt_long(argc, argv, "h", options, NULL)) != -1) {
		switch (option) {
		case OPTION_BY:
			choices->by_folder = !strcmp(optarg, "folder");
			if (choices->by_folder || !strcmp(optarg, "domain"))
				break;
			cli_message("report: --by: expected domain or folder, found '%s'", optarg);
			return CLI_FAILED;
		case OPTION_HTML:
			choices->html = optarg;
			break;
		case OPTION_JSON:
			choices->json = true;
			break;
		case OPTION_ROOT:
			choices->source_root = optarg;
			break;
		case 'h':
			fputs(usage, stdout);
			return option_flush(CLI_OK);
		default:
			return option_wrong("report");
		}
	}
	if (optind < argc)
		return -1;
	cli_message("report: expected objects, archives, folders, record files or a SARIF file");
	return option_wrong("report");
}

int cmd_report(int argc, char **argv)
{
	struct choices choices;
	struct figures figures;
	int status = parse(argc, argv, &choices);

	if (status < 0)
		status = gather(argv + optind, argc - optind, &choices, &figures);
	else
		return status;
	if (status)
		return status;
	if (choices.json) {
		show_json(&figures);
	} else if (!choices.html) {
		if (figures.has_conversions)
			show_conversions(&figures, choices.by_folder);
		show_findings(&figures);
		show_notes(&figures);
	}
	status = option_flush(figures.failed ? CLI_FAILED : CLI_OK);
	figures_free(&figures);
	return status;
}
