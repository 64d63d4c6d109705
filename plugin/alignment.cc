/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How an address is aligned: its low bits, followed back through arithmetic,
 * merges and loops to declared objects, allocators, types and tests. Nothing is
 * taken from the compiler's own tables: those differ from level to level.
 */
#include "alignments.h"

#define MAX_DEPTH 24
#define MAX_MERGES 48
#define MAX_WORK 2000

struct solver {
	struct analysis *a;
	hash_map<tree, struct low_bits> merges; /* PHI results and parameters: what is known so far */
	auto_vec<tree> order;
	bool tests; /* tests count */
	unsigned depth, work;
};

static struct low_bits low_bits_at(struct solver *s, tree value, struct spot where);

/* VALUE, for the reasons of both operands. */
static struct low_bits with_reasons(struct analysis *a, struct lc_congruence value,
				    const struct low_bits *left, const struct low_bits *right)
{
	struct low_bits result = *left;

	result.value = value;
	if (!left->why || (right->why && strlen(left->why) > 200))
		result.why = right->why;
	else if (right->why && !strstr(left->why, right->why))
		result.why = lc_arena_printf(&a->unit->arena, "%s, %s", left->why, right->why);
	for (unsigned i = 0; i < right->n_guards; i++) {
		bool there = false;

		for (unsigned k = 0; k < result.n_guards; k++)
			there |= result.guards[k] == right->guards[i];
		if (!there && result.n_guards < ARRAY_SIZE(result.guards))
			result.guards[result.n_guards++] = right->guards[i];
	}
	return result;
}

static struct low_bits sum(struct analysis *a, const struct low_bits *left,
			   const struct low_bits *right)
{
	return with_reasons(a, lc_congruence_add(left->value, right->value), left, right);
}

static struct low_bits join(struct analysis *a, const struct low_bits *left,
			    const struct low_bits *right)
{
	if (!left->value.modulus)
		return *right;
	if (!right->value.modulus)
		return *left;
	return with_reasons(a, lc_congruence_join(left->value, right->value), left, right);
}

static struct low_bits stronger(const struct low_bits *left, const struct low_bits *right)
{
	if (!left->value.modulus)
		return *left;
	return right->value.modulus > left->value.modulus ? *right : *left;
}

/* What is worked out to be a multiple of something, whatever its operands are. */
static struct low_bits scaled(struct analysis *a, struct low_bits value)
{
	if (!value.why && value.value.modulus > 1 && value.value.modulus < LC_CONGRUENCE_MAX)
		value.why = lc_arena_printf(&a->unit->arena, "a multiple of %llu is added",
					    (unsigned long long)value.value.modulus);
	return value;
}

static struct low_bits of_reference(struct solver *s, tree reference, struct spot where)
{
	struct low_bits offset = known_number(0), base, index;
	HOST_WIDE_INT size;
	tree field;

	for (;; reference = TREE_OPERAND(reference, 0)) {
		switch (TREE_CODE(reference)) {
		case COMPONENT_REF:
			field = TREE_OPERAND(reference, 1);
			if (TREE_OPERAND(reference, 2) ||
			    !tree_fits_shwi_p(DECL_FIELD_OFFSET(field)))
				return unknown_bits();
			index = known_number((uint64_t)int_byte_position(field));
			break;
		case ARRAY_REF:
		case ARRAY_RANGE_REF:
			size = int_size_in_bytes(TREE_TYPE(TREE_TYPE(TREE_OPERAND(reference, 0))));
			if (size < 0 || !integer_zerop(array_ref_low_bound(reference)) ||
			    TREE_OPERAND(reference, 3))
				return unknown_bits();
			base = known_number((uint64_t)size);
			index = low_bits_at(s, TREE_OPERAND(reference, 1), where);
			index = with_reasons(s->a, lc_congruence_multiply(index.value, base.value),
					     &index, &base);
			index = scaled(s->a, index);
			break;
		case VIEW_CONVERT_EXPR:
		case REALPART_EXPR:
			continue;
		case MEM_REF:
			base = low_bits_at(s, TREE_OPERAND(reference, 0), where);
			index = known_number(
				(uint64_t)wi::to_wide(TREE_OPERAND(reference, 1)).to_shwi());
			base = sum(s->a, &base, &index);
			return sum(s->a, &base, &offset);
		default:
			if (!DECL_P(reference) && TREE_CODE(reference) != STRING_CST)
				return unknown_bits();
			base = alignment_of_object(s->a, reference);
			return sum(s->a, &base, &offset);
		}
		offset = sum(s->a, &offset, &index);
	}
}

static struct low_bits of_linear(struct solver *s, const struct lc_linear *e, struct spot where)
{
	struct low_bits total = known_number((uint64_t)e->constant), part, factor;

	if (!e->valid)
		return unknown_bits();
	for (unsigned i = 0; i < e->n; i++) {
		const struct term term = s->a->terms[e->terms[i].term];
		int64_t coefficient = e->terms[i].coefficient;

		part = term.kind == TERM_SSA     ? low_bits_at(s, term.node, where) :
		       term.kind == TERM_ADDRESS ? alignment_of_object(s->a, term.node) :
		       term.kind == TERM_LOAD    ? alignment_by_type(s->a, term.node,
								     TREE_TYPE(term.node)) :
						   unknown_bits();
		factor = known_number((uint64_t)coefficient);
		part = with_reasons(s->a, lc_congruence_multiply(part.value, factor.value), &part,
				    &factor);
		if (coefficient != 1)
			part = scaled(s->a, part);
		total = sum(s->a, &total, &part);
	}
	return total;
}

static bool is_term_of(struct analysis *a, const struct lc_linear *e, tree name)
{
	return e->n == 1 && !e->constant && a->terms[e->terms[0].term].kind == TERM_SSA &&
	       a->terms[e->terms[0].term].node == name;
}

static struct low_bits of_call(struct solver *s, tree name, gimple *call, struct spot where)
{
	struct low_bits known = alignment_promised(s->a, call), other = unknown_bits();
	int flags = gimple_call_return_flags(as_a<gcall *>(call));
	struct lc_linear value;

	if (gimple_call_builtin_p(call, BUILT_IN_EXPECT) ||
	    gimple_call_builtin_p(call, BUILT_IN_ASSUME_ALIGNED))
		other = low_bits_at(s, gimple_call_arg(call, 0), where);
	else if ((flags & ERF_RETURNS_ARG) &&
		 (unsigned)(flags & ERF_RETURN_ARG_MASK) < gimple_call_num_args(call))
		other = low_bits_at(s, gimple_call_arg(call, flags & ERF_RETURN_ARG_MASK), where);
	else {
		value = linear_of(s->a, name);
		if (value.valid && !is_term_of(s->a, &value, name))
			other = of_linear(s, &value, where);
		else
			other = alignment_by_type(s->a, name,
						  gimple_call_fntype(call) ?
							  TREE_TYPE(gimple_call_fntype(call)) :
							  TREE_TYPE(name));
	}
	return stronger(&known, &other);
}

static struct low_bits of_load(struct solver *s, tree name, gimple *load, struct spot where)
{
	tree reference = gimple_assign_rhs1(load);
	struct lc_linear value = linear_of(s->a, name);

	if (value.valid && !is_term_of(s->a, &value, name))
		return of_linear(s, &value, where);
	return alignment_by_type(s->a, reference, TREE_TYPE(reference));
}

/* Is RIGHT what remains of LEFT when it is divided by a constant? Then that is in *MODULUS. */
static bool is_remainder_of(tree left, tree right, uint64_t *modulus)
{
	gimple *statement;
	tree of, by;

	right = through_copies(right);
	statement = TREE_CODE(right) == SSA_NAME ? SSA_NAME_DEF_STMT(right) : NULL;
	if (!statement || !is_gimple_assign(statement) || gimple_num_ops(statement) != 3)
		return false;
	of = gimple_assign_rhs1(statement);
	by = gimple_assign_rhs2(statement);
	if (through_copies(of) != through_copies(left) || TREE_CODE(by) != INTEGER_CST)
		return false;
	*modulus = (uint64_t)wi::to_wide(by).to_shwi();
	if (gimple_assign_rhs_code(statement) == BIT_AND_EXPR)
		++*modulus;
	else if (gimple_assign_rhs_code(statement) != TRUNC_MOD_EXPR)
		return false;
	return pow2p_hwi((HOST_WIDE_INT)*modulus);
}

static struct low_bits of_arithmetic(struct solver *s, gimple *statement, struct spot where)
{
	enum tree_code code = gimple_assign_rhs_code(statement);
	tree lhs = gimple_assign_lhs(statement), rhs1 = gimple_assign_rhs1(statement);
	tree rhs2 = gimple_num_ops(statement) > 2 ? gimple_assign_rhs2(statement) : NULL_TREE;
	struct analysis *a = s->a;
	struct low_bits left, right;
	struct lc_congruence value;
	uint64_t modulus;

	if (code == COND_EXPR) {
		left = low_bits_at(s, rhs2, where);
		right = low_bits_at(s, gimple_assign_rhs3(statement), where);
		return join(a, &left, &right);
	}
	left = low_bits_at(s, rhs1, where);
	right = rhs2 ? low_bits_at(s, rhs2, where) : known_number(0);
	switch (code) {
	CASE_CONVERT:
		if (!INTEGRAL_TYPE_P(TREE_TYPE(rhs1)) && !POINTER_TYPE_P(TREE_TYPE(rhs1)))
			return unknown_bits();
		/* The compiler makes 0 or 1 of what is not 0. */
		if (TREE_CODE(TREE_TYPE(lhs)) == BOOLEAN_TYPE)
			return unknown_bits();
		return left;
	case SSA_NAME:
	case INTEGER_CST:
	case ADDR_EXPR:
		return left;
	case PLUS_EXPR:
	case POINTER_PLUS_EXPR:
		return sum(a, &left, &right);
	case MINUS_EXPR:
	case POINTER_DIFF_EXPR:
		value = lc_congruence_subtract(left.value, right.value);
		if (code == MINUS_EXPR && value.modulus && is_remainder_of(rhs1, rhs2, &modulus))
			value = lc_congruence_meet(lc_congruence_of(modulus, 0), value);
		break;
	case NEGATE_EXPR:
		value = lc_congruence_subtract(right.value, left.value);
		break;
	case BIT_NOT_EXPR:
		right = known_number((uint64_t)-1);
		value = lc_congruence_subtract(right.value, left.value);
		break;
	case MULT_EXPR:
		value = lc_congruence_multiply(left.value, right.value);
		break;
	case LSHIFT_EXPR:
		if (TREE_CODE(rhs2) != INTEGER_CST || !tree_fits_uhwi_p(rhs2) ||
		    tree_to_uhwi(rhs2) > 31)
			return unknown_bits();
		right = known_number(HOST_WIDE_INT_1U << tree_to_uhwi(rhs2));
		value = lc_congruence_multiply(left.value, right.value);
		break;
	case BIT_AND_EXPR:
		value = lc_congruence_and(left.value, right.value);
		break;
	case BIT_IOR_EXPR:
		value = lc_congruence_or(left.value, right.value);
		break;
	case TRUNC_MOD_EXPR:
		if (TREE_CODE(rhs2) != INTEGER_CST || integer_zerop(rhs2))
			return unknown_bits();
		value = lc_congruence_limit(left.value, (uint64_t)wi::to_wide(rhs2).to_shwi());
		break;
	case MIN_EXPR:
	case MAX_EXPR:
		return join(a, &left, &right);
	default:
		return unknown_bits();
	}
	left = with_reasons(a, value, &left, &right);
	return scaled(a, left);
}

/* What all arguments that are handed to the parameter NAME have in common is in *KNOWN. */
static bool all_calls(struct solver *s, tree name, struct low_bits *known)
{
	tree parameter = SSA_NAME_VAR(name), function = parameter ? DECL_CONTEXT(parameter) : NULL;
	cgraph_node *node = function && TREE_CODE(function) == FUNCTION_DECL ?
				    cgraph_node::get(function) :
				    NULL;
	struct spot nowhere = { NULL, NULL };
	unsigned index = 0;

	if (!node || TREE_CODE(parameter) != PARM_DECL || TREE_PUBLIC(function) ||
	    node->address_taken || !node->callers)
		return false;
	for (tree p = DECL_ARGUMENTS(function); p && p != parameter; p = DECL_CHAIN(p))
		index++;
	*known = known_bits(lc_congruence_none(), NULL);
	for (cgraph_edge *e = node->callers; e; e = e->next_caller) {
		struct low_bits one;

		/* What is known in another function takes an analysis of that one. */
		if (!e->call_stmt || !has_body_in_ssa(e->caller->decl) ||
		    index >= gimple_call_num_args(e->call_stmt))
			return false;
		one = low_bits_at(s, gimple_call_arg(e->call_stmt, index), nowhere);
		*known = join(s->a, known, &one);
	}
	return true;
}

/* A merge: its arguments as on the ways in. */
static struct low_bits of_merge(struct solver *s, tree name)
{
	struct low_bits known = known_bits(lc_congruence_none(), NULL), one;
	gimple *phi = SSA_NAME_DEF_STMT(name);

	if (SSA_NAME_IS_DEFAULT_DEF(name))
		return all_calls(s, name, &known) ? known : unknown_bits();
	for (unsigned i = 0; i < gimple_phi_num_args(phi); i++) {
		edge e = gimple_phi_arg_edge(as_a<gphi *>(phi), i);
		struct spot where = { e->src, e };

		one = low_bits_at(s, gimple_phi_arg_def(phi, i), where);
		known = join(s->a, &known, &one);
	}
	return known;
}

/* What is known so far of a merge; it is put on the list if it is new. */
static struct low_bits so_far(struct solver *s, tree name)
{
	struct low_bits *known = s->merges.get(name);

	if (known)
		return *known;
	if (s->order.length() >= MAX_MERGES)
		return unknown_bits();
	s->merges.put(name, known_bits(lc_congruence_none(), NULL));
	s->order.safe_push(name);
	return known_bits(lc_congruence_none(), NULL);
}

static bool is_ours(tree name)
{
	return SSA_NAME_VERSION(name) < num_ssa_names && ssa_name(SSA_NAME_VERSION(name)) == name;
}

static struct low_bits of_definition(struct solver *s, tree name, struct spot where)
{
	gimple *statement = SSA_NAME_DEF_STMT(name);
	struct low_bits known;

	if (SSA_NAME_IS_DEFAULT_DEF(name)) {
		known = alignment_by_type(s->a, name, TREE_TYPE(name));
		return known.value.modulus > 1 || !SSA_NAME_VAR(name) ? known : so_far(s, name);
	}
	if (gimple_code(statement) == GIMPLE_PHI)
		return so_far(s, name);
	/* Elsewhere, only arithmetic is followed. */
	if (is_gimple_call(statement))
		return is_ours(name) ? of_call(s, name, statement, where) :
				       alignment_promised(s->a, statement);
	if (gimple_assign_load_p(statement))
		return is_ours(name) ? of_load(s, name, statement, where) :
				       alignment_by_type(s->a, name,
							 TREE_TYPE(gimple_assign_rhs1(statement)));
	return is_gimple_assign(statement) ? of_arithmetic(s, statement, where) : unknown_bits();
}

/* The low bits of VALUE at WHERE, as far as they are known of merges so far. */
static struct low_bits low_bits_at(struct solver *s, tree value, struct spot where)
{
	struct low_bits known, tested;
	tree type = TREE_TYPE(value);

	if (TREE_CODE(value) == INTEGER_CST)
		return known_number((uint64_t)wi::to_wide(value).to_shwi());
	if (TREE_CODE(value) == ADDR_EXPR)
		return of_reference(s, TREE_OPERAND(value, 0), where);
	if (TREE_CODE(value) != SSA_NAME || (!INTEGRAL_TYPE_P(type) && !POINTER_TYPE_P(type)) ||
	    s->depth >= MAX_DEPTH || s->work >= MAX_WORK)
		return unknown_bits();
	s->depth++;
	s->work++;
	known = of_definition(s, value, where);
	s->depth--;
	if (TYPE_PRECISION(type) < 32)
		known.value =
			lc_congruence_limit(known.value, HOST_WIDE_INT_1U << TYPE_PRECISION(type));
	if (s->tests && is_ours(value) && where.block) {
		tested = tested_at(s->a, value, where);
		known = stronger(&known, &tested);
	}
	return known;
}

/* From what the first ways in give, down to what all ways give. */
static bool settle(struct solver *s)
{
	bool changed = true;

	for (unsigned round = 0; changed; round++) {
		if (round > 64 || s->work >= MAX_WORK)
			return false;
		changed = false;
		for (unsigned i = 0; i < s->order.length(); i++) {
			struct low_bits now = of_merge(s, s->order[i]),
					*known = s->merges.get(s->order[i]);

			changed |= now.value.modulus != known->value.modulus ||
				   now.value.residue != known->value.residue;
			*known = now;
		}
	}
	return true;
}

/* The low bits of REFERENCE's address if REFERENCE is one, else of POINTER's value. */
static struct low_bits solve(struct analysis *a, tree reference, const struct lc_linear *address,
			     struct spot where, bool tests)
{
	struct low_bits direct, by_terms;
	struct solver s;

	s.a = a;
	s.tests = tests;
	s.depth = s.work = 0;
	for (unsigned round = 0;; round++) {
		unsigned merges = s.order.length();

		direct = !reference                       ? unknown_bits() :
			 TREE_CODE(reference) == SSA_NAME ? low_bits_at(&s, reference, where) :
							    of_reference(&s, reference, where);
		by_terms = address ? of_linear(&s, address, where) : unknown_bits();
		if (round && merges == s.order.length())
			break;
		if (!settle(&s))
			return unknown_bits();
	}
	a->work += s.work;
	direct = stronger(&direct, &by_terms);
	/* Nothing gets here: what is said of nothing is no proof. */
	return direct.value.modulus ? direct : unknown_bits();
}

struct low_bits low_bits_of(struct analysis *a, tree value)
{
	struct spot nowhere = { NULL, NULL };

	if (TREE_CODE(value) == INTEGER_CST)
		return known_number((uint64_t)wi::to_wide(value).to_shwi());
	return solve(a, TREE_CODE(value) == ADDR_EXPR ? TREE_OPERAND(value, 0) : value, NULL,
		     nowhere, false);
}

/*
 * What is known of ADDRESS, that of REFERENCE if there is one, at STATEMENT;
 * it must be a multiple of NEEDED.
 */
struct lc_alignment alignment_of(struct analysis *a, tree reference,
				 const struct lc_linear *address, gimple *statement,
				 uint64_t needed)
{
	struct lc_alignment result = { needed, 1, 0, NULL, lc_trap_of(needed), NULL, 0 };
	struct spot where = { gimple_bb(statement), NULL };
	struct low_bits known, tested;
	struct lc_place *tests;

	known = solve(a, reference, address, where, false);
	if (known.value.modulus < needed && !alignment_tests(a)->is_empty()) {
		tested = solve(a, reference, address, where, true);
		known = stronger(&known, &tested);
	}
	result.modulus = known.value.modulus;
	result.residue = known.value.residue;
	result.how = known.why ? known.why : "it is worked out from constants";
	tests = (struct lc_place *)lc_arena_alloc(&a->unit->arena,
						  (known.n_guards + 1) * sizeof(*tests));
	for (unsigned i = 0; tests && i < known.n_guards; i++)
		tests[result.n_tests++] = place_of(a->unit, known.guards[i]);
	result.tests = tests;
	return result;
}
