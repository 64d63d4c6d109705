/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Whether a length out of bytes is the program's own: written by the function
 * that reads it, in an object of its own, or kept in one since it was received.
 */
#include "lengths.h"
#include "speakers.h"

#define MOST_STATEMENTS 4000
#define MOST_NESTED 8

static bool is_same_member(tree left, tree right)
{
	if (TREE_CODE(left) == COMPONENT_REF && TREE_CODE(right) == COMPONENT_REF)
		return TREE_OPERAND(left, 1) == TREE_OPERAND(right, 1);
	if (TREE_CODE(left) == MEM_REF && TREE_CODE(right) == MEM_REF)
		return operand_equal_p(TREE_OPERAND(left, 1), TREE_OPERAND(right, 1), 0) &&
		       is_same_pointer(TREE_OPERAND(left, 0), TREE_OPERAND(right, 0));
	return operand_equal_p(left, right, 0);
}

/*
 * Does FUN itself write what S is read from? Who builds a record knows its
 * lengths. What is written back after its bytes were swapped, or a bound was put
 * to it, is still what came.
 */
bool is_written_here(struct analysis *a, const struct lengths *l, const struct length_source *s)
{
	basic_block block;
	unsigned n = 0, own;

	if (!s->reference)
		return false;
	FOR_EACH_BB_FN(block, a->fun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
		     gsi_next(&gsi)) {
			gimple *store = gsi_stmt(gsi);

			if (++n > MOST_STATEMENTS)
				return false;
			if (!gimple_store_p(store) || !is_gimple_assign(store) ||
			    !is_same_member(gimple_assign_lhs(store), s->reference))
				continue;
			if (!is_source(l, gimple_assign_rhs1(store), &own))
				return true;
		}
	a->work += n;
	return false;
}

/* Does TYPE hold pointers, as nothing does that comes from outside? */
bool holds_pointers(const_tree type, unsigned depth)
{
	while (TREE_CODE(type) == ARRAY_TYPE)
		type = TREE_TYPE(type);
	if (POINTER_TYPE_P(type))
		return true;
	if (!RECORD_OR_UNION_TYPE_P(type) || depth > 4)
		return false;
	for (tree field = TYPE_FIELDS(type); field; field = DECL_CHAIN(field))
		if (TREE_CODE(field) == FIELD_DECL && holds_pointers(TREE_TYPE(field), depth + 1))
			return true;
	return false;
}

/* Are the bytes an array in a record that was handed in? Whoever put them there may have looked at them. */
bool is_member_kept(const struct root *root)
{
	tree base = root->is_object && TREE_CODE(root->node) == COMPONENT_REF ?
			    base_of(root->node) :
			    NULL_TREE;

	return base && TREE_CODE(base) == MEM_REF && TREE_CODE(TREE_OPERAND(base, 0)) == SSA_NAME;
}

/* Does VALUE say how far the cursor WALK has come? */
bool is_distance(const struct lengths *l, tree value, unsigned walk)
{
	unsigned own;

	for (unsigned i = 0; i < MOST_NESTED && TREE_CODE(value) == SSA_NAME; i++) {
		gimple *statement = SSA_NAME_DEF_STMT(value);

		if (SSA_NAME_IS_DEFAULT_DEF(value) || !is_gimple_assign(statement) ||
		    gimple_assign_load_p(statement))
			return false;
		if (gimple_assign_rhs_code(statement) == POINTER_DIFF_EXPR)
			return is_source(l, gimple_assign_rhs1(statement), &own) &&
			       is_same_source(l, own, walk);
		value = gimple_assign_rhs1(statement);
	}
	return false;
}

/* Is VALUE what is left of something that goes down by what WALK steps by? */
bool is_taken_off(const struct lengths *l, tree value, unsigned walk)
{
	gimple *statement = TREE_CODE(value) == SSA_NAME ? SSA_NAME_DEF_STMT(value) : NULL;
	unsigned own;

	return statement && is_gimple_assign(statement) &&
	       gimple_assign_rhs_code(statement) == MINUS_EXPR &&
	       is_source(l, gimple_assign_rhs1(statement), &own) && l->sources[own].steps_by >= 0 &&
	       is_same_source(l, own, walk);
}

/* Is OBJECT the first member of a larger record, whose address is the record's too? */
bool is_first_member(tree object)
{
	tree size = TYPE_SIZE_UNIT(TREE_TYPE(object)), whole;

	if (TREE_CODE(object) != COMPONENT_REF)
		return false;
	for (; TREE_CODE(object) == COMPONENT_REF; object = TREE_OPERAND(object, 0))
		if (!integer_zerop(byte_position(TREE_OPERAND(object, 1))))
			return false;
	whole = TYPE_SIZE_UNIT(TREE_TYPE(object));
	return TREE_CODE(object) == MEM_REF && TREE_CODE(TREE_OPERAND(object, 0)) == SSA_NAME &&
	       (!whole || !size || !operand_equal_p(whole, size, 0));
}

/*
 * The root of POINTER, which is then moved by a length. From the first member of
 * a record it may be meant to go on through all of it.
 */
struct root root_moved_from(struct analysis *a, tree pointer)
{
	struct root root = root_of(a, pointer);

	if (root.is_object && is_first_member(root.node))
		return root_of(a, TREE_OPERAND(base_of(root.node), 0));
	return root;
}

/*
 * Was the record of ROOT handed over by a layer, or as a cookie by who may have
 * compared its length? Not if it is compared here, or bytes were taken off in sight.
 */
bool may_be_compared_by_layer(struct analysis *a, const struct root *root)
{
	bool handed = root->pair && (root->pair->layered || is_in_cookie(root));
	const struct lc_length *length = handed ? length_of(a, root) : NULL;
	const struct speakers *all;

	if (!length || !parameter_behind_root(root))
		return false;
	all = find_speakers(a, root, length);
	return all->conditions.is_empty() && !all->consumed;
}
