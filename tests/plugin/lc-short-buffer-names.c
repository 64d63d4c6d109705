// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: which numbers are lengths of which pointers, and which only stand beside one.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;

struct hdr {
	u32 type;
	u32 id;
};

u32 a_length(const void *buf, size_t len)
{
	const struct hdr *h = buf;

	return h->id; // warning: needs 8 bytes of 'buf'.* 'len' is not compared [lc-short-buffer]
}

u32 a_length_with_a_general_word(const void *payload, unsigned int data_len)
{
	const struct hdr *h = payload;

	return h->id; // warning: needs 8 bytes of 'payload'.* 'data_len' is not compared [lc-short-buffer]
}

u32 a_length_with_the_name_in_short(const void *packet, unsigned int pkt_size)
{
	const struct hdr *h = packet;

	return h->id; // warning: needs 8 bytes of 'packet'.* 'pkt_size' is not compared [lc-short-buffer]
}

/* A length of something else that stands beside a cookie. */
struct state {
	u32 seen;
	const u8 *value;
};

int note_value(void *context, size_t hdrlen, u8 tag, const void *value, size_t vlen)
{
	struct state *state = context;

	state->seen += vlen + hdrlen + tag;
	state->value = value;
	return 0;
}

void *from_stack(void *opaque, size_t size)
{
	struct state *state = opaque;

	state->seen += size;
	return state;
}

/* How much is to be added is not how much is there. */
u32 grow(void *blob, int extrasize)
{
	struct hdr *h = blob;

	return h->id + extrasize;
}

u32 grow_bytes(u8 *blob, int extra_len)
{
	struct hdr *h = (struct hdr *)blob;

	return h->id + extra_len;
}

/* Where a pointer is kept is no buffer of bytes. */
u64 kept(void *slot, u64 len)
{
	return *(u64 **)slot ? len : 0;
}

/* Who fills a buffer gets one that is large enough: the length may be of what else is in it. */
void put_header(u8 *pkt, u32 id, u16 pkt_len)
{
	struct hdr *h = (struct hdr *)pkt;

	h->type = pkt_len;
	h->id = id;
}

/* But a comparison with too little says that it is not. */
int put_checked(u8 *pkt, u32 id, u16 pkt_len)
{
	struct hdr *h = (struct hdr *)pkt;

	if (pkt_len < sizeof(h->type))
		return -1;
	h->id = id; // warning: needs 8 bytes of 'pkt'.* 'pkt_len' is compared with too little [lc-short-buffer]
	return 0;
}

/* Where a linker puts entries, an object without a size only marks the place. */
u32 first_entry(void)
{
	static char start[0] __attribute__((aligned(8), section("entries")));
	struct hdr *entry = (struct hdr *)&start; // verdict: overlay struct hdr open lc-short-buffer

	return entry->id;
}
