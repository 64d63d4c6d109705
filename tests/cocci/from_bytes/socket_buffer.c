/* SPDX-License-Identifier: GPL-2.0-or-later */
/* data and len of one buffer belong together */
#include <linux/kernel.h>

int receive(struct sk_buff *skb)
{
	struct hdr *h = (struct hdr *)skb->data;
	int err = 0;

	if (skb->len < sizeof(*h)) {
		err = -EINVAL;
		goto out;
	}
	use(h->type);
out:
	kfree_skb(skb);
	return err;
}
