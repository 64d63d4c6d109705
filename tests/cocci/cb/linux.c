/* SPDX-License-Identifier: GPL-2.0-or-later */
/* a control buffer viewed in a function is checked there, in a macro below the type, once a type */
#include <linux/skbuff.h>

struct from_cast {
	u64 stamp;
};

struct from_void {
	u64 stamp;
};

struct from_assignment {
	u64 stamp;
};

struct from_return {
	u64 stamp;
};

struct from_macro {
	u64 stamp;
};

struct from_own {
	u64 stamp;
};

struct request {
	int tag;
	u8 cb[16];
};

#define OWN(skb) ((struct from_macro *)&((skb)->cb[0]))

u64 cast(struct sk_buff *skb)
{
	struct from_cast *c = (struct from_cast *)skb->cb;

	return c->stamp;
}

u64 cast_again(struct sk_buff *skb)
{
	struct from_cast *c = (struct from_cast *)skb->cb;

	return c->stamp + OWN(skb)->stamp;
}

u64 by_void(struct sk_buff *head)
{
	struct from_void *c = (void *)head->cb;

	return c->stamp;
}

u64 assigned(struct sk_buff *skb)
{
	struct from_assignment *c;

	c = (void *)&skb->cb[0];
	return c->stamp;
}

static struct from_return *returned(struct sk_buff *skb)
{
	return (void *)skb->cb;
}

u64 own_buffer(struct request *r)
{
	struct from_own *o = (struct from_own *)r->cb;

	return o->stamp + returned(NULL)->stamp;
}
