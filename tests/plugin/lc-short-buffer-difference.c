// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: what is left up to the end, kept in a narrower type; and
 * pointers that are moved back to what stands before them.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct hdr {
	u8 next;
	u8 flags;
	u8 length[2];
};

/* The difference is not negative: cutting bits off makes it no larger. */
u32 left_in_an_int(const u8 *p, const u8 *end)
{
	const struct hdr *h;
	unsigned int left;

	if (end < p)
		return 0;
	left = end - p;
	if (left < sizeof(*h))
		return 0;
	h = (const struct hdr *)p; // verdict: overlay struct hdr proven lc-short-buffer because left
	return h->length[1];
}

u32 too_little_left_in_an_int(const u8 *p, const u8 *end)
{
	const struct hdr *h;
	unsigned int left;

	if (end < p)
		return 0;
	left = end - p;
	if (left < sizeof(*h) - 1)
		return 0;
	h = (const struct hdr *)p;
	return h->length[1]; // warning: needs 4 bytes of 'p'.* 3 known [lc-short-buffer]
}

/* A chain of payloads, each with its length in its header. */
u32 walk_in_ints(u8 next, const u8 *p, const u8 *end)
{
	u32 sum = 0;

	while (next) {
		const struct hdr *h;
		unsigned int length, left;

		if (end < p)
			return 0;
		left = end - p;
		if (left < sizeof(*h))
			return 0;
		h = (const struct hdr *)p; // verdict: overlay struct hdr proven lc-short-buffer
		length = h->length[0] << 8 | h->length[1];
		if (length < sizeof(*h) || length > left)
			return 0;
		sum += h->flags;
		next = h->next;
		p += length;
	}
	return sum;
}

struct block {
	u32 next, used;
};

/* An allocator's own header stands before what it handed out. */
u32 before_a_parameter(void *memory, size_t new_size)
{
	struct block *b = (struct block *)((u8 *)memory - sizeof(*b));

	return b->used > new_size ? b->next : 0;
}

u32 before_an_object(void)
{
	static u8 bytes[16] __attribute__((aligned(4)));
	struct block *b = (struct block *)(bytes - sizeof(*b));

	return b->used; // warning: 'b->used' begins 4 bytes before 'bytes' [lc-short-buffer]
}
