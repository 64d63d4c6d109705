/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Buffers that a call has filled in part: after n = recv (fd, buf, size, 0)
 * what is read of buf beyond n is not what was received.
 */
#include "analysis.h"

/* Are the bytes of ROOT those that nobody has written, memory being in state MEMORY? CALL is passed over. */
static bool is_unwritten(struct analysis *a, const struct root *root, tree memory, gimple *call,
			 bool through_merge)
{
	gimple *statement = SSA_NAME_DEF_STMT(memory);

	if (SSA_NAME_IS_DEFAULT_DEF(memory))
		return root->is_object && VAR_P(base_of(root->node)) &&
		       auto_var_in_fn_p(base_of(root->node), a->fun->decl);
	if (statement == call || gimple_clobber_p(statement))
		return true;
	if (statement == root->call) {
		const struct lc_model_allocator *allocator = allocator_of_call(a, statement);

		return (allocator && leaves_unwritten(allocator, statement)) ||
		       gimple_call_builtin_p(statement, BUILT_IN_MALLOC);
	}
	if (gimple_code(statement) != GIMPLE_PHI || !through_merge)
		return false;
	for (unsigned i = 0; i < gimple_phi_num_args(statement); i++) {
		tree before = gimple_phi_arg_def(statement, i);

		if (root->is_object)
			before = state_of(a, root->node, before);
		if (!is_unwritten(a, root, before, call, false))
			return false;
	}
	return true;
}

/* Does what FILL's call gave say how much it has filled, and not what was asked for alone? */
static bool is_counted(const struct lc_model_fill *fill)
{
	for (unsigned i = 0; i < fill->bytes.n; i++)
		if (fill->bytes.factors[i].what != LC_WHAT_ARGUMENT &&
		    fill->bytes.factors[i].what != LC_WHAT_NUMBER)
			return true;
	return fill->bytes.added.what != LC_WHAT_NOTHING &&
	       fill->bytes.added.what != LC_WHAT_ARGUMENT;
}

/* The call that REFERENCE, part of ROOT and read by STATEMENT, was last written by, if it fills ROOT; or NULL. */
static gimple *filling_call(struct analysis *a, const struct root *root, tree reference,
			    gimple *statement)
{
	const struct lc_model_fill *fill;
	struct lc_linear buffer;
	tree memory;
	gimple *call;

	if (!gimple_vuse(statement) || (!root->is_object && !reference))
		return NULL;
	memory = state_of(a, root->is_object ? root->node : reference, gimple_vuse(statement));
	if (!memory || SSA_NAME_IS_DEFAULT_DEF(memory))
		return NULL;
	call = SSA_NAME_DEF_STMT(memory);
	fill = is_gimple_call(call) ? fill_of_call(a, call) : NULL;
	if (!fill || fill->buffer.what != LC_WHAT_ARGUMENT || !is_counted(fill))
		return NULL;
	buffer = linear_of(a, gimple_call_arg(call, fill->buffer.argument));
	return lc_linear_equal(&buffer, &root->start) ? call : NULL;
}

/*
 * If REFERENCE, which STATEMENT reads, is part of what a call filled, and
 * was not written before that, then what the call filled is what NEED can have.
 */
void limit_to_filled(struct analysis *a, const struct root *root, tree reference, gimple *statement,
		     struct lc_need *need)
{
	struct lc_arena *arena = &a->unit->arena;
	gimple *call = filling_call(a, root, reference, statement);
	const struct lc_model_fill *fill;
	struct lc_length *length;
	struct lc_linear bytes;
	tree before;

	if (!call)
		return;
	fill = fill_of_call(a, call);
	if (!tells_filled(a, fill, call))
		return;
	bytes = amount_of_call(a, call, &fill->bytes);
	before = gimple_vuse(call);
	if (root->is_object)
		before = state_of(a, root->node, before);
	if (!bytes.valid || !is_unwritten(a, root, before, call, true))
		return;
	length = (struct lc_length *)lc_arena_alloc(arena, sizeof(*length));
	if (!length)
		return;
	length->name = text_of_amount(a, call, &fill->bytes);
	length->how = lc_arena_printf(arena, "%s has filled '%s' bytes of '%s'", fill->function,
				      length->name, need->bytes);
	length->place = place_of(a->unit, gimple_location(call));
	length->value = bytes;
	need->length = length;
	need->extent = bytes;
	need->exact = false;
}
