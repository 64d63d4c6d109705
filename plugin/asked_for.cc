/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The size that bytes were asked for with, where a call has filled as many of
 * them: how many there are is then no more certain than that size.
 */
#include "across.h"

#define MOST_USES 24

static bool shares_term(const struct lc_linear *one, const struct lc_linear *two)
{
	for (unsigned i = 0; i < one->n; i++)
		if (lc_linear_coefficient(two, one->terms[i].term))
			return true;
	return false;
}

/* Does CALL get the bytes of ROOT, and SIZE along with them? */
bool may_fill(struct analysis *a, gimple *call, const struct root *root,
	      const struct lc_linear *size)
{
	bool buffer = false, length = false;

	if (gimple_call_builtin_p(call) || copy_of_call(a, call) || sink_of_call(a, call))
		return false;
	for (unsigned i = 0; i < gimple_call_num_args(call); i++) {
		tree argument = gimple_call_arg(call, i);
		struct lc_linear value;

		if (POINTER_TYPE_P(TREE_TYPE(argument))) {
			struct root other = root_of(a, argument);

			buffer |= other.start.valid && lc_linear_equal(&other.start, &root->start);
		} else if (INTEGRAL_TYPE_P(TREE_TYPE(argument))) {
			value = linear_of(a, argument);
			length |= value.valid && shares_term(&value, size);
		}
	}
	return buffer && length;
}

static bool tells_how_many(struct analysis *a, tree left, tree right, const struct lc_linear *size)
{
	for (tree other : { left, right }) {
		struct lc_linear value = linear_of(a, other);

		if (value.valid && lc_linear_is_constant(&value) ? value.constant <= 0 :
								   lc_linear_equal(&value, size))
			return false;
	}
	return true;
}

/* Is RESULT, of a call that filled bytes, compared with anything but SIZE and 0? */
static bool is_counted(struct analysis *a, tree result, const struct lc_linear *size)
{
	auto_vec<tree> names;
	gimple *use;
	imm_use_iterator iterator;

	if (result && TREE_CODE(result) == SSA_NAME)
		names.safe_push(result);
	for (unsigned i = 0; i < names.length(); i++) {
		if (i > MOST_USES)
			return true;
		FOR_EACH_IMM_USE_STMT(use, iterator, names[i])
		{
			tree lhs = gimple_get_lhs(use);

			a->work++;
			if (gimple_code(use) == GIMPLE_COND ?
				    tells_how_many(a, gimple_cond_lhs(use), gimple_cond_rhs(use),
						   size) :
				    is_gimple_assign(use) &&
					    TREE_CODE_CLASS(gimple_assign_rhs_code(use)) ==
						    tcc_comparison &&
					    tells_how_many(a, gimple_assign_rhs1(use),
							   gimple_assign_rhs2(use), size))
				return true;
			if ((gimple_code(use) == GIMPLE_PHI || is_gimple_assign(use) ||
			     gimple_call_builtin_p(use, BUILT_IN_EXPECT)) &&
			    lhs && TREE_CODE(lhs) == SSA_NAME && INTEGRAL_TYPE_P(TREE_TYPE(lhs)) &&
			    !names.contains(lhs))
				names.safe_push(lhs);
		}
	}
	return false;
}

/* Does STATEMENT store to the bytes of ROOT? */
static bool stores_to(struct analysis *a, gimple *statement, const struct root *root)
{
	struct root other;
	tree base;

	if (!is_gimple_assign(statement) || !gimple_store_p(statement))
		return false;
	base = base_of(gimple_assign_lhs(statement));
	if (!base || TREE_CODE(base) != MEM_REF || TREE_CODE(TREE_OPERAND(base, 0)) != SSA_NAME)
		return false;
	other = root_of(a, TREE_OPERAND(base, 0));
	return other.start.valid && lc_linear_equal(&other.start, &root->start);
}

/*
 * The size that ROOT's bytes were asked for with, if another call has filled as many of them on
 * the way to ACCESS, which reads them, and the function itself has not: or NULL.
 */
const struct lc_length *length_asked_for(struct analysis *a, const struct root *root,
					 gimple *access)
{
	struct lc_length *length;
	struct lc_linear size;
	gimple *filled = NULL;
	basic_block block;

	if (!root->call || root->source || root->n_ways)
		return NULL;
	size = bytes_asked_for(a, root->call);
	if (!size.valid || lc_linear_is_constant(&size))
		return NULL;
	FOR_EACH_BB_FN(block, a->fun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
		     gsi_next(&gsi)) {
			gimple *statement = gsi_stmt(gsi);

			a->work++;
			if (stores_to(a, statement, root))
				return NULL;
			if (!is_gimple_call(statement) || statement == root->call ||
			    !dominated_by_p(CDI_DOMINATORS, gimple_bb(access), block) ||
			    !may_precede(statement, access) || !may_fill(a, statement, root, &size))
				continue;
			if (is_counted(a, gimple_call_lhs(statement), &size))
				return NULL;
			filled = statement;
		}
	length = filled ? (struct lc_length *)lc_arena_alloc(&a->unit->arena, sizeof(*length)) :
			  NULL;
	if (!length)
		return NULL;
	for (unsigned i = 0; i < gimple_call_num_args(root->call) && !length->name; i++) {
		struct lc_linear value = argument_of(a, root->call, (int)i);

		if (value.valid && shares_term(&value, &size))
			length->name = describe(&a->unit->arena, gimple_call_arg(root->call, i));
	}
	length->how = lc_arena_printf(&a->unit->arena, "'%s' is asked for with '%s' bytes",
				      describe(&a->unit->arena, root->node), length->name);
	length->place = place_of(a->unit, gimple_location(root->call));
	length->value = size;
	length->only_compared = true;
	return length;
}
