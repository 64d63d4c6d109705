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

u32 by_an_integer_and_a_sum(const u8 *buf, size_t len)
{
	uintptr_t address = (uintptr_t)buf + 4;

	if (len < 8)
		return 0;
	return ((const struct hdr *)address)->id; // warning: needs 12 bytes of 'buf'.*8 known [lc-short-buffer]
}

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

/* Handed to a function: the view is used as the type there, which the ledger says. */
u32 to_a_call(const u8 *buf, size_t len)
{
	if (len < sizeof(struct hdr))
		return 0;
	return use((const struct hdr *)buf); // verdict: overlay struct hdr open lc-short-buffer because handed on
}

/* Kept in an object. */
struct keeper {
	const struct hdr *h;
};

/* Loaded from an object as the type, which it is not there. */
struct bytes_in_an_object {
	const u8 *data;
};
