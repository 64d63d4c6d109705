/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

struct device {
	void __iomem *base;
	struct regs *regs;
};

static void probe(struct device *device)
{
	device->regs = device->base;
}

static void clear(struct device *device)
{
	device->regs = 0;
	device->base = (void *)0;
}

/*
 * check-name: an assignment drops __iomem without a cast
 *
 * check-error-start
implied-assignment.c:11:15: warning: __iomem is lost: 'device->base' of type 'void __iomem *' is used as 'struct regs *' by an implied conversion in this assignment; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
implied-assignment.c:5:15: note: 'base' is declared here
 * check-error-end
 */
