/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Lengths that stand in the bytes themselves: where they are read, what is
 * worked out from them, and what they say the reach of.
 */
#ifndef LC_LENGTHS_H
#define LC_LENGTHS_H

#include "analysis.h"

/* A value that is read out of bytes; or a walk that steps by one. */
struct length_source {
	tree value; /* SSA name */
	tree reference; /* what is loaded, or NULL */
	tree pointer; /* of a call that reads through a pointer: that pointer */
	bool amount; /* it is no part of the bytes, but says how many have come */
	bool argument; /* it is a parameter whose values come from outside */
	bool capped; /* the lesser of it and something else, as signed numbers: it may only be below 0 */
	int steps_by; /* of a walk: the source that it steps by; else -1 */
	edge back; /* of a walk: the way back on which it steps */
};

/* Where a value out of bytes says how far something reaches. */
struct length_use {
	gimple *statement;
	tree reference; /* what is accessed, or NULL: what a call accesses */
	bool write;
	unsigned argument; /* of a call: the pointer */
	const struct lc_model_amount *bytes; /* … and how many there */
};

/* A branch that compares what is worked out from a value out of bytes. */
struct length_condition {
	gimple *branch; /* at the end of its block */
	tree left, right;
	unsigned source;
};

/* A call that has filled bytes from outside. */
struct length_fill {
	gimple *call;
	tree buffer; /* the pointer that it got */
	tree object; /* the declared object that this points into, or NULL */
};

struct lengths {
	hash_map<tree, unsigned> of; /* by SSA name: its source */
	auto_vec<struct length_source> sources;
	hash_set<tree> counters; /* what steps through a loop as often as a source says */
	auto_vec<struct length_fill> fills;
	auto_vec<struct length_use> uses;
	auto_vec<struct length_condition> conditions;
	auto_vec<gimple *> takers; /* calls that get such a value */
};

/* length_sources.cc */
bool reads_lengths(const struct lc_model *model, function *fun);
bool loads_out_of_bytes(gimple *statement);
tree read_by_call(gimple *call);
bool swaps_bytes(gimple *call);
bool has_wire_type(const_tree reference);

/* received.cc: what calls have filled from outside */
bool fills_from_outside(const struct lc_model *model, gimple *statement);
void find_fills(struct analysis *a, struct lengths *l);
bool loads_what_was_filled(struct analysis *a, const struct lengths *l, gimple *statement,
			   tree *stored);
bool loads_amount_received(const struct lc_model *model, gimple *statement);
bool is_filled_before(struct analysis *a, const struct lengths *l, gimple *load,
		      const struct root *root);
tree object_read(tree reference);

/* untrusted.cc: follows values through a function, whose dominators are there. */
void follow_lengths(struct analysis *a, struct lengths *l);
bool is_source(const struct lengths *l, tree value, unsigned *source);
bool is_same_pointer(tree one, tree two);
bool is_same_source(const struct lengths *l, unsigned one, unsigned two);
bool is_part_of(const struct lengths *l, unsigned value, unsigned source);
bool is_counted(const struct lengths *l, gimple *use);
bool is_worked_out_from(const struct lengths *l, tree value, unsigned source, unsigned depth);

/* accessed.cc */
void accessed_by_call(struct analysis *a, gimple *call, auto_vec<struct length_use> *uses);
HOST_WIDE_INT constant_amount(gimple *call, const struct lc_model_amount *amount);
unsigned sizes_of_use(const struct length_use *use, tree sizes[2]);
const char *text_of_access(struct analysis *a, const struct length_use *use);

/* handed_on.cc */
void handed_on_uses(struct analysis *a, gimple *call, auto_vec<struct length_use> *uses);

/* unheeded.cc */
bool is_unheeded(const struct lc_need *need, lc_term t);

/* capped.cc */
bool is_signed_lesser(gphi *phi, tree name);
bool only_caps(gimple *branch);

/* length_sums.cc */
struct lc_linear sum_behind(struct analysis *a, tree value, tree other, lc_term *sum);

struct lc_linear before_narrowing(struct analysis *a, tree value);

/* length_sizes.cc */
struct lc_linear meant_as_size(struct analysis *a, tree size);

/* lengths_speak.cc */
const char *why_silent_about(struct analysis *a, const struct lengths *l, gimple *use,
			     unsigned source, struct lc_need *need);
bool comes_from_outside(struct analysis *a, const struct lengths *l, unsigned source);
const char *why_it_ends(struct analysis *a, const struct lengths *l, unsigned walk);

/* length_ways.cc */
const struct lc_flow *flow_of_length(struct analysis *a, const struct lengths *l,
				     const struct lc_linear *reach);

/* lengths_own.cc */
bool is_written_here(struct analysis *a, const struct lengths *l, const struct length_source *s);
bool is_member_kept(const struct root *root);
bool is_taken_off(const struct lengths *l, tree value, unsigned walk);
bool is_distance(const struct lengths *l, tree value, unsigned walk);
bool is_first_member(tree object);
struct root root_moved_from(struct analysis *a, tree pointer);
bool may_be_compared_by_layer(struct analysis *a, const struct root *root);

/* length_place.cc */
struct root root_of_read(struct analysis *a, const struct length_source *s);
bool place_of_use(struct analysis *a, const struct lengths *l, const struct length_use *use,
		  struct root *root, struct lc_linear *address, struct lc_linear *size,
		  const char **what);

/* lengths.cc: the uses as entries of the ledger. */
void find_lengths(struct analysis *a, const struct lengths *l);

#endif
