/* SPDX-License-Identifier: GPL-2.0-or-later */
/* what is no buffer for others, what is not viewed whole, and types that others define stay */
#include <linux/skbuff.h>

struct mine {
	u64 stamp;
};

struct callbacks {
	void (*cb)(struct mine *);
};

struct pointed {
	u8 *cb;
};

u64 element(struct sk_buff *skb)
{
	struct mine *m = (struct mine *)&skb->cb[8];
	struct mine *n = (struct mine *)(skb->cb + 8);

	return m->stamp + n->stamp;
}

u64 pointer(struct pointed *p, struct callbacks *c)
{
	struct mine *m = (struct mine *)p->cb;
	struct mine *n = (struct mine *)c->cb;

	return m->stamp + n->stamp;
}

u64 others_type(struct sk_buff *skb)
{
	struct mt76_rx_status *status = (struct mt76_rx_status *)skb->cb;

	return status->flag;
}

u64 unknown_owner(struct frame *f)
{
	struct mine *m = (struct mine *)f->cb;

	return m->stamp;
}

u8 bytes(struct sk_buff *skb)
{
	return *(u8 *)skb->cb;
}
