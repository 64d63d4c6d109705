/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

static struct regs *map(void)
{
	return ioremap(0x1000, 64);
}

static struct regs __iomem *careful_map(void)
{
	return ioremap(0x1000, 64);
}

/*
 * check-name: a return drops __iomem
 *
 * check-error-start
implied-return.c:6:16: warning: __iomem is lost: 'ioremap ()' of type 'void __iomem *' is used as 'struct regs *' by an implied conversion in this return; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
marks.h:14:14: note: 'ioremap' is declared here
 * check-error-end
 */
