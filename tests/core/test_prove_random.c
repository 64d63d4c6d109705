// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Soundness by trial: whatever the engine proves of thousands of random
 * systems must hold at every integer point of a box. The seed is fixed.
 */
#include "support.h"

#include "flow.h"

enum { TERMS = 3, BOX = 5, SYSTEMS = 20000, FLOWS = 10000 };

static uint64_t seed;

/* A number from LOW to HIGH (Steele, Lea and Flood, SplitMix64). */
static int64_t pick(int64_t low, int64_t high)
{
	uint64_t z = seed += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	z ^= z >> 31;
	return low + (int64_t)(z % ((uint64_t)(high - low) + 1));
}

/* LARGE mixes in coefficients at the edge of what a number holds. */
static struct lc_linear pick_expression(bool large)
{
	struct lc_linear e = lc_linear_constant(pick(-9, 9));

	for (lc_term t = 1; t <= TERMS; t++) {
		struct lc_linear term = lc_linear_term(t);
		int64_t coefficient = pick(0, 2) ? pick(-3, 3) : 0;

		if (large && !pick(0, 3))
			coefficient = pick(0, 1) ? INT64_MAX - pick(0, 3) : -INT64_MAX + pick(0, 3);
		if (coefficient)
			e = lc_linear_add(&e, &term, coefficient);
	}
	if (large && !pick(0, 4))
		e.constant = pick(0, 1) ? INT64_MAX - pick(0, 9) : INT64_MIN + pick(0, 9);
	return e;
}

__extension__ typedef __int128 wide;

static bool holds(const struct lc_linear *e, const int *values)
{
	wide sum = e->constant;

	for (unsigned i = 0; i < e->n; i++)
		sum += (wide)e->terms[i].coefficient * values[e->terms[i].term];
	return sum >= 0;
}

static bool all_hold(const struct lc_fact *const *facts, size_t n, const int *values)
{
	for (size_t i = 0; i < n; i++)
		if (facts[i]->nonnegative.valid && !holds(&facts[i]->nonnegative, values))
			return false;
	return true;
}

/* The next point of the box from -BOX to BOX; false after the last. */
static bool next_point(int *values)
{
	for (unsigned t = 1; t <= TERMS; t++) {
		if (values[t]++ < BOX)
			return true;
		values[t] = -BOX;
	}
	return false;
}

static void first_point(int *values)
{
	for (unsigned t = 1; t <= TERMS; t++)
		values[t] = -BOX;
}

/* How many points fulfil the facts; fails if one of them denies GOAL. */
static size_t check(const struct lc_fact *const *facts, size_t n, const struct lc_linear *goal,
		    const char *what, unsigned number)
{
	int values[TERMS + 1];
	size_t points = 0;

	first_point(values);
	do {
		if (!all_hold(facts, n, values))
			continue;
		points++;
		if (goal && !holds(goal, values))
			fail_msg("%s %u: proven, but not so at (%d, %d, %d)", what, number,
				 values[1], values[2], values[3]);
	} while (next_point(values));
	return points;
}

static void try_systems(bool large, size_t *n_proven, size_t *n_met)
{
	*n_proven = *n_met = 0;
	for (unsigned number = 0; number < SYSTEMS; number++) {
		struct lc_fact facts[6];
		const struct lc_fact *pointers[COUNT(facts)];
		struct lc_linear goal = pick_expression(large);
		struct lc_proof proof = { .n = 0 };
		size_t n = (size_t)pick(1, (int64_t)COUNT(facts));

		for (size_t i = 0; i < n; i++) {
			facts[i] = value_of(pick_expression(large));
			pointers[i] = &facts[i];
		}
		if (lc_prove(pointers, n, &goal, &proof)) {
			++*n_proven;
			/* The facts that it names are enough: the others are not looked at. */
			*n_met += check(proof.used, proof.n, &goal, "system", number) > 0;
		}
		if (lc_contradictory(pointers, n) && check(pointers, n, NULL, "", number))
			fail_msg("system %u: said to be contradictory, but is not", number);
	}
}

static void no_proof_has_a_counterexample(void **state)
{
	size_t n_proven, n_met;

	(void)state;
	seed = 1;
	try_systems(false, &n_proven, &n_met);
	/* The trial means something only if much is proven of what can happen. */
	assert_true(n_proven > SYSTEMS / 20);
	assert_true(n_met > SYSTEMS / 40);
}

static void no_proof_from_large_numbers_has_a_counterexample(void **state)
{
	size_t n_proven, n_met;

	(void)state;
	seed = 2;
	try_systems(true, &n_proven, &n_met);
	assert_true(n_proven > SYSTEMS / 50);
	assert_true(n_met > 0);
}

static void no_lower_bound_is_too_high(void **state)
{
	size_t n_bounded = 0;

	(void)state;
	seed = 3;
	for (unsigned number = 0; number < SYSTEMS / 4; number++) {
		struct lc_fact facts[4];
		const struct lc_fact *pointers[COUNT(facts)];
		struct lc_linear e = pick_expression(false);
		int64_t low;

		for (size_t i = 0; i < COUNT(facts); i++) {
			facts[i] = value_of(pick_expression(false));
			pointers[i] = &facts[i];
		}
		low = lc_lower_bound(pointers, COUNT(facts), &e, -200, 200);
		if (low == -200)
			continue;
		n_bounded++;
		e = lc_linear_plus(&e, -low);
		check(pointers, COUNT(facts), &e, "bound", number);
	}
	assert_true(n_bounded > SYSTEMS / 80);
}

/* Everything that holds on one way through a chain of joins, the access first. */
static size_t along(const struct flow_graph *graph, unsigned n_joins, unsigned way,
		    const struct lc_fact **facts)
{
	size_t n = 0;

	for (unsigned point = 0; point <= n_joins; point++) {
		n += flow_copy(&graph->points[point], facts + n, FLOW_FACTS);
		if (point < n_joins)
			n += flow_copy(&graph->edges[point][way >> point & 1].along, facts + n,
				       FLOW_FACTS);
	}
	return n;
}

static void no_proof_over_joins_has_a_counterexample(void **state)
{
	static struct flow_graph graph;
	size_t n_split = 0;

	(void)state;
	seed = 4;
	for (unsigned number = 0; number < FLOWS; number++) {
		struct lc_flow flow = flow_of(&graph);
		struct lc_linear goal = pick_expression(false);
		struct lc_proof proof = { .n = 0 };
		const struct lc_fact *facts[8 * FLOW_FACTS];
		unsigned n_joins = (unsigned)pick(1, 3);

		memset(&graph, 0, sizeof(graph));
		for (unsigned point = 0; point <= n_joins; point++) {
			for (int64_t i = pick(0, 2); i > 0; i--)
				flow_fact(&graph, point, pick_expression(false));
			if (point == n_joins)
				break;
			flow_join(&graph, point, point, 2);
			for (unsigned edge = 0; edge < 2; edge++) {
				flow_edge(&graph, point, edge, point + 1);
				for (int64_t i = pick(0, 2); i > 0; i--)
					flow_edge_fact(&graph, point, edge, pick_expression(false));
			}
		}
		if (!lc_prove_at(&flow, 0, &goal, (unsigned)pick(0, 4), &proof))
			continue;
		n_split += graph.questions > 1;
		for (unsigned way = 0; way < 1u << n_joins; way++)
			check(facts, along(&graph, n_joins, way, facts), &goal, "flow", number);
	}
	assert_true(n_split > FLOWS / 50);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST("no proof has a counterexample, and the facts it names are enough",
		     no_proof_has_a_counterexample),
		TEST("no proof from numbers that overflow has a counterexample",
		     no_proof_from_large_numbers_has_a_counterexample),
		TEST("no lower bound is too high", no_lower_bound_is_too_high),
		TEST("no proof over joins has a counterexample",
		     no_proof_over_joins_has_a_counterexample),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
