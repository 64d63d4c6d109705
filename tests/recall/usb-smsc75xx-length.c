// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/net/usb/smsc75xx.c: the size of each packet stands in the word before it, and is
 * compared with the largest Ethernet frame, not with what was received.
 * "net: usb: smsc75xx: Limit packet length to skb->len"; smsc95xx had the same.
 * Hard: the size is compared, but with a constant that has nothing to do with the buffer.
 */
#include "linux.h"

enum { RX_HEAD = 6, LEN_MASK = 0x3fff, MAX_FRAME = 1514 + 12 };

struct rx_cmd {
	__le32 a;
	__le16 b;
} __packed;

void copy_out(const u8 *packet, u32 size);

int smsc_rx_fixup_before(struct sk_buff *skb)
{
	while (skb->len > RX_HEAD) {
		const struct rx_cmd *cmd = (const struct rx_cmd *)skb->data;
		u32 size = le32_to_cpu(cmd->a) & LEN_MASK;
		struct sk_buff *frame;

		skb_pull(skb, RX_HEAD);
		if (size > MAX_FRAME)
			return 0;
		frame = alloc_skb(size, 0);
		if (!frame)
			return 0;
		memcpy(skb_put(frame, size), skb->data, size); // warning: . [lc-unchecked-length]
		netif_rx(frame);
		skb_pull(skb, size);
	}
	return 1;
}

int smsc_rx_fixup_after(struct sk_buff *skb)
{
	while (skb->len > RX_HEAD) {
		const struct rx_cmd *cmd = (const struct rx_cmd *)skb->data;
		u32 size = le32_to_cpu(cmd->a) & LEN_MASK;
		struct sk_buff *frame;

		skb_pull(skb, RX_HEAD);
		if (size > MAX_FRAME || size > skb->len)
			return 0;
		frame = alloc_skb(size, 0);
		if (!frame)
			return 0;
		memcpy(skb_put(frame, size), skb->data, size);
		netif_rx(frame);
		skb_pull(skb, size);
	}
	return 1;
}
