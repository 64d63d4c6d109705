/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The subcommands of layoutcheck, one source file each, and its exit codes.
 */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

enum cli_exit {
	CLI_OK = 0, /* done; nothing found at the level asked for */
	CLI_FINDINGS = 1, /* done; something found at that level */
	CLI_FAILED = 2, /* something could not be done; the message says what */
};

/* ARGV[0] is the subcommand's own name. Each returns an enum cli_exit. */
int cmd_collect(int argc, char **argv);
int cmd_report(int argc, char **argv);
int cmd_scan(int argc, char **argv);
int cmd_gate(int argc, char **argv);
int cmd_explain(int argc, char **argv);
int cmd_rules(int argc, char **argv);
int cmd_fix(int argc, char **argv);
int cmd_lint(int argc, char **argv);
int cmd_layout(int argc, char **argv);
int cmd_export(int argc, char **argv);
int cmd_model(int argc, char **argv);

#endif
