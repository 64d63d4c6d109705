// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/net/wireless/ath/ath9k/wmi.c: the header of a control message was pulled off
 * without asking whether it had come.
 * "wifi: ath9k: avoid referencing uninit memory in ath9k_wmi_ctrl_rx" (found by syzbot).
 * Hard: the fix is a guard with a name of its own, and the header is pulled off in a function of its own.
 */
#include "linux.h"

struct wmi_cmd_hdr {
	__be16 command_id;
	__be16 seq_no;
};

void wmi_event(u16 command, u16 seq);
void wmi_answer(const u8 *answer, unsigned int len);

static void rsp_callback(struct sk_buff *skb)
{
	skb_pull(skb, sizeof(struct wmi_cmd_hdr));
	wmi_answer(skb->data, skb->len);
}

void wmi_ctrl_rx_before(struct sk_buff *skb)
{
	const struct wmi_cmd_hdr *hdr = (const struct wmi_cmd_hdr *)skb->data;

	wmi_event(be16_to_cpu(hdr->command_id), be16_to_cpu(hdr->seq_no)); // warning: . [lc-short-buffer]
	rsp_callback(skb);
}

void wmi_ctrl_rx_after(struct sk_buff *skb)
{
	const struct wmi_cmd_hdr *hdr;

	if (!pskb_may_pull(skb, sizeof(struct wmi_cmd_hdr)))
		return;
	hdr = (const struct wmi_cmd_hdr *)skb->data;
	wmi_event(be16_to_cpu(hdr->command_id), be16_to_cpu(hdr->seq_no));
	rsp_callback(skb);
}
