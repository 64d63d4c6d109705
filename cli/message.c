// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Messages on standard error, and memory that is there or ends the program.
 * A file name may hold anything: what a terminal would act upon is escaped.
 */
#include "message.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "progress.h"

static void print(const char *format, va_list arguments)
{
	char *text;

	progress_clear();
	if (vasprintf(&text, format, arguments) < 0) {
		fputs("layoutcheck: out of memory\n", stderr);
		return;
	}
	fputs("layoutcheck: ", stderr);
	for (const char *p = text; *p; p++)
		if (((unsigned char)*p < ' ' && *p != '\n' && *p != '\t') || *p == 0x7f)
			fprintf(stderr, "\\x%02x", (unsigned char)*p);
		else
			fputc(*p, stderr);
	fputc('\n', stderr);
	free(text);
}

void cli_message(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	print(format, arguments);
	va_end(arguments);
}

void cli_fatal(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	print(format, arguments);
	va_end(arguments);
	exit(CLI_FAILED);
}

void *cli_alloc(size_t size)
{
	void *memory = calloc(1, size ? size : 1);

	if (!memory)
		cli_fatal("out of memory: %zu bytes wanted", size);
	return memory;
}

void *cli_realloc(void *memory, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		cli_fatal("out of memory: %zu elements of %zu bytes wanted", count, size);
	memory = realloc(memory, count * size);
	if (!memory)
		cli_fatal("out of memory: %zu bytes wanted", count * size);
	return memory;
}

char *cli_strdup(const char *string)
{
	size_t size = strlen(string) + 1;

	return memcpy(cli_alloc(size), string, size);
}

char *cli_format(const char *format, ...)
{
	va_list arguments;
	char *text;

	va_start(arguments, format);
	if (vasprintf(&text, format, arguments) < 0)
		cli_fatal("out of memory");
	va_end(arguments);
	return text;
}
