/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

void release(void *p);

static int same(void __iomem *base, struct regs *r)
{
	return (struct regs *)base == r;
}

static int present(void __iomem *base)
{
	return (struct regs *)base ? 1 : 0;
}

static void give_back(void __iomem *base)
{
	release((struct regs *)base);
}

static u32 marked_again(void __iomem *base)
{
	return readl((void __iomem *)&((struct regs *)base)->control);
}

static u32 variable_marked_again(void __iomem *base)
{
	struct regs *r = base;

	return r ? readl((void __iomem *)&r->id) : 0;
}

static unsigned long offset(void __iomem *base)
{
	return (unsigned long)&((struct regs *)base)->control;
}

/*
 * check-name: a cast whose result is never used as the type is silent
 */
