/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Stands in for sparse's own diagnostics (the linker's --wrap): see diagnostics.h.
 */
#include "diagnostics.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "sparse.h"

/* sparse calls back without a context of ours. */
static struct lc_unit *current;
static unsigned int unreadable;
static bool going_on;

enum { MOST_NOTED = 20 /* complaints kept for the record */ };

void __wrap_warning(struct position position, const char *format, ...);
void __wrap_info(struct position position, const char *format, ...);
void __wrap_sparse_error(struct position position, const char *format, ...);
void __wrap_expression_error(struct expression *expression, const char *format, ...);

void sc_diagnostics_begin(struct lc_unit *unit, bool go_on)
{
	current = unit;
	going_on = go_on;
	unreadable = 0;
}

void sc_diagnostics_end(void)
{
	current = NULL;
}

bool sc_diagnostics_unreadable(void)
{
	return unreadable > 0 && !going_on;
}

/* Does sparse say so of text that is no C, rather than of C that it does not know or like? */
static bool is_about_syntax(const char *message)
{
	static const char *const beginnings[] = { "Expected ",  "expected ",
						  "got ",       "unterminated ",
						  "unmatched ", "Trying to use reserved" };

	for (size_t i = 0; i < ARRAY_SIZE(beginnings); i++)
		if (!strncmp(message, beginnings[i], strlen(beginnings[i])))
			return true;
	return false;
}

static void note(struct position position, const char *format, va_list arguments)
{
	char message[512];
	struct lc_incomplete *incomplete;

	vsnprintf(message, sizeof(message), format, arguments);
	has_error |= ERROR_CURR_PHASE;
	if (position.type == TOKEN_BAD)
		return;
	if (is_about_syntax(message)) {
		if (!unreadable++)
			fprintf(stderr, "%s:%d:%d: %s: %s\n", stream_name((int)position.stream),
				position.line, position.pos,
				going_on ? "note: not checked here, sparse cannot read it" :
					   "error",
				message);
		if (!going_on)
			return;
	}
	if (!current || current->n_incomplete >= MOST_NOTED)
		return;
	incomplete = lc_unit_add_incomplete(current);
	if (!incomplete)
		return;
	incomplete->function =
		current_fn && current_fn->ident ?
			lc_arena_strdup(&current->arena, show_ident(current_fn->ident)) :
			NULL;
	incomplete->reason = lc_arena_printf(&current->arena, "sparse at %s:%d: %s",
					     stream_name((int)position.stream), position.line,
					     message);
}

void __wrap_warning(struct position position, const char *format, ...)
{
	(void)position;
	(void)format;
}

void __wrap_info(struct position position, const char *format, ...)
{
	(void)position;
	(void)format;
}

void __wrap_sparse_error(struct position position, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	note(position, format, arguments);
	va_end(arguments);
}

void __wrap_expression_error(struct expression *expression, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	note(expression->pos, format, arguments);
	va_end(arguments);
	expression->ctype = &bad_ctype;
}
