/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Bytes that are handed on together with their length to a function of the
 * unit: that one goes by the length, so whoever calls it vouches for as many.
 */
#include "lengths.h"

static bool is_compared_with_zero(gimple *use)
{
	return gimple_code(use) == GIMPLE_COND ?
		       integer_zerop(gimple_cond_rhs(use)) :
		       is_gimple_assign(use) &&
			       TREE_CODE_CLASS(gimple_assign_rhs_code(use)) == tcc_comparison &&
			       integer_zerop(gimple_assign_rhs2(use));
}

/* Is the value of PARAMETER used for more than being compared with NULL or 0? */
static bool is_gone_by(tree function, tree parameter)
{
	tree name = ssa_default_def(DECL_STRUCT_FUNCTION(function), parameter);
	gimple *use;
	imm_use_iterator iterator;

	if (!name)
		return false;
	FOR_EACH_IMM_USE_STMT(use, iterator, name)
	if (!is_gimple_debug(use) && !is_compared_with_zero(use))
		return true;
	return false;
}

static bool shares_term(const struct lc_linear *one, const struct lc_linear *two)
{
	for (unsigned i = 0; i < one->n; i++)
		if (lc_linear_coefficient(two, one->terms[i].term))
			return true;
	return false;
}

/*
 * Does CALL, of arguments other than POINTER and LENGTH, hand on anything by which the function
 * could tell how many bytes there are: their own length, another pointer into them, their record?
 */
static bool tells_extent(struct analysis *a, gimple *call, unsigned pointer, unsigned length)
{
	struct root root = root_of(a, gimple_call_arg(call, pointer)), other;
	const struct lc_length *own = root.start.valid ? length_of(a, &root) : NULL;
	tree base = root.load ? base_of(root.load) : NULL_TREE;

	for (unsigned i = 0; i < gimple_call_num_args(call); i++) {
		tree argument = gimple_call_arg(call, i);
		struct lc_linear value;

		if (i == pointer || i == length)
			continue;
		if (!POINTER_TYPE_P(TREE_TYPE(argument))) {
			value = INTEGRAL_TYPE_P(TREE_TYPE(argument)) ? linear_of(a, argument) :
								       (struct lc_linear){};
			if (own && value.valid && shares_term(&value, &own->value))
				return true;
			continue;
		}
		other = root_of(a, argument);
		if (other.start.valid && lc_linear_equal(&other.start, &root.start))
			return true;
		if (base && TREE_CODE(base) == MEM_REF && argument == TREE_OPERAND(base, 0))
			return true;
	}
	return false;
}

/* Adds to USES the bytes that CALL hands on with their length. */
void handed_on_uses(struct analysis *a, gimple *call, auto_vec<struct length_use> *uses)
{
	tree function = gimple_call_fndecl(call);
	unsigned i = 0;

	if (!has_body_in_ssa(function) || function == a->fun->decl)
		return;
	for (tree p = DECL_ARGUMENTS(function); p && i < gimple_call_num_args(call);
	     p = DECL_CHAIN(p), i++) {
		tree length = points_to_bytes(TREE_TYPE(p)) || points_to_void(TREE_TYPE(p)) ?
				      length_parameter_in(a, function, p) :
				      NULL_TREE;
		struct lc_model_amount *bytes;
		struct length_use use = {};
		unsigned k = 0;

		for (tree q = DECL_ARGUMENTS(function); length && q != length; q = DECL_CHAIN(q))
			k++;
		if (!length || k >= gimple_call_num_args(call) || !is_gone_by(function, p) ||
		    !is_gone_by(function, length) || tells_extent(a, call, i, k))
			continue;
		bytes = (struct lc_model_amount *)lc_arena_alloc(&a->unit->arena, sizeof(*bytes));
		if (!bytes)
			return;
		bytes->n = 1;
		bytes->factors[0].what = LC_WHAT_ARGUMENT;
		bytes->factors[0].argument = (int)k;
		use.statement = call;
		use.argument = i;
		use.bytes = bytes;
		uses->safe_push(use);
	}
}
