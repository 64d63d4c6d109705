/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Finds where bytes are copied into a record: by memcpy() and its kin, which the
 * compiler may have made a load and a store of, and by what the model says fills
 * it with bytes of a domain. The bytes must be there; how they are aligned does
 * not matter.
 */
#include "lengths.h"
#include "views.h"

#define MOST_CASTS 8

struct copy_in {
	tree from; /* NULL: FILL brings the bytes */
	tree reference; /* of the load that the copy was made; NULL: it is a call */
	const struct lc_model_fill *fill;
	unsigned argument; /* of the call, which FROM is */
	tree to, record;
	HOST_WIDE_INT bytes;
};

/* The record that BYTES bytes at POINTER fill, or an array of it: no more of them and no less. */
static tree record_filled(tree pointer, HOST_WIDE_INT bytes)
{
	for (unsigned i = 0; i < MOST_CASTS && POINTER_TYPE_P(TREE_TYPE(pointer)); i++) {
		tree type = TREE_CODE(pointer) == ADDR_EXPR ? TREE_TYPE(TREE_OPERAND(pointer, 0)) :
							      TREE_TYPE(TREE_TYPE(pointer));
		tree element = type;
		gimple *statement;

		while (TREE_CODE(element) == ARRAY_TYPE)
			element = TREE_TYPE(element);
		if (RECORD_OR_UNION_TYPE_P(element))
			return COMPLETE_TYPE_P(type) && bytes > 0 &&
					       int_size_in_bytes(type) == bytes ?
				       element :
				       NULL_TREE;
		if (TREE_CODE(pointer) != SSA_NAME || SSA_NAME_IS_DEFAULT_DEF(pointer))
			return NULL_TREE;
		statement = SSA_NAME_DEF_STMT(pointer);
		if (!gimple_assign_cast_p(statement) && !gimple_assign_ssa_name_copy_p(statement))
			return NULL_TREE;
		pointer = gimple_assign_rhs1(statement);
	}
	return NULL_TREE;
}

static tree argument_of(gimple *call, const struct lc_model_operand *operand)
{
	tree argument = operand->what == LC_WHAT_ARGUMENT &&
					(unsigned)operand->argument < gimple_call_num_args(call) ?
				gimple_call_arg(call, operand->argument) :
				NULL_TREE;

	return argument && POINTER_TYPE_P(TREE_TYPE(argument)) ? argument : NULL_TREE;
}

static bool is_copying_call(struct analysis *a, gimple *call, struct copy_in *copy)
{
	const struct lc_model_copy *copies = copy_of_call(a, call);
	const struct lc_model_fill *fill = copies ? NULL : fill_of_call(a, call);

	if (copies) {
		copy->from = argument_of(call, &copies->reads);
		copy->to = argument_of(call, &copies->writes);
		copy->argument = (unsigned)copies->reads.argument;
		copy->bytes = constant_amount(call, &copies->bytes);
		return copy->from && copy->to;
	}
	if (!fill || fill->domain == LC_DOMAIN_OTHER)
		return false;
	copy->fill = fill;
	copy->to = argument_of(call, &fill->buffer);
	copy->bytes = constant_amount(call, &fill->room);
	return copy->to;
}

/* Is REFERENCE one half of a copy that was folded: any type may be behind it? */
static bool is_half(tree reference)
{
	return TREE_CODE(reference) == MEM_REF && !TREE_THIS_VOLATILE(reference) &&
	       TYPE_REF_CAN_ALIAS_ALL(TREE_TYPE(TREE_OPERAND(reference, 1)));
}

/* Is STATEMENT a copy that was folded, or its load? Then the bytes at *FROM get to *TO. */
bool is_folded_copy(gimple *statement, tree *from, tree *to)
{
	use_operand_p use;
	gimple *store = statement;
	tree left;

	if (!gimple_assign_single_p(statement) || !is_half(gimple_assign_rhs1(statement)))
		return false;
	left = gimple_assign_lhs(statement);
	if (TREE_CODE(left) == SSA_NAME) {
		if (!single_imm_use(left, &use, &store) || !gimple_assign_single_p(store))
			return false;
		left = gimple_assign_lhs(store);
	}
	if (!is_half(left) || !integer_zerop(TREE_OPERAND(left, 1)))
		return false;
	*from = gimple_assign_rhs1(statement);
	*to = TREE_OPERAND(left, 0);
	return true;
}

static bool is_copying_load(gimple *load, struct copy_in *copy)
{
	if (!is_folded_copy(load, &copy->reference, &copy->to))
		return false;
	copy->from = TREE_OPERAND(copy->reference, 0);
	copy->bytes = int_size_in_bytes(TREE_TYPE(copy->reference));
	return true;
}

static bool is_copy_in(struct analysis *a, gimple *statement, struct copy_in *copy)
{
	tree from;

	memset(copy, 0, sizeof(*copy));
	if (is_gimple_call(statement) ? !is_copying_call(a, statement, copy) :
					!is_copying_load(statement, copy))
		return false;
	copy->record = record_filled(copy->to, copy->bytes);
	if (!copy->record)
		return false;
	from = copy->from ? TREE_TYPE(TREE_TYPE(copy->from)) : NULL_TREE;
	return !from || is_bytes(from) || VOID_TYPE_P(from);
}

/* Does STATEMENT copy the bytes at *FROM into the record at *TO? */
bool copies_into_record(struct analysis *a, gimple *statement, tree *from, tree *to)
{
	struct copy_in copy;

	if (!is_copy_in(a, statement, &copy) || !copy.from)
		return false;
	*from = copy.from;
	*to = copy.to;
	return true;
}

/* Does FUN copy bytes into a record? */
bool copies_in(const struct lc_model *model, function *fun)
{
	struct analysis a = {};
	struct copy_in copy;
	basic_block block;

	a.model = model;
	FOR_EACH_BB_FN(block, fun)
		for (gimple_stmt_iterator i = gsi_start_bb(block); !gsi_end_p(i); gsi_next(&i))
			if (is_copy_in(&a, gsi_stmt(i), &copy))
				return true;
	return false;
}

/* Finds the copy into a record that STATEMENT is; what it reads is then spoken of. */
bool look_for_copy_in(struct finder *f, gimple *statement)
{
	struct lc_linear address;
	struct length_use use = {};
	struct analysis *a = f->a;
	struct copy_in copy;
	struct found *found;
	struct root root;
	bool known = true;

	if (!is_copy_in(a, statement, &copy) || f->casts.get(statement))
		return false;
	root = root_of(a, copy.from ? copy.from : copy.to);
	if (copy.from && (!root.bytes || !root.start.valid))
		return false;
	address = copy.reference ? address_of_reference(a, copy.reference, &known) :
				   linear_of(a, copy.from ? copy.from : copy.to);
	found = known ? add_conversion(f, statement, copy.record, address, &root) : NULL;
	if (!found)
		return false;
	/* What the call returns is no view. */
	f->casts.remove(statement);
	found->conversion->kind = LC_COPY_IN;
	if (!copy.from) {
		struct lc_origin *origin = &found->conversion->origin;

		memset(origin, 0, sizeof(*origin));
		origin->kind = "call";
		origin->name = lc_arena_printf(&a->unit->arena, "%s ()", copy.fill->function);
		origin->place = place_of(a->unit, gimple_location(statement));
		origin->domain = copy.fill->domain;
		return false;
	}
	use.statement = statement;
	use.argument = copy.argument;
	add_access(f, found, statement,
		   copy.reference ? lc_arena_printf(&a->unit->arena, "copy of %s",
						    describe(&a->unit->arena, copy.from)) :
				    text_of_access(a, &use),
		   copy.reference, false, address, lc_linear_constant(copy.bytes), 1);
	return true;
}
