/* SPDX-License-Identifier: GPL-2.0-or-later */
#define __iomem __attribute__((noderef, address_space(2)))

struct regs {
	unsigned int id;
};

static unsigned int id(void __iomem *base)
{
	struct regs *r = base;

	return r->id;
}

/*
 * check-name: spaces that headers give by number are known
 *
 * check-error-start
numbered.c:10:14: warning: __iomem is lost: 'base' of type 'void <asn:2> *' is used as 'struct regs *' by an implied conversion in this initialiser; use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
numbered.c:8:24: note: 'base' is declared here
 * check-error-end
 */
