/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Where a model's entries are kept, and found again by name.
 */
#ifndef LC_MODEL_INDEX_H
#define LC_MODEL_INDEX_H

#include "model.h"

/* A zeroed entry of KIND at the end of its table, or NULL if out of memory. */
void *lc_model_add(struct lc_model *model, struct lc_arena *arena, enum lc_model_kind kind);
/* Makes the last entry of KIND what its name finds. Returns -1 if out of memory. */
int lc_model_enter(struct lc_model *model, struct lc_arena *arena, enum lc_model_kind kind);

#endif
