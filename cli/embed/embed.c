// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A tool of the build: compiles the models that come with layoutcheck and
 * writes them as C, for core to have them built in.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../commands.h"
#include "../message.h"
#include "../model_load.h"
#include "sha256.h"

/* TEXT as C strings, a line each. */
static void write_c(const char *text)
{
	struct lc_sha256 hash;
	char hex[LC_SHA256_HEX];

	puts("/* SPDX-License-Identifier: GPL-2.0-or-later */\n"
	     "/*\n * The models that come with layoutcheck, compiled; made by cli/embed.\n */\n"
	     "#include \"model.h\"\n\n"
	     "const char lc_model_builtin[] =");
	fputs("\t\"", stdout);
	for (const char *p = text; *p; p++) {
		if (*p == '\n')
			fputs(p[1] ? "\\n\"\n\t\"" : "\\n", stdout);
		else if (*p == '\t')
			fputs("\\t", stdout);
		else if (*p == '"' || *p == '\\')
			printf("\\%c", *p);
		else if (*p == '?')
			fputs("\\?", stdout);
		else
			putchar(*p);
	}
	puts("\";");
	lc_sha256_init(&hash);
	lc_sha256_add(&hash, text, strlen(text));
	lc_sha256_hex(&hash, hex);
	printf("const char lc_model_builtin_hash[65] = \"%s\";\n", hex);
}

int main(int argc, char **argv)
{
	struct model_set set = { .mistakes = 0 };
	char *text;

	if (argc < 2)
		cli_fatal("usage: embed MODEL.yaml... >FILE.c");
	for (int i = 1; i < argc; i++)
		if (model_load(&set, argv[i]))
			return CLI_FAILED;
	if (set.mistakes)
		return CLI_FAILED;
	text = model_compiled(&set);
	write_c(text);
	free(text);
	model_free(&set);
	return fflush(stdout) || ferror(stdout) ? CLI_FAILED : CLI_OK;
}
