/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a term's own definition says of it, wherever it is used: bounds of
 * masks, shifts and conversions, and what loops keep.
 */
#include "across.h"

#define MAX_SIBLINGS 8

static void push(struct analysis *a, auto_vec<lc_fact *> *facts, enum lc_fact_kind kind,
		 struct lc_linear nonnegative, const char *reason)
{
	lc_fact *fact = new_fact(a, kind, nonnegative, UNKNOWN_LOCATION, reason);

	if (fact)
		facts->safe_push(fact);
}

/* Is VALUE certainly not negative? The ranger does not know it of the difference of two pointers. */
static bool not_negative(struct analysis *a, tree value, gimple *statement)
{
	struct lc_linear linear;
	HOST_WIDE_INT low, high;

	if (TYPE_UNSIGNED(TREE_TYPE(value)) ||
	    (value_range_at(a, value, statement, &low, &high) && low >= 0))
		return true;
	linear = linear_of(a, value);
	return linear.valid && holds_at(a, &linear, statement);
}

/* t = x / factor, rounded down, x not negative. */
static void define_quotient(struct analysis *a, auto_vec<lc_fact *> *facts, lc_term t, tree x,
			    HOST_WIDE_INT factor)
{
	struct lc_linear value = lc_linear_term(t), whole = linear_of(a, x), rest;

	value = lc_linear_scale(&value, factor);
	rest = lc_linear_add(&whole, &value, -1);
	push(a, facts, LC_FACT_VALUE, rest, NULL);
	rest = lc_linear_scale(&rest, -1);
	push(a, facts, LC_FACT_VALUE, lc_linear_plus(&rest, factor - 1), NULL);
}

static void define_by_assignment(struct analysis *a, auto_vec<lc_fact *> *facts, lc_term t,
				 gimple *statement)
{
	enum tree_code code = gimple_assign_rhs_code(statement);
	tree left = gimple_assign_rhs1(statement);
	tree right = gimple_num_ops(statement) > 2 ? gimple_assign_rhs2(statement) : NULL_TREE;
	struct lc_linear value = lc_linear_term(t), l, r;

	if (gimple_assign_load_p(statement) || !INTEGRAL_TYPE_P(TREE_TYPE(left)))
		return;
	l = linear_of(a, left);
	switch (code) {
	CASE_CONVERT:
		/* Cutting bits off what is not negative, or a sign, never makes it larger. */
		if (not_negative(a, left, statement))
			push(a, facts, LC_FACT_VALUE, lc_linear_add(&l, &value, -1), NULL);
		break;
	case BIT_AND_EXPR:
		if (not_negative(a, left, statement))
			push(a, facts, LC_FACT_VALUE, lc_linear_add(&l, &value, -1), NULL);
		if (not_negative(a, right, statement)) {
			r = linear_of(a, right);
			push(a, facts, LC_FACT_VALUE, lc_linear_add(&r, &value, -1), NULL);
		}
		break;
	case RSHIFT_EXPR:
		if (tree_fits_shwi_p(right) && tree_to_shwi(right) >= 0 &&
		    tree_to_shwi(right) < 32 && not_negative(a, left, statement))
			define_quotient(a, facts, t, left, HOST_WIDE_INT_1 << tree_to_shwi(right));
		break;
	case TRUNC_DIV_EXPR:
		if (tree_fits_shwi_p(right) && tree_to_shwi(right) > 0 &&
		    not_negative(a, left, statement))
			define_quotient(a, facts, t, left, tree_to_shwi(right));
		break;
	case TRUNC_MOD_EXPR:
		if (not_negative(a, left, statement))
			push(a, facts, LC_FACT_VALUE, lc_linear_add(&l, &value, -1), NULL);
		break;
	case MIN_EXPR:
	case MAX_EXPR:
		r = linear_of(a, right);
		if (code == MIN_EXPR) {
			push(a, facts, LC_FACT_VALUE, lc_linear_add(&l, &value, -1), NULL);
			push(a, facts, LC_FACT_VALUE, lc_linear_add(&r, &value, -1), NULL);
		} else {
			push(a, facts, LC_FACT_VALUE, lc_linear_add(&value, &l, -1), NULL);
			push(a, facts, LC_FACT_VALUE, lc_linear_add(&value, &r, -1), NULL);
		}
		break;
	default:
		break;
	}
}

/*
 * Two values merged at one loop head whose sum (FACTOR 1) or difference
 * (FACTOR -1) each turn leaves alone: it is what it was on entry.
 */
static void keep_pair(struct analysis *a, auto_vec<lc_fact *> *facts, gphi *one, gphi *two,
		      int factor)
{
	basic_block block = gimple_bb(one);
	struct lc_linear p = lc_linear_term(term_of_ssa(a, gimple_phi_result(one)));
	struct lc_linear q = lc_linear_term(term_of_ssa(a, gimple_phi_result(two)));
	struct lc_linear kept = lc_linear_add(&p, &q, factor), entry = {}, came;
	const char *reason;

	for (unsigned i = 0; i < gimple_phi_num_args(one); i++) {
		struct lc_linear pi = linear_of(a, gimple_phi_arg_def(one, i));
		struct lc_linear qi = linear_of(a, gimple_phi_arg_def(two, i));

		came = lc_linear_add(&pi, &qi, factor);
		if (dominated_by_p(CDI_DOMINATORS, gimple_phi_arg_edge(one, i)->src, block)) {
			if (!lc_linear_equal(&came, &kept))
				return;
		} else if (!entry.valid) {
			entry = came;
			if (!entry.valid)
				return;
		} else if (!lc_linear_equal(&entry, &came)) {
			return;
		}
	}
	if (!entry.valid)
		return;
	reason = lc_arena_printf(&a->unit->arena, "'%s' and '%s' move together",
				 describe(&a->unit->arena, gimple_phi_result(one)),
				 describe(&a->unit->arena, gimple_phi_result(two)));
	add_equal(a, facts, LC_FACT_LOOP, lc_linear_add(&kept, &entry, -1), UNKNOWN_LOCATION,
		  reason, NULL);
}

/*
 * A value that each turn of its loop only makes larger (DIRECTION 1) or smaller
 * (-1) is at least, or at most, what it was on entry.
 */
static void keep_direction(struct analysis *a, auto_vec<lc_fact *> *facts, gphi *phi, int direction)
{
	basic_block block = gimple_bb(phi);
	struct lc_linear self = lc_linear_term(term_of_ssa(a, gimple_phi_result(phi))), entry = {};
	bool loops = false;

	for (unsigned i = 0; i < gimple_phi_num_args(phi); i++) {
		edge e = gimple_phi_arg_edge(phi, i);
		struct lc_linear came = linear_of(a, gimple_phi_arg_def(phi, i)), step;
		const struct lc_fact *known[3 * LC_FACTS_MAX];
		struct lc_proof proof = {};
		size_t n;

		if (!dominated_by_p(CDI_DOMINATORS, e->src, block)) {
			if (entry.valid && !lc_linear_equal(&entry, &came))
				return;
			entry = came;
			continue;
		}
		loops = true;
		step = lc_linear_add(&came, &self, -1);
		step = lc_linear_scale(&step, direction);
		if (step.valid && lc_linear_is_constant(&step) && step.constant < 0)
			return;
		n = facts_at(a, point_at_end(a, e->src), &step, known, 3 * LC_FACTS_MAX);
		if (!lc_prove(known, n, &step, &proof))
			return;
	}
	if (!loops || !entry.valid)
		return;
	self = lc_linear_add(&self, &entry, -1);
	push(a, facts, LC_FACT_LOOP, lc_linear_scale(&self, direction), NULL);
}

/*
 * A value that each turn of its loop moves by a multiple of one number stays a
 * multiple of it away from what it was on entry: entry + step * turns.
 */
static void keep_multiple(struct analysis *a, auto_vec<lc_fact *> *facts, gphi *phi)
{
	tree name = gimple_phi_result(phi);
	struct lc_linear self = lc_linear_term(term_of_ssa(a, name)), entry = {}, turns;
	int64_t step = 0;
	bool up = true, down = true;

	for (unsigned i = 0; i < gimple_phi_num_args(phi); i++) {
		struct lc_linear came = linear_of(a, gimple_phi_arg_def(phi, i)), moved;
		int64_t by, rest;

		if (!dominated_by_p(CDI_DOMINATORS, gimple_phi_arg_edge(phi, i)->src,
				    gimple_bb(phi))) {
			if (entry.valid && !lc_linear_equal(&entry, &came))
				return;
			entry = came;
			continue;
		}
		moved = lc_linear_add(&came, &self, -1);
		if (!moved.valid || !lc_linear_is_constant(&moved) || moved.constant == INT64_MIN)
			return;
		up &= moved.constant >= 0;
		down &= moved.constant <= 0;
		for (by = moved.constant < 0 ? -moved.constant : moved.constant; by; by = rest) {
			rest = step % by;
			step = by;
		}
	}
	if (!entry.valid || step < 2)
		return;
	turns = lc_linear_term(term_of_turns(a, name));
	entry = lc_linear_add(&entry, &turns, step);
	add_equal(a, facts, LC_FACT_LOOP, lc_linear_add(&self, &entry, -1), UNKNOWN_LOCATION, NULL,
		  NULL);
	if (up)
		push(a, facts, LC_FACT_LOOP, turns, NULL);
	if (down)
		push(a, facts, LC_FACT_LOOP, lc_linear_scale(&turns, -1), NULL);
}

/* All ways in bring the same value, but for those that bring the term itself. */
static void define_by_merge(struct analysis *a, auto_vec<lc_fact *> *facts, gphi *phi)
{
	unsigned n = 0;

	for (gphi_iterator gsi = gsi_start_phis(gimple_bb(phi));
	     !gsi_end_p(gsi) && n < MAX_SIBLINGS; gsi_next(&gsi)) {
		tree result = gimple_phi_result(gsi.phi());

		if (gsi.phi() == phi || virtual_operand_p(result) ||
		    (!INTEGRAL_TYPE_P(TREE_TYPE(result)) && !POINTER_TYPE_P(TREE_TYPE(result))))
			continue;
		n++;
		a->work += 8;
		keep_pair(a, facts, phi, gsi.phi(), 1);
		keep_pair(a, facts, phi, gsi.phi(), -1);
	}
	keep_direction(a, facts, phi, 1);
	keep_direction(a, facts, phi, -1);
	keep_multiple(a, facts, phi);
}

/* What memory holds since STATEMENT stored it there. */
static void define_by_store(struct analysis *a, auto_vec<lc_fact *> *facts, lc_term t,
			    gimple *statement)
{
	struct lc_linear self = lc_linear_term(t), address, value;
	tree left, type = TREE_TYPE(a->terms[t].node);
	bool known;

	if (!gimple_assign_single_p(statement) || !gimple_store_p(statement))
		return;
	left = gimple_assign_lhs(statement);
	if ((TREE_CODE(left) == COMPONENT_REF && DECL_BIT_FIELD(TREE_OPERAND(left, 1))) ||
	    TREE_THIS_VOLATILE(left) || int_size_in_bytes(TREE_TYPE(left)) != a->terms[t].size ||
	    INTEGRAL_TYPE_P(type) != INTEGRAL_TYPE_P(TREE_TYPE(left)) ||
	    POINTER_TYPE_P(type) != POINTER_TYPE_P(TREE_TYPE(left)) ||
	    (INTEGRAL_TYPE_P(type) && (TYPE_UNSIGNED(type) != TYPE_UNSIGNED(TREE_TYPE(left)) ||
				       TYPE_PRECISION(type) != TYPE_PRECISION(TREE_TYPE(left)))) ||
	    (!INTEGRAL_TYPE_P(type) && !POINTER_TYPE_P(type)))
		return;
	address = address_of_reference(a, left, &known);
	if (!known || !lc_linear_equal(&address, &a->terms[t].address))
		return;
	value = linear_of(a, gimple_assign_rhs1(statement));
	add_equal(a, facts, LC_FACT_VALUE, lc_linear_add(&self, &value, -1), UNKNOWN_LOCATION, NULL,
		  NULL);
}

void define_term(struct analysis *a, lc_term t)
{
	auto_vec<lc_fact *> *facts;
	struct lc_linear self = lc_linear_term(t), expanded;
	gimple *statement;
	tree node = a->terms[t].node;

	if (a->terms[t].defined)
		return;
	a->terms[t].defined = true;
	if (a->terms[t].kind != TERM_SSA && a->terms[t].kind != TERM_LOAD)
		return;
	facts = new auto_vec<lc_fact *>();
	a->terms[t].facts = facts;
	if (a->terms[t].kind == TERM_LOAD) {
		/* A call of the model that made the memory what it is. */
		tree memory = a->terms[t].memory;

		if (memory && !SSA_NAME_IS_DEFAULT_DEF(memory)) {
			add_outcome(a, facts, SSA_NAME_DEF_STMT(memory), OUTCOME_ANY);
			define_by_store(a, facts, t, SSA_NAME_DEF_STMT(memory));
		}
		return;
	}
	/* A term made while its expression was being worked out is that expression. */
	expanded = linear_of(a, node);
	if (expanded.valid && !lc_linear_equal(&expanded, &self))
		add_equal(a, facts, LC_FACT_VALUE, lc_linear_add(&self, &expanded, -1),
			  UNKNOWN_LOCATION, NULL, NULL);
	statement = SSA_NAME_DEF_STMT(node);
	if (SSA_NAME_IS_DEFAULT_DEF(node)) {
		/* The number of bytes somewhere is not negative. */
		if (INTEGRAL_TYPE_P(TREE_TYPE(node)) && !TYPE_UNSIGNED(TREE_TYPE(node)) &&
		    is_length_of_some(a, node))
			push(a, facts, LC_FACT_EXTENT, self, NULL);
		return;
	}
	if (!statement)
		return;
	if (gimple_code(statement) == GIMPLE_PHI)
		define_by_merge(a, facts, as_a<gphi *>(statement));
	else if (is_gimple_assign(statement))
		define_by_assignment(a, facts, t, statement);
	else if (is_gimple_call(statement)) {
		if (INTEGRAL_TYPE_P(TREE_TYPE(node)))
			add_outcome(a, facts, statement, OUTCOME_ANY);
		define_by_call(a, facts, t, statement);
	}
}
