// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * layoutcheck scan: checks a project without touching its build: from its
 * compilation database, or while it is built.
 */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "collect.h"
#include "commands.h"
#include "findings.h"
#include "folder.h"
#include "message.h"
#include "metadata.h"
#include "options.h"
#include "run.h"
#include "scan.h"
#include "sha256.h"

static const char usage[] =
	"Usage: layoutcheck scan [OPTION]... [-p FILE] [SOURCE]...\n"
	"  or:  layoutcheck scan [OPTION]... -- COMMAND [ARGUMENT]...\n"
	"Checks a project and lists the findings. The first form reads a compilation database and\n"
	"checks each source of it, or those named; nothing is built, and what has not changed\n"
	"since the last scan is not compiled again. The second runs a build (make -j8), during\n"
	"which compilers at the head of PATH add the plugin.\n"
	"\n"
	"  -p, --database=FILE     the database, or its folder (default: compile_commands.json\n"
	"                          here or in build/)\n"
	"  -j, --jobs=N            check N sources at a time (default: one a processor)\n"
	"  -o, --output=FILE       write the SARIF file there (default: results.sarif in the\n"
	"                          folder of --state)\n"
	"  -l, --level=LEVEL       findings from this level on are listed and make the exit code\n"
	"                          1: note, warning (default), error\n"
	"      --ledger            write what was proven or left open as well\n"
	"      --github=FOLDER     write logs for GitHub code scanning there as well; see\n"
	"                          'layoutcheck collect --help'\n"
	"      --category=NAME     set the category of the run (automationDetails.id)\n"
	"      --cc=COMPILER       compile with it in place of what the database says\n"
	"      --plugin=FILE       the plugin (default: layoutcheck, where it is installed)\n"
	"      --source-root=DIR   make names of sources relative to DIR (default: the top of the\n"
	"                          git checkout, or the current folder)\n"
	"      --state=DIR         what is kept from scan to scan (default: below\n"
	"                          $XDG_CACHE_HOME/layoutcheck or ~/.cache/layoutcheck)\n"
	"  -h, --help              show this help\n"
	"\n"
	"Exit code: 0 nothing found at the level asked for, 1 something found, 2 something could\n"
	"not be done (a source that cannot be compiled, a build that fails); the rest is written.\n";

enum {
	OPTION_LEDGER = 256,
	OPTION_GITHUB,
	OPTION_CATEGORY,
	OPTION_CC,
	OPTION_PLUGIN,
	OPTION_ROOT,
	OPTION_STATE
};

struct choices {
	const char *database, *output, *source_root, *state, *github, *category;
	enum lc_level level;
	bool ledger;
	char **build; /* the second form's command, or NULL */
};

/* Words of a command line in the making. */
struct words {
	char **words;
	size_t n, capacity;
};

static void add_word(struct words *words, char *word)
{
	CLI_GROW(words->words, words->n, words->capacity);
	words->words[words->n++] = word;
}

static bool parse_jobs(const char *text, unsigned *jobs)
{
	char *end;
	unsigned long n;

	errno = 0;
	n = strtoul(text, &end, 10);
	if (*text >= '1' && *text <= '9' && !*end && !errno && n <= 4096) {
		*jobs = (unsigned)n;
		return true;
	}
	cli_message("scan: --jobs: expected a number from 1 to 4096, found '%s'", text);
	return false;
}

/* Returns -1 to go on, otherwise the exit code. */
static int parse(int argc, char **argv, struct choices *choices, struct scan *scan)
{
	static const struct option options[] = {
		{ "database", required_argument, NULL, 'p' },
		{ "jobs", required_argument, NULL, 'j' },
		{ "output", required_argument, NULL, 'o' },
		{ "level", required_argument, NULL, 'l' },
		{ "ledger", no_argument, NULL, OPTION_LEDGER },
		{ "github", required_argument, NULL, OPTION_GITHUB },
		{ "category", required_argument, NULL, OPTION_CATEGORY },
		{ "cc", required_argument, NULL, OPTION_CC },
		{ "plugin", required_argument, NULL, OPTION_PLUGIN },
		{ "source-root", required_argument, NULL, OPTION_ROOT },
		{ "state", required_argument, NULL, OPTION_STATE },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	int option;

	*choices = (struct choices){ .level = LC_LEVEL_WARNING };
	*scan = (struct scan){ .plugin = "layoutcheck",
			       .jobs = processors > 0 ? (unsigned)processors : 1 };
	while ((option = getopt_long(argc, argv, "+p:j:o:l:h", options, NULL)) != -1) {
		switch (option) {
		case 'p':
			choices->database = optarg;
			break;
		case 'j':
			if (!parse_jobs(optarg, &scan->jobs))
				return CLI_FAILED;
			break;
		case 'o':
			choices->output = optarg;
			break;
		case 'l':
			if (option_level("scan", optarg, &choices->level))
				return CLI_FAILED;
			break;
		case OPTION_LEDGER:
			choices->ledger = true;
			break;
		case OPTION_GITHUB:
			choices->github = optarg;
			break;
		case OPTION_CATEGORY:
			choices->category = optarg;
			break;
		case OPTION_CC:
			scan->compiler = optarg;
			break;
		case OPTION_PLUGIN:
			scan->plugin = optarg;
			break;
		case OPTION_ROOT:
			choices->source_root = optarg;
			break;
		case OPTION_STATE:
			choices->state = optarg;
			break;
		case 'h':
			fputs(usage, stdout);
			return option_flush(CLI_OK);
		default:
			return option_wrong("scan");
		}
	}
	if (optind > 0 && !strcmp(argv[optind - 1], "--")) {
		if (optind < argc && !choices->database) {
			choices->build = argv + optind;
			return -1;
		}
		cli_message(choices->database ?
				    "scan: expected either a database or a command after --" :
				    "scan: expected a command after --");
		return option_wrong("scan");
	}
	return -1;
}

/* Where what belongs to the current folder is kept. Caller frees. */
static char *default_state(void)
{
	const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
	char *here = realpath(".", NULL), *state;
	struct lc_sha256 hash;
	char hex[LC_SHA256_HEX];

	lc_sha256_init(&hash);
	lc_sha256_add(&hash, here ? here : ".", strlen(here ? here : "."));
	lc_sha256_hex(&hash, hex);
	if (cache && *cache == '/')
		state = cli_format("%s/layoutcheck/%.16s", cache, hex);
	else
		state = cli_format("%s/.cache/layoutcheck/%.16s", home ? home : "", hex);
	free(here);
	return state;
}

/* Makes the folder and gives its absolute name; NULL after a message. Caller frees. */
static char *make_state(const char *asked)
{
	char *state = asked ? cli_strdup(asked) : default_state(), *real;
	int error = lc_make_folder(state);

	real = error ? NULL : realpath(state, NULL);
	if (!real)
		cli_message("%s: cannot be made: %s", state, strerror(error ? error : errno));
	free(state);
	return real;
}

/* A plugin that is a file is told to a compiler that may run elsewhere. Caller frees. */
static char *plugin_name(const char *asked)
{
	char *real;

	if (!strchr(asked, '/'))
		return cli_strdup(asked);
	real = realpath(asked, NULL);
	if (!real)
		cli_message("%s: %s", asked, strerror(errno));
	return real;
}

/* The database's name; NULL after a message. Caller frees. */
static char *find_database(const char *asked)
{
	static const char name[] = "compile_commands.json";
	struct stat status;

	if (asked)
		return !stat(asked, &status) && S_ISDIR(status.st_mode) ?
			       cli_format("%s/%s", asked, name) :
			       cli_strdup(asked);
	if (!access(name, R_OK))
		return cli_strdup(name);
	if (!access("build/compile_commands.json", R_OK))
		return cli_strdup("build/compile_commands.json");
	cli_message(
		"no compile_commands.json here or in build/: name it with -p, or build with 'layoutcheck scan -- make'");
	return NULL;
}

/* Is the unit's source one of the N that were asked for? */
static bool is_wanted(const struct scan_unit *unit, char **sources, int n)
{
	char *path = *unit->file == '/' ? cli_strdup(unit->file) :
					  cli_format("%s/%s", unit->directory, unit->file);
	char *real = realpath(path, NULL);
	bool wanted = !n;

	for (int i = 0; i < n && !wanted; i++) {
		char *asked = realpath(sources[i], NULL);

		wanted = asked && real && !strcmp(asked, real);
		free(asked);
	}
	free(real);
	free(path);
	return wanted;
}

/* Leaves of the units those that were asked for. False after a message: there are none. */
static bool choose(struct scan *scan, char **sources, int n)
{
	size_t kept = 0;

	for (size_t i = 0; i < scan->n_units; i++)
		if (is_wanted(&scan->units[i], sources, n)) {
			struct scan_unit unit = scan->units[kept];

			scan->units[kept++] = scan->units[i];
			scan->units[i] = unit;
		}
	/* The others stay behind the end, to be freed. */
	if (!kept)
		cli_message(n ? "the database has none of the sources that were named" :
				"the database has no C source");
	scan->capacity = scan->n_units;
	scan->n_units = kept;
	return kept;
}

/* Checks the database; adds the records to NAMES. False if something was not checked. */
static bool scan_database(struct scan *scan, const struct choices *choices, char **sources, int n,
			  struct words *names)
{
	char *path = find_database(choices->database);
	bool good = path && scan_read_database(scan, path);
	size_t all = scan->n_units, current = 0, done = 0;

	free(path);
	if (!all || !choose(scan, sources, n)) {
		if (good && !all)
			cli_message("the database has no C source");
		scan->n_units = all;
		return false;
	}
	good &= scan_compile(scan);
	for (size_t i = 0; i < scan->n_units; i++) {
		char *record = scan_record(&scan->units[i]);

		current += scan->units[i].current;
		done += scan->units[i].folder && !(run_interrupted() && scan->units[i].status);
		if (record)
			add_word(names, record);
	}
	fprintf(stderr, "%zu source%s: %zu checked, %zu unchanged since the last scan\n",
		scan->n_units, CLI_S(scan->n_units), done - current, current);
	scan->n_units = all;
	return good;
}

/* Runs the build; adds what it left to NAMES. False if it failed. */
static bool scan_command(const struct scan *scan, const struct choices *choices,
			 struct words *names)
{
	char **made;
	size_t n;
	int status = scan_build(scan, choices->build, &made, &n);

	for (size_t i = 0; i < n; i++)
		add_word(names, made[i]);
	free(made);
	if (status > 0 && !run_interrupted())
		cli_message("%s: exit code %d: what it compiled until then is reported",
			    choices->build[0], status);
	return !status;
}

/* Lists the findings of the log PATH. */
static void list(const char *path, enum lc_level threshold)
{
	FILE *log = fopen(path, "re");
	struct sarif_reader *reader = log ? sarif_reader_from_stream(log, path) : NULL;
	const struct sarif_read_result *result;

	while (reader && sarif_reader_next(reader, &result) == SARIF_READ_RESULT)
		if (result->kind == SARIF_KIND_FAIL && result->level >= metadata_level(threshold))
			finding_show("", result);
	sarif_reader_close(reader);
	if (log)
		fclose(log);
}

int cmd_scan(int argc, char **argv)
{
	struct choices choices;
	struct scan scan;
	struct words names = { NULL };
	int status = parse(argc, argv, &choices, &scan);
	char *state, *plugin, *output;
	bool good;

	if (status >= 0)
		return status;
	state = make_state(choices.state);
	plugin = plugin_name(scan.plugin);
	if (!state || !plugin) {
		free(plugin);
		free(state);
		return CLI_FAILED;
	}
	scan.state = state;
	scan.plugin = plugin;
	output = choices.output ? cli_strdup(choices.output) :
				  cli_format("%s/results.sarif", state);
	run_hold_interrupts();
	good = choices.build ? scan_command(&scan, &choices, &names) :
			       scan_database(&scan, &choices, argv + optind, argc - optind, &names);
	if (run_interrupted()) {
		cli_message("interrupted: what was compiled until then is reported");
		good = false;
	}
	run_release_interrupts();
	status = CLI_FAILED;
	if (names.n) {
		const struct collecting collecting = { .output = output,
						       .source_root = choices.source_root,
						       .category = choices.category,
						       .also_github = choices.github,
						       .level = choices.level,
						       .ledger = choices.ledger,
						       .quiet = true };

		status = collect(&collecting, names.words, names.n);
		if (strcmp(output, "-") != 0)
			list(output, choices.level);
	}
	for (size_t i = 0; i < names.n; i++)
		free(names.words[i]);
	free(names.words);
	scan_free(&scan);
	free(output);
	free(plugin);
	free(state);
	return option_flush(good ? status : CLI_FAILED);
}
