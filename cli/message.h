/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Messages on standard error, and memory that is there or ends the program.
 */
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

#include <stddef.h>

/* Prints "layoutcheck: " and the message; control characters in it are shown as \xNN. */
void cli_message(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* The same, then exits with CLI_FAILED. */
_Noreturn void cli_fatal(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The plural's ending for N things. */
#define CLI_S(n) ((n) == 1 ? "" : "s")

/* Never NULL: out of memory is fatal. Free with free(). */
void *cli_alloc(size_t size); /* zeroed */
void *cli_realloc(void *memory, size_t count, size_t size);
char *cli_strdup(const char *string);
char *cli_format(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Makes room for one more element in ARRAY (a pointer), of which COUNT of CAPACITY are used. */
#define CLI_GROW(array, count, capacity)                                              \
	do {                                                                          \
		if ((count) == (capacity)) {                                          \
			(capacity) = (capacity) ? 2 * (capacity) : 16;                \
			(array) = cli_realloc((array), (capacity), sizeof(*(array))); \
		}                                                                     \
	} while (0)

#endif
