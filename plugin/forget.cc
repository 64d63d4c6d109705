/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * For tests alone: makes a unit forget a guard. What is compared at a place is
 * replaced by a value that nothing is known of, before anything is analysed, so
 * that no part of the engine can still know it. The compile must end with the
 * analysis: the code is no longer what was written.
 */
#include "analysis.h"
#include "plugin.h"

/* A parameter of FUN that it does not have: any value of TYPE. */
static tree anything(function *fun, tree type)
{
	tree parameter = build_decl(UNKNOWN_LOCATION, PARM_DECL, get_identifier("forgotten"), type);

	DECL_CONTEXT(parameter) = fun->decl;
	DECL_ARG_TYPE(parameter) = type;
	return get_or_create_ssa_default_def(fun, parameter);
}

static bool is_there(struct lc_unit *unit, gimple *statement, const struct forgotten *what)
{
	struct lc_place place = place_of(unit, gimple_location(statement));

	return place.line == what->line && place.column == what->column && place.file &&
	       !strcmp(place.file, what->file);
}

/* Is CALL's answer a guard: by the model, or because its function can be looked into? */
static bool answers(const struct lc_model *model, gimple *call)
{
	tree callee = gimple_call_fndecl(call), lhs = gimple_call_lhs(call);
	const char *name = called_name(call);

	if (!name || !lhs || TREE_CODE(lhs) != SSA_NAME || !INTEGRAL_TYPE_P(TREE_TYPE(lhs)))
		return false;
	return lc_model_find_guard(model, name) || DECL_STRUCT_FUNCTION(callee);
}

/* Makes what the statement at GSI decides unknown; false if it decides nothing. */
static bool forget(const struct lc_model *model, function *fun, gimple_stmt_iterator *gsi)
{
	gimple *statement = gsi_stmt(*gsi);
	tree lhs = gimple_get_lhs(statement), unknown;

	if (gimple_code(statement) == GIMPLE_COND) {
		unknown = anything(fun, boolean_type_node);
		gimple_cond_set_condition(as_a<gcond *>(statement), NE_EXPR, unknown,
					  boolean_false_node);
	} else if (gimple_code(statement) == GIMPLE_SWITCH) {
		gswitch *choice = as_a<gswitch *>(statement);

		unknown = anything(fun, TREE_TYPE(gimple_switch_index(choice)));
		gimple_switch_set_index(choice, unknown);
	} else if (is_gimple_assign(statement) &&
		   TREE_CODE_CLASS(gimple_assign_rhs_code(statement)) == tcc_comparison) {
		gimple_assign_set_rhs_from_tree(gsi, anything(fun, TREE_TYPE(lhs)));
		statement = gsi_stmt(*gsi);
	} else if (is_gimple_call(statement) && answers(model, statement)) {
		gimple_call_set_lhs(statement, NULL_TREE);
		update_stmt(statement);
		statement = gimple_build_assign(lhs, anything(fun, TREE_TYPE(lhs)));
		gsi_insert_after(gsi, statement, GSI_NEW_STMT);
	} else {
		return false;
	}
	update_stmt(statement);
	return true;
}

/* What WHAT names in FUN becomes unknown; whether there was anything. */
bool forget_guard(struct lc_unit *unit, const struct lc_model *model, function *fun,
		  const struct forgotten *what)
{
	bool found = false;
	basic_block block;

	push_cfun(fun);
	FOR_EACH_BB_FN(block, fun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
		     gsi_next(&gsi))
			if (is_there(unit, gsi_stmt(gsi), what))
				found |= forget(model, fun, &gsi);
	pop_cfun();
	return found;
}
