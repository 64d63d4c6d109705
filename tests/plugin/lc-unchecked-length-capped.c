// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-unchecked-length: a length out of bytes that is kept as a signed number
 * and bounded from above alone is large where it becomes a size.
 */
#include <stddef.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned short u16, __be16;
typedef unsigned int u32, __be32;

struct reply {
	__be32 status;
	__be32 length;
	__be16 count;
	u8 name[];
};

#define ROOM 64

int caps(const u8 *pkt, size_t len, u8 *to)
{
	const struct reply *r = (const struct reply *)pkt;
	int n;

	if (len < sizeof(*r) + ROOM)
		return -1;
	n = (int)__builtin_bswap32(r->length);
	if (n > ROOM)
		n = ROOM;
	memcpy(to, r->name, n); // warning: the size 'n' may wrap below 0.*'r->length' [lc-unchecked-length]
	return 0;
}

int takes_the_lesser(const u8 *pkt, size_t len, u8 *to)
{
	const struct reply *r = (const struct reply *)pkt;
	int n;

	if (len < sizeof(*r) + ROOM)
		return -1;
	n = (int)__builtin_bswap32(r->length);
	n = n < ROOM ? n : ROOM;
	memcpy(to, r->name, n); // warning: may wrap below 0 [lc-unchecked-length]
	return 0;
}

int takes_the_lesser_of_two(const u8 *pkt, size_t len, u8 *to, int room)
{
	const struct reply *r = (const struct reply *)pkt;
	int n;

	if (len < sizeof(*r) + ROOM)
		return -1;
	n = (int)__builtin_bswap32(r->length);
	if (n > room)
		n = room;
	memcpy(to, r->name, n); // warning: may wrap below 0 [lc-unchecked-length]
	return 0;
}

int asks_for_the_sign(const u8 *pkt, size_t len, u8 *to)
{
	const struct reply *r = (const struct reply *)pkt;
	int n;

	if (len < sizeof(*r) + ROOM)
		return -1;
	n = (int)__builtin_bswap32(r->length);
	if (n < 0)
		return -1;
	if (n > ROOM)
		n = ROOM;
	memcpy(to, r->name, n);
	return 0;
}

int asks_afterwards(const u8 *pkt, size_t len, u8 *to)
{
	const struct reply *r = (const struct reply *)pkt;
	int n;

	if (len < sizeof(*r) + ROOM)
		return -1;
	n = (int)__builtin_bswap32(r->length);
	n = n < ROOM ? n : ROOM;
	if (n <= 0)
		return -1;
	memcpy(to, r->name, n);
	return 0;
}

int caps_an_unsigned_number(const u8 *pkt, size_t len, u8 *to)
{
	const struct reply *r = (const struct reply *)pkt;
	u32 n;

	if (len < sizeof(*r) + ROOM)
		return -1;
	n = __builtin_bswap32(r->length);
	if (n > ROOM)
		n = ROOM;
	memcpy(to, r->name, n);
	return 0;
}

/* 16 bits are not negative in 32. */
int caps_a_short_number(const u8 *pkt, size_t len, u8 *to)
{
	const struct reply *r = (const struct reply *)pkt;
	int n;

	if (len < sizeof(*r) + ROOM)
		return -1;
	n = __builtin_bswap16(r->count);
	if (n > ROOM)
		n = ROOM;
	memcpy(to, r->name, n);
	return 0;
}

/* As a count of turns it is none if it is below 0. */
int counts(const u8 *pkt, size_t len)
{
	const struct reply *r = (const struct reply *)pkt;
	int n, sum = 0;

	if (len < sizeof(*r) + ROOM)
		return -1;
	n = (int)__builtin_bswap32(r->length);
	if (n > ROOM)
		n = ROOM;
	for (int i = 0; i < n; i++)
		sum += r->name[i];
	return sum;
}
