/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

static inline u32 peek(void __iomem *base)
{
	return *(u32 *)base;
}

static u32 first(void __iomem *base)
{
	return peek(base);
}

static u32 second(void __iomem *base)
{
	return peek(base) + 1;
}

/*
 * check-name: an inline function is judged once
 *
 * check-error-start
inline-function.c:6:11: warning: __iomem is lost: 'base' of type 'void __iomem *' is used as 'unsigned int *' by a cast; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
inline-function.c:4:24: note: 'base' is declared here
 * check-error-end
 */
