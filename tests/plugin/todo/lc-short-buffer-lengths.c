// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: lengths that take a way round before they are compared, that
 * change, and that belong to something else.
 * Known to fail.
 */
#include <stddef.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct hdr {
	u8 type;
	u8 flags;
	u16 length;
	u32 id;
};

void take(const u8 **buf, size_t *len, size_t n);
void measure(size_t *len);
u32 step_of(const u8 *p);

/* Lengths that are loaded twice are one, if nothing was stored in between. */
struct view {
	const u8 *bytes;
	size_t bytes_len;
};

/* The length alone is changed by another function: what is compared is another value. */
u32 measured_elsewhere(const u8 *buf, size_t len)
{
	measure(&len);
	if (len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* The name says to which of two it belongs. */
u32 named_after_the_other(u8 *dst, const u8 *src, size_t dst_len)
{
	dst[0] = (u8)dst_len;
	return ((const struct hdr *)src)->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 named_after_the_first(const u8 *src, u8 *dst, size_t src_len)
{
	dst[0] = (u8)src_len;
	((struct hdr *)dst)->id = 1; // verdict: overlay struct hdr open lc-short-buffer
	return ((const struct hdr *)src)->id; // warning: needs 8 bytes of 'src'.*'src_len' is not compared [lc-short-buffer]
}
