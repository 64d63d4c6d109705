// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: with -fwrapv, as the kernel is compiled, a signed sum wraps
 * round like any other.
 */
// options: -fno-strict-overflow -fno-strict-aliasing
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

/* The sum may have become negative. */
u32 signed_sum_wraps(const u8 *buf, int size, int offset)
{
	if (offset < 0 || offset + 8 > size)
		return 0;
	return ((const struct hdr *)(buf + offset))->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 signed_difference_does_not(const u8 *buf, int size, int offset)
{
	if (offset < 0 || offset > size || size - offset < 8)
		return 0;
	return ((const struct hdr *)(buf + offset))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 bounded_signed_sum(const u8 *buf, int size, u16 offset)
{
	if (offset + 8 > size)
		return 0;
	return ((const struct hdr *)(buf + offset))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Pointers are compared as everywhere. */
u32 within(const u8 *p, const u8 *end)
{
	if (p + sizeof(struct hdr) > end)
		return 0;
	return ((const struct hdr *)p)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 in_a_loop(const u8 *buf, int len)
{
	u32 sum = 0;

	for (; len >= 8; len -= 8, buf += 8)
		sum += ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
	return sum;
}
