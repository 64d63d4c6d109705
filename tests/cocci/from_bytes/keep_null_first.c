/* SPDX-License-Identifier: GPL-2.0-or-later */
/* a test for NULL before the check is left alone */
#include <linux/kernel.h>

int parse(u8 *buf, size_t len)
{
	struct hdr *h = (struct hdr *)buf;

	if (!buf || len < sizeof(*h))
		return -EINVAL;
	return h->type;
}
