/* SPDX-License-Identifier: GPL-2.0-or-later */
/* check and cast behind a case label move together */
#include <linux/kernel.h>

int parse(u8 *buf, size_t len, int which)
{
	struct hdr *h;

	switch (which) {
	case 1:
		if (len < sizeof(*h))
			return -EINVAL;
		h = (struct hdr *)buf;
		return h->type;
	}
	return 0;
}
