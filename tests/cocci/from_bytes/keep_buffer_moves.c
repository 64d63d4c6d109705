/* SPDX-License-Identifier: GPL-2.0-or-later */
/* a buffer that moves between check and cast is left alone */
#include <linux/kernel.h>

int parse(u8 *buf, size_t len)
{
	struct hdr *h;

	if (len < sizeof(*h))
		return -EINVAL;
	buf += 4;
	h = (struct hdr *)buf;
	return h->type;
}
