// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * U-Boot, net/net.c: the length in the UDP header, less that header, went to the handler as the
 * length of the payload; it had been compared with nothing.
 * Integer underflow in net_process_received_packet() (CVE-2019-14192).
 * Hard: a header two levels down gives the length; the subtraction goes below zero.
 */
#include "linux.h"

struct ip_udp_hdr {
	u8 hl_v, tos;
	__be16 len, id, off;
	u8 ttl, p;
	__be16 sum;
	__be32 src, dst;
	__be16 udp_src, udp_dst, udp_len, udp_xsum;
} __packed;

enum { UDP_HDR_SIZE = 8 };

void process_before(const u8 *packet, unsigned int len, u8 *payload)
{
	const struct ip_udp_hdr *ip = (const struct ip_udp_hdr *)packet;

	if (len < sizeof(*ip))
		return;
	memcpy(payload, ip + 1, ntohs(ip->udp_len) - UDP_HDR_SIZE); // warning: . [lc-unchecked-length]
}

void process_after(const u8 *packet, unsigned int len, u8 *payload)
{
	const struct ip_udp_hdr *ip = (const struct ip_udp_hdr *)packet;

	if (len < sizeof(*ip))
		return;
	if (ntohs(ip->udp_len) < UDP_HDR_SIZE || ntohs(ip->udp_len) > len - (sizeof(*ip) - UDP_HDR_SIZE))
		return;
	memcpy(payload, ip + 1, ntohs(ip->udp_len) - UDP_HDR_SIZE);
}
