/* SPDX-License-Identifier: GPL-2.0-or-later */
/* a function that returns nothing just returns */
#include <linux/kernel.h>

static void parse(u8 *buf, int len)
{
	struct hdr *h = (struct hdr *)buf;

	use(h->type);
}
