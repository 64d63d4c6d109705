// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, net/bluetooth/hci_event.c: the controller says how many responses an inquiry result
 * holds, and the walk over them believed it.
 * "Bluetooth: Fix slab-out-of-bounds read in hci_extended_inquiry_result_evt()" (CVE-2020-36386)
 * and its two siblings for the plain result and the one with RSSI.
 * Hard: the count is a byte in front of the records; no length is compared at all.
 */
#include "linux.h"

struct inquiry_info {
	u8 bdaddr[6];
	u8 pscan_rep_mode;
	u8 pscan_period_mode;
	u8 pscan_mode;
	u8 dev_class[3];
	__le16 clock_offset;
} __packed;

void inquiry_cache_update(const u8 *bdaddr, u16 clock_offset);

void inquiry_result_before(struct sk_buff *skb)
{
	struct inquiry_info *info = (void *)(skb->data + 1);
	int num_rsp = *((u8 *)skb->data);

	if (!num_rsp)
		return;
	for (; num_rsp; num_rsp--, info++)
		inquiry_cache_update(info->bdaddr, info->clock_offset); // warning: . [lc-unchecked-length]
}

void inquiry_result_after(struct sk_buff *skb)
{
	struct inquiry_info *info = (void *)(skb->data + 1);
	int num_rsp = *((u8 *)skb->data);

	if (!num_rsp || skb->len < num_rsp * sizeof(*info) + 1)
		return;
	for (; num_rsp; num_rsp--, info++)
		inquiry_cache_update(info->bdaddr, info->clock_offset);
}
