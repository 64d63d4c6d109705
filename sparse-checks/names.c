/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Names of expressions. Evaluation has turned x->member into a load from x plus an offset; the
 * member's name is still with the type of the load.
 */
#include "names.h"

#include "sparse.h"
#include "walk.h"

static const char *name_of(struct lc_arena *arena, struct expression *expression, int depth);

/* What LOAD reads: base->member, base.member, base[], *base; what lies between is three dots. */
static const char *load_name(struct lc_arena *arena, struct expression *load, int depth)
{
	struct ident *member = load->ctype ? load->ctype->ident : NULL;
	struct expression *base = load->unop;
	const char *name = NULL, *joint = "->";
	int steps = 0; /* offsets and indices on the way */

	for (; base && base->type == EXPR_BINOP; base = base->left)
		steps++;
	if (base && base->type == EXPR_SYMBOL) {
		joint = ".";
		name = base->symbol && base->symbol->ident ? show_ident(base->symbol->ident) : NULL;
	} else if (base) {
		name = name_of(arena, base, depth + 1);
	}
	if (!name)
		return member ? lc_arena_strdup(arena, show_ident(member)) : NULL;
	if (member)
		return lc_arena_printf(arena, "%s%s%s%s", name, joint, steps > 1 ? "..." : "",
				       show_ident(member));
	if (steps > 1)
		return lc_arena_printf(arena, "%s%s...[]", name, joint);
	return lc_arena_printf(arena, steps ? "%s[]" : "*%s", name);
}

static const char *name_of(struct lc_arena *arena, struct expression *expression, int depth)
{
	struct symbol *symbol;

	if (!expression || depth > 8)
		return NULL;
	switch (expression->type) {
	case EXPR_PREOP:
		if (expression->op != '*')
			return NULL;
		symbol = sc_symbol_read(expression);
		if (!symbol)
			return load_name(arena, expression, depth);
		return symbol->ident ? lc_arena_strdup(arena, show_ident(symbol->ident)) : NULL;
	case EXPR_SYMBOL:
		symbol = expression->symbol;
		return symbol && symbol->ident ?
			       lc_arena_printf(arena, "&%s", show_ident(symbol->ident)) :
			       NULL;
	case EXPR_CALL: {
		const char *callee = name_of(arena, expression->fn, depth + 1);

		return callee ? lc_arena_printf(arena, "%s ()", callee) : NULL;
	}
	case EXPR_CAST:
	case EXPR_FORCE_CAST:
	case EXPR_IMPLIED_CAST:
		return name_of(arena, expression->cast_expression, depth + 1);
	default:
		return NULL;
	}
}

const char *sc_expression_name(struct lc_arena *arena, struct expression *expression)
{
	return name_of(arena, expression, 0);
}

struct symbol *sc_declaration(struct expression *expression)
{
	struct symbol *symbol = sc_symbol_read(expression);

	if (expression->type == EXPR_CALL)
		symbol = sc_symbol_read(expression->fn);
	else if (expression->type == EXPR_SYMBOL)
		symbol = expression->symbol;
	else if (!symbol)
		symbol = expression->ctype; /* of a member: that member, marks added */
	return symbol && symbol->ident && symbol->type == SYM_NODE && symbol->pos.line ? symbol :
											 NULL;
}

const char *sc_origin_kind(struct expression *expression)
{
	struct symbol *symbol = sc_symbol_read(expression);

	if (expression->type == EXPR_CALL)
		return "call";
	if (expression->type == EXPR_SYMBOL)
		return "address";
	if (!symbol)
		return "load";
	return symbol->ctype.modifiers & (MOD_STATIC | MOD_NONLOCAL) || symbol->initializer ?
		       "object" :
		       "load";
}
