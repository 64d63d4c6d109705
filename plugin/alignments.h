/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the low bits of values are known to be: shared by who follows values
 * and who reads the tests of them.
 */
#ifndef LC_ALIGNMENTS_H
#define LC_ALIGNMENTS_H

#include "across.h"

#include "congruence.h"

/* A value modulo a power of two, and how that is known. */
struct low_bits {
	struct lc_congruence value;
	const char *why; /* NULL: by arithmetic alone */
	location_t guards[3]; /* the tests that it rests on */
	unsigned n_guards;
};

/* Where a value is asked for: in BLOCK, or on the edge E out of it. */
struct spot {
	basic_block block;
	edge e;
};

/* A test of low bits: wherever control has come through E, VALUE holds of NAME. */
struct alignment_test {
	edge e;
	tree name;
	struct lc_congruence value;
	gimple *statement;
};

struct alignments {
	auto_vec<struct alignment_test> tests;
};

static inline struct low_bits known_bits(struct lc_congruence value, const char *why)
{
	struct low_bits result = { value, why, {}, 0 };

	return result;
}

static inline struct low_bits unknown_bits(void)
{
	return known_bits(lc_congruence_any(), NULL);
}

static inline struct low_bits known_number(uint64_t value)
{
	return known_bits(lc_congruence_constant(value), NULL);
}

/* alignment_sources.cc */
struct low_bits alignment_by_type(struct analysis *a, tree pointer, tree type);
struct low_bits alignment_of_object(struct analysis *a, tree object);
struct low_bits alignment_promised(struct analysis *a, gimple *call);

/* alignment.cc */
struct low_bits low_bits_of(struct analysis *a, tree value);

/* alignment_tests.cc */
const auto_vec<struct alignment_test> *alignment_tests(struct analysis *a);
struct low_bits tested_at(struct analysis *a, tree name, struct spot where);
tree through_copies(tree value);

#endif
