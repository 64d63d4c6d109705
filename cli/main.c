// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The layoutcheck command: hands over to the subcommand that was asked for.
 */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "message.h"
#include "nearest.h"
#include "options.h"
#include "rules.h"

static const struct {
	const char *name;
	int (*run)(int argc, char **argv);
	const char *duty;
} commands[] = {
	{ "scan", cmd_scan, "check a project from its compile commands, or while it is built" },
	{ "collect", cmd_collect, "join the records of a build into one SARIF file" },
	{ "report", cmd_report, "show conversions by verdict, and findings by rule" },
	{ "gate", cmd_gate, "fail on findings that a baseline does not know" },
	{ "lint", cmd_lint, "check SARIF files by the standard, and by GitHub's rules" },
	{ "explain", cmd_explain, "explain a rule, or what was concluded at FILE:LINE" },
	{ "layout", cmd_layout, "show the layout of a type, and what the rules say of it" },
	{ "export", cmd_export, "print types of C for another language: Rust" },
	{ "rules", cmd_rules, "list the rules" },
	{ "fix", cmd_fix, "rewrite reported places with semantic patches" },
	{ "model", cmd_model, "compile and check models of what code does not show" },
};
#define N_COMMANDS (sizeof(commands) / sizeof(commands[0]))

static int help(void)
{
	puts("Usage: layoutcheck COMMAND [ARGUMENT]...\n"
	     "Works on what the compiler plugin recorded of C code that views bytes as objects.\n");
	for (size_t i = 0; i < N_COMMANDS; i++)
		printf("  %-10s %s\n", commands[i].name, commands[i].duty);
	puts("\n'layoutcheck COMMAND --help' tells more of each.\n"
	     "Exit code: 0 done and nothing found, 1 something found, 2 something could not be done.");
	return option_flush(CLI_OK);
}

static int unknown(const char *name)
{
	const char *names[N_COMMANDS];
	const char *meant;

	for (size_t i = 0; i < N_COMMANDS; i++)
		names[i] = commands[i].name;
	meant = nearest_name(name, names, N_COMMANDS);
	if (meant)
		cli_message("no command '%s': did you mean '%s'?", name, meant);
	else
		cli_message("no command '%s': 'layoutcheck help' lists them", name);
	return CLI_FAILED;
}

int main(int argc, char **argv)
{
	const char *name = argc > 1 ? argv[1] : NULL;

	signal(SIGXFSZ, SIG_IGN); /* a file too large is an error like another */
	if (!name) {
		cli_message("expected a command: 'layoutcheck help' lists them");
		return CLI_FAILED;
	}
	if (!strcmp(name, "--version") || !strcmp(name, "-V")) {
		puts(LC_TOOL_NAME " " LC_VERSION);
		return option_flush(CLI_OK);
	}
	if (!strcmp(name, "--help") || !strcmp(name, "-h"))
		return help();
	if (!strcmp(name, "help")) {
		static char asked[] = "--help";
		char *arguments[] = { argv[0], asked, NULL };

		if (argc < 3)
			return help();
		for (size_t i = 0; i < N_COMMANDS; i++)
			if (!strcmp(argv[2], commands[i].name)) {
				arguments[0] = argv[2];
				return commands[i].run(2, arguments);
			}
		return unknown(argv[2]);
	}
	for (size_t i = 0; i < N_COMMANDS; i++)
		if (!strcmp(name, commands[i].name))
			return commands[i].run(argc - 1, argv + 1);
	return unknown(name);
}
