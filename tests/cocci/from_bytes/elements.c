/* SPDX-License-Identifier: GPL-2.0-or-later */
/* a check of elements too asks the helper for them */
#include <linux/kernel.h>

int by_hand(const u8 *buf, size_t len, unsigned int n)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (len < sizeof(*h) + n * sizeof(h->items[0]))
		return -EINVAL;
	return h->type;
}

int struct_size_behind(struct sk_buff *skb, unsigned int n)
{
	struct hdr *h;

	h = (struct hdr *)skb->data;
	if (skb->len < struct_size(h, items, n))
		return -EINVAL;
	return h->type;
}
