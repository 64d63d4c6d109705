/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Tests of low bits: IS_ALIGNED (p, 4), (uintptr_t)p % 4 == 0, (p | q) & 3,
 * p == ALIGN (p), and functions of the unit that answer so.
 */
#include "alignments.h"

#define MAX_DEPTH 8

/* One condition, read for one of its ways out. */
struct reader {
	struct analysis *a;
	edge e;
	gimple *statement; /* the condition */
	gimple *call; /* whose function's answer is being read, or NULL */
	auto_vec<struct alignment_test> *tests;
};

tree through_copies(tree value)
{
	for (unsigned i = 0; i < MAX_DEPTH && TREE_CODE(value) == SSA_NAME &&
			     gimple_assign_ssa_name_copy_p(SSA_NAME_DEF_STMT(value));
	     i++)
		value = gimple_assign_rhs1(SSA_NAME_DEF_STMT(value));
	return value;
}

/* The assignment that defines VALUE, or NULL. */
static gimple *assignment_of(tree value)
{
	gimple *statement = TREE_CODE(value) == SSA_NAME ? SSA_NAME_DEF_STMT(value) : NULL;

	return statement && is_gimple_assign(statement) && !gimple_assign_load_p(statement) ?
		       statement :
		       NULL;
}

/* Is NAME one of the function under analysis, not of one that it calls? */
static bool is_of_caller(tree name)
{
	return SSA_NAME_VERSION(name) < num_ssa_names && ssa_name(SSA_NAME_VERSION(name)) == name;
}

/* In the function that is called, a parameter stands for the argument. */
static tree in_words_of_caller(const struct reader *r, tree value)
{
	unsigned index = 0;

	value = through_copies(value);
	if (!r->call || TREE_CODE(value) != SSA_NAME)
		return value;
	if (!SSA_NAME_IS_DEFAULT_DEF(value) || !SSA_NAME_VAR(value))
		return value;
	for (tree p = DECL_ARGUMENTS(gimple_call_fndecl(r->call)); p; p = DECL_CHAIN(p), index++)
		if (p == SSA_NAME_VAR(value) && index < gimple_call_num_args(r->call))
			return gimple_call_arg(r->call, index);
	return value;
}

/* VALUE as a constant, worked out with the arguments of the call, or false. */
static bool constant_in(const struct reader *r, tree value, uint64_t *constant, unsigned depth)
{
	gimple *statement;
	uint64_t left, right;

	value = in_words_of_caller(r, value);
	if (TREE_CODE(value) == INTEGER_CST) {
		*constant = (uint64_t)wi::to_wide(value).to_shwi();
		return true;
	}
	statement = assignment_of(value);
	if (!statement || depth > MAX_DEPTH ||
	    !constant_in(r, gimple_assign_rhs1(statement), &left, depth + 1))
		return false;
	if (CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(statement)) ||
	    gimple_assign_rhs_code(statement) == INTEGER_CST) {
		*constant = left;
		return true;
	}
	if (gimple_num_ops(statement) != 3 ||
	    !constant_in(r, gimple_assign_rhs2(statement), &right, depth + 1))
		return false;
	*constant = left;
	switch (gimple_assign_rhs_code(statement)) {
	case PLUS_EXPR:
		*constant += right;
		return true;
	case MINUS_EXPR:
		*constant -= right;
		return true;
	default:
		return false;
	}
}

/* States that KNOWN holds of VALUE, and what follows of what that is worked out from. */
static void narrow(struct reader *r, tree value, struct lc_congruence known, unsigned depth)
{
	struct alignment_test test = { r->e, NULL_TREE, known, r->statement };
	gimple *statement;
	uint64_t constant;
	tree rhs;

	value = in_words_of_caller(r, value);
	if (TREE_CODE(value) != SSA_NAME || known.modulus <= 1 || depth > MAX_DEPTH)
		return;
	test.name = value;
	if (is_of_caller(value))
		r->tests->safe_push(test);
	statement = assignment_of(value);
	if (!statement)
		return;
	rhs = gimple_assign_rhs1(statement);
	switch (gimple_assign_rhs_code(statement)) {
	CASE_CONVERT:
		if ((INTEGRAL_TYPE_P(TREE_TYPE(rhs)) || POINTER_TYPE_P(TREE_TYPE(rhs))) &&
		    TYPE_PRECISION(TREE_TYPE(rhs)) > 1)
			narrow(r, rhs,
			       lc_congruence_limit(
				       known,
				       HOST_WIDE_INT_1U << MIN(TYPE_PRECISION(TREE_TYPE(rhs)), 32)),
			       depth + 1);
		break;
	case SSA_NAME:
		narrow(r, rhs, known, depth + 1);
		break;
	case BIT_IOR_EXPR:
		if (known.residue)
			break;
		narrow(r, rhs, known, depth + 1);
		narrow(r, gimple_assign_rhs2(statement), known, depth + 1);
		break;
	case PLUS_EXPR:
	case POINTER_PLUS_EXPR:
		if (constant_in(r, gimple_assign_rhs2(statement), &constant, 0))
			narrow(r, rhs,
			       lc_congruence_subtract(known, lc_congruence_constant(constant)),
			       depth + 1);
		break;
	default:
		break;
	}
}

/* VALUE == CONSTANT holds, or with TRUTH false does not: what that says of what VALUE masks. */
static void read_equality(struct reader *r, tree value, uint64_t constant, bool truth)
{
	struct lc_congruence known;
	gimple *statement;
	uint64_t mask, modulus;
	tree masked;

	value = in_words_of_caller(r, value);
	for (unsigned i = 0; i < MAX_DEPTH; i++) {
		statement = assignment_of(value);
		/* Extended, it is the same number; what a narrower type cuts off is not looked at. */
		if (!statement || !CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(statement)) ||
		    !INTEGRAL_TYPE_P(TREE_TYPE(gimple_assign_rhs1(statement))) ||
		    TYPE_PRECISION(TREE_TYPE(gimple_assign_rhs1(statement))) >
			    TYPE_PRECISION(TREE_TYPE(value)))
			break;
		value = in_words_of_caller(r, gimple_assign_rhs1(statement));
	}
	if (!statement)
		return;
	masked = gimple_assign_rhs1(statement);
	switch (gimple_assign_rhs_code(statement)) {
	case BIT_AND_EXPR:
		if (!constant_in(r, gimple_assign_rhs2(statement), &mask, 0)) {
			/* The mask is a constant only with the arguments of this call. */
			masked = gimple_assign_rhs2(statement);
			if (!constant_in(r, gimple_assign_rhs1(statement), &mask, 0))
				return;
		}
		/* As many as there are ones below. */
		modulus = (mask + 1) & ~mask;
		break;
	case TRUNC_MOD_EXPR:
		if (!constant_in(r, gimple_assign_rhs2(statement), &mask, 0) || !mask)
			return;
		modulus = mask & -mask;
		mask--;
		break;
	default:
		return;
	}
	if (modulus <= 1)
		return;
	known = lc_congruence_of(modulus, constant);
	if (!truth) {
		/* One bit that is not 0 is 1. */
		if (modulus != 2 || mask != 1)
			return;
		known.residue ^= 1;
	}
	narrow(r, masked, known, 0);
}

static void read_truth(struct reader *r, tree value, bool truth, unsigned depth);

static void read_comparison(struct reader *r, tree left, enum tree_code code, tree right,
			    bool truth, unsigned depth)
{
	uint64_t constant;

	if (code != EQ_EXPR && code != NE_EXPR)
		return;
	truth ^= code == NE_EXPR;
	if (!constant_in(r, right, &constant, 0)) {
		/* p == ALIGN (p): each is what the other is. */
		if (truth && !r->call) {
			narrow(r, left, low_bits_of(r->a, right).value, 0);
			narrow(r, right, low_bits_of(r->a, left).value, 0);
		}
		return;
	}
	read_equality(r, left, constant, truth);
	/* What is compared with 0 may be a truth value itself. */
	if (!constant && INTEGRAL_TYPE_P(TREE_TYPE(left)))
		read_truth(r, left, !truth, depth + 1);
}

/* What the function called answers, if it is one expression of its parameters. */
static void read_answer(struct reader *r, gimple *call, bool truth, unsigned depth)
{
	tree callee = gimple_call_fndecl(call);
	edge_iterator ei;
	edge e;

	if (r->call || !has_body_in_ssa(callee) || callee == r->a->fun->decl)
		return;
	r->call = call;
	FOR_EACH_EDGE(e, ei, EXIT_BLOCK_PTR_FOR_FN(DECL_STRUCT_FUNCTION(callee))->preds) {
		greturn *last = safe_dyn_cast<greturn *>(lc_last_stmt(e->src));

		if (last && gimple_return_retval(last) &&
		    single_pred_p(EXIT_BLOCK_PTR_FOR_FN(DECL_STRUCT_FUNCTION(callee))))
			read_truth(r, gimple_return_retval(last), truth, depth + 1);
	}
	r->call = NULL;
}

/* VALUE is not 0, or with TRUTH false it is. */
static void read_truth(struct reader *r, tree value, bool truth, unsigned depth)
{
	gimple *statement;
	tree rhs;

	value = through_copies(value);
	if (TREE_CODE(value) != SSA_NAME || depth > MAX_DEPTH)
		return;
	statement = SSA_NAME_DEF_STMT(value);
	if (is_gimple_call(statement)) {
		if (gimple_call_builtin_p(statement, BUILT_IN_EXPECT))
			read_truth(r, gimple_call_arg(statement, 0), truth, depth + 1);
		else
			read_answer(r, statement, truth, depth);
		return;
	}
	statement = assignment_of(value);
	if (!statement)
		return;
	rhs = gimple_assign_rhs1(statement);
	switch (gimple_assign_rhs_code(statement)) {
	CASE_CONVERT:
		if (INTEGRAL_TYPE_P(TREE_TYPE(rhs)) &&
		    TYPE_PRECISION(TREE_TYPE(rhs)) <= TYPE_PRECISION(TREE_TYPE(value)))
			read_truth(r, rhs, truth, depth + 1);
		break;
	case BIT_NOT_EXPR:
		if (TYPE_PRECISION(TREE_TYPE(value)) == 1)
			read_truth(r, rhs, !truth, depth + 1);
		break;
	case BIT_XOR_EXPR:
		if (integer_onep(gimple_assign_rhs2(statement)) &&
		    TREE_CODE(TREE_TYPE(rhs)) == BOOLEAN_TYPE)
			read_truth(r, rhs, !truth, depth + 1);
		break;
	case BIT_AND_EXPR:
		if (truth && TREE_CODE(TREE_TYPE(rhs)) == BOOLEAN_TYPE) {
			read_truth(r, rhs, true, depth + 1);
			read_truth(r, gimple_assign_rhs2(statement), true, depth + 1);
		} else {
			read_equality(r, value, 0, !truth);
		}
		break;
	case BIT_IOR_EXPR:
		if (!truth) {
			read_truth(r, rhs, false, depth + 1);
			read_truth(r, gimple_assign_rhs2(statement), false, depth + 1);
		}
		break;
	case TRUNC_MOD_EXPR:
		read_equality(r, value, 0, !truth);
		break;
	case EQ_EXPR:
	case NE_EXPR:
		read_comparison(r, rhs, gimple_assign_rhs_code(statement),
				gimple_assign_rhs2(statement), truth, depth + 1);
		break;
	default:
		break;
	}
}

/* All tests of low bits in the function. */
const auto_vec<struct alignment_test> *alignment_tests(struct analysis *a)
{
	basic_block block;
	edge_iterator ei;
	edge e;

	if (a->alignments)
		return &a->alignments->tests;
	a->alignments = new struct alignments();
	FOR_EACH_BB_FN(block, a->fun) {
		gimple *last = lc_last_stmt(block);

		a->work++;
		if (!last || gimple_code(last) != GIMPLE_COND)
			continue;
		FOR_EACH_EDGE(e, ei, block->succs) {
			struct reader r = { a, e, last, NULL, &a->alignments->tests };

			if (e->flags & (EDGE_TRUE_VALUE | EDGE_FALSE_VALUE))
				read_comparison(&r, gimple_cond_lhs(last), gimple_cond_code(last),
						gimple_cond_rhs(last), e->flags & EDGE_TRUE_VALUE,
						0);
		}
	}
	return &a->alignments->tests;
}

/* Has control come through E wherever it is at WHERE? */
static bool has_come_through(edge e, struct spot where)
{
	return e == where.e ||
	       (single_pred_p(e->dest) && dominated_by_p(CDI_DOMINATORS, where.block, e->dest));
}

static bool is_same_value(struct analysis *a, tree one, tree other)
{
	struct lc_linear l, r;

	if (one == other)
		return true;
	if (POINTER_TYPE_P(TREE_TYPE(one)) != POINTER_TYPE_P(TREE_TYPE(other)))
		return false;
	l = linear_of(a, one);
	r = linear_of(a, other);
	return l.valid && r.valid && l.n && lc_linear_equal(&l, &r);
}

/* What tests say of NAME at WHERE. */
struct low_bits tested_at(struct analysis *a, tree name, struct spot where)
{
	struct low_bits known = { lc_congruence_any(), NULL, {}, 0 };

	for (const struct alignment_test &test : *alignment_tests(a)) {
		if (test.value.modulus <= known.value.modulus || !has_come_through(test.e, where) ||
		    !is_same_value(a, name, test.name))
			continue;
		known.value = test.value;
		known.why = lc_arena_printf(
			&a->unit->arena, "'%s' was tested to be %sa multiple of %llu",
			describe(&a->unit->arena, name),
			test.value.residue ?
				lc_arena_printf(&a->unit->arena, "%llu past ",
						(unsigned long long)test.value.residue) :
				"",
			(unsigned long long)test.value.modulus);
		known.guards[0] = gimple_location(test.statement);
		known.n_guards = 1;
	}
	return known;
}
