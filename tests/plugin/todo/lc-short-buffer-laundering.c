// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: a way round by void, an integer, a call or a return hides
 * nothing.
 * Known to fail.
 */
#include <stddef.h>
#include <stdint.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct hdr {
	u8 type;
	u8 flags;
	u16 length;
	u32 id;
};

struct other {
	u32 word[3];
};

u32 use(const struct hdr *h);

u32 by_a_merge_too_little(const u8 *buf, size_t len, int which)
{
	const u8 *p;

	if (which)
		p = buf;
	else
		p = buf + 4;
	if (len < 8)
		return 0;
	return ((const struct hdr *)p)->id; // warning: 'buf' [lc-short-buffer]
}

/* Kept in an object. */
struct keeper {
	const struct hdr *h;
};

/* Loaded from an object as the type, which it is not there. */
struct bytes_in_an_object {
	const u8 *data;
};
