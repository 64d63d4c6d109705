// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, net/netfilter/xt_TCPMSS.c: a TCP header that claims fewer words than the least made the
 * option walk run on a negative length.
 * "netfilter: xt_TCPMSS: add more sanity tests on tcph->doff" (CVE-2017-18017).
 * Hard: the header's own length is compared with the packet from above, not from below.
 */
#include "linux.h"

struct tcphdr {
	__be16 source, dest;
	__be32 seq, ack_seq;
	u8 off_res;
	u8 flags;
	__be16 window, check, urg_ptr;
};

struct mss_option {
	u8 kind;
	u8 length;
	__be16 mss;
} __packed;

u16 mangle_before(const u8 *data, unsigned int len)
{
	const struct tcphdr *tcph = (const struct tcphdr *)data;
	unsigned int tcp_hdrlen, i;

	if (len < sizeof(*tcph))
		return 0;
	tcp_hdrlen = (tcph->off_res >> 4) * 4;
	if (len < tcp_hdrlen)
		return 0;
	for (i = sizeof(*tcph); i <= tcp_hdrlen - sizeof(struct mss_option); i++) {
		const struct mss_option *opt = (const struct mss_option *)(data + i);

		if (opt->kind == 2 && opt->length == 4) // warning: . [lc-unchecked-length]
			return ntohs(opt->mss);
	}
	return 0;
}

u16 mangle_after(const u8 *data, unsigned int len)
{
	const struct tcphdr *tcph = (const struct tcphdr *)data;
	unsigned int tcp_hdrlen, i;

	if (len < sizeof(*tcph))
		return 0;
	tcp_hdrlen = (tcph->off_res >> 4) * 4;
	if (len < tcp_hdrlen || tcp_hdrlen < sizeof(*tcph))
		return 0;
	for (i = sizeof(*tcph); i <= tcp_hdrlen - sizeof(struct mss_option); i++) {
		const struct mss_option *opt = (const struct mss_option *)(data + i);

		if (opt->kind == 2 && opt->length == 4)
			return ntohs(opt->mss);
	}
	return 0;
}
