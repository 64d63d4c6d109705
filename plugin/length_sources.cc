/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which statements read a number out of bytes, as far as types tell: loads
 * through views and byte pointers, and accessors of the unit.
 */
#include "lengths.h"

static bool has_byte_order(const_tree type)
{
	tree name = TYPE_NAME(type);
	const char *text;

	if (!name || TREE_CODE(name) != TYPE_DECL || !DECL_NAME(name))
		return false;
	text = IDENTIFIER_POINTER(DECL_NAME(name));
	while (*text == '_')
		text++;
	return (text[0] == 'l' || text[0] == 'b') && text[1] == 'e' && ISDIGIT(text[2]);
}

/* Is REFERENCE a field whose declared type says that its bytes have an order of their own? */
bool has_wire_type(const_tree reference)
{
	if (TREE_CODE(reference) == COMPONENT_REF)
		return has_byte_order(TREE_TYPE(TREE_OPERAND(reference, 1)));
	return has_byte_order(TREE_TYPE(reference));
}

/* Does POINTER come from a pointer to bytes, or to nothing in particular, as far as its type tells? */
static bool comes_from_bytes(tree pointer, unsigned depth)
{
	for (unsigned i = 0; i < 8 && TREE_CODE(pointer) == SSA_NAME; i++) {
		gimple *statement = SSA_NAME_DEF_STMT(pointer);
		tree rhs;

		if (points_to_bytes(TREE_TYPE(pointer)) || points_to_void(TREE_TYPE(pointer)))
			return true;
		if (SSA_NAME_IS_DEFAULT_DEF(pointer))
			return false;
		if (gimple_code(statement) == GIMPLE_PHI) {
			for (unsigned k = 0; depth && k < gimple_phi_num_args(statement); k++)
				if (comes_from_bytes(gimple_phi_arg_def(statement, k), depth - 1))
					return true;
			return false;
		}
		if (is_gimple_call(statement)) {
			tree type = gimple_call_fntype(statement);

			return type && (points_to_void(TREE_TYPE(type)) ||
					points_to_bytes(TREE_TYPE(type)));
		}
		if (!is_gimple_assign(statement))
			return false;
		rhs = gimple_assign_rhs1(statement);
		if (gimple_assign_load_p(statement))
			return points_to_bytes(TREE_TYPE(rhs)) || points_to_void(TREE_TYPE(rhs));
		if (TREE_CODE(rhs) == ADDR_EXPR) {
			tree base = base_of(TREE_OPERAND(rhs, 0));

			if (!base || TREE_CODE(base) != MEM_REF)
				return false;
			rhs = TREE_OPERAND(base, 0);
		} else if (INTEGRAL_TYPE_P(TREE_TYPE(rhs))) {
			return true;
		}
		pointer = rhs;
	}
	return false;
}

/* Does STATEMENT load a number out of what looks like bytes? The types only are asked. */
bool loads_out_of_bytes(gimple *statement)
{
	tree lhs, reference, base, pointer, type;

	if (!gimple_assign_load_p(statement))
		return false;
	lhs = gimple_assign_lhs(statement);
	reference = gimple_assign_rhs1(statement);
	if (TREE_CODE(lhs) != SSA_NAME || !INTEGRAL_TYPE_P(TREE_TYPE(lhs)) ||
	    TREE_CODE(TREE_TYPE(lhs)) == BOOLEAN_TYPE || TREE_THIS_VOLATILE(reference))
		return false;
	base = base_of(reference);
	if (!base || TREE_CODE(base) != MEM_REF)
		return false;
	pointer = TREE_OPERAND(base, 0);
	if (TREE_CODE(pointer) != SSA_NAME)
		return false;
	type = TREE_TYPE(TREE_TYPE(pointer));
	if (TREE_CODE(base) == MEM_REF && reference == base)
		return is_bytes(type) || comes_from_bytes(pointer, 2);
	return has_wire_type(reference) || TYPE_PACKED(TREE_TYPE(base)) ||
	       comes_from_bytes(pointer, 2);
}

/* Does STATEMENT write nothing, or a variable of its function? */
static bool stays_here(gimple *statement)
{
	tree lhs = gimple_get_lhs(statement), base = lhs ? get_base_address(lhs) : NULL_TREE;

	return !gimple_vdef(statement) || (base && VAR_P(base) && !is_global_var(base));
}

/* Does FUNCTION do no more than work a number out of what its one pointer points to? */
static bool only_reads(tree function, unsigned depth)
{
	struct function *fun;
	basic_block block;
	unsigned statements = 0;

	if (!has_body_in_ssa(function))
		return false;
	fun = DECL_STRUCT_FUNCTION(function);
	if (n_basic_blocks_for_fn(fun) > 5)
		return false;
	FOR_EACH_BB_FN(block, fun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
		     gsi_next(&gsi)) {
			gimple *statement = gsi_stmt(gsi);

			if (is_gimple_debug(statement) || gimple_clobber_p(statement))
				continue;
			if (++statements > 40)
				return false;
			/* What is initialised by the compiler. */
			if (is_gimple_call(statement) && gimple_call_internal_p(statement) &&
			    stays_here(statement))
				continue;
			if (is_gimple_call(statement)) {
				if (!gimple_call_builtin_p(statement) &&
				    (!depth ||
				     !only_reads(gimple_call_fndecl(statement), depth - 1)))
					return false;
			} else if (!stays_here(statement)) {
				return false;
			}
		}
	return true;
}

/* A pointer to bytes, to nothing in particular, or to a number that someone made of bytes. */
static bool points_to_numbers(tree type)
{
	return points_to_bytes(type) || points_to_void(type) ||
	       (POINTER_TYPE_P(type) && TREE_CODE(TREE_TYPE(type)) == INTEGER_TYPE);
}

/* The pointer through which CALL, of an accessor in this unit, reads a number; or NULL. */
tree read_by_call(gimple *call)
{
	tree lhs, function, pointer = NULL_TREE;

	if (!is_gimple_call(call) || gimple_call_builtin_p(call))
		return NULL_TREE;
	lhs = gimple_call_lhs(call);
	function = gimple_call_fndecl(call);
	if (!lhs || TREE_CODE(lhs) != SSA_NAME || !INTEGRAL_TYPE_P(TREE_TYPE(lhs)) ||
	    TREE_CODE(TREE_TYPE(lhs)) == BOOLEAN_TYPE || TYPE_PRECISION(TREE_TYPE(lhs)) < 8 ||
	    gimple_call_num_args(call) != 1 || !function)
		return NULL_TREE;
	pointer = gimple_call_arg(call, 0);
	if (TREE_CODE(pointer) != SSA_NAME || !POINTER_TYPE_P(TREE_TYPE(pointer)) ||
	    !comes_from_bytes(pointer, 2))
		return NULL_TREE;
	if (!DECL_ARGUMENTS(function) || !points_to_numbers(TREE_TYPE(DECL_ARGUMENTS(function))))
		return NULL_TREE;
	return only_reads(function, 2) ? pointer : NULL_TREE;
}

/* A call that only changes the order of a number's bytes. */
bool swaps_bytes(gimple *call)
{
	static const char *const names[] = {
		"ntohs",      "ntohl",      "htons",      "htonl",      "bswap_16",   "bswap_32",
		"__bswap_16", "__bswap_32", "lwip_ntohs", "lwip_ntohl", "lwip_htons", "lwip_htonl"
	};
	const char *name = called_name(call);

	if (gimple_call_num_args(call) < 1)
		return false;
	if (gimple_call_builtin_p(call, BUILT_IN_BSWAP16) ||
	    gimple_call_builtin_p(call, BUILT_IN_BSWAP32) ||
	    gimple_call_builtin_p(call, BUILT_IN_BSWAP64) ||
	    gimple_call_builtin_p(call, BUILT_IN_EXPECT))
		return true;
	if (!name || gimple_call_num_args(call) != 1)
		return false;
	for (const char *each : names)
		if (!strcmp(name, each))
			return true;
	return strstr(name, "swab") || strstr(name, "bswap") || strstr(name, "_to_cpu") ||
	       strstr(name, "SwapBytes");
}

/* Does FUN read numbers out of bytes at all? Cheap: most functions do not. */
bool reads_lengths(const struct lc_model *model, function *fun)
{
	basic_block block;

	if (is_called_from_outside(model, fun->decl))
		return true;
	FOR_EACH_BB_FN(block, fun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
		     gsi_next(&gsi))
			if (loads_out_of_bytes(gsi_stmt(gsi)) || read_by_call(gsi_stmt(gsi)) ||
			    fills_from_outside(model, gsi_stmt(gsi)) ||
			    loads_amount_received(model, gsi_stmt(gsi)))
				return true;
	return false;
}
