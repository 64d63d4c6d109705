/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A conversion with made-up facts for a judge to judge: `buf` viewed as
 * `struct hdr` at line 10 of a.c, accessed from line 11 on.
 */
#ifndef TEST_JUDGING_H
#define TEST_JUDGING_H

#include "flow.h"

#include "evidence.h"
#include "need.h"
#include "unit.h"

enum { EXTENT = 1, LEN, OFFSET };

static struct lc_unit unit;
static struct lc_conversion *conversion;
static struct flow_graph graph;
static struct lc_flow flow;
static struct lc_need needs[8];
static struct lc_length length;

static inline int judging_start(void **state)
{
	(void)state;
	memset(&graph, 0, sizeof(graph));
	memset(needs, 0, sizeof(needs));
	flow = flow_of(&graph);
	length = (struct lc_length){ .name = "len",
				     .how = "parameter beside 'buf'",
				     .place = place_at("a.c", 8),
				     .value = E(0, LEN, 1) };
	if (lc_unit_init(&unit))
		return -1;
	conversion = lc_unit_add_conversion(&unit);
	if (!conversion)
		return -1;
	conversion->cast = place_at("a.c", 10);
	conversion->target.type = "struct hdr";
	conversion->target.size = 8;
	conversion->target.alignment = 4;
	conversion->origin.name = "buf";
	return 0;
}

static inline int judging_end(void **state)
{
	(void)state;
	lc_unit_free(&unit);
	return 0;
}

/* One more access of bytes FROM to UPTO on the next line; its alignment is 1. */
static inline struct lc_need *access_of(const char *what, struct lc_linear from,
					struct lc_linear upto)
{
	size_t i = conversion->n_accesses;
	struct lc_access *access = lc_conversion_add_access(&unit, conversion);

	assert_true(access && i < COUNT(needs));
	access->what = what;
	access->place = place_at("a.c", 11 + (int)i);
	access->need = &needs[i];
	needs[i] = (struct lc_need){
		.flow = &flow,
		.bytes = "buf",
		.from = from,
		.upto = upto,
		.extent = E(0, EXTENT, 1),
		.alignment = { .needed = 1, .modulus = 1, .how = "nothing is known of 'buf'" }
	};
	return &needs[i];
}

static inline struct lc_fact *judging_fact(struct lc_linear nonnegative, enum lc_fact_kind kind,
					   const char *reason, int line)
{
	struct lc_fact *fact = flow_fact(&graph, 0, nonnegative);

	fact->kind = kind;
	fact->reason = reason;
	fact->place = place_at("a.c", line);
	return fact;
}

/* The one judgement that JUDGE makes. */
static inline const struct lc_judgement *judged_with(lc_judge *judge, const char *rule)
{
	judge(&unit, conversion);
	assert_int_equal(conversion->n_judgements, 1);
	lc_evidence_complete(&unit.arena, conversion, &conversion->judgements[0]);
	assert_ptr_equal(conversion->judgements[0].rule, lc_rule_find(rule));
	assert_non_null(conversion->judgements[0].how);
	/* A finding has a message, and nothing else has. */
	if (conversion->judgements[0].level == LC_LEVEL_NONE)
		assert_null(conversion->judgements[0].message);
	else
		assert_non_null(conversion->judgements[0].message);
	return &conversion->judgements[0];
}

#define TEST_OF(sentence, function)                                  \
	{                                                            \
		sentence, function, judging_start, judging_end, NULL \
	}

#endif
