// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: every way to write that a length is large enough, each beside
 * one that looks like it and is not.
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

#define unlikely(x) __builtin_expect(!!(x), 0)
#define likely(x) __builtin_expect(!!(x), 1)

/* Refused only if too short and for another reason too. */
u32 refuses_both(const u8 *buf, size_t len, int down)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (down && len < sizeof(*h))
		return 0;
	return h->id; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
}

/* The reading half comes first. */
u32 reads_before_it_checks(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (h->id != 1 || len < sizeof(*h)) // warning: needs 8 bytes of 'buf' [lc-short-buffer]
		return 0;
	return 1;
}

u32 accepts_either(const u8 *buf, size_t len, int up)
{
	if (up || len >= sizeof(struct hdr))
		return ((const struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
	return 0;
}

/* Compared as unsigned a negative length is enormous, and passes. */
u32 signed_length_compared_as_unsigned(const u8 *buf, int len)
{
	if (len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}
