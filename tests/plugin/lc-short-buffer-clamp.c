// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: values that are brought within bounds instead of refused.
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

/* At most so far into the array. */
u32 min_macro(size_t offset)
{
	size_t at = min(offset, (size_t)8);

	return ((struct hdr *)(bytes16 + at))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 min_macro_too_far(size_t offset)
{
	size_t at = min(offset, (size_t)9);

	return ((struct hdr *)(bytes16 + at))->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 plain_minimum(size_t a, size_t b)
{
	return ((struct hdr *)(bytes16 + (a < 8 ? a : 8)))->id + (u32)b; // verdict: overlay struct hdr proven lc-short-buffer
}

/* At least so many is no bound at all. */
u32 max_macro(size_t offset)
{
	size_t at = max(offset, (size_t)8);

	return ((struct hdr *)(bytes16 + at))->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 clamp_macro(int offset)
{
	return ((struct hdr *)(bytes16 + clamp(offset, 0, 8)))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* An assignment in a branch. */
u32 brought_within(size_t offset)
{
	if (offset > 8)
		offset = 8;
	return ((struct hdr *)(bytes16 + offset))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 brought_within_something_else(size_t offset)
{
	if (offset > 8)
		offset = 9;
	return ((struct hdr *)(bytes16 + offset))->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* The smaller of two lengths: both are at least that. */
u32 smaller_of_two(const u8 *buf, size_t len, size_t most)
{
	size_t n = min(len, most);

	if (n < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* The larger of two: either may be less. */
u32 larger_of_two(const u8 *buf, size_t len, size_t least)
{
	size_t n = max(len, least);

	if (n < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* An index that wraps round the ring. */
u32 ring(unsigned head)
{
	return ((struct hdr *)bytes16)[head % 2].id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 ring_of_another_size(unsigned head)
{
	return ((struct hdr *)bytes16)[head % 3].id; // verdict: overlay struct hdr open lc-short-buffer
}

/* Rounded down it is no more than it was. */
u32 rounded_down(const u8 *buf, size_t len)
{
	size_t n = len & ~(size_t)7;

	if (n < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)(buf + n - sizeof(struct hdr)))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Rounded up it is more. */
u32 rounded_up(const u8 *buf, size_t len)
{
	size_t n = (len + 7) & ~(size_t)7;

	if (n < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr open lc-short-buffer
}

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
