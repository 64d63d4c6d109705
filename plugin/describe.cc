/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Values and types as an expert would write them in C.
 */
#include "analysis.h"

#define MAX_DEPTH 6

static const char *describe_at(struct lc_arena *arena, tree value, unsigned depth);

/* The name of TYPE, without a tag; or NULL if it has none. */
const char *type_name_of(const_tree type)
{
	tree name = TYPE_NAME(type);

	if (name && TREE_CODE(name) == TYPE_DECL)
		name = DECL_NAME(name);
	return name && TREE_CODE(name) == IDENTIFIER_NODE ? IDENTIFIER_POINTER(name) : NULL;
}

const char *describe_type(struct lc_arena *arena, tree type)
{
	const char *name = type_name_of(type);
	const char *tag = TREE_CODE(type) == UNION_TYPE    ? "union" :
			  TREE_CODE(type) == ENUMERAL_TYPE ? "enum" :
							     "struct";

	if (TREE_CODE(type) == POINTER_TYPE && !name)
		return lc_arena_printf(arena, "%s *", describe_type(arena, TREE_TYPE(type)));
	if (TREE_CODE(type) == ARRAY_TYPE)
		return lc_arena_printf(arena, "%s[]", describe_type(arena, TREE_TYPE(type)));
	if (!name && TYPE_MAIN_VARIANT(type) != type)
		name = type_name_of(TYPE_MAIN_VARIANT(type));
	if (!RECORD_OR_UNION_TYPE_P(type) && TREE_CODE(type) != ENUMERAL_TYPE)
		return name ? lc_arena_strdup(arena, name) : "a type";
	if (!name)
		return lc_arena_printf(arena, "%s <anonymous>", tag);
	/* C++ and typedef names stand without the tag. */
	if (TYPE_NAME(type) && TREE_CODE(TYPE_NAME(type)) == TYPE_DECL)
		return lc_arena_strdup(arena, name);
	return lc_arena_printf(arena, "%s %s", tag, name);
}

/* TEXT as an operand: in parentheses if it is a sum or the like. */
static const char *operand(struct lc_arena *arena, const char *text)
{
	return strchr(text, ' ') && !strstr(text, " ()") ? lc_arena_printf(arena, "(%s)", text) :
							   text;
}

static const char *operator_text(enum tree_code code)
{
	switch (code) {
	case PLUS_EXPR:
	case POINTER_PLUS_EXPR:
		return "+";
	case MINUS_EXPR:
	case POINTER_DIFF_EXPR:
		return "-";
	case MULT_EXPR:
		return "*";
	case TRUNC_DIV_EXPR:
		return "/";
	case TRUNC_MOD_EXPR:
		return "%";
	case LSHIFT_EXPR:
		return "<<";
	case RSHIFT_EXPR:
		return ">>";
	case BIT_AND_EXPR:
		return "&";
	case BIT_IOR_EXPR:
		return "|";
	default:
		return NULL;
	}
}

/* The name of the function that STATEMENT calls; NULL if it is no call, or by pointer. */
const char *called_name(gimple *statement)
{
	tree callee = is_gimple_call(statement) ? gimple_call_fndecl(statement) : NULL_TREE;

	return callee && DECL_NAME(callee) ? IDENTIFIER_POINTER(DECL_NAME(callee)) : NULL;
}

static const char *describe_call(struct lc_arena *arena, gimple *call, unsigned depth)
{
	const char *name = called_name(call);
	tree count, counted = lc_counted_pointer(call, &count);

	if (counted)
		return describe_at(arena, counted, depth);
	if (gimple_call_builtin_p(call, BUILT_IN_EXPECT))
		return describe_at(arena, gimple_call_arg(call, 0), depth);
	return name ? lc_arena_printf(arena, "%s ()", name) : "a call's result";
}

static const char *describe_definition(struct lc_arena *arena, tree name, unsigned depth)
{
	gimple *statement = SSA_NAME_DEF_STMT(name);
	const char *operation;
	tree right;

	if (is_gimple_call(statement))
		return describe_call(arena, statement, depth);
	/* A merge without a name: what it is on one of the ways. */
	if (gimple_code(statement) == GIMPLE_PHI)
		for (unsigned i = 0; i < gimple_phi_num_args(statement); i++)
			if (TREE_CODE(gimple_phi_arg_def(statement, i)) != INTEGER_CST)
				return describe_at(arena, gimple_phi_arg_def(statement, i), depth);
	if (!is_gimple_assign(statement))
		return "a value";
	if (gimple_assign_rhs_code(statement) == MIN_EXPR ||
	    gimple_assign_rhs_code(statement) == MAX_EXPR)
		return lc_arena_printf(arena, "%s (%s, %s)",
				       gimple_assign_rhs_code(statement) == MIN_EXPR ? "min" :
										       "max",
				       describe_at(arena, gimple_assign_rhs1(statement), depth),
				       describe_at(arena, gimple_assign_rhs2(statement), depth));
	if (gimple_assign_load_p(statement) ||
	    CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(statement)) ||
	    gimple_assign_rhs_code(statement) == SSA_NAME ||
	    gimple_assign_rhs_code(statement) == INTEGER_CST ||
	    gimple_assign_rhs_code(statement) == ADDR_EXPR)
		return describe_at(arena, gimple_assign_rhs1(statement), depth);
	operation = operator_text(gimple_assign_rhs_code(statement));
	if (!operation)
		return "a value";
	right = gimple_assign_rhs2(statement);
	if (TREE_CODE(right) == INTEGER_CST && wi::neg_p(wi::to_wide(right), SIGNED) &&
	    *operation == '+')
		return lc_arena_printf(arena, "%s - %lld",
				       describe_at(arena, gimple_assign_rhs1(statement), depth),
				       -(long long)wi::to_wide(right).to_shwi());
	return lc_arena_printf(arena, "%s %s %s",
			       describe_at(arena, gimple_assign_rhs1(statement), depth), operation,
			       describe_at(arena, right, depth));
}

/* What MEMORY, a MEM_REF, looks through: h, or ((struct hdr *)(p + 4)). */
static const char *describe_view(struct lc_arena *arena, tree memory, unsigned depth)
{
	tree pointer = TREE_OPERAND(memory, 0);
	const char *inner = describe_at(arena, pointer, depth);
	long long offset = wi::to_wide(TREE_OPERAND(memory, 1)).to_shwi();

	if (offset)
		inner = lc_arena_printf(arena, "%s %c %lld", inner, offset < 0 ? '-' : '+',
					offset < 0 ? -offset : offset);
	if (!offset && !strchr(inner, ' ') && TREE_CODE(pointer) == SSA_NAME &&
	    types_compatible_p(TREE_TYPE(memory), TREE_TYPE(TREE_TYPE(pointer))))
		return inner;
	return lc_arena_printf(arena, "((%s *)%s)", describe_type(arena, TREE_TYPE(memory)),
			       operand(arena, inner));
}

static const char *describe_at(struct lc_arena *arena, tree value, unsigned depth)
{
	const char *inner;
	tree base;

	if (!value)
		return "a value";
	if (++depth > MAX_DEPTH)
		return "…";
	switch (TREE_CODE(value)) {
	case SSA_NAME:
		/* The compiler's own variables have a dot in their names. */
		if (SSA_NAME_IDENTIFIER(value) &&
		    !strchr(IDENTIFIER_POINTER(SSA_NAME_IDENTIFIER(value)), '.') &&
		    !(SSA_NAME_VAR(value) && DECL_ARTIFICIAL(SSA_NAME_VAR(value)) &&
		      !SSA_NAME_IS_DEFAULT_DEF(value)))
			return IDENTIFIER_POINTER(SSA_NAME_IDENTIFIER(value));
		return describe_definition(arena, value, depth);
	case INTEGER_CST:
		if (POINTER_TYPE_P(TREE_TYPE(value)) && tree_fits_uhwi_p(value))
			return lc_arena_printf(arena, "0x%llx",
					       (unsigned long long)tree_to_uhwi(value));
		return tree_fits_shwi_p(value) ?
			       lc_arena_printf(arena, "%lld", (long long)tree_to_shwi(value)) :
			       "a constant";
	case COMPONENT_REF:
		base = TREE_OPERAND(value, 0);
		inner = DECL_NAME(TREE_OPERAND(value, 1)) ?
				IDENTIFIER_POINTER(DECL_NAME(TREE_OPERAND(value, 1))) :
				NULL;
		if (!inner) /* a member of an anonymous struct or union */
			return describe_at(arena, base, depth - 1);
		if (TREE_CODE(base) == MEM_REF)
			return lc_arena_printf(arena, "%s->%s", describe_view(arena, base, depth),
					       inner);
		return lc_arena_printf(arena, "%s.%s", describe_at(arena, base, depth), inner);
	case ARRAY_REF:
		return lc_arena_printf(arena, "%s[%s]",
				       describe_at(arena, TREE_OPERAND(value, 0), depth),
				       describe_at(arena, TREE_OPERAND(value, 1), depth));
	case MEM_REF:
		inner = describe_view(arena, value, depth);
		if (*inner == '(') /* ((T *)p): one pair of parentheses is enough behind a star */
			return lc_arena_printf(arena, "*%.*s", (int)strlen(inner) - 2, inner + 1);
		return lc_arena_printf(arena, "*%s", inner);
	case ADDR_EXPR:
		inner = describe_at(arena, TREE_OPERAND(value, 0), depth);
		if (TREE_CODE(TREE_TYPE(TREE_OPERAND(value, 0))) == ARRAY_TYPE)
			return inner;
		return lc_arena_printf(arena, "&%s", inner);
	case VIEW_CONVERT_EXPR:
	case REALPART_EXPR:
	CASE_CONVERT:
		return describe_at(arena, TREE_OPERAND(value, 0), depth);
	case STRING_CST:
		return "a string";
	default:
		if (DECL_P(value) && DECL_NAME(value))
			return IDENTIFIER_POINTER(DECL_NAME(value));
		return "a value";
	}
}

const char *describe(struct lc_arena *arena, tree value)
{
	return describe_at(arena, value, 0);
}
