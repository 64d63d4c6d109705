// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * layoutcheck model: compiles and checks models, and shows what is built in.
 */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "message.h"
#include "model_load.h"
#include "nearest.h"
#include "options.h"
#include "output.h"

static const char usage[] =
	"Usage: layoutcheck model compile [-o OUT] FILE...\n"
	"       layoutcheck model check FILE...\n"
	"       layoutcheck model show [NAME]...\n"
	"Models say what cannot be seen in the code: which length belongs to which pointer, which\n"
	"functions hand out bytes or compare lengths. They are written in YAML.\n"
	"\n"
	"  compile  make of all FILEs one compiled model for -fplugin-arg-layoutcheck-model=OUT\n"
	"  check    report mistakes as FILE:LINE:COLUMN, and nothing else\n"
	"  show     print what is built in, of the functions and structs NAMEd or all of it\n"
	"\n"
	"  -o, --output=OUT  write to OUT instead of standard output\n"
	"  -h, --help        print this\n"
	"\n"
	"The format: layoutcheck-model(5).\n"
	"Exit code: 0 done, 1 'check' found mistakes or 'show' nothing of that name, 2 something\n"
	"could not be done.\n";

/* Loads all files; returns CLI_FAILED if one cannot be read. */
static int load_all(struct model_set *set, char **paths, int n)
{
	int status = CLI_OK;

	for (int i = 0; i < n; i++)
		if (model_load(set, paths[i]))
			status = CLI_FAILED;
	return status;
}

static int count_mistakes(const struct model_set *set)
{
	cli_message("%u mistake%s", set->mistakes, CLI_S(set->mistakes));
	return CLI_FINDINGS;
}

static int check(char **paths, int n)
{
	struct model_set set = { .mistakes = 0 };
	int status = load_all(&set, paths, n);

	if (status == CLI_OK && set.mistakes)
		status = count_mistakes(&set);
	model_free(&set);
	return status;
}

static int write_text(const char *path, const char *text)
{
	struct output output;
	struct sarif_sink sink;
	int error = output_open(&output, path);

	if (!error) {
		sink = output_sink(&output);
		error = sink.write(sink.context, text, strlen(text));
		if (error)
			output_abandon(&output);
		else
			error = output_commit(&output);
	}
	if (!error)
		return CLI_OK;
	cli_message("%s: %s", path, strerror(error));
	return CLI_FAILED;
}

static int compile(char **paths, int n, const char *path)
{
	struct model_set set = { .mistakes = 0 };
	int status = load_all(&set, paths, n);
	char *text;

	if (status == CLI_OK && set.mistakes) {
		count_mistakes(&set);
		status = CLI_FAILED;
	}
	if (status == CLI_OK) {
		text = model_compiled(&set);
		status = write_text(path, text);
		free(text);
	}
	model_free(&set);
	return status;
}

/* Is what LINE, a compiled entry, is about one of NAMES? */
static bool is_about(const char *line, size_t length, char **names, int n)
{
	const char *key = memchr(line, '\t', length);
	size_t rest;

	if (!key)
		return false;
	key++;
	rest = strcspn(key, "\t(\n");
	for (int i = 0; i < n; i++)
		if (strlen(names[i]) == rest && !memcmp(names[i], key, rest))
			return true;
	return false;
}

/* One compiled entry as it would stand in YAML, on a line. */
static void show_line(const char *line, size_t length)
{
	char *copy = strndup(line, length), *text = copy, *word;
	const struct lc_model_schema *schema = lc_model_schemas;

	if (!copy)
		cli_fatal("out of memory");
	word = strsep(&text, "\t");
	while (schema < lc_model_schemas + LC_MODEL_KINDS && strcmp(schema->word, word))
		schema++;
	if (schema == lc_model_schemas + LC_MODEL_KINDS) {
		printf("# model %s\n", strsep(&text, "\t"));
	} else {
		printf("%s:", schema->list);
		for (size_t i = 0; i < schema->n_fields; i++) {
			const char *value = strsep(&text, "\t");

			if (value && strcmp(value, LC_MODEL_ABSENT))
				printf("%s %s: %s", i ? ";" : "", schema->fields[i].key, value);
		}
		putchar('\n');
	}
	free(copy);
}

static int show(char **names, int n)
{
	bool found = !n;

	for (const char *line = strchr(lc_model_builtin, '\n') + 1; *line;) {
		size_t length = strcspn(line, "\n");

		if (!n || is_about(line, length, names, n)) {
			show_line(line, length);
			found = true;
		}
		line += length + (line[length] == '\n');
	}
	return option_flush(found ? CLI_OK : CLI_FINDINGS);
}

static int run(char **words, int n, const char *path)
{
	static const char *const duties[] = { "compile", "check", "show" };
	const char *meant;

	if (!n) {
		cli_message("model: expected compile, check or show");
		return option_wrong("model");
	}
	if (path && strcmp(words[0], "compile")) {
		cli_message("model: --output goes with compile only");
		return option_wrong("model");
	}
	if (!strcmp(words[0], "show"))
		return show(words + 1, n - 1);
	if (strcmp(words[0], "compile") && strcmp(words[0], "check")) {
		meant = nearest_name(words[0], duties, 3);
		if (meant)
			cli_message("model: no '%s': did you mean '%s'?", words[0], meant);
		else
			cli_message("model: no '%s': expected compile, check or show", words[0]);
		return option_wrong("model");
	}
	if (n < 2) {
		cli_message("model: expected a file to %s", words[0]);
		return option_wrong("model");
	}
	return !strcmp(words[0], "check") ? check(words + 1, n - 1) :
					    compile(words + 1, n - 1, path ? path : "-");
}

int cmd_model(int argc, char **argv)
{
	static const struct option options[] = {
		{ "output", required_argument, NULL, 'o' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	const char *path = NULL;

	for (int c; (c = getopt_long(argc, argv, "o:h", options, NULL)) != -1;) {
		if (c == 'h') {
			fputs(usage, stdout);
			return option_flush(CLI_OK);
		}
		if (c != 'o')
			return option_wrong("model");
		path = optarg;
	}
	return run(argv + optind, argc - optind, path);
}
