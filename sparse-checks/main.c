/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * layoutcheck-sparse: reads sources with sparse, judges what only sparse sees, prints the
 * findings and writes the record. Exit status: 0, or 2 if some file could not be checked.
 */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "diagnostics.h"
#include "options.h"
#include "print.h"
#include "report/record.h"
#include "rules.h"
#include "suppression.h"

enum { CANNOT = 2 };

static const char usage[] =
	"Usage: layoutcheck-sparse [OPTION]... [COMPILER OPTION]... FILE...\n"
	"Finds where an address space mark (__iomem, __user, __percpu, __rcu) is lost\n"
	"on the way to a typed view. In a kernel tree: make C=1 CHECK=layoutcheck-sparse\n"
	"\n"
	"  --record-dir=DIR  write each file's record below DIR\n"
	"                    (else to $LAYOUTCHECK_RECORD_DIR if that is set)\n"
	"  --no-record       write no record\n"
	"  --help            this text\n"
	"  --version         the versions of layoutcheck and of sparse\n"
	"\n"
	"All else is taken as the compiler's command line, as sparse takes it.\n";

/* sparse leaves by exit(1) when it cannot go on, say for a header that is missing. */
static bool finished;

static void leave_unfinished(void)
{
	if (!finished) {
		fflush(NULL);
		_exit(CANNOT);
	}
}

/* Writes UNIT's record. Returns false, with a message, if that failed. */
static bool save_record(const struct sc_options *options, const struct lc_unit *unit)
{
	size_t length;
	char *text = lc_record_text(unit, &length);
	char *path = lc_record_path(options->record_dir, unit->object, "sparse");
	int error = text && path ? lc_record_save(options->record_dir, path, text, length) : ENOMEM;

	if (error)
		fprintf(stderr, "layoutcheck-sparse: %s: cannot write the record: %s\n",
			path ? path : options->record_dir, strerror(error));
	free(text);
	free(path);
	return !error;
}

/*
 * Is FILE part of a program? The kernel tries its checker on a nameless stub, of which a record
 * would say that it was checked.
 */
static bool is_source(const char *file)
{
	size_t length = strlen(file);

	return length > 2 && (!strcmp(file + length - 2, ".c") || !strcmp(file + length - 2, ".i"));
}

static void describe(struct lc_unit *unit, const struct sc_options *options, const char *file)
{
	char *own = options->object ? NULL : sc_object_name(file);
	char folder[PATH_MAX];

	unit->adapter = "sparse";
	unit->compiler = lc_arena_printf(&unit->arena, "sparse %s", sparse_version);
	unit->target = multiarch_dir && *multiarch_dir ? multiarch_dir : NULL;
	unit->language = "C";
	unit->source = file;
	unit->directory = getcwd(folder, sizeof(folder)) ? lc_arena_strdup(&unit->arena, folder) :
							   NULL;
	unit->object = lc_arena_strdup(&unit->arena, options->object ? options->object : own);
	unit->options = (const char *const *)options->argv + 1;
	unit->n_options = (size_t)options->argc - 1;
	free(own);
}

/* Checks one file. Returns false, with a message, if it could not. */
static bool check_file(const struct sc_options *options, char *file)
{
	struct lc_unit unit;
	struct sc_context context = { .unit = &unit };
	struct symbol_list *symbols;
	bool done = false;
	FILE *readable = fopen(file, "rb");

	if (!readable || fgetc(readable) == EOF) {
		if (!readable || ferror(readable)) {
			fprintf(stderr, "layoutcheck-sparse: %s: cannot be read: %s\n", file,
				strerror(errno));
			if (readable)
				fclose(readable);
			return false;
		}
	}
	fclose(readable);
	if (lc_unit_init(&unit)) {
		fprintf(stderr, "layoutcheck-sparse: %s: out of memory\n", file);
		return false;
	}
	describe(&unit, options, file);
	sc_diagnostics_begin(&unit, options->beside_compiler);
	/* The tokens of macro bodies are looked at later. */
	symbols = sparse_keep_tokens(file);
	has_error = 0;
	if (!sc_diagnostics_unreadable()) {
		context.flow.arena = &unit.arena;
		sc_sources_init(&context.sources, &unit.arena, file);
		evaluate_symbol_list(symbols);
		sc_check_symbols(&context, symbols);
		sc_sources_free(&context.sources);
		lc_unit_suppress(&unit);
		sc_print_findings(stderr, &unit);
		done = !options->record_dir || !is_source(file) || save_record(options, &unit);
	} else {
		fprintf(stderr, "layoutcheck-sparse: %s: not checked: sparse cannot read it\n",
			file);
	}
	sc_diagnostics_end();
	lc_unit_free(&unit);
	return done;
}

int main(int argc, char **argv)
{
	struct sc_options options;
	struct string_list *files = NULL;
	int status = 0, count = 0;
	char *file;

	if (sc_options_parse(&options, argc, argv))
		return CANNOT;
	if (options.complaint) {
		fprintf(stderr, "layoutcheck-sparse: %s\n", options.complaint);
		return CANNOT;
	}
	if (options.help) {
		fputs(usage, stdout);
		return 0;
	}
	if (options.version) {
		printf("layoutcheck-sparse %s (sparse %s)\n", LC_VERSION, sparse_version);
		return 0;
	}
	atexit(leave_unfinished);
	do_output = 0;
	sparse_initialize(options.argc, options.argv, &files);
	FOR_EACH_PTR(files, file) {
		count++;
		if (!check_file(&options, file))
			status = CANNOT;
	}
	END_FOR_EACH_PTR(file);
	if (!count) {
		fputs("layoutcheck-sparse: no source file given\n", stderr);
		fputs(usage, stderr);
		status = CANNOT;
	}
	finished = true;
	sc_options_free(&options);
	return status;
}
