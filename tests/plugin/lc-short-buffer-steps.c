// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: an offset that a loop moves by a constant stays a multiple of it.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned int u32;

struct entry {
	u8 tag, media;
	u8 rest[30];
};

/* 32 divides 2048: the last entry ends with the sector. */
u32 entries_of_a_sector(void)
{
	static u8 sector[2048];
	u32 sum = 0;

	for (u32 at = 32; at < sizeof(sector); at += sizeof(struct entry)) {
		const struct entry *e = (const struct entry *)(sector + at); // verdict: overlay struct entry proven lc-short-buffer

		sum += e->rest[29];
	}
	return sum;
}

/* The last one begins 16 bytes before the end. */
u32 entries_off_by_half(void)
{
	static u8 sector[2048];
	u32 sum = 0;

	for (u32 at = 16; at < sizeof(sector); at += sizeof(struct entry)) {
		const struct entry *e = (const struct entry *)(sector + at);

		sum += e->rest[29]; // warning: 'e->rest.* may reach 16 bytes past 'sector' [lc-short-buffer]
	}
	return sum;
}

/* Steps of 32 or 64 are multiples of 32. */
u32 one_or_two_at_a_time(void)
{
	static u8 sector[2048];
	u32 sum = 0, at = 0;

	while (at < sizeof(sector)) {
		const struct entry *e = (const struct entry *)(sector + at); // verdict: overlay struct entry proven lc-short-buffer

		sum += e->rest[29];
		if (e->tag) {
			at += 64;
			continue;
		}
		at += 32;
	}
	return sum;
}

/* Backwards from the end. */
u32 backwards(void)
{
	static u8 sector[2048];
	u32 sum = 0;

	for (int at = sizeof(sector) - sizeof(struct entry); at >= 0; at -= sizeof(struct entry)) {
		const struct entry *e = (const struct entry *)(sector + at); // verdict: overlay struct entry proven lc-short-buffer

		sum += e->rest[29];
	}
	return sum;
}
