/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Bytes that begin with a header which says how long they are: tables,
 * descriptors, elements. The model says who has compared that length.
 */
#include "across.h"

/* What the header at the start of ROOT says the length of all is, and *TEXT as it is named; or invalid. */
static struct lc_linear length_of_header(struct analysis *a, const struct root *root,
					 const char **text)
{
	struct lc_linear none = {};
	gimple *statement = SSA_NAME_DEF_STMT(root->node);
	tree reference, memory;

	if (!root->header->length || !root->header->checked)
		return none;
	reference = field_reference(a, root->node, root->header->length);
	if (!reference)
		return none;
	if (SSA_NAME_IS_DEFAULT_DEF(root->node))
		memory = ssa_default_def(a->fun, gimple_vop(a->fun));
	else if (is_gimple_call(statement))
		memory = gimple_vdef(statement);
	else
		memory = gimple_vuse(statement);
	if (!memory)
		return none;
	*text = text_of_members(&a->unit->arena, describe(&a->unit->arena, reference),
				&root->header->bytes);
	return amount_of_members(a, build_simple_mem_ref(root->node), &root->header->bytes, memory);
}

/* A header says how long its own table is. */
void define_header(struct analysis *a, auto_vec<lc_fact *> *facts, const struct root *root,
		   struct lc_linear extent)
{
	struct lc_arena *arena = &a->unit->arena;
	HOST_WIDE_INT size = points_to_record(TREE_TYPE(root->node)) ?
				     int_size_in_bytes(TREE_TYPE(TREE_TYPE(root->node))) :
				     -1;
	struct lc_linear length;
	const char *text;

	if (size > 0)
		add_fact(a, facts, LC_FACT_EXTENT, lc_linear_plus(&extent, -size), UNKNOWN_LOCATION,
			 lc_arena_printf(arena, "'%s' points to a whole '%s'",
					 describe(arena, root->node),
					 describe_type(arena, TREE_TYPE(TREE_TYPE(root->node)))),
			 NULL);
	length = length_of_header(a, root, &text);
	if (!length.valid)
		return;
	add_fact(
		a, facts, LC_FACT_EXTENT, lc_linear_add(&extent, &length, -1), UNKNOWN_LOCATION,
		lc_arena_printf(arena, "'%s' is the length of '%s'", text,
				describe(arena, root->node)),
		lc_arena_printf(
			arena,
			"'%s' was checked where the table was found, and nobody changes it meanwhile",
			text));
}

/* The length that ROOT's header says, as one in hand; or NULL. That nobody compares it here is no finding. */
const struct lc_length *length_in_header(struct analysis *a, const struct root *root)
{
	struct lc_arena *arena = &a->unit->arena;
	struct lc_length *length;
	struct lc_linear value;
	const char *text;

	if (!root->header || !root->node || TREE_CODE(root->node) != SSA_NAME || root->pair)
		return NULL;
	value = length_of_header(a, root, &text);
	length = value.valid ? (struct lc_length *)lc_arena_alloc(arena, sizeof(*length)) : NULL;
	if (!length)
		return NULL;
	length->name = text;
	length->how = lc_arena_printf(arena, "'%s' is the length of '%s'", text,
				      describe(arena, root->node));
	length->value = value;
	length->claimed = true;
	return length;
}

/* Is POINTER, as it came in or was returned, one to a header whose length the model says was compared? */
static const struct lc_model_header *header_found_at(struct analysis *a, tree pointer)
{
	const struct lc_model_header *header;
	const char *record;
	gimple *statement;

	for (;;) {
		if (TREE_CODE(pointer) != SSA_NAME)
			return NULL;
		statement = SSA_NAME_DEF_STMT(pointer);
		if (!is_gimple_assign(statement) || gimple_assign_load_p(statement) ||
		    (gimple_assign_rhs_code(statement) != SSA_NAME &&
		     !CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(statement))))
			break;
		pointer = gimple_assign_rhs1(statement);
	}
	if (!points_to_record(TREE_TYPE(pointer)) ||
	    !(SSA_NAME_IS_DEFAULT_DEF(pointer) || is_gimple_call(statement)))
		return NULL;
	record = type_name_of(TYPE_MAIN_VARIANT(TREE_TYPE(TREE_TYPE(pointer))));
	header = record ? lc_model_find_header(a->model, record) : NULL;
	if (!header || !header->length || !header->checked)
		return NULL;
	/* What holds a pointer to bytes is no part of them. */
	for (tree f = TYPE_FIELDS(TREE_TYPE(TREE_TYPE(pointer))); f; f = DECL_CHAIN(f))
		if (TREE_CODE(f) == FIELD_DECL && POINTER_TYPE_P(TREE_TYPE(f)))
			return NULL;
	return header;
}

/*
 * Does REFERENCE read the length in such a header? Who calls a function does not
 * expect it to change that: what the model says of the length assumes so.
 */
bool is_length_in_header(struct analysis *a, tree reference)
{
	tree base = reference ? base_of(reference) : NULL_TREE, field;
	const struct lc_model_header *header;

	if (!base || TREE_CODE(base) != MEM_REF || TREE_CODE(reference) != COMPONENT_REF)
		return false;
	field = TREE_OPERAND(reference, 1);
	header = DECL_NAME(field) ? header_found_at(a, TREE_OPERAND(base, 0)) : NULL;
	return header && !strcmp(header->length, IDENTIFIER_POINTER(DECL_NAME(field)));
}
