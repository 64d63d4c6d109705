// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Idioms of code that reads packets, descriptors and stored records: decoders with a pointer that they
 * move, lists of access rights, attributes, parameters, messages in a transfer, partitions.
 */
#include "idioms.h"

/* Ceph: is there room between where the decoder is and the end? A macro jumps if not. */
static inline bool has_room(const u8 **p, const u8 *end, size_t n)
{
	return end >= *p && n <= (size_t)(end - *p);
}

#define DECODE_NEED(p, end, n, bad) \
	do { \
		if (!likely(has_room(p, end, n))) \
			goto bad; \
	} while (0)

u32 decode_bad(const u8 *p, const u8 *end)
{
	DECODE_NEED(&p, end, sizeof(u32), bad);
	return ((const struct hdr *)p)->id; // warning: 4 known [lc-short-buffer]
bad:
	return 0;
}

u32 decode_good(const u8 *p, const u8 *end)
{
	DECODE_NEED(&p, end, sizeof(struct hdr), bad);
	return ((const struct hdr *)p)->id; // verdict: overlay struct hdr proven lc-short-buffer
bad:
	return 0;
}

/* SMB: entries of an access list, each with a size, against the end of the list. */
struct ace {
	u8 type, flags;
	u16 size;
	u32 access;
	u8 revision, subs;
	u8 authority[6];
	u32 sub[];
};

u32 access_list_bad(const u8 *acl, const u8 *acl_end, unsigned n)
{
	u32 sum = 0;

	while (n--) {
		const struct ace *a = (const struct ace *)acl;

		if (acl_end - acl < (ptrdiff_t)offsetof(struct ace, access))
			break;
		sum += a->access; // warning: 4 known [lc-short-buffer]
		if (a->size < offsetof(struct ace, sub) || a->size > acl_end - acl)
			break;
		acl += a->size;
	}
	return sum;
}

u32 access_list_good(const u8 *acl, const u8 *acl_end, unsigned n)
{
	u32 sum = 0;

	while (n--) {
		const struct ace *a = (const struct ace *)acl; // verdict: overlay struct ace proven lc-short-buffer

		if (acl_end - acl < (ptrdiff_t)offsetof(struct ace, sub))
			break;
		sum += a->access;
		if (a->size < offsetof(struct ace, sub) || a->size > acl_end - acl)
			break;
		if (a->subs * sizeof(a->sub[0]) > a->size - offsetof(struct ace, sub))
			break;
		for (unsigned i = 0; i < a->subs; i++)
			sum += a->sub[i];
		acl += a->size;
	}
	return sum;
}

/* NTFS: attributes of a record, found by an offset that stays below what is used. */
u32 attributes_bad(const u8 *record, u32 record_size, u32 off)
{
	u32 sum = 0, size;

	while (off < record_size && record_size - off >= 4) {
		const struct hdr *h = (const struct hdr *)(record + off);

		size = h->length;
		if (size < 4 || size > record_size - off)
			break;
		sum += h->id; // warning: 'record' [lc-short-buffer]
		off += size;
	}
	return sum;
}

u32 attributes_good(const u8 *record, u32 record_size, u32 off)
{
	u32 sum = 0, size;

	while (off < record_size && record_size - off >= sizeof(struct hdr)) {
		const struct hdr *h = (const struct hdr *)(record + off); // verdict: overlay struct hdr proven lc-short-buffer

		size = h->length;
		if (size < sizeof(*h) || size > record_size - off)
			break;
		sum += h->id;
		off += size;
	}
	return sum;
}

/* ext4: entries up to one that is zero, each where the one before says. */
u32 entries_bad(const u8 *entry, const u8 *end)
{
	u32 sum = 0;

	while (end - entry >= 4 && *(const u32 *)entry) { // verdict: overlay u32 proven lc-short-buffer
		const struct hdr *h = (const struct hdr *)entry;

		sum += h->id; // warning: 'entry' [lc-short-buffer]
		entry += (sizeof(*h) + h->type + 3) & ~3u;
	}
	return sum;
}

u32 entries_good(const u8 *entry, const u8 *end)
{
	u32 sum = 0;

	while (end - entry >= 4 && *(const u32 *)entry) { // verdict: overlay u32 proven lc-short-buffer
		const struct hdr *h = (const struct hdr *)entry; // verdict: overlay struct hdr proven lc-short-buffer

		if (end - entry < (ptrdiff_t)sizeof(*h))
			break;
		sum += h->id;
		entry += (sizeof(*h) + h->type + 3) & ~3u;
	}
	return sum;
}

/* SCTP: parameters in a chunk, whose lengths are padded to four. */
u32 parameters_bad(const u8 *chunk, size_t chunk_len)
{
	const u8 *p = chunk + sizeof(struct tlv), *end = chunk + chunk_len;
	u32 sum = 0;

	if (chunk_len < sizeof(struct tlv))
		return 0;
	while (end - p >= 4) {
		const struct tlv *t = (const struct tlv *)p; // verdict: overlay struct tlv proven lc-short-buffer

		if (t->value < sizeof(*t))
			break;
		if (t->type == 7)
			sum += ((const struct hdr *)p)->id; // warning: 'chunk' [lc-short-buffer]
		p += (t->value + 3) & ~3;
	}
	return sum;
}

u32 parameters_good(const u8 *chunk, size_t chunk_len)
{
	const u8 *p = chunk + sizeof(struct tlv), *end = chunk + chunk_len;
	u32 sum = 0;

	if (chunk_len < sizeof(struct tlv))
		return 0;
	while (end - p >= 4) {
		const struct tlv *t = (const struct tlv *)p; // verdict: overlay struct tlv proven lc-short-buffer

		if (t->value < sizeof(*t))
			break;
		if (t->type == 7 && p + sizeof(struct hdr) <= end)
			sum += ((const struct hdr *)p)->id; // verdict: overlay struct hdr proven lc-short-buffer
		p += (t->value + 3) & ~3;
	}
	return sum;
}

/* A transfer of several messages, each with its length in front: CAN over USB. */
u32 transfer_bad(const u8 *buf, int actual_length)
{
	u32 sum = 0;
	int pos = 0;

	while (pos < actual_length) {
		const struct hdr *m = (const struct hdr *)(buf + pos);

		if (pos + m->length > actual_length) // warning: 'buf' [lc-short-buffer]
			break;
		if (m->length < sizeof(*m))
			break;
		sum += m->id;
		pos += m->length;
	}
	return sum;
}

u32 transfer_good(const u8 *buf, int actual_length)
{
	u32 sum = 0;
	int pos = 0;

	while (pos + (int)sizeof(struct hdr) <= actual_length) {
		const struct hdr *m = (const struct hdr *)(buf + pos); // verdict: overlay struct hdr proven lc-short-buffer

		if (m->length < sizeof(*m) || m->length > actual_length - pos)
			break;
		sum += m->id;
		pos += m->length;
	}
	return sum;
}

/* USB audio: the next descriptor of a kind, as long as its type. */
u32 descriptor_good(const u8 *extra, int extra_len)
{
	const u8 *p = extra, *end = extra + extra_len;

	while (end - p >= 2) {
		if (p[0] < 2 || p[0] > end - p)
			return 0;
		if (p[1] == 3 && p[0] >= sizeof(struct hdr))
			return ((const struct hdr *)p)->id; // verdict: overlay struct hdr proven lc-short-buffer
		p += p[0];
	}
	return 0;
}

/* USB video: what is left counts down, and a kind needs so many bytes. */
u32 kinds_bad(const u8 *buffer, int buflen)
{
	while (buflen > 2) {
		if (buffer[0] < 3 || buffer[0] > buflen)
			return 0;
		switch (buffer[1]) {
		case 1:
			if (buflen < 6)
				return 0;
			return ((const struct hdr *)buffer)->id; // warning: 6 known [lc-short-buffer]
		}
		buflen -= buffer[0];
		buffer += buffer[0];
	}
	return 0;
}

u32 kinds_good(const u8 *buffer, int buflen)
{
	while (buflen > 2) {
		if (buffer[0] < 3 || buffer[0] > buflen)
			return 0;
		switch (buffer[1]) {
		case 1:
			if (buflen < 8)
				return 0;
			return ((const struct hdr *)buffer)->id; // verdict: overlay struct hdr proven lc-short-buffer
		}
		buflen -= buffer[0];
		buffer += buffer[0];
	}
	return 0;
}

/* HID: an item's first byte says how many follow. */
u32 item_bad(const u8 *start, const u8 *end)
{
	static const u8 sizes[4] = { 0, 1, 2, 4 };

	if (end - start < 1)
		return 0;
	switch (sizes[*start++ & 3]) {
	case 4:
		if (end - start < 2)
			return 0;
		return *(const u32 *)start; // warning: 'start' [lc-short-buffer]
	}
	return 0;
}

u32 item_good(const u8 *start, const u8 *end)
{
	static const u8 sizes[4] = { 0, 1, 2, 4 };

	if (end - start < 1)
		return 0;
	switch (sizes[*start++ & 3]) {
	case 4:
		if (end - start < 4)
			return 0;
		return *(const u32 *)start; // verdict: overlay u32 proven lc-short-buffer
	}
	return 0;
}

/* tcpdump: is all of it below the end of what was captured? A macro jumps if not. */
struct netdissect {
	const u8 *snapend;
};

#define TTEST_LEN(n, p, l) ((uintptr_t)(n)->snapend - (l) <= (uintptr_t)(n)->snapend && \
	(uintptr_t)(p) <= (uintptr_t)(n)->snapend - (l))
#define TCHECK_SIZE(n, p) do { if (!TTEST_LEN(n, p, sizeof(*(p)))) goto trunc; } while (0)

u32 printer_good(const struct netdissect *n, const u8 *bp, u32 length)
{
	const struct hdr *h = (const struct hdr *)bp; // verdict: overlay struct hdr proven lc-short-buffer

	if (length < sizeof(*h))
		goto trunc;
	TCHECK_SIZE(n, h);
	return h->id;
trunc:
	return 0;
}

u32 printer_bad(const struct netdissect *n, const u8 *bp, u32 length)
{
	const struct hdr *h = (const struct hdr *)bp;
	const struct tlv *t = (const struct tlv *)bp;

	if (length < sizeof(*t))
		goto trunc;
	return h->id; // warning: 4 known [lc-short-buffer]
trunc:
	return 0;
}

/* Options in an option: the inner end is the lesser of what the outer one says and what is there. */
u32 nested_options_good(const u8 *buf, size_t len)
{
	const u8 *end = buf + len;
	u32 sum = 0;

	while (end - buf >= 4) {
		const struct tlv *outer = (const struct tlv *)buf; // verdict: overlay struct tlv proven lc-short-buffer
		const u8 *inner = buf + 4;
		const u8 *inner_end = outer->length < end - inner ? inner + outer->length : end;

		while (inner_end - inner >= 8) {
			sum += ((const struct hdr *)inner)->id; // verdict: overlay struct hdr proven lc-short-buffer
			inner += 8;
		}
		buf = inner_end;
	}
	return sum;
}

/* A count times a size that the compiler is asked to check. */
u32 checked_product_bad(const u8 *buf, size_t len, size_t n)
{
	const struct hdr *h = (const struct hdr *)buf;
	size_t bytes;
	u32 sum = 0;

	if (__builtin_mul_overflow(n, sizeof(*h), &bytes) || bytes > len)
		return 0;
	for (size_t i = 0; i <= n; i++)
		sum += h[i].id; // warning: 'buf' [lc-short-buffer]
	return sum;
}

u32 checked_product_good(const u8 *buf, size_t len, size_t n)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer
	size_t bytes;
	u32 sum = 0;

	if (__builtin_mul_overflow(n, sizeof(*h), &bytes) || bytes > len)
		return 0;
	for (size_t i = 0; i < n; i++)
		sum += h[i].id;
	return sum;
}

/* BOOTP: options of one and of more bytes, up to an end mark. */
u32 options_bad(const u8 *p, const u8 *end)
{
	while (p < end && *p != 0xff) {
		if (*p == 0) {
			p++;
			continue;
		}
		if (end - p < 2)
			break;
		if (p[0] == 51)
			return *(const u32 *)(p + 2); // warning: 'p' [lc-short-buffer]
		p += 2 + p[1];
	}
	return 0;
}

u32 options_good(const u8 *p, const u8 *end)
{
	while (p < end && *p != 0xff) {
		if (*p == 0) {
			p++;
			continue;
		}
		if (end - p < 2 || end - p < 2 + p[1])
			break;
		if (p[0] == 51 && p[1] >= 4)
			return *(const u32 *)(p + 2); // verdict: overlay u32 proven lc-short-buffer
		p += 2 + p[1];
	}
	return 0;
}

/* TIPC: the header says its own size in words, and the data's in bytes. */
u32 validate_bad(const u8 *data, u32 data_len)
{
	const struct ip4 *h = (const struct ip4 *)data; // verdict: overlay struct ip4 proven lc-short-buffer
	u32 hsize;

	if (data_len < sizeof(*h))
		return 0;
	hsize = h->ihl << 2;
	if (hsize < sizeof(*h) || h->total < hsize || data_len < h->total)
		return 0;
	return ((const struct tlv *)(data + hsize))->value; // warning: may reach 4 bytes past 'data' [lc-short-buffer]
}

u32 validate_good(const u8 *data, u32 data_len)
{
	const struct ip4 *h = (const struct ip4 *)data; // verdict: overlay struct ip4 proven lc-short-buffer
	u32 hsize;

	if (data_len < sizeof(*h))
		return 0;
	hsize = h->ihl << 2;
	if (hsize < sizeof(*h) || h->total < hsize + sizeof(struct tlv) || data_len < h->total)
		return 0;
	return ((const struct tlv *)(data + hsize))->value; // verdict: overlay struct tlv proven lc-short-buffer
}

/* SCSI: a page of designators; its length stands in the page, and is no more than what came. */
u32 page_bad(const u8 *page, u32 page_len)
{
	const u8 *d, *end;
	u32 sum = 0, n;

	if (page_len < 4)
		return 0;
	n = page[2] << 8 | page[3];
	end = page + min(n + 4, page_len);
	for (d = page + 4; d < end; d += d[3] + 4)
		sum += ((const struct tlv *)d)->value; // warning: 'page' [lc-short-buffer]
	return sum;
}

u32 page_good(const u8 *page, u32 page_len)
{
	const u8 *d, *end;
	u32 sum = 0, n;

	if (page_len < 4)
		return 0;
	n = page[2] << 8 | page[3];
	end = page + min(n + 4, page_len);
	for (d = page + 4; end - d >= 4; d += d[3] + 4)
		sum += ((const struct tlv *)d)->value; // verdict: overlay struct tlv proven lc-short-buffer
	return sum;
}

/* A partition table: a record at each block boundary, with a remaining size. */
u32 partitions_bad(const u8 *flash, size_t size, size_t block)
{
	u32 sum = 0;

	if (block < 4 || block > size)
		return 0;
	for (size_t off = 0; off <= size - block; off += block)
		sum += ((const struct hdr *)(flash + off))->id; // warning: 'flash' [lc-short-buffer]
	return sum;
}

u32 partitions_good(const u8 *flash, size_t size, size_t block)
{
	u32 sum = 0;

	if (block < sizeof(struct hdr) || block > size)
		return 0;
	for (size_t off = 0; off <= size - block; off += block)
		sum += ((const struct hdr *)(flash + off))->id; // verdict: overlay struct hdr proven lc-short-buffer
	return sum;
}

/* A vector of pieces: what was copied into a local header is as much as was asked for, or it is given up. */
size_t pieces_to_buffer(const void *pieces, size_t offset, void *to, size_t bytes);

u32 pieces_bad(const void *pieces)
{
	u8 raw[6];

	if (pieces_to_buffer(pieces, 0, raw, sizeof(raw)) != sizeof(raw))
		return 0;
	return ((struct hdr *)raw)->id; // warning: needs 8 bytes of 'raw'.*only 6 [lc-short-buffer]
}

u32 pieces_good(const void *pieces)
{
	u8 raw[8];

	if (pieces_to_buffer(pieces, 0, raw, sizeof(raw)) != sizeof(raw))
		return 0;
	return ((struct hdr *)raw)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* The type says how long a record has to be: a table of sizes, one for each. */
u32 size_by_type_bad(const u8 *buf, size_t len)
{
	static const u8 need[3] = { 4, 4, 6 };

	if (len < 1 || buf[0] >= ARRAY_SIZE(need) || len < need[buf[0]])
		return 0;
	return ((const struct hdr *)buf)->id; // warning: 'buf' [lc-short-buffer]
}

u32 size_by_type_good(const u8 *buf, size_t len)
{
	static const u8 need[3] = { 8, 12, 16 };

	if (len < 1 || buf[0] >= ARRAY_SIZE(need) || len < need[buf[0]])
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A decoder that is handed where it has come to; what another moved is not what was compared. */
void take(const u8 **p, u32 *value);

u32 handed_cursor_bad(const u8 **p, const u8 *end)
{
	if (end - *p < 6)
		return 0;
	return ((const struct hdr *)*p)->id; // warning: 6 known [lc-short-buffer]
}

u32 handed_cursor_good(const u8 **p, const u8 *end)
{
	if (end - *p < 8)
		return 0;
	return ((const struct hdr *)*p)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 moved_since(const u8 **p, const u8 *end)
{
	u32 first;

	if (end - *p < 12)
		return 0;
	take(p, &first);
	return ((const struct hdr *)*p)->id + first; // verdict: overlay struct hdr open lc-short-buffer
}
