/* SPDX-License-Identifier: GPL-2.0-or-later */
/* a check that forgets the offset is left alone */
#include <linux/kernel.h>

int parse(struct sk_buff *skb)
{
	struct hdr *h;

	if (skb->len < sizeof(*h))
		return -EINVAL;
	h = (struct hdr *)(skb->data + 4);
	return h->type;
}
