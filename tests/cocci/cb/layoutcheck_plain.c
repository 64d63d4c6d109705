/* SPDX-License-Identifier: GPL-2.0-or-later */
/* outside of Linux static_assert of C11 makes the check */
#include <stdint.h>

struct request {
	int tag;
	unsigned char cb[16];
};

struct mine {
	uint64_t stamp;
};

struct by_macro {
	uint64_t stamp;
};

#define VIEW(skb) ((struct by_macro *)(skb)->cb)

uint64_t stamp(struct request *r)
{
	struct mine *m = (struct mine *)r->cb;

	return m->stamp;
}
