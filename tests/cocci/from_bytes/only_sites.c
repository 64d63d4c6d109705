/* SPDX-License-Identifier: GPL-2.0-or-later */
/* with a list of places only those are rewritten */
#include <linux/kernel.h>

int first(u8 *buf, size_t len)
{
	struct hdr *h = (struct hdr *)buf;

	if (len < sizeof(*h))
		return -EINVAL;
	return h->type;
}

int second(u8 *buf, size_t len)
{
	struct hdr *h = (struct hdr *)buf;

	if (len < sizeof(*h))
		return -EINVAL;
	return h->type;
}
