// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/net/usb/sr9700.c: the header of each packet in a bulk transfer gives its length;
 * what it was compared with left out the packets before it.
 * "sr9700: sanity check for packet length" (CVE-2022-26966).
 * Hard: a length is in hand and is compared, but not with the value that is read next.
 */
#include "linux.h"

struct rx_header {
	u8 status;
	__le16 length;
} __packed;

void take(const u8 *data, u16 len);

int sr9700_rx_fixup_before(const u8 *buf, u32 buf_len)
{
	u32 at = 0;

	if (buf_len <= sizeof(struct rx_header))
		return 0;
	while (at < buf_len) {
		const struct rx_header *h = (const struct rx_header *)(buf + at);
		u16 len = le16_to_cpu(h->length); // warning: 'buf_len' is compared with too little [lc-short-buffer]
		u8 copy[2048];

		if (len > sizeof(copy))
			return 0;
		memcpy(copy, h + 1, len); // warning: with a constant.*not with 'buf_len' [lc-unchecked-length]
		take(copy, len);
		at += sizeof(*h) + len;
	}
	return 1;
}

int sr9700_rx_fixup_after(const u8 *buf, u32 buf_len)
{
	u32 at = 0;

	while (buf_len - at > sizeof(struct rx_header)) {
		const struct rx_header *h = (const struct rx_header *)(buf + at);
		u16 len = le16_to_cpu(h->length);
		u8 copy[2048];

		if (len > sizeof(copy) || len > buf_len - at - sizeof(*h))
			return 0;
		memcpy(copy, h + 1, len);
		take(copy, len);
		at += sizeof(*h) + len;
	}
	return 1;
}
