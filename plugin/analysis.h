/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The analysis of one function in SSA form: what its files share.
 *
 * terms.cc turns SSA names into linear expressions over terms, memory.cc says
 * what loads are equal or were stored in sight, constants.cc what const tables
 * hold, origin.cc whose bytes a pointer points into; conditions.cc,
 * definitions.cc, extent.cc and length_beside.cc state facts, facts.cc gathers
 * those that hold at a point, joins.cc those of the ways there; conversions.cc
 * finds the conversions, and accesses.cc their accesses.
 */
#ifndef LC_ANALYSIS_H
#define LC_ANALYSIS_H

#include "gcc-common.h"

#include "conversion.h"
#include "linear.h"
#include "model.h"
#include "need.h"
#include "prove.h"
#include "unit.h"

enum term_kind {
	TERM_SSA, /* the value of an SSA name */
	TERM_LOAD, /* what memory held at an address, before a store could change it */
	TERM_UNREAD, /* the value of a parameter that nothing reads */
	TERM_ADDRESS, /* the address of an object or a member */
	TERM_END, /* one past the last byte of what a root points to */
	TERM_TURNS, /* how often a loop has stepped the value merged at its head */
	TERM_ELSEWHERE, /* a value inside a function that is called: nothing more is known of it */
	TERM_PRODUCT, /* of two values, without wrapping */
	TERM_QUOTIENT, /* an SSA name, worked out with a mask or as a remainder, speaks of multiples of it */
};

struct root;
struct assuring;

/* One opaque term of the linear expressions. */
struct term {
	enum term_kind kind;
	tree node; /* SSA name, reference, or object */
	/* TERM_LOAD: what memory at ADDRESS held in state MEMORY. TERM_END: where its bytes start. */
	struct lc_linear address;
	HOST_WIDE_INT size; /* bytes */
	tree memory; /* virtual operand */
	const struct root *root; /* TERM_END: whose bytes they are */
	lc_term factors[2]; /* TERM_PRODUCT, ascending */
	bool defined; /* its definition's facts were made */
	bool provisional; /* … in the midst of another's, so that some may be missing */
	bool unwrapping; /* being looked at for having wrapped */
	auto_vec<lc_fact *> *facts; /* what holds of it wherever it is; NULL: nothing yet */
};

/* How many bytes a function of the unit hands out that it got from a call. */
struct made {
	struct lc_linear size; /* invalid: not known */
	/* What may not be less than 0 for that: else what was asked for has wrapped; invalid: nothing. */
	struct lc_linear room;
	bool exact; /* and no more */
	bool bytes; /* it is bytes, by the model */
};

/* Whose bytes a pointer points into. */
struct root {
	struct lc_linear start; /* the address where counting starts; invalid: none known */
	tree node; /* SSA name, or the object's tree */
	gimple *call; /* the call that returned it, or NULL */
	tree load; /* the reference it was loaded from, or NULL */
	gimple *at; /* the statement that loads it, or a call that does so inside */
	bool is_object; /* the address of a declared object or member */
	bool bytes; /* it is bytes by its type, or by the model */
	gimple *counted; /* the statement by which a member counts them: attribute counted_by */
	const struct made *made; /* the call hands out what it got from another inside */
	const struct lc_model_source *source; /* how the call hands out bytes */
	const struct lc_model_pair *pair; /* the struct that holds pointer and length */
	const struct lc_model_header *header;
	const struct root *ways; /* bytes of different buffers meet here: each of them */
	unsigned n_ways;
};

/* A place at which facts are asked for. */
struct point {
	basic_block block;
	gimple *statement; /* NULL: the end of the block */
};

struct analysis {
	struct lc_unit *unit;
	const struct lc_model *model;
	function *fun;
	gimple_ranger *ranger; /* NULL: not asked for yet, see range_at() */
	auto_vec<struct term> terms; /* index: lc_term; 0 unused */
	hash_map<tree, lc_linear *> *linear; /* by SSA name */
	hash_map<tree, struct root *> *roots; /* by SSA name */
	auto_vec<struct point> points;
	auto_vec<auto_vec<lc_fact *> *> guards; /* by block index; NULL: not made */
	struct own_objects *own; /* NULL: not asked for yet */
	auto_vec<struct assuring *>
		*assuring; /* calls after which something holds; NULL: not looked for yet */
	auto_vec<struct speakers *> speakers; /* see speakers.h */
	struct alignments *alignments; /* tests of alignment; NULL: not looked for yet */
	auto_vec<tree> written,
		unwritten; /* members that are lengths, by whether the function stores to them */
	struct lc_flow flow;
	hash_map<gimple *, struct call_answers *>
		*answers; /* what calls in the unit answer: summary.cc */
	unsigned depth; /* of linear_of() */
	unsigned defining; /* definitions in the making, one inside the other */
	unsigned work; /* statements and facts looked at */
	bool exhausted; /* the bound on work was reached: what follows is open */
	bool bounded; /* some search was cut short */
	bool had_dominators; /* before the analysis began */
};

/* Work allowed for one function. */
#define ANALYSIS_WORK 1600000u

/* terms.cc */
struct lc_linear linear_of(struct analysis *a, tree value);
struct lc_linear linear_combination(struct analysis *a, enum tree_code code, tree left, tree right);
struct lc_linear linear_of_offset(struct analysis *a, tree offset);
struct lc_linear unwrapped(struct analysis *a, tree name, struct lc_linear *wraps);
lc_term term_of_ssa(struct analysis *a, tree name);
lc_term term_of_unread(struct analysis *a, tree parameter);
lc_term term_of_address(struct analysis *a, tree object);
lc_term new_term(struct analysis *a, enum term_kind kind, tree node);
lc_term term_of_end(struct analysis *a, const struct root *root);
lc_term term_of_turns(struct analysis *a, tree name);
bool holds_at(struct analysis *a, const struct lc_linear *goal, gimple *statement);

/* hidden.cc */
tree hidden_by_asm(gimple *statement, tree value);
tree hidden_in_asm(gimple *statement, tree value);

/* ranges.cc */
bool type_bounds(tree type, HOST_WIDE_INT *low, HOST_WIDE_INT *high);
bool bounds_by_definition(void *context, lc_term t, int64_t *low, int64_t *high);
bool range_at(struct analysis *a, tree name, gimple *statement, lc_range &range);
lc_term term_of_elsewhere(struct analysis *a);
lc_term term_of_known_load(struct analysis *a, const struct lc_linear *address, HOST_WIDE_INT size,
			   tree memory);
tree state_of(struct analysis *a, tree reference, tree memory);
bool value_range_at(struct analysis *a, tree name, gimple *statement, HOST_WIDE_INT *low,
		    HOST_WIDE_INT *high);
bool low_at(struct analysis *a, tree value, gimple *statement, HOST_WIDE_INT *low);
bool ranges_within(struct analysis *a, enum tree_code code, tree left, tree right, tree type,
		   gimple *statement);

/* products.cc */
struct lc_linear linear_product(struct analysis *a, const struct lc_linear *one,
				const struct lc_linear *two);
void facts_of_product(struct analysis *a, auto_vec<lc_fact *> *facts, lc_term t, gimple *statement);
void define_by_product(struct analysis *a, auto_vec<lc_fact *> *facts, tree name, tree left,
		       tree right, gimple *statement);
void multiply_facts(struct analysis *a, const auto_vec<lc_term> *reached,
		    const struct lc_fact *const *known, size_t n, gimple *statement,
		    auto_vec<lc_fact *> *more);

/* reference.cc */
struct lc_linear address_of_reference(struct analysis *a, tree reference, bool *known);

/* memory.cc */
tree state_of(struct analysis *a, tree reference, tree memory);
lc_term term_of_load(struct analysis *a, tree reference, gimple *statement);
lc_term term_of_field_at(struct analysis *a, tree reference, tree memory);
struct lc_linear value_of_load(struct analysis *a, tree reference, gimple *statement);
struct lc_linear value_of_memory(struct analysis *a, tree reference, tree memory);
tree stored_at(struct analysis *a, tree reference, tree memory, tree *state);
bool is_read_as_const(tree reference);
basic_block merge_of_term(struct analysis *a, lc_term t);
struct lc_linear value_on_edge(struct analysis *a, lc_term t, unsigned i);

/* own_objects.cc */
bool cannot_reach(struct analysis *a, gimple *statement, tree reference);
void free_own_objects(struct analysis *a);

/* origin.cc */
tree base_of(tree reference);
void complete_load(struct analysis *a, struct root *r);
struct root root_of(struct analysis *a, tree pointer);
struct root root_of_reference(struct analysis *a, tree reference);
bool is_bytes(const_tree type);
bool points_to_bytes(const_tree type);
bool points_to_void(const_tree type);
bool points_to_record(const_tree type);

/* alignment.cc */
struct lc_alignment alignment_of(struct analysis *a, tree reference,
				 const struct lc_linear *address, gimple *statement,
				 uint64_t needed);

/* facts.cc */
unsigned point_at_end(struct analysis *a, basic_block block);
unsigned point_at(struct analysis *a, gimple *statement);
size_t facts_at(void *context, unsigned point, const struct lc_linear *goal,
		const struct lc_fact **facts, size_t max);
lc_fact *new_fact(struct analysis *a, enum lc_fact_kind kind, struct lc_linear nonnegative,
		  location_t where, const char *reason);
void add_fact(struct analysis *a, auto_vec<lc_fact *> *facts, enum lc_fact_kind kind,
	      struct lc_linear nonnegative, location_t where, const char *reason,
	      const char *assumes);
void add_equal(struct analysis *a, auto_vec<lc_fact *> *facts, enum lc_fact_kind kind,
	       struct lc_linear difference, location_t where, const char *reason,
	       const char *assumes);

bool bear_on(struct analysis *a, const struct lc_linear *goal, const struct lc_fact *const *known,
	     size_t n_known, const auto_vec<lc_fact *> *facts);

/* joins.cc */
unsigned join_worth_splitting(void *context, unsigned point, const struct lc_linear *goal,
			      const struct lc_fact *const *known, size_t n_known, unsigned *join);
unsigned join_above(void *context, unsigned point, unsigned *join);
unsigned join_or_loop_above(void *context, unsigned point, unsigned *join);
bool edge_possible(void *context, unsigned point, unsigned join, unsigned i);
size_t edge_into(void *context, unsigned join, unsigned i, unsigned *point,
		 const struct lc_fact **facts, size_t max);

/* model_calls.cc: what the model says of a call, or NULL */
const struct lc_model_guard *guard_of_call(struct analysis *a, gimple *call);
const struct lc_model_move *move_of_call(struct analysis *a, gimple *call);
const struct lc_model_source *source_of_call(struct analysis *a, gimple *call);
const struct lc_model_accessor *accessor_of_call(struct analysis *a, gimple *call);
const struct lc_model_fill *fill_of_call(struct analysis *a, gimple *call);
const struct lc_model_allocator *allocator_of_call(struct analysis *a, gimple *call);
bool leaves_unwritten(const struct lc_model_allocator *allocator, gimple *call);
const struct lc_model_sink *sink_of_call(struct analysis *a, gimple *call);
const struct lc_model_idiom *idiom_of_call(struct analysis *a, gimple *call);
const struct lc_model_copy *copy_of_call(struct analysis *a, gimple *call);
tree reference_of_operand(struct analysis *a, gimple *call, const struct lc_model_operand *operand);
struct lc_linear amount_of_call(struct analysis *a, gimple *call,
				const struct lc_model_amount *amount);
const char *text_of_amount(struct analysis *a, gimple *call, const struct lc_model_amount *amount);
bool tells_filled(struct analysis *a, const struct lc_model_fill *fill, gimple *call);
bool length_before_trim(struct analysis *a, lc_term t, struct lc_linear *before);
struct lc_linear view_of_call(struct analysis *a, gimple *call);
const struct lc_model_source *source_of_load(struct analysis *a, tree reference, gimple *statement);
#define OUTCOME_ANY (1u << LC_WHEN_ALWAYS) /* whatever it returned */
void add_outcome(struct analysis *a, auto_vec<lc_fact *> *facts, gimple *call, unsigned outcome);
unsigned outcomes_of(tree value, enum tree_code code, tree bound);

/* assured.cc: calls that do not return, or only if what they compare holds */
struct assuring {
	gimple *call;
	auto_vec<lc_fact *> facts;
};
bool comes_to_nothing(basic_block block);
const auto_vec<struct assuring *> *assuring_calls(struct analysis *a);
void free_assuring(struct analysis *a);

/* conditions.cc */
void facts_of_comparison(struct analysis *a, auto_vec<lc_fact *> *facts, tree left,
			 enum tree_code code, tree right, location_t where);
edge only_way_into(basic_block block);
auto_vec<lc_fact *> *guards_at(struct analysis *a, basic_block block);
void facts_of_edge(struct analysis *a, edge e, auto_vec<lc_fact *> *facts, unsigned depth);
void facts_of_truth(struct analysis *a, tree value, bool truth, auto_vec<lc_fact *> *facts);

/* combined.cc */
void add_members_compared(struct analysis *a, auto_vec<lc_fact *> *facts, tree left, tree right,
			  location_t where);

/* constants.cc */
bool bounds_in_const(tree reference, HOST_WIDE_INT *low, HOST_WIDE_INT *high);

/* loops.cc: what the loop at HEAD keeps of T, or of ONE and TWO */
void keep_within(struct analysis *a, auto_vec<lc_fact *> *facts, basic_block head, lc_term t);
void keep_ratio(struct analysis *a, auto_vec<lc_fact *> *facts, basic_block head, lc_term one,
		lc_term two);

/* definitions.cc */
void define_term(struct analysis *a, lc_term term);

/* extent.cc */
void define_end(struct analysis *a, lc_term end, const struct root *root);
bool may_go_on(tree array);
struct lc_linear bytes_asked_for(struct analysis *a, gimple *call);
struct lc_linear argument_of(struct analysis *a, gimple *call, int index);

/* length_beside.cc */
const struct lc_length *length_of(struct analysis *a, const struct root *root);
bool least_of(struct analysis *a, const struct root *root, struct lc_length *least, bool *exact);
tree length_parameter_in(struct analysis *a, tree function, tree parameter);
tree length_parameter_of(struct analysis *a, const struct root *root);
tree end_of_cursor(tree load);
bool is_length_of_some(struct analysis *a, tree name);
tree start_of_end(struct analysis *a, tree end);
bool has_length_beside(struct analysis *a, tree parameter);

/* asked_for.cc */
bool may_fill(struct analysis *a, gimple *call, const struct root *root,
	      const struct lc_linear *size);
const struct lc_length *length_asked_for(struct analysis *a, const struct root *root,
					 gimple *access);

/* headers.cc */
void define_header(struct analysis *a, auto_vec<lc_fact *> *facts, const struct root *root,
		   struct lc_linear extent);
const struct lc_length *length_in_header(struct analysis *a, const struct root *root);
bool is_length_in_header(struct analysis *a, tree reference);

/* filled.cc */
void limit_to_filled(struct analysis *a, const struct root *root, tree reference, gimple *statement,
		     struct lc_need *need);

/* members.cc */
tree field_named(tree record, const char *name);
tree field_reference(struct analysis *a, tree pointer, const char *path);
tree path_reference(tree reference, const char *path);
tree pair_reference(const struct root *root, const char *path);
struct lc_linear amount_of_members(struct analysis *a, tree record,
				   const struct lc_model_amount *amount, tree memory);
const char *text_of_members(struct lc_arena *arena, const char *member,
			    const struct lc_model_amount *amount);

/* callers.cc */
bool callers_may_compare(struct analysis *a, tree function, tree parameter, tree field, bool paired,
			 unsigned depth, gimple **call);
bool a_caller_compares(struct analysis *a, tree function, tree field);

/* made.cc: how many bytes CALL hands out, as its function got them; NULL if that is not known */
const struct made *made_by_call(struct analysis *a, gimple *call);

/* handed.cc: does every call of the function hand over bytes at the void pointer NAME? */
bool gets_bytes(struct analysis *a, tree name);
void forget_handed(void);

/* tainted.cc */
bool is_called_from_outside(const struct lc_model *model, tree function);

/* speakers.cc */
void free_speakers(struct analysis *a);

/* lengths_own.cc */
bool holds_pointers(const_tree type, unsigned depth);

/* speak.cc */
void decide_to_speak(struct analysis *a, gimple *access, bool write, tree view,
		     const struct root *root, struct lc_need *need);
tree parameter_behind(tree pointer);
bool is_kept(struct analysis *a, const struct root *root);
bool may_cover(struct analysis *a, basic_block guard, basic_block access);
bool may_precede(gimple *statement, gimple *access);

/* registers.cc: mappings of registers in FUN, and the accesses to them */
void find_registers(struct lc_unit *unit, const struct lc_model *model, function *fun);

/* aliasing.cc: declared objects of FUN that are accessed as another type */
void find_retyped(struct lc_unit *unit, function *fun);

/* conversions.cc */
const char *name_of_root(struct analysis *a, const struct root *root);
void find_conversions(struct analysis *a);

/* describe.cc */
const char *describe(struct lc_arena *arena, tree value);
const char *describe_type(struct lc_arena *arena, tree type);
const char *type_name_of(const_tree type);
const char *called_name(gimple *statement);

/* suppress.cc: the suppressions that attributes of TYPE state for CONVERSION */
void allow_by_type(struct lc_unit *unit, tree type, struct lc_allowances *allowed);

/* place.cc */
struct lc_place place_of(struct lc_unit *unit, location_t where);

/* looked_at.cc: was the result of the helper behind ROOT compared with NULL before STATEMENT? */
bool is_looked_at(struct analysis *a, const struct root *root, gimple *statement);

/* contract.cc: the contracts that TYPE claims, and what follows from them */
unsigned claims_of_type(tree type);

/* layout.cc: the name of a type, and the types of the unit's conversions, judged */
tree named_variant(tree type);
struct lc_place place_of_type(struct lc_unit *unit, tree type);
const struct lc_type *describe_layout(struct lc_unit *unit, const struct lc_model *model,
				      tree type);
void state_layouts(struct lc_unit *unit, const struct lc_model *model);
/* layout_asked.cc: the types that are asked for by name, one after the other; then NULL. */
tree next_asked(struct lc_unit *unit, bool first);

/* stored_text.cc */
bool stored_by_call(struct lc_unit *unit, gimple *store, bool constant);

/* byte_order.cc: what the unit does with the values of fields */
void note_number(struct lc_unit *unit, const struct lc_model *model,
		 const struct lc_conversion *through, gimple *load, tree reference);
void note_number_stored(struct lc_unit *unit, const struct lc_model *model,
			const struct lc_conversion *through, gimple *store, tree reference);
void find_turned(struct lc_unit *unit, const struct lc_model *model,
		 const vec<cgraph_node *> &nodes);
const struct lc_use *uses_of_field(tree field);
void forget_uses_of_fields(void);

/* flow.cc */
void begin_analysis(struct analysis *a, struct lc_unit *unit, const struct lc_model *model,
		    function *fun);
void end_analysis(struct analysis *a);
bool has_body_in_ssa(tree function);
bool is_under_analysis(const function *fun);
void analyse_function(struct lc_unit *unit, const struct lc_model *model, function *fun);

#endif
