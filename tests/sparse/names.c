/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

struct bank {
	void __iomem *window[2];
	struct bank *next;
};

static void __iomem *windows[4];

static u32 element(int i)
{
	return ((struct regs *)windows[i])->id;
}

static u32 of_member(struct bank *bank)
{
	return ((struct regs *)bank->next->window[1])->id;
}

static u32 pointed_to(void __iomem **window)
{
	return ((struct regs *)*window)->id;
}

static u32 called(void)
{
	return ((struct regs *)ioremap(0, 16))->id;
}

/*
 * check-name: elements, members, calls and what is pointed to have names
 *
 * check-error-start
names.c:13:11: warning: __iomem is lost: 'windows[]' of type 'void __iomem *' is used as 'struct regs *' by a cast; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
names.c:18:11: warning: __iomem is lost: 'bank->next->...[]' of type 'void __iomem *' is used as 'struct regs *' by a cast; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
names.c:23:11: warning: __iomem is lost: '*window' of type 'void __iomem *' is used as 'struct regs *' by a cast; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
names.c:28:11: warning: __iomem is lost: 'ioremap ()' of type 'void __iomem *' is used as 'struct regs *' by a cast; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
marks.h:14:14: note: 'ioremap' is declared here
 * check-error-end
 */
