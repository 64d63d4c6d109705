/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Attribute access and arrays as parameters, as facts: for the function that
 * has them, how many bytes its callers hand over; for a call, how many bytes it
 * accesses, and which it leaves as they are.
 */
#include "attributes.h"

#define MAX_BACK 8

/* The size of what POINTER points to, a byte for void; 0 if it has none that is known. */
static HOST_WIDE_INT element_of(tree pointer)
{
	tree type = pointer && POINTER_TYPE_P(pointer) ? TREE_TYPE(pointer) : NULL_TREE, size;

	if (!type || TREE_CODE(type) == FUNCTION_TYPE)
		return 0;
	if (VOID_TYPE_P(type))
		return 1;
	size = TYPE_SIZE_UNIT(type);
	return size && tree_fits_shwi_p(size) ? tree_to_shwi(size) : 0;
}

/* What functions of TYPE declare of argument INDEX; false if that is nothing, or not understood. */
bool declared_of(tree type, unsigned index, struct declared_extent *d)
{
	tree list = TYPE_ARG_TYPES(type);
	attr_access said = {};

	*d = {};
	d->count = -1;
	if (!lc_access_of(type, index, &said))
		return false;
	for (unsigned i = 0; list && i < index; i++)
		list = TREE_CHAIN(list);
	d->element = list ? element_of(TREE_VALUE(list)) : 0;
	if (d->element <= 0 || d->element > INT_MAX)
		return false;
	d->by_array = said.internal_p;
	d->promised = !said.internal_p || said.static_p || said.minsize == HOST_WIDE_INT_M1U;
	d->reads = said.mode == access_read_only || said.mode == access_read_write;
	d->writes = said.mode == access_write_only || said.mode == access_read_write;
	d->only_reads = said.mode == access_read_only || said.mode == access_none;
	/* A bound in the middle, as n of a[2][n], counts no elements. */
	if (said.internal_p && said.minsize != HOST_WIDE_INT_M1U) {
		d->elements = (HOST_WIDE_INT)MIN(said.minsize, (unsigned)INT_MAX);
		return d->elements > 0;
	}
	if (said.sizarg != UINT_MAX)
		d->count = (int)said.sizarg;
	else if (said.internal_p)
		return false; /* an expression, or [*] */
	else
		d->elements = 1;
	return true;
}

/* The type of the function that CALL calls, with what its declarations say. */
tree declared_type_of_call(gimple *call)
{
	tree callee = gimple_call_fndecl(call);

	return callee ? TREE_TYPE(callee) : gimple_call_fntype(call);
}

static bool is_count(tree type)
{
	return TREE_CODE(type) == INTEGER_TYPE && TYPE_PRECISION(type) >= 8;
}

bool declared_of_parameter(tree function, tree parameter, struct declared_extent *d)
{
	unsigned index = 0;

	for (tree p = DECL_ARGUMENTS(function); p && p != parameter; p = DECL_CHAIN(p))
		index++;
	return declared_of(TREE_TYPE(function), index, d);
}

/* The parameter of FUNCTION that its declaration makes the number of PARAMETER's elements, or NULL. */
tree declared_length(tree function, tree parameter, struct declared_extent *d)
{
	tree p = DECL_ARGUMENTS(function);

	if (!declared_of_parameter(function, parameter, d) || d->count < 0)
		return NULL_TREE;
	for (int i = 0; p && i < d->count; i++)
		p = DECL_CHAIN(p);
	return p && is_count(TREE_TYPE(p)) ? p : NULL_TREE;
}

/* What callers of the function surely hand over at PARAMETER, where it is a number; false if none. */
bool declared_least(struct analysis *a, tree parameter, struct lc_length *least)
{
	struct lc_arena *arena = &a->unit->arena;
	const char *name = DECL_NAME(parameter) ? IDENTIFIER_POINTER(DECL_NAME(parameter)) : "";
	struct declared_extent d;
	HOST_WIDE_INT bytes;

	if (!declared_of_parameter(a->fun->decl, parameter, &d) || d.count >= 0)
		return false;
	bytes = d.elements * d.element;
	*least = {};
	least->value = lc_linear_constant(bytes);
	least->name = lc_arena_printf(arena, "%lld", (long long)bytes);
	least->place = place_of(a->unit, DECL_SOURCE_LOCATION(parameter));
	if (d.by_array)
		least->how = lc_arena_printf(arena,
					     "'%s' is declared as [%s%lld]: at least %lld bytes",
					     name, d.promised ? "static " : "",
					     (long long)d.elements, (long long)bytes);
	else
		least->how = lc_arena_printf(
			arena, "attribute access: '%s' points to at least %lld byte%s", name,
			(long long)bytes, bytes == 1 ? "" : "s");
	return true;
}

/* Adds to USES what the declaration of the function says that CALL accesses. */
void declared_uses(struct analysis *a, gimple *call, auto_vec<struct length_use> *uses)
{
	tree type = declared_type_of_call(call);

	if (!type || !lookup_attribute("access", TYPE_ATTRIBUTES(type)) ||
	    gimple_call_builtin_p(call))
		return;
	for (unsigned i = 0; i < gimple_call_num_args(call); i++) {
		struct lc_model_amount *bytes;
		struct length_use use = {};
		struct declared_extent d;

		if (!POINTER_TYPE_P(TREE_TYPE(gimple_call_arg(call, i))) ||
		    !declared_of(type, i, &d) || !d.promised ||
		    (!d.by_array && !d.reads && !d.writes))
			continue;
		if (d.count >= 0 && ((unsigned)d.count >= gimple_call_num_args(call) ||
				     !is_count(TREE_TYPE(gimple_call_arg(call, d.count)))))
			continue;
		bytes = (struct lc_model_amount *)lc_arena_alloc(&a->unit->arena, sizeof(*bytes));
		if (!bytes)
			return;
		if (d.count >= 0) {
			bytes->factors[0].what = LC_WHAT_ARGUMENT;
			bytes->factors[0].argument = d.count;
			bytes->factors[1].what = LC_WHAT_NUMBER;
			bytes->factors[1].value = d.element;
			bytes->n = d.element == 1 ? 1 : 2;
		} else {
			bytes->factors[0].what = LC_WHAT_NUMBER;
			bytes->factors[0].value = d.elements * d.element;
			bytes->n = 1;
		}
		use.statement = call;
		use.argument = i;
		use.bytes = bytes;
		use.write = d.writes;
		uses->safe_push(use);
	}
}

/* The object that REFERENCE is part of, or the pointer that it is reached through, as first named. */
static tree behind(tree reference)
{
	for (unsigned i = 0; i < MAX_BACK; i++) {
		gimple *statement;
		tree base;

		if (TREE_CODE(reference) == ADDR_EXPR)
			reference = TREE_OPERAND(reference, 0);
		if (TREE_CODE(reference) != SSA_NAME) {
			base = base_of(reference);
			if (!base || TREE_CODE(base) != MEM_REF)
				return base;
			reference = TREE_OPERAND(base, 0);
			continue;
		}
		if (SSA_NAME_IS_DEFAULT_DEF(reference))
			return reference;
		statement = SSA_NAME_DEF_STMT(reference);
		if (!is_gimple_assign(statement) || gimple_assign_load_p(statement) ||
		    !POINTER_TYPE_P(TREE_TYPE(gimple_assign_rhs1(statement))))
			return reference;
		reference = gimple_assign_rhs1(statement);
	}
	return NULL_TREE;
}

/*
 * Does CALL get a pointer into what REFERENCE is part of where the function
 * declares that it only reads, and nowhere else? What it could reach by another
 * way, such as through a pointer that was kept, it is taken not to write either.
 */
bool is_declared_unwritten(gimple *call, tree reference)
{
	tree type = is_gimple_call(call) ? declared_type_of_call(call) : NULL_TREE, object;
	bool handed_over = false;

	if (!type || !lookup_attribute("access", TYPE_ATTRIBUTES(type)) || !reference)
		return false;
	object = behind(reference);
	if (!object || (VAR_P(object) && is_global_var(object)))
		return false;
	for (unsigned i = 0; i < gimple_call_num_args(call); i++) {
		tree argument = gimple_call_arg(call, i);
		struct declared_extent d;

		if (!POINTER_TYPE_P(TREE_TYPE(argument)) || behind(argument) != object)
			continue;
		if (!declared_of(type, i, &d) || !d.only_reads)
			return false;
		handed_over = true;
	}
	return handed_over;
}
