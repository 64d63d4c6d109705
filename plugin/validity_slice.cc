/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * From what a function of validity answers back to what it compares: the values
 * that it is worked out from, and the conditions that decide between them.
 */
#include "analysis.h"
#include "validates.h"

#define MAX_LOCALS_DEEP 24

static void ask_value(struct frame *f, tree value, bitmap carried);
static void ask_returned(struct frame *f, bitmap carried);
static void be_relevant(struct frame *f, int block);
static void ask_memory(struct validity *v, const struct spot &from, HOST_WIDE_INT size,
		       bitmap carried);

/* What VALUE carries is compared with something that is not worked out from the object alone. */
static void compare(struct frame *f, tree value)
{
	auto_bitmap carried;

	ask_value(f, value, carried);
	bitmap_ior_into(f->v->compared, carried);
}

/* The bits of the object at OFFSETS, SIZE of them each; all, if it is not known which. */
static void add_bits(struct validity *v, const struct numbers &offsets, HOST_WIDE_INT size,
		     bitmap to)
{
	if (!offsets.known || size <= 0) {
		bitmap_set_range(to, 0, v->size);
		return;
	}
	for (HOST_WIDE_INT each : offsets.all) {
		HOST_WIDE_INT start = MAX(each, 0), end = MIN(each + size, v->size);

		if (start < end)
			bitmap_set_range(to, start, end - start);
	}
}

/* The load that VALUE is, through conversions and as a parameter; NULL if it is more than that. */
static gimple *plain_load(struct frame **f, tree value)
{
	for (unsigned i = 0; i < 16 && TREE_CODE(value) == SSA_NAME; i++) {
		gimple *statement = SSA_NAME_DEF_STMT(value);

		if (SSA_NAME_IS_DEFAULT_DEF(value)) {
			tree parameter = SSA_NAME_VAR(value);

			value = parameter ? argument_of(*f, parameter) : NULL_TREE;
			if (!value)
				return NULL;
			*f = (*f)->caller;
			continue;
		}
		if (gimple_assign_load_p(statement))
			return statement;
		if (!starts_with_conversion(statement))
			return NULL;
		value = gimple_assign_rhs1(statement);
	}
	return NULL;
}

/* The bits that VALUE & MASK has of the object, where VALUE is a load of it; false if it is not. */
static bool ask_masked(struct frame *f, tree value, tree mask, bitmap carried)
{
	gimple *load = plain_load(&f, value);
	struct spot from;
	HOST_WIDE_INT size;

	if (!load || TREE_CODE(mask) != INTEGER_CST)
		return false;
	from = spot_of_reference(f, gimple_assign_rhs1(load), load, 0);
	size = TYPE_PRECISION(TREE_TYPE(gimple_assign_lhs(load)));
	if (from.kind != SPOT_OBJECT || !from.offset.known || size > 64 ||
	    !INTEGRAL_TYPE_P(TREE_TYPE(gimple_assign_lhs(load))))
		return false;
	for (HOST_WIDE_INT offset : from.offset.all)
		for (HOST_WIDE_INT k = 0; k < size; k++) {
			HOST_WIDE_INT bit = offset + (BYTES_BIG_ENDIAN ? size - 1 - k : k);

			if (TREE_INT_CST_LOW(mask) >> k & 1 && bit >= 0 && bit < f->v->size)
				bitmap_set_bit(carried, bit);
		}
	return true;
}

/* LEFT CODE RIGHT decides something. */
static void ask_comparison(struct frame *f, enum tree_code code, tree left, tree right)
{
	struct frame *loads = f;

	if ((code == EQ_EXPR || code == NE_EXPR) && integer_zerop(right) &&
	    plain_load(&loads, left)) {
		auto_bitmap carried;

		ask_value(f, left, carried);
		bitmap_ior_into(f->v->tested, carried);
		return;
	}
	compare(f, left);
	compare(f, right);
}

static void ask_end_of(struct frame *f, basic_block block)
{
	gimple *last = lc_last_stmt(block);

	if (last && gimple_code(last) == GIMPLE_COND)
		ask_comparison(f, gimple_cond_code(last), gimple_cond_lhs(last),
			       gimple_cond_rhs(last));
	else if (last && gimple_code(last) == GIMPLE_SWITCH)
		compare(f, gimple_switch_index(as_a<gswitch *>(last)));
}

/* In a new round everything is asked for again, and adds to what it was found to carry. */
static void begin_round(struct frame *f)
{
	if (f->round == f->v->round)
		return;
	f->round = f->v->round;
	f->visited.empty();
	bitmap_clear(f->relevant);
	f->asked = false;
}

/* Whether BLOCK is run bears on the answer. */
static void be_relevant(struct frame *f, int block)
{
	auto_vec<int> next;

	begin_round(f);
	next.safe_push(block);
	while (!next.is_empty()) {
		int each = next.pop();

		if (!bitmap_set_bit(f->relevant, each))
			continue;
		for (int control : f->controls[each]) {
			ask_end_of(f, BASIC_BLOCK_FOR_FN(f->fun, control));
			next.safe_push(control);
		}
	}
}

/* A part of a variable that is being asked for, so that what depends on itself ends. */
struct asked_local {
	struct frame *frame;
	tree decl;
	HOST_WIDE_INT offset, size;
};
static auto_vec<asked_local> asked_locals;

/* What SIZE bits at OFFSET of the variable TO get where AT, SIZE_THERE bits, becomes a copy of FROM. */
static void ask_copied(struct validity *v, const struct spot &to, HOST_WIDE_INT size,
		       const struct spot &at, HOST_WIDE_INT size_there, const struct spot &from,
		       bitmap carried)
{
	if (!at.offset.known || !to.offset.known || !from.offset.known || size_there <= 0 ||
	    at.offset.all.size() != 1) {
		ask_memory(v, from, size_there, carried);
		return;
	}
	for (HOST_WIDE_INT wanted : to.offset.all) {
		HOST_WIDE_INT start = MAX(wanted, at.offset.all[0]);
		HOST_WIDE_INT end = MIN(wanted + size, at.offset.all[0] + size_there);
		struct spot part = from;

		for (HOST_WIDE_INT &each : part.offset.all)
			each += start - at.offset.all[0];
		if (start < end)
			ask_memory(v, part, end - start, carried);
	}
}

static HOST_WIDE_INT bits_of(tree reference)
{
	tree size = TREE_CODE(reference) == COMPONENT_REF ? DECL_SIZE(TREE_OPERAND(reference, 1)) :
		    TREE_CODE(reference) == BIT_FIELD_REF ? TREE_OPERAND(reference, 1) :
							    TYPE_SIZE(TREE_TYPE(reference));

	return size && tree_fits_shwi_p(size) ? tree_to_shwi(size) : 0;
}

static bool is_of(const struct spot &at, const struct spot &variable)
{
	return at.kind == SPOT_LOCAL && at.frame == variable.frame && at.decl == variable.decl;
}

static void find_stores(struct frame *f, const struct spot &to, HOST_WIDE_INT size, bitmap carried);

/* What CALL stores to the variable. */
static void ask_call_for_stores(struct frame *f, gimple *call, const struct spot &to,
				HOST_WIDE_INT size, bitmap carried)
{
	bool handed_over = false, copies = false;
	tree lhs = gimple_call_lhs(call);
	struct frame *callee;
	struct spot at;

	if (lhs && TREE_CODE(lhs) != SSA_NAME) {
		at = spot_of_reference(f, lhs, call, 0);
		/* The return of a whole object by another function is not followed. */
		if (is_of(at, to))
			f->v->open = true;
	}
	for (unsigned i = 0; i < gimple_call_num_args(call); i++) {
		tree argument = gimple_call_arg(call, i);

		if (POINTER_TYPE_P(TREE_TYPE(argument)))
			handed_over |= is_of(spot_of(f, argument, call, 0), to);
	}
	if (!handed_over)
		return;
	copies = gimple_call_builtin_p(call, BUILT_IN_MEMCPY) ||
		 gimple_call_builtin_p(call, BUILT_IN_MEMMOVE) ||
		 gimple_call_builtin_p(call, BUILT_IN_MEMCPY_CHK) ||
		 gimple_call_builtin_p(call, BUILT_IN_MEMMOVE_CHK);
	if (copies) {
		struct numbers n = numbers_of(f, gimple_call_arg(call, 2), call, 0);

		at = spot_of(f, gimple_call_arg(call, 0), call, 0);
		if (!is_of(at, to))
			return;
		be_relevant(f, gimple_bb(call)->index);
		ask_copied(f->v, to, size, at,
			   n.known && n.all.size() == 1 ? n.all[0] * BITS_PER_UNIT : 0,
			   spot_of(f, gimple_call_arg(call, 1), call, 0), carried);
		return;
	}
	callee = frame_of_call(f, call);
	if (callee) {
		be_relevant(f, gimple_bb(call)->index);
		find_stores(callee, to, size, carried);
	} else if (!gimple_call_builtin_p(call, BUILT_IN_NORMAL) && !gimple_call_internal_p(call)) {
		f->v->open = true;
	}
}

static void ask_store(struct frame *f, gimple *statement, const struct spot &to, HOST_WIDE_INT size,
		      bitmap carried)
{
	tree lhs = gimple_assign_lhs(statement), rhs = gimple_assign_rhs1(statement);
	struct spot at;

	if (!gimple_assign_single_p(statement) || TREE_CODE(lhs) == SSA_NAME)
		return;
	at = spot_of_reference(f, lhs, statement, 0);
	if (at.kind == SPOT_UNKNOWN)
		f->v->open = true;
	if (!is_of(at, to) || gimple_clobber_p(statement))
		return;
	be_relevant(f, gimple_bb(statement)->index);
	if (DECL_P(rhs) || REFERENCE_CLASS_P(rhs)) {
		ask_copied(f->v, to, size, at, bits_of(lhs),
			   spot_of_reference(f, rhs, statement, 0), carried);
		return;
	}
	if (at.offset.known && to.offset.known && at.offset.all.size() == 1 &&
	    to.offset.all.size() == 1 &&
	    (at.offset.all[0] >= to.offset.all[0] + size ||
	     at.offset.all[0] + bits_of(lhs) <= to.offset.all[0]))
		return;
	ask_value(f, rhs, carried);
}

static void find_stores(struct frame *f, const struct spot &to, HOST_WIDE_INT size, bitmap carried)
{
	basic_block block;

	FOR_EACH_BB_FN(block, f->fun) {
		if (!bitmap_bit_p(f->reached, block->index))
			continue;
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
		     gsi_next(&gsi)) {
			gimple *statement = gsi_stmt(gsi);

			if (is_spent(f->v))
				return;
			if (is_gimple_call(statement))
				ask_call_for_stores(f, statement, to, size, carried);
			else if (is_gimple_assign(statement))
				ask_store(f, statement, to, size, carried);
		}
	}
}

/* What SIZE bits of a variable carry, from all that is stored to them anywhere. */
static void ask_local(struct validity *v, const struct spot &from, HOST_WIDE_INT size,
		      bitmap carried)
{
	asked_local asked = {
		from.frame, from.decl,
		from.offset.known && from.offset.all.size() == 1 ? from.offset.all[0] : -1, size
	};
	tree argument;

	for (const asked_local &each : asked_locals)
		if (each.frame == asked.frame && each.decl == asked.decl &&
		    each.offset == asked.offset && each.size == asked.size)
			return;
	if (asked_locals.length() >= MAX_LOCALS_DEEP) {
		v->open = true;
		return;
	}
	asked_locals.safe_push(asked);
	if (TREE_CODE(from.decl) == PARM_DECL) {
		argument = argument_of(from.frame, from.decl);
		if (argument && (DECL_P(argument) || REFERENCE_CLASS_P(argument)))
			ask_copied(v, from, size,
				   { SPOT_LOCAL, from.frame, from.decl, { true, { 0 } } },
				   bits_of(argument),
				   spot_of_reference(from.frame->caller, argument, from.frame->call,
						     0),
				   carried);
		else if (argument)
			ask_value(from.frame->caller, argument, carried);
	}
	find_stores(from.frame, from, size, carried);
	asked_locals.pop();
}

static void ask_memory(struct validity *v, const struct spot &from, HOST_WIDE_INT size,
		       bitmap carried)
{
	switch (from.kind) {
	case SPOT_OBJECT:
		add_bits(v, from.offset, size, carried);
		break;
	case SPOT_LOCAL:
		ask_local(v, from, size, carried);
		break;
	case SPOT_UNKNOWN:
		v->open = true;
		break;
	case SPOT_ELSEWHERE:
		break;
	}
}

/* An index into a table is compared with what the table holds. */
static void ask_indices(struct frame *f, tree reference)
{
	for (; handled_component_p(reference); reference = TREE_OPERAND(reference, 0))
		if (TREE_CODE(reference) == ARRAY_REF)
			compare(f, TREE_OPERAND(reference, 1));
	if (TREE_CODE(reference) == MEM_REF)
		compare(f, TREE_OPERAND(reference, 0));
}

static void ask_reference(struct frame *f, tree reference, gimple *at, bitmap carried)
{
	struct spot from = spot_of_reference(f, reference, at, 0);
	auto_bitmap bits;

	if (from.kind == SPOT_ELSEWHERE)
		ask_indices(f, reference);
	ask_memory(f->v, from, bits_of(reference), bits);
	/* The compiler takes what it reads as bool to be 0 or 1: no comparison finds more. */
	bitmap_ior_into(TREE_CODE(TREE_TYPE(reference)) == BOOLEAN_TYPE &&
					from.kind != SPOT_ELSEWHERE ?
				(bitmap)f->v->as_bool :
				carried,
			bits);
}

/* A function that is not in sight gets VALUE, and its answer counts: it may compare all of it. */
static void ask_unseen(struct frame *f, gimple *call, unsigned index)
{
	tree value = gimple_call_arg(call, index), type = TREE_TYPE(value);
	HOST_WIDE_INT size = 0;
	struct numbers n;
	struct spot at;
	auto_bitmap carried;

	if (!POINTER_TYPE_P(type)) {
		compare(f, value);
		return;
	}
	at = spot_of(f, value, call, 0);
	if (!VOID_TYPE_P(TREE_TYPE(type)) && !is_bytes(TREE_TYPE(type)) &&
	    TYPE_SIZE(TREE_TYPE(type)) && tree_fits_shwi_p(TYPE_SIZE(TREE_TYPE(type))))
		size = tree_to_shwi(TYPE_SIZE(TREE_TYPE(type)));
	if (gimple_call_builtin_p(call, BUILT_IN_MEMCMP) ||
	    gimple_call_builtin_p(call, BUILT_IN_MEMCMP_EQ)) {
		n = numbers_of(f, gimple_call_arg(call, 2), call, 0);
		size = n.known && n.all.size() == 1 ? n.all[0] * BITS_PER_UNIT : 0;
	}
	if (!size && at.kind == SPOT_OBJECT && at.offset.known)
		for (HOST_WIDE_INT each : at.offset.all)
			add_bits(f->v, { true, { each } }, f->v->size - each, carried);
	else
		ask_memory(f->v, at, size ? size : f->v->size, carried);
	bitmap_ior_into(f->v->compared, carried);
}

static void ask_call(struct frame *f, gimple *call, bitmap carried)
{
	struct frame *callee;

	if (gimple_call_builtin_p(call, BUILT_IN_EXPECT) ||
	    gimple_call_builtin_p(call, BUILT_IN_EXPECT_WITH_PROBABILITY)) {
		ask_value(f, gimple_call_arg(call, 0), carried);
		return;
	}
	callee = frame_of_call(f, call);
	if (callee) {
		ask_returned(callee, carried);
		return;
	}
	for (unsigned i = 0; i < gimple_call_num_args(call); i++)
		if (gimple_call_internal_p(call) || gimple_call_flags(call) & ECF_CONST)
			ask_value(f, gimple_call_arg(call, i), carried);
		else
			ask_unseen(f, call, i);
}

static void ask_assignment(struct frame *f, gimple *statement, bitmap carried)
{
	enum tree_code code = gimple_assign_rhs_code(statement);
	tree first = gimple_assign_rhs1(statement);

	if (TREE_CODE_CLASS(code) == tcc_comparison) {
		ask_comparison(f, code, first, gimple_assign_rhs2(statement));
	} else if (code == COND_EXPR) {
		if (COMPARISON_CLASS_P(first))
			ask_comparison(f, TREE_CODE(first), TREE_OPERAND(first, 0),
				       TREE_OPERAND(first, 1));
		else
			compare(f, first);
		ask_value(f, gimple_assign_rhs2(statement), carried);
		ask_value(f, gimple_assign_rhs3(statement), carried);
	} else if (code == BIT_AND_EXPR &&
		   ask_masked(f, first, gimple_assign_rhs2(statement), carried)) {
		return;
	} else if (code == LSHIFT_EXPR || code == RSHIFT_EXPR) {
		ask_value(f, first, carried);
		/* As in 0x15 >> mode & 1. */
		compare(f, gimple_assign_rhs2(statement));
	} else if (gimple_assign_load_p(statement)) {
		ask_reference(f, first, statement, carried);
	} else {
		for (unsigned i = 1; i < gimple_num_ops(statement); i++)
			ask_value(f, gimple_op(statement, i), carried);
	}
}

static void ask_merge(struct frame *f, gimple *merge, bitmap carried)
{
	for (unsigned i = 0; i < gimple_phi_num_args(merge); i++) {
		basic_block from = gimple_phi_arg_edge(as_a<gphi *>(merge), i)->src;

		if (!bitmap_bit_p(f->reached, from->index))
			continue;
		be_relevant(f, from->index);
		if (EDGE_COUNT(from->succs) > 1)
			ask_end_of(f, from);
		ask_value(f, gimple_phi_arg_def(merge, i), carried);
	}
}

/* Adds the bits of the object that VALUE carries, and does not compare, to CARRIED. */
static void ask_value(struct frame *f, tree value, bitmap carried)
{
	gimple *statement;
	unsigned long before;
	bitmap *there, mine;

	if (TREE_CODE(value) != SSA_NAME || is_spent(f->v))
		return;
	begin_round(f);
	there = f->carried.get(value);
	mine = there ? *there : BITMAP_ALLOC(NULL);
	if (!there)
		f->carried.put(value, mine);
	if (f->visited.add(value)) {
		bitmap_ior_into(carried, mine);
		return;
	}
	before = bitmap_count_bits(mine);
	statement = SSA_NAME_DEF_STMT(value);
	if (SSA_NAME_IS_DEFAULT_DEF(value)) {
		tree parameter = SSA_NAME_VAR(value);
		tree argument = parameter ? argument_of(f, parameter) : NULL_TREE;

		if (argument)
			ask_value(f->caller, argument, mine);
	} else if (gimple_code(statement) == GIMPLE_PHI) {
		ask_merge(f, statement, mine);
	} else if (is_gimple_call(statement)) {
		ask_call(f, statement, mine);
	} else if (is_gimple_assign(statement)) {
		ask_assignment(f, statement, mine);
	}
	f->v->grew |= bitmap_count_bits(mine) != before;
	bitmap_ior_into(carried, mine);
}

/* What the function returns carries, once. */
static void ask_returned(struct frame *f, bitmap carried)
{
	edge e;
	edge_iterator ei;

	begin_round(f);
	if (!f->asked) {
		f->asked = true;
		FOR_EACH_EDGE(e, ei, EXIT_BLOCK_PTR_FOR_FN(f->fun)->preds) {
			gimple *last = lc_last_stmt(e->src);
			greturn *end = last ? dyn_cast<greturn *>(last) : NULL;
			tree value = end ? gimple_return_retval(end) : NULL_TREE;

			if (!bitmap_bit_p(f->reached, e->src->index))
				continue;
			be_relevant(f, e->src->index);
			if (value && TREE_CODE(value) == SSA_NAME)
				ask_value(f, value, f->returned);
			else if (value && DECL_P(value))
				ask_reference(f, value, end, f->returned);
		}
	}
	bitmap_ior_into(carried, f->returned);
}

/* Fills in what the function of validity that F is for looks at. */
void slice_validity(struct frame *f)
{
	auto_bitmap answered;

	do {
		f->v->grew = false;
		f->v->round++;
		ask_returned(f, answered);
	} while (f->v->grew && !is_spent(f->v));
}
