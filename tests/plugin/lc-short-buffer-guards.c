// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: every way to write that a length is large enough, each beside
 * one that looks like it and is not.
 */
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

#define unlikely(x) __builtin_expect(!!(x), 0)
#define likely(x) __builtin_expect(!!(x), 1)

/* A length that nobody looks at is a length forgotten. */
u32 forgotten_length(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr open lc-short-buffer

	return h->id; // warning: needs 8 bytes of 'buf'.*'len' is not compared [lc-short-buffer]
}

/* Too short is refused. */
u32 refuses_shorter(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer because len

	if (len < sizeof(*h))
		return 0;
	return h->id;
}

/* One byte less than needed is let through. */
u32 refuses_one_too_few(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (len < sizeof(*h) - 1)
		return 0;
	return h->id; // warning: needs 8 bytes of 'buf'.*too little: 7 known [lc-short-buffer]
}

/* The size stands on the left. */
u32 size_on_the_left(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer

	if (sizeof(*h) > len)
		return 0;
	return h->id;
}

/* On the left and the wrong way round: only what is too long is refused. */
u32 wrong_way_round(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (sizeof(*h) < len)
		return 0;
	return h->id; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
}

/* The size of the pointer is not the size of the header. */
u32 not_the_size_of_the_pointer(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (len < sizeof(u32 *) / 2)
		return 0;
	return h->id; // warning: too little: 4 known [lc-short-buffer]
}

/* Not above seven is refused. */
u32 refuses_up_to(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer

	if (len <= 7)
		return 0;
	return h->id;
}

u32 refuses_up_to_six(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (len <= 6)
		return 0;
	return h->id; // warning: too little: 7 known [lc-short-buffer]
}

/* The whole is asked for, and the access is within the branch. */
u32 accepts_at_least(const u8 *buf, size_t len)
{
	if (len >= sizeof(struct hdr))
		return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
	return 0;
}

/* The access stands in the other branch. */
u32 other_branch(const u8 *buf, size_t len)
{
	if (len >= sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id; // warning: fewer|needs 8 bytes of 'buf' [lc-short-buffer]; also verdict: overlay struct hdr refuted lc-short-buffer
}

/* Exactly the size. */
u32 accepts_exactly(const u8 *buf, size_t len)
{
	if (len == sizeof(struct hdr))
		return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
	return 0;
}

u32 accepts_exactly_too_few(const u8 *buf, size_t len)
{
	if (len == 6)
		return ((const struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf' [lc-short-buffer]; also verdict: overlay struct hdr refuted lc-short-buffer
	return 0;
}

/* Everything but the size is refused. */
u32 refuses_all_but(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer

	if (len != sizeof(*h))
		return 0;
	return h->id;
}

/* The size alone is refused: what is left may be shorter. */
u32 refuses_only(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (len == 0)
		return 0;
	return h->id; // warning: too little: 1 known [lc-short-buffer]
}

/* Each case knows its length. */
u32 switch_on_length(const u8 *buf, size_t len)
{
	switch (len) {
	case 4:
		return *(const u16 *)buf; // verdict: overlay u16 proven lc-short-buffer
	case 8:
	case 12:
		return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
	case 16 ... 24:
		return ((const struct hdr *)buf)[1].id; // verdict: overlay struct hdr proven lc-short-buffer
	default:
		return 0;
	}
}

/* One of the cases is too short for what they share. */
u32 switch_with_a_short_case(const u8 *buf, size_t len)
{
	switch (len) {
	case 6:
	case 8:
		return ((const struct hdr *)buf)->id; // warning: too little: 6 known [lc-short-buffer]
	default:
		return 0;
	}
}

/* Refused if too short, or for another reason. */
u32 refuses_either(const u8 *buf, size_t len, int down)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer

	if (down || len < sizeof(*h))
		return 0;
	return h->id;
}

/* Refused only if too short and for another reason too. */
u32 refuses_both(const u8 *buf, size_t len, int down)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (down && len < sizeof(*h))
		return 0;
	return h->id; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
}

/* The second half of the condition reads only what the first has allowed. */
u32 checks_and_reads_in_one(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer

	if (len < sizeof(*h) || h->type != 1)
		return 0;
	return 1;
}

/* The reading half comes first. */
u32 reads_before_it_checks(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (h->id != 1 || len < sizeof(*h)) // warning: needs 8 bytes of 'buf' [lc-short-buffer]
		return 0;
	return 1;
}

u32 accepts_both(const u8 *buf, size_t len, int up)
{
	if (up && len >= sizeof(struct hdr))
		return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
	return 0;
}

u32 accepts_either(const u8 *buf, size_t len, int up)
{
	if (up || len >= sizeof(struct hdr))
		return ((const struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
	return 0;
}

/* What the author thinks of its likelihood changes nothing. */
u32 unlikely_guard(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer

	if (unlikely(len < sizeof(*h)))
		return 0;
	return h->id;
}

u32 unlikely_guard_too_small(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (unlikely(len < 4))
		return 0;
	return h->id; // warning: too little: 4 known [lc-short-buffer]
}

u32 likely_guard(const u8 *buf, size_t len, int up)
{
	if (likely(len >= sizeof(struct hdr) && up))
		return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
	return 0;
}

u32 twice_negated(const u8 *buf, size_t len)
{
	if (!!(len >= sizeof(struct hdr)))
		return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
	return 0;
}

u32 negated(const u8 *buf, size_t len)
{
	if (!(len >= sizeof(struct hdr)))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Signed lengths: a negative one is shorter than any header. */
u32 signed_length(const u8 *buf, int len)
{
	if (len < (int)sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Compared as unsigned a negative length is enormous, and passes. */
u32 signed_length_compared_as_unsigned(const u8 *buf, int len)
{
	if (len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}
