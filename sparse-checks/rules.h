/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The rules that only sparse can judge, and what each is given. A rule is one file with one
 * function, named once in the table of check.c.
 */
#ifndef SC_RULES_H
#define SC_RULES_H

#include "follow.h"
#include "source.h"
#include "unit.h"

/* What a rule may look at, besides the value at hand. */
struct sc_context {
	struct lc_unit *unit;
	struct sc_sources sources;
	struct sc_flow flow;
	struct symbol *function; /* NULL outside of any */
};

/* One value has come to its use. */
typedef void sc_value_rule(struct sc_context *context, const struct sc_path *path,
			   const struct sc_use *use);

sc_value_rule sc_address_space;

/* What becomes in sight of a value after USE: of the variable, or of the parameter, that it goes to. */
enum sc_known_use sc_known_use(struct sc_context *context, const struct sc_use *use);

/* Adds to CONTEXT's unit every conversion of the symbols in LIST, judged. */
void sc_check_symbols(struct sc_context *context, struct symbol_list *list);

#endif
