// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-unchecked-length: lengths that are compared in a sum or a difference that
 * may wrap; each beside one that does not.
 */
#include <stddef.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned short u16, __le16;
typedef unsigned int u32, __le32;

struct answer {
	__le32 type;
	__le32 offset;
	__le32 length;
	__le16 where, reserved;
};

enum { ROOM = 1024 };

int command(u8 *buf, int n);

/* How many bytes there are is known only by a constant. */
int adds_three(u8 *buf, u8 *to)
{
	const struct answer *h = (const struct answer *)buf;
	u32 off, len;

	if (command(buf, ROOM) < 0)
		return -1;
	off = h->offset;
	len = h->length;
	if (8 + off + len > ROOM)
		return -1;
	memcpy(to, buf + 8 + off, len); // warning: is compared only in a sum that may wrap [lc-unchecked-length]
	return 0;
}

int adds_in_64_bits(u8 *buf, u8 *to)
{
	const struct answer *h = (const struct answer *)buf;
	u32 off, len;

	if (command(buf, ROOM) < 0)
		return -1;
	off = h->offset;
	len = h->length;
	if (8ull + off + len > ROOM)
		return -1;
	memcpy(to, buf + 8 + off, len);
	return 0;
}

int compares_each_first(u8 *buf, u8 *to)
{
	const struct answer *h = (const struct answer *)buf;
	u32 off, len;

	if (command(buf, ROOM) < 0)
		return -1;
	off = h->offset;
	len = h->length;
	if (off > ROOM || len > ROOM || 8 + off + len > ROOM)
		return -1;
	memcpy(to, buf + 8 + off, len);
	return 0;
}

/* 16 bits and a few do not wrap in 32. */
int adds_a_short_number(u8 *buf, u8 *to)
{
	const struct answer *h = (const struct answer *)buf;
	u32 where;

	if (command(buf, ROOM) < 0)
		return -1;
	where = h->where;
	if (8 + where + 4 > ROOM)
		return -1;
	memcpy(to, buf + 8 + where, 4);
	return 0;
}

struct header {
	u8 words;
	u8 rest[19];
};

struct option {
	u8 kind, length;
	u8 value[2];
};

int takes_off_on_the_large_side(const u8 *data, u32 len)
{
	const struct header *h = (const struct header *)data;
	u32 size;

	if (len < sizeof(*h))
		return -1;
	size = (h->words & 15) * 4;
	if (len < size)
		return -1;
	for (u32 i = sizeof(*h); i <= size - sizeof(struct option); i++) {
		const struct option *o = (const struct option *)(data + i);

		if (o->kind == 2) // warning: 'h->words' says.*may wrap [lc-unchecked-length]
			return o->length;
	}
	return 0;
}

int asks_for_the_least_first(const u8 *data, u32 len)
{
	const struct header *h = (const struct header *)data;
	u32 size;

	if (len < sizeof(*h))
		return -1;
	size = (h->words & 15) * 4;
	if (len < size || size < sizeof(*h))
		return -1;
	for (u32 i = sizeof(*h); i <= size - sizeof(struct option); i++) {
		const struct option *o = (const struct option *)(data + i);

		if (o->kind == 2)
			return o->length;
	}
	return 0;
}
