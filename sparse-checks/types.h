/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Questions about types as sparse knows them: what is pointed to, and in which address space.
 * Sizes are not asked here: layouts come from the compiler.
 */
#ifndef SC_TYPES_H
#define SC_TYPES_H

#include <stdbool.h>

#include "arena.h"
#include "conversion.h"

struct symbol;

/* An address space that the rules speak of. */
struct sc_space {
	const char *mark; /* as sources write it: __iomem */
	const char *number; /* what sparse calls it where headers give it a number */
	const char *accessors; /* by what its memory is to be reached */
	enum lc_domain domain;
	enum lc_conversion_kind kind;
	/*
	 * Does a __force on the way to the view say all there is to say? It does where the mark
	 * is about when to look (__rcu) or where (__percpu), not about the memory itself.
	 */
	bool force_settles;
	bool about_order; /* the memory is plain; it is a matter of when its address is read */
};

/* The space that TYPE, a pointer, points into; NULL: the plain one, or none of ours, or no pointer. */
const struct sc_space *sc_space_of(struct symbol *type);
/* TYPE without the node around it, or NULL. */
struct symbol *sc_bare(struct symbol *type);
/* What TYPE points to, bare; NULL if TYPE is no pointer. */
struct symbol *sc_pointee(struct symbol *type);
/* Is TYPE an integer that can hold an address? */
bool sc_holds_address(struct symbol *type);
/*
 * Is TYPE a pointer to a record or to a scalar wider than a byte: a typed view of what it
 * points to? Pointers to void, bytes and functions are not.
 */
bool sc_is_typed_view(struct symbol *type);
/* Is TYPE a pointer to a record whose members are unknown here? */
bool sc_is_opaque(struct symbol *type);
/* Is TYPE, a pointer's target, the same type as OTHER, qualifiers and spaces aside? */
bool sc_same_target(struct symbol *type, struct symbol *other);

/* The type's name as C and its marks write it: const void __iomem *. Lives in ARENA. */
const char *sc_type_name(struct lc_arena *arena, struct symbol *type);
/* The struct, union, enum or typedef tag of a bare type, or NULL. */
struct ident *sc_tag(struct symbol *bare);

#endif
