/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"
#include "include/accessors.h"

static u32 by_accessor(struct regs __iomem *r)
{
	return raw_readl(&r->id) + slow_readl(&r->control);
}

/*
 * check-name: the accessors of a public header are silent
 */
