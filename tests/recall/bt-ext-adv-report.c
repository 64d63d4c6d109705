// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, net/bluetooth/hci_event.c: an extended advertising report may be longer than the 31 bytes
 * that a report had before, for which the room is.
 * "Bluetooth: fix kernel oops in store_pending_adv_report" (CVE-2020-24490).
 * Hard: the length is a field of the report, right as to the packet, wrong as to where it goes.
 */
#include "linux.h"

struct ext_adv_report {
	__le16 evt_type;
	u8 bdaddr[6];
	u8 length;
	u8 data[];
} __packed;

struct discovery {
	u8 last_adv_data[31];
	u8 last_adv_len;
};

void ext_adv_before(struct sk_buff *skb, struct discovery *d)
{
	const struct ext_adv_report *r = (const struct ext_adv_report *)skb->data;

	if (skb->len < sizeof(*r) || skb->len - sizeof(*r) < r->length)
		return;
	memcpy(d->last_adv_data, r->data, r->length); // warning: with what came.*not with the room [lc-unchecked-length]
	d->last_adv_len = r->length;
}

void ext_adv_after(struct sk_buff *skb, struct discovery *d)
{
	const struct ext_adv_report *r = (const struct ext_adv_report *)skb->data;

	if (skb->len < sizeof(*r) || skb->len - sizeof(*r) < r->length)
		return;
	if (r->length > sizeof(d->last_adv_data))
		return;
	memcpy(d->last_adv_data, r->data, r->length);
	d->last_adv_len = r->length;
}
