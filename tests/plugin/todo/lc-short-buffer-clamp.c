// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: values that are brought within bounds instead of refused.
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

#define min(a, b) ({ __typeof__(a) _a = (a); __typeof__(b) _b = (b); _a < _b ? _a : _b; })
#define max(a, b) ({ __typeof__(a) _a = (a); __typeof__(b) _b = (b); _a > _b ? _a : _b; })
#define clamp(v, low, high) min(max(v, low), high)

static u8 bytes16[16];
static u8 bytes8[8];

/* A default for what is missing. */
u32 a_default(const u8 *buf, size_t len)
{
	if (len < sizeof(struct hdr))
		buf = bytes8;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 rounded_down_and_not_zero(const u8 *buf, size_t len)
{
	size_t n = len & ~(size_t)7;

	if (!n)
		return 0;
	return ((const struct hdr *)(buf + n - sizeof(struct hdr)))->id; // verdict: overlay struct hdr proven lc-short-buffer
}
