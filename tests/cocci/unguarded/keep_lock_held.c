/* SPDX-License-Identifier: GPL-2.0-or-later */
/* a cast under a lock that no error return knows of is left alone */
#include <linux/kernel.h>

static int parse(u8 *buf, int len)
{
	struct hdr *h;

	if (!ready)
		return -EINVAL;
	mutex_lock(&lock);
	h = (struct hdr *)buf;
	use(h->type);
	mutex_unlock(&lock);
	return 0;
}
