/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The accesses that are made through a view, and what each of them needs.
 */
#include "attributes.h"
#include "lengths.h"
#include "views.h"

/* What the SIZE bytes at ADDRESS, which STATEMENT uses through FOUND, need. */
static struct lc_need *new_need(struct finder *f, struct found *found, gimple *statement,
				const struct lc_linear *address, const struct lc_linear *size)
{
	struct analysis *a = f->a;
	struct lc_need *need = (struct lc_need *)lc_arena_alloc(&a->unit->arena, sizeof(*need));
	lc_term end;

	if (!need)
		return NULL;
	need->flow = &a->flow;
	need->point = point_at(a, statement);
	need->bytes = found->conversion->origin.name;
	need->from = lc_linear_add(address, &found->root.start, -1);
	need->upto = lc_linear_add(&need->from, size, 1);
	need->view = lc_linear_add(&found->begins, &found->root.start, -1);
	end = term_of_end(a, &found->root);
	/*
	 * Two facts hold of every object; only more say anything of this one, or what a call that
	 * left a pointer to it has returned.
	 */
	if (found->root.source || found->root.n_ways ||
	    (a->terms[end].facts && a->terms[end].facts->length() > 2)) {
		struct lc_linear e = lc_linear_term(end);

		need->extent = lc_linear_add(&e, &found->root.start, -1);
	}
	need->end = end;
	need->exact = found->root.is_object;
	need->merged = found->root.n_ways;
	need->interior = !(found->root.is_object && DECL_P(found->root.node)) &&
			 !(found->root.call && gimple_call_flags(found->root.call) & ECF_MALLOC);
	need->length = length_of(a, &found->root);
	if (!need->length)
		need->length = length_in_header(a, &found->root);
	return need;
}

static struct lc_place place_of_use(struct finder *f, const struct found *found, gimple *statement)
{
	struct lc_place place = place_of(f->a->unit, gimple_location(statement));

	return place.line ? place : found->conversion->cast;
}

/* States what an access of SIZE bytes at ADDRESS through FOUND needs. */
void add_access(struct finder *f, struct found *found, gimple *statement, const char *what,
		tree reference, bool write, struct lc_linear address, struct lc_linear size,
		uint64_t alignment)
{
	struct analysis *a = f->a;
	struct lc_access *access = lc_conversion_add_access(a->unit, found->conversion);
	struct lc_need *need = new_need(f, found, statement, &address, &size);

	if (!access || !need)
		return;
	access->place = place_of_use(f, found, statement);
	access->what = what;
	access->write = write;
	access->need = need;
	if (!is_looked_at(a, &found->root, statement)) {
		access->unlooked = found->root.source->helper;
		found->conversion->held_by = NULL;
	}
	if (!write && !need->length)
		need->length = length_asked_for(a, &found->root, statement);
	if (!write)
		limit_to_filled(a, &found->root, reference, statement, need);
	decide_to_speak(a, statement, write, found->view, &found->root, need);
	need->unheeded = write ? NULL : is_unheeded;
	need->alignment = alignment_of(a, reference, &address, statement, alignment);
	found->conversion->origin.alignment = need->alignment.residue ? 1 : need->alignment.modulus;
}

/* Are the bytes of TYPE those of its size, with no elements behind them? */
static bool is_closed_record(tree type)
{
	tree last = NULL_TREE;

	if (!RECORD_OR_UNION_TYPE_P(type) || int_size_in_bytes(type) <= 0)
		return false;
	for (tree field = TYPE_FIELDS(type); field; field = DECL_CHAIN(field))
		if (TREE_CODE(field) == FIELD_DECL)
			last = field;
	if (last && TREE_CODE(TREE_TYPE(last)) == RECORD_TYPE)
		return is_closed_record(TREE_TYPE(last));
	return !last || TREE_CODE(TREE_TYPE(last)) != ARRAY_TYPE ||
	       int_size_in_bytes(TREE_TYPE(last)) > 0;
}

/* STATEMENT hands POINTER, into the view FOUND, on as a pointer of type TYPE. */
void add_handed_on(struct finder *f, struct found *found, gimple *statement, tree pointer,
		   tree type)
{
	struct analysis *a = f->a;
	struct lc_access *access = lc_conversion_add_handed_on(a->unit, found->conversion);
	struct lc_linear address = linear_of(a, pointer), size;

	if (!access)
		return;
	/* Of what is merged with others, as NULL: what is known of the view where it is made. */
	if (TREE_CODE(pointer) == SSA_NAME && found->root.node != pointer &&
	    gimple_code(SSA_NAME_DEF_STMT(pointer)) == GIMPLE_PHI) {
		address = found->begins;
		statement = found->cast;
	}
	access->place = place_of_use(f, found, statement);
	access->what = describe_type(&a->unit->arena, TREE_TYPE(type));
	if (!is_closed_record(TREE_TYPE(type)))
		return;
	size = lc_linear_constant(int_size_in_bytes(TREE_TYPE(type)));
	access->need = new_need(f, found, statement, &address, &size);
}

/* What the alignment of the view that REFERENCE is a member of makes of the member's own, in bits. */
static unsigned alignment_in(tree reference, tree view)
{
	uint64_t bits = TYPE_ALIGN(view);

	for (; TREE_CODE(reference) == COMPONENT_REF; reference = TREE_OPERAND(reference, 0)) {
		tree field = TREE_OPERAND(reference, 1);
		uint64_t offset;

		if (!tree_fits_shwi_p(DECL_FIELD_OFFSET(field)))
			return BITS_PER_UNIT;
		offset = (uint64_t)int_byte_position(field) * BITS_PER_UNIT;
		if (offset)
			bits = MIN(bits, offset & -offset);
	}
	return TREE_CODE(reference) == MEM_REF ? (unsigned)bits : BITS_PER_UNIT;
}

/* What REFERENCE, in a view of type VIEW, must be aligned to: its own type's, as far as the view's. */
static uint64_t alignment_needed(tree reference, tree view)
{
	unsigned bits = TYPE_ALIGN(TREE_TYPE(reference));

	if (TREE_CODE(reference) == COMPONENT_REF && !DECL_BIT_FIELD(TREE_OPERAND(reference, 1)))
		bits = MIN(bits, MAX(DECL_ALIGN(TREE_OPERAND(reference, 1)),
				     alignment_in(reference, view)));
	return MIN(bits, TYPE_ALIGN(view)) / BITS_PER_UNIT;
}

/* The field that holds a bit-field's storage, in whole bytes from its record's start. */
static bool bit_field_bytes(tree reference, HOST_WIDE_INT *offset, HOST_WIDE_INT *size)
{
	tree field = TREE_OPERAND(reference, 1);
	HOST_WIDE_INT first, bits;

	if (!tree_fits_shwi_p(DECL_FIELD_OFFSET(field)) || !DECL_SIZE(field) ||
	    !tree_fits_shwi_p(DECL_SIZE(field)))
		return false;
	first = int_bit_position(field);
	bits = tree_to_shwi(DECL_SIZE(field));
	*offset = first / BITS_PER_UNIT - int_byte_position(field);
	*size = (first + bits + BITS_PER_UNIT - 1) / BITS_PER_UNIT - first / BITS_PER_UNIT;
	return true;
}

static bool access_through(struct finder *f, tree reference, bool write)
{
	struct analysis *a = f->a;
	tree base = base_of(reference), pointer, view;
	struct lc_linear address;
	HOST_WIDE_INT size, shift = 0;
	struct found *found = NULL;
	uint64_t needed = 0;
	struct root root;
	bool known, folded;

	if (!base || TREE_CODE(base) != MEM_REF)
		return false;
	view = TREE_TYPE(base);
	pointer = TREE_OPERAND(base, 0);
	/*
	 * What memcpy() of a few bytes was folded to, a number or an array of bytes, may
	 * alias all: no view of its own, but an access through one that is there.
	 */
	folded = !RECORD_OR_UNION_TYPE_P(view) &&
		 TYPE_REF_CAN_ALIAS_ALL(TREE_TYPE(TREE_OPERAND(base, 1)));
	if (!folded && !is_target(view))
		return false;
	if (folded) {
		found = conversion_of(f, pointer, 3);
		needed = 1;
	} else if (TREE_CODE(pointer) == SSA_NAME &&
		   types_compatible_p(TYPE_MAIN_VARIANT(view),
				      TYPE_MAIN_VARIANT(TREE_TYPE(TREE_TYPE(pointer)))))
		found = conversion_of(f, pointer, 3);
	else if (TREE_CODE(pointer) == SSA_NAME || TREE_CODE(pointer) == ADDR_EXPR) {
		/* The cast stands in the access itself. */
		tree from = TREE_TYPE(TREE_TYPE(pointer));

		if (TREE_CODE(pointer) == ADDR_EXPR && !is_bytes(from))
			return false;
		root = root_of(a, pointer);
		if (root.bytes && root.start.valid) {
			struct found **there = f->casts.get(f->statement);

			address = address_of_reference(a, base, &known);
			found = there ? *there :
					add_conversion(f, f->statement, view, address, &root);
			if (found && !there)
				found->in_access = true;
		}
	}
	if (!found)
		return false;
	address = address_of_reference(a, reference, &known);
	size = int_size_in_bytes(TREE_TYPE(reference));
	if (TREE_CODE(reference) == COMPONENT_REF && DECL_BIT_FIELD(TREE_OPERAND(reference, 1)) &&
	    !bit_field_bytes(reference, &shift, &size))
		known = false;
	if (!known || size <= 0)
		return false;
	address = lc_linear_plus(&address, shift);
	if (write)
		note_number_stored(a->unit, a->model, found->conversion, f->statement, reference);
	else
		note_number(a->unit, a->model, found->conversion, f->statement, reference);
	add_access(f, found, f->statement, describe(&a->unit->arena, needed ? pointer : reference),
		   reference, write, address, lc_linear_constant(size),
		   needed ? needed : alignment_needed(reference, view));
	return false;
}

bool on_load_through_view(gimple *, tree, tree reference, void *data)
{
	return access_through((struct finder *)data, reference, false);
}

bool on_store_through_view(gimple *, tree, tree reference, void *data)
{
	return access_through((struct finder *)data, reference, true);
}

/* memcpy() and its kin access as many bytes through the view as they are told. */
bool copies_through(struct finder *f, gimple *call, bool reads_spoken_of)
{
	static const enum built_in_function copies[] = { BUILT_IN_MEMCPY,     BUILT_IN_MEMMOVE,
							 BUILT_IN_MEMCMP,     BUILT_IN_MEMSET,
							 BUILT_IN_MEMCPY_CHK, BUILT_IN_MEMMOVE_CHK,
							 BUILT_IN_MEMSET_CHK, BUILT_IN_BCMP };
	struct analysis *a = f->a;
	struct lc_linear size;

	for (enum built_in_function which : copies) {
		if (!gimple_call_builtin_p(call, which))
			continue;
		size = linear_of(a, gimple_call_arg(call, 2));
		for (unsigned i = 0; i < 2; i++) {
			tree pointer = gimple_call_arg(call, i);
			struct found *found;

			if (!POINTER_TYPE_P(TREE_TYPE(pointer)) || (i == 1 && reads_spoken_of))
				continue;
			found = conversion_of(f, pointer, 3);
			if (found && size.valid)
				add_access(f, found, call, describe(&a->unit->arena, pointer),
					   NULL_TREE,
					   i == 0 && which != BUILT_IN_MEMCMP &&
						   which != BUILT_IN_BCMP,
					   linear_of(a, pointer), size, 1);
		}
		return true;
	}
	return false;
}

/* What the function that CALL calls declares to read or write of a view that it gets. */
void look_for_declared_accesses(struct finder *f, gimple *call)
{
	struct analysis *a = f->a;
	auto_vec<struct length_use> uses;

	declared_uses(a, call, &uses);
	for (const struct length_use &use : uses) {
		tree pointer = gimple_call_arg(call, use.argument);
		struct found *found = conversion_of(f, pointer, 3), **cast = f->casts.get(call);
		struct lc_linear begins = linear_of(a, pointer);

		/* The cast may be in the call itself. */
		if (!found && cast && lc_linear_equal(&(*cast)->begins, &begins))
			found = *cast;
		if (found)
			add_access(f, found, call, text_of_access(a, &use), NULL_TREE, use.write,
				   begins, amount_of_call(a, call, use.bytes), 1);
	}
}
