// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Proofs over the joins of a control flow graph that the test makes up: what
 * holds on every way is proven, what one way forgets is not.
 */
#include "support.h"

#include "flow.h"

enum { LEN = 1, N, M };

static struct flow_graph graph;

static int start(void **state)
{
	(void)state;
	memset(&graph, 0, sizeof(graph));
	return 0;
}

static bool proves_at(unsigned point, struct lc_linear goal, unsigned depth)
{
	struct lc_flow flow = flow_of(&graph);
	struct lc_proof proof = { .n = 0 };

	return lc_prove_at(&flow, point, &goal, depth, &proof);
}

static void a_straight_line_needs_no_join(void **state)
{
	(void)state;
	flow_fact(&graph, 0, E(-8, LEN, 1));
	assert_true(proves_at(0, E(-8, LEN, 1), 0));
	assert_false(proves_at(0, E(-9, LEN, 1), 0));
	assert_false(proves_at(0, E(-9, LEN, 1), 3));
}

/* if (c) { if (len < 8) return; } else { if (len < 12) return; } access */
static void both_ways_guarded_is_proven(void **state)
{
	(void)state;
	flow_join(&graph, 0, 5, 2);
	flow_edge(&graph, 5, 0, 1);
	flow_edge(&graph, 5, 1, 2);
	flow_fact(&graph, 1, E(-8, LEN, 1));
	flow_fact(&graph, 2, E(-12, LEN, 1));
	assert_true(proves_at(0, E(-8, LEN, 1), 1));
	assert_false(proves_at(0, E(-12, LEN, 1), 1));
	assert_false(proves_at(0, E(-8, LEN, 1), 0));
}

/* The join above POINT, past the one at 5, for a goal that speaks of LEN. */
static unsigned past_the_nearest(void *context, unsigned point, const struct lc_linear *goal,
				 const struct lc_fact *const *known, size_t n_known, unsigned *join)
{
	(void)known;
	(void)n_known;
	if (lc_linear_coefficient(goal, LEN) && graph.above[point].join == 5)
		point = 5;
	return flow_join_at(context, point, join);
}

/* if (len < 8) { if (len < 4) return; } then a choice of no concern, then the access */
static void a_join_that_is_passed_takes_no_depth(void **state)
{
	struct lc_flow flow = flow_of(&graph);
	struct lc_linear goal = E(-4, LEN, 1), more = E(-5, LEN, 1);

	(void)state;
	flow_join(&graph, 0, 5, 2);
	flow_edge(&graph, 5, 0, 1);
	flow_edge(&graph, 5, 1, 2);
	for (unsigned point = 1; point <= 2; point++)
		flow_join(&graph, point, 6, 2);
	flow_join(&graph, 5, 6, 2);
	flow_edge(&graph, 6, 0, 3);
	flow_edge(&graph, 6, 1, 4);
	flow_fact(&graph, 3, E(-8, LEN, 1));
	flow_fact(&graph, 4, E(-4, LEN, 1));
	assert_false(lc_prove_at(&flow, 0, &goal, 1, NULL));
	assert_true(lc_prove_at(&flow, 0, &goal, 2, NULL));
	flow.worth = past_the_nearest;
	assert_true(lc_prove_at(&flow, 0, &goal, 1, NULL));
	assert_false(lc_prove_at(&flow, 0, &more, 1, NULL));
	assert_false(lc_prove_at(&flow, 0, &goal, 0, NULL));
}

static void a_guard_forgotten_on_one_way_is_not_proven(void **state)
{
	(void)state;
	flow_join(&graph, 0, 5, 3);
	flow_edge(&graph, 5, 0, 1);
	flow_edge(&graph, 5, 1, 2);
	flow_edge(&graph, 5, 2, 3);
	flow_fact(&graph, 1, E(-8, LEN, 1));
	flow_fact(&graph, 2, E(0, LEN, 1));
	flow_fact(&graph, 3, E(-8, LEN, 1));
	for (unsigned depth = 0; depth < 4; depth++)
		assert_false(proves_at(0, E(-8, LEN, 1), depth));
	/* Wherever the one that forgets stands. */
	graph.edges[5][1].point = 1;
	graph.edges[5][2].point = 2;
	assert_false(proves_at(0, E(-8, LEN, 1), 3));
	graph.edges[5][2].point = 1;
	graph.edges[5][0].point = 2;
	assert_false(proves_at(0, E(-8, LEN, 1), 3));
}

static void the_condition_of_an_edge_counts_on_that_edge_alone(void **state)
{
	(void)state;
	flow_join(&graph, 0, 5, 2);
	flow_edge(&graph, 5, 0, 1);
	flow_edge(&graph, 5, 1, 2);
	flow_edge_fact(&graph, 5, 0, E(-8, LEN, 1));
	assert_false(proves_at(0, E(-8, LEN, 1), 3));
	flow_edge_fact(&graph, 5, 1, E(-8, LEN, 1));
	assert_true(proves_at(0, E(-8, LEN, 1), 3));
}

/* n = c ? 8 : 16, len >= n after the join: the merged value is known on each edge. */
static void a_merged_value_is_what_its_edge_says(void **state)
{
	(void)state;
	flow_fact(&graph, 0, E(0, LEN, 1, N, -1));
	flow_join(&graph, 0, 5, 2);
	flow_edge(&graph, 5, 0, 1);
	flow_edge_fact(&graph, 5, 0, E(-8, N, 1));
	flow_edge_fact(&graph, 5, 0, E(8, N, -1));
	flow_edge(&graph, 5, 1, 2);
	flow_edge_fact(&graph, 5, 1, E(-16, N, 1));
	flow_edge_fact(&graph, 5, 1, E(16, N, -1));
	assert_true(proves_at(0, E(-8, LEN, 1), 1));
	assert_true(proves_at(0, E(16, N, -1), 1));
	assert_false(proves_at(0, E(-9, LEN, 1), 1));
	assert_false(proves_at(0, E(15, N, -1), 1));
}

static bool first_edge_alone(void *context, unsigned point, unsigned join, unsigned i)
{
	(void)context;
	(void)point;
	(void)join;
	return i == 0;
}

static void a_way_that_the_adapter_excludes_is_not_asked(void **state)
{
	struct lc_flow flow = flow_of(&graph);
	struct lc_linear goal = E(-8, LEN, 1);
	struct lc_proof proof = { .n = 0 };

	(void)state;
	flow_join(&graph, 0, 5, 2);
	flow_edge(&graph, 5, 0, 1);
	flow_edge(&graph, 5, 1, 2);
	flow_fact(&graph, 1, E(-8, LEN, 1));
	assert_false(lc_prove_at(&flow, 0, &goal, 3, &proof));
	flow.possible = first_edge_alone;
	assert_true(lc_prove_at(&flow, 0, &goal, 3, &proof));
}

static void a_way_that_cannot_be_taken_does_not_count(void **state)
{
	(void)state;
	flow_fact(&graph, 0, E(-1, N, 1));
	flow_join(&graph, 0, 5, 2);
	flow_edge(&graph, 5, 0, 1);
	flow_edge(&graph, 5, 1, 2);
	flow_edge_fact(&graph, 5, 0, E(0, N, -1));
	flow_edge_fact(&graph, 5, 1, E(-8, LEN, 1));
	/* n >= 1 holds below, n <= 0 on the first way; a link makes it of interest to len. */
	flow_edge_fact(&graph, 5, 0, E(0, LEN, 1, N, -1));
	assert_true(proves_at(0, E(-8, LEN, 1), 1));
}

/* Three diamonds, one above the other; the guard stands in the uppermost. */
static void joins_nest_as_deep_as_asked_for(void **state)
{
	(void)state;
	for (unsigned level = 0; level < 3; level++) {
		unsigned join = 10 + level, point = level ? 20 + level : 0;

		flow_join(&graph, point, join, 2);
		flow_edge(&graph, join, 0, 21 + level);
		flow_edge(&graph, join, 1, 21 + level);
	}
	/* Point 23 is above all; its facts are seen from there alone. */
	flow_fact(&graph, 23, E(-8, LEN, 1));
	assert_false(proves_at(0, E(-8, LEN, 1), 0));
	assert_false(proves_at(0, E(-8, LEN, 1), 1));
	assert_false(proves_at(0, E(-8, LEN, 1), 2));
	assert_true(proves_at(0, E(-8, LEN, 1), 3));
	assert_true(proves_at(0, E(-8, LEN, 1), 9));
}

static void the_first_way_that_fails_ends_the_question(void **state)
{
	(void)state;
	/* A join that leads to itself: 3 to the power of 40 ways, if all were tried. */
	flow_join(&graph, 0, 5, 3);
	flow_fact(&graph, 0, E(-7, LEN, 1));
	assert_false(proves_at(0, E(-8, LEN, 1), 40));
	assert_int_equal(graph.questions, 41);
}

static void many_joins_end_at_the_bound_on_work(void **state)
{
	enum { LEVELS = 13 };
	struct lc_flow flow = flow_of(&graph);
	struct lc_proof proof = { .n = 0 };
	struct lc_linear goal = E(-8, LEN, 1);

	(void)state;
	/* Each way up is tried, for only the top proves the goal; each question costs work. */
	for (unsigned level = 0; level < LEVELS; level++) {
		flow_join(&graph, level, level, 2);
		flow_edge(&graph, level, 0, level + 1);
		flow_edge(&graph, level, 1, level + 1);
		flow_fact(&graph, level, E(0, LEN, 1, N, -1));
		flow_fact(&graph, level, E(-7, N, 1));
	}
	flow_fact(&graph, LEVELS, E(-8, LEN, 1));
	assert_false(lc_prove_at(&flow, 0, &goal, LEVELS, &proof));
	assert_true(proof.work > LC_PROOF_WORK);
	assert_true(graph.questions < 2u << LEVELS);
	/* Nearer the top there is work enough. */
	proof.work = 0;
	assert_true(lc_prove_at(&flow, LEVELS - 5, &goal, 5, &proof));
}

static void facts_of_all_ways_are_named(void **state)
{
	struct lc_flow flow = flow_of(&graph);
	struct lc_proof proof = { .n = 0 };
	struct lc_linear goal = E(-8, LEN, 1);

	(void)state;
	flow_join(&graph, 0, 5, 2);
	flow_edge(&graph, 5, 0, 1);
	flow_edge(&graph, 5, 1, 2);
	flow_fact(&graph, 1, E(-8, LEN, 1));
	flow_fact(&graph, 2, E(-12, LEN, 1));
	assert_true(lc_prove_at(&flow, 0, &goal, 1, &proof));
	assert_int_equal(proof.n, 2);
	assert_ptr_equal(proof.used[0], &graph.points[1].facts[0]);
	assert_ptr_equal(proof.used[1], &graph.points[2].facts[0]);
}

static void who_does_not_ask_how_need_not_pass_a_proof(void **state)
{
	struct lc_flow flow = flow_of(&graph);
	struct lc_linear goal = E(-8, LEN, 1);

	(void)state;
	flow_join(&graph, 0, 5, 1);
	flow_edge(&graph, 5, 0, 1);
	flow_fact(&graph, 1, E(-8, LEN, 1));
	assert_true(lc_prove_at(&flow, 0, &goal, 1, NULL));
	assert_false(lc_prove_at(&flow, 0, &goal, 0, NULL));
}

#define TEST_OF(sentence, function)                   \
	{                                             \
		sentence, function, start, NULL, NULL \
	}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_OF("a straight line is proven without splitting",
			a_straight_line_needs_no_join),
		TEST_OF("a diamond guarded on both ways is proven to the weaker guard",
			both_ways_guarded_is_proven),
		TEST_OF("a join whose ways do not bear on the goal takes no depth",
			a_join_that_is_passed_takes_no_depth),
		TEST_OF("a guard forgotten on one way is not proven, whichever way it is",
			a_guard_forgotten_on_one_way_is_not_proven),
		TEST_OF("the condition of an edge counts on that edge alone",
			the_condition_of_an_edge_counts_on_that_edge_alone),
		TEST_OF("a merged value is what its edge says",
			a_merged_value_is_what_its_edge_says),
		TEST_OF("a way that cannot be taken does not count",
			a_way_that_cannot_be_taken_does_not_count),
		TEST_OF("a way that the adapter excludes is not asked",
			a_way_that_the_adapter_excludes_is_not_asked),
		TEST_OF("joins nest as deep as asked for, and no deeper",
			joins_nest_as_deep_as_asked_for),
		TEST_OF("the first way that fails ends the question",
			the_first_way_that_fails_ends_the_question),
		TEST_OF("splits without end stop at the bound on work",
			many_joins_end_at_the_bound_on_work),
		TEST_OF("a proof over a join names the facts of every way",
			facts_of_all_ways_are_named),
		TEST_OF("who does not ask how it was proven need not pass a proof",
			who_does_not_ask_how_need_not_pass_a_proof),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
