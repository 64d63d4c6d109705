/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Functions of the unit that do not return, or do so only if a condition holds:
 * die (), check (len >= n), need (len, n). After a call of one it holds.
 */
#include "across.h"

#define MOST_BLOCKS 256
#define MOST_CHAIN 16
#define MOST_CONDITIONS 4
#define MOST_BACK 6

/*
 * Without LEFT being CODE to RIGHT the function does not return: parameters, or
 * constants. NULL, both: something else that a call in the function assures.
 */
struct assured_condition {
	tree left, right;
	enum tree_code code;
	location_t where;
};

static hash_map<tree, bool> *silenced; /* by function: it never returns */
static hash_map<tree, auto_vec<struct assured_condition> *> *assured; /* by function; NULL: none */

static bool never_returns(tree function);

/* Does control that comes into BLOCK not leave it? */
bool comes_to_nothing(basic_block block)
{
	for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi); gsi_next(&gsi)) {
		gimple *call = gsi_stmt(gsi);

		if (is_gimple_call(call) &&
		    (gimple_call_noreturn_p(call) || never_returns(gimple_call_fndecl(call))))
			return true;
	}
	return false;
}

static bool is_body_that_runs(tree function)
{
	cgraph_node *node = function ? cgraph_node::get(function) : NULL;

	return node && has_body_in_ssa(function) && node->get_availability() > AVAIL_INTERPOSABLE;
}

/* Does FUNCTION, in its own body, never come to its end? */
static bool never_returns(tree function)
{
	hash_set<basic_block> seen;
	auto_vec<basic_block> next;
	bool *known, ends = false;
	edge e;
	edge_iterator ei;

	if (!is_body_that_runs(function))
		return false;
	if (!silenced)
		silenced = new hash_map<tree, bool>();
	known = silenced->get(function);
	if (known)
		return *known;
	silenced->put(function, false); /* for one that calls itself */
	next.safe_push(ENTRY_BLOCK_PTR_FOR_FN(DECL_STRUCT_FUNCTION(function)));
	while (!next.is_empty() && !ends) {
		basic_block block = next.pop();

		ends = seen.elements() > MOST_BLOCKS;
		if (block->index >= NUM_FIXED_BLOCKS && comes_to_nothing(block))
			continue;
		FOR_EACH_EDGE(e, ei, block->succs) {
			ends |= e->dest == EXIT_BLOCK_PTR_FOR_FN(DECL_STRUCT_FUNCTION(function));
			if (!seen.add(e->dest))
				next.safe_push(e->dest);
		}
	}
	silenced->put(function, !ends);
	return !ends;
}

/* Looks through what stands between a comparison and the branch: conversions, expectations. */
static bool look_through(struct assured_condition *c)
{
	for (unsigned i = 0; i < MOST_BACK && TREE_CODE(c->left) == SSA_NAME; i++) {
		gimple *statement = SSA_NAME_DEF_STMT(c->left);

		if (SSA_NAME_IS_DEFAULT_DEF(c->left) ||
		    (c->code != EQ_EXPR && c->code != NE_EXPR) || !integer_zerop(c->right))
			return true;
		if (gimple_call_builtin_p(statement, BUILT_IN_EXPECT)) {
			c->left = gimple_call_arg(statement, 0);
		} else if (is_gimple_assign(statement) &&
			   CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(statement)) &&
			   INTEGRAL_TYPE_P(TREE_TYPE(gimple_assign_rhs1(statement))) &&
			   TYPE_PRECISION(TREE_TYPE(gimple_assign_rhs1(statement))) == 1) {
			c->left = gimple_assign_rhs1(statement);
		} else if (is_gimple_assign(statement) &&
			   TREE_CODE_CLASS(gimple_assign_rhs_code(statement)) == tcc_comparison) {
			enum tree_code code = gimple_assign_rhs_code(statement);

			c->code = c->code == NE_EXPR ? code : invert_tree_comparison(code, false);
			c->left = gimple_assign_rhs1(statement);
			c->right = gimple_assign_rhs2(statement);
			if (c->code == ERROR_MARK)
				return false;
		} else {
			return true;
		}
	}
	return true;
}

static const auto_vec<struct assured_condition> *conditions_of(tree function);

static bool has_assuring_call(basic_block block)
{
	for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi); gsi_next(&gsi)) {
		gimple *call = gsi_stmt(gsi);

		if (is_gimple_call(call) && is_body_that_runs(gimple_call_fndecl(call)) &&
		    conditions_of(gimple_call_fndecl(call)))
			return true;
	}
	return false;
}

static void find_conditions(tree function, auto_vec<struct assured_condition> *conditions)
{
	basic_block block =
		single_succ_p(ENTRY_BLOCK_PTR_FOR_FN(DECL_STRUCT_FUNCTION(function))) ?
			single_succ(ENTRY_BLOCK_PTR_FOR_FN(DECL_STRUCT_FUNCTION(function))) :
			NULL;

	for (unsigned i = 0; block && block->index >= NUM_FIXED_BLOCKS && i < MOST_CHAIN &&
			     conditions->length() < MOST_CONDITIONS;
	     i++) {
		gimple *last = lc_last_stmt(block);
		struct assured_condition c = {};
		edge on = NULL;
		edge e;
		edge_iterator ei;

		if (has_assuring_call(block))
			conditions->safe_push(c);
		if (single_succ_p(block)) {
			block = single_succ(block);
			continue;
		}
		if (!last || gimple_code(last) != GIMPLE_COND)
			return;
		FOR_EACH_EDGE(e, ei, block->succs) {
			if (e->dest->index >= NUM_FIXED_BLOCKS && comes_to_nothing(e->dest))
				continue;
			if (on)
				return;
			on = e;
		}
		if (!on)
			return;
		c.left = gimple_cond_lhs(last);
		c.right = gimple_cond_rhs(last);
		c.code = gimple_cond_code(last);
		c.where = gimple_location(last);
		if (!(on->flags & EDGE_TRUE_VALUE))
			c.code = invert_tree_comparison(c.code, false);
		if (c.code != ERROR_MARK && look_through(&c))
			conditions->safe_push(c);
		block = on->dest;
	}
}

/* The conditions that hold whenever FUNCTION returns, from its beginning on; or NULL. */
static const auto_vec<struct assured_condition> *conditions_of(tree function)
{
	auto_vec<struct assured_condition> **known, *made;

	if (!assured)
		assured = new hash_map<tree, auto_vec<struct assured_condition> *>();
	known = assured->get(function);
	if (known)
		return *known;
	assured->put(function, NULL); /* for one that calls itself */
	made = new auto_vec<struct assured_condition>();
	find_conditions(function, made);
	if (made->is_empty()) {
		delete made;
		made = NULL;
	}
	assured->put(function, made);
	return made;
}

/* What CALL hands FUNCTION for OPERAND, a parameter or a constant; or NULL. */
static tree handed_over(gimple *call, tree function, tree operand)
{
	unsigned i = 0;

	if (!operand || TREE_CODE(operand) == INTEGER_CST)
		return operand;
	if (TREE_CODE(operand) != SSA_NAME || !SSA_NAME_IS_DEFAULT_DEF(operand))
		return NULL_TREE;
	for (tree p = DECL_ARGUMENTS(function); p; p = DECL_CHAIN(p), i++)
		if (p == SSA_NAME_VAR(operand))
			return i < gimple_call_num_args(call) &&
					       types_compatible_p(
						       TREE_TYPE(p),
						       TREE_TYPE(gimple_call_arg(call, i))) ?
				       gimple_call_arg(call, i) :
				       NULL_TREE;
	return NULL_TREE;
}

static void look_at_call(struct analysis *a, gimple *call)
{
	tree function = gimple_call_fndecl(call);
	const auto_vec<struct assured_condition> *conditions;
	struct assuring *assuring;
	bool all = true;

	if (!is_body_that_runs(function))
		return;
	conditions = conditions_of(function);
	if (!conditions)
		return;
	assuring = new struct assuring();
	assuring->call = call;
	for (const struct assured_condition &c : *conditions) {
		tree left = handed_over(call, function, c.left),
		     right = handed_over(call, function, c.right);

		if (left && right)
			facts_of_comparison(a, &assuring->facts, left, c.code, right,
					    gimple_location(call));
		else
			all = false;
	}
	/* Members, and what is worked out, take more than a look. */
	if (!all)
		add_answered(a, &assuring->facts, call);
	a->assuring->safe_push(assuring);
}

/* The calls of the function after which something holds. */
const auto_vec<struct assuring *> *assuring_calls(struct analysis *a)
{
	basic_block block;

	if (a->assuring)
		return a->assuring;
	a->assuring = new auto_vec<struct assuring *>();
	FOR_EACH_BB_FN(block, a->fun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
		     gsi_next(&gsi))
			if (is_gimple_call(gsi_stmt(gsi)))
				look_at_call(a, gsi_stmt(gsi));
	return a->assuring;
}

void free_assuring(struct analysis *a)
{
	if (!a->assuring)
		return;
	for (struct assuring *each : *a->assuring)
		delete each;
	delete a->assuring;
}
