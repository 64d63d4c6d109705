/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * SSA names as linear expressions over terms. A machine operation is expanded
 * only where it cannot wrap: by the types, by the ranger, or by a proof.
 */
#include "across.h"

#define MAX_DEPTH 24

lc_term new_term(struct analysis *a, enum term_kind kind, tree node)
{
	struct term t = {};

	t.kind = kind;
	t.node = node;
	a->terms.safe_push(t);
	return a->terms.length() - 1;
}

lc_term term_of_ssa(struct analysis *a, tree name)
{
	for (lc_term i = 1; i < a->terms.length(); i++)
		if (a->terms[i].kind == TERM_SSA && a->terms[i].node == name)
			return i;
	return new_term(a, TERM_SSA, name);
}

/* The value of a parameter that nothing reads, so that it has no SSA name. */
lc_term term_of_unread(struct analysis *a, tree parameter)
{
	for (lc_term i = 1; i < a->terms.length(); i++)
		if (a->terms[i].kind == TERM_UNREAD && a->terms[i].node == parameter)
			return i;
	return new_term(a, TERM_UNREAD, parameter);
}

lc_term term_of_address(struct analysis *a, tree object)
{
	for (lc_term i = 1; i < a->terms.length(); i++)
		if (a->terms[i].kind == TERM_ADDRESS &&
		    (a->terms[i].node == object || operand_equal_p(a->terms[i].node, object, 0)))
			return i;
	return new_term(a, TERM_ADDRESS, object);
}

lc_term term_of_turns(struct analysis *a, tree name)
{
	for (lc_term i = 1; i < a->terms.length(); i++)
		if (a->terms[i].kind == TERM_TURNS && a->terms[i].node == name)
			return i;
	return new_term(a, TERM_TURNS, name);
}

/* A record begins where its first member does, and ends elsewhere. */
static bool is_same_extent(const struct root *one, const struct root *other)
{
	tree mine, its;

	if (!one || !one->is_object || !other->is_object)
		return !one || one->is_object == other->is_object;
	mine = TYPE_SIZE_UNIT(TREE_TYPE(one->node));
	its = TYPE_SIZE_UNIT(TREE_TYPE(other->node));
	/* A flexible array has no size. */
	return mine && its ? operand_equal_p(mine, its, 0) : mine == its;
}

lc_term term_of_end(struct analysis *a, const struct root *root)
{
	struct root *kept;
	lc_term end;

	for (end = 1; end < a->terms.length(); end++)
		if (a->terms[end].kind == TERM_END &&
		    lc_linear_equal(&a->terms[end].address, &root->start) &&
		    is_same_extent(a->terms[end].root, root))
			return end;
	end = new_term(a, TERM_END, root->node);
	a->terms[end].address = root->start;
	kept = (struct root *)lc_arena_alloc(&a->unit->arena, sizeof(*kept));
	if (kept)
		*kept = *root;
	a->terms[end].root = kept;
	a->terms[end].defined = true;
	define_end(a, end, root);
	return end;
}

/* A value that has no name in this function. */
lc_term term_of_elsewhere(struct analysis *a)
{
	return new_term(a, TERM_ELSEWHERE, NULL_TREE);
}

/* Does GOAL >= 0 follow from what is known at STATEMENT? */
bool holds_at(struct analysis *a, const struct lc_linear *goal, gimple *statement)
{
	const struct lc_fact *facts[3 * LC_FACTS_MAX];
	struct lc_proof proof = {};
	size_t n;

	n = facts_at(a, point_at(a, statement), goal, facts, 3 * LC_FACTS_MAX);
	return lc_prove(facts, n, goal, &proof);
}

/* Which ends of its type a value could pass. */
enum { TOO_LOW = 1, TOO_HIGH = 2 };

/* Does VALUE stay within TYPE at STATEMENT, as far as it COULD pass an end? */
static bool stays_within(struct analysis *a, const struct lc_linear *value, tree type,
			 gimple *statement, unsigned could)
{
	struct lc_linear goal;
	HOST_WIDE_INT low, high;

	if (!value->valid)
		return false;
	type_bounds(type, &low, &high);
	if (could & TOO_LOW) {
		if (low == HOST_WIDE_INT_MIN)
			return false;
		goal = lc_linear_plus(value, -low);
		if (!holds_at(a, &goal, statement))
			return false;
	}
	if (could & TOO_HIGH) {
		goal = lc_linear_scale(value, -1);
		goal = lc_linear_plus(&goal, high);
		if (!holds_at(a, &goal, statement))
			return false;
	}
	return true;
}

static bool constant_of(tree value, HOST_WIDE_INT *constant)
{
	if (TREE_CODE(value) != INTEGER_CST || !tree_fits_shwi_p(value))
		return false;
	*constant = tree_to_shwi(value);
	return true;
}

static struct lc_linear invalid_linear(void)
{
	struct lc_linear none = {};

	return none;
}

/* The expression of a binary operation, whether or not it wraps; invalid if not linear. */
static struct lc_linear combine(struct analysis *a, enum tree_code code, tree left, tree right,
				struct lc_linear (*of)(struct analysis *, tree))
{
	struct lc_linear l = of(a, left), r;
	HOST_WIDE_INT factor;

	switch (code) {
	case PLUS_EXPR:
		r = of(a, right);
		return lc_linear_add(&l, &r, 1);
	case MINUS_EXPR:
		r = of(a, right);
		return lc_linear_add(&l, &r, -1);
	case MULT_EXPR:
		if (constant_of(right, &factor))
			return lc_linear_scale(&l, factor);
		return invalid_linear();
	case LSHIFT_EXPR:
		if (constant_of(right, &factor) && factor >= 0 && factor < 32)
			return lc_linear_scale(&l, HOST_WIDE_INT_1 << factor);
		return invalid_linear();
	default:
		return invalid_linear();
	}
}

/*
 * An expression that VALUE, of an unsigned type, is equal to modulo the size of
 * its type: sums may have wrapped, and signs were extended.
 */
static struct lc_linear modular(struct analysis *a, tree value)
{
	tree type = TREE_TYPE(value), rhs;
	struct lc_linear result;
	gimple *statement;

	if (TREE_CODE(value) == INTEGER_CST)
		return lc_linear_constant(
			wide_int::from(wi::to_wide(value), TYPE_PRECISION(type), SIGNED).to_shwi());
	if (TREE_CODE(value) != SSA_NAME || SSA_NAME_IS_DEFAULT_DEF(value))
		return linear_of(a, value);
	statement = SSA_NAME_DEF_STMT(value);
	if (!is_gimple_assign(statement) || gimple_assign_load_p(statement))
		return linear_of(a, value);
	rhs = gimple_assign_rhs1(statement);
	switch (gimple_assign_rhs_code(statement)) {
	CASE_CONVERT:
		/* From an unsigned type zeros come in above: what wrapped there has wrapped for good. */
		if (INTEGRAL_TYPE_P(TREE_TYPE(rhs)) && !TYPE_UNSIGNED(TREE_TYPE(rhs)) &&
		    TYPE_PRECISION(type) >= TYPE_PRECISION(TREE_TYPE(rhs)))
			return linear_of(a, rhs);
		return linear_of(a, value);
	case PLUS_EXPR:
	case MINUS_EXPR:
	case MULT_EXPR:
		if (!TYPE_UNSIGNED(type))
			return linear_of(a, value);
		result = combine(a, gimple_assign_rhs_code(statement), rhs,
				 gimple_assign_rhs2(statement), modular);
		return result.valid ? result : linear_of(a, value);
	default:
		return linear_of(a, value);
	}
}

/* LEFT CODE RIGHT as the integers that they are; invalid if not linear. */
struct lc_linear linear_combination(struct analysis *a, enum tree_code code, tree left, tree right)
{
	if (code == MULT_EXPR && TREE_CODE(left) == INTEGER_CST)
		std::swap(left, right);
	return combine(a, code, left, right, linear_of);
}

/* LEFT CODE RIGHT in TYPE, worked out by STATEMENT, where that cannot wrap. */
static struct lc_linear of_operation(struct analysis *a, enum tree_code code, tree left, tree right,
				     tree type, gimple *statement)
{
	struct lc_linear value, around;

	around = TYPE_UNSIGNED(type) ? combine(a, code, left, right, modular) : invalid_linear();
	/* x - 4 in an unsigned type is x + (2^n - 4) to GCC. */
	if (code == PLUS_EXPR && TREE_CODE(right) == INTEGER_CST && TYPE_UNSIGNED(type) &&
	    wi::neg_p(wi::to_wide(right), SIGNED)) {
		code = MINUS_EXPR;
		right = wide_int_to_tree(type, wi::neg(wi::to_wide(right)));
	}
	value = combine(a, code, left, right, linear_of);
	if (!value.valid)
		return value;
	/* A signed overflow is undefined: the value is what the expression says. */
	if (!TYPE_UNSIGNED(type) && TYPE_OVERFLOW_UNDEFINED(type))
		return value;
	if (ranges_within(a, code, left, right, type, statement) ||
	    stays_within(a, &value, type, statement,
			 !TYPE_UNSIGNED(type) ? TOO_LOW | TOO_HIGH :
			 code == MINUS_EXPR   ? TOO_LOW :
						TOO_HIGH))
		return value;
	/* (size_t)n + 2 of an int that is -2 or more. */
	if (!lc_linear_equal(&around, &value) &&
	    stays_within(a, &around, type, statement, TOO_LOW | TOO_HIGH))
		return around;
	return invalid_linear();
}

/* What CALL, a sum or product that stops at the end of its type, is where it does not come so far. */
static struct lc_linear of_saturating(struct analysis *a, gimple *call)
{
	tree lhs = gimple_call_lhs(call), left, right;
	enum tree_code code;

	if (!lhs || !INTEGRAL_TYPE_P(TREE_TYPE(lhs)) ||
	    !is_saturating(a, call, &code, &left, &right))
		return invalid_linear();
	if (TREE_CODE(left) == INTEGER_CST)
		std::swap(left, right);
	if (TREE_CODE(right) == INTEGER_CST && wi::neg_p(wi::to_wide(right), SIGNED))
		return invalid_linear();
	return of_operation(a, code, left, right, TREE_TYPE(lhs), call);
}

static struct lc_linear of_assignment(struct analysis *a, tree name, gimple *statement)
{
	enum tree_code code = gimple_assign_rhs_code(statement);
	tree type = TREE_TYPE(name), rhs = gimple_assign_rhs1(statement);
	struct lc_linear value, offset;
	HOST_WIDE_INT low, high, l0, h0;
	unsigned could = TOO_LOW | TOO_HIGH;
	bool known = false;

	switch (code) {
	case SSA_NAME:
	case INTEGER_CST:
		return linear_of(a, rhs);
	case ADDR_EXPR:
		value = address_of_reference(a, TREE_OPERAND(rhs, 0), &known);
		return known ? value : invalid_linear();
	CASE_CONVERT:
		/* What came from a pointer and goes back to one is taken not to wrap. */
		if (POINTER_TYPE_P(type) && INTEGRAL_TYPE_P(TREE_TYPE(rhs)))
			return linear_of_offset(a, rhs);
		if (POINTER_TYPE_P(type) || POINTER_TYPE_P(TREE_TYPE(rhs)))
			return linear_of(a, rhs);
		if (!INTEGRAL_TYPE_P(TREE_TYPE(rhs)))
			return invalid_linear();
		if (TYPE_UNSIGNED(type) == TYPE_UNSIGNED(TREE_TYPE(rhs)) &&
		    TYPE_PRECISION(type) >= TYPE_PRECISION(TREE_TYPE(rhs)))
			return linear_of(a, rhs);
		type_bounds(type, &low, &high);
		if (value_range_at(a, rhs, statement, &l0, &h0) && l0 >= low && h0 <= high)
			return linear_of(a, rhs);
		value = linear_of(a, rhs);
		if (TYPE_UNSIGNED(TREE_TYPE(rhs)))
			could = TOO_HIGH;
		else if (TYPE_UNSIGNED(type) &&
			 TYPE_PRECISION(type) >= TYPE_PRECISION(TREE_TYPE(rhs)))
			could = TOO_LOW;
		if (stays_within(a, &value, type, statement, could))
			return value;
		if (!TYPE_UNSIGNED(TREE_TYPE(rhs)) ||
		    TYPE_PRECISION(type) > TYPE_PRECISION(TREE_TYPE(rhs)))
			return invalid_linear();
		value = modular(a, rhs);
		return stays_within(a, &value, type, statement, TOO_LOW | TOO_HIGH) ?
			       value :
			       invalid_linear();
	case POINTER_PLUS_EXPR:
		value = linear_of(a, rhs);
		offset = linear_of_offset(a, gimple_assign_rhs2(statement));
		return lc_linear_add(&value, &offset, 1);
	case POINTER_DIFF_EXPR:
		value = linear_of(a, rhs);
		offset = linear_of(a, gimple_assign_rhs2(statement));
		return lc_linear_add(&value, &offset, -1);
	case PLUS_EXPR:
	case MINUS_EXPR:
	case MULT_EXPR:
	case LSHIFT_EXPR:
		if (!INTEGRAL_TYPE_P(type))
			return invalid_linear();
		return of_operation(a, code, rhs, gimple_assign_rhs2(statement), type, statement);
	default:
		return invalid_linear();
	}
}

/*
 * The term of CALL, which answers the same whenever it is asked the same: that
 * of an earlier call, if there is one. So is one field, read and swapped twice, one value.
 */
static lc_term term_of_const_call(struct analysis *a, gimple *call)
{
	tree name = gimple_call_lhs(call);
	struct lc_linear asked = linear_of(a, gimple_call_arg(call, 0)), other;

	for (lc_term t = 1; asked.valid && t < a->terms.length(); t++) {
		tree node = a->terms[t].node;
		gimple *statement;

		if (a->terms[t].kind != TERM_SSA || node == name || SSA_NAME_IS_DEFAULT_DEF(node))
			continue;
		statement = SSA_NAME_DEF_STMT(node);
		if (!is_gimple_call(statement) || gimple_call_num_args(statement) != 1 ||
		    gimple_call_fndecl(statement) != gimple_call_fndecl(call) ||
		    !dominated_by_p(CDI_DOMINATORS, gimple_bb(call), gimple_bb(statement)))
			continue;
		other = linear_of(a, gimple_call_arg(statement, 0));
		if (lc_linear_equal(&asked, &other))
			return t;
	}
	return term_of_ssa(a, name);
}

static bool is_const_call(gimple *call)
{
	return gimple_call_fndecl(call) && gimple_call_num_args(call) == 1 &&
	       (gimple_call_flags(call) & ECF_CONST) && gimple_call_lhs(call) &&
	       INTEGRAL_TYPE_P(TREE_TYPE(gimple_call_lhs(call))) &&
	       INTEGRAL_TYPE_P(TREE_TYPE(gimple_call_arg(call, 0)));
}

static struct lc_linear compute(struct analysis *a, tree name)
{
	gimple *statement = SSA_NAME_DEF_STMT(name);
	struct lc_linear value = invalid_linear();

	a->work++;
	if (SSA_NAME_IS_DEFAULT_DEF(name) || a->exhausted)
		;
	else if (gimple_assign_load_p(statement)) {
		value = value_of_load(a, gimple_assign_rhs1(statement), statement);
	} else if (is_gimple_assign(statement)) {
		value = of_assignment(a, name, statement);
	} else if (hidden_by_asm(statement, name)) {
		value = linear_of(a, hidden_by_asm(statement, name));
	} else if (gimple_call_builtin_p(statement, BUILT_IN_EXPECT)) {
		value = linear_of(a, gimple_call_arg(statement, 0));
	} else if (is_gimple_call(statement)) {
		tree count, counted = lc_counted_pointer(statement, &count);

		value = counted ? linear_of(a, counted) : view_of_call(a, statement);
		if (!value.valid)
			value = value_of_call(a, statement);
		if (!value.valid)
			value = of_saturating(a, statement);
		if (!value.valid && is_const_call(statement))
			value = lc_linear_term(term_of_const_call(a, statement));
	}
	return value.valid ? value : lc_linear_term(term_of_ssa(a, name));
}

/*
 * What NAME's definition would make it if it did not wrap, and in *WRAPS what
 * must not be negative for that; invalid if its definition is not linear.
 */
struct lc_linear unwrapped(struct analysis *a, tree name, struct lc_linear *wraps)
{
	gimple *statement = SSA_NAME_DEF_STMT(name);
	tree type = TREE_TYPE(name), right;
	struct lc_linear value, self, part;

	if (SSA_NAME_IS_DEFAULT_DEF(name) || !is_gimple_assign(statement) || !TYPE_UNSIGNED(type) ||
	    !INTEGRAL_TYPE_P(type) || gimple_assign_load_p(statement))
		return invalid_linear();
	switch (gimple_assign_rhs_code(statement)) {
	case MINUS_EXPR:
		value = combine(a, MINUS_EXPR, gimple_assign_rhs1(statement),
				gimple_assign_rhs2(statement), linear_of);
		break;
	case PLUS_EXPR:
		right = gimple_assign_rhs2(statement);
		if (TREE_CODE(right) != INTEGER_CST || !wi::neg_p(wi::to_wide(right), SIGNED)) {
			/* A sum that has wrapped is less than each of its parts. */
			value = combine(a, PLUS_EXPR, gimple_assign_rhs1(statement), right,
					linear_of);
			self = lc_linear_term(term_of_ssa(a, name));
			part = linear_of(a, gimple_assign_rhs1(statement));
			*wraps = lc_linear_add(&self, &part, -1);
			return value;
		}
		value = combine(a, MINUS_EXPR, gimple_assign_rhs1(statement),
				wide_int_to_tree(type, wi::neg(wi::to_wide(right))), linear_of);
		break;
	CASE_CONVERT:
		right = gimple_assign_rhs1(statement);
		if (!INTEGRAL_TYPE_P(TREE_TYPE(right)) || TYPE_UNSIGNED(TREE_TYPE(right)) ||
		    TYPE_PRECISION(type) < TYPE_PRECISION(TREE_TYPE(right)))
			return invalid_linear();
		value = linear_of(a, right);
		break;
	default:
		return invalid_linear();
	}
	*wraps = value;
	return value;
}

/* VALUE as the mathematical value of its type. */
struct lc_linear linear_of(struct analysis *a, tree value)
{
	struct lc_linear **slot, result;
	bool known = false;

	if (TREE_CODE(value) == INTEGER_CST)
		return tree_fits_shwi_p(value) ? lc_linear_constant(tree_to_shwi(value)) :
						 invalid_linear();
	if (TREE_CODE(value) == ADDR_EXPR) {
		result = address_of_reference(a, TREE_OPERAND(value, 0), &known);
		return known ? result : invalid_linear();
	}
	if (TREE_CODE(value) != SSA_NAME)
		return invalid_linear();
	slot = a->linear->get(value);
	/* In the making: a term of its own; its definition adds that the two are equal. */
	if (slot && !*slot)
		return lc_linear_term(term_of_ssa(a, value));
	if (slot)
		return **slot;
	if (a->depth >= MAX_DEPTH)
		return lc_linear_term(term_of_ssa(a, value));
	a->linear->put(value, NULL);
	a->depth++;
	result = compute(a, value);
	a->depth--;
	struct lc_linear *kept = (struct lc_linear *)lc_arena_alloc(&a->unit->arena, sizeof(*kept));
	if (kept) {
		*kept = result;
		a->linear->put(value, kept);
	}
	return result;
}

/*
 * An offset that is added to a pointer. Its arithmetic is modulo the width of
 * a pointer and the sum is taken not to wrap, so a negative constant and a
 * sign-extended index are what they look like.
 */
struct lc_linear linear_of_offset(struct analysis *a, tree offset)
{
	tree type = TREE_TYPE(offset), rhs;
	struct lc_linear value;
	gimple *statement;

	if (TREE_CODE(offset) == INTEGER_CST)
		return lc_linear_constant(wi::to_wide(offset).to_shwi());
	if (TREE_CODE(offset) != SSA_NAME || SSA_NAME_IS_DEFAULT_DEF(offset) ||
	    TYPE_PRECISION(type) < TYPE_PRECISION(sizetype))
		return linear_of(a, offset);
	statement = SSA_NAME_DEF_STMT(offset);
	if (!is_gimple_assign(statement) || gimple_assign_load_p(statement))
		return linear_of(a, offset);
	rhs = gimple_assign_rhs1(statement);
	switch (gimple_assign_rhs_code(statement)) {
	CASE_CONVERT:
		if (INTEGRAL_TYPE_P(TREE_TYPE(rhs)))
			return linear_of_offset(a, rhs);
		return linear_of(a, offset);
	case NEGATE_EXPR:
		value = linear_of_offset(a, rhs);
		return lc_linear_scale(&value, -1);
	case PLUS_EXPR:
	case MINUS_EXPR:
	case MULT_EXPR:
	case LSHIFT_EXPR:
		value = combine(a, gimple_assign_rhs_code(statement), rhs,
				gimple_assign_rhs2(statement), linear_of_offset);
		return value.valid ? value : linear_of(a, offset);
	default:
		return linear_of(a, offset);
	}
}
