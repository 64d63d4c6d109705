/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Walks a unit's evaluated syntax tree and tells, for each value, by which casts it travels
 * and how it is used in the end. Knows no rule: those that listen do.
 *
 * The tree is that of sparse after evaluation and before expansion, where explicit, forced and
 * implied casts are still told apart.
 */
#ifndef SC_WALK_H
#define SC_WALK_H

#include <stdbool.h>

#include "sparse.h"

/* How a value is used. */
enum sc_use_kind {
	SC_USE_NONE, /* compared, tested, cast to void, dropped */
	SC_USE_ACCESS, /* memory is read or written through it */
	SC_USE_ASSIGN,
	SC_USE_INITIALISE,
	SC_USE_ARGUMENT,
	SC_USE_RETURN,
};

struct sc_use {
	enum sc_use_kind kind;
	struct symbol *type; /* that it is converted to; NULL for NONE and ACCESS */
	struct position position; /* to show */
	struct position site; /* of the construct: tells whether a macro wrote it */
	struct symbol *variable; /* assigned or initialised, where it is one; else NULL */
	struct symbol *callee; /* of an argument, where it is a named function */
	unsigned argument; /* 1-based */
};

/* The casts around a value, from the inside out. */
struct sc_cast {
	struct expression *cast;
	const struct sc_cast *outer;
};

struct sc_listener {
	/* A value SOURCE that no cast makes, the casts around it, and its use. */
	void (*value)(void *context, struct symbol *function, struct expression *source,
		      const struct sc_cast *casts, const struct sc_use *use);
	/* A function named in an expression, so that inline functions are found. May be NULL. */
	void (*named)(void *context, struct symbol *function);
	void *context;
};

/* Walks the body of FUNCTION, or the initialiser of a variable. */
void sc_walk_symbol(struct symbol *symbol, const struct sc_listener *listener);

/* The variable or function that EXPRESSION reads, or NULL if it is something else. */
struct symbol *sc_symbol_read(const struct expression *expression);

#endif
