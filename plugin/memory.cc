/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What memory holds: loads as terms, equal as long as nothing could write what
 * they read, and as the value that was stored where the store is in sight.
 */
#include "across.h"
#include "attributes.h"

/* A walk back over what could have written to memory, as far as nothing did. */
struct memory_walk {
	struct analysis *a;
	tree last; /* the state that it has come to */
};

static void *keep_last(ao_ref *, tree memory, void *data)
{
	((struct memory_walk *)data)->last = memory;
	return NULL;
}

/*
 * What writes as far as the compiler can tell, but by the model only logs or looks,
 * by its declaration only reads, or in its own body writes something else, is passed over.
 */
static void *pass_over(ao_ref *ref, tree memory, void *data, translate_flags *flags)
{
	struct memory_walk *walk = (struct memory_walk *)data;
	gimple *call = SSA_NAME_DEF_STMT(memory);
	const char *name = called_name(call);

	if (cannot_reach(walk->a, call, ao_ref_base(ref)) ||
	    is_declared_unwritten(call, ref->ref) ||
	    (is_gimple_call(call) && !has_body_in_ssa(gimple_call_fndecl(call)) &&
	     is_length_in_header(walk->a, ref->ref))) {
		*flags = TR_DISAMBIGUATE;
		return NULL;
	}
	if (!name || (!lc_model_is_quiet(walk->a->model, name) &&
		      !accessor_of_call(walk->a, call) && call_may_write(walk->a, call, ref)))
		return (void *)-1;
	*flags = TR_DISAMBIGUATE;
	return NULL;
}

/*
 * Does REFERENCE read what a parameter points to as const? Somebody else may
 * still change it; that nobody does while the function runs is assumed, and
 * said with what rests on it (extent.cc).
 */
bool is_read_as_const(tree reference)
{
	tree base = base_of(reference), pointer;

	if (TREE_CODE(base) != MEM_REF)
		return false;
	pointer = TREE_OPERAND(base, 0);
	return TREE_CODE(pointer) == SSA_NAME && SSA_NAME_IS_DEFAULT_DEF(pointer) &&
	       TYPE_READONLY(TREE_TYPE(TREE_TYPE(pointer)));
}

/* The memory state as of which REFERENCE, read in state MEMORY, last could change. */
tree state_of(struct analysis *a, tree reference, tree memory)
{
	unsigned limit = 64;
	struct memory_walk walk = { a, memory };
	ao_ref ref;

	if (!memory || is_read_as_const(reference))
		return NULL_TREE;
	ao_ref_init(&ref, reference);
	/* No word of types: the same facts must hold under -fno-strict-aliasing. */
	lc_walk_memory(&ref, memory, keep_last, pass_over, &limit, &walk);
	a->work += 64 - MIN(limit, 64u);
	return walk.last;
}

/* A bit-field has no address of its own. */
static bool is_plain(tree reference)
{
	return !TREE_THIS_VOLATILE(reference) && !(TREE_CODE(reference) == COMPONENT_REF &&
						   DECL_BIT_FIELD(TREE_OPERAND(reference, 1)));
}

static lc_term term_at(struct analysis *a, tree reference, const struct lc_linear *address,
		       HOST_WIDE_INT size, tree state)
{
	lc_term t;

	for (t = 1; t < a->terms.length(); t++) {
		struct term *other = &a->terms[t];

		if (other->kind == TERM_LOAD && other->size == size && other->memory == state &&
		    lc_linear_equal(&other->address, address))
			return t;
	}
	t = new_term(a, TERM_LOAD, reference);
	a->terms[t].address = *address;
	a->terms[t].size = size;
	a->terms[t].memory = state;
	return t;
}

/* The value of the memory at REFERENCE in state MEMORY, with no statement that loads it. */
lc_term term_of_field_at(struct analysis *a, tree reference, tree memory)
{
	bool known = false;
	struct lc_linear address = address_of_reference(a, reference, &known);
	HOST_WIDE_INT size = int_size_in_bytes(TREE_TYPE(reference));

	if (!known || size <= 0 || TREE_THIS_VOLATILE(reference))
		return 0;
	return term_at(a, reference, &address, size, state_of(a, reference, memory));
}

lc_term term_of_load(struct analysis *a, tree reference, gimple *statement)
{
	return is_plain(reference) ? term_of_field_at(a, reference, gimple_vuse(statement)) : 0;
}

/* What the function itself has loaded of SIZE bytes at ADDRESS, as in state MEMORY; 0 if nothing. */
lc_term term_of_known_load(struct analysis *a, const struct lc_linear *address, HOST_WIDE_INT size,
			   tree memory)
{
	for (lc_term t = 1; t < a->terms.length(); t++)
		if (a->terms[t].kind == TERM_LOAD && a->terms[t].size == size &&
		    lc_linear_equal(&a->terms[t].address, address) &&
		    a->terms[t].memory == state_of(a, a->terms[t].node, memory))
			return t;
	return 0;
}

/*
 * What was stored at REFERENCE so that it is there in state MEMORY, as SSA name
 * or constant; NULL if that is not in sight. *STATE: the state it stood in.
 */
tree stored_at(struct analysis *a, tree reference, tree memory, tree *state)
{
	bool known = false, there = false;
	struct lc_linear address = address_of_reference(a, reference, &known), other;
	gimple *store;
	tree to, value;

	*state = NULL_TREE;
	if (!known || !memory || !is_plain(reference))
		return NULL_TREE;
	*state = state_of(a, reference, memory);
	if (!*state || SSA_NAME_IS_DEFAULT_DEF(*state))
		return NULL_TREE;
	store = SSA_NAME_DEF_STMT(*state);
	if (!gimple_assign_single_p(store) || gimple_clobber_p(store) || !gimple_store_p(store))
		return NULL_TREE;
	to = gimple_assign_lhs(store);
	value = gimple_assign_rhs1(store);
	if (!is_plain(to) || !is_gimple_val(value) ||
	    !useless_type_conversion_p(TREE_TYPE(reference), TREE_TYPE(to)) ||
	    !useless_type_conversion_p(TREE_TYPE(to), TREE_TYPE(value)))
		return NULL_TREE;
	other = address_of_reference(a, to, &there);
	return there && lc_linear_equal(&address, &other) ? value : NULL_TREE;
}

/* What memory at REFERENCE holds in state MEMORY; invalid if it cannot be named. */
struct lc_linear value_of_memory(struct analysis *a, tree reference, tree memory)
{
	struct lc_linear none = {}, value = {};
	tree state, stored;
	lc_term t;

	if (INTEGRAL_TYPE_P(TREE_TYPE(reference)) || POINTER_TYPE_P(TREE_TYPE(reference))) {
		stored = stored_at(a, reference, memory, &state);
		if (stored)
			value = linear_of(a, stored);
		if (value.valid)
			return value;
	}
	t = is_plain(reference) ? term_of_field_at(a, reference, memory) : 0;
	return t ? lc_linear_term(t) : none;
}

struct lc_linear value_of_load(struct analysis *a, tree reference, gimple *statement)
{
	return value_of_memory(a, reference, gimple_vuse(statement));
}

/* Does VALUE mean the same on all ways into BLOCK, however often control comes there? */
static bool is_settled_above(struct analysis *a, const struct lc_linear *value, basic_block block)
{
	for (unsigned i = 0; i < value->n; i++) {
		const struct term *term = &a->terms[value->terms[i].term];
		basic_block where;

		if (term->kind == TERM_ADDRESS)
			continue;
		if (term->kind != TERM_SSA)
			return false;
		if (SSA_NAME_IS_DEFAULT_DEF(term->node))
			continue;
		where = gimple_bb(SSA_NAME_DEF_STMT(term->node));
		if (where == block || !dominated_by_p(CDI_DOMINATORS, block, where))
			return false;
	}
	return true;
}

/* The block at whose head the value of TERM merges, or NULL: that of a PHI, or of states of memory. */
basic_block merge_of_term(struct analysis *a, lc_term t)
{
	const struct term *term = &a->terms[t];
	gimple *phi = NULL;

	if (term->kind == TERM_SSA && !SSA_NAME_IS_DEFAULT_DEF(term->node))
		phi = SSA_NAME_DEF_STMT(term->node);
	else if (term->kind == TERM_LOAD && term->memory && !SSA_NAME_IS_DEFAULT_DEF(term->memory))
		phi = SSA_NAME_DEF_STMT(term->memory);
	if (!phi || gimple_code(phi) != GIMPLE_PHI ||
	    (term->kind == TERM_LOAD && !is_settled_above(a, &term->address, gimple_bb(phi))))
		return NULL;
	return gimple_bb(phi);
}

/* The value that edge I into the block where TERM merges brings. */
struct lc_linear value_on_edge(struct analysis *a, lc_term t, unsigned i)
{
	struct term term = a->terms[t];

	if (term.kind == TERM_SSA)
		return linear_of(a, gimple_phi_arg_def(SSA_NAME_DEF_STMT(term.node), i));
	return value_of_memory(a, term.node, gimple_phi_arg_def(SSA_NAME_DEF_STMT(term.memory), i));
}
