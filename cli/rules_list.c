// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * layoutcheck rules: the rule table, a line each.
 */
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "message.h"
#include "options.h"
#include "rules.h"

static const char usage[] = "Usage: layoutcheck rules\n"
			    "Lists the rules: id, default level, CWE, and what a finding says.\n"
			    "'layoutcheck explain RULE' tells more of one.\n";

int cmd_rules(int argc, char **argv)
{
	int width = 0;

	if (argc > 1 && (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h"))) {
		fputs(usage, stdout);
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
