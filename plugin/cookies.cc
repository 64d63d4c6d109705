/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Records that come as cookies: through a pointer to a record of another type,
 * or to nothing in particular. Whoever made one of a record knew what it was,
 * and may have compared its length then.
 */
#include "speakers.h"

#define MOST_COPIES 8

/* Does a record of type OUTER begin with one of type INNER, or is it one? */
static bool begins_with(tree outer, tree inner)
{
	for (unsigned i = 0; i < MOST_COPIES && outer && RECORD_OR_UNION_TYPE_P(outer); i++) {
		tree field = TYPE_FIELDS(outer);

		if (TYPE_MAIN_VARIANT(outer) == TYPE_MAIN_VARIANT(inner))
			return true;
		while (field && TREE_CODE(field) != FIELD_DECL)
			field = DECL_CHAIN(field);
		outer = field ? TREE_TYPE(field) : NULL_TREE;
	}
	return false;
}

/* Does POINTER, to a record, become one by a cast of a parameter of another type? */
static bool is_cookie(tree pointer)
{
	tree record = TREE_TYPE(TREE_TYPE(pointer)), type;

	if (!RECORD_OR_UNION_TYPE_P(record))
		return false;
	for (unsigned i = 0; i < MOST_COPIES && TREE_CODE(pointer) == SSA_NAME; i++) {
		gimple *statement = SSA_NAME_DEF_STMT(pointer);

		if (SSA_NAME_IS_DEFAULT_DEF(pointer))
			break;
		if (!is_gimple_assign(statement) || gimple_assign_load_p(statement) ||
		    (gimple_assign_rhs_code(statement) != SSA_NAME &&
		     !CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(statement))))
			return false;
		pointer = gimple_assign_rhs1(statement);
	}
	type = TREE_TYPE(pointer);
	if (TREE_CODE(pointer) != SSA_NAME || !SSA_NAME_IS_DEFAULT_DEF(pointer) ||
	    !POINTER_TYPE_P(type))
		return false;
	return VOID_TYPE_P(TREE_TYPE(type)) ||
	       (RECORD_OR_UNION_TYPE_P(TREE_TYPE(type)) && !begins_with(TREE_TYPE(type), record) &&
		!begins_with(record, TREE_TYPE(type)));
}

/* Is the record that holds pointer and length of ROOT a cookie? */
bool is_in_cookie(const struct root *root)
{
	tree base = root->pair && root->load ? base_of(root->load) : NULL_TREE;

	return base && TREE_CODE(base) == MEM_REF && TREE_CODE(TREE_OPERAND(base, 0)) == SSA_NAME &&
	       is_cookie(TREE_OPERAND(base, 0));
}
