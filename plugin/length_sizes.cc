/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Sizes that are meant as a difference, or come from a signed number: what they
 * would be if they could be less than 0.
 */
#include "lengths.h"

static struct lc_linear difference(struct analysis *a, tree left, tree right)
{
	struct lc_linear e = linear_of(a, left), off = linear_of(a, right);

	return lc_linear_add(&e, &off, -1);
}

/*
 * What SIZE, an unsigned number, is meant to be where it may have wrapped below
 * 0; invalid if nothing is taken off and it never was a signed number.
 */
struct lc_linear meant_as_size(struct analysis *a, tree size)
{
	struct lc_linear none = {}, e;
	bool was_signed = false;
	tree from;

	if (!INTEGRAL_TYPE_P(TREE_TYPE(size)) || !TYPE_UNSIGNED(TREE_TYPE(size)))
		return none;
	for (unsigned i = 0; i < 6 && TREE_CODE(size) == SSA_NAME; i++) {
		gimple *statement = SSA_NAME_DEF_STMT(size);

		if (SSA_NAME_IS_DEFAULT_DEF(size) || !is_gimple_assign(statement) ||
		    gimple_assign_load_p(statement))
			break;
		from = gimple_assign_rhs1(statement);
		switch (gimple_assign_rhs_code(statement)) {
		CASE_CONVERT:
			if (!INTEGRAL_TYPE_P(TREE_TYPE(from)))
				return none;
			/* To a signed number: what it is now counts, if that may be negative. */
			if (was_signed && TYPE_UNSIGNED(TREE_TYPE(from)))
				return TYPE_PRECISION(TREE_TYPE(from)) <
						       TYPE_PRECISION(TREE_TYPE(size)) ?
					       none :
					       linear_of(a, size);
			if (!TYPE_UNSIGNED(TREE_TYPE(from)))
				was_signed = true;
			break;
		case SSA_NAME:
			break;
		case MINUS_EXPR:
			return difference(a, from, gimple_assign_rhs2(statement));
		case PLUS_EXPR:
			if (TREE_CODE(gimple_assign_rhs2(statement)) != INTEGER_CST ||
			    !wi::neg_p(wi::to_wide(gimple_assign_rhs2(statement))))
				return was_signed ? linear_of(a, size) : none;
			e = linear_of(a, from);
			return lc_linear_plus(&e,
					      wi::to_wide(gimple_assign_rhs2(statement)).to_shwi());
		default:
			return was_signed ? linear_of(a, size) : none;
		}
		size = from;
	}
	return was_signed ? linear_of(a, size) : none;
}
