/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What calls have filled from outside, and which loads read it: a datagram, an
 * answer of a device, what user space has handed over.
 */
#include "lengths.h"
#include "views.h"

bool fills_from_outside(const struct lc_model *model, gimple *statement)
{
	const char *name = is_gimple_call(statement) ? called_name(statement) : NULL;
	const struct lc_model_fill *fill = name ? lc_model_find_fill(model, name) : NULL;

	return fill && fill->untrusted;
}

/* Does STATEMENT load how many bytes have come, as urb->actual_length says it? */
bool loads_amount_received(const struct lc_model *model, gimple *statement)
{
	tree reference = gimple_assign_load_p(statement) ? gimple_assign_rhs1(statement) :
							   NULL_TREE;
	tree lhs = reference ? gimple_assign_lhs(statement) : NULL_TREE, field, record;
	const char *name;

	if (!reference || TREE_CODE(reference) != COMPONENT_REF || TREE_CODE(lhs) != SSA_NAME ||
	    !INTEGRAL_TYPE_P(TREE_TYPE(lhs)) || TREE_CODE(base_of(reference)) != MEM_REF ||
	    TREE_CODE(TREE_OPERAND(base_of(reference), 0)) != SSA_NAME)
		return false;
	field = TREE_OPERAND(reference, 1);
	record = DECL_CONTEXT(field);
	name = DECL_NAME(field) && record && TYPE_P(record) ?
		       type_name_of(TYPE_MAIN_VARIANT(record)) :
		       NULL;
	return name &&
	       lc_model_is_amount_received(model, name, IDENTIFIER_POINTER(DECL_NAME(field)));
}

/* The declared object that POINTER points into, or NULL. */
static tree object_behind(tree pointer)
{
	for (unsigned i = 0; i < 8 && TREE_CODE(pointer) == SSA_NAME; i++) {
		gimple *statement = SSA_NAME_DEF_STMT(pointer);

		if (!is_gimple_assign(statement) || gimple_assign_load_p(statement))
			return NULL_TREE;
		pointer = gimple_assign_rhs1(statement);
	}
	return TREE_CODE(pointer) == ADDR_EXPR ? object_read(TREE_OPERAND(pointer, 0)) : NULL_TREE;
}

/* The declared object that REFERENCE is part of, or NULL. */
tree object_read(tree reference)
{
	tree base = get_base_address(reference);

	return base && VAR_P(base) ? base : NULL_TREE;
}

/* Does STATEMENT copy bytes that surely come from outside into a record of the function's own? */
static bool is_copied_from_outside(struct analysis *a, gimple *statement, struct length_fill *fill)
{
	struct root root;
	tree from;

	if (!copies_into_record(a, statement, &from, &fill->buffer))
		return false;
	fill->object = object_behind(fill->buffer);
	if (!fill->object)
		return false;
	root = root_of(a, from);
	return (root.pair || root.source || root.header) && !is_kept(a, &root);
}

/* States what of the function fills objects with bytes from outside. */
void find_fills(struct analysis *a, struct lengths *l)
{
	basic_block block;

	FOR_EACH_BB_FN(block, a->fun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
		     gsi_next(&gsi)) {
			gimple *call = gsi_stmt(gsi);
			const struct lc_model_fill *fill;
			struct length_fill found = { call, NULL_TREE, NULL_TREE };

			if (is_copied_from_outside(a, call, &found))
				l->fills.safe_push(found);
			if (!fills_from_outside(a->model, call))
				continue;
			fill = fill_of_call(a, call);
			if (!fill || fill->buffer.what != LC_WHAT_ARGUMENT)
				continue;
			found.buffer = gimple_call_arg(call, fill->buffer.argument);
			found.object = object_behind(found.buffer);
			l->fills.safe_push(found);
		}
}

/* Is CALL on every way to STATEMENT? */
static bool comes_before(gimple *call, gimple *statement)
{
	return dominated_by_p(CDI_DOMINATORS, gimple_bb(statement), gimple_bb(call)) &&
	       may_precede(call, statement);
}

/* Is STORE the other half of the copy that COPY is, or begins? */
static bool is_half_of(gimple *store, gimple *copy)
{
	return store == copy || (is_gimple_assign(copy) && gimple_assign_single_p(store) &&
				 gimple_assign_rhs1(store) == gimple_assign_lhs(copy));
}

/*
 * Does STATEMENT load a number out of an object that a call has filled? Not if
 * it is seen what was written there since: then that is *STORED.
 */
bool loads_what_was_filled(struct analysis *a, const struct lengths *l, gimple *statement,
			   tree *stored)
{
	tree reference, object, lhs, state;

	if (l->fills.is_empty() || !gimple_assign_load_p(statement))
		return false;
	lhs = gimple_assign_lhs(statement);
	reference = gimple_assign_rhs1(statement);
	if (TREE_CODE(lhs) != SSA_NAME || !INTEGRAL_TYPE_P(TREE_TYPE(lhs)) ||
	    TREE_CODE(TREE_TYPE(lhs)) == BOOLEAN_TYPE || TREE_THIS_VOLATILE(reference))
		return false;
	object = object_read(reference);
	for (const struct length_fill &fill : l->fills) {
		if (!object || fill.object != object || !comes_before(fill.call, statement))
			continue;
		*stored = stored_at(a, reference, gimple_vuse(statement), &state);
		return !state || SSA_NAME_IS_DEFAULT_DEF(state) ||
		       !is_gimple_assign(SSA_NAME_DEF_STMT(state)) ||
		       object_read(gimple_assign_lhs(SSA_NAME_DEF_STMT(state))) != object ||
		       is_half_of(SSA_NAME_DEF_STMT(state), fill.call);
	}
	return false;
}

/* Has a call on the way to LOAD filled the bytes of ROOT? */
bool is_filled_before(struct analysis *a, const struct lengths *l, gimple *load,
		      const struct root *root)
{
	for (const struct length_fill &fill : l->fills) {
		struct lc_linear buffer;

		if (!comes_before(fill.call, load))
			continue;
		if (root->is_object && fill.object)
			return fill.object == root->node;
		buffer = linear_of(a, fill.buffer);
		if (lc_linear_equal(&buffer, &root->start))
			return true;
	}
	return false;
}
