/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Whose bytes a length is read from, and which ones a use of it accesses.
 */
#include "lengths.h"

#define MAX_BACK 12

/* An object of its own: REFERENCE as what bytes are counted in. */
static struct root object_root(struct analysis *a, tree reference)
{
	struct root r = {};
	bool known;

	r.node = reference;
	r.is_object = true;
	r.start = address_of_reference(a, reference, &known);
	if (!known)
		r.start.valid = false;
	return r;
}

/* Whose bytes S is read from. */
struct root root_of_read(struct analysis *a, const struct length_source *s)
{
	tree base, object;

	if (s->argument) {
		struct root r = {};

		r.node = s->value;
		r.start = lc_linear_term(term_of_ssa(a, s->value));
		return r;
	}
	if (s->pointer)
		return root_of(a, s->pointer);
	base = base_of(s->reference);
	object = object_read(s->reference);
	if (object)
		return object_root(a, object);
	return root_of(a, TREE_OPERAND(base, 0));
}

/* The array in REFERENCE that an index out of bytes selects from, if its size is declared; or NULL. */
static tree indexed_array(const struct lengths *l, tree reference)
{
	unsigned source;

	for (; handled_component_p(reference); reference = TREE_OPERAND(reference, 0)) {
		tree array;

		if (TREE_CODE(reference) != ARRAY_REF ||
		    !is_source(l, TREE_OPERAND(reference, 1), &source))
			continue;
		array = TREE_OPERAND(reference, 0);
		return int_size_in_bytes(TREE_TYPE(array)) > 0 && !may_go_on(array) ? array :
										      NULL_TREE;
	}
	return NULL_TREE;
}

/* The declared object or array that POINTER is the address of, or moved from; or NULL. */
static tree pointed_object(tree pointer)
{
	tree object;

	for (unsigned i = 0; i < MAX_BACK && TREE_CODE(pointer) == SSA_NAME; i++) {
		gimple *statement = SSA_NAME_DEF_STMT(pointer);

		if (!is_gimple_assign(statement) || gimple_assign_load_p(statement))
			return NULL_TREE;
		pointer = gimple_assign_rhs1(statement);
	}
	if (TREE_CODE(pointer) != ADDR_EXPR)
		return NULL_TREE;
	object = TREE_OPERAND(pointer, 0);
	if (TREE_CODE(object) == ARRAY_REF)
		object = TREE_OPERAND(object, 0);
	if (VAR_P(object))
		return int_size_in_bytes(TREE_TYPE(object)) > 0 && DECL_SIZE_UNIT(object) ?
			       object :
			       NULL_TREE;
	return TREE_CODE(TREE_TYPE(object)) == ARRAY_TYPE &&
			       int_size_in_bytes(TREE_TYPE(object)) > 0 &&
			       TREE_CODE(object) == COMPONENT_REF && !may_go_on(object) ?
		       object :
		       NULL_TREE;
}

/* Whose bytes the use accesses, with where it starts and how far it goes. */
bool place_of_use(struct analysis *a, const struct lengths *l, const struct length_use *use,
		  struct root *root, struct lc_linear *address, struct lc_linear *size,
		  const char **what)
{
	tree object, base;
	bool known = true;

	if (use->reference) {
		HOST_WIDE_INT bytes = int_size_in_bytes(TREE_TYPE(use->reference));

		object = indexed_array(l, use->reference);
		base = base_of(use->reference);
		if (object)
			*root = object_root(a, object);
		else if (base && TREE_CODE(base) == MEM_REF &&
			 TREE_CODE(TREE_OPERAND(base, 0)) == SSA_NAME)
			*root = root_moved_from(a, TREE_OPERAND(base, 0));
		else
			return false;
		*address = address_of_reference(a, use->reference, &known);
		/* A bit-field has no bytes of its own. */
		if (bytes <= 0 || (TREE_CODE(use->reference) == COMPONENT_REF &&
				   DECL_BIT_FIELD(TREE_OPERAND(use->reference, 1))))
			return false;
		*size = lc_linear_constant(bytes);
		*what = describe(&a->unit->arena, use->reference);
	} else {
		tree pointer = gimple_call_arg(use->statement, use->argument);

		object = pointed_object(pointer);
		/* Who writes to an array of bytes by its name means no more than that array. */
		*root = object && (!is_first_member(object) ||
				   (use->write && is_bytes(TREE_TYPE(object)))) ?
				object_root(a, object) :
				root_moved_from(a, pointer);
		*address = linear_of(a, pointer);
		*size = amount_of_call(a, use->statement, use->bytes);
		*what = text_of_access(a, use);
	}
	return known && root->start.valid && address->valid && size->valid;
}
