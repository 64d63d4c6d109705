/* SPDX-License-Identifier: GPL-2.0-or-later */
/* pointer plus size beyond the end is such a check too */
#include <linux/kernel.h>

void walk(u8 *p, u8 *end)
{
	while (p < end) {
		struct hdr *h = (struct hdr *)p;

		if (p + sizeof(*h) > end)
			return;
		use(h->type);
		p += sizeof(*h);
	}
}
