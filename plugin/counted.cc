/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Attribute counted_by: a member of a record says how many elements another
 * has. GCC 15 and later read such a member by a call of their own, which has a
 * pointer to the count.
 */
#include "attributes.h"

/* The member that COUNTED counts by, as a reference, and the bytes of each *ELEMENT; or NULL. */
tree count_of(gimple *counted, HOST_WIDE_INT *element)
{
	tree count, pointer = lc_counted_pointer(counted, &count), type;

	if (!pointer || !POINTER_TYPE_P(TREE_TYPE(pointer)))
		return NULL_TREE;
	type = TREE_TYPE(TREE_TYPE(pointer));
	if (TREE_CODE(type) == ARRAY_TYPE)
		type = TREE_TYPE(type);
	*element = VOID_TYPE_P(type) ? 1 : int_size_in_bytes(type);
	if (TREE_CODE(count) == SSA_NAME && !SSA_NAME_IS_DEFAULT_DEF(count) &&
	    gimple_assign_single_p(SSA_NAME_DEF_STMT(count)))
		count = gimple_assign_rhs1(SSA_NAME_DEF_STMT(count));
	if (*element <= 0 || TREE_CODE(count) != ADDR_EXPR)
		return NULL_TREE;
	count = TREE_OPERAND(count, 0);
	return TREE_CODE(count) == COMPONENT_REF && INTEGRAL_TYPE_P(TREE_TYPE(count)) ? count :
											NULL_TREE;
}

/* R is reached through COUNTED: are these all its bytes, and not those of something around them? */
void complete_counted(struct analysis *a, struct root *r, gimple *counted)
{
	tree count, pointer = lc_counted_pointer(counted, &count);
	struct lc_linear start = linear_of(a, pointer);
	HOST_WIDE_INT element;

	if (!r->start.valid || !lc_linear_equal(&start, &r->start) || !count_of(counted, &element))
		return;
	r->counted = counted;
	r->bytes |= points_to_void(TREE_TYPE(pointer));
}
