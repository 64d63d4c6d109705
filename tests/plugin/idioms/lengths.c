// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Idioms: one length and one header, the length of any type, compared in any form.
 */
#include "idioms.h"

/* Refused if shorter. */
u32 shorter_bad(const u8 *buf, size_t len)
{
	if (len < sizeof(struct tlv))
		return 0;
	return ((const struct hdr *)buf)->id; // warning: too little: 4 known [lc-short-buffer]
}

u32 shorter_good(const u8 *buf, size_t len)
{
	if (len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Used if long enough. */
u32 used_if_bad(const u8 *buf, size_t len)
{
	if (len >= 4)
		return ((const struct hdr *)buf)->id; // warning: too little [lc-short-buffer]
	return 0;
}

u32 used_if_good(const u8 *buf, size_t len)
{
	if (len >= 8)
		return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
	return 0;
}

/* Exactly so long. */
u32 exactly_bad(const u8 *buf, size_t len)
{
	if (len != sizeof(struct tlv))
		return 0;
	return ((const struct hdr *)buf)->id; // warning: needs 8 bytes.*only 4 [lc-short-buffer]
}

u32 exactly_good(const u8 *buf, size_t len)
{
	if (len != sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* One of two lengths: an old and a new form of a descriptor. */
u32 one_of_two_bad(const u8 *buf, size_t len)
{
	if (len != 6 && len != 12)
		return 0;
	return ((const struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
}

u32 one_of_two_good(const u8 *buf, size_t len)
{
	if (len == 8 || len == 12)
		return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
	return 0;
}

/* The size of a pointer, where that of the record was meant. */
u32 size_of_pointer_bad(const u8 *buf, size_t len)
{
	const struct ip4 *h = (const struct ip4 *)buf;

	if (len < sizeof(h))
		return 0;
	return h->to; // warning: too little: 8 known [lc-short-buffer]
}

u32 size_of_pointer_good(const u8 *buf, size_t len)
{
	const struct ip4 *h = (const struct ip4 *)buf; // verdict: overlay struct ip4 proven lc-short-buffer

	if (len < sizeof(*h))
		return 0;
	return h->to;
}

/* Off by one. */
u32 off_by_one_good(const u8 *buf, size_t len)
{
	if (len <= sizeof(struct hdr) - 1)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A byte counts the bytes. */
u32 byte_length_bad(const u8 *buf, u8 len)
{
	if (len < 7)
		return 0;
	return ((const struct hdr *)buf)->id; // warning: 7 known [lc-short-buffer]
}

u32 byte_length_good(const u8 *buf, u8 len)
{
	if (len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Sixteen bits of length. */
u32 half_length_bad(const u8 *data, u16 data_len)
{
	if (data_len < offsetof(struct hdr, id))
		return 0;
	return ((const struct hdr *)data)->id; // warning: 4 known [lc-short-buffer]
}

u32 half_length_good(const u8 *data, u16 data_len)
{
	if (data_len < offsetofend(struct hdr, id))
		return 0;
	return ((const struct hdr *)data)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A signed length, compared with an unsigned size: a negative one is large. */
u32 signed_length_bad(const u8 *buf, int len)
{
	if (len < 6)
		return 0;
	return ((const struct hdr *)buf)->id; // warning: 6 known [lc-short-buffer]
}

u32 signed_length_good(const u8 *buf, int len)
{
	if (len < (int)sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* What a read returned: minus one, or how many. */
u32 returned_length_bad(const u8 *buf, ssize_t len)
{
	if (len < 0)
		return 0;
	return ((const struct hdr *)buf)->id; // warning: 'buf' [lc-short-buffer]
}

u32 returned_length_good(const u8 *buf, ssize_t len)
{
	if (len < 0 || (size_t)len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A length in words. */
u32 words_bad(const u8 *buf, size_t len)
{
	if (len / 4 < 1)
		return 0;
	return ((const struct hdr *)buf)->id; // warning: 'buf' [lc-short-buffer]
}

u32 words_good(const u8 *buf, size_t len)
{
	if (len / 4 < 2)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A multiple of the record, and not none. */
u32 whole_records_bad(const u8 *buf, size_t len)
{
	if (!len || len % sizeof(struct tlv))
		return 0;
	return ((const struct hdr *)buf)->id; // warning: 'buf' [lc-short-buffer]
}

u32 whole_records_good(const u8 *buf, size_t len)
{
	if (!len || len % sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A table that must be a whole number of records long. */
u32 last_record_bad(const u8 *buf, size_t len)
{
	if (len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)(buf + len - sizeof(struct tlv)))->id; // warning: 'buf' [lc-short-buffer]
}

u32 last_record_good(const u8 *buf, size_t len)
{
	if (len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)(buf + len - sizeof(struct hdr)))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Flags say what must be there; the first word has them. */
u32 bit_test_bad(const u8 *buf, size_t len)
{
	if (len < 4)
		return 0;
	if (((const struct hdr *)buf)->flags & 1)
		return ((const struct hdr *)buf)->id; // warning: 4 known [lc-short-buffer]
	return 0;
}

u32 bit_test_good(const u8 *buf, size_t len)
{
	if (len < 4)
		return 0;
	if ((((const struct hdr *)buf)->flags & 1) && len >= 8) // verdict: overlay struct hdr proven lc-short-buffer
		return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
	return 0;
}

/* The lower bound lives in a const object. */
static const size_t least_bad = 6;
static const size_t least_good = sizeof(struct hdr);

u32 const_bound_bad(const u8 *buf, size_t len)
{
	if (len < least_bad)
		return 0;
	return ((const struct hdr *)buf)->id; // warning: 6 known [lc-short-buffer]
}

u32 const_bound_good(const u8 *buf, size_t len)
{
	if (len < least_good)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* It lives in a table of lengths, one for each kind. */
static const u8 least_of_kind_bad[] = { 8, 12, 4, 16 };
static const u8 least_of_kind_good[] = { 8, 12, 8, 16 };

u32 table_of_bounds_bad(const u8 *buf, size_t len, unsigned kind)
{
	if (kind >= ARRAY_SIZE(least_of_kind_bad) || len < least_of_kind_bad[kind])
		return 0;
	return ((const struct hdr *)buf)->id; // warning: 4 known [lc-short-buffer]
}

u32 table_of_bounds_good(const u8 *buf, size_t len, unsigned kind)
{
	if (kind >= ARRAY_SIZE(least_of_kind_good) || len < least_of_kind_good[kind])
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* An enumerator is the bound. */
enum { SHORT_FORM = 4, LONG_FORM = 8 };

u32 enumerator_bad(const u8 *buf, size_t len)
{
	if (len < SHORT_FORM)
		return 0;
	return ((const struct hdr *)buf)->id; // warning: 4 known [lc-short-buffer]
}

u32 enumerator_good(const u8 *buf, size_t len)
{
	if (len < LONG_FORM)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}
