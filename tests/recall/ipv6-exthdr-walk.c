// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, net/ipv6/output_core.c: the walk over extension headers went on as long as the offset was
 * inside the packet; the next header need not be.
 * "ipv6: Prevent overrun when parsing v6 header options" (CVE-2017-9074).
 * Hard: the loop compares the place where a header begins, not where it ends.
 */
#include "linux.h"

struct ipv6_opt_hdr {
	u8 nexthdr;
	u8 hdrlen;
} __packed;

enum { NEXTHDR_HOP = 0, NEXTHDR_ROUTING = 43, NEXTHDR_DEST = 60 };

unsigned int find_1stfragopt_before(const u8 *packet, unsigned int packet_len, u8 nexthdr)
{
	unsigned int offset = 40;

	while (offset <= packet_len) {
		const struct ipv6_opt_hdr *exthdr = (const struct ipv6_opt_hdr *)(packet + offset);

		if (nexthdr != NEXTHDR_HOP && nexthdr != NEXTHDR_ROUTING && nexthdr != NEXTHDR_DEST)
			return offset;
		nexthdr = exthdr->nexthdr; // warning: . [lc-short-buffer]
		offset += (exthdr->hdrlen + 1) << 3;
	}
	return offset;
}

unsigned int find_1stfragopt_after(const u8 *packet, unsigned int packet_len, u8 nexthdr)
{
	unsigned int offset = 40;

	while (offset + sizeof(struct ipv6_opt_hdr) <= packet_len) {
		const struct ipv6_opt_hdr *exthdr = (const struct ipv6_opt_hdr *)(packet + offset);

		if (nexthdr != NEXTHDR_HOP && nexthdr != NEXTHDR_ROUTING && nexthdr != NEXTHDR_DEST)
			return offset;
		nexthdr = exthdr->nexthdr;
		offset += (exthdr->hdrlen + 1) << 3;
	}
	return 0;
}
