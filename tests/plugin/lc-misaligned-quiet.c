// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-misaligned: a note is not printed unless notes are asked for; the ledger
 * has it all the same. The other rule is not disturbed by any of this.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned int u32;

static u8 aligned_bytes[8] __attribute__((aligned(8)));

/* Tolerated by the target: kept in the ledger, not printed. */
void tolerated(void)
{
	*(u32 *)(aligned_bytes + 1) = 1; // verdict: overlay u32 refuted lc-misaligned
}

/* Misaligned and too short as well: the stronger one speaks. */
void too_short_as_well(void)
{
	*(u32 *)(aligned_bytes + 5) = 1; // warning: needs 9 bytes of 'aligned_bytes' [lc-short-buffer]; also verdict: overlay u32 refuted lc-misaligned
}
