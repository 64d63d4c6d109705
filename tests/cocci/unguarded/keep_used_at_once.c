/* SPDX-License-Identifier: GPL-2.0-or-later */
/* an object that the next declaration uses is left alone */
#include <linux/kernel.h>

static int parse(u8 *buf, int len)
{
	struct hdr *h = (struct hdr *)buf;
	int type = h->type;

	if (type)
		return -EINVAL;
	return 0;
}
