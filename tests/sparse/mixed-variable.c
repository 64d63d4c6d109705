/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

void fill(void **p);

static u32 mixed(void __iomem *base, void *other, int which)
{
	void *p = (void *)base;
	struct regs *r;

	if (which)
		p = other;
	r = p;
	return r->id;
}

static u32 escaped(void __iomem *base)
{
	void *p = (void *)base;
	struct regs *r;

	fill(&p);
	r = p;
	return r->id;
}

/*
 * check-name: a variable that may hold something else is silent
 */
