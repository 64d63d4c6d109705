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
