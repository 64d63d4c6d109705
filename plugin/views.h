/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Finding the views of a function: what is shared by who looks for the casts
 * and who looks for the accesses.
 */
#ifndef LC_VIEWS_H
#define LC_VIEWS_H

#include "across.h"

/* A conversion in the making. */
struct found {
	struct lc_conversion *conversion;
	struct root root;
	tree view; /* what the bytes are viewed as */
	struct lc_linear begins; /* the address of the view */
	gimple *cast;
	bool returned; /* handed to the caller */
	bool in_access; /* the cast stands in an access: what that loads is no view */
};

struct finder {
	struct analysis *a;
	hash_map<gimple *, struct found *> casts; /* by the statement of the cast */
	auto_vec<struct found *> all;
	gimple *statement = NULL; /* under inspection */
};

/* conversions.cc */
bool is_target(tree type);
struct found *add_conversion(struct finder *f, gimple *statement, tree type,
			     struct lc_linear begins, const struct root *root);
enum lc_domain domain_of_root(const struct root *root);
struct found *conversion_of(struct finder *f, tree pointer, unsigned depth);

/* accesses.cc */
void add_access(struct finder *f, struct found *found, gimple *statement, const char *what,
		tree reference, bool write, struct lc_linear address, struct lc_linear size,
		uint64_t alignment);
void add_handed_on(struct finder *f, struct found *found, gimple *statement, tree pointer,
		   tree type);
bool on_load_through_view(gimple *statement, tree whole, tree reference, void *finder);
bool on_store_through_view(gimple *statement, tree whole, tree reference, void *finder);
bool copies_through(struct finder *f, gimple *call, bool reads_spoken_of);
void look_for_declared_accesses(struct finder *f, gimple *call);

/* puns.cc */
bool fills_union(const struct lc_model *model, function *fun);
void find_puns(struct finder *f);

/* copied_in.cc */
bool copies_in(const struct lc_model *model, function *fun);
bool is_folded_copy(gimple *statement, tree *from, tree *to);
bool copies_into_record(struct analysis *a, gimple *statement, tree *from, tree *to);
bool look_for_copy_in(struct finder *f, gimple *statement);

#endif
