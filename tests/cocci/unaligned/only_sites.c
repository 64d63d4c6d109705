/* SPDX-License-Identifier: GPL-2.0-or-later */
/* with a list of places only those are read and written anew */
#include <linux/unaligned.h>

u32 one(u8 *buf)
{
	return *(u32 *)(buf + 1);
}

u32 other(u8 *buf)
{
	return *(u32 *)(buf + 1);
}

u32 named(struct frame *frame)
{
	return *(u32 *)(frame->bytes + 2);
}
