/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

static u32 id(void __iomem *base)
{
	struct regs *r = (struct regs *)base; // layoutcheck: allow(lc-address-space) in RAM

	return r->id;
}

static u32 id_without_a_reason(void __iomem *base)
{
	/* layoutcheck: allow(lc-address-space) */
	struct regs *r = (struct regs *)base;

	return r->id;
}

/*
 * check-name: a suppression with its reason keeps a finding from being reported, one without does not
 *
 * check-error-start
suppressed.c:14:20: warning: __iomem is lost: 'base' of type 'void __iomem *' is used as 'struct regs *' by a cast; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
suppressed.c:11:32: note: 'base' is declared here
suppressed.c:13:2: note: this suppression does not count: it gives no reason
 * check-error-end
 */
