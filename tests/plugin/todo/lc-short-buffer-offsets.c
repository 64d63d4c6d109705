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

/* The remainder of a negative is negative. */
u32 signed_remainder(int x)
{
	return ((struct hdr *)(bytes16 + x % 9))->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 compared_too_wide(size_t x)
{
	if (x > 9)
		return 0;
	return ((struct hdr *)(bytes16 + x))->id; // warning: 'bytes16' [lc-short-buffer]
}

u32 compared_with_the_size_of_the_array(size_t x)
{
	if (x >= sizeof(bytes16))
		return 0;
	return ((struct hdr *)(bytes16 + x))->id; // warning: 'bytes16' [lc-short-buffer]
}

u32 compared_as_signed_on_one_side(int x)
{
	if (x > 8)
		return 0;
	return ((struct hdr *)(bytes16 + x))->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 half_way_of_less(const u8 *buf, size_t len)
{
	if (len < 14)
		return 0;
	return ((const struct hdr *)(buf + len / 2))->id; // warning: 'buf' [lc-short-buffer]
}
