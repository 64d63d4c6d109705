// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: offsets that are not constant, but whose range is known.
 * Known to fail.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct hdr {
	u8 type;
	u8 flags;
	u16 length;
	u32 id;
};

static u8 bytes16[16];
static u8 bytes15[15];
static u8 bytes263[263];
static u8 bytes262[262];

u32 half_way_of_less(const u8 *buf, size_t len)
{
	if (len < 14)
		return 0;
	return ((const struct hdr *)(buf + len / 2))->id; // warning: 'buf' [lc-short-buffer]
}
