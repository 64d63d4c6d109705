/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Sums, products and differences that may wrap, and what they would be if they
 * did not.
 */
#include "lengths.h"

#define MAX_NESTED 4

/* The sum that VALUE is, or is converted from, if all that linear_of() says is its name; or NULL. */
static gimple *sum_of(struct analysis *a, tree value, tree *name)
{
	struct lc_linear self;
	gimple *statement = NULL;

	for (unsigned i = 0; i < 4; i++) {
		if (TREE_CODE(value) != SSA_NAME || SSA_NAME_IS_DEFAULT_DEF(value))
			return NULL;
		statement = SSA_NAME_DEF_STMT(value);
		if (!is_gimple_assign(statement) || gimple_assign_load_p(statement))
			return NULL;
		if (!CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(statement)) &&
		    gimple_assign_rhs_code(statement) != SSA_NAME)
			break;
		value = gimple_assign_rhs1(statement);
	}
	self = linear_of(a, value);
	if (!INTEGRAL_TYPE_P(TREE_TYPE(value)) || self.n != 1 || self.constant ||
	    a->terms[self.terms[0].term].kind != TERM_SSA ||
	    a->terms[self.terms[0].term].node != value)
		return NULL;
	*name = value;
	return statement;
}

/* Is a constant taken off by STATEMENT, as x - 4 is x + (2^n - 4) to GCC? */
static bool takes_off(gimple *statement)
{
	return gimple_assign_rhs_code(statement) == PLUS_EXPR &&
	       TREE_CODE(gimple_assign_rhs2(statement)) == INTEGER_CST &&
	       wi::neg_p(wi::to_wide(gimple_assign_rhs2(statement)));
}

static struct lc_linear meant(struct analysis *a, tree value, unsigned depth);

/* What the sum that STATEMENT makes is meant to be; invalid if it is no such thing. */
static struct lc_linear meant_by(struct analysis *a, gimple *statement, unsigned depth)
{
	struct lc_linear none = {}, left, right;
	tree operand = gimple_num_ops(statement) > 2 ? gimple_assign_rhs2(statement) : NULL_TREE;

	switch (gimple_assign_rhs_code(statement)) {
	case PLUS_EXPR:
		left = meant(a, gimple_assign_rhs1(statement), depth);
		right = meant(a, operand, depth);
		return lc_linear_add(&left, &right, 1);
	case MULT_EXPR:
		left = meant(a, gimple_assign_rhs1(statement), depth);
		return tree_fits_shwi_p(operand) ? lc_linear_scale(&left, tree_to_shwi(operand)) :
						   none;
	default:
		return none;
	}
}

/* VALUE, and the sums inside it as what they are meant to be. */
static struct lc_linear meant(struct analysis *a, tree value, unsigned depth)
{
	tree name;
	gimple *statement = depth < MAX_NESTED ? sum_of(a, value, &name) : NULL;
	struct lc_linear inner = {};

	if (statement && !takes_off(statement))
		inner = meant_by(a, statement, depth + 1);
	return inner.valid ? inner : linear_of(a, value);
}

/*
 * What VALUE, a sum that is compared with OTHER, would be less if it did not
 * wrap: 0 = the sum - that. Then *SUM is the sum's term; invalid if it is none
 * or cannot wrap.
 */
struct lc_linear sum_behind(struct analysis *a, tree value, tree other, lc_term *sum)
{
	tree name;
	gimple *statement = sum_of(a, value, &name);
	struct lc_linear self, inner = {};

	if (!statement)
		return inner;
	if (!takes_off(statement)) {
		inner = meant_by(a, statement, 0);
	} else if (TREE_CODE(other) != INTEGER_CST) {
		inner = linear_of(a, gimple_assign_rhs1(statement));
		inner = lc_linear_plus(&inner,
				       wi::to_wide(gimple_assign_rhs2(statement)).to_shwi());
	} /* else x - 1 of an unsigned x: it is compared with the ends of a range */
	*sum = term_of_ssa(a, name);
	self = lc_linear_term(*sum);
	return lc_linear_add(&self, &inner, -1);
}

/* What VALUE was before it lost its upper bits; invalid if it did not. */
struct lc_linear before_narrowing(struct analysis *a, tree value)
{
	struct lc_linear none = {};
	gimple *statement;
	tree from;

	if (TREE_CODE(value) != SSA_NAME || SSA_NAME_IS_DEFAULT_DEF(value))
		return none;
	statement = SSA_NAME_DEF_STMT(value);
	if (!is_gimple_assign(statement) || !CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(statement)))
		return none;
	from = gimple_assign_rhs1(statement);
	return INTEGRAL_TYPE_P(TREE_TYPE(from)) &&
			       TYPE_PRECISION(TREE_TYPE(from)) > TYPE_PRECISION(TREE_TYPE(value)) ?
		       linear_of(a, from) :
		       none;
}
