// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: where the comparison stands. What counts is that it lies on
 * every way to the access, not that it is somewhere in the function.
 * Known to fail.
 */
#include <stdbool.h>
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

void log_error(const char *message);

u32 need_is_too_small_on_one_way(const u8 *buf, size_t len, int wide)
{
	size_t need = wide ? 8 : 4;

	if (len < need)
		return 0;
	return ((const struct hdr *)buf)->id; // warning: too little: 4 known [lc-short-buffer]
}
