/* SPDX-License-Identifier: GPL-2.0-or-later */
/* with a list, only those comparisons and views of headers */
#include <linux/kernel.h>

struct item {
	u8 a, b;
};
struct hdr {
	u8 type, n;
	u8 name[8];
	struct item items[];
};

int named(struct hdr *h, size_t len)
{
	if (len < sizeof(*h) + h->n * sizeof(h->items[0]))
		return -EINVAL;
	return 0;
}

int not_named(struct hdr *h, size_t len)
{
	if (len < sizeof(*h) + h->n * sizeof(h->items[0]))
		return -EINVAL;
	return 0;
}

int view_named(const u8 *buf, size_t len)
{
	const struct hdr *h;

	h = (const struct hdr *)buf;
	if (len < sizeof(*h) + h->n * sizeof(h->items[0]))
		return -EINVAL;
	return 0;
}
