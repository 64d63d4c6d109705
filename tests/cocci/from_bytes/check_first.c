/* SPDX-License-Identifier: GPL-2.0-or-later */
/* a check before the cast: the cast moves up to it */
#include <linux/kernel.h>

int parse(const u8 *buf, size_t len)
{
	const struct hdr *h;

	if (len < sizeof(*h))
		return -EINVAL;

	h = (const struct hdr *)buf;
	return h->type;
}
