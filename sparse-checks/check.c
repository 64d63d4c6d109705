/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Runs the rules over a unit: each function twice, first to learn what its variables carry,
 * and inline functions once, when something that was walked names them.
 */
#include "rules.h"

static sc_value_rule *const value_rules[] = {
	sc_address_space,
};

struct check {
	struct sc_context *context;
	struct symbol_list *inline_functions; /* named and not yet walked */
};

static void learn(void *data, struct symbol *function, struct expression *source,
		  const struct sc_cast *casts, const struct sc_use *use)
{
	struct sc_context *context = ((struct check *)data)->context;
	struct sc_path path;

	(void)function;
	if (!use->variable)
		return;
	sc_follow(&context->flow, source, casts, use, &path);
	sc_flow_note(&context->flow, use, &path);
}

static void judge(void *data, struct symbol *function, struct expression *source,
		  const struct sc_cast *casts, const struct sc_use *use)
{
	struct sc_context *context = ((struct check *)data)->context;
	struct sc_path path;

	context->function = function;
	sc_follow(&context->flow, source, casts, use, &path);
	for (size_t i = 0; i < ARRAY_SIZE(value_rules); i++)
		value_rules[i](context, &path, use);
}

/* An inline function has no body of its own until it is asked for; nobody else uses aux here. */
static void named(void *data, struct symbol *function)
{
	struct check *check = data;
	struct symbol *definition = function->definition;
	struct symbol *type = definition ? definition->ctype.base_type : NULL;

	if (!type || type->type != SYM_FN || !type->inline_stmt || definition->aux)
		return;
	/* Accessors of the space: what they do with it is their business, and met in every unit. */
	if (sc_in_public_header(&check->context->sources, definition->pos))
		return;
	definition->aux = definition;
	add_symbol(&check->inline_functions, definition);
}

static void check_symbol(struct check *check, struct symbol *symbol)
{
	struct sc_listener listener = { .value = learn, .context = check };

	sc_flow_begin(&check->context->flow);
	sc_walk_symbol(symbol, &listener);
	listener.value = judge;
	listener.named = named;
	sc_walk_symbol(symbol, &listener);
}

void sc_check_symbols(struct sc_context *context, struct symbol_list *list)
{
	struct check check = { .context = context };
	struct symbol *symbol;

	FOR_EACH_PTR(list, symbol) {
		check_symbol(&check, symbol);
	} END_FOR_EACH_PTR(symbol);
	while (check.inline_functions) {
		struct symbol_list *found = check.inline_functions;

		check.inline_functions = NULL;
		evaluate_symbol_list(found);
		FOR_EACH_PTR(found, symbol) {
			check_symbol(&check, symbol);
		} END_FOR_EACH_PTR(symbol);
		free_ptr_list(&found);
	}
}
