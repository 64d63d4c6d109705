/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Parameters that point to void, and by all calls of the function get bytes:
 * those of a packet that a table of callbacks is handed, and not a cookie.
 */
#include "required.h"
#include "tables.h"

#define MOST_CALLS 64
#define HANDED_WORK 20000u /* for one call */

static hash_map<tree, bool> *by_parameter, *by_argument;

/* Does ARGUMENT of a call that CALLER makes point to bytes? *KNOWN: that could be asked. */
static bool points_into_bytes(struct analysis *a, tree caller, tree argument, bool *known)
{
	function *fun = DECL_STRUCT_FUNCTION(caller);
	struct analysis b = {};
	bool *there, found;

	if (fun == a->fun)
		return root_of(a, argument).bytes;
	there = by_argument->get(argument);
	if (there)
		return *there;
	if (is_under_analysis(fun)) {
		*known = false;
		return false;
	}
	begin_analysis(&b, a->unit, a->model, fun);
	b.work = ANALYSIS_WORK - HANDED_WORK;
	found = root_of(&b, argument).bytes && !b.exhausted;
	a->work += b.work - (ANALYSIS_WORK - HANDED_WORK);
	end_analysis(&b);
	by_argument->put(argument, found);
	return found;
}

/* The same of argument INDEX of CALL; NULL counts for nothing, nor does what a function hands itself. */
static bool hands_bytes(struct analysis *a, tree caller, gimple *call, unsigned index, tree name,
			unsigned *n, bool *known)
{
	tree argument;

	if (!call || !has_body_in_ssa(caller) || index >= gimple_call_num_args(call) ||
	    *n == MOST_CALLS)
		return false;
	argument = gimple_call_arg(call, index);
	if (argument == name || integer_zerop(argument))
		return true;
	++*n;
	return POINTER_TYPE_P(TREE_TYPE(argument)) && points_into_bytes(a, caller, argument, known);
}

bool gets_bytes(struct analysis *a, tree name)
{
	tree parameter = SSA_NAME_VAR(name), function = a->fun->decl;
	unsigned index = 0, n = 0;
	bool *there, all = true, known = true;
	cgraph_node *node;

	if (!parameter || TREE_CODE(parameter) != PARM_DECL || a->exhausted)
		return false;
	if (!by_parameter) {
		by_parameter = new hash_map<tree, bool>();
		by_argument = new hash_map<tree, bool>();
	}
	there = by_parameter->get(parameter);
	if (there)
		return *there;
	by_parameter->put(parameter, false); /* while it is being asked */
	if (!is_called_in_sight(function))
		return false;
	for (tree p = DECL_ARGUMENTS(function); p && p != parameter; p = DECL_CHAIN(p))
		index++;
	node = cgraph_node::get(function);
	for (cgraph_edge *e = node->callers; e && all; e = e->next_caller)
		all = hands_bytes(a, e->caller->decl, e->call_stmt, index, name, &n, &known);
	for (unsigned i = 0; i < calls_through_tables()->length() && all; i++) {
		const struct table_call *through = (*calls_through_tables())[i];

		for (unsigned k = 0; k < through->entries.length() && all; k++)
			if (through->entries[k].function == function)
				all = hands_bytes(a, through->caller, through->call, index, name,
						  &n, &known);
	}
	if (known)
		by_parameter->put(parameter, all && n);
	else
		by_parameter->remove(parameter);
	return all && n;
}

void forget_handed(void)
{
	delete by_parameter;
	delete by_argument;
	by_parameter = by_argument = NULL;
}
