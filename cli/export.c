// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * layoutcheck export: types of C as definitions in another language, with the
 * assertions that make a difference in layout an error there.
 */
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "decode.h"
#include "export_rust.h"
#include "layout_compile.h"
#include "layout_show.h"
#include "message.h"
#include "options.h"
#include "records.h"

static const char usage[] =
	"Usage: layoutcheck export --rust FILE TYPE...\n"
	"       layoutcheck export --rust TYPE... -- COMPILER ARGUMENT...\n"
	"Prints definitions of the TYPEs, and of the structures in them, for another language.\n"
	"      --rust           Rust: #[repr(C)], derives of zerocopy 0.8 for the contracts that\n"
	"                       the type claims, and assertions of sizes and offsets\n"
	"  -h, --help           show this help\n"
	"FILE is an object, archive, record file or folder, as for layoutcheck layout; with the\n"
	"command that compiles a source file, it is compiled with the plugin, check-only.\n"
	"TYPE is a name with or without struct or union, or a shell pattern: 'struct hci_*'.\n";

struct exporting {
	json_t *layouts; /* by the name of the type */
	unsigned n_problems;
};

static void on_unit(void *context, const struct record_unit *unit)
{
	(void)context;
	(void)unit;
}

static char *on_line(void *context, const struct record_unit *unit, const char *kind, json_t *json,
		     const char *text, size_t length)
{
	struct exporting *e = context;
	const char *name = decode_string(json, "type");

	(void)unit;
	(void)text;
	(void)length;
	/* The first counts; one that other units see otherwise is another type of the name. */
	if (!strcmp(kind, "layout") && name && !json_object_get(e->layouts, name) &&
	    json_is_array(json_object_get(json, "fields")) &&
	    json_object_set(e->layouts, name, json))
		cli_fatal("out of memory");
	return NULL;
}

static void on_problem(void *context, const char *container, size_t line, const char *message)
{
	struct exporting *e = context;

	e->n_problems++;
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

/* Adds to WANTED the names that are called TYPE; their number. */
static unsigned choose(json_t *layouts, const char *type, json_t *wanted)
{
	const char *name;
	unsigned n = 0;
	json_t *layout;

	json_object_foreach(layouts, name, layout) {
		if (!layout_is_called(name, type))
			continue;
		n++;
		if (json_object_set(wanted, name, layout))
			cli_fatal("out of memory");
	}
	return n;
}

static int export(char *file, char *const *types, size_t n)
{
	struct exporting e = { .layouts = json_object() };
	const struct record_visitor visitor = {
		.context = &e,
		.unit = on_unit,
		.line = on_line,
		.problem = on_problem,
		.unchecked = on_unchecked,
	};
	json_t *wanted = json_object();
	int status = CLI_OK;
	unsigned units;

	if (!e.layouts || !wanted)
		cli_fatal("out of memory");
	units = records_visit(&file, 1, &visitor);
	if (!units)
		cli_message("%s: no record found: was it compiled with -fplugin=layoutcheck?",
			    file);
	for (size_t i = 0; units && i < n; i++) {
		if (choose(e.layouts, types[i], wanted))
			continue;
		cli_message(
			"no layout of '%s' in %s: a record has the types that bytes are viewed as",
			types[i], file);
		status = CLI_FINDINGS;
	}
	if (json_object_size(wanted))
		export_rust(stdout, e.layouts, wanted);
	if (e.n_problems || !units)
		status = CLI_FAILED;
	json_decref(wanted);
	json_decref(e.layouts);
	return status;
}

int cmd_export(int argc, char **argv)
{
	static const struct option long_options[] = {
		{ "help", no_argument, NULL, 'h' },
		{ "rust", no_argument, NULL, 'r' },
		{ NULL, 0, NULL, 0 },
	};
	int option, separator;
	bool rust = false;
	char *folder;
	int status;

	while ((option = getopt_long(argc, argv, "+h", long_options, NULL)) != -1) {
		switch (option) {
		case 'r':
			rust = true;
			break;
		case 'h':
			fputs(usage, stdout);
			return option_flush(CLI_OK);
		default:
			return option_wrong("export");
		}
	}
	if (!rust) {
		cli_message("export: expected a language: --rust");
		return option_wrong("export");
	}
	for (separator = optind; separator < argc && strcmp(argv[separator], "--");)
		separator++;
	if (separator + 1 < argc && separator > optind) {
		folder = layout_compile(argv + separator + 1, "*");
		if (!folder)
			return CLI_FAILED;
		status = export(folder, argv + optind, (size_t)(separator - optind));
		layout_forget(folder);
		return option_flush(status);
	}
	if (argc - optind < 2) {
		cli_message("export: expected the name of an object or record, and that of a type");
		return option_wrong("export");
	}
	return option_flush(export(argv[optind], argv + optind + 1, (size_t)(argc - optind - 1)));
}
