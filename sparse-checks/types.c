/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Questions about types as sparse knows them, and their names in C.
 */
#include "types.h"

#include <string.h>

#include "sparse.h"

/* One row a space: marks by name as Linux has them since 5.8, by number as before and elsewhere. */
static const struct sc_space spaces[] = {
	{ "__user", "<asn:1>", "copy_from_user() or get_user()", LC_DOMAIN_OTHER, LC_OVERLAY, false,
	  false },
	{ "__iomem", "<asn:2>", "readl() or memcpy_fromio()", LC_DOMAIN_REGISTER, LC_MAP, false,
	  false },
	{ "__percpu", "<asn:3>", "this_cpu_ptr() or per_cpu_ptr()", LC_DOMAIN_OTHER, LC_OVERLAY,
	  true, false },
	{ "__rcu", "<asn:4>", "rcu_dereference()", LC_DOMAIN_OTHER, LC_OVERLAY, true, true },
};

struct symbol *sc_bare(struct symbol *type)
{
	int turns = 0; /* a node of a node occurs, a ring does not; be sure */

	while (type && type->type == SYM_NODE && turns++ < 16)
		type = type->ctype.base_type;
	if (type && (type->type == SYM_TYPEOF || !type->examined))
		type = examine_symbol_type(type);
	if (type && type->type == SYM_NODE)
		type = type->ctype.base_type;
	return type;
}

struct symbol *sc_pointee(struct symbol *type)
{
	type = sc_bare(type);
	if (!type || (type->type != SYM_PTR && type->type != SYM_ARRAY))
		return NULL;
	if (type->type == SYM_PTR)
		examine_pointer_target(type);
	return sc_bare(type->ctype.base_type);
}

const struct sc_space *sc_space_of(struct symbol *type)
{
	const struct ident *space = NULL;

	if (type && type->type == SYM_NODE && sc_bare(type) && sc_bare(type)->type == SYM_ARRAY)
		space = type->ctype.as;
	type = sc_bare(type);
	if (!type || (type->type != SYM_PTR && type->type != SYM_ARRAY))
		return NULL;
	if (type->type == SYM_PTR)
		examine_pointer_target(type);
	if (!space)
		space = type->ctype.as;
	if (!space)
		return NULL;
	for (size_t i = 0; i < ARRAY_SIZE(spaces); i++) {
		const char *names[] = { spaces[i].mark, spaces[i].number };

		for (size_t n = 0; n < ARRAY_SIZE(names); n++)
			if (space->len == strlen(names[n]) &&
			    !memcmp(space->name, names[n], space->len))
				return &spaces[i];
	}
	return NULL;
}

bool sc_holds_address(struct symbol *type)
{
	type = sc_bare(type);
	return type && is_int_type(type) && type->bit_size >= ptr_ctype.bit_size;
}

bool sc_is_typed_view(struct symbol *type)
{
	struct symbol *target = sc_pointee(type);

	if (!target || target == &bad_ctype || is_void_type(target))
		return false;
	switch (target->type) {
	case SYM_STRUCT:
	case SYM_UNION:
	case SYM_PTR:
		return true;
	case SYM_ARRAY:
		return sc_is_typed_view(target);
	default:
		return is_scalar_type(target) && target->bit_size > 8;
	}
}

bool sc_is_opaque(struct symbol *type)
{
	struct symbol *target = sc_pointee(type);

	return target && (target->type == SYM_STRUCT || target->type == SYM_UNION) &&
	       !target->symbol_list && target->bit_size <= 0;
}

bool sc_same_target(struct symbol *type, struct symbol *other)
{
	type = sc_pointee(type);
	other = sc_pointee(other);
	if (!type || !other)
		return false;
	return type == other ||
	       (type->ident && type->ident == other->ident && type->type == other->type);
}

struct ident *sc_tag(struct symbol *bare)
{
	return bare ? bare->ident : NULL;
}

/* Qualifiers and the mark, each with a blank after it. */
static const char *qualifiers(struct lc_arena *arena, unsigned long modifiers, struct ident *space)
{
	return lc_arena_printf(arena, "%s%s%s%s", modifiers & MOD_CONST ? "const " : "",
			       modifiers & MOD_VOLATILE ? "volatile " : "",
			       space ? show_as(space) : "", space ? " " : "");
}

static const char *plain_name(struct lc_arena *arena, struct symbol *bare)
{
	const char *builtin = bare ? builtin_typename(bare) : NULL;

	if (!bare)
		return "void";
	switch (bare->type) {
	case SYM_STRUCT:
	case SYM_UNION:
	case SYM_ENUM:
		return lc_arena_printf(arena, "%s %s",
				       bare->type == SYM_STRUCT ? "struct" :
				       bare->type == SYM_UNION  ? "union" :
								  "enum",
				       bare->ident ? show_ident(bare->ident) : "{...}");
	case SYM_RESTRICT:
	case SYM_FOULED:
		if (bare->ident)
			return lc_arena_strdup(arena, show_ident(bare->ident));
		return plain_name(arena, sc_bare(bare->ctype.base_type));
	case SYM_FN:
		return "function";
	case SYM_BITFIELD:
		return plain_name(arena, sc_bare(bare->ctype.base_type));
	default:
		return builtin ? builtin : "type";
	}
}

const char *sc_type_name(struct lc_arena *arena, struct symbol *type)
{
	struct symbol *bare = sc_bare(type);
	unsigned long own = type && type->type == SYM_NODE ? type->ctype.modifiers : 0;
	struct symbol *target;
	const char *inner;
	size_t length;

	if (!bare || (bare->type != SYM_PTR && bare->type != SYM_ARRAY))
		return lc_arena_printf(arena, "%s%s", qualifiers(arena, own & MOD_QUALIFIER, NULL),
				       plain_name(arena, bare));
	target = sc_pointee(type);
	/* sparse keeps what qualifies the target, its space too, with the pointer. */
	if (target && (target->type == SYM_PTR || target->type == SYM_ARRAY)) {
		inner = sc_type_name(arena, bare->ctype.base_type);
		length = inner ? strlen(inner) : 0;
		return lc_arena_printf(arena, "%s%s%s%s", inner,
				       length && inner[length - 1] == '*' ? "" : " ",
				       qualifiers(arena, 0, bare->ctype.as), "*");
	}
	return lc_arena_printf(arena, "%s%s %s*",
			       qualifiers(arena, bare->ctype.modifiers & MOD_QUALIFIER, NULL),
			       plain_name(arena, target), qualifiers(arena, 0, bare->ctype.as));
}
