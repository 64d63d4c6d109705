// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: a view that a helper of layoutcheck.h hands out is held by it.
 * Known to fail.
 */
// options: -Iinclude
#include <layoutcheck.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct LC_FROM_BYTES hdr {
	u8 type;
	u8 flags;
	u16 length;
	u32 id;
};

struct LC_FROM_BYTES __attribute__((packed)) wire_hdr {
	u8 type;
	u32 id;
};

/* Behind what is held, nothing is. */
u32 behind_what_is_held(const u8 *buf, size_t len)
{
	const struct hdr *h = lc_ref_from_prefix(struct hdr, buf, len); // verdict: overlay struct hdr held lc_ref_from_prefix

	if (!h)
		return 0;
	return h->id + *(const u32 *)(buf + 8); // warning: 'buf' [lc-short-buffer]
}
