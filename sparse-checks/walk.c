/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The walk over expressions and statements: every value with its casts and its use.
 */
#include "walk.h"

#include "types.h"

struct walk {
	const struct sc_listener *listener;
	struct symbol *function; /* NULL outside of any */
};

static const struct sc_use unused = { .kind = SC_USE_NONE };

static void walk_value(struct walk *walk, struct expression *expression,
		       const struct sc_cast *casts, const struct sc_use *use);
static void walk_statement(struct walk *walk, struct statement *statement,
			   const struct sc_cast *casts, const struct sc_use *use);

static void walk_unused(struct walk *walk, struct expression *expression)
{
	walk_value(walk, expression, NULL, &unused);
}

struct symbol *sc_symbol_read(const struct expression *expression)
{
	if (!expression || expression->type != EXPR_PREOP || expression->op != '*')
		return NULL;
	expression = expression->unop;
	return expression && expression->type == EXPR_SYMBOL ? expression->symbol : NULL;
}

static void leaf(struct walk *walk, struct expression *expression, const struct sc_cast *casts,
		 const struct sc_use *use)
{
	if (expression->ctype)
		walk->listener->value(walk->listener->context, walk->function, expression, casts,
				      use);
}

/* A symbol was met: functions are announced, compound literals carry their initialiser. */
static void walk_symbol_use(struct walk *walk, struct symbol *symbol)
{
	struct symbol *type;

	if (!symbol)
		return;
	type = symbol->ctype.base_type;
	if (type && type->type == SYM_FN) {
		if (walk->listener->named)
			walk->listener->named(walk->listener->context, symbol);
	} else if (!symbol->ident && symbol->initializer &&
		   symbol->initializer->type == EXPR_INITIALIZER) {
		walk_unused(walk, symbol->initializer);
	}
}

static void walk_call(struct walk *walk, struct expression *call)
{
	struct expression *callee = call->fn, *argument;
	struct symbol *symbol = sc_symbol_read(callee);
	struct symbol *type = callee ? sc_bare(callee->ctype) : NULL;
	struct symbol *parameter;
	struct sc_use use = { .kind = SC_USE_ARGUMENT, .site = call->pos };

	if (!callee)
		return;
	walk_unused(walk, callee);
	if (!symbol && callee->type == EXPR_SYMBOL)
		symbol = callee->symbol;
	use.callee = symbol && symbol->ident ? symbol : NULL;
	if (type && type->type == SYM_PTR)
		type = sc_bare(type->ctype.base_type);
	if (!type || type->type != SYM_FN) {
		FOR_EACH_PTR(call->args, argument) {
			walk_unused(walk, argument);
		}
		END_FOR_EACH_PTR(argument);
		return;
	}
	PREPARE_PTR_LIST(type->arguments, parameter);
	FOR_EACH_PTR(call->args, argument) {
		use.argument++;
		use.position = argument->pos;
		use.type = parameter;
		/* A parameter marked with force takes a pointer of any space. */
		if (!parameter || parameter->forced_arg)
			walk_unused(walk, argument);
		else
			walk_value(walk, argument, NULL, &use);
		NEXT_PTR_LIST(parameter);
	}
	END_FOR_EACH_PTR(argument);
	FINISH_PTR_LIST(parameter);
}

static void walk_assignment(struct walk *walk, struct expression *assignment)
{
	struct sc_use use = { .kind = SC_USE_ASSIGN,
			      .position = assignment->pos,
			      .site = assignment->pos };

	walk_unused(walk, assignment->left);
	use.variable = sc_symbol_read(assignment->left);
	use.type = assignment->left ? assignment->left->ctype : NULL;
	if (use.type)
		walk_value(walk, assignment->right, NULL, &use);
	else
		walk_unused(walk, assignment->right);
}

/* One element of an initialiser list: its value, and the type that it initialises. */
static void walk_element(struct walk *walk, struct expression *element)
{
	struct sc_use use = { .kind = SC_USE_INITIALISE };
	struct symbol *type = element->ctype;
	struct expression *value = element;

	for (;;) {
		if (value->ctype)
			type = value->ctype;
		if (value->type == EXPR_POS)
			value = value->init_expr;
		else if (value->type == EXPR_INDEX)
			value = value->idx_expression;
		else if (value->type == EXPR_IDENTIFIER)
			value = value->ident_expression;
		else
			break;
		if (!value)
			return;
		if (value->type != EXPR_POS && value->type != EXPR_INDEX &&
		    value->type != EXPR_IDENTIFIER)
			break;
	}
	if (value->type == EXPR_INITIALIZER || !type) {
		walk_unused(walk, value);
		return;
	}
	use.type = type;
	use.position = use.site = value->pos;
	walk_value(walk, value, NULL, &use);
}

/* The operand of an operator through which an address keeps going: p + 1, v & PAGE_MASK. */
static void walk_binop(struct walk *walk, struct expression *binop, const struct sc_cast *casts,
		       const struct sc_use *use)
{
	bool address = sc_pointee(binop->ctype) || binop->ctype == &lazy_ptr_ctype ||
		       sc_holds_address(binop->ctype);

	switch (address ? binop->op : 0) {
	case '+':
	case '|':
	case '&':
		walk_value(walk, binop->left, casts, use);
		/* Of the right side only an integer can be the address. */
		if (sc_pointee(binop->ctype) || binop->ctype == &lazy_ptr_ctype)
			walk_unused(walk, binop->right);
		else
			walk_value(walk, binop->right, casts, use);
		break;
	case '-':
		walk_value(walk, binop->left, casts, sc_pointee(binop->ctype) ? use : &unused);
		walk_unused(walk, binop->right);
		break;
	default:
		walk_unused(walk, binop->left);
		walk_unused(walk, binop->right);
	}
}

static void walk_preop(struct walk *walk, struct expression *expression,
		       const struct sc_cast *casts, const struct sc_use *use)
{
	if (expression->op == SPECIAL_INCREMENT || expression->op == SPECIAL_DECREMENT) {
		walk_value(walk, expression->unop, casts, use);
		return;
	}
	if (expression->op != '*') {
		walk_unused(walk, expression->unop);
		return;
	}
	if (expression->unop && expression->unop->type == EXPR_SYMBOL) {
		walk_symbol_use(walk, expression->unop->symbol);
	} else {
		struct sc_use access = { .kind = SC_USE_ACCESS,
					 .position = expression->pos,
					 .site = expression->pos };

		walk_value(walk, expression->unop, NULL, &access);
	}
	leaf(walk, expression, casts, use);
}

static void walk_value(struct walk *walk, struct expression *expression,
		       const struct sc_cast *casts, const struct sc_use *use)
{
	struct expression *element;

	if (!expression)
		return;
	switch (expression->type) {
	case EXPR_CAST:
	case EXPR_FORCE_CAST:
	case EXPR_IMPLIED_CAST: {
		struct sc_cast cast = { .cast = expression, .outer = casts };

		if (expression->cast_expression &&
		    expression->cast_expression->type == EXPR_INITIALIZER)
			walk_unused(walk, expression->cast_expression);
		else
			walk_value(walk, expression->cast_expression, &cast, use);
		break;
	}
	case EXPR_PREOP:
		walk_preop(walk, expression, casts, use);
		break;
	case EXPR_POSTOP:
		walk_value(walk, expression->unop, casts, use);
		break;
	case EXPR_BINOP:
		walk_binop(walk, expression, casts, use);
		break;
	case EXPR_LOGICAL:
	case EXPR_COMPARE:
		walk_unused(walk, expression->left);
		walk_unused(walk, expression->right);
		break;
	case EXPR_ASSIGNMENT:
		walk_assignment(walk, expression);
		break;
	case EXPR_COMMA:
		walk_unused(walk, expression->left);
		walk_value(walk, expression->right, casts, use);
		break;
	case EXPR_CONDITIONAL:
	case EXPR_SELECT:
		if (expression->cond_true) {
			walk_unused(walk, expression->conditional);
			walk_value(walk, expression->cond_true, casts, use);
		} else {
			walk_value(walk, expression->conditional, casts, use);
		}
		walk_value(walk, expression->cond_false, casts, use);
		break;
	case EXPR_STATEMENT:
		walk_statement(walk, expression->statement, casts, use);
		break;
	case EXPR_CALL:
		walk_call(walk, expression);
		leaf(walk, expression, casts, use);
		break;
	case EXPR_SYMBOL:
		walk_symbol_use(walk, expression->symbol);
		leaf(walk, expression, casts, use);
		break;
	case EXPR_INITIALIZER:
		FOR_EACH_PTR(expression->expr_list, element) {
			walk_element(walk, element);
		}
		END_FOR_EACH_PTR(element);
		break;
	case EXPR_POS:
	case EXPR_INDEX:
	case EXPR_IDENTIFIER:
		walk_element(walk, expression);
		break;
	case EXPR_SLICE:
		walk_unused(walk, expression->base);
		leaf(walk, expression, casts, use);
		break;
	default:
		/* Constants, strings, labels, and operands that are not evaluated. */
		break;
	}
}

static void walk_variable(struct walk *walk, struct symbol *symbol)
{
	struct sc_use use = { .kind = SC_USE_INITIALISE,
			      .type = symbol,
			      .position = symbol->pos,
			      .site = symbol->pos,
			      .variable = symbol };

	if (!symbol->initializer)
		return;
	if (symbol->initializer->type == EXPR_INITIALIZER)
		walk_unused(walk, symbol->initializer);
	else
		walk_value(walk, symbol->initializer, NULL, &use);
}

/* The value of a statement expression is that of its last statement. */
static void walk_compound(struct walk *walk, struct statement *compound,
			  const struct sc_cast *casts, const struct sc_use *use)
{
	struct statement *last = NULL, *statement;

	FOR_EACH_PTR(compound->stmts, statement) {
		last = statement;
	}
	END_FOR_EACH_PTR(statement);
	walk_statement(walk, compound->args, NULL, &unused);
	FOR_EACH_PTR(compound->stmts, statement) {
		if (statement == last)
			walk_statement(walk, statement, casts, use);
		else
			walk_statement(walk, statement, NULL, &unused);
	}
	END_FOR_EACH_PTR(statement);
}

static void walk_return(struct walk *walk, struct statement *statement)
{
	struct symbol *type = walk->function ? sc_bare(walk->function) : NULL;
	struct sc_use use = { .kind = SC_USE_RETURN, .site = statement->pos };

	if (!statement->ret_value)
		return;
	use.position = statement->ret_value->pos;
	use.type = type && type->type == SYM_FN ? type->ctype.base_type : NULL;
	if (use.type && !is_void_type(use.type))
		walk_value(walk, statement->ret_value, NULL, &use);
	else
		walk_unused(walk, statement->ret_value);
}

static void walk_asm(struct walk *walk, struct statement *statement)
{
	struct asm_operand *operand;

	FOR_EACH_PTR(statement->asm_outputs, operand) {
		walk_unused(walk, operand->expr);
	}
	END_FOR_EACH_PTR(operand);
	FOR_EACH_PTR(statement->asm_inputs, operand) {
		walk_unused(walk, operand->expr);
	}
	END_FOR_EACH_PTR(operand);
}

static void walk_statement(struct walk *walk, struct statement *statement,
			   const struct sc_cast *casts, const struct sc_use *use)
{
	struct symbol *symbol;

	if (!statement)
		return;
	switch (statement->type) {
	case STMT_DECLARATION:
		FOR_EACH_PTR(statement->declaration, symbol) {
			walk_variable(walk, symbol);
		}
		END_FOR_EACH_PTR(symbol);
		break;
	case STMT_EXPRESSION:
		walk_value(walk, statement->expression, casts, use);
		break;
	case STMT_COMPOUND:
		walk_compound(walk, statement, casts, use);
		break;
	case STMT_IF:
		walk_unused(walk, statement->if_conditional);
		walk_statement(walk, statement->if_true, NULL, &unused);
		walk_statement(walk, statement->if_false, NULL, &unused);
		break;
	case STMT_RETURN:
		walk_return(walk, statement);
		break;
	case STMT_CASE:
		walk_statement(walk, statement->case_statement, casts, use);
		break;
	case STMT_SWITCH:
		walk_unused(walk, statement->switch_expression);
		walk_statement(walk, statement->switch_statement, NULL, &unused);
		break;
	case STMT_ITERATOR:
		FOR_EACH_PTR(statement->iterator_syms, symbol) {
			walk_variable(walk, symbol);
		}
		END_FOR_EACH_PTR(symbol);
		walk_statement(walk, statement->iterator_pre_statement, NULL, &unused);
		walk_unused(walk, statement->iterator_pre_condition);
		walk_statement(walk, statement->iterator_statement, NULL, &unused);
		walk_statement(walk, statement->iterator_post_statement, NULL, &unused);
		if (statement->iterator_post_condition != statement->iterator_pre_condition)
			walk_unused(walk, statement->iterator_post_condition);
		break;
	case STMT_LABEL:
		walk_statement(walk, statement->label_statement, casts, use);
		break;
	case STMT_GOTO:
		walk_unused(walk, statement->goto_expression);
		break;
	case STMT_ASM:
		walk_asm(walk, statement);
		break;
	default:
		break;
	}
}

void sc_walk_symbol(struct symbol *symbol, const struct sc_listener *listener)
{
	struct walk walk = { .listener = listener };
	struct symbol *type = symbol->ctype.base_type;

	if (type && type->type == SYM_FN) {
		walk.function = symbol;
		walk_statement(&walk, type->stmt, NULL, &unused);
	} else {
		walk_variable(&walk, symbol);
	}
}
