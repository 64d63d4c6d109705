/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The marks as Linux spells them, and a few functions that take and give marked pointers.
 */
#define __user __attribute__((noderef, address_space(__user)))
#define __iomem __attribute__((noderef, address_space(__iomem)))
#define __percpu __attribute__((noderef, address_space(__percpu)))
#define __rcu __attribute__((noderef, address_space(__rcu)))
#define __force __attribute__((force))

typedef unsigned char u8;
typedef unsigned int u32;

void __iomem *ioremap(unsigned long address, unsigned long size);
u32 readl(const volatile void __iomem *address);
unsigned long copy_from_user(void *to, const void __user *from, unsigned long n);

struct regs {
	u32 id;
	u32 control;
	u8 fifo[16];
};
