/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

static u32 id(void __iomem *base)
{
	struct regs *r = (struct regs *)base; /* tabs and words after it */

	return /*	a tab */ ((struct regs *)base)->id + r->id;
}

/*
 * check-name: columns count bytes, tabs too
 *
 * check-error-start
columns.c:6:20: warning: __iomem is lost: 'base' of type 'void __iomem *' is used as 'struct regs *' by a cast; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
columns.c:4:15: note: 'base' is declared here
columns.c:8:23: warning: __iomem is lost: 'base' of type 'void __iomem *' is used as 'struct regs *' by a cast; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
columns.c:4:15: note: 'base' is declared here
 * check-error-end
 */
