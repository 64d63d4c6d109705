/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Turns the facts that a proof used into words and steps.
 */
#ifndef LC_EVIDENCE_H
#define LC_EVIDENCE_H

#include "arena.h"
#include "conversion.h"
#include "prove.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The reasons of the facts used, as one phrase: "len >= 8, buf has len bytes". Never NULL. */
const char *lc_evidence_how(struct lc_arena *arena, const struct lc_proof *proof);
/* What the proof takes on trust, or NULL. */
const char *lc_evidence_assumes(struct lc_arena *arena, const struct lc_proof *proof);
/* Adds one step to a judgement, unless it is there or has no place. */
void lc_evidence_add(struct lc_arena *arena, struct lc_judgement *judgement, struct lc_place place,
		     const char *text);
/* The same, saying what it tells. */
void lc_evidence_step(struct lc_arena *arena, struct lc_judgement *judgement,
		      enum lc_step_kind kind, struct lc_place place, const char *text);
/* Adds a step for each fact used that has a place. */
void lc_evidence_steps(struct lc_arena *arena, struct lc_judgement *judgement,
		       const struct lc_proof *proof);
/* States the places of the comparisons used. */
void lc_evidence_guards(struct lc_arena *arena, struct lc_judgement *judgement,
			const struct lc_proof *proof);

/*
 * Completes what a judge stated: where the bytes come from, the cast, the access,
 * and all of it in the order of the flow. A verdict that is open and no finding
 * has no flow to tell of.
 */
void lc_evidence_complete(struct lc_arena *arena, const struct lc_conversion *conversion,
			  struct lc_judgement *judgement);
/* Does step I tell a reader more than the finding and its other steps on that line? */
bool lc_evidence_is_news(const struct lc_judgement *judgement, size_t i);

#ifdef __cplusplus
}
#endif
#endif
