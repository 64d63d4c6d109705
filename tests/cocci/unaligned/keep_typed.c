/* SPDX-License-Identifier: GPL-2.0-or-later */
/* an object with a type of its own, a register, an integer and the wrong byte order stay */
#include <linux/kernel.h>

struct entry {
	u32 key;
};

u32 keep(struct entry *entry, unsigned long addr, void __iomem *base, u8 *buf)
{
	u32 key;
	u16 word;

	key = le32_to_cpu(*(__le32 *)&entry->key);
	key += be32_to_cpu(*(__be32 *)&word);
	key += le32_to_cpu(*(__le32 *)addr);
	key += le32_to_cpu(*(__le32 *)(base + 4));
	*(u32 *)(base + 8) = key;
	key += le32_to_cpu(*(__be32 *)buf);
	key += le16_to_cpu(*(__le32 *)buf);
	key += *(volatile u32 *)buf;
	key += sizeof(*(u32 *)buf);
	*(u32 *)buf += 1;
	(*(u16 *)buf)++;
	return key + *(u32 *)entry + (*(u32 **)buf != NULL);
}
