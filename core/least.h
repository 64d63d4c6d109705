/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The comparisons that a proof rests on, and none that it only came by. */
#ifndef LC_LEAST_H
#define LC_LEAST_H

#include "prove.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Is FACT what was compared at a place of the source? */
bool lc_fact_is_comparison(const struct lc_fact *fact);

/*
 * PROOF has shown that the N_GOALS GOALS hold at POINT. Drops the comparisons
 * that it used one after the other, as long as the goals follow without: what is left in
 * PROOF are those without which, of those that it named, they do not.
 */
void lc_prove_least(const struct lc_flow *flow, unsigned point, const struct lc_linear *goals,
		    size_t n_goals, unsigned depth, struct lc_proof *proof);

#ifdef __cplusplus
}
#endif
#endif
