/* SPDX-License-Identifier: GPL-2.0-or-later */
/* a count of elements that comes out of the object itself is left alone */
#include <linux/kernel.h>

int by_hand(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (len < sizeof(*h) + h->n * sizeof(h->items[0]))
		return -EINVAL;
	return h->type;
}

int struct_size_behind(struct sk_buff *skb, unsigned int n)
{
	struct hdr *h;

	h = (struct hdr *)skb->data;
	n = skb->len;
	if (skb->len < struct_size(h, items, n))
		return -EINVAL;
	return h->type;
}
