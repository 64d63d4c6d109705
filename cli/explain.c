// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * layoutcheck explain: the text of a rule, or what was concluded at a place.
 */
#include "explain.h"

#include <ctype.h>
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
	"   or: layoutcheck explain FILE:LINE [NAME]...\n"
	"Explains a rule: what it means, why it matters, bad and good code, what to do.\n"
	"Or shows the conversions whose cast, access or evidence stands at FILE:LINE, from\n"
	"the records in NAMEs (objects, archives, record files, folders; default: the\n"
	"current folder): where the bytes come from, and each verdict with how it was\n"
	"reached, also the proven.\n"
	"FILE may be the end of a name: foo.c is drivers/foo.c too.\n"
	"\n"
	"  -h, --help              show this help\n"
	"\n"
	"Exit code: 0 shown, 1 nothing is known of that place, 2 something could not be done.\n";

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

/* Splits FILE:LINE, with or without :COLUMN behind it. Caller frees *FILE. */
static bool parse_place(const char *text, char **file, int *line)
{
	char *copy = cli_strdup(text), *colon, *end;
	bool found = false;

	/* From the right: the file name may have colons too. */
	for (int i = 0; i < 2 && (colon = strrchr(copy, ':')) && isdigit((unsigned char)colon[1]);
	     i++) {
		long number = strtol(colon + 1, &end, 10);

		if (*end || number < 1 || number > 100000000)
			break;
		*colon = '\0';
		*line = (int)number;
		found = *copy != '\0';
	}
	*file = copy;
	if (!found)
		free(copy);
	return found;
}

int cmd_explain(int argc, char **argv)
{
	static char here[] = ".";
	char *default_names[] = { here };
	const struct lc_rule *rule;
	char *file;
	int line = 0, status;

	if (argc > 1 && (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h"))) {
		fputs(usage, stdout);
		return option_flush(CLI_OK);
	}
	if (argc < 2 || argv[1][0] == '-') {
		cli_message("explain: expected a rule, or FILE:LINE and records");
		return option_wrong("explain");
	}
	rule = lc_rule_find(argv[1]);
	if (rule && argc == 2)
		return explain_rule(rule);
	if (!parse_place(argv[1], &file, &line))
		return unknown_rule(argv[1]);
	status = argc > 2 ? explain_place(file, line, argv + 2, (size_t)argc - 2) :
			    explain_place(file, line, default_names, 1);
	free(file);
	return option_flush(status);
}
