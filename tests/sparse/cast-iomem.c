/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

static u32 id(void __iomem *base)
{
	struct regs *r = (struct regs *)base;

	return r->id;
}

static u32 careful_id(void __iomem *base)
{
	struct regs __iomem *r = (struct regs __iomem *)base;

	return readl(&r->id);
}

/*
 * check-name: a cast that drops __iomem is found, one that keeps it is not
 *
 * check-error-start
cast-iomem.c:6:20: warning: __iomem is lost: 'base' of type 'void __iomem *' is used as 'struct regs *' by a cast; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
cast-iomem.c:4:15: note: 'base' is declared here
 * check-error-end
 */
