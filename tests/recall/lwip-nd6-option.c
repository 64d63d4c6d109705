// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lwIP, src/core/ipv6/nd6.c: the options of a neighbour advertisement were cast to the option wanted
 * as soon as the fixed message had been found whole.
 * The option length checks of nd6_input() ("nd6: fix Neighbor Advertisement with unexpected size").
 * Hard: pbuf length instead of a parameter; the message is checked, the option behind it is not.
 */
#include "linux.h"

struct pbuf {
	struct pbuf *next;
	void *payload;
	u16 tot_len;
	u16 len;
};

struct na_header {
	u8 type, code;
	__be16 chksum;
	u8 flags, reserved[3];
	u8 target[16];
} __packed;

struct lladdr_option {
	u8 type, length;
	u8 addr[8];
} __packed;

void neighbour(const u8 *target, u8 first, u8 sixth);

void nd6_input_before(struct pbuf *p)
{
	const struct na_header *na = p->payload;
	const struct lladdr_option *opt;

	if (p->len < sizeof(*na))
		return;
	opt = (const struct lladdr_option *)((u8 *)p->payload + sizeof(*na));
	neighbour(na->target, opt->addr[0], opt->addr[5]); // warning: . [lc-short-buffer]
}

void nd6_input_after(struct pbuf *p)
{
	const struct na_header *na = p->payload;
	const struct lladdr_option *opt;

	if (p->len < sizeof(*na) + 2)
		return;
	opt = (const struct lladdr_option *)((u8 *)p->payload + sizeof(*na));
	if (p->len < sizeof(*na) + (opt->length << 3) || opt->length < 1)
		return;
	neighbour(na->target, opt->addr[0], opt->addr[5]);
}
