/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the types of values and the ranger say of them.
 */
#include "analysis.h"

/* The bounds of an integer type, if both fit. */
bool type_bounds(tree type, HOST_WIDE_INT *low, HOST_WIDE_INT *high)
{
	unsigned precision = TYPE_PRECISION(type);

	if (!INTEGRAL_TYPE_P(type) || !precision || precision > 64)
		return false;
	if (TYPE_UNSIGNED(type)) {
		*low = 0;
		/* Beyond this no object can reach; see value_range_at(). */
		*high = precision == 64 ? HOST_WIDE_INT_MAX :
					  (HOST_WIDE_INT)((HOST_WIDE_INT_1U << precision) - 1);
		return precision < 64;
	}
	*high = precision == 64 ? HOST_WIDE_INT_MAX :
				  (HOST_WIDE_INT)((HOST_WIDE_INT_1U << (precision - 1)) - 1);
	*low = -*high - 1;
	return true;
}

/* What the ranger knows of NAME at STATEMENT; most functions never need one. */
bool range_at(struct analysis *a, tree name, gimple *statement, lc_range &range)
{
	if (!a->ranger)
		a->ranger = lc_ranger_begin(a->fun);
	return a->ranger->range_of_expr(range, name, statement);
}

/* The range of NAME at STATEMENT as bounds; false if nothing that fits. */
bool value_range_at(struct analysis *a, tree name, gimple *statement, HOST_WIDE_INT *low,
		    HOST_WIDE_INT *high)
{
	tree type = TREE_TYPE(name);
	lc_range range;

	if (!INTEGRAL_TYPE_P(type) || TYPE_PRECISION(type) > 64)
		return false;
	if (TREE_CODE(name) == INTEGER_CST) {
		if (!tree_fits_shwi_p(name))
			return false;
		*low = *high = tree_to_shwi(name);
		return true;
	}
	a->work += 8;
	if (!lc_range_supports(type) || !range_at(a, name, statement, range) || range.undefined_p())
		return type_bounds(type, low, high);
	if (!wi::fits_shwi_p(widest_int::from(range.upper_bound(), TYPE_SIGN(type))))
		return false;
	if (!wi::fits_shwi_p(widest_int::from(range.lower_bound(), TYPE_SIGN(type))))
		return false;
	*low = widest_int::from(range.lower_bound(), TYPE_SIGN(type)).to_shwi();
	*high = widest_int::from(range.upper_bound(), TYPE_SIGN(type)).to_shwi();
	return true;
}

/* What the value of the term T may be where it is worked out, whatever is compared later. */
bool bounds_by_definition(void *context, lc_term t, int64_t *low, int64_t *high)
{
	struct analysis *a = (struct analysis *)context;
	tree name = a->terms[t].kind == TERM_SSA ? a->terms[t].node : NULL_TREE;
	tree type = name ? TREE_TYPE(name) : NULL_TREE;
	lc_range range;

	if (!name || TREE_CODE(name) != SSA_NAME || !INTEGRAL_TYPE_P(type) ||
	    TYPE_PRECISION(type) > 64 || !lc_range_supports(type))
		return false;
	a->work += 8;
	if (!a->ranger)
		a->ranger = lc_ranger_begin(a->fun);
	if (SSA_NAME_IS_DEFAULT_DEF(name) ||
	    !a->ranger->range_of_stmt(range, SSA_NAME_DEF_STMT(name), name) || range.undefined_p())
		range.set_varying(type);
	widest_int least = widest_int::from(range.lower_bound(), TYPE_SIGN(type));
	widest_int most = widest_int::from(range.upper_bound(), TYPE_SIGN(type));
	*low = wi::fits_shwi_p(least) ? least.to_shwi() : INT64_MIN;
	*high = wi::fits_shwi_p(most) ? most.to_shwi() : INT64_MAX;
	return true;
}

/* The least that VALUE may be at STATEMENT, however large it may be; false if that does not fit. */
bool low_at(struct analysis *a, tree value, gimple *statement, HOST_WIDE_INT *low)
{
	lc_range range;
	tree type = TREE_TYPE(value);

	if (TREE_CODE(value) == INTEGER_CST || !lc_range_supports(type) ||
	    !range_at(a, value, statement, range) || range.undefined_p()) {
		HOST_WIDE_INT high;

		return value_range_at(a, value, statement, low, &high);
	}
	widest_int bound = widest_int::from(range.lower_bound(), TYPE_SIGN(type));
	if (!wi::fits_shwi_p(bound))
		return false;
	*low = bound.to_shwi();
	return true;
}

/* Cheaper than a proof: do the ranges of the operands exclude wrapping? */
bool ranges_within(struct analysis *a, enum tree_code code, tree left, tree right, tree type,
		   gimple *statement)
{
	HOST_WIDE_INT l0, l1, r0, r1, low, high, x, y;

	/* An unsigned difference needs no more than a left side that is large enough. */
	if (code == MINUS_EXPR && TYPE_UNSIGNED(type))
		return low_at(a, left, statement, &l0) &&
		       value_range_at(a, right, statement, &r0, &r1) && l0 >= r1;
	if (!value_range_at(a, left, statement, &l0, &l1) ||
	    !value_range_at(a, right, statement, &r0, &r1))
		return false;
	type_bounds(type, &low, &high);
	switch (code) {
	case PLUS_EXPR:
		return !__builtin_add_overflow(l0, r0, &x) && !__builtin_add_overflow(l1, r1, &y) &&
		       x >= low && y <= high;
	case MINUS_EXPR:
		return !__builtin_sub_overflow(l0, r1, &x) && !__builtin_sub_overflow(l1, r0, &y) &&
		       x >= low && y <= high;
	case MULT_EXPR:
		return r0 == r1 && r0 >= 0 && !__builtin_mul_overflow(l0, r0, &x) &&
		       !__builtin_mul_overflow(l1, r0, &y) && x >= low && y <= high;
	default:
		return false;
	}
}
