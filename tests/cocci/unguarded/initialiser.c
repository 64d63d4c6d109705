/* SPDX-License-Identifier: GPL-2.0-or-later */
/* a declaration gets its check behind the declarations */
#include <linux/kernel.h>

static int parse(const u8 *buf, int len, int mode)
{
	const struct hdr *h = (const struct hdr *)buf;
	int type;

	type = h->type;
	if (type != mode)
		return -EPROTO;
	return 0;
}
