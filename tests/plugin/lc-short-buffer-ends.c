// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: the end of the bytes instead of their number.
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

/* What is left is compared. */
u32 left_is_compared(const u8 *p, const u8 *end)
{
	if (end - p < (ptrdiff_t)sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)p)->id; // verdict: overlay struct hdr proven lc-short-buffer because end
}

u32 too_little_left(const u8 *p, const u8 *end)
{
	if (end - p < 4)
		return 0;
	return ((const struct hdr *)p)->id; // warning: needs 8 bytes of 'p' [lc-short-buffer]
}

/* Where the header ends is compared. */
u32 its_end_is_compared(const u8 *p, const u8 *end)
{
	if (p + sizeof(struct hdr) > end)
		return 0;
	return ((const struct hdr *)p)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 another_end_is_compared(const u8 *p, const u8 *end)
{
	if (p + sizeof(u32) > end)
		return 0;
	return ((const struct hdr *)p)->id; // warning: needs 8 bytes of 'p' [lc-short-buffer]
}

u32 within(const u8 *p, const u8 *end)
{
	if (p + 8 <= end)
		return ((const struct hdr *)p)->id; // verdict: overlay struct hdr proven lc-short-buffer
	return 0;
}

u32 starts_before_the_end(const u8 *p, const u8 *end)
{
	if (p < end)
		return ((const struct hdr *)p)->id; // warning: needs 8 bytes of 'p' [lc-short-buffer]
	return 0;
}

/* The kernel's way: one past the header, as void. */
u32 one_past_the_header(const void *data, const void *data_end)
{
	const struct hdr *h = data; // verdict: overlay struct hdr proven lc-short-buffer

	if ((const void *)(h + 1) > data_end)
		return 0;
	return h->id;
}

u32 the_header_alone(const void *data, const void *data_end)
{
	const struct hdr *h = data;

	if ((const void *)h > data_end)
		return 0;
	return h->id; // warning: needs 8 bytes of 'data' [lc-short-buffer]
}

/* An end that the function works out for itself. */
u32 own_end(const u8 *buf, size_t len)
{
	const u8 *end = buf + len;

	if (buf + sizeof(struct hdr) > end)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 own_end_too_small(const u8 *buf, size_t len)
{
	const u8 *end = buf + len;

	if (buf + 2 > end)
		return 0;
	return ((const struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
}

/* Left over behind what was taken. */
u32 behind_a_prefix(const u8 *buf, size_t len)
{
	const u8 *p = buf, *end = buf + len;

	if (len < 4)
		return 0;
	p += 4;
	if (end - p < (ptrdiff_t)sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)p)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 behind_a_prefix_not_compared(const u8 *buf, size_t len)
{
	const u8 *p = buf, *end = buf + len;

	if (end - p < (ptrdiff_t)sizeof(struct hdr))
		return 0;
	p += 4;
	return ((const struct hdr *)p)->id; // warning: needs 12 bytes of 'buf'.*too little: 8 known [lc-short-buffer]
}

/* The size of what is left, without a sign. */
u32 left_as_size(const u8 *buf, size_t len)
{
	const u8 *p = buf, *end = buf + len;
	size_t left = (size_t)(end - p);

	if (left < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)p)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* From the first to the end, not from where it reads. */
u32 left_from_elsewhere(const u8 *buf, size_t len)
{
	const u8 *p = buf + 4, *end = buf + len;

	if (end - buf < (ptrdiff_t)sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)p)->id; // warning: needs 12 bytes of 'buf'.*too little: 8 known [lc-short-buffer]
}

/* An end of an array is known without any comparison. */
u32 end_of_an_array(void)
{
	static u8 table[64];
	const u8 *p = table, *end = table + sizeof(table);

	return ((const struct hdr *)p)->id + ((const struct hdr *)(end - 8))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 over_the_end_of_an_array(void)
{
	static u8 table[64];
	const u8 *end = table + sizeof(table);

	return ((const struct hdr *)(end - 4))->id; // warning: needs 68 bytes of 'table'.*64 bytes [lc-short-buffer]
}
