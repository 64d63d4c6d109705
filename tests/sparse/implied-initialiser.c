/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

struct view {
	u32 kind;
	struct regs *regs;
};

static u32 local(void __iomem *base)
{
	struct regs *r = base;

	return r->id;
}

static u32 member(void __iomem *base)
{
	struct view view = { .kind = 1, .regs = base };

	return view.regs->id;
}

/*
 * check-name: an initialiser drops __iomem, of a variable and of a member
 *
 * check-error-start
implied-initialiser.c:11:14: warning: __iomem is lost: 'base' of type 'void __iomem *' is used as 'struct regs *' by an implied conversion in this initialiser; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
implied-initialiser.c:9:18: note: 'base' is declared here
implied-initialiser.c:18:42: warning: __iomem is lost: 'base' of type 'void __iomem *' is used as 'struct regs *' by an implied conversion in this initialiser; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
implied-initialiser.c:16:19: note: 'base' is declared here
 * check-error-end
 */
