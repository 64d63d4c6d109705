/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Callbacks in constant tables: which calls they get, if the table is used in
 * no other way than that its elements are read and called.
 */
#include "required.h"
#include "tables.h"

#define MOST_POINTERS 200
#define MOST_ENTRIES 600

/* A table, and what the pointers into it come to. */
struct follower {
	tree table;
	hash_set<tree> seen; /* pointers into it, as SSA names */
	auto_vec<tree> next;
	auto_vec<function *> functions; /* of each of NEXT */
	auto_vec<struct table_call *> calls;
	bool escapes;
};

static hash_map<tree, bool> *contained; /* by table */
static auto_vec<struct table_call *> *all_calls;

static bool is_function_pointer(const_tree type)
{
	return POINTER_TYPE_P(type) && FUNC_OR_METHOD_TYPE_P(TREE_TYPE(type));
}

static tree element_type(tree table)
{
	tree type = TREE_TYPE(table);

	return TREE_CODE(type) == ARRAY_TYPE ? TREE_TYPE(type) : type;
}

/* The part of REFERENCE that is a whole element of TABLE; or NULL. */
tree element_of(tree reference, tree table)
{
	tree type = TYPE_MAIN_VARIANT(element_type(table));

	while (TYPE_MAIN_VARIANT(TREE_TYPE(reference)) != type) {
		if (TREE_CODE(reference) != COMPONENT_REF && TREE_CODE(reference) != ARRAY_REF)
			return NULL_TREE;
		reference = TREE_OPERAND(reference, 0);
	}
	return reference;
}

/* The bits from the start of ELEMENT to REFERENCE, a part of it; negative: they vary. */
HOST_WIDE_INT bits_into(tree reference, tree element)
{
	HOST_WIDE_INT bits = 0, size;

	for (; reference != element; reference = TREE_OPERAND(reference, 0)) {
		tree part = TREE_OPERAND(reference, 1);

		if (TREE_CODE(reference) == COMPONENT_REF) {
			if (!tree_fits_shwi_p(bit_position(part)))
				return -1;
			bits += int_bit_position(part);
			continue;
		}
		size = int_size_in_bytes(TREE_TYPE(reference));
		if (TREE_CODE(reference) != ARRAY_REF || !tree_fits_shwi_p(part) || size < 0)
			return -1;
		bits += tree_to_shwi(part) * size * BITS_PER_UNIT;
	}
	return bits;
}

/* What initialiser VALUE says of the SIZE bits from BITS on; NULL: zero. *KNOWN: it tells. */
tree initial_at(tree value, HOST_WIDE_INT bits, HOST_WIDE_INT size, bool *known)
{
	unsigned HOST_WIDE_INT i;
	tree place, part;

	*known = true;
	while (CONVERT_EXPR_P(value) && TREE_TYPE(value) != TREE_TYPE(TREE_OPERAND(value, 0)) &&
	       POINTER_TYPE_P(TREE_TYPE(value)))
		value = TREE_OPERAND(value, 0);
	if (TREE_CODE(value) != CONSTRUCTOR) {
		*known = !bits &&
			 (POINTER_TYPE_P(TREE_TYPE(value)) ? size == POINTER_SIZE :
							     INTEGRAL_TYPE_P(TREE_TYPE(value)));
		return value;
	}
	FOR_EACH_CONSTRUCTOR_ELT(CONSTRUCTOR_ELTS(value), i, place, part)
	{
		HOST_WIDE_INT begins, length;

		if (place && TREE_CODE(place) == FIELD_DECL) {
			if (!tree_fits_shwi_p(bit_position(place)) || !DECL_SIZE(place) ||
			    !tree_fits_shwi_p(DECL_SIZE(place)))
				continue;
			begins = int_bit_position(place);
			length = tree_to_shwi(DECL_SIZE(place));
		} else if (place && tree_fits_shwi_p(place)) {
			length = int_size_in_bytes(TREE_TYPE(TREE_TYPE(value))) * BITS_PER_UNIT;
			begins = tree_to_shwi(place) * length;
		} else {
			*known = false;
			return NULL_TREE;
		}
		if (bits + size <= begins || begins + length <= bits)
			continue;
		*known = begins <= bits && bits + size <= begins + length;
		return *known ? initial_at(part, bits - begins, size, known) : NULL_TREE;
	}
	return NULL_TREE;
}

static void add_entry(struct table_call *through, tree part, tree value, tree index)
{
	tree element = through->element;
	HOST_WIDE_INT bits = bits_into(part, element);
	struct table_entry entry = {};
	bool known;
	tree there;

	there = bits < 0 ? NULL_TREE : initial_at(value, bits, POINTER_SIZE, &known);
	if (!there || !known || TREE_CODE(there) != ADDR_EXPR ||
	    TREE_CODE(TREE_OPERAND(there, 0)) != FUNCTION_DECL)
		return;
	entry.function = TREE_OPERAND(there, 0);
	entry.element = value;
	entry.index = index;
	entry.where = EXPR_LOCATION(there);
	if (entry.where == UNKNOWN_LOCATION)
		entry.where = DECL_SOURCE_LOCATION(through->table);
	through->entries.safe_push(entry);
}

/* CALL calls what REFERENCE read of F's table. */
static void add_call(struct follower *f, function *caller, gimple *call, tree reference)
{
	tree initial = ctor_for_folding(f->table), index, value;
	struct table_call *through = new struct table_call();
	unsigned HOST_WIDE_INT i;

	through->caller = caller->decl;
	through->table = f->table;
	through->call = call;
	through->element = element_of(reference, f->table);
	f->calls.safe_push(through);
	if (!through->element || !initial || TREE_CODE(initial) != CONSTRUCTOR ||
	    CONSTRUCTOR_NELTS(initial) > MOST_ENTRIES ||
	    bits_into(reference, through->element) < 0) {
		f->escapes = true;
		return;
	}
	if (TREE_CODE(TREE_TYPE(f->table)) != ARRAY_TYPE) {
		add_entry(through, reference, initial, NULL_TREE);
		return;
	}
	FOR_EACH_CONSTRUCTOR_ELT(CONSTRUCTOR_ELTS(initial), i, index, value)
	add_entry(through, reference, value, index);
}

/* NAME was read of the table at REFERENCE: a function must be called, and nothing else. */
static void follow_value(struct follower *f, function *fun, tree name, tree reference)
{
	imm_use_iterator iterator;
	gimple *use;

	if (TREE_CODE(name) != SSA_NAME) {
		f->escapes = true;
		return;
	}
	if (!is_function_pointer(TREE_TYPE(name)))
		return;
	FOR_EACH_IMM_USE_STMT(use, iterator, name)
	{
		bool called = is_gimple_call(use) && gimple_call_fn(use) == name;

		for (unsigned i = 0; called && i < gimple_call_num_args(use); i++)
			called = gimple_call_arg(use, i) != name;
		if (called)
			add_call(f, fun, use, reference);
		else if (!is_gimple_debug(use) && gimple_code(use) != GIMPLE_COND &&
			 !(is_gimple_assign(use) &&
			   TREE_CODE_CLASS(gimple_assign_rhs_code(use)) == tcc_comparison))
			f->escapes = true;
	}
}

/* Is REFERENCE to the table, or through a pointer into it? */
static bool is_of_table(struct follower *f, tree reference)
{
	tree base = base_of(reference), pointer;

	if (TREE_CODE(base) != MEM_REF)
		return base == f->table;
	pointer = TREE_OPERAND(base, 0);
	return TREE_CODE(pointer) == ADDR_EXPR ? is_of_table(f, TREE_OPERAND(pointer, 0)) :
						 f->seen.contains(pointer);
}

static bool is_into(struct follower *f, tree pointer)
{
	if (TREE_CODE(pointer) == ADDR_EXPR)
		return is_of_table(f, TREE_OPERAND(pointer, 0));
	return TREE_CODE(pointer) == SSA_NAME && f->seen.contains(pointer);
}

/* NAME, of FUN, is a pointer into the table as well. */
static void push(struct follower *f, function *fun, tree name)
{
	if (!name)
		return;
	if (TREE_CODE(name) != SSA_NAME || !POINTER_TYPE_P(TREE_TYPE(name)) ||
	    f->seen.elements() > MOST_POINTERS) {
		f->escapes = true;
	} else if (!f->seen.add(name)) {
		f->next.safe_push(name);
		f->functions.safe_push(fun);
	}
}

/* The table goes into CALL as an argument: on into a function that is in sight. */
static void follow_argument(struct follower *f, gimple *call)
{
	tree callee = gimple_call_fndecl(call), parameter;
	bool found = false;

	if (!has_body_in_ssa(callee) || !is_called_in_sight(callee)) {
		f->escapes = true;
		return;
	}
	parameter = DECL_ARGUMENTS(callee);
	for (unsigned i = 0; i < gimple_call_num_args(call); i++) {
		tree argument = gimple_call_arg(call, i);

		if (is_into(f, argument)) {
			found = true;
			if (!parameter || TREE_ADDRESSABLE(parameter))
				f->escapes = true;
			else
				push(f, DECL_STRUCT_FUNCTION(callee),
				     ssa_default_def(DECL_STRUCT_FUNCTION(callee), parameter));
		} else if (!is_gimple_val(argument) && is_of_table(f, argument)) {
			f->escapes = true;
		}
		parameter = parameter ? DECL_CHAIN(parameter) : NULL_TREE;
	}
	f->escapes |= !found;
}

/* STATEMENT of FUN speaks of the table, or of a pointer into it. */
static void follow_statement(struct follower *f, function *fun, gimple *statement)
{
	cgraph_node *node;

	if (is_gimple_debug(statement) || gimple_clobber_p(statement))
		return;
	switch (gimple_code(statement)) {
	case GIMPLE_COND:
		return;
	case GIMPLE_PHI:
		push(f, fun, gimple_phi_result(statement));
		return;
	case GIMPLE_RETURN:
		node = cgraph_node::get(fun->decl);
		if (!is_called_in_sight(fun->decl)) {
			f->escapes = true;
			return;
		}
		for (cgraph_edge *e = node->callers; e; e = e->next_caller) {
			if (e->call_stmt && has_body_in_ssa(e->caller->decl))
				push(f, DECL_STRUCT_FUNCTION(e->caller->decl),
				     gimple_call_lhs(e->call_stmt));
			else
				f->escapes = true;
		}
		return;
	case GIMPLE_CALL:
		follow_argument(f, statement);
		return;
	case GIMPLE_ASSIGN:
		break;
	default:
		f->escapes = true;
		return;
	}
	if (gimple_store_p(statement))
		f->escapes = true;
	else if (gimple_assign_load_p(statement))
		follow_value(f, fun, gimple_assign_lhs(statement), gimple_assign_rhs1(statement));
	else if (gimple_assign_rhs_code(statement) == POINTER_DIFF_EXPR ||
		 TREE_CODE_CLASS(gimple_assign_rhs_code(statement)) == tcc_comparison)
		;
	else
		push(f, fun, gimple_assign_lhs(statement));
}

/* Of an address, BASE is all that it is taken of, as in &table[i]. */
static bool on_table(gimple *, tree base, tree, void *data)
{
	return get_base_address(base) == ((struct follower *)data)->table;
}

/* Follows the table from the statements of FUN that name it. */
static void follow_function(struct follower *f, function *fun)
{
	basic_block block;

	FOR_EACH_BB_FN(block, fun) {
		for (gphi_iterator i = gsi_start_phis(block); !gsi_end_p(i); gsi_next(&i))
			if (walk_stmt_load_store_addr_ops(i.phi(), f, on_table, on_table, on_table))
				follow_statement(f, fun, i.phi());
		for (gimple_stmt_iterator i = gsi_start_bb(block); !gsi_end_p(i); gsi_next(&i))
			if (walk_stmt_load_store_addr_ops(gsi_stmt(i), f, on_table, on_table,
							  on_table))
				follow_statement(f, fun, gsi_stmt(i));
	}
}

/* Is TABLE only read and called through? Then its calls are among ALL_CALLS. */
static bool is_contained(varpool_node *node)
{
	tree table = node->decl;
	struct follower f;
	bool *known;
	hash_set<tree> looked_at;
	ipa_ref *ref = NULL;

	if (!contained) {
		contained = new hash_map<tree, bool>();
		all_calls = new auto_vec<struct table_call *>();
	}
	known = contained->get(table);
	if (known)
		return *known;
	contained->put(table, false); /* while it is being looked at */
	if (TREE_PUBLIC(table) || !TREE_READONLY(table) || TREE_THIS_VOLATILE(table) ||
	    DECL_PRESERVE_P(table) || DECL_SECTION_NAME(table) || node->has_aliases_p() ||
	    element_type(table) == error_mark_node)
		return false;
	f.table = table;
	f.escapes = false;
	for (unsigned i = 0; node->iterate_referring(i, ref) && !f.escapes; i++) {
		cgraph_node *user = dyn_cast<cgraph_node *>(ref->referring);

		if (!user || !has_body_in_ssa(user->decl))
			f.escapes = true;
		else if (!looked_at.add(user->decl))
			follow_function(&f, DECL_STRUCT_FUNCTION(user->decl));
	}
	while (!f.next.is_empty() && !f.escapes) {
		tree name = f.next.pop();
		imm_use_iterator iterator;
		gimple *use;

		function *fun = f.functions.pop();

		FOR_EACH_IMM_USE_STMT(use, iterator, name)
		follow_statement(&f, fun, use);
	}
	for (struct table_call *call : f.calls) {
		if (f.escapes)
			delete call;
		else
			all_calls->safe_push(call);
	}
	contained->put(table, !f.escapes);
	return !f.escapes;
}

/* Is NODE's function one whose address stands in contained tables, and nowhere else? */
bool is_called_through_tables(cgraph_node *node)
{
	ipa_ref *ref = NULL;
	bool any = false;

	for (unsigned i = 0; node->iterate_referring(i, ref); i++) {
		varpool_node *table = dyn_cast<varpool_node *>(ref->referring);

		if (!table || !is_contained(table))
			return false;
		any = true;
	}
	return any;
}

const auto_vec<struct table_call *> *calls_through_tables(void)
{
	static const auto_vec<struct table_call *> none;

	return all_calls ? all_calls : &none;
}

void forget_tables(void)
{
	if (!all_calls)
		return;
	for (struct table_call *call : *all_calls)
		delete call;
	delete all_calls;
	delete contained;
	all_calls = NULL;
	contained = NULL;
}
