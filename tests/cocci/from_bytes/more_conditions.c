/* SPDX-License-Identifier: GPL-2.0-or-later */
/* what stands behind the check stays */
#include <linux/kernel.h>

int parse(u8 *buf, size_t len)
{
	struct hdr *h = (struct hdr *)buf;

	if (len < sizeof(*h) || len < sizeof(*h) + h->length)
		return -EINVAL;
	return h->type;
}
