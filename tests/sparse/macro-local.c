/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

#define REGS(base) ((struct regs *)(base))
#define READ(p) (*(p))

static u32 by_macro(void __iomem *base)
{
	return REGS(base)->id;
}

static u32 by_argument(void __iomem *base)
{
	return READ(&((struct regs *)base)->control);
}

/*
 * check-name: a cast in a macro of the file, or in a macro's argument, is found at its use
 *
 * check-error-start
macro-local.c:9:9: warning: __iomem is lost: 'base' of type 'void __iomem *' is used as 'struct regs *' by a cast; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
macro-local.c:7:21: note: 'base' is declared here
macro-local.c:9:9: note: in the expansion of macro 'REGS'
macro-local.c:14:9: warning: __iomem is lost: 'base' of type 'void __iomem *' is used as 'struct regs *' by a cast; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
macro-local.c:12:24: note: 'base' is declared here
macro-local.c:14:9: note: in the expansion of macro 'READ'
 * check-error-end
 */
