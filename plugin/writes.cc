/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a function of the unit may write that its caller can see: nothing, some
 * fields of what its parameters point to, or anything.
 */
#include "across.h"

#define MAX_FIELDS 8
#define MAX_STATEMENTS 400
#define MAX_NESTING 6

struct writes {
	bool anything; /* more than FIELDS */
	auto_vec<tree> fields; /* references through parameters, or to global objects */
	struct vocabulary words; /* names the function; its terms are not needed */
};

static hash_map<tree, struct writes *> *known;

static struct writes *writes_of(const struct lc_model *model, tree function, unsigned nesting);

static void add_field(struct writes *w, tree reference)
{
	for (tree field : w->fields)
		if (operand_equal_p(field, reference, 0))
			return;
	if (w->fields.length() == MAX_FIELDS)
		w->anything = true;
	else
		w->fields.safe_push(reference);
}

/* The function stores to REFERENCE. */
static void add_store(struct writes *w, tree reference)
{
	tree base = base_of(reference), pointer;

	if (TREE_CODE(base) != MEM_REF) {
		/* An object of its own is nobody else's. */
		if (!DECL_P(base) || is_global_var(base) || TREE_CODE(base) == RESULT_DECL)
			w->anything |= !VAR_P(base);
		if (VAR_P(base) && is_global_var(base))
			add_field(w, reference);
		return;
	}
	pointer = TREE_OPERAND(base, 0);
	if (TREE_CODE(pointer) == ADDR_EXPR) {
		base = get_base_address(TREE_OPERAND(pointer, 0));
		if (!base || !VAR_P(base) || is_global_var(base))
			w->anything = true;
		return;
	}
	if (TREE_CODE(pointer) == SSA_NAME && SSA_NAME_IS_DEFAULT_DEF(pointer) &&
	    SSA_NAME_VAR(pointer) && TREE_CODE(SSA_NAME_VAR(pointer)) == PARM_DECL)
		add_field(w, reference);
	else
		w->anything = true;
}

static bool on_store(gimple *, tree, tree reference, void *data)
{
	add_store((struct writes *)data, reference);
	return false;
}

static void add_call_of(struct writes *w, const struct lc_model *model, gimple *call,
			unsigned nesting)
{
	const char *name = called_name(call);
	tree callee = gimple_call_fndecl(call);
	struct passage p = {};
	struct writes *inner;

	if (!gimple_vdef(call) || (name && lc_model_is_quiet(model, name)))
		return;
	inner = callee ? writes_of(model, callee, nesting + 1) : NULL;
	if (!inner || inner->anything) {
		w->anything = true;
		return;
	}
	p.call = call;
	p.words = &inner->words;
	for (tree field : inner->fields) {
		tree reference = reference_in_caller(&p, field);

		if (reference)
			add_store(w, reference);
		else
			w->anything = true;
	}
}

static void look_through(struct writes *w, const struct lc_model *model, function *fun,
			 unsigned nesting)
{
	unsigned n = 0;
	basic_block block;

	FOR_EACH_BB_FN(block, fun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
		     gsi_next(&gsi)) {
			gimple *statement = gsi_stmt(gsi);

			if (w->anything || ++n > MAX_STATEMENTS) {
				w->anything = true;
				return;
			}
			if (is_gimple_debug(statement) || gimple_clobber_p(statement) ||
			    !gimple_vdef(statement))
				continue;
			if (gimple_code(statement) == GIMPLE_ASM ||
			    gimple_has_volatile_ops(statement))
				w->anything = true;
			else if (is_gimple_call(statement))
				add_call_of(w, model, statement, nesting);
			if (!is_gimple_call(statement) || gimple_call_lhs(statement))
				walk_stmt_load_store_ops(statement, w, NULL, on_store);
		}
}

/* What FUNCTION writes, or NULL if that cannot be told. */
static struct writes *writes_of(const struct lc_model *model, tree function, unsigned nesting)
{
	cgraph_node *node = cgraph_node::get(function);
	struct writes **there, *w;

	if (!known)
		known = new hash_map<tree, struct writes *>();
	there = known->get(function);
	if (there)
		return *there;
	if (nesting > MAX_NESTING || !node || !has_body_in_ssa(function) ||
	    node->get_availability() <= AVAIL_INTERPOSABLE)
		return NULL;
	/* One that comes to call itself writes anything, for all that is known meanwhile. */
	known->put(function, NULL);
	w = new writes();
	w->words.function = function;
	look_through(w, model, DECL_STRUCT_FUNCTION(function), nesting);
	known->put(function, w);
	return w;
}

/* May CALL write what REF refers to? */
bool call_may_write(struct analysis *a, gimple *call, ao_ref *ref)
{
	tree callee = gimple_call_fndecl(call);
	struct writes *w = callee ? writes_of(a->model, callee, 0) : NULL;
	struct passage p = {};

	if (!w || w->anything)
		return true;
	p.a = a;
	p.call = call;
	p.words = &w->words;
	for (tree field : w->fields) {
		tree reference = reference_in_caller(&p, field);
		ao_ref written;

		if (!reference)
			return true;
		ao_ref_init(&written, reference);
		if (refs_may_alias_p_1(&written, ref, false))
			return true;
	}
	return false;
}

/* Does all that the call of P writes, but what is at REFERENCE of the caller, stand elsewhere? */
bool writes_apart(struct passage *p, tree reference)
{
	struct writes *w = writes_of(p->a->model, p->words->function, 0);
	ao_ref there;

	if (!w || w->anything)
		return false;
	ao_ref_init(&there, reference);
	for (tree field : w->fields) {
		tree other = reference_in_caller(p, field);
		ao_ref written;

		if (!other)
			return false;
		ao_ref_init(&written, other);
		if (!operand_equal_p(other, reference, OEP_ADDRESS_OF) &&
		    refs_may_alias_p_1(&written, &there, false))
			return false;
	}
	return true;
}

/* The fields that the function of B writes; false if it may write more. */
bool fields_written(struct analysis *b, auto_vec<tree> *fields)
{
	struct writes *w = writes_of(b->model, b->fun->decl, 0);

	if (!w || w->anything)
		return false;
	for (tree field : w->fields)
		fields->safe_push(field);
	return true;
}

void forget_writes(void)
{
	if (!known)
		return;
	for (auto each : *known)
		delete each.second;
	delete known;
	known = NULL;
}
