// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, net/nfc/nci: packets from the driver went to a dispatcher that reads the header at once.
 * "nfc: nci: Fix uninit-value in nci_rx_work" (found by syzbot).
 * Hard: the fixed guard compares the sum of the header and of the length in the header, in a helper
 * that the dispatcher calls.
 * Waits: whoever queued the packet may have compared its length; most handlers rely on that, and rightly.
 */
#include "linux.h"

struct nci_hdr {
	u8 gid;
	u8 oid;
	u8 plen;
} __packed;

struct nci_core_conn_credit_ntf {
	u8 num_entries;
	struct {
		u8 conn_id;
		u8 credits;
	} __packed entries[];
} __packed;

void add_credits(u8 id, u8 n);

void rx_work_before(struct sk_buff *skb)
{
	const struct nci_hdr *h = (const struct nci_hdr *)skb->data;

	if (h->gid >> 5 == 3) // warning: . [lc-short-buffer]
		add_credits(0, h->plen);
}

static bool nci_valid_size(struct sk_buff *skb)
{
	const struct nci_hdr *h = (const struct nci_hdr *)skb->data;

	return skb->len >= sizeof(*h) && h->plen && skb->len >= sizeof(*h) + h->plen;
}

void rx_work_after(struct sk_buff *skb)
{
	const struct nci_hdr *h = (const struct nci_hdr *)skb->data;

	if (!nci_valid_size(skb))
		return;
	if (h->gid >> 5 == 3)
		add_credits(0, h->plen);
}
