/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Accessors as a public header has them: what they do under __force is their business.
 */
#define raw_readl(p) (*(volatile u32 __force *)(p))

static inline u32 slow_readl(const void __iomem *p)
{
	return *(const volatile u32 __force *)p;
}
