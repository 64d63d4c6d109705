/* SPDX-License-Identifier: GPL-2.0-or-later */
/* with a list of places, only the types that are defined there */
#include <linux/types.h>

struct named {
	__le16 type;
	__le16 more;
} __packed;

struct unnamed {
	__le16 type;
	__le16 more;
} __packed;

int parse(const u8 *buf, size_t len)
{
	const struct named *n = (const struct named *)buf;
	const struct unnamed *u = (const struct unnamed *)buf;

	return len < 40 ? -1 : n->type + u->type;
}
