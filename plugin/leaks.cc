/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Objects of a function that leave by a call, as a whole or in part: which
 * bytes of them nobody has written before. Only functions that call a sink of
 * the model, or a function of the unit that hands its parameter to one, are
 * looked at.
 */
#include "lengths.h"
#include "written.h"

#include "leaving.h"

#define MOST_DEPTH 3
#define MOST_STEPS 32

/* What a parameter of a function of the unit points to leaves from inside of it. */
struct outlet {
	unsigned parameter; /* 0-based */
	HOST_WIDE_INT first, end; /* bytes of what it points to; END below 0: not known */
	const char *by; /* the function called there */
	enum lc_conversion_kind kind; /* LC_COPY_OUT; LC_COMPARE: the bytes are compared or hashed */
	enum lc_model_exit leaves;
	struct writing before; /* what the function has written by then */
};

struct outlets {
	auto_vec<struct outlet> all;
};

/* By function; NULL: in the making, or nothing leaves. */
static hash_map<tree, struct outlets *> *known;

static bool compares(const struct lc_model_copy *copy)
{
	return copy && copy->compares.what == LC_WHAT_ARGUMENT;
}

static bool lets_out(const struct lc_model *model, gimple *call)
{
	struct analysis a = {};

	a.model = model;
	return sink_of_call(&a, call) || compares(copy_of_call(&a, call));
}

/* Does FUN call a sink, or what does so? */
static bool reaches_sink(const struct lc_model *model, function *fun, unsigned depth)
{
	static hash_map<tree, bool> *answers;
	bool *there, found = false;
	basic_block block;

	if (!answers)
		answers = new hash_map<tree, bool>();
	there = answers->get(fun->decl);
	if (there)
		return *there;
	answers->put(fun->decl, false);
	FOR_EACH_BB_FN(block, fun)
		for (gimple_stmt_iterator i = gsi_start_bb(block); !gsi_end_p(i) && !found;
		     gsi_next(&i)) {
			gimple *call = gsi_stmt(i);
			tree callee = is_gimple_call(call) ? gimple_call_fndecl(call) : NULL_TREE;

			if (callee)
				found = lets_out(model, call) ||
					(depth < MOST_DEPTH && has_body_in_ssa(callee) &&
					 reaches_sink(model, DECL_STRUCT_FUNCTION(callee),
						      depth + 1));
		}
	answers->put(fun->decl, found);
	return found;
}

bool hands_out(const struct lc_model *model, function *fun)
{
	return reaches_sink(model, fun, 0);
}

/*
 * What POINTER points into: a variable, a parameter's or a call's SSA name; *OFFSET, in bytes, where.
 * NULL if that is not known.
 */
static tree object_of(tree pointer, HOST_WIDE_INT *offset)
{
	*offset = 0;
	for (unsigned i = 0; i < MOST_STEPS; i++) {
		gimple *statement;
		tree rhs;

		if (TREE_CODE(pointer) == ADDR_EXPR) {
			poly_int64 bytes;
			tree base = get_addr_base_and_unit_offset(TREE_OPERAND(pointer, 0), &bytes);

			if (!base || !bytes.is_constant())
				return NULL_TREE;
			*offset += bytes.to_constant();
			if (VAR_P(base))
				return base;
			if (TREE_CODE(base) != MEM_REF)
				return NULL_TREE;
			if (tree_fits_shwi_p(TREE_OPERAND(base, 1)))
				*offset += tree_to_shwi(TREE_OPERAND(base, 1));
			pointer = TREE_OPERAND(base, 0);
			continue;
		}
		if (TREE_CODE(pointer) != SSA_NAME)
			return NULL_TREE;
		if (SSA_NAME_IS_DEFAULT_DEF(pointer))
			return pointer;
		statement = SSA_NAME_DEF_STMT(pointer);
		if (is_gimple_call(statement))
			return pointer;
		if (!is_gimple_assign(statement) || gimple_assign_load_p(statement))
			return NULL_TREE;
		rhs = gimple_assign_rhs1(statement);
		if (!POINTER_TYPE_P(TREE_TYPE(rhs)))
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
		pointer = rhs;
	}
	return NULL_TREE;
}

/* The number of the parameter of FUN whose value on entry NAME is, or -1. */
static int parameter_number(function *fun, tree name)
{
	int n = 0;

	if (TREE_CODE(name) != SSA_NAME || !SSA_NAME_IS_DEFAULT_DEF(name) || !SSA_NAME_VAR(name))
		return -1;
	for (tree each = DECL_ARGUMENTS(fun->decl); each; each = DECL_CHAIN(each), n++)
		if (each == SSA_NAME_VAR(name))
			return n;
	return -1;
}

/* One call by which bytes of what a pointer points to leave. */
typedef void on_outlet(struct analysis *a, function *fun, gimple *call, tree pointer,
		       const struct outlet *outlet, void *data);

static const struct outlets *outlets_of(struct analysis *a, tree function, unsigned depth);

/* Tells FOUND of the bytes at POINTER, an argument of CALL. */
static void tell(struct analysis *a, function *fun, gimple *call,
		 const struct lc_model_operand *pointer, const struct lc_model_amount *bytes,
		 struct outlet *outlet, on_outlet *found, void *data)
{
	if (pointer->what != LC_WHAT_ARGUMENT)
		return;
	outlet->end = constant_amount(call, bytes);
	found(a, fun, call, gimple_call_arg(call, pointer->argument), outlet, data);
}

/* Tells FOUND of each pointer by which CALL, in FUN, lets bytes out. */
static void look_at_call(struct analysis *a, function *fun, gimple *call, unsigned depth,
			 on_outlet *found, void *data)
{
	const struct lc_model_sink *sink = sink_of_call(a, call);
	const struct lc_model_copy *copy = sink ? NULL : copy_of_call(a, call);
	tree callee = gimple_call_fndecl(call);
	const struct outlets *inside;
	struct outlet outlet = {};

	if (sink) {
		outlet.by = sink->function;
		outlet.kind = LC_COPY_OUT;
		outlet.leaves = sink->leaves;
		tell(a, fun, call, &sink->pointer, &sink->bytes, &outlet, found, data);
		return;
	}
	if (compares(copy)) {
		outlet.by = copy->function;
		outlet.kind = LC_COMPARE;
		tell(a, fun, call, &copy->reads, &copy->bytes, &outlet, found, data);
		tell(a, fun, call, &copy->compares, &copy->bytes, &outlet, found, data);
		return;
	}
	if (!callee || depth >= MOST_DEPTH || !has_body_in_ssa(callee) ||
	    !reaches_sink(a->model, DECL_STRUCT_FUNCTION(callee), 0))
		return;
	inside = outlets_of(a, callee, depth + 1);
	for (unsigned i = 0; inside && i < inside->all.length(); i++)
		if (inside->all[i].parameter < gimple_call_num_args(call))
			found(a, fun, call, gimple_call_arg(call, inside->all[i].parameter),
			      &inside->all[i], data);
}

static void look_at_calls(struct analysis *a, function *fun, unsigned depth, on_outlet *found,
			  void *data)
{
	basic_block block;

	FOR_EACH_BB_FN(block, fun)
		for (gimple_stmt_iterator i = gsi_start_bb(block); !gsi_end_p(i); gsi_next(&i))
			if (is_gimple_call(gsi_stmt(i)))
				look_at_call(a, fun, gsi_stmt(i), depth, found, data);
}

/* Adds what a function called has written to what is written OFFSET bytes further on. */
static void add_inner(struct writing *out, HOST_WIDE_INT size, const struct outlet *inner,
		      HOST_WIDE_INT offset)
{
	for (HOST_WIDE_INT i = 0; inner->before.may && i < MOST_BYTES && offset + i < size; i++) {
		if (bitmap_bit_p(inner->before.may, (unsigned)i))
			bitmap_set_bit(out->may, (unsigned)(offset + i));
		if (bitmap_bit_p(inner->before.must, (unsigned)i))
			bitmap_set_bit(out->must, (unsigned)(offset + i));
	}
}

/* One more way out of FUN by one of its parameters. */
static void add_outlet(struct analysis *a, function *fun, gimple *call, tree pointer,
		       const struct outlet *inner, void *data)
{
	struct outlets *outlets = (struct outlets *)data;
	HOST_WIDE_INT offset;
	tree object = object_of(pointer, &offset);
	int parameter = object ? parameter_number(fun, object) : -1;
	struct outlet mine = *inner;
	struct written w = {};

	if (parameter < 0 || offset < 0 || offset >= MOST_BYTES ||
	    !written_begin(&w, a, fun, object, MOST_BYTES, 1))
		return;
	mine.parameter = (unsigned)parameter;
	mine.first = inner->first + offset;
	mine.end = inner->end < 0 ? -1 : inner->end + offset;
	mine.before = new_writing(MOST_BYTES);
	written_before(&w, call, &mine.before);
	written_end(&w);
	add_inner(&mine.before, MOST_BYTES, inner, offset);
	outlets->all.safe_push(mine);
}

/* The ways out of FUNCTION by its parameters; NULL: it calls itself. */
static const struct outlets *outlets_of(struct analysis *a, tree function, unsigned depth)
{
	struct outlets **there, *outlets;

	if (!known)
		known = new hash_map<tree, struct outlets *>();
	there = known->get(function);
	if (there)
		return *there;
	known->put(function, NULL);
	outlets = new struct outlets();
	look_at_calls(a, DECL_STRUCT_FUNCTION(function), depth, add_outlet, outlets);
	known->put(function, outlets);
	return outlets;
}

void forget_leaks(void)
{
	if (!known)
		return;
	for (auto each : *known) {
		for (unsigned i = 0; each.second && i < each.second->all.length(); i++)
			free_writing(&each.second->all[i].before);
		delete each.second;
	}
	delete known;
	known = NULL;
}

/* TYPE, or the element of the array that it is, if that is a record; or NULL. */
static tree record_of(tree type)
{
	while (TREE_CODE(type) == ARRAY_TYPE)
		type = TREE_TYPE(type);
	return RECORD_OR_UNION_TYPE_P(type) && COMPLETE_TYPE_P(type) &&
			       int_size_in_bytes(type) > 0 ?
		       TYPE_MAIN_VARIANT(type) :
		       NULL_TREE;
}

/* An object that starts with nothing written. */
struct fresh {
	tree object; /* a variable, or the SSA name of a pointer to memory just allocated */
	tree record;
	HOST_WIDE_INT size;
	location_t where;
	const char *name;
};

static bool is_fresh_variable(struct analysis *a, tree variable, struct fresh *fresh)
{
	fresh->record = record_of(TREE_TYPE(variable));
	fresh->size = int_size_in_bytes(TREE_TYPE(variable));
	fresh->where = DECL_SOURCE_LOCATION(variable);
	fresh->name = describe(&a->unit->arena, variable);
	return fresh->record && auto_var_in_fn_p(variable, a->fun->decl) &&
	       !TREE_THIS_VOLATILE(variable) && !DECL_HARD_REGISTER(variable);
}

/* The record that a pointer made from NAME points to, if such a one has SIZE bytes. */
static tree record_allocated(tree name, HOST_WIDE_INT size, tree *pointer)
{
	imm_use_iterator iterator;
	use_operand_p use;

	*pointer = name;
	if (record_of(TREE_TYPE(TREE_TYPE(name))))
		return record_of(TREE_TYPE(TREE_TYPE(name)));
	FOR_EACH_IMM_USE_FAST(use, iterator, name) {
		gimple *statement = USE_STMT(use);
		tree lhs = is_gimple_assign(statement) ? gimple_assign_lhs(statement) : NULL_TREE;
		tree record;

		if (!lhs || TREE_CODE(lhs) != SSA_NAME || !POINTER_TYPE_P(TREE_TYPE(lhs)) ||
		    gimple_assign_rhs1(statement) != name)
			continue;
		record = record_of(TREE_TYPE(TREE_TYPE(lhs)));
		if (record && int_size_in_bytes(record) == size) {
			*pointer = lhs;
			return record;
		}
	}
	return NULL_TREE;
}

static bool is_fresh_memory(struct analysis *a, tree name, struct fresh *fresh)
{
	gimple *call = SSA_NAME_DEF_STMT(name);
	const struct lc_model_allocator *allocator;
	tree pointer;

	if (SSA_NAME_IS_DEFAULT_DEF(name) || !is_gimple_call(call))
		return false;
	allocator = allocator_of_call(a, call);
	if (allocator && leaves_unwritten(allocator, call))
		fresh->size = constant_amount(call, &allocator->bytes);
	else if (gimple_call_builtin_p(call, BUILT_IN_MALLOC) &&
		 tree_fits_shwi_p(gimple_call_arg(call, 0)))
		fresh->size = tree_to_shwi(gimple_call_arg(call, 0));
	else
		return false;
	fresh->record = fresh->size > 0 ? record_allocated(name, fresh->size, &pointer) : NULL_TREE;
	if (!fresh->record)
		return false;
	fresh->where = gimple_location(call);
	fresh->name = lc_arena_printf(&a->unit->arena, "*%s", describe(&a->unit->arena, pointer));
	return true;
}

/* One past the last byte below END that may be written. */
static HOST_WIDE_INT last_written(const struct writing *w, HOST_WIDE_INT end)
{
	while (end > 0 && !bitmap_bit_p(w->may, (unsigned)(end - 1)))
		end--;
	return end;
}

static struct lc_leaving *leaving_of(struct analysis *a, const struct fresh *fresh,
				     const struct writing *w, HOST_WIDE_INT first,
				     HOST_WIDE_INT end, bool cleared)
{
	struct lc_arena *arena = &a->unit->arena;
	struct lc_leaving *l = (struct lc_leaving *)lc_arena_alloc(arena, sizeof(*l));
	unsigned char *written = (unsigned char *)lc_arena_alloc(arena, fresh->size);
	bool always = true;

	if (!l || !written)
		return NULL;
	for (HOST_WIDE_INT i = 0; i < end; i++) {
		written[i] = bitmap_bit_p(w->must, (unsigned)i) ? LC_WRITTEN_ALWAYS :
			     bitmap_bit_p(w->may, (unsigned)i)  ? LC_WRITTEN_PERHAPS :
								  LC_WRITTEN_NEVER;
		always &= i < first || written[i] == LC_WRITTEN_ALWAYS;
	}
	l->object = fresh->name;
	l->begins = place_of(a->unit, fresh->where);
	l->allocated = TREE_CODE(fresh->object) == SSA_NAME;
	l->type = always ? NULL : describe_layout(a->unit, a->model, fresh->record);
	l->written = written;
	l->first = first;
	l->end = end;
	if (cleared)
		l->assumes = "GCC clears the padding with the members where an initialiser leaves "
			     "members out";
	return l;
}

static void state_leaving(struct analysis *a, gimple *call, const struct fresh *fresh,
			  enum lc_conversion_kind kind, const struct lc_leaving *l)
{
	struct lc_conversion *c = lc_unit_add_conversion(a->unit);
	struct lc_arena *arena = &a->unit->arena;
	tree name = DECL_NAME(a->fun->decl);

	if (!c)
		return;
	c->kind = kind;
	c->function = name ? lc_arena_strdup(arena, IDENTIFIER_POINTER(name)) : NULL;
	c->cast = place_of(a->unit, gimple_location(call));
	c->origin.kind = l->allocated ? "call" : "object";
	c->origin.name = fresh->name;
	c->origin.place = l->begins;
	c->target.type = describe_type(arena, fresh->record);
	c->target.size = int_size_in_bytes(fresh->record);
	c->target.alignment = TYPE_ALIGN(fresh->record) / BITS_PER_UNIT;
	c->target.place = place_of_type(a->unit, fresh->record);
	allow_by_type(a->unit, fresh->record, &c->allowed);
	c->leaving = l;
}

/* The record that POINTER pointed to before it became one to bytes, or NULL. */
static tree record_behind(tree pointer)
{
	for (unsigned i = 0; i < MOST_STEPS; i++) {
		gimple *statement;

		if (TREE_CODE(pointer) == ADDR_EXPR)
			return record_of(TREE_TYPE(TREE_OPERAND(pointer, 0)));
		if (record_of(TREE_TYPE(TREE_TYPE(pointer))))
			return record_of(TREE_TYPE(TREE_TYPE(pointer)));
		if (TREE_CODE(pointer) != SSA_NAME)
			return NULL_TREE;
		statement = SSA_NAME_DEF_STMT(pointer);
		if (!is_gimple_assign(statement) || gimple_assign_load_p(statement) ||
		    gimple_assign_rhs_code(statement) == POINTER_PLUS_EXPR ||
		    !POINTER_TYPE_P(TREE_TYPE(gimple_assign_rhs1(statement))))
			return NULL_TREE;
		pointer = gimple_assign_rhs1(statement);
	}
	return NULL_TREE;
}

/* CALL compares an object of somebody else, at POINTER: for the ledger alone. */
static void state_compared(struct analysis *a, gimple *call, tree pointer,
			   const struct outlet *outlet)
{
	struct fresh other = {};
	struct writing anything;
	struct lc_leaving *l;

	other.object = pointer;
	other.record = record_behind(pointer);
	other.size = other.record ? int_size_in_bytes(other.record) : 0;
	if (outlet->kind != LC_COMPARE || outlet->before.may || outlet->first || outlet->end <= 0 ||
	    outlet->end > other.size || other.size > MOST_BYTES)
		return;
	other.where = gimple_location(call);
	other.name = describe(&a->unit->arena, pointer);
	anything = new_writing(other.size);
	bitmap_ones(anything.may);
	l = leaving_of(a, &other, &anything, 0, outlet->end, false);
	if (l) {
		l->by = outlet->by;
		state_leaving(a, call, &other, LC_COMPARE, l);
	}
	free_writing(&anything);
}

/* CALL lets bytes out of what POINTER points to: of an object that starts with nothing written? */
static void find_leak(struct analysis *a, function *, gimple *call, tree pointer,
		      const struct outlet *outlet, void *)
{
	struct fresh fresh = {};
	struct written w = {};
	struct writing before;
	struct lc_leaving *l;
	HOST_WIDE_INT offset, first, end;

	fresh.object = object_of(pointer, &offset);
	if (!fresh.object || offset < 0 ||
	    !(VAR_P(fresh.object) ? is_fresh_variable(a, fresh.object, &fresh) :
				    TREE_CODE(fresh.object) == SSA_NAME &&
					    is_fresh_memory(a, fresh.object, &fresh)) ||
	    !written_begin(&w, a, a->fun, fresh.object, fresh.size, 0)) {
		state_compared(a, call, pointer, outlet);
		return;
	}
	before = new_writing(fresh.size);
	written_before(&w, call, &before);
	add_inner(&before, fresh.size, outlet, offset);
	first = offset + outlet->first;
	end = outlet->end < 0 ? last_written(&before, fresh.size) :
				MIN(fresh.size, offset + outlet->end);
	if (first < end) {
		l = leaving_of(a, &fresh, &before, first, end, w.cleared);
		if (l) {
			l->by = outlet->by;
			l->leaves = outlet->leaves;
			state_leaving(a, call, &fresh, outlet->kind, l);
		}
	}
	free_writing(&before);
	written_end(&w);
}

void find_leaks(struct analysis *a)
{
	look_at_calls(a, a->fun, 0, find_leak, NULL);
}
