// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-unchecked-length: offsets and header lengths that stand in the bytes, each
 * beside one that is compared. Where this rule speaks lc-short-buffer does not.
 */
#include <stddef.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef u16 __le16;
typedef u32 __le32;

struct image {
	__le32 magic;
	__le32 table_offset;
	__le32 table_size;
	__le32 entries;
};

struct entry {
	__le32 kind;
	__le32 value;
};

struct firmware {
	size_t size;
	const u8 *data;
};

/* The offset is not compared. */
u32 follows_an_offset(const struct firmware *fw)
{
	const struct image *h = (const struct image *)fw->data;
	const struct entry *e;

	if (fw->size < sizeof(*h))
		return 0;
	e = (const struct entry *)(fw->data + h->table_offset);
	return e->value; // warning: 'fw->data'.*'h->table_offset' says.*not compared [lc-unchecked-length]
}

/* The offset and what is read there are compared. */
u32 follows_an_offset_that_is_within(const struct firmware *fw)
{
	const struct image *h = (const struct image *)fw->data;
	const struct entry *e;

	if (fw->size < sizeof(*h))
		return 0;
	if (h->table_offset > fw->size || fw->size - h->table_offset < sizeof(*e))
		return 0;
	e = (const struct entry *)(fw->data + h->table_offset);
	return e->value;
}

/* A sum of 32 bits comes round to a small one. */
int copies_by_a_sum_that_wraps(const u8 *data, u32 size, u8 *out)
{
	const struct image *h = (const struct image *)data;

	if (size < sizeof(*h))
		return -1;
	if (h->table_offset + h->table_size > size)
		return -1;
	memcpy(out, data + h->table_offset, h->table_size); // warning: sum that may wrap [lc-unchecked-length]
	return 0;
}

/* A difference does not. */
int copies_by_a_difference(const u8 *data, u32 size, u8 *out)
{
	const struct image *h = (const struct image *)data;

	if (size < sizeof(*h))
		return -1;
	if (h->table_offset > size || size - h->table_offset < h->table_size)
		return -1;
	memcpy(out, data + h->table_offset, h->table_size);
	return 0;
}

/* A sum of 64 bits does not come round. */
int copies_by_a_wide_sum(const u8 *data, size_t size, u8 *out)
{
	const struct image *h = (const struct image *)data;

	if (size < sizeof(*h))
		return -1;
	if ((size_t)h->table_offset + h->table_size > size)
		return -1;
	memcpy(out, data + h->table_offset, h->table_size);
	return 0;
}

struct ip {
	u8 ihl : 4;
	u8 version : 4;
	u8 tos;
	u16 tot_len;
	u32 rest[4];
};

struct udp {
	u16 source, dest;
	u16 len, check;
};

/* Two levels: the second header stands where the first says. */
u16 finds_the_second_header(const u8 *buf, size_t len)
{
	const struct ip *ip = (const struct ip *)buf;
	const struct udp *udp;

	if (len < sizeof(*ip) + sizeof(*udp))
		return 0;
	udp = (const struct udp *)(buf + ip->ihl * 4);
	return udp->dest; // warning: 'buf'.*'ip->ihl' says [lc-unchecked-length]
}

u16 finds_the_second_header_within(const u8 *buf, size_t len)
{
	const struct ip *ip = (const struct ip *)buf;
	const struct udp *udp;
	size_t hlen;

	if (len < sizeof(*ip))
		return 0;
	hlen = ip->ihl * 4;
	if (len < hlen + sizeof(*udp))
		return 0;
	udp = (const struct udp *)(buf + hlen);
	return udp->dest;
}

/* Fifteen words and a header are always there. */
u16 finds_it_wherever_it_is(const u8 *buf, size_t len)
{
	const struct ip *ip = (const struct ip *)buf;
	const struct udp *udp;

	if (len < 60 + sizeof(*udp))
		return 0;
	udp = (const struct udp *)(buf + ip->ihl * 4);
	return udp->dest;
}

/* An index into a table of its own. */
u32 selects_from_a_table(const u8 *buf, size_t len)
{
	static const u32 rates[12] = { 1, 2, 5, 11 };

	if (len < 4)
		return 0;
	return rates[buf[3]]; // warning: 'rates'.*not compared [lc-unchecked-length]
}

u32 selects_from_a_table_what_is_there(const u8 *buf, size_t len)
{
	static const u32 rates[12] = { 1, 2, 5, 11 };

	if (len < 4 || buf[3] >= 12)
		return 0;
	return rates[buf[3]];
}

u32 selects_from_a_table_by_four_bits(const u8 *buf, size_t len)
{
	static const u32 rates[16] = { 1, 2, 5, 11 };

	if (len < 4)
		return 0;
	return rates[buf[3] >> 4] + rates[buf[3] & 15];
}

/* A trailer at the end that the head names. */
u32 reads_a_trailer(const u8 *buf, size_t len)
{
	if (len < 8)
		return 0;
	return buf[buf[1] + 2]; // warning: 'buf'.*not compared [lc-unchecked-length]
}

u32 reads_a_trailer_within(const u8 *buf, size_t len)
{
	if (len < 8 || buf[1] + 2u >= len)
		return 0;
	return buf[buf[1] + 2];
}
