// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: loops that walk over records, and what must be compared in
 * each turn.
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

/* It goes on while anything is left. */
u32 while_anything_is_left(const u8 *buf, size_t len)
{
	u32 sum = 0;

	while (len > 0) {
		sum += ((const struct hdr *)buf)->id; // warning: 'buf' [lc-short-buffer]
		buf += sizeof(struct hdr);
		len -= sizeof(struct hdr);
	}
	return sum;
}

/* The check is for a halfword, the read for a word. */
u32 words_checked_as_halves(const u8 *buf, int len)
{
	u32 sum = 0;

	for (; len >= 2; len -= 2, buf += 2)
		sum ^= *(const u32 *)buf; // warning: 'buf' [lc-short-buffer]
	return sum;
}

/* Done at least once, whatever the length. */
u32 do_before_the_check(const u8 *buf, size_t len)
{
	u32 sum = 0;

	do {
		sum += ((const struct hdr *)buf)->id; // warning: 'buf' [lc-short-buffer]
		buf += sizeof(struct hdr);
		len -= sizeof(struct hdr);
	} while (len >= sizeof(struct hdr));
	return sum;
}
