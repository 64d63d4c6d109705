/* SPDX-License-Identifier: GPL-2.0-or-later */
/* a cast before the check becomes the helper where it stands */
#include <linux/kernel.h>

int parse(u8 *buf, size_t len)
{
	struct hdr *h;

	h = (struct hdr *)buf;
	if (len < sizeof(struct hdr))
		return -EINVAL;
	return h->type;
}
