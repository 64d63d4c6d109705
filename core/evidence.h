/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Turns the facts that a proof used into words and steps.
 */
#ifndef LC_EVIDENCE_H
#define LC_EVIDENCE_H

#include "arena.h"
#include "conversion.h"
#include "prove.h"

/* The reasons of the facts used, as one phrase: "len >= 8, buf has len bytes". Never NULL. */
const char *lc_evidence_how(struct lc_arena *arena, const struct lc_proof *proof);
/* What the proof takes on trust, or NULL. */
const char *lc_evidence_assumes(struct lc_arena *arena, const struct lc_proof *proof);
/* Adds one step to a judgement, unless it is there or has no place. */
void lc_evidence_add(struct lc_arena *arena, struct lc_judgement *judgement, struct lc_place place,
		     const char *text);
/* Adds a step for each fact used that has a place. */
void lc_evidence_steps(struct lc_arena *arena, struct lc_judgement *judgement,
		       const struct lc_proof *proof);

#endif
