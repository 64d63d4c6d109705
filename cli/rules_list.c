// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * layoutcheck rules: the rule table, a line each.
 */
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "findings.h"
#include "message.h"
#include "options.h"
#include "rules.h"

static const char usage[] = "Usage: layoutcheck rules [--json]\n"
			    "Lists the rules: id, default level, CWE, and what a finding says.\n"
			    "      --json  as one JSON array\n"
			    "  -h, --help  show this help\n"
			    "'layoutcheck explain RULE' tells more of one.\n";

static void print_json(void)
{
	struct sarif_json json;

	sarif_json_init(&json, finding_stdout(), 2);
	sarif_json_array(&json, NULL);
	for (size_t i = 0; i < lc_n_rules; i++) {
		const struct lc_rule *rule = &lc_rules[i];

		sarif_json_object(&json, NULL);
		sarif_json_string(&json, "id", rule->id);
		sarif_json_string(&json, "level", lc_level_name(rule->default_level));
		sarif_json_integer(&json, "cwe", rule->cwe);
		sarif_json_string(&json, "precision", rule->precision);
		sarif_json_string(&json, "description", rule->short_description);
		sarif_json_string(&json, "uri", lc_rule_uri(rule));
		sarif_json_end_object(&json);
	}
	sarif_json_end_array(&json);
	sarif_json_finish(&json);
}

int cmd_rules(int argc, char **argv)
{
	int width = 0;

	if (argc > 1 && (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h"))) {
		fputs(usage, stdout);
		return option_flush(CLI_OK);
	}
	if (argc == 2 && !strcmp(argv[1], "--json")) {
		print_json();
		return option_flush(CLI_OK);
	}
	if (argc > 1) {
		cli_message("rules: expected no argument, found '%s'", argv[1]);
		return option_wrong("rules");
	}
	for (size_t i = 0; i < lc_n_rules; i++)
		if ((int)strlen(lc_rules[i].id) > width)
			width = (int)strlen(lc_rules[i].id);
	for (size_t i = 0; i < lc_n_rules; i++)
		printf("%-*s  %-7s  CWE-%-4u  %s\n", width, lc_rules[i].id,
		       lc_level_name(lc_rules[i].default_level), lc_rules[i].cwe,
		       lc_rules[i].short_description);
	return option_flush(CLI_OK);
}
