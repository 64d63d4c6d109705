/* SPDX-License-Identifier: GPL-2.0-or-later */
/* with a list of places, only what stands there is looked at */
#include <linux/skbuff.h>

struct named {
	u64 stamp;
};

struct unnamed {
	u64 stamp;
};

u64 listed(struct sk_buff *skb)
{
	struct named *n = (struct named *)skb->cb;

	return n->stamp;
}

u64 unlisted(struct sk_buff *skb)
{
	struct unnamed *u = (struct unnamed *)skb->cb;

	return u->stamp;
}
