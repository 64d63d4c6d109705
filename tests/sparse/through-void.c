/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

static u32 one_line(void __iomem *base)
{
	return ((struct regs *)(void *)base)->id;
}

static u32 two_lines(void __iomem *base)
{
	void *p = (void *)base;
	struct regs *r = p;

	return r->id;
}

/*
 * check-name: void pointers on the way hide nothing
 *
 * check-error-start
through-void.c:6:26: warning: __iomem is lost: 'base' of type 'void __iomem *' is used as 'struct regs *' by a cast; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
through-void.c:4:21: note: 'base' is declared here
through-void.c:11:13: warning: __iomem is lost: 'base' of type 'void __iomem *' is used as 'struct regs *' by a cast; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
through-void.c:9:22: note: 'base' is declared here
through-void.c:12:14: note: by way of 'p' it becomes 'struct regs *' here
 * check-error-end
 */
