/* SPDX-License-Identifier: GPL-2.0-or-later */
/* an assignment gets its check behind it */
#include <linux/kernel.h>

static bool parse(struct sk_buff *skb)
{
	struct hdr *h;

	if (!skb->active)
		return false;
	h = (struct hdr *)skb->data;
	return h->type == 3;
}
