/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Comparisons of several members at once: before any pass, GCC makes of
 * `o->type == 3 && o->length == 16` one comparison of all their bits with one
 * constant (fold_truth_andor). Taken apart here into what it says of each.
 */
#include "analysis.h"

#define MAX_DEPTH 4

/* Bits of memory that are known: of REFERENCE, BITS of them from POSITION on, where MASK has ones. */
struct known_bits {
	tree reference;
	gimple *load;
	HOST_WIDE_INT position, bits;
	unsigned HOST_WIDE_INT value, mask;
	location_t where;
};

/* Finds the bits that LEFT, which is equal to RIGHT, was loaded from. */
static bool find_bits(tree left, tree right, struct known_bits *known)
{
	known->mask = ~(unsigned HOST_WIDE_INT)0;
	if (TREE_CODE(right) != INTEGER_CST || TYPE_PRECISION(TREE_TYPE(right)) > 64)
		return false;
	known->value = TREE_INT_CST_LOW(right);
	for (unsigned i = 0; i < 6 && TREE_CODE(left) == SSA_NAME; i++) {
		gimple *statement = SSA_NAME_DEF_STMT(left);
		tree rhs;

		if (!is_gimple_assign(statement) || !INTEGRAL_TYPE_P(TREE_TYPE(left)))
			return false;
		rhs = gimple_assign_rhs1(statement);
		if (gimple_assign_load_p(statement)) {
			if (TREE_CODE(rhs) != BIT_FIELD_REF ||
			    !tree_fits_shwi_p(TREE_OPERAND(rhs, 1)) ||
			    !tree_fits_shwi_p(TREE_OPERAND(rhs, 2)))
				return false;
			known->reference = TREE_OPERAND(rhs, 0);
			known->load = statement;
			known->bits = tree_to_shwi(TREE_OPERAND(rhs, 1));
			known->position = tree_to_shwi(TREE_OPERAND(rhs, 2));
			return known->bits > 0 && known->bits <= 64;
		}
		switch (gimple_assign_rhs_code(statement)) {
		case BIT_AND_EXPR:
			if (TREE_CODE(gimple_assign_rhs2(statement)) != INTEGER_CST)
				return false;
			known->mask &= TREE_INT_CST_LOW(gimple_assign_rhs2(statement));
			break;
		case SSA_NAME:
		CASE_CONVERT:
			if (!INTEGRAL_TYPE_P(TREE_TYPE(rhs)) ||
			    TYPE_PRECISION(TREE_TYPE(rhs)) > TYPE_PRECISION(TREE_TYPE(left)))
				return false;
			break;
		default:
			return false;
		}
		left = rhs;
	}
	return false;
}

/* What the bits say of REFERENCE, a number that begins AT bits into what they are part of. */
static void add_member(struct analysis *a, auto_vec<lc_fact *> *facts,
		       const struct known_bits *known, tree reference, HOST_WIDE_INT at)
{
	HOST_WIDE_INT size = TYPE_PRECISION(TREE_TYPE(reference)), shift = at - known->position;
	unsigned HOST_WIDE_INT ones = size < 64 ? (HOST_WIDE_INT_1U << size) - 1 :
						  ~(unsigned HOST_WIDE_INT)0;
	unsigned HOST_WIDE_INT value;
	struct lc_linear equal;
	lc_term t;

	if (size % BITS_PER_UNIT || shift < 0 || shift + size > known->bits)
		return;
	if (BYTES_BIG_ENDIAN)
		shift = known->bits - size - shift;
	if ((known->mask >> shift & ones) != ones)
		return;
	value = known->value >> shift & ones;
	/* The sign bit, and what no length can be. */
	if (value >> (TYPE_UNSIGNED(TREE_TYPE(reference)) ? 62 : size - 1))
		return;
	t = term_of_field_at(a, reference, gimple_vuse(known->load));
	if (!t)
		return;
	equal = lc_linear_term(t);
	equal = lc_linear_plus(&equal, -(int64_t)value);
	add_equal(a, facts, LC_FACT_GUARD, equal, known->where,
		  lc_arena_printf(&a->unit->arena, "%s == %llu",
				  describe(&a->unit->arena, reference), (unsigned long long)value),
		  NULL);
}

static void add_members(struct analysis *a, auto_vec<lc_fact *> *facts,
			const struct known_bits *known, tree reference, HOST_WIDE_INT at,
			unsigned depth)
{
	tree type = TREE_TYPE(reference);

	a->work++;
	if (INTEGRAL_TYPE_P(type)) {
		add_member(a, facts, known, reference, at);
		return;
	}
	if (!RECORD_OR_UNION_TYPE_P(type) || depth > MAX_DEPTH)
		return;
	for (tree f = TYPE_FIELDS(type); f; f = DECL_CHAIN(f)) {
		HOST_WIDE_INT begin;

		if (TREE_CODE(f) != FIELD_DECL || DECL_BIT_FIELD(f) ||
		    !tree_fits_shwi_p(DECL_FIELD_OFFSET(f)))
			continue;
		begin = at + int_bit_position(f);
		if (begin < known->position + known->bits)
			add_members(a, facts, known,
				    build3(COMPONENT_REF, TREE_TYPE(f), reference, f, NULL_TREE),
				    begin, depth + 1);
	}
}

/* LEFT == RIGHT: what that says of the members whose bits LEFT was loaded from. */
void add_members_compared(struct analysis *a, auto_vec<lc_fact *> *facts, tree left, tree right,
			  location_t where)
{
	struct known_bits known = {};

	if (!find_bits(left, right, &known))
		return;
	known.where = where;
	add_members(a, facts, &known, known.reference, 0, 0);
}
