// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, net/netfilter/nf_conntrack_h323_asn1.c: the user-user element of a Q.931 message has a
 * length of two bytes that counts a protocol byte; of a length of 0 that byte was taken off all the same.
 * "netfilter: nf_conntrack_h323: check for zero length in DecodeQ931()".
 * What wraps is handed to a decoder as its size.
 */
#include "linux.h"

static int decode_user_information(const u8 *buf, size_t sz)
{
	int choices = 0;

	while (sz >= 2) {
		choices += buf[0] & 0x7f;
		buf += 2;
		sz -= 2;
	}
	return choices;
}

int decode_q931_before(const u8 *buf, size_t sz)
{
	const u8 *p = buf;
	int len;

	while (sz >= 3) {
		if (*p == 0x7e) {
			p++;
			len = *p++ << 8;
			len |= *p++;
			sz -= 3;
			if (sz < 1)
				break;
			p++;
			len--;
			if (len > (int)sz - 1)
				break;
			return decode_user_information(p, len); // warning: . [lc-unchecked-length]
		}
		p++;
		sz--;
	}
	return -EINVAL;
}

int decode_q931_after(const u8 *buf, size_t sz)
{
	const u8 *p = buf;
	int len;

	while (sz >= 3) {
		if (*p == 0x7e) {
			p++;
			len = *p++ << 8;
			len |= *p++;
			sz -= 3;
			if (sz < 1)
				break;
			p++;
			len--;
			if (len <= 0 || len > (int)sz - 1)
				break;
			return decode_user_information(p, len);
		}
		p++;
		sz--;
	}
	return -EINVAL;
}
