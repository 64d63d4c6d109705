// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: careful code as it is written in drivers and parsers. An
 * expert would wave away any alarm here.
 */
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct hdr {
	u8 type;
	u8 flags;
	u16 length;
	u32 id;
};

struct tlv {
	u8 type;
	u8 length;
	u16 value;
};

struct ip {
	u8 version_and_words;
	u8 service;
	u16 total;
	u32 rest[4];
};

struct tcp {
	u16 source, destination;
	u32 sequence;
	u32 more[3];
};

void handle(u32 value);
size_t size_for(u8 version);

/* A helper of this unit compares. */
static bool has(size_t len, size_t need)
{
	return len >= need;
}

u32 by_a_helper(const u8 *buf, size_t len)
{
	if (!has(len, sizeof(struct hdr)))
		return 0;
	return ((const struct hdr *)buf)->id;
}

static const struct hdr *header_or_null(const u8 *buf, size_t len)
{
	return len < sizeof(struct hdr) ? NULL : (const struct hdr *)buf;
}

u32 by_a_helper_that_returns_the_view(const u8 *buf, size_t len)
{
	const struct hdr *h = header_or_null(buf, len);

	return h ? h->id : 0;
}

/* The size depends on what another function knows. */
u32 by_the_size_of_the_version(const u8 *buf, size_t len)
{
	if (!len || len < size_for(buf[0]))
		return 0;
	return ((const struct hdr *)buf)->id;
}

/* Or on a table. */
u32 by_a_table_of_sizes(const u8 *buf, size_t len, u8 kind)
{
	static const u8 sizes[4] = { 8, 12, 16, 24 };

	if (kind > 3 || len < sizes[kind])
		return 0;
	return ((const struct hdr *)buf)->id;
}

/* Whole records, counted. */
u32 whole_records(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;
	u32 sum = 0;
	size_t i;

	if (len % sizeof(*h))
		return 0;
	for (i = 0; i < len / sizeof(*h); i++)
		sum += h[i].id;
	return sum;
}

/* The last place where a record may begin. */
u32 up_to_the_last_place(const u8 *buf, size_t len)
{
	const u8 *p, *last;
	u32 sum = 0;

	if (len < sizeof(struct hdr))
		return 0;
	last = buf + len - sizeof(struct hdr);
	for (p = buf; p <= last; p += sizeof(struct hdr))
		sum += ((const struct hdr *)p)->id; // verdict: overlay struct hdr proven lc-short-buffer
	return sum;
}

/* What is left is counted in a variable of its own. */
u32 left_in_a_variable(const u8 *buf, size_t len)
{
	const u8 *p = buf;
	size_t left;
	u32 sum = 0;

	for (left = len; left >= sizeof(struct hdr); left -= sizeof(struct hdr)) {
		sum += ((const struct hdr *)p)->id; // verdict: overlay struct hdr proven lc-short-buffer
		p += sizeof(struct hdr);
	}
	return sum;
}

/* Type, length, value. */
u32 type_length_value(const u8 *p, size_t len)
{
	u32 sum = 0;

	while (len >= sizeof(struct tlv)) {
		const struct tlv *t = (const struct tlv *)p; // verdict: overlay struct tlv proven lc-short-buffer

		if (t->length < sizeof(*t) || t->length > len)
			break;
		sum += t->value;
		p += t->length;
		len -= t->length;
	}
	return sum;
}

/* The same towards an end. */
u32 type_length_value_to_an_end(const u8 *p, const u8 *end)
{
	u32 sum = 0;

	while (end - p >= (ptrdiff_t)sizeof(struct tlv)) {
		const struct tlv *t = (const struct tlv *)p; // verdict: overlay struct tlv proven lc-short-buffer

		if (t->length < sizeof(*t) || t->length > end - p)
			break;
		sum += t->value;
		p += t->length;
	}
	return sum;
}

/* And with an offset. */
u32 type_length_value_at_an_offset(const u8 *buf, size_t len)
{
	size_t at = 0;
	u32 sum = 0;

	while (at + sizeof(struct tlv) <= len) {
		const struct tlv *t = (const struct tlv *)(buf + at);

		if (t->length < sizeof(*t))
			break;
		sum += t->value;
		at += t->length;
	}
	return sum;
}

/* A header of variable size, and one behind it. */
u32 header_behind_a_header(const u8 *buf, size_t len)
{
	const struct ip *ip = (const struct ip *)buf; // verdict: overlay struct ip proven lc-short-buffer
	size_t words;

	if (len < sizeof(*ip))
		return 0;
	words = (ip->version_and_words & 15) * 4;
	if (words < sizeof(*ip) || len < words + sizeof(struct tcp))
		return 0;
	return ((const struct tcp *)(buf + words))->sequence; // verdict: overlay struct tcp proven lc-short-buffer
}

u32 header_behind_a_header_left(const u8 *buf, int len)
{
	const struct ip *ip = (const struct ip *)buf;
	int words;

	if (len < (int)sizeof(*ip))
		return 0;
	words = (ip->version_and_words & 15) << 2;
	buf += words;
	len -= words;
	if (len < (int)sizeof(struct tcp))
		return 0;
	return ((const struct tcp *)buf)->sequence; // verdict: overlay struct tcp proven lc-short-buffer
}

/* The length inside the header is compared with the one outside. */
u32 length_inside_and_outside(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer

	if (len < sizeof(*h) || h->length > len || h->length < sizeof(*h) + 4)
		return 0;
	return *(const u32 *)(buf + h->length - 4); // verdict: overlay u32 proven lc-short-buffer
}

/* In the manner of netlink: macros test and advance. */
#define OK(h, left) ((left) >= (int)sizeof(*(h)) && (h)->length >= sizeof(*(h)) && (h)->length <= (left))
#define NEXT(h, left) ((left) -= (((h)->length + 3) & ~3), (const struct hdr *)((const u8 *)(h) + (((h)->length + 3) & ~3)))

u32 in_the_manner_of_netlink(const u8 *buf, int len)
{
	const struct hdr *h;
	u32 sum = 0;

	for (h = (const struct hdr *)buf; OK(h, len); h = NEXT(h, len))
		sum += h->id;
	return sum;
}

/* The body is copied as far as there is any. */
void body_as_far_as_there_is_any(const u8 *buf, size_t len, u8 *to, size_t most)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer
	size_t n;

	if (len < sizeof(*h))
		return;
	n = len - sizeof(*h);
	if (n > most)
		n = most;
	memcpy(to, h + 1, n);
	handle(h->id);
}

/* Zero bytes are asked about first, and then it is one or many. */
u32 empty_is_nothing(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer

	if (!len)
		return 0;
	if (len < sizeof(*h))
		return buf[0];
	return h->id;
}

/* A state decides how much is expected, and nothing goes on before that much is there. */
u32 as_much_as_expected(const u8 *buf, size_t len, int state)
{
	size_t expected;

	switch (state) {
	case 0:
		expected = sizeof(struct tlv);
		break;
	case 1:
		expected = sizeof(struct hdr);
		break;
	default:
		return 0;
	}
	if (len < expected)
		return 0;
	if (state == 1)
		return ((const struct hdr *)buf)->id;
	return ((const struct tlv *)buf)->value; // verdict: overlay struct tlv proven lc-short-buffer
}

/* A flag says that it was checked. */
u32 a_flag_says_so(const u8 *buf, size_t len, bool wide)
{
	u32 sum = 0;

	if (wide && len < sizeof(struct hdr))
		return 0;
	if (len >= sizeof(struct tlv))
		sum += ((const struct tlv *)buf)->value; // verdict: overlay struct tlv proven lc-short-buffer
	if (wide)
		sum += ((const struct hdr *)buf)->id;
	return sum;
}

/* Two buffers of one length. */
bool equal(const u8 *a, const u8 *b, size_t len)
{
	const struct hdr *x = (const struct hdr *)a, *y = (const struct hdr *)b;

	return len >= sizeof(*x) && x->id == y->id;
}

/* The length counts words, and the bytes are four times as many. */
u32 length_in_words(const u8 *buf, size_t n_words)
{
	return n_words ? *(const u32 *)buf : 0;
}

/* A terminator ends the list, as its maker promises. */
u32 up_to_a_terminator(const u8 *list)
{
	const struct tlv *t;
	u32 sum = 0;

	for (t = (const struct tlv *)list; t->type; t++)
		sum += t->value;
	return sum;
}

/* Out of a ring whose size is a power of two, records do not wrap. */
u32 out_of_a_ring(const u8 *ring, size_t ring_size, u32 head)
{
	if (ring_size < sizeof(struct hdr) || ring_size & (ring_size - 1))
		return 0;
	return ((const struct hdr *)(ring + (head & (ring_size - 1) & ~7u)))->id;
}

/* The caller's assertion. */
#define assert(x) ((x) ? (void)0 : __builtin_abort())

u32 asserted(const u8 *buf, size_t len)
{
	assert(len >= sizeof(struct hdr));
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 assumed(const u8 *buf, size_t len)
{
	if (len < sizeof(struct hdr))
		__builtin_unreachable();
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

void die(void) __attribute__((noreturn));

u32 dies(const u8 *buf, size_t len)
{
	if (len < sizeof(struct hdr))
		die();
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}
