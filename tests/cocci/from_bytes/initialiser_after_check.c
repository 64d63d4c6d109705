/* SPDX-License-Identifier: GPL-2.0-or-later */
/* a declaration after the check moves up to it */
#include <linux/kernel.h>

int parse(u8 *buf, size_t len)
{
	if (len < sizeof(struct hdr))
		return -EINVAL;
	struct hdr *h = (struct hdr *)buf;

	return h->type;
}
