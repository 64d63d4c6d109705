// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: a view that a helper of layoutcheck.h hands out is held by it.
 */
// options: -Iinclude
#include <layoutcheck.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct LC_FROM_BYTES hdr {
	u8 type;
	u8 flags;
	u16 length;
	u32 id;
};

struct LC_FROM_BYTES __attribute__((packed)) wire_hdr {
	u8 type;
	u32 id;
};

/* The helper compares, and the caller looks at what it says. */
u32 held(const u8 *buf, size_t len)
{
	const struct hdr *h = lc_ref_from_prefix(struct hdr, buf, len); // verdict: overlay struct hdr held lc_ref_from_prefix; also verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr proven lc-misaligned

	return h ? h->id : 0;
}

u32 held_packed(const u8 *buf, size_t len)
{
	const struct wire_hdr *h = lc_ref_from_prefix_unaligned(struct wire_hdr, buf, len); // verdict: overlay struct wire_hdr held lc_ref_from_prefix_unaligned; also verdict: overlay struct wire_hdr proven lc-short-buffer; also verdict: overlay struct wire_hdr proven lc-misaligned

	return h ? h->id : 0;
}

/* Writing through it is as good. */
int held_for_writing(void *buf, size_t size)
{
	struct hdr *h = lc_ref_from_prefix(struct hdr, buf, size); // verdict: overlay struct hdr proven lc-short-buffer

	if (!h)
		return -1;
	h->id = 1;
	return 0;
}

/* It is held as far as it was asked for. */
u32 more_than_was_asked_for(const u8 *buf, size_t len)
{
	const struct hdr *h = lc_ref_from_prefix(struct hdr, buf, len); // verdict: overlay struct hdr open lc-short-buffer

	return h ? h[1].id : 0;
}
