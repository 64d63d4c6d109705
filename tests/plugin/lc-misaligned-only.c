// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-misaligned: chosen alone, it speaks alone.
 */
// options: -fplugin-arg-layoutcheck-enable=lc-misaligned -fplugin-arg-layoutcheck-level=lc-misaligned:error
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned int u32;

static u8 aligned_bytes[8] __attribute__((aligned(8)));

/* Its level was raised, so that it is printed. */
void misaligned(void)
{
	*(u32 *)(aligned_bytes + 1) = 1; // warning: needs alignment 4 [lc-misaligned]
}

/* Too short, of which the rule that is not chosen would speak. */
void too_short(void)
{
	*(u32 *)(aligned_bytes + 8) = 1; // verdict: overlay u32 proven lc-misaligned
}
