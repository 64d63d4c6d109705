// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-misaligned: an address that is known not to be a multiple of what the
 * access needs. On a target that tolerates it this is a note.
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

u32 half_way_is_enough(void)
{
	return *(u16 *)(aligned_bytes + 2); // verdict: overlay u16 proven lc-misaligned
}

/* An array of bytes may stand anywhere: nothing is known, nothing is said. */
u32 anywhere(void)
{
	return *(u32 *)plain_bytes; // verdict: overlay u32 open lc-misaligned because 1 known
}

/* A packed type asks for nothing. */
u32 packed_target(void)
{
	return ((struct packed_hdr *)(aligned_bytes + 1))->id; // verdict: overlay struct packed_hdr proven lc-misaligned because alignment 1
}

u32 packed_with_an_alignment_that_it_has(void)
{
	return ((struct half_packed_hdr *)(aligned_bytes + 2))->id; // verdict: overlay struct half_packed_hdr proven lc-misaligned
}

u32 packed_with_an_alignment_that_it_has_not(void)
{
	return ((struct half_packed_hdr *)(aligned_bytes + 1))->id; // note: needs alignment 2 [lc-misaligned]
}

/* A field of a view that stands where it may not. */
u32 field_of_a_struct(void)
{
	struct hdr *h = (struct hdr *)(aligned_bytes + 2); // note: viewed as 'struct hdr' here

	return h->id; // note: 'h->id' needs alignment 4.*6 past a multiple of 8 [lc-misaligned]
}

/* The field that is read is a byte. */
u32 byte_field_of_a_struct(void)
{
	return ((struct hdr *)(aligned_bytes + 1))->flags; // verdict: overlay struct hdr proven lc-misaligned
}

/* A type that was told to have less. */
typedef u32 any_u32 __attribute__((aligned(1)));

u32 a_type_that_may_stand_anywhere(void)
{
	return *(any_u32 *)(aligned_bytes + 1); // verdict: overlay any_u32 proven lc-misaligned
}

/* The idiom: one member in a packed struct. */
struct __attribute__((packed)) any_word {
	u32 value;
};

u32 packed_accessor(const u8 *buf, size_t len)
{
	if (len < 5)
		return 0;
	return ((const struct any_word *)(buf + 1))->value; // verdict: overlay struct any_word proven lc-misaligned
}

/* What malloc() gives is aligned for everything. */
u32 malloc_and_an_odd_offset(void)
{
	u8 *bytes = malloc(16);
	u32 value;

	if (!bytes)
		return 0;
	bytes[3] = bytes[4] = bytes[5] = bytes[6] = 0;
	value = *(u32 *)(bytes + 3); // note: needs alignment 4.*3 past a multiple of [lc-misaligned]
	free(bytes);
	return value;
}

u32 malloc_and_an_even_offset(void)
{
	u8 *bytes = malloc(16);
	u32 value;

	if (!bytes)
		return 0;
	bytes[4] = bytes[5] = bytes[6] = bytes[7] = 0;
	value = *(u32 *)(bytes + 4); // verdict: overlay u32 proven lc-misaligned
	free(bytes);
	return value;
}

/* Steps of the size of what is read, from where it may be read. */
u32 by_words(unsigned i)
{
	return *(u32 *)(aligned_bytes + 4 * (i & 7)); // verdict: overlay u32 proven lc-misaligned
}

u32 by_words_from_an_odd_place(unsigned i)
{
	return *(u32 *)(aligned_bytes + 4 * (i & 3) + 1); // note: needs alignment 4.*1 past a multiple of 4 [lc-misaligned]
}

/* In steps of two: it may be, it may not be. */
u32 by_halves(unsigned i)
{
	return *(u32 *)(aligned_bytes + 2 * (i & 7)); // verdict: overlay u32 open lc-misaligned because 2 known
}

/* A member is aligned as its object is. */
struct frame {
	u64 stamp;
	u8 head[2];
	u8 body[14];
};

u32 member_that_starts_half_way(struct frame *f)
{
	return *(u32 *)f->body; // note: needs alignment 4.*2 past a multiple of 8 [lc-misaligned]
}

u32 member_from_its_middle(struct frame *f)
{
	return *(u32 *)(f->body + 2); // verdict: overlay u32 proven lc-misaligned
}

u32 member_as_halves(struct frame *f)
{
	return *(u16 *)f->body; // verdict: overlay u16 proven lc-misaligned
}

/* A store is an access like a load. */
void store(void)
{
	*(u32 *)(aligned_bytes + 1) = 1; // note: needs alignment 4 [lc-misaligned]
}

/* What is handed on is used as the type that it was made. */
void others(struct hdr *h);

void handed_on_from_where_it_may(void)
{
	others((struct hdr *)(aligned_bytes + 4)); // verdict: overlay struct hdr proven lc-misaligned because aligned to 8
}

void handed_on_from_where_it_may_not(void)
{
	others((struct hdr *)(aligned_bytes + 2)); // note: 'struct hdr' needs alignment 4.*not seen to be accessed here [lc-misaligned]
}

void handed_on_from_anywhere(u8 *p)
{
	others((struct hdr *)p); // verdict: overlay struct hdr open lc-misaligned because 1 known
}

u8 handed_on_and_its_byte_accessed(void)
{
	struct hdr *h = (struct hdr *)(plain_bytes + 1); // verdict: overlay struct hdr open lc-misaligned

	others(h);
	return h->type;
}
