/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What references and pointers reach of one object.
 */
#include "written.h"

#define MOST_POINTERS 400
#define MOST_TURNS 16

static bool add_index(struct parts *p, tree reference)
{
	tree array = TREE_TYPE(TREE_OPERAND(reference, 0)), index = TREE_OPERAND(reference, 1);
	tree low = array_ref_low_bound(reference), size = array_ref_element_size(reference);
	HOST_WIDE_INT element, whole = int_size_in_bytes(array);

	if (!tree_fits_shwi_p(size) || !tree_fits_shwi_p(low))
		return false;
	element = tree_to_shwi(size);
	if (TREE_CODE(index) == INTEGER_CST && tree_fits_shwi_p(index)) {
		p->bit += (tree_to_shwi(index) - tree_to_shwi(low)) * element * BITS_PER_UNIT;
		return true;
	}
	if (p->n == 3 || whole <= 0 || element <= 0)
		return false;
	p->step[p->n] = element;
	p->count[p->n++] = whole / element;
	return true;
}

/* Takes REFERENCE apart; false if it is of a form whose place is not known. */
bool take_apart(tree reference, struct parts *p)
{
	tree size = TYPE_SIZE(TREE_TYPE(reference));

	if (TREE_CODE(reference) == COMPONENT_REF)
		size = DECL_SIZE(TREE_OPERAND(reference, 1));
	if (TREE_CODE(reference) == BIT_FIELD_REF)
		size = TREE_OPERAND(reference, 1);
	if (!size || !tree_fits_shwi_p(size))
		return false;
	p->bits = tree_to_shwi(size);
	for (; handled_component_p(reference); reference = TREE_OPERAND(reference, 0)) {
		switch (TREE_CODE(reference)) {
		case COMPONENT_REF: {
			tree field = TREE_OPERAND(reference, 1);

			if (!tree_fits_shwi_p(bit_position(field)))
				return false;
			p->bit += int_bit_position(field);
			break;
		}
		case ARRAY_REF:
			if (!add_index(p, reference))
				return false;
			break;
		case BIT_FIELD_REF:
			if (!tree_fits_shwi_p(TREE_OPERAND(reference, 2)))
				return false;
			p->bit += tree_to_shwi(TREE_OPERAND(reference, 2));
			break;
		case IMAGPART_EXPR:
			p->bit += tree_to_shwi(TYPE_SIZE(TREE_TYPE(reference)));
			break;
		case REALPART_EXPR:
		case VIEW_CONVERT_EXPR:
			break;
		default:
			return false;
		}
	}
	p->base = reference;
	return true;
}

/* The object of a reference, and where it starts to count: OFFSET. False: it is not W's. */
bool is_in_object(struct written *w, tree base, struct reach *r)
{
	if (base == w->object) {
		r->offset = 0;
		r->end = w->size;
		return true;
	}
	if (TREE_CODE(base) != MEM_REF || !points_into(w, TREE_OPERAND(base, 0), r))
		return false;
	if (r->offset >= 0 && tree_fits_shwi_p(TREE_OPERAND(base, 1)))
		r->offset += tree_to_shwi(TREE_OPERAND(base, 1));
	else
		r->offset = -1;
	return true;
}

/* What &REFERENCE reaches: of an array or a scalar no more than itself, whoever gets it. */
static bool reach_of_address(struct written *w, tree reference, struct reach *r)
{
	struct parts p = {};
	bool known = take_apart(reference, &p);
	tree type = TREE_TYPE(reference);

	if (!is_in_object(w, known ? p.base : base_of(reference), r))
		return false;
	if (!known || p.n || r->offset < 0 || p.bit % BITS_PER_UNIT) {
		r->offset = -1;
		return true;
	}
	r->offset += p.bit / BITS_PER_UNIT;
	/* An element may be the first of many. */
	if (TREE_CODE(reference) == COMPONENT_REF && !RECORD_OR_UNION_TYPE_P(type))
		r->end = MIN(r->end, r->offset + p.bits / BITS_PER_UNIT);
	return true;
}

bool points_into(struct written *w, tree value, struct reach *r)
{
	struct reach *known;

	if (TREE_CODE(value) == ADDR_EXPR)
		return reach_of_address(w, TREE_OPERAND(value, 0), r);
	if (TREE_CODE(value) != SSA_NAME)
		return false;
	known = w->pointers->get(value);
	if (known)
		*r = *known;
	return known != NULL;
}

/* NAME points to R, or to anywhere where it was already known to point elsewhere. */
static bool add_pointer(struct written *w, tree name, struct reach r)
{
	struct reach *known = w->pointers->get(name);

	if (!known) {
		w->pointers->put(name, r);
		return true;
	}
	if (known->offset < 0 || (known->offset == r.offset && known->end >= r.end))
		return false;
	if (known->offset != r.offset)
		r.offset = -1;
	w->pointers->put(name, r);
	return true;
}

/* Does CALL return the pointer that it was handed as argument I? */
static bool returns_argument(struct analysis *a, gimple *call, unsigned i)
{
	const struct lc_model_copy *copy = copy_of_call(a, call);

	return (copy && copy->writes.what == LC_WHAT_ARGUMENT && copy->writes.argument == (int)i) ||
	       (gimple_call_builtin_p(call, BUILT_IN_ASSUME_ALIGNED) && !i);
}

/* Is the result of STATEMENT a pointer into the object? */
static bool result_of(struct written *w, gimple *statement, struct reach *r)
{
	tree rhs, offset;

	if (is_gimple_call(statement)) {
		for (unsigned i = 0; i < gimple_call_num_args(statement); i++)
			if (returns_argument(w->a, statement, i) &&
			    points_into(w, gimple_call_arg(statement, i), r))
				return true;
		return false;
	}
	if (!is_gimple_assign(statement) || gimple_assign_load_p(statement))
		return false;
	rhs = gimple_assign_rhs1(statement);
	switch (gimple_assign_rhs_code(statement)) {
	CASE_CONVERT:
		return POINTER_TYPE_P(TREE_TYPE(gimple_assign_lhs(statement))) &&
		       points_into(w, rhs, r);
	case SSA_NAME:
	case ADDR_EXPR:
		return points_into(w, rhs, r);
	case POINTER_PLUS_EXPR:
		if (!points_into(w, rhs, r))
			return false;
		offset = gimple_assign_rhs2(statement);
		if (r->offset >= 0 && TREE_CODE(offset) == INTEGER_CST)
			r->offset += int_cst_value(offset);
		else
			r->offset = -1;
		return true;
	default:
		return false;
	}
}

/* Finds the names that point into the object, round after round until there are no more. */
bool find_pointers(struct written *w)
{
	bool more = true;
	basic_block block;
	struct reach r;

	for (unsigned round = 0; more; round++) {
		more = false;
		if (round == MOST_TURNS || w->pointers->elements() > MOST_POINTERS)
			return false;
		FOR_EACH_BB_FN(block, w->fun) {
			for (gphi_iterator it = gsi_start_phis(block); !gsi_end_p(it);
			     gsi_next(&it))
				for (unsigned i = 0; i < gimple_phi_num_args(it.phi()); i++)
					if (points_into(w, gimple_phi_arg_def(it.phi(), i), &r)) {
						/* It may as well be another object's. */
						r.offset = -1;
						more |= add_pointer(w, gimple_phi_result(it.phi()),
								    r);
					}
			for (gimple_stmt_iterator it = gsi_start_bb(block); !gsi_end_p(it);
			     gsi_next(&it)) {
				tree lhs = gimple_get_lhs(gsi_stmt(it));

				if (!is_gimple_debug(gsi_stmt(it)) && lhs &&
				    TREE_CODE(lhs) == SSA_NAME && result_of(w, gsi_stmt(it), &r))
					more |= add_pointer(w, lhs, r);
			}
		}
	}
	return true;
}
