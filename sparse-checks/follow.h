/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Follows one value outward through its casts, and through the local variables that only carry
 * it, and tells where on the way it lost its address space and what it is viewed as in the end.
 */
#ifndef SC_FOLLOW_H
#define SC_FOLLOW_H

#include "types.h"
#include "walk.h"

/* What became of one value on its way. */
struct sc_path {
	const struct sc_space *space; /* that it pointed into at first, or NULL */
	struct expression *source;
	struct symbol *source_type; /* the last type that had the space */
	bool lost;
	struct position lost_at;
	struct position lost_site; /* of the construct at lost_at */
	bool implied; /* lost without a cast: */
	struct sc_use lost_by; /* by the conversion that this use makes */
	bool forced; /* some cast on the way says __force */
	bool through_integer;
	struct symbol *variable; /* the local variable that carried it, or NULL */
	struct symbol *view; /* the type at the end of the way */
};

/* What is known of one local variable whose address is not taken. */
struct sc_carried {
	struct symbol *variable;
	struct sc_path path; /* up to the variable, of the first value that it was given */
	bool given;
	bool mixed; /* it holds other things too */
	bool used; /* as the pointer that it is: read, and not marked again nor only compared */
	bool accessed; /* memory is reached through it */
};

/* Whatever FROM is used for, TO is: a local variable given to another. */
struct sc_handed_on {
	struct symbol *from, *to;
};

struct sc_flow {
	struct lc_arena *arena;
	struct sc_carried *carried;
	size_t n_carried, carried_capacity;
	struct sc_handed_on *handed_on;
	size_t n_handed_on, handed_on_capacity;
};

/* Forgets the variables of the last function. */
void sc_flow_begin(struct sc_flow *flow);
/* The path of SOURCE through CASTS to USE. */
void sc_follow(const struct sc_flow *flow, struct expression *source, const struct sc_cast *casts,
	       const struct sc_use *use, struct sc_path *path);
/* Notes what USE, if it sets a local variable, puts there, and that SOURCE, if it reads one, is used. */
void sc_flow_note(struct sc_flow *flow, struct expression *source, const struct sc_use *use,
		  const struct sc_path *path);

enum sc_known_use {
	SC_OUT_OF_SIGHT, /* no local variable, or one that others can change */
	SC_UNUSED, /* nothing reads it as the pointer that it is */
	SC_USED, /* given away: stored, returned, an argument */
	SC_ACCESSED, /* memory is reached through it */
};
/* How the local VARIABLE is used, and those that it is given to. */
enum sc_known_use sc_flow_known_use(const struct sc_flow *flow, const struct symbol *variable);

#endif
