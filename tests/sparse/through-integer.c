/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

static u32 one_line(void __iomem *base)
{
	return *(u32 *)((unsigned long)base + 8);
}

static u32 two_lines(void __iomem *base)
{
	unsigned long address = (unsigned long)base;

	address += 4;
	return *(u32 *)(address & ~3ul);
}

static unsigned long page_offset(void __iomem *base)
{
	return (unsigned long)base & 0xfff;
}

/*
 * check-name: integers on the way hide nothing; an address as a number is silent
 *
 * check-error-start
through-integer.c:6:19: warning: __iomem is lost: 'base' of type 'void __iomem *' is used as 'unsigned int *' by a cast through an integer; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
through-integer.c:4:21: note: 'base' is declared here
through-integer.c:11:27: warning: __iomem is lost: 'base' of type 'void __iomem *' is used as 'unsigned int *' by a cast through an integer; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
through-integer.c:9:22: note: 'base' is declared here
through-integer.c:14:9: note: by way of 'address' it becomes 'unsigned int *' here
 * check-error-end
 */
