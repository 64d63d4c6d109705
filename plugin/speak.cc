/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * When an access that is not proven is a finding: whether something that is
 * seen here could have compared the length all the same.
 */
#include "across.h"

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

/* The field of ROOT's struct that holds the length, or NULL. */
static tree length_field_of(const struct root *root)
{
	tree reference = root->load && root->pair && root->pair->length ?
				 pair_reference(root, root->pair->length) :
				 NULL_TREE;

	return reference ? TREE_OPERAND(reference, 1) : NULL_TREE;
}

#define SPEAKING_DEPTH 5
#define MOST_CALLERS 4 /* calls one inside the other that are followed back */

static bool is_loop_head(basic_block block)
{
	edge e;
	edge_iterator ei;

	FOR_EACH_EDGE(e, ei, block->preds)
		if (dominated_by_p(CDI_DOMINATORS, e->src, block))
			return true;
	return false;
}

/* Does VALUE, or what it is worked out from, speak of LENGTH, or of any FIELD of its kind? */
static bool speaks_of(struct analysis *a, tree value, const struct lc_length *length, tree field,
		      unsigned depth)
{
	struct lc_linear e;
	gimple *statement;

	if (TREE_CODE(value) != SSA_NAME || depth > SPEAKING_DEPTH)
		return false;
	a->work++;
	e = linear_of(a, value);
	for (unsigned i = 0; i < e.n; i++) {
		struct term *term = &a->terms[e.terms[i].term];

		if (lc_linear_coefficient(&length->value, e.terms[i].term) ||
		    (field && term->kind == TERM_LOAD && TREE_CODE(term->node) == COMPONENT_REF &&
		     TREE_OPERAND(term->node, 1) == field))
			return true;
	}
	statement = SSA_NAME_DEF_STMT(value);
	if (SSA_NAME_IS_DEFAULT_DEF(value))
		return false;
	if (gimple_code(statement) == GIMPLE_PHI) {
		/* What is left of it after some turns of a loop. */
		for (unsigned i = 0;
		     is_loop_head(gimple_bb(statement)) && i < gimple_phi_num_args(statement); i++)
			if (speaks_of(a, gimple_phi_arg_def(statement, i), length, field,
				      depth + 2))
				return true;
	} else if (is_gimple_assign(statement) && !gimple_assign_load_p(statement)) {
		for (unsigned i = 1; i < gimple_num_ops(statement); i++)
			if (speaks_of(a, gimple_op(statement, i), length, field, depth + 1))
				return true;
	} else if (gimple_call_builtin_p(statement, BUILT_IN_EXPECT)) {
		return speaks_of(a, gimple_call_arg(statement, 0), length, field, depth + 1);
	}
	return false;
}

/* Could CALL compare LENGTH, or make room: does it get the length, or the record that holds it? */
static bool call_may_compare(struct analysis *a, gimple *call, const struct lc_length *length,
			     tree field)
{
	const char *name = called_name(call);

	/* What the model knows of a call is among the facts; but what makes room may make enough. */
	if (name) {
		const struct lc_model_guard *guard = guard_of_call(a, call);
		const struct lc_model_move *move = move_of_call(a, call);

		if ((guard && guard->when == LC_WHEN_ALWAYS) ||
		    (move && (move->direction == LC_MOVE_PUSH || move->direction == LC_MOVE_PUT)))
			return field != NULL_TREE;
		if (source_of_call(a, call) || accessor_of_call(a, call) || (move && !guard))
			return false;
	}
	if (!gimple_call_lhs(call) || answers_without_asking(a, call))
		return false;
	for (unsigned i = 0; i < gimple_call_num_args(call); i++) {
		tree argument = gimple_call_arg(call, i);

		if (TREE_CODE(argument) != SSA_NAME)
			continue;
		if (field && points_to_record(TREE_TYPE(argument)) &&
		    TYPE_MAIN_VARIANT(TREE_TYPE(TREE_TYPE(argument))) ==
			    TYPE_MAIN_VARIANT(DECL_CONTEXT(field)))
			return true;
		if (INTEGRAL_TYPE_P(TREE_TYPE(argument)) &&
		    speaks_of(a, argument, length, field, 0))
			return true;
	}
	return false;
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
static bool leads_to(struct analysis *a, basic_block from, basic_block to)
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

/* Is VALUE worked out as a remainder or with a mask: does a test of it say that a length is a multiple? */
static bool is_remainder(tree value, unsigned depth)
{
	gimple *statement;

	if (TREE_CODE(value) != SSA_NAME || depth > SPEAKING_DEPTH ||
	    SSA_NAME_IS_DEFAULT_DEF(value))
		return false;
	statement = SSA_NAME_DEF_STMT(value);
	if (!is_gimple_assign(statement) || gimple_assign_load_p(statement))
		return false;
	if (gimple_assign_rhs_code(statement) == TRUNC_MOD_EXPR ||
	    (gimple_assign_rhs_code(statement) == BIT_AND_EXPR &&
	     TYPE_PRECISION(TREE_TYPE(value)) > 1))
		return true;
	for (unsigned i = 1; i < gimple_num_ops(statement); i++)
		if (is_remainder(gimple_op(statement, i), depth + 1))
			return true;
	return false;
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

/*
 * What in the function speaks of one length: gathered once, for each access
 * through any view of the same bytes asks.
 */
struct speakers {
	struct lc_linear start; /* of the bytes */
	struct lc_linear length; /* theirs */
	auto_vec<basic_block> conditions;
	auto_vec<gimple *> calls; /* that may compare it */
	auto_vec<gimple *> takers; /* that get it as a number */
	bool multiple_tested; /* it is tested for being a multiple of something */
	bool callers; /* those who call this static function may have compared it */
	gimple *call; /* or a call of it before which nobody has, or NULL */
	bool end_tested; /* the end that it is worked out from is tested for being a pointer at all */
	bool consumed; /* bytes before these were taken off in sight, here or by who calls this */
};

/* Does FUN, or what it hands the record to, take bytes off a record that holds its length in FIELD? */
static bool consumes(struct analysis *a, function *fun, tree field, unsigned depth)
{
	basic_block block;

	FOR_EACH_BB_FN(block, fun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
		     gsi_next(&gsi)) {
			gimple *call = gsi_stmt(gsi);
			const struct lc_model_move *move;
			tree record, callee;

			if (!is_gimple_call(call) || !gimple_call_num_args(call))
				continue;
			a->work++;
			record = TREE_TYPE(gimple_call_arg(call, 0));
			if (!points_to_record(record) ||
			    TYPE_MAIN_VARIANT(TREE_TYPE(record)) !=
				    TYPE_MAIN_VARIANT(DECL_CONTEXT(field)))
				continue;
			move = move_of_call(a, call);
			if (move && move->direction == LC_MOVE_PULL)
				return true;
			callee = gimple_call_fndecl(call);
			if (depth && has_body_in_ssa(callee) &&
			    consumes(a, DECL_STRUCT_FUNCTION(callee), field, depth - 1))
				return true;
		}
	return false;
}

/* Is CONDITION whether a pointer is null? That compares no length. */
static bool is_null_test(gimple *condition)
{
	return POINTER_TYPE_P(TREE_TYPE(gimple_cond_lhs(condition))) &&
	       integer_zerop(gimple_cond_rhs(condition));
}

/* Does FUNCTION take bytes off such a record, or one that calls it where it is static? */
static bool is_consumed(struct analysis *a, tree function, tree field, unsigned depth)
{
	cgraph_node *node = cgraph_node::get(function);

	if (!has_body_in_ssa(function))
		return false;
	if (consumes(a, DECL_STRUCT_FUNCTION(function), field, 1))
		return true;
	if (TREE_PUBLIC(function) || !node || !depth)
		return false;
	for (cgraph_edge *e = node->callers; e; e = e->next_caller)
		if (is_consumed(a, e->caller->decl, field, depth - 1))
			return true;
	return false;
}

static struct speakers *find_speakers(struct analysis *a, const struct root *root,
				      const struct lc_length *length)
{
	tree field = length_field_of(root);
	struct speakers *all;
	basic_block block;

	for (struct speakers *known : a->speakers)
		if (lc_linear_equal(&known->start, &root->start) &&
		    (known->length.valid ? lc_linear_equal(&known->length, &length->value) :
					   !length->value.valid))
			return known;
	all = new speakers();
	all->start = root->start;
	all->length = length->value;
	a->speakers.safe_push(all);
	if (!TREE_PUBLIC(a->fun->decl) && parameter_behind_root(root)) {
		tree parameter = field ? parameter_behind_root(root) : length_parameter_of(a, root);

		all->callers = !parameter || callers_may_compare(a, a->fun->decl, parameter, field,
								 MOST_CALLERS, &all->call);
	}
	if (field && root->pair->layered && parameter_behind_root(root))
		all->consumed = is_consumed(a, a->fun->decl, field, MOST_CALLERS);
	FOR_EACH_BB_FN(block, a->fun) {
		gimple *last = lc_last_stmt(block);

		if (last && gimple_code(last) == GIMPLE_COND && is_null_test(last)) {
			all->end_tested |=
				speaks_of(a, gimple_cond_lhs(last), length, NULL_TREE, 0) &&
				length->value.n > 1;
		} else if (last && gimple_code(last) == GIMPLE_COND &&
			   (speaks_of(a, gimple_cond_lhs(last), length, field, 0) ||
			    speaks_of(a, gimple_cond_rhs(last), length, field, 0))) {
			all->conditions.safe_push(block);
			all->multiple_tested |= is_remainder(gimple_cond_lhs(last), 0) ||
						is_remainder(gimple_cond_rhs(last), 0);
		}
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
		     gsi_next(&gsi)) {
			gimple *call = gsi_stmt(gsi);

			a->work++;
			if (!is_gimple_call(call))
				continue;
			if (call_may_compare(a, call, length, field))
				all->calls.safe_push(call);
			if (call_may_compare(a, call, length, NULL_TREE) &&
			    !answers_in_full(a, call))
				all->takers.safe_push(call);
		}
	}
	return all;
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
		if (!single_pred_p(b) || single_pred(b) != guard)
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

void free_speakers(struct analysis *a)
{
	for (struct speakers *each : a->speakers)
		delete each;
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

	if (all->callers)
		return "the callers of this static function may have compared it";
	if (all->call) {
		need->caller.place = place_of(a->unit, gimple_location(all->call));
		need->caller.text = "the function is called here, and nothing compared it before";
	}
	if (is_kept(a, root))
		return "it may have been checked when it was kept";
	a->work += all->conditions.length() + all->calls.length();
	for (basic_block block : all->conditions) {
		enum saying says = what_it_says(a, block, gimple_bb(access), need->length, field);

		if (says != SAYS_SO && may_cover(a, block, gimple_bb(access))) {
			elsewhere = true;
			need->on_the_way |=
				says != SAYS_MORE &&
				dominated_by_p(CDI_DOMINATORS, gimple_bb(access), block);
		}
		need->sometimes |= may_precede(lc_last_stmt(block), access);
	}
	if (elsewhere)
		return "a guard elsewhere in the function may cover it";
	if (all->conditions.is_empty() && root->pair && root->pair->layered &&
	    parameter_behind_root(root) && !all->consumed)
		return "the layer that hands the record over may have compared its length";
	for (gimple *call : all->calls)
		if (may_precede(call, access))
			return "a function that was called may have compared it";
	return NULL;
}

/* Does TYPE hold pointers, as nothing does that comes from outside? */
static bool holds_pointers(const_tree type, unsigned depth)
{
	while (TREE_CODE(type) == ARRAY_TYPE)
		type = TREE_TYPE(type);
	if (POINTER_TYPE_P(type))
		return true;
	if (!RECORD_OR_UNION_TYPE_P(type) || depth > 4)
		return false;
	for (tree field = TYPE_FIELDS(type); field; field = DECL_CHAIN(field))
		if (TREE_CODE(field) == FIELD_DECL && holds_pointers(TREE_TYPE(field), depth + 1))
			return true;
	return false;
}

/* Why what looks like the length of the bytes behind a VIEW is none, or NULL. */
static const char *why_mistaken(tree view, const struct root *root, const struct speakers *all,
				const struct lc_need *need)
{
	if (all->end_tested)
		return "there may be no end to compare with: it is tested for being null";
	if (need->length->by_name && root->node && points_to_void(TREE_TYPE(root->node)) &&
	    holds_pointers(view, 0))
		return "what holds pointers is no view of bytes from outside";
	return NULL;
}

/* Fills in of NEED, with its length known, what decides whether an open verdict is a finding. */
void decide_to_speak(struct analysis *a, gimple *access, bool write, tree view,
		     const struct root *root, struct lc_need *need)
{
	struct speakers *all;

	/* An offset that varies is judged by what bounds it, unless its steps could add up. */
	need->may_add_up = !TREE_PUBLIC(a->fun->decl);
	if (!need->length)
		return;
	if (a->exhausted) {
		need->silent = "the bound on work was reached";
		return;
	}
	all = find_speakers(a, root, need->length);
	need->silent = why_silent(a, access, root, all, need);
	if (!need->silent && write && need->length->by_name && all->conditions.is_empty())
		need->silent = "who has a buffer filled hands over one that is large enough";
	need->mistaken = why_mistaken(view, root, all, need);
	need->may_add_up |= all->multiple_tested;
	for (gimple *call : all->takers)
		need->may_add_up |= may_precede(call, access);
}
