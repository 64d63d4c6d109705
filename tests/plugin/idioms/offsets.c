// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Idioms: an offset into a buffer and what is read there, with the arithmetic that wraps and the one that does not.
 */
#include "idioms.h"

/* The sum may wrap; the difference does not once the offset is within. */
u32 sum_wraps_bad(const u8 *buf, u32 size, u32 off)
{
	if (off > size)
		return 0;
	return ((const struct hdr *)(buf + off))->id; // warning: 'buf' [lc-short-buffer]
}

u32 sum_wraps_good(const u8 *buf, u32 size, u32 off)
{
	if (off > size || size - off < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)(buf + off))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Added up in a wider type, nothing wraps. */
u32 wider_sum_bad(const u8 *buf, u32 size, u32 off)
{
	if ((u64)off + 4 > size)
		return 0;
	return ((const struct hdr *)(buf + off))->id; // warning: 'buf' [lc-short-buffer]
}

u32 wider_sum_good(const u8 *buf, u32 size, u32 off)
{
	if ((u64)off + sizeof(struct hdr) > size)
		return 0;
	return ((const struct hdr *)(buf + off))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* The size less the header: only after the size was found to be no less. */
u32 size_less_header_bad(const u8 *buf, size_t len, size_t off)
{
	if (len < sizeof(struct hdr) || off > len - sizeof(struct tlv))
		return 0;
	return ((const struct hdr *)(buf + off))->id; // warning: 'buf' [lc-short-buffer]
}

u32 size_less_header_good(const u8 *buf, size_t len, size_t off)
{
	if (len < sizeof(struct hdr) || off > len - sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)(buf + off))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* The compiler says whether the sum wrapped. */
u32 checked_sum_bad(const u8 *buf, size_t len, size_t off)
{
	size_t end;

	if (__builtin_add_overflow(off, sizeof(struct tlv), &end) || end > len)
		return 0;
	return ((const struct hdr *)(buf + off))->id; // warning: 'buf' [lc-short-buffer]
}

u32 checked_sum_good(const u8 *buf, size_t len, size_t off)
{
	size_t end;

	if (__builtin_add_overflow(off, sizeof(struct hdr), &end) || end > len)
		return 0;
	return ((const struct hdr *)(buf + off))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A wrap is looked for by hand: the sum is less than what was added to. */
u32 wrap_by_hand_bad(const u8 *buf, size_t len, size_t off)
{
	size_t end = off + sizeof(struct tlv);

	if (end < off || end > len)
		return 0;
	return ((const struct hdr *)(buf + off))->id; // warning: 'buf' [lc-short-buffer]
}

u32 wrap_by_hand_good(const u8 *buf, size_t len, size_t off)
{
	size_t end = off + sizeof(struct hdr);

	if (end < off || end > len)
		return 0;
	return ((const struct hdr *)(buf + off))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Offset and length of a part, both from outside, the part is then a buffer of its own. */
u32 part_bad(const u8 *buf, size_t size, size_t off, size_t n)
{
	const u8 *part;

	if (off > size || size - off < n)
		return 0;
	part = buf + off;
	if (n < sizeof(struct tlv))
		return 0;
	return ((const struct hdr *)part)->id; // warning: 'buf' [lc-short-buffer]
}

u32 part_good(const u8 *buf, size_t size, size_t off, size_t n)
{
	const u8 *part;

	if (off > size || size - off < n)
		return 0;
	part = buf + off;
	if (n < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)part)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* The offset is small by its type. */
u32 small_by_type_bad(const u8 *buf, size_t len, u8 off)
{
	if (len < 256)
		return 0;
	return ((const struct hdr *)(buf + off))->id; // warning: may reach 7 bytes past [lc-short-buffer]
}

u32 small_by_type_good(const u8 *buf, size_t len, u8 off)
{
	if (len < 256 + sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)(buf + off))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* It is small by a mask. */
u32 small_by_mask_bad(const u8 *buf, size_t len, u32 word)
{
	if (len < 64)
		return 0;
	return ((const struct hdr *)(buf + (word & 0x3f)))->id; // warning: may reach 7 bytes past [lc-short-buffer]
}

u32 small_by_mask_good(const u8 *buf, size_t len, u32 word)
{
	if (len < 64)
		return 0;
	return ((const struct hdr *)(buf + (word & 0x38)))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* It is small by a remainder. */
u32 small_by_remainder_bad(const u8 *buf, size_t len, u32 word)
{
	if (len < 32)
		return 0;
	return ((const struct hdr *)(buf + word % 32))->id; // warning: may reach 7 bytes past [lc-short-buffer]
}

u32 small_by_remainder_good(const u8 *buf, size_t len, u32 word)
{
	if (len < 32)
		return 0;
	return ((const struct hdr *)(buf + word % 25))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Rounded up to a multiple of four, and compared after that. */
u32 rounded_up_bad(const u8 *buf, size_t len, u8 n)
{
	size_t off = (n + 3) & ~3;

	if (len < (size_t)n + sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)(buf + off))->id; // warning: may reach 3 bytes past [lc-short-buffer]
}

u32 rounded_up_good(const u8 *buf, size_t len, u8 n)
{
	size_t off = (n + 3) & ~3;

	if (len < off + sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)(buf + off))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A signed offset that may be negative. */
u32 signed_offset_bad(const u8 *buf, int len, int off)
{
	if (off > len - 8 || off < -4)
		return 0;
	return ((const struct hdr *)(buf + off))->type; // warning: may begin 4 bytes before 'buf' [lc-short-buffer]
}

u32 signed_offset_good(const u8 *buf, int len, int off)
{
	if (off < 0 || off > len - 8)
		return 0;
	return ((const struct hdr *)(buf + off))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Behind a first part, whose length is compared with the whole. */
u32 behind_a_part_bad(const u8 *buf, size_t len, size_t first)
{
	if (len < first)
		return 0;
	len -= first;
	if (len < 4)
		return 0;
	return ((const struct hdr *)(buf + first))->id; // warning: 'buf' [lc-short-buffer]
}

u32 behind_a_part_good(const u8 *buf, size_t len, size_t first)
{
	if (len < first)
		return 0;
	len -= first;
	if (len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)(buf + first))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A trailer at the end, counted back from it. */
u32 trailer_bad(const u8 *buf, const u8 *end)
{
	if (end - buf < 4)
		return 0;
	return ((const struct hdr *)(end - sizeof(struct hdr)))->type; // warning: may begin 4 bytes before 'buf' [lc-short-buffer]
}

u32 trailer_good(const u8 *buf, const u8 *end)
{
	if (end - buf < 8)
		return 0;
	return ((const struct hdr *)(end - sizeof(struct hdr)))->id; // verdict: overlay struct hdr proven lc-short-buffer
}
