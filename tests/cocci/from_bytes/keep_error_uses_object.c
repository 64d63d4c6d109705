/* SPDX-License-Identifier: GPL-2.0-or-later */
/* an error branch that uses the object is left alone */
#include <linux/kernel.h>

int parse(u8 *buf, size_t len)
{
	struct hdr *h = (struct hdr *)buf;

	if (len < sizeof(*h)) {
		pr_err("type %d", h->type);
		return -EINVAL;
	}
	return h->type;
}
