// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/firewire/net.c: fragments of a datagram were put where their header says, after
 * a header that may not have come.
 * "firewire: net: guard against rx buffer overflows" (CVE-2016-8633).
 * Hard: second-level header behind the first, whose type decides; length made negative by subtraction.
 */
#include "linux.h"

struct rfc2734_header {
	__be32 w0;
	__be32 w1;
};

int reassemble(u32 lf, u32 size, const void *data, int len);

int incoming_packet_before(const u8 *buf, int len)
{
	const struct rfc2734_header *h = (const struct rfc2734_header *)buf;
	u32 w0, w1, lf;

	w0 = be32_to_cpu(h->w0); // warning: . [lc-short-buffer]
	lf = w0 >> 30;
	if (lf == 0)
		return reassemble(lf, 0, buf + 4, len - 4);
	w1 = be32_to_cpu(h->w1);
	return reassemble(lf, w1 >> 16, buf + 8, len - 8);
}

int incoming_packet_after(const u8 *buf, int len)
{
	const struct rfc2734_header *h = (const struct rfc2734_header *)buf;
	u32 w0, w1, lf;

	if (len <= 4)
		return 0;
	w0 = be32_to_cpu(h->w0);
	lf = w0 >> 30;
	if (lf == 0)
		return reassemble(lf, 0, buf + 4, len - 4);
	if (len <= 8)
		return 0;
	w1 = be32_to_cpu(h->w1);
	return reassemble(lf, w1 >> 16, buf + 8, len - 8);
}
