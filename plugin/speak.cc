/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * When an access that is not proven is a finding: whether something that is
 * seen here could have compared the length all the same.
 */
#include "speakers.h"

/* The parameter that POINTER is, or is loaded through: skb of skb->data, hdev of hdev->skb->data. */
tree parameter_behind(tree pointer)
{
	for (unsigned i = 0; i < 6 && TREE_CODE(pointer) == SSA_NAME; i++) {
		gimple *statement = SSA_NAME_DEF_STMT(pointer);
		tree base;

		if (SSA_NAME_IS_DEFAULT_DEF(pointer))
			return SSA_NAME_VAR(pointer);
		if (!is_gimple_assign(statement))
			return NULL_TREE;
		if (!gimple_assign_load_p(statement)) {
			pointer = gimple_assign_rhs1(statement);
			continue;
		}
		base = base_of(gimple_assign_rhs1(statement));
		if (!base || TREE_CODE(base) != MEM_REF)
			return NULL_TREE;
		pointer = TREE_OPERAND(base, 0);
	}
	return NULL_TREE;
}

/* Is what LOAD reads the work of a function whose body is in this unit? */
static bool is_left_by_the_unit(struct analysis *a, gimple *load)
{
	lc_term t = term_of_load(a, gimple_assign_rhs1(load), load);
	tree memory = t ? a->terms[t].memory : NULL_TREE;

	return memory && is_gimple_call(SSA_NAME_DEF_STMT(memory)) &&
	       has_body_in_ssa(gimple_call_fndecl(SSA_NAME_DEF_STMT(memory)));
}

/* The same for whose bytes ROOT is; an accessor may load it, so that it has no name here. */
tree parameter_behind_root(const struct root *root)
{
	tree base = root->load ? base_of(root->load) : NULL_TREE;

	if (root->node)
		return parameter_behind(root->node);
	return base && TREE_CODE(base) == MEM_REF ? parameter_behind(TREE_OPERAND(base, 0)) :
						    NULL_TREE;
}

/* Did POINTER come from another object, the head of a queue or a field of a device, or from a call? */
static bool is_from_elsewhere(struct analysis *a, tree pointer, unsigned depth)
{
	gimple *statement;
	tree base;

	for (unsigned i = 0; i < 6 && pointer && TREE_CODE(pointer) == SSA_NAME; i++) {
		statement = SSA_NAME_DEF_STMT(pointer);
		if (SSA_NAME_IS_DEFAULT_DEF(pointer))
			return false;
		if (gimple_code(statement) == GIMPLE_PHI) {
			for (unsigned k = 0; depth && k < gimple_phi_num_args(statement); k++)
				if (is_from_elsewhere(a, gimple_phi_arg_def(statement, k),
						      depth - 1))
					return true;
			return false;
		}
		if (!is_gimple_assign(statement))
			return is_gimple_call(statement);
		if (gimple_assign_load_p(statement)) {
			base = base_of(gimple_assign_rhs1(statement));
			return base && (TREE_CODE(base) == MEM_REF || is_global_var(base) ||
					is_left_by_the_unit(a, statement));
		}
		pointer = gimple_assign_rhs1(statement);
	}
	return false;
}

/*
 * Are pointer and length those of an object that was kept somewhere, such as
 * queue->head->data or dequeue (queue)->data? What is kept may have been
 * checked when it was.
 */
bool is_kept(struct analysis *a, const struct root *root)
{
	tree base = root->load ? base_of(root->load) : NULL_TREE;

	return base && TREE_CODE(base) == MEM_REF && is_from_elsewhere(a, TREE_OPERAND(base, 0), 2);
}

/* Is COND a conjunction or disjunction of which one outcome says nothing of the parts? */
static bool is_combination(gimple *cond)
{
	tree value = gimple_cond_lhs(cond);

	for (unsigned i = 0; i < SPEAKING_DEPTH && TREE_CODE(value) == SSA_NAME; i++) {
		gimple *statement = SSA_NAME_DEF_STMT(value);

		if (gimple_call_builtin_p(statement, BUILT_IN_EXPECT)) {
			value = gimple_call_arg(statement, 0);
			continue;
		}
		if (!is_gimple_assign(statement) || gimple_assign_load_p(statement))
			return false;
		if (gimple_assign_rhs_code(statement) == BIT_AND_EXPR ||
		    gimple_assign_rhs_code(statement) == BIT_IOR_EXPR)
			return TYPE_PRECISION(TREE_TYPE(value)) == 1;
		value = gimple_assign_rhs1(statement);
	}
	return false;
}

#define MOST_BLOCKS 512

/* Can control get from the end of block FROM to block TO? */
bool leads_to(struct analysis *a, basic_block from, basic_block to)
{
	hash_set<basic_block> seen;
	auto_vec<basic_block> next;
	edge e;
	edge_iterator ei;

	next.safe_push(from);
	while (!next.is_empty()) {
		if (seen.elements() > MOST_BLOCKS)
			return true;
		FOR_EACH_EDGE(e, ei, next.pop()->succs) {
			if (e->dest == to)
				return true;
			if (!seen.add(e->dest))
				next.safe_push(e->dest);
		}
		a->work++;
	}
	return false;
}

/*
 * Could the branch at the end of block GUARD be what covers an access in block
 * ACCESS? Not if it comes after it, and not if control surely also gets to the
 * access around it: by a merge right above that GUARD does not dominate, or
 * past a condition one outcome of which says nothing of its parts.
 */
bool may_cover(struct analysis *a, basic_block guard, basic_block access)
{
	basic_block b = access;

	if (dominated_by_p(CDI_DOMINATORS, guard, access) || !leads_to(a, guard, access))
		return false;
	while (single_pred_p(b) && single_succ_p(single_pred(b)))
		b = single_pred(b);
	if (EDGE_COUNT(b->preds) >= 2) {
		basic_block above = get_immediate_dominator(CDI_DOMINATORS, b);

		/* Right above the merge: both its outcomes come here. */
		if (guard == above)
			return false;
		return dominated_by_p(CDI_DOMINATORS, b, guard) ||
		       !dominated_by_p(CDI_DOMINATORS, guard, above);
	}
	return !single_pred_p(b) || single_pred(b) != guard || !is_combination(lc_last_stmt(guard));
}

/* Does STATEMENT run before ACCESS on some way, as far as blocks tell? */
bool may_precede(gimple *statement, gimple *access)
{
	if (gimple_bb(statement) != gimple_bb(access))
		return !dominated_by_p(CDI_DOMINATORS, gimple_bb(statement), gimple_bb(access));
	for (gimple_stmt_iterator gsi = gsi_for_stmt(statement); !gsi_end_p(gsi); gsi_next(&gsi))
		if (gsi_stmt(gsi) == access)
			return true;
	return false;
}

/* Is FACT about a length of FIELD that is not LENGTH: the same field, loaded when it could be another? */
static bool is_of_another_load(struct analysis *a, const lc_fact *fact,
			       const struct lc_length *length, tree field)
{
	for (unsigned i = 0; i < fact->nonnegative.n; i++) {
		lc_term t = fact->nonnegative.terms[i].term;
		tree node = a->terms[t].node;

		if (field && a->terms[t].kind == TERM_LOAD && TREE_CODE(node) == COMPONENT_REF &&
		    TREE_OPERAND(node, 1) == field && !lc_linear_coefficient(&length->value, t))
			return true;
	}
	return false;
}

/* What the branch at the end of GUARD says of the length at ACCESS. */
enum saying {
	SAYS_NOTHING, /* GUARD is not on the way, or what it says is not understood */
	SAYS_OF_ANOTHER, /* it speaks of the same field, loaded at another time */
	SAYS_MORE, /* it speaks of what is worked out from the length */
	SAYS_SO, /* it speaks of the length: that is among the facts */
};

static enum saying what_it_says(struct analysis *a, basic_block guard, basic_block access,
				const struct lc_length *length, tree field)
{
	for (basic_block b = access; b; b = get_immediate_dominator(CDI_DOMINATORS, b)) {
		auto_vec<lc_fact *> *facts = guards_at(a, b);

		a->work++;
		if (!only_way_into(b) || only_way_into(b)->src != guard)
			continue;
		for (unsigned i = 0; facts && i < facts->length(); i++) {
			if (is_of_another_load(a, (*facts)[i], length, field))
				return SAYS_OF_ANOTHER;
			for (unsigned t = 0; t < length->value.n; t++)
				if (lc_linear_coefficient(&(*facts)[i]->nonnegative,
							  length->value.terms[t].term))
					return SAYS_SO;
		}
		return facts && !facts->is_empty() ? SAYS_MORE : SAYS_NOTHING;
	}
	return SAYS_NOTHING;
}

/* On some way around the loop whose head merges SELF, is COME no more than a constant from it? */
static bool is_step_of_constant(struct analysis *a, const struct lc_linear *self,
				struct lc_linear come, unsigned depth)
{
	struct lc_linear step = lc_linear_add(&come, self, -1);
	basic_block merge;

	if (!step.valid || lc_linear_is_constant(&step))
		return true;
	for (unsigned i = 0; depth && i < come.n; i++) {
		lc_term t = come.terms[i].term;

		merge = lc_linear_coefficient(self, t) ? NULL : merge_of_term(a, t);
		for (unsigned k = 0; merge && k < EDGE_COUNT(merge->preds); k++) {
			struct lc_linear other = lc_linear_term(t), way = value_on_edge(a, t, k);

			way = lc_linear_add(&way, &other, -1);
			way = lc_linear_add(&come, &way, come.terms[i].coefficient);
			if (is_step_of_constant(a, self, way, depth - 1))
				return true;
		}
	}
	return false;
}

/* Does VALUE go down by records of one size, so that it is nothing or enough for one? */
static bool steps_by_constant(struct analysis *a, tree value)
{
	struct lc_linear e = linear_of(a, value);

	for (unsigned i = 0; i < e.n; i++) {
		lc_term t = e.terms[i].term;
		struct lc_linear self = lc_linear_term(t);
		basic_block head = merge_of_term(a, t);

		for (unsigned k = 0; head && k < EDGE_COUNT(head->preds); k++)
			if (dominated_by_p(CDI_DOMINATORS, EDGE_PRED(head, k)->src, head) &&
			    is_step_of_constant(a, &self, value_on_edge(a, t, k), 2))
				return true;
	}
	return false;
}

/* Does the branch at the end of GUARD only keep one constant from coming to ACCESS? */
static bool excludes_one_value(struct analysis *a, basic_block guard, basic_block access)
{
	gimple *cond = lc_last_stmt(guard);
	enum tree_code code = gimple_cond_code(cond);
	edge e;
	edge_iterator ei;

	if ((code != EQ_EXPR && code != NE_EXPR) || TREE_CODE(gimple_cond_rhs(cond)) != INTEGER_CST)
		return false;
	FOR_EACH_EDGE(e, ei, guard->succs)
		if (e->flags & (code == NE_EXPR ? EDGE_TRUE_VALUE : EDGE_FALSE_VALUE))
			return single_pred_p(e->dest) &&
			       dominated_by_p(CDI_DOMINATORS, access, e->dest) &&
			       !steps_by_constant(a, gimple_cond_lhs(cond));
	return false;
}

/* What CONDITION asks the truth of, as a value; NULL if it asks for anything else. */
static tree truth_asked_of(gimple *condition)
{
	tree value = gimple_cond_lhs(condition);

	if (gimple_cond_code(condition) != NE_EXPR || !integer_zerop(gimple_cond_rhs(condition)))
		return NULL_TREE;
	for (unsigned i = 0; i < SPEAKING_DEPTH && TREE_CODE(value) == SSA_NAME; i++) {
		gimple *statement = SSA_NAME_DEF_STMT(value);

		if (gimple_call_builtin_p(statement, BUILT_IN_EXPECT))
			value = gimple_call_arg(statement, 0);
		else if (is_gimple_assign(statement) &&
			 (CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(statement)) ||
			  (gimple_assign_rhs_code(statement) == NE_EXPR &&
			   integer_zerop(gimple_assign_rhs2(statement)))))
			value = gimple_assign_rhs1(statement);
		else
			break;
	}
	return value;
}

/* Is what the branch at the end of GUARD asks known at ACCESS, because it is asked again further down? */
static bool is_asked_again(struct analysis *a, basic_block guard, basic_block access,
			   const struct speakers *all)
{
	tree value = truth_asked_of(lc_last_stmt(guard));

	for (basic_block b = access; value && b; b = get_immediate_dominator(CDI_DOMINATORS, b)) {
		basic_block above = only_way_into(b) ? only_way_into(b)->src : NULL;

		a->work++;
		if (above && above != guard && all->conditions.contains(above) &&
		    truth_asked_of(lc_last_stmt(above)) == value &&
		    dominated_by_p(CDI_DOMINATORS, above, guard))
			return true;
	}
	return false;
}

/* Notes in NEED that CONDITION may cover the access: if it is the only one, and says nothing just because ways have met, its place. */
static void note_elsewhere(struct analysis *a, gimple *condition, enum saying says, bool first,
			   struct lc_need *need)
{
	struct lc_place place = place_of(a->unit, gimple_location(condition));

	if (first && says == SAYS_NOTHING)
		need->on_the_way_at = place;
	else if (!lc_place_is_same(&place, &need->on_the_way_at) || says != SAYS_NOTHING)
		need->on_the_way_at.line = 0;
}

/*
 * Why an open ACCESS is no finding, or NULL if it is one. Says in NEED whether
 * the length is compared all the same: on some ways, or in a form that gave no
 * fact (loaded anew, cast).
 */
static const char *why_silent(struct analysis *a, gimple *access, const struct root *root,
			      const struct speakers *all, struct lc_need *need)
{
	tree field = length_field_of(root);
	bool elsewhere = false;

	if (all->call) {
		need->caller.place = place_of(a->unit, gimple_location(all->call));
		need->caller.text = "the function is called here, and nothing compared it before";
	}
	if (is_kept(a, root))
		return "it may have been checked when it was kept";
	a->work += all->conditions.length() + all->calls.length();
	for (basic_block block : all->conditions) {
		enum saying says = what_it_says(a, block, gimple_bb(access), need->length, field);

		if (says != SAYS_SO &&
		    !(says == SAYS_NOTHING && is_asked_again(a, block, gimple_bb(access), all)) &&
		    !(says == SAYS_NOTHING && excludes_one_value(a, block, gimple_bb(access))) &&
		    may_cover(a, block, gimple_bb(access))) {
			note_elsewhere(a, lc_last_stmt(block), says, !elsewhere, need);
			elsewhere = true;
			need->on_the_way |=
				says != SAYS_MORE &&
				(dominated_by_p(CDI_DOMINATORS, gimple_bb(access), block) ||
				 is_of_earlier_walk(a, block, gimple_bb(access)));
		}
		need->sometimes |= may_precede(lc_last_stmt(block), access);
	}
	if (all->outgoing)
		return "it is on its way out: who sends it has made it";
	if (elsewhere)
		return "a guard elsewhere in the function may cover it";
	if (all->conditions.is_empty() && root->pair && root->pair->layered &&
	    parameter_behind_root(root) && !all->consumed)
		return "the layer that hands the record over may have compared its length";
	if (all->conditions.is_empty() && !all->call && is_in_cookie(root))
		return "who made a cookie of the record may have compared its length";
	for (gimple *call : all->calls)
		if (may_precede(call, access) &&
		    !(need->length->only_compared &&
		      (call == root->call || may_fill(a, call, root, &need->length->value))))
			return "a function that was called may have compared it";
	return NULL;
}

/* Why what looks like the length of the bytes behind a VIEW is none, or NULL. */
static const char *why_mistaken(tree view, bool write, const struct root *root,
				const struct speakers *all, const struct lc_need *need)
{
	if (all->end_tested)
		return "there may be no end to compare with: it is tested for being null";
	/* Where a record is filled, its length says how far that has come, not how much room there is. */
	if (write && root->pair && root->pair->layered && !parameter_behind_root(root))
		return "who makes a record makes room in it";
	if (need->length->by_name && root->node && points_to_void(TREE_TYPE(root->node)) &&
	    holds_pointers(view, 0))
		return "what holds pointers is no view of bytes from outside";
	return NULL;
}

/* Is a cursor, whose bytes begin at START, compared on the way to ACCESS as it is now? */
static bool is_compared(struct analysis *a, gimple *access, const struct lc_linear *start)
{
	for (basic_block b = gimple_bb(access); b; b = get_immediate_dominator(CDI_DOMINATORS, b)) {
		auto_vec<lc_fact *> *facts = guards_at(a, b);

		for (unsigned i = 0; facts && start->n && i < facts->length(); i++)
			if (lc_linear_coefficient(&(*facts)[i]->nonnegative, start->terms[0].term))
				return true;
	}
	return false;
}

/* Fills in of NEED, with its length known, what decides whether an open verdict is a finding. */
void decide_to_speak(struct analysis *a, gimple *access, bool write, tree view,
		     const struct root *root, struct lc_need *need)
{
	struct speakers *all;
	bool unheard =
		false; /* of a member that names make a length: the function does not compare it */

	/* An offset that varies is judged by what bounds it, unless its steps could add up. */
	need->may_add_up = !TREE_PUBLIC(a->fun->decl);
	if (!need->length)
		return;
	if (a->exhausted) {
		need->silent = "the bound on work was reached";
		return;
	}
	all = find_speakers(a, root, need->length);
	/* Nor can callers that compare nothing have seen to it that steps add up. */
	need->may_add_up &= all->callers;
	need->silent = why_silent(a, access, root, all, need);
	if (all->callers) {
		need->up_to_callers = !need->silent;
		need->silent = "the callers of this static function may have compared it";
	}
	if (!need->silent && need->length->only_compared && !TREE_PUBLIC(a->fun->decl))
		need->silent = "who calls this static function may have compared the size";
	if (!need->silent && need->length->claimed)
		need->silent = "who found the table may have compared its length";
	if (!need->silent && root->counted)
		need->silent = "who filled the record may have compared how many bytes it has";
	if (!need->silent && write && need->length->by_name && all->conditions.is_empty())
		need->silent = "who has a buffer filled hands over one that is large enough";
	if (need->length->by_name && root->load && !root->pair && !end_of_cursor(root->load)) {
		if (!need->silent)
			need->silent = "who filled the record may have compared its length";
		unheard = all->conditions.is_empty();
	}
	need->mistaken = unheard ? "who filled the record may have compared its length" :
				   why_mistaken(view, write, root, all, need);
	if (!need->mistaken && root->load && !root->pair && end_of_cursor(root->load) &&
	    !is_compared(a, access, &root->start))
		need->mistaken = "the pointer may have been moved since it was compared";
	need->may_add_up |= all->multiple_tested;
	for (gimple *call : all->takers)
		need->may_add_up |= may_precede(call, access);
}
