// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: bytes that were asked for with a size that came from
 * somewhere, and filled with as many: the size is what is to be compared.
 */
#include <stddef.h>
#include <stdlib.h>
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

int receive(u8 *bytes, size_t size);

/* A limit from above says that the size is no constant of the program's. */
u32 limited(size_t size, size_t max)
{
	u8 *bytes;

	if (size > max)
		return 0;
	bytes = malloc(size);
	if (!bytes || receive(bytes, size) < 0)
		return 0;
	return ((struct hdr *)bytes)->id; // warning: needs 8 bytes of 'bytes' .* 'size' is compared with too little [lc-short-buffer]
}

/* Compared with less than is read. */
u32 too_little(size_t size)
{
	u8 *bytes;

	if (size < 4)
		return 0;
	bytes = malloc(size);
	if (!bytes || receive(bytes, size) < 0)
		return 0;
	return ((struct hdr *)bytes)->id; // warning: needs 8 bytes of 'bytes' .* 'size' is compared with too little: 4 known [lc-short-buffer]
}

/* Whoever asks for so many without a word knows how many it wants. */
u32 not_compared(size_t size)
{
	u8 *bytes = malloc(size);

	if (!bytes || receive(bytes, size) < 0)
		return 0;
	return ((struct hdr *)bytes)->id;
}

/* How many came is compared. */
u32 counted(size_t size, size_t max)
{
	u8 *bytes;
	int n;

	if (size > max)
		return 0;
	bytes = malloc(size);
	if (!bytes)
		return 0;
	n = receive(bytes, size);
	if (n < (int)sizeof(struct hdr))
		return 0;
	return ((struct hdr *)bytes)->id;
}

/* What the function itself has put there it may read. */
u32 own(size_t size, size_t max)
{
	u8 *bytes;
	struct hdr *h;

	if (size > max)
		return 0;
	bytes = malloc(size);
	if (!bytes)
		return 0;
	h = (struct hdr *)bytes;
	h->id = 1;
	if (receive(bytes, size) < 0)
		return 0;
	return h->id;
}

/* Nothing has filled the bytes. */
u32 not_filled(size_t size, size_t max)
{
	u8 *bytes;

	if (size > max)
		return 0;
	bytes = malloc(size);
	if (!bytes)
		return 0;
	memset(bytes, 0, size);
	return ((struct hdr *)bytes)->id;
}

/* The callers of a static function may have compared it. */
static u32 inner(size_t size, size_t max)
{
	u8 *bytes;

	if (size > max)
		return 0;
	bytes = malloc(size);
	if (!bytes || receive(bytes, size) < 0)
		return 0;
	return ((struct hdr *)bytes)->id;
}

u32 outer(size_t size, size_t max)
{
	return size < sizeof(struct hdr) ? 0 : inner(size, max);
}

/* Compared with enough. */
u32 enough(size_t size, size_t max)
{
	u8 *bytes;

	if (size > max || size < sizeof(struct hdr))
		return 0;
	bytes = malloc(size);
	if (!bytes || receive(bytes, size) < 0)
		return 0;
	return ((struct hdr *)bytes)->id; // verdict: overlay struct hdr proven lc-short-buffer
}
