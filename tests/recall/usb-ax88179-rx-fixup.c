// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/net/usb/ax88179_178a.c: a trailer at the end of the received frame says where
 * the array of packet headers is and how many it has; both were used as they came.
 * "net: usb: ax88179_178a: Fix out-of-bounds accesses in RX fixup" (CVE-2022-2964).
 * Hard: an offset table found through the last four bytes; the check of the trailer itself is right.
 */
#include "linux.h"

void deliver(const u8 *data, u16 len);

int rx_fixup_before(struct sk_buff *skb)
{
	u32 rx_hdr, *pkt_hdr;
	u16 pkt_cnt, hdr_off;
	const u8 *at = skb->data;

	if (skb->len < 4)
		return 0;
	skb_trim(skb, skb->len - 4);
	rx_hdr = *(u32 *)(skb->data + skb->len);
	pkt_cnt = (u16)rx_hdr;
	hdr_off = (u16)(rx_hdr >> 16);
	pkt_hdr = (u32 *)(skb->data + hdr_off);
	while (pkt_cnt--) {
		u16 pkt_len = (*pkt_hdr >> 16) & 0x1fff; // warning: . [lc-unchecked-length]

		deliver(at, pkt_len);
		at += (pkt_len + 7) & 0xfff8;
		pkt_hdr++;
	}
	return 1;
}

int rx_fixup_after(struct sk_buff *skb)
{
	u32 rx_hdr, *pkt_hdr, *pkt_hdr_end;
	u16 pkt_cnt, hdr_off;
	const u8 *at = skb->data;

	if (skb->len < 4)
		return 0;
	skb_trim(skb, skb->len - 4);
	rx_hdr = *(u32 *)(skb->data + skb->len);
	pkt_cnt = (u16)rx_hdr;
	hdr_off = (u16)(rx_hdr >> 16);
	if (pkt_cnt == 0)
		return 0;
	if (hdr_off > skb->len || pkt_cnt * 4u > skb->len - hdr_off)
		return 0;
	pkt_hdr = (u32 *)(skb->data + hdr_off);
	pkt_hdr_end = pkt_hdr + pkt_cnt;
	for (; pkt_hdr < pkt_hdr_end; pkt_hdr++) {
		u16 pkt_len = (*pkt_hdr >> 16) & 0x1fff;

		if (pkt_len > hdr_off)
			return 0;
		deliver(at, pkt_len);
	}
	return 1;
}
