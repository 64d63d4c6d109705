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

/* Adds that VALUE is REST more than a multiple of FACTOR, over a term of its own. */
static void push_multiple(struct analysis *a, auto_vec<lc_fact *> *facts, tree name,
			  const struct lc_linear *value, const struct lc_linear *rest,
			  HOST_WIDE_INT factor)
{
	struct lc_linear quotient = lc_linear_term(new_term(a, TERM_QUOTIENT, name));
	struct lc_linear difference = lc_linear_add(value, rest, -1);

	add_equal(a, facts, LC_FACT_VALUE, lc_linear_add(&difference, &quotient, -factor),
		  UNKNOWN_LOCATION, NULL, NULL);
}

/* t = x & mask: a multiple of the lowest bit of the mask; x rounded down, or its remainder. */
static void define_masked(struct analysis *a, auto_vec<lc_fact *> *facts, lc_term t, tree x,
			  tree mask)
{
	struct lc_linear value = lc_linear_term(t), whole = linear_of(a, x), rest,
			 zero = lc_linear_constant(0);
	tree name = a->terms[t].node;
	unsigned precision = TYPE_PRECISION(TREE_TYPE(mask));
	unsigned HOST_WIDE_INT bits, all;
	HOST_WIDE_INT lowest;

	if (TREE_CODE(mask) != INTEGER_CST || precision > 64 || precision < 8)
		return;
	all = precision == 64 ? HOST_WIDE_INT_M1U : (HOST_WIDE_INT_1U << precision) - 1;
	bits = wi::to_wide(mask).to_uhwi() & all;
	lowest = bits & -bits;
	if (bits && bits < (HOST_WIDE_INT_1U << 31) && !(bits & (bits + 1))) {
		push_multiple(a, facts, name, &whole, &value, (HOST_WIDE_INT)bits + 1);
		return;
	}
	if (lowest <= 1 || lowest > (HOST_WIDE_INT_1 << 30))
		return;
	push_multiple(a, facts, name, &value, &zero, lowest);
	if ((bits | (lowest - 1)) == all) {
		rest = lc_linear_add(&whole, &value, -1);
		push(a, facts, LC_FACT_VALUE, rest, NULL);
		rest = lc_linear_scale(&rest, -1);
		push(a, facts, LC_FACT_VALUE, lc_linear_plus(&rest, lowest - 1), NULL);
	}
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
		define_masked(a, facts, t, left, right);
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
		if (tree_fits_shwi_p(right) && tree_to_shwi(right) > 1 &&
		    tree_to_shwi(right) < (HOST_WIDE_INT_1 << 31))
			push_multiple(a, facts, a->terms[t].node, &l, &value, tree_to_shwi(right));
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
	case MULT_EXPR:
		define_by_product(a, facts, a->terms[t].node, left, right, statement);
		break;
	default:
		break;
	}
}

/* The term as it is named in words. */
static const char *name_of_term(struct analysis *a, lc_term t)
{
	return describe(&a->unit->arena, a->terms[t].node);
}

/*
 * Two values merged at one loop head whose sum (FACTOR 1) or difference
 * (FACTOR -1) each turn leaves alone: it is what it was on entry.
 */
static void keep_pair(struct analysis *a, auto_vec<lc_fact *> *facts, basic_block block,
		      lc_term one, lc_term two, int factor)
{
	struct lc_linear p = lc_linear_term(one), q = lc_linear_term(two);
	struct lc_linear kept = lc_linear_add(&p, &q, factor), entry = {}, came;

	for (unsigned i = 0; i < EDGE_COUNT(block->preds); i++) {
		struct lc_linear pi = value_on_edge(a, one, i);
		struct lc_linear qi = value_on_edge(a, two, i);

		came = lc_linear_add(&pi, &qi, factor);
		if (dominated_by_p(CDI_DOMINATORS, EDGE_PRED(block, i)->src, block)) {
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
	add_equal(a, facts, LC_FACT_LOOP, lc_linear_add(&kept, &entry, -1), UNKNOWN_LOCATION,
		  lc_arena_printf(&a->unit->arena, "'%s' and '%s' move together",
				  name_of_term(a, one), name_of_term(a, two)),
		  NULL);
}

static bool is_loop_head(basic_block block)
{
	edge e;
	edge_iterator ei;

	FOR_EACH_EDGE(e, ei, block->preds)
		if (dominated_by_p(CDI_DOMINATORS, e->src, block))
			return true;
	return false;
}

/* Is STEP not negative at the end of BLOCK, whichever way control comes there? */
static bool never_back(struct analysis *a, const struct lc_linear *step, basic_block block)
{
	const struct lc_fact *known[3 * LC_FACTS_MAX];
	struct lc_proof proof = {}, split = {};
	unsigned point = point_at_end(a, block);
	size_t n;

	if (!step->valid || lc_linear_is_constant(step))
		return step->valid && step->constant >= 0;
	n = facts_at(a, point, step, known, 3 * LC_FACTS_MAX);
	if (lc_prove(known, n, step, &proof))
		return true;
	for (unsigned i = 0; i < step->n; i++) {
		basic_block merge = merge_of_term(a, step->terms[i].term);

		/* The lesser of two, or one of several. */
		if (merge && !is_loop_head(merge) && dominated_by_p(CDI_DOMINATORS, block, merge))
			return lc_prove_at(&a->flow, point, step, 1, &split);
	}
	return false;
}

/*
 * A value that each turn of its loop only makes larger (DIRECTION 1) is at
 * least what it was on entry; one only made smaller (-1) is at most that.
 */
static void keep_direction(struct analysis *a, auto_vec<lc_fact *> *facts, basic_block block,
			   lc_term t, int direction)
{
	struct lc_linear self = lc_linear_term(t), entry = {};
	bool loops = false;

	for (unsigned i = 0; i < EDGE_COUNT(block->preds); i++) {
		basic_block from = EDGE_PRED(block, i)->src;
		struct lc_linear came = value_on_edge(a, t, i), step;

		if (!dominated_by_p(CDI_DOMINATORS, from, block)) {
			if (entry.valid && !lc_linear_equal(&entry, &came))
				return;
			entry = came;
			continue;
		}
		loops = true;
		step = lc_linear_add(&came, &self, -1);
		step = lc_linear_scale(&step, direction);
		if (!never_back(a, &step, from))
			return;
	}
	if (!loops || !entry.valid)
		return;
	entry = lc_linear_add(&self, &entry, -1);
	push(a, facts, LC_FACT_LOOP, lc_linear_scale(&entry, direction), NULL);
}

/*
 * A value that each turn of its loop moves by a multiple of one number stays a
 * multiple of it away from what it was on entry: entry + step * turns.
 */
static void keep_multiple(struct analysis *a, auto_vec<lc_fact *> *facts, basic_block block,
			  lc_term t)
{
	struct lc_linear self = lc_linear_term(t), entry = {}, turns;
	int64_t step = 0;
	bool up = true, down = true;

	for (unsigned i = 0; i < EDGE_COUNT(block->preds); i++) {
		struct lc_linear came = value_on_edge(a, t, i), moved;
		int64_t by, rest;

		if (!dominated_by_p(CDI_DOMINATORS, EDGE_PRED(block, i)->src, block)) {
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
	turns = lc_linear_term(term_of_turns(a, a->terms[t].node));
	entry = lc_linear_add(&entry, &turns, step);
	add_equal(a, facts, LC_FACT_LOOP, lc_linear_add(&self, &entry, -1), UNKNOWN_LOCATION, NULL,
		  NULL);
	if (up)
		push(a, facts, LC_FACT_LOOP, turns, NULL);
	if (down)
		push(a, facts, LC_FACT_LOOP, lc_linear_scale(&turns, -1), NULL);
}

/* What merges at the head of a loop is compared with what else does there. */
static void define_by_merge(struct analysis *a, auto_vec<lc_fact *> *facts, lc_term t,
			    basic_block block)
{
	auto_vec<lc_term> others;

	for (gphi_iterator gsi = gsi_start_phis(block);
	     !gsi_end_p(gsi) && others.length() < MAX_SIBLINGS; gsi_next(&gsi)) {
		tree result = gimple_phi_result(gsi.phi());

		if (!virtual_operand_p(result) &&
		    (INTEGRAL_TYPE_P(TREE_TYPE(result)) || POINTER_TYPE_P(TREE_TYPE(result))))
			others.safe_push(term_of_ssa(a, result));
	}
	for (lc_term i = 1; i < a->terms.length() && others.length() < 2 * MAX_SIBLINGS; i++)
		if (a->terms[i].kind == TERM_LOAD && merge_of_term(a, i) == block)
			others.safe_push(i);
	for (lc_term other : others) {
		if (other == t)
			continue;
		a->work += 8;
		keep_pair(a, facts, block, t, other, 1);
		keep_pair(a, facts, block, t, other, -1);
		keep_ratio(a, facts, block, t, other);
	}
	keep_direction(a, facts, block, t, 1);
	keep_direction(a, facts, block, t, -1);
	if (a->terms[t].kind == TERM_SSA)
		keep_multiple(a, facts, block, t);
	keep_within(a, facts, block, t);
}

/* Const tables are known; what is read of one with an index is within what its entries hold. */
static void define_by_table(struct analysis *a, auto_vec<lc_fact *> *facts, lc_term t)
{
	struct lc_linear value = lc_linear_term(t);
	HOST_WIDE_INT low, high;

	if (!bounds_in_const(a->terms[t].node, &low, &high) || low == HOST_WIDE_INT_MIN)
		return;
	push(a, facts, LC_FACT_VALUE, lc_linear_plus(&value, -low),
	     lc_arena_printf(&a->unit->arena, "'%s' is at least %lld", name_of_term(a, t),
			     (long long)low));
	value = lc_linear_scale(&value, -1);
	push(a, facts, LC_FACT_VALUE, lc_linear_plus(&value, high),
	     lc_arena_printf(&a->unit->arena, "'%s' is at most %lld", name_of_term(a, t),
			     (long long)high));
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

static void make_facts(struct analysis *a, lc_term t, auto_vec<lc_fact *> *facts)
{
	struct lc_linear self = lc_linear_term(t), expanded;
	gimple *statement;
	tree node = a->terms[t].node;

	if (a->terms[t].kind == TERM_LOAD) {
		/* A call of the model that made the memory what it is. */
		tree memory = a->terms[t].memory;

		if (memory && !SSA_NAME_IS_DEFAULT_DEF(memory)) {
			if (is_gimple_call(SSA_NAME_DEF_STMT(memory)))
				add_answered(a, facts, SSA_NAME_DEF_STMT(memory));
			add_outcome(a, facts, SSA_NAME_DEF_STMT(memory), OUTCOME_ANY);
			define_by_store(a, facts, t, SSA_NAME_DEF_STMT(memory));
		}
		if (merge_of_term(a, t))
			define_by_merge(a, facts, t, merge_of_term(a, t));
		define_by_table(a, facts, t);
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
		define_by_merge(a, facts, t, gimple_bb(statement));
	else if (is_gimple_assign(statement))
		define_by_assignment(a, facts, t, statement);
	else if (is_gimple_call(statement)) {
		if (INTEGRAL_TYPE_P(TREE_TYPE(node)))
			add_outcome(a, facts, statement, OUTCOME_ANY);
		define_by_call(a, facts, t, statement);
	}
}

/*
 * States what the definition of term T says. What is stated while another
 * definition is being worked out may miss what that one will say: it is stated
 * once more when the question comes again.
 */
void define_term(struct analysis *a, lc_term t)
{
	bool nested = a->depth || a->defining;

	if (a->terms[t].defined && (nested || !a->terms[t].provisional))
		return;
	if (a->terms[t].kind != TERM_SSA && a->terms[t].kind != TERM_LOAD) {
		a->terms[t].defined = true;
		return;
	}
	a->terms[t].defined = true;
	a->terms[t].provisional = nested && merge_of_term(a, t);
	if (a->terms[t].facts)
		a->terms[t].facts->truncate(0);
	else
		a->terms[t].facts = new auto_vec<lc_fact *>();
	a->defining++;
	make_facts(a, t, a->terms[t].facts);
	a->defining--;
}
