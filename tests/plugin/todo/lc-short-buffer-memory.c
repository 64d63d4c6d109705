// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: lengths and pointers that live in memory: equal as long as
 * nothing was stored that could change them.
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

struct trailing {
	u32 count;
	u32 entry[];
};

void anything(void);
void look(const void *p);
static u8 table[64];
static unsigned table_used;
size_t global_len;

/* Bytes and their number in one object of our own. */
struct cursor {
	const u8 *p, *end;
};

/* Const memory does not change, whoever is called. */
static const u16 needed[2] = { 8, 12 };

/* A local that nobody else knows of. */
u32 a_local_whose_address_is_used(const u8 *buf, size_t len)
{
	size_t need[1];

	need[0] = sizeof(struct hdr);
	if (len < need[0])
		return 0;
	anything();
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}
