// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: bytes of declared arrays and objects, whose size the code
 * itself says.
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

void fill(u8 *bytes, size_t size);

static u8 file_short[6];
static u8 file_whole[8];
u8 global_short[7];
u8 global_whole[16];
extern u8 elsewhere_short[4];
extern u8 elsewhere_open[];

struct frame {
	u8 head[4];
	u8 body[8];
	u8 tail[2];
};

/* The last member may stand for what follows, when it is behind a pointer: as a trailing array of old. */
struct old_trailing {
	u16 kind;
	u8 data[1];
};

/* Rows of a table. */
static u8 rows[4][8];
static u8 short_rows[4][6];

/* Which of two arrays it is, the code does not say: the shorter must do. */
u32 either_array(int which)
{
	u8 *p = which ? file_whole : global_whole;

	return ((struct hdr *)p)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 either_array_one_is_short(int which)
{
	u8 *p = which ? file_short : global_whole;

	return ((struct hdr *)p)->id; // warning: 'file_short'|'p' [lc-short-buffer]
}
