/* SPDX-License-Identifier: GPL-2.0-or-later */
/* a buffer that a call may move between check and cast is left alone */
#include <linux/kernel.h>

int parse(struct sk_buff *skb)
{
	struct hdr *h;

	if (skb->len < sizeof(*h))
		return -EINVAL;
	skb_pull(skb, 4);
	h = (struct hdr *)skb->data;
	return h->type;
}
