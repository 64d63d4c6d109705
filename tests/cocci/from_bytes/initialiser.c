/* SPDX-License-Identifier: GPL-2.0-or-later */
/* a cast in a declaration stays there */
#include <linux/kernel.h>

int parse(const u8 *buf, size_t len)
{
	const struct hdr *h = (const void *)buf;
	int err;

	if (unlikely(len < sizeof(*h))) {
		pr_err("short");
		return -EINVAL;
	}
	return h->type;
}
