// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Idioms: loops over records, with a length, an offset, an index or an end that moves.
 */
#include "idioms.h"

/* While a whole header is left. */
u32 while_left_bad(const u8 *buf, size_t len)
{
	u32 sum = 0;

	while (len > 0) {
		sum += ((const struct hdr *)buf)->id; // warning: 'buf' [lc-short-buffer]
		buf += sizeof(struct hdr);
		len -= sizeof(struct hdr);
	}
	return sum;
}

u32 while_left_good(const u8 *buf, size_t len)
{
	u32 sum = 0;

	while (len >= sizeof(struct hdr)) {
		sum += ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
		buf += sizeof(struct hdr);
		len -= sizeof(struct hdr);
	}
	return sum;
}

/* Elements that say how long they are; the step is compared with what is left. */
u32 elements_bad(const u8 *buf, size_t len)
{
	u32 sum = 0;

	while (len >= 2) {
		const struct tlv *e = (const struct tlv *)buf;

		if (e->length < 2 || e->length > len)
			break;
		sum += e->value; // warning: 'buf' [lc-short-buffer]
		len -= e->length;
		buf += e->length;
	}
	return sum;
}

u32 elements_good(const u8 *buf, size_t len)
{
	u32 sum = 0;

	while (len >= 2) {
		const struct tlv *e = (const struct tlv *)buf; // verdict: overlay struct tlv proven lc-short-buffer

		if (e->length < sizeof(*e) || e->length > len)
			break;
		sum += e->value;
		len -= e->length;
		buf += e->length;
	}
	return sum;
}

/* A signed length that goes below zero ends the walk. */
u32 signed_left_bad(const u8 *buf, int len)
{
	u32 sum = 0;

	while (len > 0) {
		sum += ((const struct hdr *)buf)->id; // warning: 'buf' [lc-short-buffer]
		buf += sizeof(struct hdr);
		len -= sizeof(struct hdr);
	}
	return sum;
}

u32 signed_left_good(const u8 *buf, int len)
{
	u32 sum = 0;

	while (len >= (int)sizeof(struct hdr)) {
		sum += ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
		buf += sizeof(struct hdr);
		len -= sizeof(struct hdr);
	}
	return sum;
}

/* An end pointer: a header that begins before it need not end there. */
u32 end_pointer_bad(const u8 *buf, size_t len)
{
	const u8 *p = buf, *end = buf + len;
	u32 sum = 0;

	for (; p < end; p += sizeof(struct hdr))
		sum += ((const struct hdr *)p)->id; // warning: 'buf' [lc-short-buffer]
	return sum;
}

u32 end_pointer_good(const u8 *buf, size_t len)
{
	const u8 *p = buf, *end = buf + len;
	u32 sum = 0;

	for (; p + sizeof(struct hdr) <= end; p += sizeof(struct hdr))
		sum += ((const struct hdr *)p)->id; // verdict: overlay struct hdr proven lc-short-buffer
	return sum;
}

/* The distance to the end. */
u32 distance_bad(const u8 *buf, const u8 *end)
{
	u32 sum = 0;

	while (end - buf >= (ptrdiff_t)sizeof(struct tlv)) {
		sum += ((const struct hdr *)buf)->id; // warning: 'buf' [lc-short-buffer]
		buf += sizeof(struct tlv);
	}
	return sum;
}

u32 distance_good(const u8 *buf, const u8 *end)
{
	u32 sum = 0;

	while (end - buf >= (ptrdiff_t)sizeof(struct hdr)) {
		sum += ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
		buf += sizeof(struct tlv);
	}
	return sum;
}

/* One past the header is compared with the end. */
u32 one_past_bad(const u8 *buf, size_t len)
{
	const u8 *end = buf + len;
	const struct hdr *h = (const struct hdr *)buf;
	u32 sum = 0;

	for (; (const void *)h < (const void *)end; h++)
		sum += h->id; // warning: 'buf' [lc-short-buffer]
	return sum;
}

u32 one_past_good(const u8 *buf, size_t len)
{
	const u8 *end = buf + len;
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer
	u32 sum = 0;

	for (; (const void *)(h + 1) <= (const void *)end; h++)
		sum += h->id;
	return sum;
}

/* A subtable's own length moves on, compared with the end of the table. */
u32 subtables_bad(const u8 *table, const u8 *table_end)
{
	u32 sum = 0;

	while (table + sizeof(struct tlv) <= table_end) {
		const struct tlv *e = (const struct tlv *)table; // verdict: overlay struct tlv proven lc-short-buffer

		if (e->length < sizeof(*e))
			break;
		if (e->type == 3)
			sum += ((const struct hdr *)table)->id; // warning: 'table' [lc-short-buffer]
		table += e->length;
	}
	return sum;
}

u32 subtables_good(const u8 *table, const u8 *table_end)
{
	u32 sum = 0;

	while (table + sizeof(struct tlv) <= table_end) {
		const struct tlv *e = (const struct tlv *)table; // verdict: overlay struct tlv proven lc-short-buffer

		if (e->length < sizeof(*e) || table + e->length > table_end)
			break;
		if (e->type == 3 && e->length >= sizeof(struct hdr))
			sum += ((const struct hdr *)table)->id; // verdict: overlay struct hdr proven lc-short-buffer
		table += e->length;
	}
	return sum;
}

/* Done once at least. */
u32 do_while_bad(const u8 *buf, size_t len)
{
	u32 sum = 0;

	do {
		sum += ((const struct hdr *)buf)->id; // warning: 'buf' [lc-short-buffer]
		buf += sizeof(struct hdr);
		len -= sizeof(struct hdr);
	} while (len >= sizeof(struct hdr));
	return sum;
}

u32 do_while_good(const u8 *buf, size_t len)
{
	u32 sum = 0;

	if (len < sizeof(struct hdr))
		return 0;
	do {
		sum += ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
		buf += sizeof(struct hdr);
		len -= sizeof(struct hdr);
	} while (len >= sizeof(struct hdr));
	return sum;
}

/* For ever, until something is too short. */
u32 for_ever_bad(const u8 *buf, size_t len)
{
	for (;;) {
		const struct hdr *h = (const struct hdr *)buf;

		if (len < sizeof(struct tlv))
			return 0;
		if (h->id == 7) // warning: 4 known [lc-short-buffer]
			return h->flags;
		buf += 4;
		len -= 4;
	}
}

u32 for_ever_good(const u8 *buf, size_t len)
{
	for (;;) {
		const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer

		if (len < sizeof(*h))
			return 0;
		if (h->id == 7)
			return h->flags;
		buf += 4;
		len -= 4;
	}
}

/* A step that depends on what was found. */
u32 step_of_two_sizes_bad(const u8 *buf, size_t len)
{
	u32 sum = 0;

	while (len >= 4) {
		size_t step = buf[0] & 1 ? 8 : 4;

		sum += ((const struct hdr *)buf)->id; // warning: 4 known [lc-short-buffer]
		if (len < step)
			break;
		buf += step;
		len -= step;
	}
	return sum;
}

u32 step_of_two_sizes_good(const u8 *buf, size_t len)
{
	u32 sum = 0;

	while (len >= 4) {
		size_t step = buf[0] & 1 ? 8 : 4;

		if (len < step)
			break;
		if (step == 8)
			sum += ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
		buf += step;
		len -= step;
	}
	return sum;
}

/* Some records are passed over. */
u32 passed_over_bad(const u8 *buf, size_t len)
{
	u32 sum = 0;

	while (len >= 4) {
		if (!buf[0]) {
			buf++;
			len--;
			continue;
		}
		sum += ((const struct hdr *)buf)->id; // warning: 4 known [lc-short-buffer]
		buf += 4;
		len -= 4;
	}
	return sum;
}

u32 passed_over_good(const u8 *buf, size_t len)
{
	u32 sum = 0;

	while (len >= 8) {
		if (!buf[0]) {
			buf++;
			len--;
			continue;
		}
		sum += ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
		buf += 4;
		len -= 4;
	}
	return sum;
}

/* An offset that grows with the record's own length. */
u32 growing_offset_bad(const u8 *buf, u32 len)
{
	u32 off = 0, sum = 0;

	while (off < len) {
		const struct hdr *h = (const struct hdr *)(buf + off);

		sum += h->id; // warning: 'buf' [lc-short-buffer]
		off += 8;
	}
	return sum;
}

u32 growing_offset_good(const u8 *buf, u32 len)
{
	u32 off = 0, sum = 0;

	while (off < len && len - off >= sizeof(struct hdr)) {
		const struct hdr *h = (const struct hdr *)(buf + off); // verdict: overlay struct hdr proven lc-short-buffer

		sum += h->id;
		off += 8;
	}
	return sum;
}

/* An index up to a count of records. */
u32 index_good(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer
	unsigned n = len / sizeof(*h);
	u32 sum = 0;

	for (unsigned i = 0; i < n; i++)
		sum += h[i].id;
	return sum;
}

/* Backwards from the last. */
u32 backwards_good(const u8 *buf, size_t len)
{
	size_t i = len;
	u32 sum = 0;

	while (i >= 8) {
		i -= 8;
		sum += ((const struct hdr *)(buf + i))->id; // verdict: overlay struct hdr proven lc-short-buffer
	}
	return sum;
}

/* A first header, then records to the end. */
u32 header_then_records_bad(const u8 *buf, size_t len)
{
	u32 sum = 0;

	if (len < sizeof(struct hdr))
		return 0;
	buf += sizeof(struct hdr);
	while (len >= sizeof(struct tlv)) {
		sum += ((const struct tlv *)buf)->value; // warning: 'buf' [lc-short-buffer]
		buf += sizeof(struct tlv);
		len -= sizeof(struct tlv);
	}
	return sum;
}

u32 header_then_records_good(const u8 *buf, size_t len)
{
	u32 sum = 0;

	if (len < sizeof(struct hdr))
		return 0;
	buf += sizeof(struct hdr);
	len -= sizeof(struct hdr);
	while (len >= sizeof(struct tlv)) {
		sum += ((const struct tlv *)buf)->value; // verdict: overlay struct tlv proven lc-short-buffer
		buf += sizeof(struct tlv);
		len -= sizeof(struct tlv);
	}
	return sum;
}

/* A loop inside a loop: groups, and what is in each. */
u32 groups_bad(const u8 *buf, size_t len)
{
	u32 sum = 0;

	while (len >= sizeof(struct tlv)) {
		size_t group = ((const struct tlv *)buf)->length; // verdict: overlay struct tlv proven lc-short-buffer
		const u8 *p = buf;

		if (group < 4 || group > len)
			break;
		for (size_t left = group; left >= 4; left -= 4, p += 4)
			sum += ((const struct hdr *)p)->id; // warning: 'buf' [lc-short-buffer]
		buf += group;
		len -= group;
	}
	return sum;
}

u32 groups_good(const u8 *buf, size_t len)
{
	u32 sum = 0;

	while (len >= sizeof(struct tlv)) {
		size_t group = ((const struct tlv *)buf)->length; // verdict: overlay struct tlv proven lc-short-buffer
		const u8 *p = buf;

		if (group < 4 || group > len)
			break;
		for (size_t left = group; left >= 8; left -= 4, p += 4)
			sum += ((const struct hdr *)p)->id; // verdict: overlay struct hdr proven lc-short-buffer
		buf += group;
		len -= group;
	}
	return sum;
}

/* Words of a checksum, and what is left over. */
u32 words_bad(const u8 *buf, int len)
{
	u32 sum = 0;

	for (; len > 1; len -= 2, buf += 2)
		sum += *(const u32 *)buf; // warning: 'buf' [lc-short-buffer]
	return sum;
}

u32 words_good(const u8 *buf, int len)
{
	u32 sum = 0;

	for (; len > 1; len -= 2, buf += 2)
		sum += *(const u16 *)buf; // verdict: overlay u16 proven lc-short-buffer
	return sum;
}
