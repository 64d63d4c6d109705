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
	const struct lc_model_move *move = name ? lc_model_find_move(model, name) : NULL;

	if (!name || !lhs || TREE_CODE(lhs) != SSA_NAME ||
	    (!INTEGRAL_TYPE_P(TREE_TYPE(lhs)) && !POINTER_TYPE_P(TREE_TYPE(lhs))))
		return false;
	return lc_model_find_guard(model, name) || (move && move->when != LC_WHEN_ALWAYS) ||
	       DECL_STRUCT_FUNCTION(callee);
}

/* Makes what the condition STATEMENT compares unknown. */
static void forget_condition(function *fun, gimple *statement)
{
	gimple_cond_set_condition(as_a<gcond *>(statement), NE_EXPR,
				  anything(fun, boolean_type_node), boolean_false_node);
	update_stmt(statement);
}

/* Makes the result of the comparison STATEMENT unknown. */
static void forget_comparison(function *fun, gimple *statement)
{
	gimple_stmt_iterator gsi = gsi_for_stmt(statement);

	gimple_assign_set_rhs_from_tree(&gsi,
					anything(fun, TREE_TYPE(gimple_assign_lhs(statement))));
	update_stmt(gsi_stmt(gsi));
}

static bool is_comparison(gimple *statement)
{
	return is_gimple_assign(statement) &&
	       TREE_CODE_CLASS(gimple_assign_rhs_code(statement)) == tcc_comparison;
}

/*
 * Makes what the pointer NAME, copied and merged too, is compared with unknown:
 * not the pointer itself, for what is viewed through it must still be listed.
 */
static void forget_tests(function *fun, tree name, hash_set<tree> *seen)
{
	auto_vec<gimple *> users;
	imm_use_iterator it;
	gimple *use;

	if (!name || TREE_CODE(name) != SSA_NAME || seen->add(name))
		return;
	FOR_EACH_IMM_USE_STMT(use, it, name)
	users.safe_push(use);
	for (gimple *user : users)
		if (gimple_code(user) == GIMPLE_COND)
			forget_condition(fun, user);
		else if (is_comparison(user))
			forget_comparison(fun, user);
		else if (gimple_code(user) == GIMPLE_PHI)
			forget_tests(fun, gimple_phi_result(user), seen);
		else if (is_gimple_assign(user) &&
			 (gimple_assign_single_p(user) ||
			  CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(user))) &&
			 gimple_assign_rhs1(user) == name)
			forget_tests(fun, gimple_assign_lhs(user), seen);
}

/* Is STATEMENT a call that answers nothing, of a function that may not come back? */
static bool is_assurance(gimple *statement)
{
	tree callee = is_gimple_call(statement) ? gimple_call_fndecl(statement) : NULL_TREE;

	return callee && !gimple_get_lhs(statement) && DECL_STRUCT_FUNCTION(callee) &&
	       !stmt_ends_bb_p(statement);
}

/* Makes what the statement at GSI decides unknown; false if it decides nothing. */
static bool forget(const struct lc_model *model, function *fun, gimple_stmt_iterator *gsi)
{
	gimple *statement = gsi_stmt(*gsi);
	tree lhs = gimple_get_lhs(statement), unknown;

	if (gimple_code(statement) == GIMPLE_COND) {
		forget_condition(fun, statement);
	} else if (gimple_code(statement) == GIMPLE_SWITCH) {
		gswitch *choice = as_a<gswitch *>(statement);

		unknown = anything(fun, TREE_TYPE(gimple_switch_index(choice)));
		gimple_switch_set_index(choice, unknown);
		update_stmt(statement);
	} else if (is_comparison(statement)) {
		forget_comparison(fun, statement);
	} else if (is_gimple_call(statement) && answers(model, statement) &&
		   POINTER_TYPE_P(TREE_TYPE(lhs))) {
		hash_set<tree> seen;

		forget_tests(fun, lhs, &seen);
	} else if (is_assurance(statement)) {
		unlink_stmt_vdef(statement);
		gsi_remove(gsi, true);
		gsi_insert_before(gsi, gimple_build_nop(), GSI_SAME_STMT);
	} else if (is_gimple_call(statement) && answers(model, statement)) {
		gimple_call_set_lhs(statement, NULL_TREE);
		update_stmt(statement);
		statement = gimple_build_assign(lhs, anything(fun, TREE_TYPE(lhs)));
		gsi_insert_after(gsi, statement, GSI_NEW_STMT);
		update_stmt(statement);
	} else {
		return false;
	}
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
