/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * By which ways a length out of bytes comes to where it is used: where it merges
 * with what is none, the other ways are no matter of that length.
 */
#include "lengths.h"

/* The flow of a function, as far as it brings one length. */
struct length_flow {
	struct lc_flow flow;
	struct analysis *a;
	const struct lengths *l;
	struct lc_linear reach; /* where it reaches */
};

static struct length_flow *own(void *context)
{
	return (struct length_flow *)context;
}

static size_t facts_of_length(void *context, unsigned point, const struct lc_linear *goal,
			      const struct lc_fact **facts, size_t max)
{
	return facts_at(own(context)->a, point, goal, facts, max);
}

static unsigned join_of_length(void *context, unsigned point, unsigned *join)
{
	return join_above(own(context)->a, point, join);
}

static unsigned worth_for_length(void *context, unsigned point, const struct lc_linear *goal,
				 const struct lc_fact *const *known, size_t n_known, unsigned *join)
{
	return join_worth_splitting(own(context)->a, point, goal, known, n_known, join);
}

static unsigned entry_of_length(void *context, unsigned point, unsigned *join)
{
	return join_or_loop_above(own(context)->a, point, join);
}

static size_t edge_of_length(void *context, unsigned join, unsigned i, unsigned *point,
			     const struct lc_fact **facts, size_t max)
{
	return edge_into(own(context)->a, join, i, point, facts, max);
}

/* What NAME is where control comes over edge I into BLOCK. */
static tree value_over(tree name, basic_block block, unsigned i)
{
	gimple *statement = SSA_NAME_DEF_STMT(name);

	return gimple_code(statement) == GIMPLE_PHI && gimple_bb(statement) == block ?
		       gimple_phi_arg_def(statement, i) :
		       name;
}

/* Is VALUE a length from outside, or was it one that MERGED there already? */
static bool is_length(struct length_flow *f, tree value, unsigned merged)
{
	unsigned came;

	return is_source(f->l, value, &came) &&
	       (is_same_source(f->l, merged, came) || comes_from_outside(f->a, f->l, came));
}

/* Is the term T what a length from outside was read from? */
static bool is_read(struct length_flow *f, lc_term t)
{
	for (unsigned i = 0; i < f->l->sources.length(); i++) {
		struct lc_linear value;

		if (!f->l->sources[i].reference)
			continue;
		value = linear_of(f->a, f->l->sources[i].value);
		if (value.n == 1 && value.terms[0].term == t && comes_from_outside(f->a, f->l, i))
			return true;
	}
	return false;
}

/*
 * Can a length come over edge I? Not if what merges at the join, and reaches so
 * far, is none from there, and nothing else that the reach rests on is one either.
 */
static bool possible_for_length(void *context, unsigned point, unsigned join, unsigned i)
{
	struct length_flow *f = own(context);
	basic_block block = f->a->points[join].block;
	bool merges = false, comes = false;

	for (unsigned t = 0; t < f->reach.n && !comes; t++) {
		lc_term each = f->reach.terms[t].term;
		tree node = f->a->terms[each].node;
		unsigned merged;
		tree value;

		if (f->a->terms[each].kind == TERM_LOAD)
			comes = is_read(f, each);
		if (f->a->terms[each].kind != TERM_SSA || !is_source(f->l, node, &merged))
			continue;
		value = value_over(node, block, i);
		merges |= value != node;
		comes = is_length(f, value, merged);
	}
	return (comes || !merges) && edge_possible(f->a, point, join, i);
}

/* The flow for a question about a length that reaches up to REACH. */
const struct lc_flow *flow_of_length(struct analysis *a, const struct lengths *l,
				     const struct lc_linear *reach)
{
	struct length_flow *f = (struct length_flow *)lc_arena_alloc(&a->unit->arena, sizeof(*f));

	if (!f)
		return &a->flow;
	f->a = a;
	f->l = l;
	f->reach = *reach;
	f->flow.context = f;
	f->flow.facts = facts_of_length;
	f->flow.join = join_of_length;
	f->flow.worth = worth_for_length;
	f->flow.entry = entry_of_length;
	f->flow.edge = edge_of_length;
	f->flow.possible = possible_for_length;
	return &f->flow;
}
