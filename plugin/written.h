/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which bytes of one object a function has written at each of its statements.
 */
#ifndef LC_WRITTEN_H
#define LC_WRITTEN_H

#include "analysis.h"

#include "sbitmap.h"

#define MOST_BYTES 4096 /* of an object that is followed */

/* Bytes of an object from OFFSET to END; an OFFSET below 0 is not known. */
struct reach {
	HOST_WIDE_INT offset, end;
};

/* Bits by byte: written on some way, and on every way. */
struct writing {
	sbitmap may, must;
};

struct written {
	struct analysis *a;
	function *fun; /* whose statements are looked at */
	tree object; /* a variable, or the SSA name of a pointer to the object */
	HOST_WIDE_INT size; /* bytes */
	unsigned depth; /* of calls and copies that led here */
	bool cleared; /* written as a whole by an initialiser that names no padding */
	hash_map<tree, struct reach> *pointers; /* SSA names that point into the object */
	auto_vec<struct writing> at_start; /* by block index */
};

bool written_begin(struct written *w, struct analysis *a, function *fun, tree object,
		   HOST_WIDE_INT size, unsigned depth);
void written_end(struct written *w);
/* What is written right before STATEMENT, into OUT, which the caller has allocated. */
void written_before(struct written *w, gimple *statement, struct writing *out);
/* Where the pointer VALUE points to in the object of W; false: elsewhere, for all that is known. */
bool points_into(struct written *w, tree value, struct reach *reach);

/* reaching.cc: what references and pointers reach of the object */
/* A reference as an offset, a width, and the steps of the indices that are not constant. */
struct parts {
	HOST_WIDE_INT bit, bits;
	HOST_WIDE_INT step[3], count[3]; /* bytes, and how often */
	unsigned n;
	tree base;
};

bool take_apart(tree reference, struct parts *p);
bool is_in_object(struct written *w, tree base, struct reach *r);
bool find_pointers(struct written *w);

struct writing new_writing(HOST_WIDE_INT size);
void free_writing(struct writing *w);
void forget_written(void);

/* leaks.cc */
bool hands_out(const struct lc_model *model, function *fun);
void find_leaks(struct analysis *a);
void forget_leaks(void);

#endif
