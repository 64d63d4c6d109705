/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What in a function speaks of a length: conditions, and calls that may compare
 * it or make room.
 */
#include "length_names.h"
#include "speakers.h"

/* The field of ROOT's struct that holds the length, or NULL. */
tree length_field_of(const struct root *root)
{
	tree reference = root->load && root->pair && root->pair->length ?
				 pair_reference(root, root->pair->length) :
			 root->load && !root->header ? length_member(root->load) :
						       NULL_TREE;

	return reference ? TREE_OPERAND(reference, 1) : NULL_TREE;
}

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

/* The parameter of CALLEE that gets what is PARAMETER of who calls it, or NULL. */
static tree handed_on(gimple *call, tree callee, tree parameter)
{
	tree own = DECL_ARGUMENTS(callee);

	for (unsigned i = 0; own && i < gimple_call_num_args(call); i++, own = DECL_CHAIN(own))
		if (parameter_behind(gimple_call_arg(call, i)) == parameter)
			return own;
	return NULL_TREE;
}

/*
 * Does FUN, or what it hands the record to, move the start of a record that holds
 * its length in FIELD in DIRECTION? Of the record that is PARAMETER, if not NULL;
 * and on each way to BEFORE, if not NULL.
 */
static bool moves_start(struct analysis *a, function *fun, tree field, tree parameter,
			enum lc_model_direction direction, gimple *before, unsigned depth)
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
			if (before && (call == before ||
				       !dominated_by_p(CDI_DOMINATORS, gimple_bb(before), block)))
				break;
			record = TREE_TYPE(gimple_call_arg(call, 0));
			move = points_to_record(record) &&
					       TYPE_MAIN_VARIANT(TREE_TYPE(record)) ==
						       TYPE_MAIN_VARIANT(DECL_CONTEXT(field)) ?
				       move_of_call(a, call) :
				       NULL;
			if (move && move->direction == direction &&
			    (!parameter ||
			     parameter_behind(gimple_call_arg(call, 0)) == parameter) &&
			    (direction != LC_MOVE_PUSH ||
			     !moves_start(a, fun, field, parameter, LC_MOVE_PULL, call, 0)))
				return true;
			callee = gimple_call_fndecl(call);
			if (move || !depth || !has_body_in_ssa(callee))
				continue;
			record = parameter ? handed_on(call, callee, parameter) : NULL_TREE;
			if ((record || !parameter) &&
			    moves_start(a, DECL_STRUCT_FUNCTION(callee), field, record, direction,
					NULL, depth - 1))
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

/*
 * Does FUNCTION take bytes off the record that is its PARAMETER, or one that
 * calls it where it is static? Whether a caller's is the same is not asked.
 */
static bool is_consumed(struct analysis *a, tree function, tree field, tree parameter,
			unsigned depth)
{
	cgraph_node *node = cgraph_node::get(function);

	if (!has_body_in_ssa(function))
		return false;
	if (moves_start(a, DECL_STRUCT_FUNCTION(function), field, parameter, LC_MOVE_PULL, NULL, 1))
		return true;
	if (TREE_PUBLIC(function) || !node || !depth)
		return false;
	for (cgraph_edge *e = node->callers; e; e = e->next_caller)
		if (is_consumed(a, e->caller->decl, field, NULL_TREE, depth - 1))
			return true;
	return false;
}

/*
 * Does FUNCTION send, by its name: ath_tx_start, libipw_xmit? What tells of frames that were
 * sent (tx_done_event) gets bytes from a device.
 */
static bool is_sender(tree function)
{
	static const char *const sends[] = { "tx", "xmit", "transmit" };
	static const char *const receives[] = { "rx",  "recv",   "receive", "event", "evt",
						"ind", "report", "rsp",     "resp",  "response" };
	const char *word = DECL_NAME(function) ? IDENTIFIER_POINTER(DECL_NAME(function)) : "";
	bool is_one = false;

	while (*(word += strspn(word, "_"))) {
		size_t n = strcspn(word, "_");

		for (const char *part : sends)
			is_one |= !strncmp(word, part, strlen(part));
		for (const char *part : receives)
			if (n == strlen(part) && !strncmp(word, part, n))
				return false;
		word += n;
	}
	return is_one;
}

struct speakers *find_speakers(struct analysis *a, const struct root *root,
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
	if (!TREE_PUBLIC(a->fun->decl) && parameter_behind_root(root) &&
	    !is_called_from_outside(a->model, a->fun->decl)) {
		tree parameter = field ? parameter_behind_root(root) : length_parameter_of(a, root);

		all->callers = !parameter ||
			       callers_may_compare(a, a->fun->decl, parameter, field,
						   field != NULL_TREE, MOST_CALLERS, &all->call);
	}
	if (field && root->pair && root->pair->layered && parameter_behind_root(root)) {
		tree record = parameter_behind_root(root);

		all->outgoing = moves_start(a, a->fun, field, record, LC_MOVE_PUSH, NULL, 0) ||
				is_sender(a->fun->decl);
		all->consumed = is_consumed(a, a->fun->decl, field, record, MOST_CALLERS);
	}
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

void free_speakers(struct analysis *a)
{
	for (struct speakers *each : a->speakers)
		delete each;
}
