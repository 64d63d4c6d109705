/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "place.h"

#include <string.h>

bool lc_place_is_same(const struct lc_place *a, const struct lc_place *b)
{
	return a->line == b->line && a->column == b->column &&
	       (a->file == b->file || (a->file && b->file && !strcmp(a->file, b->file)));
}
