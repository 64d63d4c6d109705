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

/* Can a length come over edge I: is what merges at the join, and reaches so far, from outside there? */
static bool possible_for_length(void *context, unsigned point, unsigned join, unsigned i)
{
	struct length_flow *f = own(context);
	basic_block block = f->a->points[join].block;

	for (gphi_iterator gsi = gsi_start_phis(block); !gsi_end_p(gsi); gsi_next(&gsi)) {
		tree result = gimple_phi_result(gsi.phi());
		unsigned merged, came;

		if (virtual_operand_p(result) || !is_source(f->l, result, &merged) ||
		    !lc_linear_coefficient(&f->reach, term_of_ssa(f->a, result)))
			continue;
		if (!is_source(f->l, gimple_phi_arg_def(gsi.phi(), i), &came) ||
		    (!is_same_source(f->l, merged, came) && !comes_from_outside(f->a, f->l, came)))
			return false;
	}
	return edge_possible(f->a, point, join, i);
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
