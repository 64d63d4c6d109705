/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One function from facts to verdicts: sets the analysis up, runs it, and
 * leaves the function as it was.
 */
#include "alignments.h"
#include "lengths.h"
#include "required.h"
#include "views.h"
#include "written.h"

bool has_body_in_ssa(tree function)
{
	return function && DECL_STRUCT_FUNCTION(function) && DECL_STRUCT_FUNCTION(function)->cfg &&
	       gimple_in_ssa_p(DECL_STRUCT_FUNCTION(function));
}

static bool is_worth_it(function *fun);

/* Does CALL get a pointer to T from a function of the unit that has a cast in it? */
static bool may_get_view(gimple *call, tree lhs)
{
	static hash_map<tree, bool> *known;
	tree callee = gimple_call_fndecl(call);
	bool *there;

	if (!callee || !lhs || !points_to_record(TREE_TYPE(lhs)) || !has_body_in_ssa(callee))
		return false;
	if (!known)
		known = new hash_map<tree, bool>();
	there = known->get(callee);
	if (there)
		return *there;
	known->put(callee, false); /* for one that calls itself */
	known->put(callee, is_worth_it(DECL_STRUCT_FUNCTION(callee)));
	return *known->get(callee);
}

/* Could CALL, of a function of the unit, set a pointer to T that the function has? */
static bool may_hand_out_view(gimple *call)
{
	for (unsigned i = 0; i < gimple_call_num_args(call); i++) {
		tree argument = gimple_call_arg(call, i);

		if (TREE_CODE(argument) == ADDR_EXPR && VAR_P(TREE_OPERAND(argument, 0)) &&
		    points_to_record(TREE_TYPE(TREE_OPERAND(argument, 0))) &&
		    has_body_in_ssa(gimple_call_fndecl(call)))
			return true;
	}
	return false;
}

/* A function without any pointer cast has no conversion: most end here. */
static bool is_worth_it(function *fun)
{
	basic_block block;

	FOR_EACH_BB_FN(block, fun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
		     gsi_next(&gsi)) {
			gimple *statement = gsi_stmt(gsi);
			tree lhs = gimple_get_lhs(statement), rhs;

			if (lhs && POINTER_TYPE_P(TREE_TYPE(lhs)) &&
			    !points_to_bytes(TREE_TYPE(lhs)) && !points_to_void(TREE_TYPE(lhs))) {
				rhs = is_gimple_call(statement) ?
					      (gimple_call_fntype(statement) ?
						       TREE_TYPE(gimple_call_fntype(statement)) :
						       NULL_TREE) :
				      is_gimple_assign(statement) ?
					      TREE_TYPE(gimple_assign_rhs1(statement)) :
					      NULL_TREE;
				if (rhs && rhs != TREE_TYPE(lhs))
					return true;
			}
			if (is_gimple_call(statement) &&
			    (may_get_view(statement, lhs) || may_hand_out_view(statement)))
				return true;
			if (is_gimple_call(statement) && gimple_call_fntype(statement)) {
				tree list = TYPE_ARG_TYPES(gimple_call_fntype(statement));

				for (unsigned i = 0; list && i < gimple_call_num_args(statement);
				     i++, list = TREE_CHAIN(list))
					if (TREE_VALUE(list) &&
					    points_to_record(TREE_VALUE(list)) &&
					    TREE_VALUE(list) !=
						    TREE_TYPE(gimple_call_arg(statement, i)))
						return true;
			}
			for (unsigned i = 0; i < gimple_num_ops(statement); i++) {
				tree op = gimple_op(statement, i), base;

				if (!op || !REFERENCE_CLASS_P(op))
					continue;
				base = base_of(op);
				if (base && TREE_CODE(base) == MEM_REF &&
				    TREE_TYPE(base) != TREE_TYPE(TREE_TYPE(TREE_OPERAND(base, 0))))
					return true;
			}
		}
	return false;
}

/* A large function needs its work for verdicts, not for the shortest proofs. */
static bool has_work_to_spare(void *context)
{
	const struct analysis *a = (const struct analysis *)context;

	return a->work < ANALYSIS_WORK / 8;
}

static void note_exhausted(struct analysis *a)
{
	struct lc_incomplete *note = lc_unit_add_incomplete(a->unit);
	tree name = DECL_NAME(a->fun->decl);

	if (!note)
		return;
	note->function = name ? lc_arena_strdup(&a->unit->arena, IDENTIFIER_POINTER(name)) : NULL;
	note->reason =
		a->exhausted ?
			"the bound on work for one function was reached; what is not proven is open" :
			"a chain of merges was too long to follow; views behind it may be missing";
}

/* The functions that are being looked at, one for the sake of the other. */
static auto_vec<const function *> under_analysis;

bool is_under_analysis(const function *fun)
{
	return under_analysis.contains(fun);
}

/* Sets A, all zero, up for FUN, which becomes the compiler's current function. */
void begin_analysis(struct analysis *a, struct lc_unit *unit, const struct lc_model *model,
		    function *fun)
{
	push_cfun(fun);
	under_analysis.safe_push(fun);
	a->had_dominators = dom_info_available_p(CDI_DOMINATORS);
	calculate_dominance_info(CDI_DOMINATORS);
	a->unit = unit;
	a->model = model;
	a->fun = fun;
	a->linear = new hash_map<tree, lc_linear *>();
	a->roots = new hash_map<tree, struct root *>();
	a->answers = new hash_map<gimple *, struct call_answers *>();
	a->terms.safe_push(term());
	a->guards.safe_grow_cleared(last_basic_block_for_fn(fun));
	a->flow.context = a;
	a->flow.facts = facts_at;
	a->flow.join = join_above;
	a->flow.worth = join_worth_splitting;
	a->flow.exhausted = &a->exhausted;
	a->flow.spare = has_work_to_spare;
	a->flow.entry = join_or_loop_above;
	a->flow.edge = edge_into;
	a->flow.possible = edge_possible;
	a->flow.bounds = bounds_by_definition;
}

void end_analysis(struct analysis *a)
{
	for (auto_vec<lc_fact *> *facts : a->guards)
		delete facts;
	for (struct term &t : a->terms)
		delete t.facts;
	free_speakers(a);
	free_answers(a);
	free_own_objects(a);
	free_assuring(a);
	delete a->alignments;
	delete a->linear;
	delete a->roots;
	if (a->ranger)
		lc_ranger_end(a->fun, a->ranger);
	if (!a->had_dominators)
		free_dominance_info(CDI_DOMINATORS);
	under_analysis.pop();
	pop_cfun();
}

void analyse_function(struct lc_unit *unit, const struct lc_model *model, function *fun)
{
	size_t first = unit->n_conversions;
	struct analysis a = {};
	struct lengths lengths;
	bool copies = copies_in(model, fun);
	bool views = is_worth_it(fun) || copies || fills_union(model, fun);
	bool reads = reads_lengths(model, fun) || copies;
	bool leaks = hands_out(model, fun);

	find_registers(unit, model, fun);
	find_retyped(unit, fun);
	if (!views && !reads && !leaks) {
		lc_unit_judge(unit, first);
		return;
	}
	begin_analysis(&a, unit, model, fun);
	if (reads)
		follow_lengths(&a, &lengths);
	if (views)
		find_conversions(&a);
	find_lengths(&a, &lengths);
	if (leaks)
		find_leaks(&a);
	lc_unit_judge(unit, first);
	state_requirements(&a, first);
	keep_required(&a, first);
	/* The facts of the accesses go with this analysis. */
	for (size_t i = first; i < unit->n_conversions; i++) {
		struct lc_conversion *c = unit->conversions[i];

		for (size_t k = 0; k < c->n_accesses; k++)
			c->accesses[k].need = NULL;
		c->n_handed_on = 0;
	}
	if (a.exhausted || a.bounded)
		note_exhausted(&a);
	end_analysis(&a);
}
