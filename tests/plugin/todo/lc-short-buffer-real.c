// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: careful code as it is written in drivers and parsers. An
 * expert would wave away any alarm here.
 * Known to fail.
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

/* In the manner of netlink: macros test and advance. */
#define OK(h, left) ((left) >= (int)sizeof(*(h)) && (h)->length >= sizeof(*(h)) && (h)->length <= (left))
#define NEXT(h, left) ((left) -= (((h)->length + 3) & ~3), (const struct hdr *)((const u8 *)(h) + (((h)->length + 3) & ~3)))

/* The caller's assertion. */
#define assert(x) ((x) ? (void)0 : __builtin_abort())

void die(void) __attribute__((noreturn));

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
