/* SPDX-License-Identifier: GPL-2.0-or-later */
/* what is more than a header and elements is left alone */
#include <linux/kernel.h>

struct item {
	u8 a, b;
};
struct hdr {
	u8 type, n;
	u8 name[8];
	struct item items[];
};

int parse(struct hdr *h, struct other *o, size_t len, unsigned int n)
{
	if (len < sizeof(*h) + n * sizeof(h->items[0]) + 4)
		return -EINVAL;
	if (len < sizeof(*o) + n * sizeof(h->items[0]))
		return -EINVAL;
	if (len < sizeof(*h) + n * sizeof(h->items))
		return -EINVAL;
	if (len < sizeof(*h) + n++ * sizeof(h->items[0]))
		return -EINVAL;
	if (len < sizeof(*h) + n * sizeof(struct other))
		return -EINVAL;
	if (len < sizeof(*h) - n * sizeof(h->items[0]))
		return -EINVAL;
	return 0;
}
