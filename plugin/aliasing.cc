/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Finds accesses to declared objects as another type than they were declared
 * with, and loads of what was stored as another type just before, where the
 * function is compiled with -fstrict-aliasing. What the two types may be, GCC
 * itself is asked: character types, may_alias and unions are as it has them.
 */
#include "analysis.h"
#include "retyped.h"

#include "alias.h"

#define MOST_BACK 16

/* The pairs of object and type of one function that were spoken of. */
struct retyping {
	tree object, type;
};

struct alias_finder {
	struct lc_unit *unit;
	function *fun;
	auto_vec<retyping> said;
};

/*
 * What POINTER points into, *OFFSET bytes from its start: a declared object, or the SSA name where
 * the way back ends; NULL where an offset is not known.
 */
static tree object_behind(tree pointer, HOST_WIDE_INT *offset)
{
	for (unsigned i = 0; i < MOST_BACK; i++) {
		gimple *statement;

		if (TREE_CODE(pointer) == ADDR_EXPR) {
			poly_int64 bytes;
			HOST_WIDE_INT constant;
			tree base = get_addr_base_and_unit_offset(TREE_OPERAND(pointer, 0), &bytes);

			if (!base || !bytes.is_constant(&constant))
				return NULL_TREE;
			*offset += constant;
			if (VAR_P(base) || TREE_CODE(base) == PARM_DECL)
				return base;
			if (TREE_CODE(base) != MEM_REF || !tree_fits_shwi_p(TREE_OPERAND(base, 1)))
				return NULL_TREE;
			*offset += tree_to_shwi(TREE_OPERAND(base, 1));
			pointer = TREE_OPERAND(base, 0);
			continue;
		}
		if (TREE_CODE(pointer) != SSA_NAME)
			return NULL_TREE;
		statement = SSA_NAME_DEF_STMT(pointer);
		if (!is_gimple_assign(statement) || gimple_assign_load_p(statement))
			return pointer;
		switch (gimple_assign_rhs_code(statement)) {
		case POINTER_PLUS_EXPR:
			if (TREE_CODE(gimple_assign_rhs2(statement)) != INTEGER_CST)
				return pointer;
			*offset += int_cst_value(gimple_assign_rhs2(statement));
			break;
		CASE_CONVERT:
		case SSA_NAME:
		case ADDR_EXPR:
			break;
		default:
			return pointer;
		}
		if (!POINTER_TYPE_P(TREE_TYPE(gimple_assign_rhs1(statement))))
			return pointer;
		pointer = gimple_assign_rhs1(statement);
	}
	return NULL_TREE;
}

/* The type of what an object of TYPE has at OFFSET: a scalar or a union; NULL: padding, or not known. */
static tree part_at(tree type, HOST_WIDE_INT offset)
{
	for (;;) {
		HOST_WIDE_INT size = int_size_in_bytes(type);
		tree inner = NULL_TREE;

		if (size <= 0 || offset < 0 || offset >= size)
			return NULL_TREE;
		if (TREE_CODE(type) == ARRAY_TYPE) {
			size = int_size_in_bytes(TREE_TYPE(type));
			if (size <= 0)
				return NULL_TREE;
			offset %= size;
			type = TREE_TYPE(type);
			continue;
		}
		if (TREE_CODE(type) != RECORD_TYPE)
			return type;
		for (tree field = TYPE_FIELDS(type); field && !inner; field = DECL_CHAIN(field)) {
			HOST_WIDE_INT at, bytes;

			if (TREE_CODE(field) != FIELD_DECL || !DECL_SIZE_UNIT(field) ||
			    !tree_fits_shwi_p(DECL_SIZE_UNIT(field)) ||
			    !tree_fits_shwi_p(DECL_FIELD_OFFSET(field)))
				continue;
			at = int_byte_position(field);
			bytes = tree_to_shwi(DECL_SIZE_UNIT(field));
			if (offset < at || offset >= at + bytes)
				continue;
			if (DECL_BIT_FIELD_TYPE(field))
				return NULL_TREE;
			inner = TREE_TYPE(field);
			offset -= at;
		}
		if (!inner)
			return NULL_TREE;
		type = inner;
	}
}

/* One access: REFERENCE, of SIZE bytes at OFFSET of OBJECT. */
struct retyping_access {
	gimple *statement;
	tree reference, object;
	HOST_WIDE_INT offset, size;
	bool write;
};

/* What STATEMENT accesses by REFERENCE, if that is a scalar behind a pointer whose way back is seen. */
static bool is_followed(struct retyping_access *access, gimple *statement, tree reference)
{
	tree base = base_of(reference);
	HOST_WIDE_INT constant;
	poly_int64 bytes;

	access->statement = statement;
	access->reference = reference;
	access->size = int_size_in_bytes(TREE_TYPE(reference));
	access->offset = 0;
	if (!base || TREE_CODE(base) != MEM_REF || TREE_THIS_VOLATILE(reference) ||
	    AGGREGATE_TYPE_P(TREE_TYPE(reference)) || access->size <= 0 ||
	    !tree_fits_shwi_p(TREE_OPERAND(base, 1)) ||
	    !get_addr_base_and_unit_offset(reference, &bytes) || !bytes.is_constant(&constant))
		return false;
	access->object = object_behind(TREE_OPERAND(base, 0), &access->offset);
	access->offset += constant + tree_to_shwi(TREE_OPERAND(base, 1));
	return access->object;
}

static bool is_said(struct alias_finder *f, const struct retyping_access *access)
{
	tree type = TYPE_MAIN_VARIANT(TREE_TYPE(access->reference));

	for (const retyping &each : f->said)
		if (each.object == access->object && each.type == type)
			return true;
	f->said.safe_push({ access->object, type });
	return false;
}

/* States that ACCESS is to what has the type PART since SINCE. */
static void state_retyped(struct alias_finder *f, const struct retyping_access *access, tree part,
			  location_t since, bool apart)
{
	struct lc_arena *arena = &f->unit->arena;
	struct lc_retyped *r = (struct lc_retyped *)lc_arena_alloc(arena, sizeof(*r));
	struct lc_conversion *c = r ? lc_unit_add_conversion(f->unit) : NULL;
	tree name = DECL_NAME(f->fun->decl), type = TREE_TYPE(access->reference);

	if (!c)
		return;
	r->stored = !DECL_P(access->object);
	r->object = describe(arena, r->stored ? access->reference : access->object);
	r->typed = describe_type(arena, part);
	r->typed_at = place_of(f->unit, since);
	r->access = place_of(f->unit, gimple_location(access->statement));
	r->write = access->write;
	r->apart = apart;
	c->kind = LC_RETYPE;
	c->retyped = r;
	c->function = name ? lc_arena_strdup(arena, IDENTIFIER_POINTER(name)) : NULL;
	c->cast = r->access;
	c->origin.kind = r->stored ? "value" : "object";
	c->origin.name = r->object;
	c->origin.place = r->typed_at;
	c->target.type = describe_type(arena, type);
	c->target.size = MAX(int_size_in_bytes(type), 0);
	c->target.alignment = TYPE_ALIGN(type) / BITS_PER_UNIT;
	c->target.place = place_of_type(f->unit, type);
	allow_by_type(f->unit, type, &c->allowed);
}

/* Does GCC take an access to it as one to anything: characters, may_alias, what memcpy() was folded to? */
static bool is_anything(tree reference_or_type)
{
	return !get_alias_set(reference_or_type);
}

static void judge_declared(struct alias_finder *f, const struct retyping_access *access)
{
	tree object = access->object, type = TREE_TYPE(access->reference), part;

	if (TREE_THIS_VOLATILE(object) || (VAR_P(object) && DECL_HARD_REGISTER(object)))
		return;
	part = part_at(TREE_TYPE(object), access->offset);
	if (!part || is_anything(access->reference) || is_anything(object) || is_anything(part) ||
	    types_compatible_p(TYPE_MAIN_VARIANT(part), TYPE_MAIN_VARIANT(type)) ||
	    is_said(f, access))
		return;
	state_retyped(f, access, part, DECL_SOURCE_LOCATION(object),
		      !alias_sets_conflict_p(get_alias_set(access->reference),
					     get_alias_set(part)));
}

/*
 * The store that has written what LOAD reads, if nothing but stores beside it stands between the
 * two: it gives memory without a declared type its effective one.
 */
static bool find_store(const struct retyping_access *load, struct retyping_access *store)
{
	tree memory = gimple_vuse(load->statement);

	for (unsigned i = 0; i < MOST_BACK; i++) {
		gimple *statement = SSA_NAME_DEF_STMT(memory);

		if (!gimple_assign_single_p(statement) || gimple_clobber_p(statement) ||
		    !is_followed(store, statement, gimple_assign_lhs(statement)) ||
		    store->object != load->object)
			return false;
		if (store->offset == load->offset)
			return true;
		if (store->offset < load->offset + load->size &&
		    load->offset < store->offset + store->size)
			return false;
		memory = gimple_vuse(statement);
	}
	return false;
}

static void judge_stored(struct alias_finder *f, const struct retyping_access *load)
{
	struct retyping_access store;

	if (load->write || is_anything(load->reference) || !find_store(load, &store) ||
	    is_anything(store.reference) ||
	    alias_sets_conflict_p(get_alias_set(load->reference), get_alias_set(store.reference)) ||
	    is_said(f, load))
		return;
	state_retyped(f, load, TREE_TYPE(store.reference), gimple_location(store.statement), true);
}

static bool on_access(gimple *statement, tree reference, bool write, struct alias_finder *f)
{
	struct retyping_access access;

	if (!is_followed(&access, statement, reference))
		return false;
	access.write = write;
	if (DECL_P(access.object))
		judge_declared(f, &access);
	else
		judge_stored(f, &access);
	return false;
}

static bool on_load(gimple *statement, tree, tree reference, void *data)
{
	return on_access(statement, reference, false, (struct alias_finder *)data);
}

static bool on_store(gimple *statement, tree, tree reference, void *data)
{
	return on_access(statement, reference, true, (struct alias_finder *)data);
}

void find_retyped(struct lc_unit *unit, function *fun)
{
	struct alias_finder f;
	basic_block block;

	if (!opt_for_fn(fun->decl, flag_strict_aliasing))
		return;
	f.unit = unit;
	f.fun = fun;
	FOR_EACH_BB_FN(block, fun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
		     gsi_next(&gsi)) {
			gimple *statement = gsi_stmt(gsi);

			if (!is_gimple_debug(statement) && !gimple_clobber_p(statement) &&
			    gimple_vuse(statement))
				walk_stmt_load_store_ops(statement, &f, on_load, on_store);
		}
}
