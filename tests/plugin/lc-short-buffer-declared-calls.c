// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: what the declaration of a function that is called says: how
 * many bytes it accesses, and that it leaves them as they are.
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

int sum(const void *bytes, size_t n) __attribute__((access(read_only, 1, 2)));
int sum_words(size_t n, const u32 *words) __attribute__((access(read_only, 2, 1)));
void fill(void *bytes, size_t n) __attribute__((access(write_only, 1, 2)));
void change(void *bytes, size_t n) __attribute__((access(read_write, 1, 2)));
void look(const struct hdr *h) __attribute__((access(read_only, 1)));
void sign(const u8 digest[static 16]);
void sign_some(size_t n, const u8 bytes[n]);
void remember(void *bytes, size_t n) __attribute__((access(none, 1, 2)));
void anything(void *bytes, size_t n);

/* A function that reads n bytes needs them. */
int reads_enough(const u8 *buf, size_t buf_len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer

	return buf_len >= 8 ? sum(h, 8) : 0;
}

int reads_too_much(const u8 *buf, size_t buf_len)
{
	const struct hdr *h = (const struct hdr *)buf;

	return buf_len >= 8 ? sum(h, 12) : 0; // warning: 'sum \(h, …\)' needs 12 bytes of 'buf' as 'struct hdr', but 'buf_len' is compared with too little: 8 known [lc-short-buffer]
}

int reads_all(const u8 *buf, size_t buf_len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer

	return sum(h, buf_len);
}

/* In elements of its own size. */
int reads_words(const u8 *buf, size_t buf_len)
{
	const u32 *w = (const u32 *)buf; // verdict: overlay u32 proven lc-short-buffer

	return buf_len >= 8 ? sum_words(2, w) : 0;
}

int reads_too_many_words(const u8 *buf, size_t buf_len)
{
	const u32 *w = (const u32 *)buf;

	return buf_len >= 8 ? sum_words(3, w) : 0; // warning: 'sum_words \(…, w\)' needs 12 bytes of 'buf'.*compared with too little: 8 known [lc-short-buffer]
}

/* An object that is filled beyond its end. */
void fills_enough(void)
{
	u8 bytes[8];
	struct hdr *h = (struct hdr *)bytes; // verdict: overlay struct hdr proven lc-short-buffer

	fill(h, sizeof(*h));
}

void fills_too_much(size_t n)
{
	u8 bytes[8];
	struct hdr *h = (struct hdr *)bytes;

	if (n > 8)
		fill(h, n); // warning: 'fill \(h, …\)' reaches past 'bytes' as 'struct hdr', which has fewer [lc-short-buffer]
}

void changes_too_much(void)
{
	u8 bytes[8];
	struct hdr *h = (struct hdr *)bytes;

	change(h + 1, 4); // warning: needs 12 bytes of 'bytes' as 'struct hdr', which has only 8 [lc-short-buffer]
}

/* The one object that is read. */
void looked_at(const u8 *buf, size_t buf_len)
{
	if (buf_len >= 8)
		look((const struct hdr *)buf); // verdict: overlay struct hdr proven lc-short-buffer
}

void looked_at_unchecked(const u8 *buf, size_t buf_len)
{
	look((const struct hdr *)buf); // warning: 'look \(buf\)' needs 8 bytes of 'buf' as 'struct hdr', but its length 'buf_len' is not compared with anything before [lc-short-buffer]
}

/* An array that has to be handed over. */
void signs_enough(const u8 *buf, size_t buf_len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer

	if (buf_len >= 16)
		sign((const u8 *)h);
}

void signs_too_little(const u8 *buf, size_t buf_len)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (buf_len >= 8)
		sign((const u8 *)h); // warning: needs 16 bytes of 'buf' as 'struct hdr', but 'buf_len' is compared with too little: 8 known [lc-short-buffer]
}

void signs_some(const u8 *buf, size_t buf_len)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (buf_len >= 8)
		sign_some(9, (const u8 *)h); // warning: needs 9 bytes of 'buf' as 'struct hdr', but 'buf_len' is compared with too little: 8 known [lc-short-buffer]
}

/* What is not accessed needs nothing. */
void remembers(const u8 *buf, size_t buf_len)
{
	struct hdr *h = (struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer

	if (buf_len >= 8) {
		remember(h, 64);
		h->id = 0;
	}
}

/* By a pointer to a function. */
int by_pointer(const u8 *buf, size_t buf_len,
	       int (*read)(const void *, size_t) __attribute__((access(read_only, 1, 2))))
{
	const struct hdr *h = (const struct hdr *)buf;

	return buf_len >= 8 ? read(h, 12) : 0; // warning: needs 12 bytes of 'buf' as 'struct hdr', but 'buf_len' is compared with too little: 8 known [lc-short-buffer]
}

/* What is only read stays what it was. */
u32 compared_before_reading(u8 *buf, size_t buf_len)
{
	struct hdr *h = (struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer

	if (buf_len < sizeof(*h) || h->length > buf_len - sizeof(*h))
		return 0;
	sum(h, sizeof(*h));
	return buf[sizeof(*h) + h->length - 1];
}

struct box {
	u8 *data;
	size_t data_len;
};

int sum_box(const struct box *box) __attribute__((access(read_only, 1)));
int shake_box(struct box *box) __attribute__((access(read_write, 1)));

u32 stays(struct box *box, u8 *buf)
{
	u8 bytes[8];
	struct box local = { bytes, sizeof(bytes) };

	sum_box(&local);
	return ((struct hdr *)local.data)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 may_be_another(struct box *box, u8 *buf)
{
	u8 bytes[8];
	struct box local = { bytes, sizeof(bytes) };

	shake_box(&local);
	return ((struct hdr *)local.data)->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* The same object, where it is also written. */
int merge(const struct box *from, struct box *to) __attribute__((access(read_only, 1), access(read_write, 2)));

u32 written_all_the_same(void)
{
	u8 bytes[8];
	struct box local = { bytes, sizeof(bytes) };

	merge(&local, &local);
	return ((struct hdr *)local.data)->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 merged_from(struct box *to)
{
	u8 bytes[8];
	struct box local = { bytes, sizeof(bytes) };

	merge(&local, to);
	return ((struct hdr *)local.data)->id; // verdict: overlay struct hdr proven lc-short-buffer
}
