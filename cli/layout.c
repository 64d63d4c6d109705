// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * layoutcheck layout: shows a type's layout from records, and what the rules
 * about types think of each member. One that units repeat is shown once.
 */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "decode.h"
#include "layout_compile.h"
#include "layout_show.h"
#include "map.h"
#include "message.h"
#include "options.h"
#include "paths.h"
#include "records.h"

static const char usage[] =
	"Usage: layoutcheck layout NAME... TYPE\n"
	"       layoutcheck layout TYPE -- COMPILER ARGUMENT...\n"
	"Shows the layout of TYPE, offsets and sizes in bytes, with its padding and what the rules\n"
	"about types say of each member, from the records behind the NAMEs: objects, archives,\n"
	"record files and folders. A record describes the types that bytes are viewed as in its unit.\n"
	"With the command that compiles a source file, it is compiled with the plugin, check-only, and\n"
	"any type of that name in it is shown.\n"
	"TYPE is a name with or without struct or union, or a shell pattern: 'struct hci_*'.\n"
	"\n"
	"  -h, --help              show this help\n";

struct showing {
	const char *type;
	struct paths paths;
	struct map shown; /* text of the layouts shown */
	unsigned n_shown, n_problems;
};

static void on_unit(void *context, const struct record_unit *unit)
{
	(void)context;
	(void)unit;
}

static char *on_line(void *context, const struct record_unit *unit, const char *kind, json_t *json,
		     const char *text, size_t length)
{
	struct showing *s = context;
	const char *name = decode_string(json, "type");
	struct lc_place place;
	struct map_slot *slot;
	char *shown;

	(void)text;
	(void)length;
	if (strcmp(kind, "layout") || !name || !layout_is_called(name, s->type))
		return NULL;
	/* Which conversions there are differs from unit to unit. */
	json_object_del(json, "conversions");
	shown = json_dumps(json, JSON_COMPACT | JSON_SORT_KEYS);
	if (!shown)
		cli_fatal("out of memory");
	slot = map_put(&s->shown, shown, strlen(shown));
	free(shown);
	if (slot->value)
		return NULL;
	slot->value = s;
	if (s->n_shown++)
		putchar('\n');
	if (decode_place(json_object_get(json, "place"), &place))
		printf("/* %s:%d */\n", paths_resolve(&s->paths, unit->directory, place.file)->name,
		       place.line);
	layout_show(json);
	return NULL;
}

static void on_problem(void *context, const char *container, size_t line, const char *message)
{
	struct showing *s = context;

	s->n_problems++;
	if (line)
		cli_message("%s:%zu: %s", container, line, message);
	else
		cli_message("%s: %s", container, message);
}

static void on_unchecked(void *context, const char *object, const char *reason)
{
	(void)context;
	(void)object;
	(void)reason;
}

static int show(const char *type, char *const *names, size_t n)
{
	struct showing s = { .type = type };
	const struct record_visitor visitor = {
		.context = &s,
		.unit = on_unit,
		.line = on_line,
		.problem = on_problem,
		.unchecked = on_unchecked,
	};
	unsigned units;
	int status = paths_init(&s.paths, NULL);

	if (status) {
		cli_message(".: cannot be the source root: %s", strerror(status));
		return CLI_FAILED;
	}
	units = records_visit(names, n, &visitor);
	if (!units)
		cli_message(
			"no record found: were the objects compiled with -fplugin=layoutcheck?");
	else if (!s.n_shown)
		cli_message(
			"no layout of '%s' in %u unit%s: a record has the types that bytes are viewed as",
			type, units, CLI_S(units));
	status = s.n_shown ? CLI_OK : CLI_FINDINGS;
	if (s.n_problems || !units)
		status = CLI_FAILED;
	map_free(&s.shown);
	paths_free(&s.paths);
	return status;
}

static int compile_and_show(char *const *command, const char *type, bool alone)
{
	char *folder;
	int status;

	if (!alone) {
		cli_message("layout: expected one type before '--'");
		return option_wrong("layout");
	}
	folder = layout_compile(command, type);
	if (!folder)
		return CLI_FAILED;
	status = show(type, &folder, 1);
	layout_forget(folder);
	return option_flush(status);
}

int cmd_layout(int argc, char **argv)
{
	static const struct option long_options[] = {
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	int option, separator = 1;

	while ((option = getopt_long(argc, argv, "+h", long_options, NULL)) != -1) {
		if (option != 'h')
			return option_wrong("layout");
		fputs(usage, stdout);
		return option_flush(CLI_OK);
	}
	while (separator < argc && strcmp(argv[separator], "--"))
		separator++;
	if (separator + 1 < argc && separator > 1)
		return compile_and_show(argv + separator + 1, argv[separator - 1], separator == 2);
	if (argc - optind < 2) {
		cli_message("layout: expected the name of an object or record, and that of a type");
		return option_wrong("layout");
	}
	return option_flush(show(argv[argc - 1], argv + optind, (size_t)(argc - optind - 1)));
}
