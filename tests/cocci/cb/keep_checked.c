/* SPDX-License-Identifier: GPL-2.0-or-later */
/* a size that somebody compares already stays as it is, wherever in the folder that is */
#include <linux/skbuff.h>

struct checked {
	u64 stamp;
};

struct checked_by_pointer {
	u64 stamp;
};

struct checked_in_macro {
	u64 stamp;
};

#define VIEW(skb) ((struct checked_in_macro *)(skb)->cb)

u64 checks(struct sk_buff *skb)
{
	struct checked *c = (struct checked *)skb->cb;

	return c->stamp;
}

u64 by_pointer(struct sk_buff *skb)
{
	struct checked_by_pointer *c = (void *)skb->cb;

	BUILD_BUG_ON(sizeof(*c) > sizeof(skb->cb));
	return c->stamp + VIEW(skb)->stamp;
}

void initialise(void)
{
	sock_skb_cb_check_size(sizeof(struct checked_in_macro));
	BUILD_BUG_ON(sizeof(struct checked) > sizeof_field(struct sk_buff, cb));
}
