/* SPDX-License-Identifier: GPL-2.0-or-later */
/* a label that still uses the object is left alone */
#include <linux/kernel.h>

int parse(u8 *buf, size_t len)
{
	struct hdr *h = (struct hdr *)buf;
	int err = 0;

	if (len < sizeof(*h)) {
		err = -EINVAL;
		goto out;
	}
	use(h->type);
out:
	pr_debug("type %d", h->type);
	return err;
}
