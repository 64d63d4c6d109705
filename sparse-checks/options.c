/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Reads the command line. It is a compiler's, with a few long options more.
 */
#include "options.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool starts(const char *text, const char *beginning, const char **rest)
{
	size_t length = strlen(beginning);

	if (strncmp(text, beginning, length))
		return false;
	*rest = text + length;
	return true;
}

char *sc_object_name(const char *source)
{
	const char *slash = strrchr(source, '/');
	const char *base = slash ? slash + 1 : source;
	const char *dot = strrchr(base, '.');
	int length = (int)(dot && dot != base ? (size_t)(dot - base) : strlen(base));
	char *name;

	return asprintf(&name, "%.*s.o", length, base) < 0 ? NULL : name;
}

/* The object that a dependency file belongs to: foo.d, or Kbuild's .foo.o.d, beside it. */
static char *object_of_dependencies(const char *path)
{
	const char *slash = strrchr(path, '/');
	int folder = slash ? (int)(slash - path) + 1 : 0;
	const char *base = path + folder;
	size_t length = strlen(base);
	char *name;

	if (length > 4 && base[0] == '.' && !strcmp(base + length - 4, ".o.d")) {
		base++;
		length--;
	}
	if (length > 2 && !strcmp(base + length - 2, ".d"))
		length -= 2;
	else
		return NULL;
	return asprintf(&name, "%.*s%.*s%s", folder, path, (int)length, base,
			length > 2 && !strncmp(base + length - 2, ".o", 2) ? "" : ".o") < 0 ?
		       NULL :
		       name;
}

/* A comma-separated -Wp, list: what follows -MD or -MMD in it. */
static char *object_of_preprocessor(const char *list)
{
	const char *file = strstr(list, "-MMD,");
	char *path, *object;

	file = file ? file + 5 : strstr(list, "-MD,") ? strstr(list, "-MD,") + 4 : NULL;
	if (!file)
		return NULL;
	path = strndup(file, strcspn(file, ","));
	object = path ? object_of_dependencies(path) : NULL;
	free(path);
	return object;
}

/* What names the object, best last: a dependency file, its target, the output. */
struct objects {
	char *dependencies, *target, *output;
};

static void set(char **slot, char *value)
{
	if (!value)
		return;
	free(*slot);
	*slot = value;
}

static bool asks_for_dependencies(const char *argument)
{
	return !strcmp(argument, "-MD") || !strcmp(argument, "-MMD") ||
	       !strncmp(argument, "-Wp,-MD,", 8) || !strncmp(argument, "-Wp,-MMD,", 9);
}

static void look_for_object(struct objects *objects, char **argument)
{
	const char *rest;

	if (starts(*argument, "-Wp,", &rest))
		set(&objects->dependencies, object_of_preprocessor(rest));
	else if (starts(*argument, "-MF", &rest) && (*rest || argument[1]))
		set(&objects->dependencies, object_of_dependencies(*rest ? rest : argument[1]));
	else if ((starts(*argument, "-MT", &rest) || starts(*argument, "-MQ", &rest)) &&
		 (*rest || argument[1]))
		set(&objects->target, strdup(*rest ? rest : argument[1]));
	else if (starts(*argument, "-o", &rest) && (*rest || argument[1]))
		set(&objects->output, strdup(*rest ? rest : argument[1]));
}

/* One long option of ours? Sets *TAKEN. What only looks like one is a complaint. */
static void own_option(struct sc_options *options, const char *argument, bool *no_record,
		       bool *taken)
{
	const char *rest;

	*taken = true;
	if (!strcmp(argument, "--help")) {
		options->help = true;
	} else if (!strcmp(argument, "--version")) {
		options->version = true;
	} else if (!strcmp(argument, "--no-record")) {
		*no_record = true;
	} else if (starts(argument, "--record-dir=", &rest) && *rest) {
		options->record_dir = rest;
	} else if (starts(argument, "--record", &rest) || starts(argument, "--no-rec", &rest)) {
		char *text;

		if (!options->complaint &&
		    asprintf(&text,
			     "%s is no option of layoutcheck-sparse: expected --record-dir=DIR, "
			     "--no-record, --help or --version",
			     argument) >= 0)
			options->complaint = text;
	} else {
		*taken = false;
	}
}

int sc_options_parse(struct sc_options *options, int argc, char **argv)
{
	/* sparse cuts it at the equals sign, in place. */
	static char older_typeof[] = "-D__typeof_unqual__=__typeof__";
	struct objects objects = { 0 };
	bool no_record = false, value_follows = false;

	memset(options, 0, sizeof(*options));
	options->record_dir = getenv("LAYOUTCHECK_RECORD_DIR");
	if (options->record_dir && !*options->record_dir)
		options->record_dir = NULL;
	/* One more than there are, and the end. */
	options->argv = calloc((size_t)argc + 2, sizeof(*options->argv));
	if (!options->argv)
		return -1;
	for (int i = 0; i < argc; i++) {
		bool taken = false;

		if (i && !value_follows)
			own_option(options, argv[i], &no_record, &taken);
		if (i && !value_follows && !taken)
			look_for_object(&objects, &argv[i]);
		if (i && !value_follows && asks_for_dependencies(argv[i]))
			options->beside_compiler = true;
		value_follows = !strcmp(argv[i], "-o") || !strcmp(argv[i], "-MF") ||
				!strcmp(argv[i], "-MT") || !strcmp(argv[i], "-MQ") ||
				!strcmp(argv[i], "-include") || !strcmp(argv[i], "-I") ||
				!strcmp(argv[i], "-D");
		if (!taken)
			options->argv[options->argc++] = argv[i];
		/* This sparse is older than the operator? */
		if (!i && SC_OLDER_THAN_TYPEOF_UNQUAL)
			options->argv[options->argc++] = older_typeof;
	}
	if (no_record)
		options->record_dir = NULL;
	options->object = objects.output;
	if (!options->object)
		options->object = objects.target;
	else
		free(objects.target);
	if (!options->object)
		options->object = objects.dependencies;
	else
		free(objects.dependencies);
	return 0;
}

void sc_options_free(struct sc_options *options)
{
	free(options->argv);
	free((char *)options->object);
	free((char *)options->complaint);
	memset(options, 0, sizeof(*options));
}
