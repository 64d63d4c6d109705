/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

struct opaque;

static u32 accessed(void __iomem *base)
{
	return ((__force struct regs *)base)->id;
}

static struct opaque *cookie(void __iomem *base)
{
	return (__force struct opaque *)base;
}

static void *plain(void __iomem *base)
{
	return (__force void *)base;
}

/*
 * check-name: __force to a typed view is found; to a cookie or void it is silent
 *
 * check-error-start
force.c:8:11: warning: __iomem is lost: 'base' of type 'void __iomem *' is used as 'struct regs *' by a cast that says __force; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
force.c:6:21: note: 'base' is declared here
 * check-error-end
 */
