/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Runs the rules over a unit: each function twice, first to learn what its variables carry,
 * and inline functions once, when something that was walked names them.
 */
#include <string.h>

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
	if (!use->variable && !sc_symbol_read(source))
		return;
	sc_follow(&context->flow, source, casts, use, &path);
	sc_flow_note(&context->flow, source, use, &path);
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

/* The parameter that an argument goes to, of a function that cannot be replaced by another; or NULL. */
static struct symbol *parameter_of(const struct sc_use *use, struct symbol **function)
{
	struct symbol *definition = use->callee ? use->callee->definition : NULL;
	struct symbol *type = definition ? definition->ctype.base_type : NULL, *parameter;
	unsigned number = 0;

	if (!type || type->type != SYM_FN || !type->stmt)
		return NULL;
	*function = definition;
	FOR_EACH_PTR(type->arguments, parameter) {
		if (++number == use->argument)
			return parameter;
	}
	END_FOR_EACH_PTR(parameter);
	return NULL;
}

enum sc_known_use sc_known_use(struct sc_context *context, const struct sc_use *use)
{
	struct sc_flow own = context->flow;
	struct check check = { .context = context };
	struct sc_listener listener = { .value = learn, .context = &check };
	struct symbol *function, *parameter;
	enum sc_known_use known;

	if (use->kind == SC_USE_ACCESS)
		return SC_ACCESSED;
	if (use->kind != SC_USE_ARGUMENT)
		return sc_flow_known_use(&context->flow, use->variable);
	parameter = parameter_of(use, &function);
	if (!parameter)
		return SC_OUT_OF_SIGHT;
	/* Look into the function that is called, with a flow of its own; what it calls is not looked into. */
	memset(&context->flow, 0, sizeof(context->flow));
	context->flow.arena = own.arena;
	sc_walk_symbol(function, &listener);
	known = sc_flow_known_use(&context->flow, parameter);
	context->flow = own;
	return known;
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
	}
	END_FOR_EACH_PTR(symbol);
	while (check.inline_functions) {
		struct symbol_list *found = check.inline_functions;

		check.inline_functions = NULL;
		evaluate_symbol_list(found);
		FOR_EACH_PTR(found, symbol) {
			check_symbol(&check, symbol);
		}
		END_FOR_EACH_PTR(symbol);
		free_ptr_list(&found);
	}
}
