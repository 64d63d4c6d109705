/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Frames: which blocks of a function a call can reach, given the constants that it
 * hands over, and which blocks decide whether another is run.
 */
#include "analysis.h"
#include "validates.h"

#define MAX_BLOCKS 1000
#define MAX_FRAMES_DEEP 12
#define MAX_FOLDS 24

bool is_spent(struct validity *v)
{
	if (v->work++ > VALIDITY_WORK)
		v->open = true;
	return v->open;
}

/* What the call of F hands over for PARAMETER; NULL if that is not in sight. */
tree argument_of(struct frame *f, tree parameter)
{
	unsigned index = 0;

	if (!f->call)
		return NULL_TREE;
	for (tree p = DECL_ARGUMENTS(f->fun->decl); p; p = DECL_CHAIN(p), index++)
		if (p == parameter)
			return index < gimple_call_num_args(f->call) ?
				       gimple_call_arg(f->call, index) :
				       NULL_TREE;
	return NULL_TREE;
}

/* The constant that VALUE is in F, or NULL. */
tree constant_of(struct frame *f, tree value, unsigned depth)
{
	gimple *statement;
	tree type, left, right, folded;
	enum tree_code code;

	if (TREE_CODE(value) == INTEGER_CST)
		return value;
	if (TREE_CODE(value) != SSA_NAME || depth > MAX_FOLDS)
		return NULL_TREE;
	if (SSA_NAME_IS_DEFAULT_DEF(value)) {
		tree parameter = SSA_NAME_VAR(value);
		tree argument = parameter ? argument_of(f, parameter) : NULL_TREE;

		folded = argument ? constant_of(f->caller, argument, depth + 1) : NULL_TREE;
		return folded && INTEGRAL_TYPE_P(TREE_TYPE(value)) ?
			       fold_convert(TREE_TYPE(value), folded) :
			       NULL_TREE;
	}
	statement = SSA_NAME_DEF_STMT(value);
	if (!is_gimple_assign(statement) || !INTEGRAL_TYPE_P(TREE_TYPE(value)))
		return NULL_TREE;
	code = gimple_assign_rhs_code(statement);
	type = TREE_TYPE(gimple_assign_lhs(statement));
	left = constant_of(f, gimple_assign_rhs1(statement), depth + 1);
	if (!left)
		return NULL_TREE;
	switch (get_gimple_rhs_class(code)) {
	case GIMPLE_SINGLE_RHS:
		return left;
	case GIMPLE_UNARY_RHS:
		folded = fold_unary(code, type, left);
		break;
	case GIMPLE_BINARY_RHS:
		right = constant_of(f, gimple_assign_rhs2(statement), depth + 1);
		folded = right ? fold_binary(code, type, left, right) : NULL_TREE;
		break;
	default:
		return NULL_TREE;
	}
	return folded && TREE_CODE(folded) == INTEGER_CST ? folded : NULL_TREE;
}

/* The edge that is taken at the end of BLOCK, if F says which. */
static edge taken_edge(struct frame *f, basic_block block)
{
	gimple *last = lc_last_stmt(block);
	tree left, right, folded;

	if (last && gimple_code(last) == GIMPLE_COND) {
		left = constant_of(f, gimple_cond_lhs(last), 0);
		right = constant_of(f, gimple_cond_rhs(last), 0);
		folded = left && right ? fold_binary(gimple_cond_code(last), boolean_type_node,
						     left, right) :
					 NULL_TREE;
		return folded && TREE_CODE(folded) == INTEGER_CST ? find_taken_edge(block, folded) :
								    NULL;
	}
	if (last && gimple_code(last) == GIMPLE_SWITCH) {
		left = constant_of(f, gimple_switch_index(as_a<gswitch *>(last)), 0);
		return left ? find_taken_edge(block, left) : NULL;
	}
	return NULL;
}

static void reach(struct frame *f)
{
	auto_vec<basic_block> next;
	edge e, taken;
	edge_iterator ei;

	next.safe_push(ENTRY_BLOCK_PTR_FOR_FN(f->fun));
	while (!next.is_empty()) {
		basic_block block = next.pop();

		if (!bitmap_set_bit(f->reached, block->index))
			continue;
		taken = taken_edge(f, block);
		FOR_EACH_EDGE(e, ei, block->succs)
			if ((!taken || e == taken) && !(e->flags & EDGE_EH))
				next.safe_push(e->dest);
	}
}

/* The end of which blocks decides whether BLOCK is run? */
static void find_controls(struct frame *f, basic_block block)
{
	basic_block other;
	edge e;
	edge_iterator ei;

	FOR_EACH_BB_FN(other, f->fun) {
		if (EDGE_COUNT(other->succs) < 2 || !bitmap_bit_p(f->reached, other->index) ||
		    taken_edge(f, other) ||
		    (other != block && dominated_by_p(CDI_POST_DOMINATORS, other, block)))
			continue;
		FOR_EACH_EDGE(e, ei, other->succs)
			if (e->dest == block ||
			    dominated_by_p(CDI_POST_DOMINATORS, e->dest, block)) {
				f->controls[block->index].push_back(other->index);
				break;
			}
	}
}

struct frame *new_frame(struct validity *v, function *fun, struct frame *caller, gimple *call)
{
	struct frame *f = new frame();
	basic_block block;

	f->v = v;
	f->fun = fun;
	f->caller = caller;
	f->call = call;
	f->depth = caller ? caller->depth + 1 : 0;
	f->controls.resize(last_basic_block_for_fn(fun));
	if (n_basic_blocks_for_fn(fun) > MAX_BLOCKS || is_spent(v)) {
		v->open = true;
		return f;
	}
	v->work += n_basic_blocks_for_fn(fun);
	push_cfun(fun);
	reach(f);
	calculate_dominance_info(CDI_POST_DOMINATORS);
	FOR_EACH_BB_FN(block, fun)
		if (bitmap_bit_p(f->reached, block->index))
			find_controls(f, block);
	free_dominance_info(CDI_POST_DOMINATORS);
	pop_cfun();
	return f;
}

/* The frame of CALL in F; NULL if the function is not in sight. */
struct frame *frame_of_call(struct frame *f, gimple *call)
{
	tree callee = gimple_call_fndecl(call);
	struct frame **there = f->calls.get(call), *made;

	if (there)
		return *there;
	if (!callee || !has_body_in_ssa(callee))
		return NULL;
	if (f->depth >= MAX_FRAMES_DEEP) {
		f->v->open = true;
		return NULL;
	}
	made = new_frame(f->v, DECL_STRUCT_FUNCTION(callee), f, call);
	f->calls.put(call, made);
	return made;
}

static bool free_call(gimple *const &, struct frame **f, void *)
{
	free_frame(*f);
	return true;
}

static bool free_carried(tree const &, bitmap *set, void *)
{
	BITMAP_FREE(*set);
	return true;
}

void free_frame(struct frame *f)
{
	f->calls.traverse<void *, free_call>(NULL);
	f->carried.traverse<void *, free_carried>(NULL);
	delete f;
}
