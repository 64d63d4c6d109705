/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

u32 elsewhere(const struct regs *r);

static int given(const struct regs *r, u32 n)
{
	return r && n < 16;
}

static u32 marks_again(u32 *words)
{
	u32 *second = &words[1];

	return readl((const void __iomem *)second);
}

static u32 reads(const struct regs *r)
{
	return r->id;
}

static u32 all(struct regs __iomem *r)
{
	if (!given(r, 1))
		return 0;
	return marks_again(&r->id) + reads(r) + elsewhere(r);
}

/*
 * check-name: an argument that the function only tests, or marks again, is silent
 *
 * check-error-start
callee.c:27:37: warning: __iomem is lost: 'r' of type 'struct regs __iomem *' is used as 'const struct regs *' by an implied conversion in argument 1 of reads (); use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
callee.c:23:16: note: 'r' is declared here
callee.c:27:52: warning: __iomem is lost: 'r' of type 'struct regs __iomem *' is used as 'const struct regs *' by an implied conversion in argument 1 of elsewhere (); use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
callee.c:23:16: note: 'r' is declared here
 * check-error-end
 */
