// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: a proof names the comparisons that it rests on, and no other: see forget.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct seed {
	u32 size;
	u8 bits[];
};

struct header {
	u8 kind;
	u8 length;
	u16 tag;
};

void *memremap(unsigned long offset, size_t size, unsigned long flags);
void put(const u8 *bytes, u32 n);
u32 limit(void);

/* There are as many bytes as the header has, and some: that there are some more is of no matter. */
void some_more_are_asked_for(unsigned long at)
{
	struct seed *seed = memremap(at, sizeof(*seed), 1);
	u32 size = 0;

	if (seed)
		size = seed->size < 32 ? seed->size : 32;
	if (size > 0) {
		seed = memremap(at, sizeof(*seed) + size, 1);
		if (seed)
			seed->size = size;
	}
}

__attribute__((noinline)) static int put_words(const void *bytes, u32 length)
{
	if (!length || length > 256)
		return -1;
	if (length % sizeof(u32))
		return -1;
	put(bytes, length);
	return limit() ? -1 : 0;
}

/* What is compared here is compared in the function that is called as well. */
int compared_twice(void *buffer, u32 length, int wanted)
{
	struct header *header = buffer;
	int status;

	if (!length || length > 256)
		return -1;
	status = put_words(buffer, length);
	if (status)
		goto out;
	if (!wanted)
		goto out;
	put(&header->length, 1);
	status = header->length;
out:
	return status;
}

/* No more than the function that is called compares. */
int compared_there(void *buffer, u32 length)
{
	struct header *header = buffer;

	if (put_words(buffer, length))
		return -1;
	return header->length;
}

/* Of two that say the same, one is enough, and each alone is. */
int twice_here(const u8 *data, u32 len)
{
	const struct header *header = (const void *)data;

	if (len < 8)
		return -1;
	put(data, len);
	if (len < sizeof(*header))
		return -1;
	return header->tag;
}
