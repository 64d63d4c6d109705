/* SPDX-License-Identifier: GPL-2.0-or-later */
/* where the length is set after the cast, the helper stands at the check */
#include <linux/kernel.h>

int parse(struct sk_buff *skb)
{
	struct hdr *h = (void *)skb->data;
	int len = skb->len;

	if (len < (int)sizeof(*h))
		return -EINVAL;
	return h->type;
}
