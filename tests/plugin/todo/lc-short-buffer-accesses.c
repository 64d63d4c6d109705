// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: what counts is each access through the view: which bytes it
 * touches, not how large the type is.
 * Known to fail.
 */
#include <stddef.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;

struct hdr {
	u8 type;
	u8 flags;
	u16 length;
	u32 id;
};

struct nested {
	struct hdr outer;
	struct {
		u16 kind;
		u16 place[3];
	} inner;
};

union variant {
	u16 narrow;
	u32 wide;
	struct hdr whole;
};

struct bits {
	u8 version : 4, kind : 4;
	u8 flag : 1, rest : 7;
	u32 number : 24;
};

struct trailing {
	u16 count;
	u16 entry[];
};

struct with_array {
	u32 first;
	u16 table[6];
};

int copies_too_much_out_of_the_view(const u8 *buf, size_t len, u8 *to)
{
	const struct nested *n = (const struct nested *)buf;

	if (len < sizeof(struct hdr))
		return -1;
	memcpy(to, n, sizeof(*n)); // warning: needs 16 bytes of 'buf'.*8 known [lc-short-buffer]
	return n->outer.type;
}

/* GCC gives a parameter that is written as an array an attribute of its own making. */
u32 beside_an_array_parameter(const u8 *buf, size_t len, u8 to[32])
{
	if (len < sizeof(struct hdr))
		return 0;
	to[0] = 1;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}
