// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: that a loop took a turn says what held in that turn, of values
 * that have changed since.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct hdr {
	u8 type, flags;
	u16 length;
	u32 id;
};

/* The loop has ended because there are fewer than 8 bytes at p. */
u32 behind_the_last(const u8 *p, const u8 *end)
{
	const u8 *last = NULL;

	while (end - p >= 8) {
		last = p;
		p += 8;
	}
	if (!last)
		return 0;
	return ((const struct hdr *)p)->id; // warning: reaches past .p. as .struct hdr., which has fewer [lc-short-buffer]
}

/* Left by a break, it is this turn that is meant. */
u32 where_it_was_found(const u8 *p, const u8 *end)
{
	const u8 *found = NULL;

	for (; end - p >= 8; p += 8)
		if (*p == 3) {
			found = p;
			break;
		}
	if (!found)
		return 0;
	return ((const struct hdr *)found)->id; // verdict: overlay struct hdr proven lc-short-buffer
}
