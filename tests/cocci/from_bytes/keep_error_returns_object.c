/* SPDX-License-Identifier: GPL-2.0-or-later */
/* an error branch that returns a value of the object is left alone */
#include <linux/kernel.h>

int parse(u8 *buf, size_t len)
{
	struct hdr *h = (struct hdr *)buf;

	if (len < sizeof(*h))
		return h->type;
	return 0;
}
