/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

static u32 either(void __iomem *a, void __iomem *b, int which)
{
	struct regs *r = (struct regs *)(which ? a : b);

	return r->id;
}

static u32 or_none(void __iomem *a, int which)
{
	struct regs *r = (struct regs *)({ which ? a : (void *)0; });

	return r->id;
}

/*
 * check-name: the way is followed through ?: and statement expressions
 *
 * check-error-start
conditional.c:6:20: warning: __iomem is lost: 'a' of type 'void __iomem *' is used as 'struct regs *' by a cast; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
conditional.c:4:19: note: 'a' is declared here
conditional.c:13:20: warning: __iomem is lost: 'a' of type 'void __iomem *' is used as 'struct regs *' by a cast; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
conditional.c:11:20: note: 'a' is declared here
 * check-error-end
 */
