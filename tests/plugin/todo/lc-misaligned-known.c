// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-misaligned: an address that is known not to be a multiple of what the
 * access needs. On a target that tolerates it this is a note.
 * Known to fail.
 */
// options: -fplugin-arg-layoutcheck-level=note
#include <stddef.h>
#include <stdlib.h>

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

struct __attribute__((packed)) packed_hdr {
	u8 type;
	u8 flags;
	u16 length;
	u32 id;
};

struct __attribute__((packed, aligned(2))) half_packed_hdr {
	u8 type;
	u8 flags;
	u16 length;
	u32 id;
};

static u8 aligned_bytes[32] __attribute__((aligned(8)));
static u8 plain_bytes[32];

/* One past an aligned address. */
u32 one_past(void)
{
	return *(u32 *)(aligned_bytes + 1); // note: needs alignment 4.*1 past a multiple of 8 [lc-misaligned]; also verdict: overlay u32 refuted lc-misaligned
}

/* On it. */
u32 on_it(void)
{
	return *(u32 *)(aligned_bytes + 4); // verdict: overlay u32 proven lc-misaligned because aligned to 8
}

/* Half way is too little for a word, and enough for half a word. */
u32 half_way(void)
{
	return *(u32 *)(aligned_bytes + 2); // note: needs alignment 4.*2 past a multiple of 8 [lc-misaligned]
}

/* A packed type that claims an alignment asks for that. */
u32 packed_with_an_alignment(void)
{
	return ((struct half_packed_hdr *)(aligned_bytes + 1))->id; // note: needs alignment 2 [lc-misaligned]
}

/* A type that was told to have less. */
typedef u32 any_u32 __attribute__((aligned(1)));

/* The idiom: one member in a packed struct. */
struct __attribute__((packed)) any_word {
	u32 value;
};

/* A member is aligned as its object is. */
struct frame {
	u64 stamp;
	u8 head[2];
	u8 body[14];
};
