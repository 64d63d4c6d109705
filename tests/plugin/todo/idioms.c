// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Idioms that are wrong and not flagged yet; each stands beside one that is right in ../idioms.
 * Known to fail.
 */
#include "../idioms/idioms.h"

u32 clamped_between_bad(int index)
{
	static u8 table[64];

	index = clamp(index, 0, 60);
	return ((struct hdr *)(table + index))->id; // warning: may reach 4 bytes past [lc-short-buffer]
}

u32 clamped_bad(unsigned index)
{
	static u8 table[64];

	index = min_t(unsigned, index, ARRAY_SIZE(table));
	return ((struct hdr *)(table + index))->id; // warning: 'table' [lc-short-buffer]
}

u32 off_by_one_bad(const u8 *buf, size_t len)
{
	if (len + 1 < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id; // warning: 'buf' [lc-short-buffer]
}

u32 backwards_bad(const u8 *buf, size_t len)
{
	size_t i = len;
	u32 sum = 0;

	while (i >= 4) {
		i -= 4;
		sum += ((const struct hdr *)(buf + i))->id; // warning: 'buf' [lc-short-buffer]
	}
	return sum;
}

u32 index_bad(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;
	unsigned n = len / sizeof(struct tlv);
	u32 sum = 0;

	for (unsigned i = 0; i < n; i++)
		sum += h[i].id; // warning: 'buf' [lc-short-buffer]
	return sum;
}

u32 trailing_bad(const u8 *buf, size_t len)
{
	const struct counted *t = (const struct counted *)buf;
	u32 sum = 0;

	if (len < sizeof(*t) || len < t->count * sizeof(struct tlv) + sizeof(*t))
		return 0;
	for (unsigned i = 0; i < t->count; i++)
		sum += t->entry[i].id; // warning: 'buf' [lc-short-buffer]
	return sum;
}

/* USB audio: the next descriptor of a kind behind one that is known. */
static const u8 *find_descriptor(const u8 *start, int length, u8 kind)
{
	const u8 *p = start, *end = start + length;

	while (end - p >= 2) {
		if (p[0] < 2 || p[0] > end - p)
			return NULL;
		if (p[1] == kind)
			return p;
		p += p[0];
	}
	return NULL;
}

u32 descriptor_bad(const u8 *extra, int extra_len)
{
	const struct hdr *h = (const struct hdr *)find_descriptor(extra, extra_len, 3);

	if (!h)
		return 0;
	return h->id; // warning: 2 known [lc-short-buffer]
}

u32 nested_options_bad(const u8 *buf, size_t len)
{
	const u8 *end = buf + len;
	u32 sum = 0;

	while (end - buf >= 4) {
		const struct tlv *outer = (const struct tlv *)buf;
		const u8 *inner = buf + 4;
		const u8 *inner_end = outer->length < end - inner ? inner + outer->length : end;

		while (inner < end) {
			sum += ((const struct hdr *)inner)->id; // warning: 'buf' [lc-short-buffer]
			inner += 4;
		}
		buf = inner_end;
	}
	return sum;
}
