// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * layoutcheck explain: the text of a rule, or what was concluded at a place.
 */
#include "explain.h"

#include <ctype.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "message.h"
#include "nearest.h"
#include "options.h"
#include "rules.h"
#include "table.h"

static const char usage[] =
	"Usage: layoutcheck explain RULE\n"
	"   or: layoutcheck explain [--json] FILE:LINE[:COLUMN] [NAME]...\n"
	"   or: layoutcheck explain [--json] FUNCTION [NAME]...\n"
	"Explains a rule: what it means, why it matters, bad and good code, what to do.\n"
	"Or shows the conversions whose cast, access or evidence stands at FILE:LINE, or\n"
	"all in a FUNCTION, from the records in NAMEs (objects, archives, record files,\n"
	"folders; default: the current folder): where the bytes come from, each verdict with\n"
	"how it was reached, also the proven, and what the function needs of its callers.\n"
	"FILE may be the end of a name: foo.c is drivers/foo.c too.\n"
	"\n"
	"      --json              the same as JSON\n"
	"  -h, --help              show this help\n"
	"\n"
	"Exit code: 0 shown, 1 nothing is known of that place, 2 something could not be done.\n";

enum { OPTION_JSON = 256 };

/* Prints TEXT in lines of at most 80 columns, each behind INDENT. */
static void print_wrapped(const char *indent, const char *text)
{
	size_t width = 80 - strlen(indent);

	while (*text) {
		size_t n = strlen(text), cut;

		if (n > width)
			n = width;
		for (cut = n; text[cut] && cut && text[cut] != ' ';)
			cut--;
		if (!cut)
			cut = strcspn(text, " "); /* a word that is too long */
		printf("%s%.*s\n", indent, (int)cut, text);
		text += cut;
		text += strspn(text, " ");
	}
}

static void print_indented(const char *text)
{
	while (*text) {
		size_t n = strcspn(text, "\n");

		printf(n ? "    %.*s\n" : "\n", (int)n, text);
		text += n + (text[n] == '\n');
	}
}

static void heading(const char *text)
{
	printf("\n%s%s%s\n", colour(COLOUR_BOLD), text, colour(COLOUR_NONE));
}

static int explain_rule(const struct lc_rule *rule)
{
	printf("%s%s%s (%s, CWE-%u", colour(COLOUR_BOLD), rule->id, colour(COLOUR_NONE),
	       lc_level_name(rule->default_level), rule->cwe);
	for (const unsigned *cwe = rule->cwe_also; cwe && *cwe; cwe++)
		printf(", CWE-%u", *cwe);
	puts(")");
	print_wrapped("", rule->short_description);
	heading("What and why");
	print_wrapped("", rule->full_description);
	heading("Bad");
	print_indented(rule->bad_example);
	heading("Good");
	print_indented(rule->good_example);
	heading("What to do");
	print_wrapped("", rule->remedy);
	printf("\n%s\n", lc_rule_uri(rule));
	return option_flush(CLI_OK);
}

static int unknown_rule(const char *name)
{
	const char **names = cli_alloc(lc_n_rules * sizeof(*names));
	const char *meant;

	for (size_t i = 0; i < lc_n_rules; i++)
		names[i] = lc_rules[i].id;
	meant = nearest_name(name, names, lc_n_rules);
	if (meant)
		cli_message("explain: no rule '%s': did you mean '%s'?", name, meant);
	else
		cli_message("explain: '%s' is no rule ('layoutcheck rules' lists them) and no "
			    "FILE:LINE",
			    name);
	free(names);
	return CLI_FAILED;
}

/* Splits FILE:LINE[:COLUMN] in place. False if TEXT is none. */
static bool parse_place(char *text, struct question *question)
{
	int numbers[2], n = 0;
	char *colon, *end;

	/* From the right: the file name may have colons too. */
	while (n < 2 && (colon = strrchr(text, ':')) && isdigit((unsigned char)colon[1])) {
		long number = strtol(colon + 1, &end, 10);

		if (*end || number < 1 || number > 100000000)
			break;
		*colon = '\0';
		numbers[n++] = (int)number;
	}
	if (!n || !*text)
		return false;
	question->file = text;
	question->line = numbers[n - 1];
	question->column = n == 2 ? numbers[0] : 0;
	return true;
}

/* Could TEXT be the name of a function, and not a rule's? */
static bool is_identifier(const char *text)
{
	if (isdigit((unsigned char)*text))
		return false;
	while (isalnum((unsigned char)*text) || *text == '_' || *text == '$')
		text++;
	return !*text;
}

/* Returns -1 to go on, otherwise the exit code. */
static int parse(int argc, char **argv, struct question *question)
{
	static const struct option options[] = {
		{ "json", no_argument, NULL, OPTION_JSON },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	int option;

	while ((option = getopt_long(argc, argv, "h", options, NULL)) != -1) {
		switch (option) {
		case OPTION_JSON:
			question->json = true;
			break;
		case 'h':
			fputs(usage, stdout);
			return option_flush(CLI_OK);
		default:
			return option_wrong("explain");
		}
	}
	if (optind < argc)
		return -1;
	cli_message("explain: expected a rule, FILE:LINE and records, or a function and records");
	return option_wrong("explain");
}

int cmd_explain(int argc, char **argv)
{
	static char here[] = ".";
	char *default_names[] = { here };
	struct question question = { .json = false };
	const struct lc_rule *rule;
	char *copy;
	int status = parse(argc, argv, &question), n;

	if (status >= 0)
		return status;
	n = argc - optind - 1;
	rule = lc_rule_find(argv[optind]);
	if (rule && !n)
		return explain_rule(rule);
	copy = cli_strdup(argv[optind]);
	if (!parse_place(copy, &question)) {
		if (rule || !is_identifier(argv[optind])) {
			free(copy);
			return unknown_rule(argv[optind]);
		}
		question.function = argv[optind];
	}
	status = n ? explain_place(&question, argv + optind + 1, (size_t)n) :
		     explain_place(&question, default_names, 1);
	free(copy);
	return option_flush(status);
}
