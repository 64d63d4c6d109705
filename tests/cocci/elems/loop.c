/* SPDX-License-Identifier: GPL-2.0-or-later */
/* a loop over elements that nobody counted gets the check that lacks */
#include <linux/kernel.h>

struct item {
	u8 a, b;
};
struct hdr {
	u8 type, n;
	u8 name[8];
	struct item items[];
};

int count_in_object(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;
	int i, sum = 0;

	if (len < sizeof(*h))
		return -EINVAL;
	for (i = 0; i < h->n; i++)
		sum += h->items[i].a;
	return sum;
}

int count_in_variable(const u8 *buf, size_t len)
{
	const struct hdr *h;
	int i, n, sum = 0;

	if (len < sizeof(*h)) {
		pr_debug("too short\n");
		return -EINVAL;
	}
	h = (const struct hdr *)buf;
	n = h->n;
	if (h->type) {
		for (i = 0; i < n; ++i) {
			const struct item *item = &h->items[i];

			sum += item->a;
		}
	}
	return sum;
}

int after_helper(const u8 *buf, size_t len)
{
	const struct hdr *h = lc_ref_from_prefix(struct hdr, buf, len);
	int i, sum = 0;

	if (!h)
		return -EINVAL;
	for (i = 0; i < h->n; i++)
		sum += h->items[i].a;
	return sum;
}
