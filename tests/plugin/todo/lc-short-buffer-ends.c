// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: the end of the bytes instead of their number.
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

u32 too_little_left(const u8 *p, const u8 *end)
{
	if (end - p < 4)
		return 0;
	return ((const struct hdr *)p)->id; // warning: needs 8 bytes of 'p' [lc-short-buffer]
}

u32 another_end_is_compared(const u8 *p, const u8 *end)
{
	if (p + sizeof(u32) > end)
		return 0;
	return ((const struct hdr *)p)->id; // warning: needs 8 bytes of 'p' [lc-short-buffer]
}

u32 starts_before_the_end(const u8 *p, const u8 *end)
{
	if (p < end)
		return ((const struct hdr *)p)->id; // warning: needs 8 bytes of 'p' [lc-short-buffer]
	return 0;
}

u32 the_header_alone(const void *data, const void *data_end)
{
	const struct hdr *h = data;

	if ((const void *)h > data_end)
		return 0;
	return h->id; // warning: needs 8 bytes of 'data' [lc-short-buffer]
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
