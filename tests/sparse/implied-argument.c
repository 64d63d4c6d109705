/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

u32 checksum(u32 seed, const struct regs *r);
void dump(const void *bytes);
void test(__force const void *any);

static u32 sum(struct regs __iomem *r)
{
	return checksum(0, r);
}

static void others(struct regs __iomem *r)
{
	dump((__force void *)r);
	test(r);
}

/*
 * check-name: an argument drops __iomem; void and force parameters are silent
 *
 * check-error-start
implied-argument.c:10:21: warning: __iomem is lost: 'r' of type 'struct regs __iomem *' is used as 'const struct regs *' by an implied conversion in argument 2 of checksum (); use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
implied-argument.c:8:16: note: 'r' is declared here
 * check-error-end
 */
