/* SPDX-License-Identifier: GPL-2.0-or-later */
/* a check that is the else of another is left alone */
#include <linux/kernel.h>

int parse(u8 *buf, size_t len, int ready)
{
	struct hdr *h;

	if (!ready)
		return -EAGAIN;
	else if (len < sizeof(*h))
		return -EINVAL;
	h = (struct hdr *)buf;
	return h->type;
}
