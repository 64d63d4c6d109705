/* SPDX-License-Identifier: GPL-2.0-or-later */
/* what is left until the end is the length */
#include <linux/kernel.h>

void walk(const u8 *p, const u8 *end)
{
	while (p < end) {
		const struct hdr *h;

		if (end - p < sizeof(*h))
			break;
		h = (const struct hdr *)p;
		use(h->type);
		p += sizeof(*h);
	}
}
