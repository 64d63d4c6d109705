/* SPDX-License-Identifier: GPL-2.0-or-later */
/* a sum with elements saturates */
#include <linux/kernel.h>

struct item {
	u8 a, b;
};
struct hdr {
	u8 type, n;
	u8 name[8];
	struct item items[];
};

int header_first(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (len < sizeof(*h) + h->n * sizeof(h->items[0]))
		return -EINVAL;
	return 0;
}

int length_last(const struct hdr *h, size_t len, unsigned int n)
{
	if (sizeof(struct hdr) + (size_t)n * sizeof(*h->items) > len)
		return -EINVAL;
	return 0;
}

int exactly(struct hdr *h, size_t len, unsigned int n)
{
	if (len != sizeof(*h) + n * sizeof(h->items[0]) || !n)
		return -EINVAL;
	return 0;
}

int enough(struct hdr *h, size_t len, unsigned int n)
{
	return len >= (sizeof(h->items[0]) * (n + 1)) + sizeof(*h);
}

int elements_by_type(struct hdr *h, size_t len, unsigned int n)
{
	if (len < sizeof(*h) + n * sizeof(struct item))
		return -EINVAL;
	return 0;
}
