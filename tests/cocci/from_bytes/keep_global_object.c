/* SPDX-License-Identifier: GPL-2.0-or-later */
/* an object that others see is left alone */
#include <linux/kernel.h>

struct hdr *current_header;

int parse(u8 *buf, size_t len)
{
	if (len < sizeof(*current_header))
		return -EINVAL;
	current_header = (struct hdr *)buf;
	return 0;
}
