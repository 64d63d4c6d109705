/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What an expert would call an expression: buf, map->virt, ioremap ().
 */
#ifndef SC_NAMES_H
#define SC_NAMES_H

#include "arena.h"

struct expression;
struct symbol;

/* Lives in ARENA; NULL if there is no good name. */
const char *sc_expression_name(struct lc_arena *arena, struct expression *expression);
/* The variable, member or function whose declaration gave EXPRESSION its type; NULL if none did. */
struct symbol *sc_declaration(struct expression *expression);
/* parameter, object, load, call or address, as Documentation/record.md has it. */
const char *sc_origin_kind(struct expression *expression);

#endif
