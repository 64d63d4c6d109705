/* SPDX-License-Identifier: GPL-2.0-or-later */
/* a loop for which a check would say too much, or is there, is left alone */
#include <linux/kernel.h>

struct item {
	u8 a, b;
};
struct hdr {
	u8 type, n;
	u8 name[8];
	struct item items[];
};

int array_in_header(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;
	int i, sum = 0;

	if (len < sizeof(*h))
		return -EINVAL;
	for (i = 0; i < h->n; i++)
		sum += h->name[i];
	return sum;
}

int checked(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;
	int i, sum = 0;

	if (len < sizeof(*h))
		return -EINVAL;
	if (len < struct_size(h, items, h->n))
		return -EINVAL;
	for (i = 0; i < h->n; i++)
		sum += h->items[i].a;
	return sum;
}

int to_be_undone(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;
	int i, sum = 0;

	if (len < sizeof(*h))
		return -EINVAL;
	mutex_lock(&lock);
	for (i = 0; i < h->n; i++)
		sum += h->items[i].a;
	mutex_unlock(&lock);
	return sum;
}

int shorter(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;
	int i, sum = 0;

	if (len < sizeof(*h))
		return -EINVAL;
	len -= sizeof(*h);
	for (i = 0; i < h->n; i++)
		sum += h->items[i].a;
	return sum;
}

int the_next_one(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;
	int i, sum = 0;

	if (len < sizeof(*h))
		return -EINVAL;
	for (i = 0; i < h->n; i++)
		sum += h->items[i + 1].a + h->items[i].b;
	return sum;
}

int stays(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;
	int i, sum = 0;

	if (len < sizeof(*h))
		pr_debug("too short\n");
	for (i = 0; i < h->n; i++)
		sum += h->items[i].a;
	return sum;
}

int in_branch(const u8 *buf, size_t len, bool all)
{
	const struct hdr *h = (const struct hdr *)buf;
	int i, sum = 0;

	if (all) {
		if (len < sizeof(*h))
			return -EINVAL;
	}
	for (i = 0; i < h->n; i++)
		sum += h->items[i].a;
	return sum;
}

int type_of_others(const u8 *buf, size_t len)
{
	const struct other *h = (const struct other *)buf;
	int i, sum = 0;

	if (len < sizeof(*h))
		return -EINVAL;
	for (i = 0; i < h->n; i++)
		sum += h->items[i].a;
	return sum;
}
