// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lwIP, src/core/dns.c: a question's name is skipped by its labels; the record behind it was read
 * at the place found.
 * The bounds added to dns_recv() for answers that end within a name.
 * Hard: the offset is what another function returned; it is compared with the packet, the record's
 * end is not.
 */
#include "linux.h"

struct pbuf {
	struct pbuf *next;
	void *payload;
	u16 tot_len;
	u16 len;
};

struct dns_answer {
	__be16 type, cls;
	__be32 ttl;
	__be16 len;
} __packed;

u16 skip_name(const struct pbuf *p, u16 at);
void answer(u16 type, u16 len);

void dns_recv_before(struct pbuf *p)
{
	u16 at = skip_name(p, 12);
	const struct dns_answer *a;

	if (at >= p->len)
		return;
	a = (const struct dns_answer *)((u8 *)p->payload + at);
	answer(ntohs(a->type), ntohs(a->len)); // warning: . [lc-short-buffer]
}

void dns_recv_after(struct pbuf *p)
{
	u16 at = skip_name(p, 12);
	const struct dns_answer *a;

	if (at + sizeof(*a) > p->len)
		return;
	a = (const struct dns_answer *)((u8 *)p->payload + at);
	answer(ntohs(a->type), ntohs(a->len));
}
