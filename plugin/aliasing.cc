/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Finds accesses to declared objects as another type than they were declared
 * with, where the function is compiled with -fstrict-aliasing. What the two
 * types may be, GCC itself is asked: character types, may_alias and unions are
 * as it has them.
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

/* The declared object that POINTER points into, *OFFSET bytes from its start; or NULL. */
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
		if (TREE_CODE(pointer) != SSA_NAME || SSA_NAME_IS_DEFAULT_DEF(pointer))
			return NULL_TREE;
		statement = SSA_NAME_DEF_STMT(pointer);
		if (!is_gimple_assign(statement) || gimple_assign_load_p(statement))
			return NULL_TREE;
		switch (gimple_assign_rhs_code(statement)) {
		case POINTER_PLUS_EXPR:
			if (TREE_CODE(gimple_assign_rhs2(statement)) != INTEGER_CST)
				return NULL_TREE;
			*offset += int_cst_value(gimple_assign_rhs2(statement));
			break;
		CASE_CONVERT:
		case SSA_NAME:
		case ADDR_EXPR:
			break;
		default:
			return NULL_TREE;
		}
		pointer = gimple_assign_rhs1(statement);
		if (!POINTER_TYPE_P(TREE_TYPE(pointer)))
			return NULL_TREE;
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

static void state_retyped(struct alias_finder *f, gimple *statement, tree object, tree part,
			  tree type, bool write, bool apart)
{
	struct lc_arena *arena = &f->unit->arena;
	struct lc_retyped *r = (struct lc_retyped *)lc_arena_alloc(arena, sizeof(*r));
	struct lc_conversion *c = r ? lc_unit_add_conversion(f->unit) : NULL;
	tree name = DECL_NAME(f->fun->decl);

	if (!c)
		return;
	r->object = describe(arena, object);
	r->declared = describe_type(arena, part);
	r->declared_at = place_of(f->unit, DECL_SOURCE_LOCATION(object));
	r->access = place_of(f->unit, gimple_location(statement));
	r->write = write;
	r->apart = apart;
	c->kind = LC_RETYPE;
	c->retyped = r;
	c->function = name ? lc_arena_strdup(arena, IDENTIFIER_POINTER(name)) : NULL;
	c->cast = r->access;
	c->origin.kind = "object";
	c->origin.name = r->object;
	c->origin.place = r->declared_at;
	c->target.type = describe_type(arena, type);
	c->target.size = MAX(int_size_in_bytes(type), 0);
	c->target.alignment = TYPE_ALIGN(type) / BITS_PER_UNIT;
	c->target.place = place_of_type(f->unit, type);
	allow_by_type(f->unit, type, &c->allowed);
}

static bool on_access(gimple *statement, tree reference, bool write, struct alias_finder *f)
{
	tree base = base_of(reference), object, part, declared,
	     type = TYPE_MAIN_VARIANT(TREE_TYPE(reference));
	HOST_WIDE_INT offset = 0, constant;
	alias_set_type set;
	poly_int64 bytes;
	bool apart;

	if (!base || TREE_CODE(base) != MEM_REF || TREE_THIS_VOLATILE(reference) ||
	    !tree_fits_shwi_p(TREE_OPERAND(base, 1)) ||
	    !get_addr_base_and_unit_offset(reference, &bytes) || !bytes.is_constant(&constant))
		return false;
	object = object_behind(TREE_OPERAND(base, 0), &offset);
	if (!object || TREE_THIS_VOLATILE(object) || (VAR_P(object) && DECL_HARD_REGISTER(object)))
		return false;
	offset += constant + tree_to_shwi(TREE_OPERAND(base, 1));
	part = part_at(TREE_TYPE(object), offset);
	set = get_alias_set(reference);
	/* What may alias everything: characters, may_alias, what memcpy() was folded to. */
	if (!part || !set || !get_alias_set(object) || !get_alias_set(part))
		return false;
	declared = part;
	part = TYPE_MAIN_VARIANT(part);
	if (types_compatible_p(part, type) || AGGREGATE_TYPE_P(type))
		return false;
	for (const retyping &each : f->said)
		if (each.object == object && each.type == type)
			return false;
	f->said.safe_push({ object, type });
	apart = !alias_sets_conflict_p(set, get_alias_set(part));
	state_retyped(f, statement, object, declared, TREE_TYPE(reference), write, apart);
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
