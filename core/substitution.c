/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Terms of a callee for terms of its caller, in linear expressions.
 */
#include "substitution.h"

static const struct lc_substitution *find(const struct lc_substitution *with, size_t n,
					  lc_term term)
{
	for (size_t i = 0; i < n; i++)
		if (with[i].term == term)
			return &with[i];
	return NULL;
}

struct lc_linear lc_linear_substitute(const struct lc_linear *e, const struct lc_substitution *with,
				      size_t n)
{
	struct lc_linear result = lc_linear_constant(e->constant);

	result.valid = e->valid;
	for (unsigned i = 0; i < e->n && result.valid; i++) {
		const struct lc_substitution *s = find(with, n, e->terms[i].term);

		if (s)
			result = lc_linear_add(&result, &s->by, e->terms[i].coefficient);
		else
			result.valid = false;
	}
	return result;
}
