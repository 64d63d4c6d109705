// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Idioms: what follows a header (options, trailing arrays, nested headers), cursors and pairs of buffers.
 */
#include "idioms.h"

/* The header says in words how long it is: that is compared twice, with its least and with what is there. */
u32 two_level_bad(const u8 *buf, size_t len)
{
	const struct ip4 *ip = (const struct ip4 *)buf; // verdict: overlay struct ip4 proven lc-short-buffer
	size_t n;

	if (len < sizeof(*ip))
		return 0;
	n = ip->ihl * 4;
	if (n < sizeof(*ip) || n > len)
		return 0;
	return ((const struct hdr *)(buf + n))->id; // warning: 'buf' [lc-unchecked-length]
}

u32 two_level_good(const u8 *buf, size_t len)
{
	const struct ip4 *ip = (const struct ip4 *)buf; // verdict: overlay struct ip4 proven lc-short-buffer
	size_t n;

	if (len < sizeof(*ip))
		return 0;
	n = ip->ihl * 4;
	if (n < sizeof(*ip) || n > len || len - n < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)(buf + n))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* The high four bits of a byte count words. */
u32 data_offset_bad(const u8 *buf, u32 len)
{
	u32 n;

	if (len < 20)
		return 0;
	n = (buf[12] >> 4) << 2;
	if (len < n)
		return 0;
	return ((const struct hdr *)(buf + n))->id; // warning: 'buf' [lc-unchecked-length]
}

u32 data_offset_good(const u8 *buf, u32 len)
{
	u32 n;

	if (len < 20)
		return 0;
	n = (buf[12] >> 4) << 2;
	if (len < n + sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)(buf + n))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* An offset from the header to a table of so many entries. */
struct image {
	u32 magic;
	u32 table_offset;
	u32 table_count;
};

u32 offset_in_header_bad(const u8 *data, size_t size)
{
	const struct image *im = (const struct image *)data; // verdict: overlay struct image proven lc-short-buffer
	const struct hdr *h;

	if (size < sizeof(*im))
		return 0;
	if (im->table_offset > size)
		return 0;
	h = (const struct hdr *)(data + im->table_offset);
	return h->id; // warning: 'data' [lc-unchecked-length]
}

u32 offset_in_header_good(const u8 *data, size_t size)
{
	const struct image *im = (const struct image *)data; // verdict: overlay struct image proven lc-short-buffer
	const struct hdr *h;
	u32 sum = 0;

	if (size < sizeof(*im))
		return 0;
	if (im->table_offset > size || (size - im->table_offset) / sizeof(*h) < im->table_count)
		return 0;
	h = (const struct hdr *)(data + im->table_offset); // verdict: overlay struct hdr proven lc-short-buffer
	for (u32 i = 0; i < im->table_count; i++)
		sum += h[i].id;
	return sum;
}

/* A trailing array and its count. */
u32 trailing_good(const u8 *buf, size_t len)
{
	const struct counted *t = (const struct counted *)buf; // verdict: overlay struct counted proven lc-short-buffer
	u32 sum = 0;

	if (len < sizeof(*t) || len < struct_size(t, entry, t->count))
		return 0;
	for (unsigned i = 0; i < t->count; i++)
		sum += t->entry[i].id;
	return sum;
}

/* The count by division, which cannot wrap. */
u32 by_division_bad(const u8 *buf, size_t len, size_t n)
{
	const struct counted *t = (const struct counted *)buf;
	u32 sum = 0;

	if (len < sizeof(*t) || n > (len - sizeof(*t)) / sizeof(t->entry[0]))
		return 0;
	for (size_t i = 0; i <= n; i++)
		sum += t->entry[i].id; // warning: 'buf' [lc-short-buffer]
	return sum;
}

u32 by_division_good(const u8 *buf, size_t len, size_t n)
{
	const struct counted *t = (const struct counted *)buf; // verdict: overlay struct counted proven lc-short-buffer
	u32 sum = 0;

	if (len < sizeof(*t) || n > (len - sizeof(*t)) / sizeof(t->entry[0]))
		return 0;
	for (size_t i = 0; i < n; i++)
		sum += t->entry[i].id;
	return sum;
}

/* A header in a header. */
struct outer {
	struct tlv tlv;
	struct hdr inner;
};

u32 nested_bad(const u8 *buf, size_t len)
{
	const struct outer *o = (const struct outer *)buf;

	if (len < offsetof(struct outer, inner))
		return 0;
	return o->inner.id; // warning: 4 known [lc-short-buffer]
}

u32 nested_good(const u8 *buf, size_t len)
{
	const struct outer *o = (const struct outer *)buf; // verdict: overlay struct outer proven lc-short-buffer

	if (len < offsetofend(struct outer, inner))
		return 0;
	return o->inner.id;
}

/* The header behind the header. */
u32 behind_bad(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer
	const struct tlv *t;

	if (len < sizeof(*h))
		return 0;
	t = (const struct tlv *)(h + 1);
	return h->id + t->value; // warning: 8 known|needs 12 [lc-short-buffer]
}

u32 behind_good(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer
	const struct tlv *t;

	if (len < sizeof(*h) + sizeof(*t))
		return 0;
	t = (const struct tlv *)(h + 1); // verdict: overlay struct tlv proven lc-short-buffer
	return h->id + t->value;
}

/* A union of forms: the short one first. */
union forms {
	struct tlv brief;
	struct hdr full;
};

u32 union_bad(const u8 *buf, size_t len)
{
	const union forms *f = (const union forms *)buf;

	if (len < sizeof(f->brief))
		return 0;
	return f->full.id; // warning: 4 known [lc-short-buffer]
}

u32 union_good(const u8 *buf, size_t len)
{
	const union forms *f = (const union forms *)buf; // verdict: overlay union forms proven lc-short-buffer

	if (len < sizeof(f->brief))
		return 0;
	return len < sizeof(f->full) ? f->brief.value : f->full.id;
}

/* Rows of a table of records. */
u32 row_bad(const u8 *buf, size_t len, unsigned row)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (row > len / sizeof(*h))
		return 0;
	return h[row].id; // warning: 'buf' [lc-short-buffer]
}

u32 row_good(const u8 *buf, size_t len, unsigned row)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer

	if (row >= len / sizeof(*h))
		return 0;
	return h[row].id;
}

/* A smaller piece is copied out of the view. */
void piece_bad(const u8 *buf, size_t len, void *to)
{
	const struct ip4 *ip = (const struct ip4 *)buf;

	if (len < offsetof(struct ip4, to))
		return;
	memcpy(to, &ip->from, 8); // warning: 'buf' [lc-short-buffer]
}

void piece_good(const u8 *buf, size_t len, void *to)
{
	const struct ip4 *ip = (const struct ip4 *)buf; // verdict: overlay struct ip4 proven lc-short-buffer

	if (len < offsetof(struct ip4, to))
		return;
	memcpy(to, &ip->from, 4);
}

/* Pointer and end in a cursor of one's own. */
struct cursor {
	const u8 *p, *end;
};

u32 cursor_bad(const u8 *buf, size_t len)
{
	struct cursor c = { buf, buf + len };
	u32 sum = 0;

	while (c.end - c.p >= 4) {
		sum += ((const struct hdr *)c.p)->id; // warning: 'buf'|'c.p' [lc-short-buffer]
		c.p += 4;
	}
	return sum;
}

u32 cursor_good(const u8 *buf, size_t len)
{
	struct cursor c = { buf, buf + len };
	u32 sum = 0;

	while (c.end - c.p >= 8) {
		sum += ((const struct hdr *)c.p)->id; // verdict: overlay struct hdr proven lc-short-buffer
		c.p += 4;
	}
	return sum;
}

/* Pointer and length in a view of one's own, set once. */
struct view {
	const u8 *data;
	size_t size;
};

u32 local_view_bad(const u8 *buf, size_t len)
{
	struct view v = { .data = buf, .size = len };

	if (v.size < 4)
		return 0;
	return ((const struct hdr *)v.data)->id; // warning: 4 known [lc-short-buffer]
}

u32 local_view_good(const u8 *buf, size_t len)
{
	struct view v = { .data = buf, .size = len };

	if (v.size < 8)
		return 0;
	return ((const struct hdr *)v.data)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Two buffers with two lengths: each has its own. */
u32 two_buffers_bad(const u8 *in, size_t in_len, const u8 *out, size_t out_len)
{
	if (in_len < 8 || out_len < 4)
		return 0;
	return ((const struct hdr *)in)->id + // verdict: overlay struct hdr proven lc-short-buffer
	       ((const struct hdr *)out)->id; // warning: 'out' [lc-short-buffer]
}

u32 two_buffers_good(const u8 *in, size_t in_len, const u8 *out, size_t out_len)
{
	if (in_len < 8 || out_len < 8)
		return 0;
	return ((const struct hdr *)in)->id + // verdict: overlay struct hdr proven lc-short-buffer
	       ((const struct hdr *)out)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A view into a local array that was filled with less. */
ssize_t fetch(int handle, void *to, size_t size);

u32 local_array_bad(unsigned index)
{
	u8 block[32];

	if (fetch(0, block, sizeof(block)) != sizeof(block) || index > 28)
		return 0;
	return ((struct hdr *)(block + index))->id; // warning: may reach 4 bytes past [lc-short-buffer]
}

u32 local_array_good(unsigned index)
{
	u8 block[32];

	if (fetch(0, block, sizeof(block)) != sizeof(block) || index > 24)
		return 0;
	return ((struct hdr *)(block + index))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A field of the object: eight bytes of it, not what lies behind them. */
struct device {
	u8 head[4];
	u8 address[6];
	u8 more[16];
};

u32 field_bad(struct device *d)
{
	return ((struct hdr *)d->address)->id; // warning: needs 8 bytes of.*only 6 [lc-short-buffer]
}

u32 field_good(struct device *d)
{
	return ((struct hdr *)d->more)->id; // verdict: overlay struct hdr proven lc-short-buffer
}
