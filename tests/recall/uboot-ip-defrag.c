// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * U-Boot, net/net.c: a fragment's total length minus the header's is how many bytes are kept; a
 * total below the header's made that negative.
 * The check for the minimum size of a fragmented datagram (CVE-2022-30790, CVE-2022-30552).
 * Hard: a signed difference of a field of the header and a constant bounds a copy.
 */
#include "linux.h"

struct ip_hdr {
	u8 hl_v, tos;
	__be16 len, id, off;
	u8 ttl, p;
	__be16 sum;
	__be32 src, dst;
} __packed;

struct hole {
	u16 last_byte, next_hole, prev_hole, unused;
};

enum { IP_HDR_SIZE = 20 };

int net_defragment_before(const u8 *packet, int in_len, u8 *buffer)
{
	const struct ip_hdr *ip = (const struct ip_hdr *)packet;
	int len;

	if (in_len < IP_HDR_SIZE)
		return 0;
	len = ntohs(ip->len) - IP_HDR_SIZE;
	if (len > in_len - IP_HDR_SIZE)
		return 0;
	memcpy(buffer, ip + 1, len); // warning: . [lc-unchecked-length]
	return len;
}

int net_defragment_after(const u8 *packet, int in_len, u8 *buffer)
{
	const struct ip_hdr *ip = (const struct ip_hdr *)packet;
	int len;

	if (in_len < IP_HDR_SIZE || ntohs(ip->len) < IP_HDR_SIZE + sizeof(struct hole))
		return 0;
	len = ntohs(ip->len) - IP_HDR_SIZE;
	if (len > in_len - IP_HDR_SIZE)
		return 0;
	memcpy(buffer, ip + 1, len);
	return len;
}
