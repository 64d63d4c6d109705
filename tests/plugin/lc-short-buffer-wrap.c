// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: comparisons that an overflow gets round, and the forms that
 * it does not get round.
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

/* The sum may wrap round to something small. */
u32 sum_may_wrap(const u8 *buf, size_t size, size_t offset)
{
	if (offset + sizeof(struct hdr) > size)
		return 0;
	return ((const struct hdr *)(buf + offset))->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* The difference cannot, once the offset is within. */
u32 difference_does_not(const u8 *buf, size_t size, size_t offset)
{
	if (offset > size || size - offset < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)(buf + offset))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* The offset is not known to be within: the difference wraps. */
u32 difference_may_wrap(const u8 *buf, size_t size, size_t offset)
{
	if (size - offset < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)(buf + offset))->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* What is needed is set aside from the size, which is at least that. */
u32 set_aside_from_the_size(const u8 *buf, size_t size, size_t offset)
{
	if (size < sizeof(struct hdr) || offset > size - sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)(buf + offset))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A size of less than a header makes an enormous difference. */
u32 set_aside_from_any_size(const u8 *buf, size_t size, size_t offset)
{
	if (offset > size - sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)(buf + offset))->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* A 16-bit offset cannot make a 64-bit sum wrap. */
u32 narrow_offset(const u8 *buf, size_t size, u16 offset)
{
	if (offset + sizeof(struct hdr) > size)
		return 0;
	return ((const struct hdr *)(buf + offset))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 word_offset(const u8 *buf, size_t size, u32 offset)
{
	if (offset + sizeof(struct hdr) > size)
		return 0;
	return ((const struct hdr *)(buf + offset))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A 32-bit sum of 32-bit values wraps at 32 bits, however wide the size. */
u32 word_sum(const u8 *buf, size_t size, u32 offset, u32 need)
{
	if (need < sizeof(struct hdr) || offset + need > size)
		return 0;
	return ((const struct hdr *)(buf + offset))->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 word_sum_made_wide(const u8 *buf, size_t size, u32 offset, u32 need)
{
	if (need < sizeof(struct hdr) || (size_t)offset + need > size)
		return 0;
	return ((const struct hdr *)(buf + offset))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A 16-bit sum is cut off when it is kept in 16 bits. */
u32 sum_cut_off(const u8 *buf, size_t size, u16 offset)
{
	u16 last = offset + sizeof(struct hdr);

	if (last > size)
		return 0;
	return ((const struct hdr *)(buf + offset))->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* The offset was bounded first. */
u32 bounded_first(const u8 *buf, size_t size, size_t offset)
{
	if (offset > 4096 || offset + sizeof(struct hdr) > size)
		return 0;
	return ((const struct hdr *)(buf + offset))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A product wraps as well. */
u32 product_may_wrap(const u8 *buf, size_t size, size_t n)
{
	if (!n || n * sizeof(struct hdr) > size)
		return 0;
	return ((const struct hdr *)buf)[n - 1].id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 quotient_does_not(const u8 *buf, size_t size, size_t n)
{
	if (!n || n > size / sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)[n - 1].id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 narrow_product(const u8 *buf, size_t size, u16 n)
{
	if (!n || n * sizeof(struct hdr) > size)
		return 0;
	return ((const struct hdr *)buf)[n - 1].id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* The length goes below zero, that is, up to the sky. */
u32 length_goes_below_zero(const u8 *buf, size_t len)
{
	len -= 4;
	if (len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)(buf + 4))->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 length_does_not_go_below_zero(const u8 *buf, size_t len)
{
	if (len < 4)
		return 0;
	len -= 4;
	if (len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)(buf + 4))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A signed length that goes below zero is small, and is refused. */
u32 signed_length_goes_below_zero(const u8 *buf, int len)
{
	len -= 4;
	if (len < (int)sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)(buf + 4))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* The negative of an unsigned. */
u32 a_length_of_which_bits_are_lost(const u8 *buf, size_t len)
{
	u32 low = (u32)len;

	if (low < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)(buf + low - sizeof(struct hdr)))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* An addition that wraps in a pointer's width, and one within the object. */
u32 sum_of_two_offsets(const u8 *buf, size_t size, size_t a, size_t b)
{
	if (a > size || b > size || a + b + sizeof(struct hdr) > size)
		return 0;
	return ((const struct hdr *)(buf + a + b))->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 one_offset_after_the_other(const u8 *buf, size_t size, size_t a, size_t b)
{
	if (a > size || b > size - a || size - a - b < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)(buf + a + b))->id; // verdict: overlay struct hdr proven lc-short-buffer
}
