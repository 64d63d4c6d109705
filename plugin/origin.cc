/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Whose bytes a pointer points into.
 */
#include "across.h"
#include "attributes.h"

#define MAX_LEAVES 8
#define MAX_VISITS 96

/* An 8-bit integer, or an array of it. */
bool is_bytes(const_tree type)
{
	while (TREE_CODE(type) == ARRAY_TYPE)
		type = TREE_TYPE(type);
	return TREE_CODE(type) == INTEGER_TYPE && TYPE_PRECISION(type) == 8;
}

bool points_to_bytes(const_tree type)
{
	return POINTER_TYPE_P(type) && is_bytes(TREE_TYPE(type));
}

bool points_to_void(const_tree type)
{
	return POINTER_TYPE_P(type) && VOID_TYPE_P(TREE_TYPE(type));
}

bool points_to_record(const_tree type)
{
	return POINTER_TYPE_P(type) && RECORD_OR_UNION_TYPE_P(TREE_TYPE(type));
}

/* The model's word on the type that POINTER points to. */
static const struct lc_model_header *header_of(struct analysis *a, const_tree type)
{
	const char *name =
		points_to_record(type) ? type_name_of(TYPE_MAIN_VARIANT(TREE_TYPE(type))) : NULL;

	return name ? lc_model_find_header(a->model, name) : NULL;
}

/* The model's word on the pointer at REFERENCE, as a member of a record or of one around that. */
static const struct lc_model_pair *pair_of(struct analysis *a, tree reference)
{
	const struct lc_model_pair *pair = NULL;
	const char *path = NULL, *record;
	tree field;

	while (!pair && TREE_CODE(reference) == COMPONENT_REF) {
		field = TREE_OPERAND(reference, 1);
		if (DECL_NAME(field)) {
			const char *name = IDENTIFIER_POINTER(DECL_NAME(field));

			path = path ? lc_arena_printf(&a->unit->arena, "%s.%s", name, path) : name;
		}
		record = DECL_CONTEXT(field) && TYPE_P(DECL_CONTEXT(field)) ?
				 type_name_of(TYPE_MAIN_VARIANT(DECL_CONTEXT(field))) :
				 NULL;
		if (path && record)
			pair = lc_model_find_pair(a->model, record, path);
		reference = TREE_OPERAND(reference, 0);
	}
	return pair;
}

/* Is STATEMENT a call of an accessor? Then what it looks at is in *R, as far as that is known. */
static bool is_viewing_call(struct analysis *a, gimple *statement, struct root *r)
{
	const struct lc_model_accessor *accessor =
		is_gimple_call(statement) ? accessor_of_call(a, statement) : NULL;
	lc_term t;

	if (!accessor)
		return false;
	r->bytes = true;
	if (accessor->offset.n)
		r->load = reference_of_operand(a, statement, &accessor->pointer);
	t = r->load ? term_of_field_at(a, r->load, gimple_vuse(statement)) : 0;
	if (t) {
		r->pair = pair_of(a, r->load);
		r->start = lc_linear_term(t);
	} else {
		r->load = NULL_TREE;
		r->call = statement;
	}
	return true;
}

/* What the reference that ROOT is loaded from says of the bytes. */
void complete_load(struct analysis *a, struct root *r)
{
	r->pair = pair_of(a, r->load);
	/* h = s->data: the cast is in the load itself. */
	r->header = header_of(a, TREE_TYPE(r->load));
	r->bytes = points_to_bytes(TREE_TYPE(r->load)) || r->pair || r->header ||
		   (points_to_void(TREE_TYPE(r->load)) && end_of_cursor(r->load));
}

/* A pointer whose own definition says no more about where it comes from. */
static struct root leaf(struct analysis *a, tree name)
{
	gimple *statement = SSA_NAME_DEF_STMT(name);
	tree type = TREE_TYPE(name);
	struct root r = {};

	r.node = name;
	r.start = linear_of(a, name);
	r.bytes = points_to_bytes(type);
	if (SSA_NAME_IS_DEFAULT_DEF(name) || gimple_code(statement) == GIMPLE_PHI)
		r.header = header_of(a, type);
	if (SSA_NAME_IS_DEFAULT_DEF(name))
		r.bytes |= points_to_void(type) &&
			   (has_length_beside(a, name) || gets_bytes(a, name));
	else if (gimple_assign_load_p(statement)) {
		r.load = gimple_assign_rhs1(statement);
		r.at = statement;
		complete_load(a, &r);
		if (!r.pair)
			r.source = source_of_load(a, r.load, statement);
	} else if (is_viewing_call(a, statement, &r)) {
		r.at = statement;
	} else if (is_gimple_call(statement)) {
		r.call = statement;
		r.source = source_of_call(a, statement);
		if (r.source && r.source->pointer.what != LC_WHAT_RETURNED)
			r.source = NULL;
		if (!r.source)
			r.made = made_by_call(a, statement);
		r.bytes |= r.made && r.made->bytes;
		if (gimple_call_fntype(statement)) {
			tree returned = TREE_TYPE(gimple_call_fntype(statement));

			r.bytes |= points_to_bytes(returned);
			r.header = header_of(a, returned);
		}
	}
	r.bytes |= r.pair || r.source || r.header;
	return r;
}

/*
 * What REFERENCE is part of: an object, or a MEM_REF. Unlike get_base_address(),
 * which takes MEM[(u32 *)&bytes] for bytes.
 */
tree base_of(tree reference)
{
	while (handled_component_p(reference))
		reference = TREE_OPERAND(reference, 0);
	return reference;
}

/* The array of bytes that REFERENCE is in, or NULL: buf of buf[3], s->data of s->data[i]. */
static tree byte_array_of(tree reference)
{
	while (TREE_CODE(reference) == ARRAY_REF)
		reference = TREE_OPERAND(reference, 0);
	if (!is_bytes(TREE_TYPE(reference)))
		return NULL_TREE;
	/* A single byte is an object of one byte, unless it is part of something larger. */
	return TREE_CODE(TREE_TYPE(reference)) == ARRAY_TYPE || DECL_P(reference) ? reference :
										    NULL_TREE;
}

/* &REFERENCE: part of viewed bytes, an array of bytes of its own, or neither. */
struct root root_of_reference(struct analysis *a, tree reference)
{
	tree base = base_of(reference), array = byte_array_of(reference);
	struct root r = {};
	bool known;

	if (base && TREE_CODE(base) == MEM_REF) {
		tree pointer = TREE_OPERAND(base, 0);

		r = TREE_CODE(pointer) == ADDR_EXPR ?
			    root_of_reference(a, TREE_OPERAND(pointer, 0)) :
		    TREE_CODE(pointer) == SSA_NAME ? root_of(a, pointer) :
						     (struct root){};
		if (r.bytes)
			return r;
	}
	if (!array)
		return r;
	r = (struct root){};
	r.node = array;
	r.is_object = true;
	r.bytes = true;
	r.start = address_of_reference(a, array, &known);
	if (!known)
		r.start.valid = false;
	return r;
}

/* The pointer that an integer was made from, or NULL. */
static tree pointer_in_integer(tree name, unsigned depth)
{
	gimple *statement;
	tree found;

	if (TREE_CODE(name) != SSA_NAME || depth > 6)
		return NULL_TREE;
	if (POINTER_TYPE_P(TREE_TYPE(name)))
		return name;
	statement = SSA_NAME_DEF_STMT(name);
	if (!is_gimple_assign(statement) || gimple_assign_load_p(statement))
		return NULL_TREE;
	switch (gimple_assign_rhs_code(statement)) {
	case SSA_NAME:
	CASE_CONVERT:
		return pointer_in_integer(gimple_assign_rhs1(statement), depth + 1);
	case PLUS_EXPR:
		found = pointer_in_integer(gimple_assign_rhs1(statement), depth + 1);
		return found ? found : pointer_in_integer(gimple_assign_rhs2(statement), depth + 1);
	case MINUS_EXPR:
	case BIT_AND_EXPR:
		return pointer_in_integer(gimple_assign_rhs1(statement), depth + 1);
	default:
		return NULL_TREE;
	}
}

/* The argument of CALL that its result points into, at a known offset; or NULL. */
static tree argument_viewed(struct analysis *a, gimple *call)
{
	const struct lc_model_accessor *accessor = accessor_of_call(a, call);

	return accessor && accessor->offset.n && accessor->pointer.what == LC_WHAT_ARGUMENT &&
			       view_of_call(a, call).valid ?
		       gimple_call_arg(call, accessor->pointer.argument) :
		       NULL_TREE;
}

/* Walks back through copies, offsets and merges; collects where it ends. */
struct walk {
	hash_set<tree> seen;
	auto_vec<struct root> leaves;
	bool void_to_bytes = false; /* a pointer to void became a pointer to bytes on the way */
	bool failed = false;
	tree merge = NULL_TREE; /* the first PHI met */
	gimple *counted = NULL; /* what counts the bytes on the way */
};

static void walk_back(struct analysis *a, struct walk *w, tree pointer);

static bool walk_to_stores(struct analysis *a, struct walk *w, tree reference, tree memory);

/* Walks on from what CALL, which made memory what it is, stored at REFERENCE; false if not all is in sight. */
static bool walk_to_handed_out(struct analysis *a, struct walk *w, tree reference, gimple *call)
{
	auto_vec<struct root> views;
	auto_vec<tree> arguments;
	tree state;
	bool left;

	if (!handed_out_by_call(a, call, reference, &views, &arguments, &left))
		return false;
	if (left && !walk_to_stores(a, w, reference, gimple_vuse(call))) {
		/* What was never set is not read. */
		stored_at(a, reference, gimple_vuse(call), &state);
		if (!state || !SSA_NAME_IS_DEFAULT_DEF(state) || !VAR_P(base_of(reference)) ||
		    is_global_var(base_of(reference)))
			return false;
	}
	for (const struct root &view : views)
		w->leaves.safe_push(view);
	for (tree argument : arguments)
		walk_back(a, w, argument);
	return true;
}

/*
 * Walks on from what was stored at REFERENCE, by each way into the state that
 * memory is in; false if not all of it is in sight.
 */
static bool walk_to_stores(struct analysis *a, struct walk *w, tree reference, tree memory)
{
	tree state, stored = stored_at(a, reference, memory, &state);
	gimple *phi;
	auto_vec<tree> values;

	if (stored) {
		walk_back(a, w, stored);
		return true;
	}
	phi = state && !SSA_NAME_IS_DEFAULT_DEF(state) ? SSA_NAME_DEF_STMT(state) : NULL;
	if (phi && is_gimple_call(phi))
		return walk_to_handed_out(a, w, reference, phi);
	if (!phi || gimple_code(phi) != GIMPLE_PHI || TREE_CODE(base_of(reference)) != VAR_DECL)
		return false;
	/* A state that is on the way already brings nothing new. */
	for (unsigned i = 0; i < gimple_phi_num_args(phi); i++) {
		tree there;

		stored = stored_at(a, reference, gimple_phi_arg_def(phi, i), &there);
		if (stored)
			values.safe_push(stored);
		else if (there != state)
			return false;
	}
	for (tree value : values)
		walk_back(a, w, value);
	return true;
}

static void walk_back(struct analysis *a, struct walk *w, tree pointer)
{
	gimple *statement;
	tree rhs;

	while (!w->failed) {
		if (TREE_CODE(pointer) == ADDR_EXPR) {
			w->leaves.safe_push(root_of_reference(a, TREE_OPERAND(pointer, 0)));
			return;
		}
		if (TREE_CODE(pointer) == INTEGER_CST && integer_zerop(pointer))
			return; /* NULL adds nothing */
		if (TREE_CODE(pointer) != SSA_NAME) {
			w->failed = true;
			return;
		}
		if (w->seen.add(pointer))
			return;
		if (w->seen.elements() > MAX_VISITS || w->leaves.length() > MAX_LEAVES) {
			a->bounded |= w->seen.elements() > MAX_VISITS;
			w->failed = true;
			return;
		}
		a->work++;
		w->void_to_bytes |= points_to_bytes(TREE_TYPE(pointer));
		statement = SSA_NAME_DEF_STMT(pointer);
		if (SSA_NAME_IS_DEFAULT_DEF(pointer) || !statement) {
			/* One past the last byte is of the bytes that it stands behind. */
			rhs = start_of_end(a, pointer);
			if (rhs)
				pointer = rhs;
			break;
		}
		if (gimple_code(statement) == GIMPLE_PHI) {
			if (!w->merge)
				w->merge = pointer;
			for (unsigned i = 0; i < gimple_phi_num_args(statement); i++)
				walk_back(a, w, gimple_phi_arg_def(statement, i));
			return;
		}
		if (is_gimple_call(statement)) {
			auto_vec<struct root> views;
			auto_vec<tree> arguments;
			tree count;

			rhs = lc_counted_pointer(statement, &count);
			if (rhs)
				w->counted = statement;
			else
				rhs = argument_viewed(a, statement);
			if (rhs) {
				pointer = rhs;
				continue;
			}
			if (!views_of_call(a, statement, &views, &arguments))
				break;
			for (const struct root &view : views)
				w->leaves.safe_push(view);
			for (tree argument : arguments)
				walk_back(a, w, argument);
			return;
		}
		if (!is_gimple_assign(statement))
			break;
		rhs = gimple_assign_rhs1(statement);
		if (gimple_assign_load_p(statement)) {
			if (pair_of(a, rhs) || !walk_to_stores(a, w, rhs, gimple_vuse(statement)))
				break;
			return;
		}
		switch (gimple_assign_rhs_code(statement)) {
		CASE_CONVERT:
			if (INTEGRAL_TYPE_P(TREE_TYPE(rhs)))
				rhs = pointer_in_integer(rhs, 0);
			if (!rhs) {
				w->failed = true;
				return;
			}
			break;
		case SSA_NAME:
		case POINTER_PLUS_EXPR:
		case BIT_AND_EXPR: /* aligned down */
		case ADDR_EXPR:
		case INTEGER_CST:
			break;
		default:
			w->failed = true;
			return;
		}
		pointer = rhs;
	}
	if (!w->failed)
		w->leaves.safe_push(leaf(a, pointer));
}

static struct root compute(struct analysis *a, tree pointer)
{
	struct walk w;
	struct root r = {}, *ways;
	bool same = true, bytes = true;

	walk_back(a, &w, pointer);
	if (w.failed || w.leaves.is_empty())
		return r;
	for (unsigned i = 0; i < w.leaves.length(); i++) {
		bytes &= w.leaves[i].bytes;
		same &= w.leaves[i].start.valid &&
			lc_linear_equal(&w.leaves[i].start, &w.leaves[0].start);
	}
	if (same || w.leaves.length() == 1) {
		r = w.leaves[0];
		if (w.void_to_bytes && r.node && TREE_CODE(r.node) == SSA_NAME &&
		    points_to_void(TREE_TYPE(r.node)))
			r.bytes = true;
		if (w.counted)
			complete_counted(a, &r, w.counted);
		return r;
	}
	if (!w.merge)
		return TREE_CODE(pointer) == SSA_NAME ? leaf(a, pointer) : r;
	/* Bytes of different buffers meet here. */
	ways = (struct root *)lc_arena_alloc(&a->unit->arena, w.leaves.length() * sizeof(*ways));
	if (ways) {
		for (unsigned i = 0; i < w.leaves.length(); i++)
			ways[i] = w.leaves[i];
		r.ways = ways;
		r.n_ways = w.leaves.length();
	}
	r.node = w.merge;
	r.bytes = bytes;
	r.start = lc_linear_term(term_of_ssa(a, w.merge));
	return r;
}

struct root root_of(struct analysis *a, tree pointer)
{
	struct root **slot, *kept, r = {};

	if (TREE_CODE(pointer) == ADDR_EXPR)
		return root_of_reference(a, TREE_OPERAND(pointer, 0));
	if (TREE_CODE(pointer) != SSA_NAME)
		return r;
	slot = a->roots->get(pointer);
	if (slot)
		return *slot ? **slot : r;
	a->roots->put(pointer, NULL);
	r = compute(a, pointer);
	kept = (struct root *)lc_arena_alloc(&a->unit->arena, sizeof(*kept));
	if (kept) {
		*kept = r;
		a->roots->put(pointer, kept);
	}
	return r;
}
