/* SPDX-License-Identifier: GPL-2.0-or-later */
/* what is converted from or to a byte order goes by the helpers of layoutcheck.h */
#include <linux/kernel.h>
#include <linux/skbuff.h>

#include "local.h"

u32 reads(const u8 *buf, struct sk_buff *skb, struct urb *urb)
{
	u32 sum = le32_to_cpu(*(__le32 *)buf);

	sum += le16_to_cpup((__le16 *)(buf + 4));
	sum += be64_to_cpu(*(__be64 *)(buf + 2));
	sum += __le16_to_cpu(*(__le16 *)skb->data);
	sum += ntohs(*(__be16 *)&buf[3]);
	sum += be16_to_cpup((const __be16 *)buf);
	return sum + le32_to_cpu(*(__le32 *)(skb->data + 7));
}

void stores(u8 *buf, u16 value)
{
	*(__le16 *)buf = cpu_to_le16(value);
	*(__be32 *)(buf + 2) = htonl(value + 1);
	*(u32 *)(buf + 6) = value;
	if (value)
		*((__le32 *)&buf[10]) = cpu_to_le32(value);
}

u32 plain(u8 *buf, int i)
{
	*(u32 *)buf += 1;
	(*(u16 *)(buf + i))++;
	return *(u32 *)(buf + 4) | *((u16 *)buf);
}
