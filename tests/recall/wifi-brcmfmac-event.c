// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/net/wireless/broadcom/brcm80211/brcmfmac/fweh.h: an event's header and the length
 * of its data came from the firmware, or from anyone on the air, and were not compared with the packet.
 * "brcmfmac: add length checks in scheduled scan result handler" and the checks of datalen in
 * brcmf_fweh_process_event().
 * Hard: the length stands in a struct inside the struct that lies over the packet; big-endian.
 */
#include "linux.h"

struct event_msg_be {
	__be16 version, flags;
	__be32 event_type, status, reason, auth_type, datalen;
	u8 addr[6];
	char ifname[16];
	u8 ifidx, bsscfgidx;
} __packed;

struct event_packet {
	u8 eth[14];
	u8 subtype[10];
	struct event_msg_be msg;
} __packed;

void queue_event(u32 code, const u8 *data, u32 datalen);

void process_event_before(struct sk_buff *skb, u8 *queue)
{
	const struct event_packet *e = (const struct event_packet *)skb->data;
	u32 datalen;

	if (skb->len < sizeof(*e))
		return;
	datalen = be32_to_cpu(e->msg.datalen);
	if (datalen > 2048)
		return;
	memcpy(queue, e + 1, datalen); // warning: . [lc-unchecked-length]
	queue_event(be32_to_cpu(e->msg.event_type), queue, datalen);
}

void process_event_after(struct sk_buff *skb, u8 *queue)
{
	const struct event_packet *e = (const struct event_packet *)skb->data;
	u32 datalen;

	if (skb->len < sizeof(*e))
		return;
	datalen = be32_to_cpu(e->msg.datalen);
	if (datalen > 2048 || datalen + sizeof(*e) > skb->len)
		return;
	memcpy(queue, e + 1, datalen);
	queue_event(be32_to_cpu(e->msg.event_type), queue, datalen);
}
