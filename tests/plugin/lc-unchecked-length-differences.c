// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-unchecked-length: a size that is what the bytes say less something, and
 * wraps if that is more; each beside one that was compared from below.
 */
#include <stddef.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef u16 __le16;
typedef u16 __be16;
typedef u32 __le32;

struct hdr {
	u8 type;
	u8 code;
	__be16 length; /* of all, with this head */
	u8 data[];
};

u16 ntohs(u16 x);

/* EAPOL, UDP, many others: the length counts the head, and is compared from above alone. */
int copies_the_rest(const u8 *buf, size_t len, u8 *out)
{
	const struct hdr *h = (const struct hdr *)buf;
	u16 total;

	if (len < sizeof(*h))
		return -1;
	total = ntohs(h->length);
	if (total > len)
		return -1;
	memcpy(out, h->data, total - sizeof(*h)); // warning: size 'total - 4'.*below 0.*'h->length' [lc-unchecked-length]
	return total;
}

int copies_the_rest_if_there_is_one(const u8 *buf, size_t len, u8 *out)
{
	const struct hdr *h = (const struct hdr *)buf;
	u16 total;

	if (len < sizeof(*h))
		return -1;
	total = ntohs(h->length);
	if (total > len || total < sizeof(*h))
		return -1;
	memcpy(out, h->data, total - sizeof(*h));
	return total;
}

/* Compared with less than is taken off. */
int takes_off_more_than_was_compared(const u8 *buf, size_t len, u8 *out)
{
	const struct hdr *h = (const struct hdr *)buf;
	u16 total;

	if (len < sizeof(*h))
		return -1;
	total = ntohs(h->length);
	if (total > len || total < 2)
		return -1;
	memcpy(out, h->data, total - sizeof(*h)); // warning: below 0 [lc-unchecked-length]
	return total;
}

/* The difference itself is compared: one that wrapped is too large. */
int compares_the_difference(const u8 *buf, size_t len, u8 *out)
{
	const struct hdr *h = (const struct hdr *)buf;
	size_t rest;

	if (len < sizeof(*h))
		return -1;
	rest = ntohs(h->length) - sizeof(*h);
	if (rest > len - sizeof(*h))
		return -1;
	memcpy(out, h->data, rest);
	return (int)rest;
}

/* Compared as a signed number, and taken as an unsigned one. */
int compares_it_as_signed(const u8 *buf, int len, u8 *out)
{
	const struct hdr *h = (const struct hdr *)buf;
	int rest;

	if (len < (int)sizeof(*h))
		return -1;
	rest = (int)ntohs(h->length) - (int)sizeof(*h);
	if (rest > len - (int)sizeof(*h))
		return -1;
	memcpy(out, h->data, rest); // warning: below 0 [lc-unchecked-length]
	return rest;
}

int compares_it_as_signed_on_both_sides(const u8 *buf, int len, u8 *out)
{
	const struct hdr *h = (const struct hdr *)buf;
	int rest;

	if (len < (int)sizeof(*h))
		return -1;
	rest = (int)ntohs(h->length) - (int)sizeof(*h);
	if (rest < 0 || rest > len - (int)sizeof(*h))
		return -1;
	memcpy(out, h->data, rest);
	return rest;
}

struct preamble {
	__le32 tag;
	__le32 size;
	u8 body[];
};

/* Thirty-two bits of the bytes in a signed variable. */
int takes_a_negative_size(const u8 *buf, size_t len, u8 *out)
{
	const struct preamble *p = (const struct preamble *)buf;
	int size;

	if (len < sizeof(*p))
		return -1;
	size = (int)p->size;
	if (size > 4096 || size > (int)(len - sizeof(*p)))
		return -1;
	memcpy(out, p->body, size); // warning: 'size'.*below 0.*'p->size' [lc-unchecked-length]
	return 0;
}

int takes_no_negative_size(const u8 *buf, size_t len, u8 *out)
{
	const struct preamble *p = (const struct preamble *)buf;
	int size;

	if (len < sizeof(*p))
		return -1;
	size = (int)p->size;
	if (size < 0 || size > 4096 || (size_t)size > len - sizeof(*p))
		return -1;
	memcpy(out, p->body, size);
	return 0;
}

/* The one length less the other. */
int takes_one_length_off_another(const u8 *buf, size_t len, u8 *out)
{
	u32 total, head;

	if (len < 2)
		return -1;
	total = buf[0];
	head = buf[1];
	if (total > len || head > len)
		return -1;
	memcpy(out, buf + head, total - head); // warning: below 0 [lc-unchecked-length]
	return 0;
}

int takes_the_smaller_length_off(const u8 *buf, size_t len, u8 *out)
{
	u32 total, head;

	if (len < 2)
		return -1;
	total = buf[0];
	head = buf[1];
	if (total > len || head > total)
		return -1;
	memcpy(out, buf + head, total - head);
	return 0;
}

/* Whoever is asked may know. */
int length_is_sane(const struct hdr *h);

int asks_somebody(const u8 *buf, size_t len, u8 *out)
{
	const struct hdr *h = (const struct hdr *)buf;
	u16 total;

	if (len < sizeof(*h) || !length_is_sane(h))
		return -1;
	total = ntohs(h->length);
	if (total > len)
		return -1;
	memcpy(out, h->data, total - sizeof(*h));
	return total;
}

/* Compared with something that may be large enough. */
int compares_with_another_head(const u8 *buf, size_t len, u8 *out, size_t head)
{
	const struct hdr *h = (const struct hdr *)buf;
	u16 total;

	if (len < sizeof(*h))
		return -1;
	total = ntohs(h->length);
	if (total > len || total < head)
		return -1;
	memcpy(out, h->data, total - sizeof(*h));
	return total;
}
