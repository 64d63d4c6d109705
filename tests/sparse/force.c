/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

struct opaque;

struct ring {
	struct regs *regs;
};

static u32 accessed(void __iomem *base)
{
	return ((__force struct regs *)base)->id;
}

static u32 accessed_later(void __iomem *base)
{
	struct regs *r = (__force struct regs *)base;
	struct regs *next = r + 1;

	return next->id;
}

static u32 one_of_two(void __iomem *base)
{
	void *p = (__force void *)base;
	struct regs *unused = p;
	struct regs *used = p;

	return used->id;
}

static void stored(struct ring *ring, void __iomem *base)
{
	ring->regs = (__force void *)base;
}

static struct opaque *cookie(void __iomem *base)
{
	return (__force struct opaque *)base;
}

static void *plain(void __iomem *base)
{
	return (__force void *)base;
}

/*
 * check-name: __force to a view that is accessed in sight is found; stored or void it is silent
 *
 * check-error-start
force.c:12:11: warning: __iomem is lost: 'base' of type 'void __iomem *' is used as 'struct regs *' by a cast that says __force; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
force.c:10:21: note: 'base' is declared here
force.c:17:20: warning: __iomem is lost: 'base' of type 'void __iomem *' is used as 'struct regs *' by a cast that says __force; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
force.c:15:27: note: 'base' is declared here
force.c:25:13: warning: __iomem is lost: 'base' of type 'void __iomem *' is used as 'struct regs *' by a cast that says __force; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
force.c:23:23: note: 'base' is declared here
force.c:27:14: note: by way of 'p' it becomes 'struct regs *' here
 * check-error-end
 */
