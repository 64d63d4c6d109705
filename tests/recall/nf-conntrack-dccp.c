// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, net/netfilter/nf_conntrack_proto_dccp.c: the generic header was asked for, and then read as
 * the longer one that its X bit promises.
 * "netfilter: conntrack: dccp: copy entire header to stack buffer, not just basic one" (CVE-2023-39197).
 * The guard is called, with too little; the target is a second header behind the first.
 */
#include "linux.h"

struct dccp_hdr {
	__be16 sport, dport;
	u8 doff, ccval;
	__be16 checksum;
	u8 type_x;
	u8 seq2;
	__be16 seq;
};

struct dccp_hdr_ack {
	struct dccp_hdr h;
	__be32 seq_low;
	__be16 reserved;
	__be16 ack_high;
	__be32 ack_low;
};

void acknowledged(u32 number);

void dccp_packet_before(const struct sk_buff *skb, unsigned int dataoff)
{
	struct dccp_hdr _dh;
	const struct dccp_hdr *dh = skb_header_pointer(skb, dataoff, sizeof(_dh), &_dh);
	const struct dccp_hdr_ack *ack = (const struct dccp_hdr_ack *)(const void *)dh;

	if (!dh)
		return;
	if (dh->type_x & 1)
		acknowledged(ntohl(ack->ack_low)); // warning: has only 12 [lc-short-buffer]
}

void dccp_packet_after(const struct sk_buff *skb, unsigned int dataoff)
{
	struct dccp_hdr_ack _dh;
	const struct dccp_hdr *dh = skb_header_pointer(skb, dataoff, sizeof(_dh), &_dh);
	const struct dccp_hdr_ack *ack = (const struct dccp_hdr_ack *)(const void *)dh;

	if (!dh)
		return;
	if (dh->type_x & 1)
		acknowledged(ntohl(ack->ack_low));
}
