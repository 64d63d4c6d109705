/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Functions of validity looked through: what they compare of the object whose bytes
 * they are given. A call inside is a frame of its own, in which parameters are what
 * this call hands over.
 */
#ifndef LC_VALIDATES_H
#define LC_VALIDATES_H

#include "gcc-common.h"

#include "bitmap.h"

#define VALIDITY_WORK 400000u
#define VALIDITY_NUMBERS 4096u /* values that a number may take */

/* One function of validity and what it was seen to do. */
struct validity {
	HOST_WIDE_INT size; /* of the object, in bits */
	auto_bitmap compared, tested, as_bool; /* bits of the object */
	bool open; /* something could not be followed: nothing is refuted */
	unsigned work;
	unsigned round; /* of the slice: what a loop works out from itself grows until it is whole */
	bool grew;
};

struct frame {
	struct validity *v;
	function *fun;
	struct frame *caller;
	gimple *call; /* in the caller; NULL: the function of validity itself */
	unsigned depth;
	auto_bitmap reached; /* blocks, given what parameters are constant */
	auto_bitmap relevant; /* blocks whose being run bears on the answer */
	std::vector<std::vector<int>> controls; /* of each block: those whose end decides on it */
	hash_map<tree, bitmap> carried; /* of SSA names: bits of the object that they carry */
	hash_set<tree> visited; /* in this round */
	unsigned round;
	hash_map<gimple *, struct frame *> calls;
	bool asked; /* for what it returns */
	auto_bitmap returned;
};

/* What a number may be; in the order found, each once. */
struct numbers {
	bool known;
	std::vector<HOST_WIDE_INT> all;
};

enum spot_kind {
	SPOT_UNKNOWN,
	SPOT_OBJECT, /* within the object */
	SPOT_LOCAL, /* within a variable or parameter of a frame */
	SPOT_ELSEWHERE, /* within what is neither */
};

/* A place in memory. */
struct spot {
	enum spot_kind kind;
	struct frame *frame;
	tree decl;
	struct numbers offset; /* from its start, in bits */
};

/* validity_frames.cc */
struct frame *new_frame(struct validity *v, function *fun, struct frame *caller, gimple *call);
struct frame *frame_of_call(struct frame *f, gimple *call);
void free_frame(struct frame *f);
tree argument_of(struct frame *f, tree parameter);
tree constant_of(struct frame *f, tree value, unsigned depth);
bool is_spent(struct validity *v);

/* validity_spots.cc */
struct numbers numbers_of(struct frame *f, tree value, gimple *at, unsigned depth);
struct spot spot_of(struct frame *f, tree pointer, gimple *at, unsigned depth);
struct spot spot_of_reference(struct frame *f, tree reference, gimple *at, unsigned depth);
bool starts_with_conversion(gimple *statement);

/* validity_slice.cc */
void slice_validity(struct frame *f);

/* validity.cc */
void validity_attributes(void);
void root_validity(const char *plugin);
void check_validity(struct lc_unit *unit, const struct lc_model *model);

#endif
