/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A made-up control flow graph behind struct lc_flow: points with facts, joins
 * with edges that have facts of their own.
 */
#ifndef TEST_FLOW_H
#define TEST_FLOW_H

#include "support.h"

#define FLOW_POINTS 32
#define FLOW_EDGES 4
#define FLOW_FACTS 16

struct flow_facts {
	struct lc_fact facts[FLOW_FACTS];
	size_t n;
};

struct flow_graph {
	struct flow_facts points[FLOW_POINTS];
	struct {
		unsigned join,
			n_edges; /* the nearest join above a point; none if there are no edges */
	} above[FLOW_POINTS];
	struct {
		unsigned point;
		struct flow_facts along;
	} edges[FLOW_POINTS][FLOW_EDGES]; /* by the number of the join */
	unsigned questions; /* how often facts were asked for */
};

static inline struct lc_fact *flow_add(struct flow_facts *list, struct lc_linear nonnegative)
{
	assert_true(list->n < FLOW_FACTS);
	list->facts[list->n] = value_of(nonnegative);
	return &list->facts[list->n++];
}

static inline struct lc_fact *flow_fact(struct flow_graph *graph, unsigned point,
					struct lc_linear nonnegative)
{
	return flow_add(&graph->points[point], nonnegative);
}

static inline void flow_join(struct flow_graph *graph, unsigned point, unsigned join,
			     unsigned n_edges)
{
	graph->above[point].join = join;
	graph->above[point].n_edges = n_edges;
}

static inline void flow_edge(struct flow_graph *graph, unsigned join, unsigned i, unsigned point)
{
	graph->edges[join][i].point = point;
}

static inline struct lc_fact *flow_edge_fact(struct flow_graph *graph, unsigned join, unsigned i,
					     struct lc_linear nonnegative)
{
	return flow_add(&graph->edges[join][i].along, nonnegative);
}

static inline size_t flow_copy(const struct flow_facts *list, const struct lc_fact **facts,
			       size_t max)
{
	size_t n = list->n < max ? list->n : max;

	for (size_t i = 0; i < n; i++)
		facts[i] = &list->facts[i];
	return n;
}

static inline size_t flow_facts_at(void *context, unsigned point, const struct lc_linear *goal,
				   const struct lc_fact **facts, size_t max)
{
	struct flow_graph *graph = context;

	(void)goal;
	graph->questions++;
	return flow_copy(&graph->points[point], facts, max);
}

static inline unsigned flow_join_at(void *context, unsigned point, unsigned *join)
{
	struct flow_graph *graph = context;

	*join = graph->above[point].join;
	return graph->above[point].n_edges;
}

static inline size_t flow_edge_at(void *context, unsigned join, unsigned i, unsigned *point,
				  const struct lc_fact **facts, size_t max)
{
	struct flow_graph *graph = context;

	*point = graph->edges[join][i].point;
	return flow_copy(&graph->edges[join][i].along, facts, max);
}

static inline struct lc_flow flow_of(struct flow_graph *graph)
{
	return (struct lc_flow){
		.context = graph, .facts = flow_facts_at, .join = flow_join_at, .edge = flow_edge_at
	};
}

#endif
