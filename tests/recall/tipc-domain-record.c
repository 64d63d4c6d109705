// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, net/tipc/monitor.c: a peer's domain record holds a count of members; the count was compared
 * with the length the record itself claims, and that length with nothing.
 * "tipc: improve size validations for received domain records" (CVE-2022-0435).
 * Hard: two fields of the message agree with each other, and neither with what was received.
 */
#include "linux.h"

enum { MAX_MON_DOMAIN = 64 };

struct tipc_mon_domain {
	__be16 len;
	__be16 gen;
	__be16 ack_gen;
	__be16 member_cnt;
	__be64 up_map;
	__be32 members[MAX_MON_DOMAIN];
} __packed;

void member(u32 address);

void mon_rcv_before(const u8 *data, u16 dlen)
{
	const struct tipc_mon_domain *dom = (const struct tipc_mon_domain *)data;
	size_t header = offsetof(struct tipc_mon_domain, members);
	u16 cnt, len, i;

	if (dlen < header)
		return;
	cnt = be16_to_cpu(dom->member_cnt);
	len = be16_to_cpu(dom->len);
	if (len != header + cnt * sizeof(u32))
		return;
	for (i = 0; i < cnt; i++)
		member(be32_to_cpu(dom->members[i])); // warning: . [lc-unchecked-length]
}

void mon_rcv_after(const u8 *data, u16 dlen)
{
	const struct tipc_mon_domain *dom = (const struct tipc_mon_domain *)data;
	size_t header = offsetof(struct tipc_mon_domain, members);
	u16 cnt, len, i;

	if (dlen < header)
		return;
	cnt = be16_to_cpu(dom->member_cnt);
	len = be16_to_cpu(dom->len);
	if (len != header + cnt * sizeof(u32) || cnt > MAX_MON_DOMAIN || dlen < len)
		return;
	for (i = 0; i < cnt; i++)
		member(be32_to_cpu(dom->members[i]));
}
