/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the unit tests of core share: cmocka, tests whose names are sentences,
 * and short ways to write expressions, facts and places.
 */
#ifndef TEST_SUPPORT_H
#define TEST_SUPPORT_H

/* cmocka.h needs these in front of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prove.h"

#define TEST(sentence, function)                     \
	{                                            \
		sentence, function, NULL, NULL, NULL \
	}
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* CONSTANT and then pairs: term, coefficient. */
static inline struct lc_linear expression_of(int64_t constant, const int64_t *pairs, size_t n)
{
	struct lc_linear e = lc_linear_constant(constant);

	for (size_t i = 0; i + 1 < n; i += 2) {
		struct lc_linear term = lc_linear_term((lc_term)pairs[i]);

		e = lc_linear_add(&e, &term, pairs[i + 1]);
	}
	return e;
}
#define E(constant, ...) \
	expression_of(constant, (int64_t[]){ __VA_ARGS__ }, COUNT(((int64_t[]){ __VA_ARGS__ })))

/* EXPRESSION >= 0, a value that is no evidence by itself. */
static inline struct lc_fact value_of(struct lc_linear nonnegative)
{
	return (struct lc_fact){ .nonnegative = nonnegative, .kind = LC_FACT_VALUE };
}

static inline struct lc_place place_at(const char *file, int line)
{
	return (struct lc_place){ .file = file, .line = line, .column = 9 };
}

#define assert_contains(text, part)                                                          \
	do {                                                                                 \
		const char *in_ = (text);                                                    \
		const char *wanted_ = (part);                                                \
                                                                                             \
		if (!in_ || !strstr(in_, wanted_))                                           \
			fail_msg("expected '%s' in '%s'", wanted_, in_ ? in_ : "(nothing)"); \
	} while (0)

#endif
