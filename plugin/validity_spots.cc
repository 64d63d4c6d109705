/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Places in memory that a function of validity reaches: of which object, and at
 * which offsets, where an index runs through a loop.
 */
#include "analysis.h"
#include "validates.h"

#define MAX_STEPS 24

static const struct numbers unknown = { false, {} };

static struct numbers just(HOST_WIDE_INT n)
{
	return { true, { n } };
}

static bool add_number(struct numbers *to, HOST_WIDE_INT n)
{
	for (HOST_WIDE_INT each : to->all)
		if (each == n)
			return true;
	if (to->all.size() >= VALIDITY_NUMBERS)
		to->known = false;
	else
		to->all.push_back(n);
	return to->known;
}

/* Each of A with each of B. */
static struct numbers combine(struct validity *v, enum tree_code code, const struct numbers &a,
			      const struct numbers &b)
{
	struct numbers result = { true, {} };

	if (!a.known || !b.known || a.all.size() * b.all.size() > 4 * VALIDITY_NUMBERS)
		return unknown;
	v->work += a.all.size() * b.all.size();
	for (HOST_WIDE_INT x : a.all)
		for (HOST_WIDE_INT y : b.all) {
			unsigned HOST_WIDE_INT l = x, r = y;

			if (!add_number(&result, code == PLUS_EXPR  ? l + r :
						 code == MINUS_EXPR ? l - r :
								      l * r))
				return unknown;
		}
	return result;
}

/* Does STATEMENT give one of its operands another type, and nothing else? */
bool starts_with_conversion(gimple *statement)
{
	return is_gimple_assign(statement) &&
	       (CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(statement)) ||
		gimple_assign_rhs_code(statement) == SSA_NAME);
}

/* Is NAME worked out as RESULT of a merge plus *STEP? */
static bool steps_from(tree name, tree result, HOST_WIDE_INT *step)
{
	*step = 0;
	for (unsigned i = 0; i < MAX_STEPS && TREE_CODE(name) == SSA_NAME; i++) {
		gimple *statement = SSA_NAME_DEF_STMT(name);
		enum tree_code code;
		tree by;

		if (name == result)
			return *step != 0;
		if (!is_gimple_assign(statement))
			return false;
		code = gimple_assign_rhs_code(statement);
		if (code == PLUS_EXPR || code == POINTER_PLUS_EXPR || code == MINUS_EXPR) {
			by = gimple_assign_rhs2(statement);
			if (TREE_CODE(by) != INTEGER_CST)
				return false;
			*step += (code == MINUS_EXPR ? -1 : 1) * (HOST_WIDE_INT)int_cst_value(by);
		} else if (!starts_with_conversion(statement)) {
			return false;
		}
		name = gimple_assign_rhs1(statement);
	}
	return false;
}

/* Is RESULT, of a merge, one that each turn of a loop steps? Then START is what it was before. */
static bool is_stepped(tree result, tree *start, HOST_WIDE_INT *step)
{
	gimple *merge = SSA_NAME_DEF_STMT(result);

	if (gimple_code(merge) != GIMPLE_PHI || gimple_phi_num_args(merge) != 2)
		return false;
	for (unsigned i = 0; i < 2; i++)
		if (steps_from(gimple_phi_arg_def(merge, i), result, step)) {
			*start = gimple_phi_arg_def(merge, 1 - i);
			return true;
		}
	return false;
}

/* The range of NAME at AT, from GCC's ranger; false if it is none of use. */
static bool range_in(struct frame *f, tree name, gimple *at, HOST_WIDE_INT *low,
		     HOST_WIDE_INT *high)
{
	tree type = TREE_TYPE(name);
	lc_range range;
	gimple_ranger *ranger;
	bool known;

	if (!INTEGRAL_TYPE_P(type) || TYPE_PRECISION(type) > 64 || !lc_range_supports(type))
		return false;
	f->v->work += 200;
	push_cfun(f->fun);
	calculate_dominance_info(CDI_DOMINATORS);
	ranger = lc_ranger_begin(f->fun);
	known = ranger->range_of_expr(range, name, at) && !range.undefined_p();
	lc_ranger_end(f->fun, ranger);
	free_dominance_info(CDI_DOMINATORS);
	pop_cfun();
	if (!known || !wi::fits_shwi_p(widest_int::from(range.upper_bound(), TYPE_SIGN(type))) ||
	    !wi::fits_shwi_p(widest_int::from(range.lower_bound(), TYPE_SIGN(type))))
		return false;
	*low = widest_int::from(range.lower_bound(), TYPE_SIGN(type)).to_shwi();
	*high = widest_int::from(range.upper_bound(), TYPE_SIGN(type)).to_shwi();
	return true;
}

/* From each of START on in steps of STEP, within LOW to HIGH. */
static struct numbers run(const struct numbers &start, HOST_WIDE_INT step, HOST_WIDE_INT low,
			  HOST_WIDE_INT high)
{
	struct numbers result = { true, {} };

	if (!start.known)
		return unknown;
	for (HOST_WIDE_INT from : start.all)
		for (HOST_WIDE_INT n = from; n >= low && n <= high; n += step)
			if (!add_number(&result, n))
				return unknown;
	return result;
}

/* VALUE, but for conversions of it. */
static tree unconverted(tree value)
{
	for (unsigned i = 0; i < MAX_STEPS && TREE_CODE(value) == SSA_NAME; i++) {
		gimple *statement = SSA_NAME_DEF_STMT(value);

		if (SSA_NAME_IS_DEFAULT_DEF(value) || !starts_with_conversion(statement) ||
		    TREE_CODE(gimple_assign_rhs1(statement)) != SSA_NAME)
			break;
		value = gimple_assign_rhs1(statement);
	}
	return value;
}

/* The most that NAME, which a loop steps upwards, can be where it is compared with what F hands over. */
static bool bounded_by(struct frame *f, tree name, HOST_WIDE_INT *high)
{
	basic_block block;

	FOR_EACH_BB_FN(block, f->fun) {
		gimple *last = lc_last_stmt(block);
		HOST_WIDE_INT step = 0;
		enum tree_code code;
		tree bound;

		if (!last || gimple_code(last) != GIMPLE_COND ||
		    !INTEGRAL_TYPE_P(TREE_TYPE(gimple_cond_lhs(last))))
			continue;
		code = gimple_cond_code(last);
		bound = constant_of(f, gimple_cond_rhs(last), 0);
		if (!bound || !tree_fits_shwi_p(bound) ||
		    (unconverted(gimple_cond_lhs(last)) != name &&
		     !steps_from(gimple_cond_lhs(last), name, &step)))
			continue;
		*high = tree_to_shwi(bound) - step - (code == LE_EXPR || code == GT_EXPR ? 0 : 1);
		return true;
	}
	return false;
}

static struct numbers merged_numbers(struct frame *f, gimple *merge, gimple *at, unsigned depth)
{
	tree result = gimple_phi_result(merge), start;
	struct numbers all = { true, {} };
	HOST_WIDE_INT step, low, high;

	if (is_stepped(result, &start, &step)) {
		struct numbers first = numbers_of(f, start, at, depth + 1);

		struct numbers all_turns = first.known && range_in(f, result, at, &low, &high) ?
						   run(first, step, low, high) :
						   unknown;

		if (first.known && !all_turns.known && step > 0 && bounded_by(f, result, &high))
			return run(first, step, HOST_WIDE_INT_MIN, high);
		return all_turns;
	}
	for (unsigned i = 0; i < gimple_phi_num_args(merge); i++) {
		struct numbers each = numbers_of(f, gimple_phi_arg_def(merge, i), at, depth + 1);

		if (!each.known)
			return unknown;
		for (HOST_WIDE_INT n : each.all)
			if (!add_number(&all, n))
				return unknown;
	}
	return all;
}

static struct numbers worked_out(struct frame *f, tree name, gimple *at, unsigned depth)
{
	gimple *statement = SSA_NAME_DEF_STMT(name);
	enum tree_code code;
	tree left, right;

	if (SSA_NAME_IS_DEFAULT_DEF(name)) {
		tree parameter = SSA_NAME_VAR(name);
		tree argument = parameter ? argument_of(f, parameter) : NULL_TREE;

		return argument ? numbers_of(f->caller, argument, f->call, depth + 1) : unknown;
	}
	if (gimple_code(statement) == GIMPLE_PHI)
		return merged_numbers(f, statement, at, depth);
	if (!is_gimple_assign(statement))
		return unknown;
	code = gimple_assign_rhs_code(statement);
	left = gimple_assign_rhs1(statement);
	right = gimple_assign_rhs2(statement);
	if (starts_with_conversion(statement) || code == INTEGER_CST)
		return INTEGRAL_TYPE_P(TREE_TYPE(left)) ? numbers_of(f, left, at, depth + 1) :
							  unknown;
	if (code == PLUS_EXPR || code == MINUS_EXPR || code == MULT_EXPR)
		return combine(f->v, code, numbers_of(f, left, at, depth + 1),
			       numbers_of(f, right, at, depth + 1));
	if (code == LSHIFT_EXPR && TREE_CODE(right) == INTEGER_CST && tree_fits_uhwi_p(right) &&
	    tree_to_uhwi(right) < 32)
		return combine(f->v, MULT_EXPR, numbers_of(f, left, at, depth + 1),
			       just(HOST_WIDE_INT_1 << tree_to_uhwi(right)));
	return unknown;
}

/* What VALUE may be at AT, a statement of F. */
struct numbers numbers_of(struct frame *f, tree value, gimple *at, unsigned depth)
{
	struct numbers found;
	HOST_WIDE_INT low, high;

	if (TREE_CODE(value) == INTEGER_CST)
		return just(TYPE_PRECISION(TREE_TYPE(value)) < POINTER_SIZE &&
					    TYPE_UNSIGNED(TREE_TYPE(value)) ?
				    (HOST_WIDE_INT)TREE_INT_CST_LOW(value) :
				    int_cst_value(value));
	if (TREE_CODE(value) != SSA_NAME || depth > MAX_STEPS || is_spent(f->v))
		return unknown;
	found = worked_out(f, value, at, depth);
	if (found.known || !range_in(f, value, at, &low, &high) ||
	    high - low >= (HOST_WIDE_INT)VALIDITY_NUMBERS || low < -VALIDITY_NUMBERS)
		return found;
	return run(just(low), 1, low, high);
}

static struct spot elsewhere(enum spot_kind kind)
{
	return { kind, NULL, NULL_TREE, unknown };
}

static bool same_object(const struct spot &a, const struct spot &b)
{
	return a.kind == b.kind && a.frame == b.frame && a.decl == b.decl;
}

static struct spot moved(struct validity *v, const struct spot &from, const struct numbers &by)
{
	return { from.kind, from.frame, from.decl, combine(v, PLUS_EXPR, from.offset, by) };
}

static struct spot both(const struct spot &a, const struct spot &b)
{
	struct spot all = a;

	if (!same_object(a, b))
		return elsewhere(SPOT_UNKNOWN);
	all.offset.known &= b.offset.known;
	for (size_t i = 0; all.offset.known && i < b.offset.all.size(); i++)
		add_number(&all.offset, b.offset.all[i]);
	return all;
}

/* The offset, in bits, with which the stepped pointer NAME is compared in F; false if with none. */
static bool compared_with(struct frame *f, tree name, const struct spot &start, HOST_WIDE_INT *end)
{
	basic_block block;

	FOR_EACH_BB_FN(block, f->fun) {
		gimple *last = lc_last_stmt(block);
		HOST_WIDE_INT step;

		if (!last || gimple_code(last) != GIMPLE_COND)
			continue;
		for (unsigned i = 0; i < 2; i++) {
			tree side = gimple_op(last, i), other = gimple_op(last, 1 - i);
			struct spot there;

			if (side != name && !steps_from(side, name, &step))
				continue;
			if (!POINTER_TYPE_P(TREE_TYPE(other)) || TREE_CODE(other) == INTEGER_CST)
				continue;
			there = spot_of(f, other, last, MAX_STEPS / 2);
			if (same_object(there, start) && there.offset.known &&
			    there.offset.all.size() == 1) {
				*end = there.offset.all[0];
				return true;
			}
		}
	}
	return false;
}

static struct spot merged_spot(struct frame *f, gimple *merge, gimple *at, unsigned depth)
{
	tree result = gimple_phi_result(merge), start;
	struct spot all = elsewhere(SPOT_ELSEWHERE);
	HOST_WIDE_INT step, end;

	if (is_stepped(result, &start, &step)) {
		all = spot_of(f, start, at, depth + 1);
		all.offset =
			step > 0 && compared_with(f, result, all, &end) ?
				run(all.offset, step * BITS_PER_UNIT, HOST_WIDE_INT_MIN, end - 1) :
				unknown;
		return all;
	}
	for (unsigned i = 0; i < gimple_phi_num_args(merge); i++) {
		tree argument = gimple_phi_arg_def(merge, i);
		struct spot each = spot_of(f, argument, at, depth + 1);

		/* NULL, above all. */
		if (each.kind != SPOT_ELSEWHERE)
			all = all.kind == SPOT_ELSEWHERE ? each : both(all, each);
	}
	return all;
}

/* What the function that CALL calls returns a pointer to. */
static struct spot spot_of_call(struct frame *f, gimple *call, unsigned depth)
{
	struct spot all = elsewhere(SPOT_ELSEWHERE);
	struct frame *callee;
	edge e;
	edge_iterator ei;

	if (gimple_call_builtin_p(call, BUILT_IN_ASSUME_ALIGNED) ||
	    gimple_call_builtin_p(call, BUILT_IN_MEMCPY))
		return spot_of(f, gimple_call_arg(call, 0), call, depth + 1);
	callee = frame_of_call(f, call);
	if (!callee)
		return elsewhere(gimple_call_builtin_p(call, BUILT_IN_NORMAL) ? SPOT_ELSEWHERE :
										SPOT_UNKNOWN);
	FOR_EACH_EDGE(e, ei, EXIT_BLOCK_PTR_FOR_FN(callee->fun)->preds) {
		gimple *last = lc_last_stmt(e->src);
		greturn *end = last ? dyn_cast<greturn *>(last) : NULL;
		tree value = end ? gimple_return_retval(end) : NULL_TREE;
		struct spot each;

		if (!value || !bitmap_bit_p(callee->reached, e->src->index))
			continue;
		each = spot_of(callee, value, end, depth + 1);
		if (each.kind != SPOT_ELSEWHERE)
			all = all.kind == SPOT_ELSEWHERE ? each : both(all, each);
	}
	return all;
}

static struct spot spot_of_parameter(struct frame *f, tree parameter, unsigned depth)
{
	tree argument = argument_of(f, parameter);

	if (f->call)
		return argument ? spot_of(f->caller, argument, f->call, depth + 1) :
				  elsewhere(SPOT_UNKNOWN);
	if (parameter == DECL_ARGUMENTS(f->fun->decl))
		return { SPOT_OBJECT, NULL, NULL_TREE, just(0) };
	return elsewhere(SPOT_ELSEWHERE);
}

/* Where POINTER, or an integer that was one, points at AT. */
struct spot spot_of(struct frame *f, tree pointer, gimple *at, unsigned depth)
{
	gimple *statement;
	struct numbers by;

	if (TREE_CODE(pointer) == ADDR_EXPR)
		return spot_of_reference(f, TREE_OPERAND(pointer, 0), at, depth + 1);
	if (TREE_CODE(pointer) != SSA_NAME)
		return elsewhere(SPOT_ELSEWHERE);
	if (depth > MAX_STEPS || is_spent(f->v))
		return elsewhere(SPOT_UNKNOWN);
	if (SSA_NAME_IS_DEFAULT_DEF(pointer))
		return SSA_NAME_VAR(pointer) && TREE_CODE(SSA_NAME_VAR(pointer)) == PARM_DECL ?
			       spot_of_parameter(f, SSA_NAME_VAR(pointer), depth) :
			       elsewhere(SPOT_ELSEWHERE);
	statement = SSA_NAME_DEF_STMT(pointer);
	if (gimple_code(statement) == GIMPLE_PHI)
		return merged_spot(f, statement, at, depth);
	if (is_gimple_call(statement))
		return spot_of_call(f, statement, depth);
	if (!is_gimple_assign(statement))
		return elsewhere(SPOT_UNKNOWN);
	if (gimple_assign_rhs_code(statement) == POINTER_PLUS_EXPR) {
		by = numbers_of(f, gimple_assign_rhs2(statement), at, depth + 1);
		return moved(f->v, spot_of(f, gimple_assign_rhs1(statement), at, depth + 1),
			     combine(f->v, MULT_EXPR, by, just(BITS_PER_UNIT)));
	}
	if (starts_with_conversion(statement) || gimple_assign_rhs_code(statement) == ADDR_EXPR)
		return spot_of(f, gimple_assign_rhs1(statement), at, depth + 1);
	if (gimple_assign_load_p(statement)) {
		struct spot from =
			spot_of_reference(f, gimple_assign_rhs1(statement), statement, depth + 1);

		/* A pointer out of a table or a global is no way back to the object. */
		return elsewhere(from.kind == SPOT_ELSEWHERE ? SPOT_ELSEWHERE : SPOT_UNKNOWN);
	}
	return elsewhere(SPOT_UNKNOWN);
}

static struct numbers offset_of_component(struct frame *f, tree reference, gimple *at,
					  unsigned depth)
{
	struct numbers index;
	tree size, low;

	switch (TREE_CODE(reference)) {
	case COMPONENT_REF: {
		tree field = TREE_OPERAND(reference, 1);

		return !TREE_OPERAND(reference, 2) && DECL_FIELD_OFFSET(field) &&
				       tree_fits_shwi_p(bit_position(field)) ?
			       just(int_bit_position(field)) :
			       unknown;
	}
	case BIT_FIELD_REF:
		return numbers_of(f, TREE_OPERAND(reference, 2), at, depth + 1);
	case ARRAY_REF:
	case ARRAY_RANGE_REF:
		size = array_ref_element_size(reference);
		low = array_ref_low_bound(reference);
		if (!tree_fits_shwi_p(size) || !tree_fits_shwi_p(low))
			return unknown;
		index = combine(f->v, MINUS_EXPR,
				numbers_of(f, TREE_OPERAND(reference, 1), at, depth + 1),
				just(tree_to_shwi(low)));
		return combine(f->v, MULT_EXPR, index, just(tree_to_shwi(size) * BITS_PER_UNIT));
	case REALPART_EXPR:
	case VIEW_CONVERT_EXPR:
		return just(0);
	default:
		return unknown;
	}
}

struct spot spot_of_reference(struct frame *f, tree reference, gimple *at, unsigned depth)
{
	struct numbers offset = just(0);
	struct spot base;

	while (handled_component_p(reference)) {
		offset = combine(f->v, PLUS_EXPR, offset,
				 offset_of_component(f, reference, at, depth));
		reference = TREE_OPERAND(reference, 0);
	}
	if (TREE_CODE(reference) == MEM_REF) {
		poly_int64 by;
		HOST_WIDE_INT n;

		base = spot_of(f, TREE_OPERAND(reference, 0), at, depth + 1);
		return moved(f->v, moved(f->v, base, offset),
			     mem_ref_offset(reference).to_shwi(&by) && by.is_constant(&n) ?
				     just(n * BITS_PER_UNIT) :
				     unknown);
	}
	if (!DECL_P(reference))
		return elsewhere(CONSTANT_CLASS_P(reference) ? SPOT_ELSEWHERE : SPOT_UNKNOWN);
	if (is_global_var(reference))
		return elsewhere(SPOT_ELSEWHERE);
	return { SPOT_LOCAL, f, reference, offset };
}
