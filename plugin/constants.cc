/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What const objects hold: the least and the largest number that a reference
 * with an index into a table can read.
 */
#include "analysis.h"

#define MAX_ENTRIES 512
#define MAX_PARTS 6

/* The parts of a reference from its object outwards, and what was found so far. */
struct reading {
	tree parts[MAX_PARTS];
	unsigned n, entries;
	HOST_WIDE_INT low, high;
	bool any;
};

static void take(struct reading *r, HOST_WIDE_INT value)
{
	r->low = r->any ? MIN(r->low, value) : value;
	r->high = r->any ? MAX(r->high, value) : value;
	r->any = true;
}

static bool is_at(tree place, tree index)
{
	if (TREE_CODE(place) == RANGE_EXPR)
		return tree_int_cst_le(TREE_OPERAND(place, 0), index) &&
		       tree_int_cst_le(index, TREE_OPERAND(place, 1));
	return tree_int_cst_equal(place, index);
}

/* A list of numbers that fit a byte is a string to GCC. */
static bool read_string(struct reading *r, tree string, tree index)
{
	HOST_WIDE_INT size = int_size_in_bytes(TREE_TYPE(string)), n = TREE_STRING_LENGTH(string);
	HOST_WIDE_INT first = 0, last = size;
	tree type = TREE_TYPE(TREE_TYPE(string));

	if (int_size_in_bytes(type) != 1 || size <= 0 || size > MAX_ENTRIES)
		return false;
	if (TREE_CODE(index) == INTEGER_CST) {
		if (!tree_fits_shwi_p(index) || tree_to_shwi(index) < 0 ||
		    tree_to_shwi(index) >= size)
			return false;
		first = tree_to_shwi(index);
		last = first + 1;
	}
	for (HOST_WIDE_INT i = first; i < last; i++) {
		char c = i < n ? TREE_STRING_POINTER(string)[i] : 0;

		take(r, TYPE_UNSIGNED(type) ? (HOST_WIDE_INT)(unsigned char)c : (signed char)c);
	}
	return true;
}

/* Reads part PART and what is in it of VALUE, which is NULL where nothing was written: zero. */
static bool read_part(struct reading *r, tree value, unsigned part)
{
	tree index, place, entry, type;
	unsigned HOST_WIDE_INT i, covered = 0;
	bool found = false;

	if (++r->entries > MAX_ENTRIES)
		return false;
	if (!value) {
		take(r, 0);
		return true;
	}
	if (part == r->n) {
		if (TREE_CODE(value) != INTEGER_CST || !tree_fits_shwi_p(value))
			return false;
		take(r, tree_to_shwi(value));
		return true;
	}
	index = TREE_OPERAND(r->parts[part], 1);
	if (TREE_CODE(value) == STRING_CST)
		return part + 1 == r->n && read_string(r, value, index);
	if (TREE_CODE(value) != CONSTRUCTOR)
		return false;
	FOR_EACH_CONSTRUCTOR_ELT(CONSTRUCTOR_ELTS(value), i, place, entry)
	{
		if (!place)
			return false;
		if (TREE_CODE(r->parts[part]) == COMPONENT_REF ? place != index :
		    TREE_CODE(index) == INTEGER_CST            ? !is_at(place, index) :
								 false)
			continue;
		found = true;
		covered++;
		if (TREE_CODE(place) == RANGE_EXPR && tree_fits_shwi_p(TREE_OPERAND(place, 0)) &&
		    tree_fits_shwi_p(TREE_OPERAND(place, 1)))
			covered += tree_to_shwi(TREE_OPERAND(place, 1)) -
				   tree_to_shwi(TREE_OPERAND(place, 0));
		if (!read_part(r, entry, part + 1))
			return false;
	}
	if (TREE_CODE(r->parts[part]) == COMPONENT_REF || TREE_CODE(index) == INTEGER_CST)
		return found || read_part(r, NULL_TREE, part);
	/* Entries that were left out are zero. */
	type = TYPE_DOMAIN(TREE_TYPE(value));
	if (!type || !TYPE_MAX_VALUE(type) || !tree_fits_shwi_p(TYPE_MAX_VALUE(type)))
		return false;
	return covered > (unsigned HOST_WIDE_INT)tree_to_shwi(TYPE_MAX_VALUE(type)) ||
	       read_part(r, NULL_TREE, part);
}

/* The bounds of what REFERENCE, into a const object that is in sight, can read. */
bool bounds_in_const(tree reference, HOST_WIDE_INT *low, HOST_WIDE_INT *high)
{
	struct reading r = {};
	tree base = base_of(reference), initial;

	if (!base || TREE_CODE(base) != VAR_DECL || !TREE_READONLY(base) ||
	    TREE_THIS_VOLATILE(base) || !INTEGRAL_TYPE_P(TREE_TYPE(reference)) ||
	    (TREE_CODE(reference) == COMPONENT_REF && DECL_BIT_FIELD(TREE_OPERAND(reference, 1))))
		return false;
	for (; reference != base; reference = TREE_OPERAND(reference, 0)) {
		if ((TREE_CODE(reference) != COMPONENT_REF && TREE_CODE(reference) != ARRAY_REF) ||
		    r.n == MAX_PARTS ||
		    (TREE_CODE(reference) == COMPONENT_REF &&
		     TREE_CODE(TREE_TYPE(TREE_OPERAND(reference, 0))) != RECORD_TYPE))
			return false;
		r.parts[r.n++] = reference;
	}
	for (unsigned i = 0; i < r.n / 2; i++)
		std::swap(r.parts[i], r.parts[r.n - 1 - i]);
	initial = ctor_for_folding(base);
	if (!initial || initial == error_mark_node || !r.n || !read_part(&r, initial, 0))
		return false;
	*low = r.low;
	*high = r.high;
	return r.any;
}
