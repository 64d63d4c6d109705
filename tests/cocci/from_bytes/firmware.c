/* SPDX-License-Identifier: GPL-2.0-or-later */
/* the data of firmware is const: a plain pointer keeps its cast */
#include <linux/kernel.h>

int load(const struct firmware *fw)
{
	struct hdr *h;

	if (fw->size < sizeof(*h))
		return -EINVAL;
	h = (struct hdr *)fw->data;
	return h->type;
}
