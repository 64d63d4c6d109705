// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: as many bytes as two values make together, neither of them
 * constant: attribute alloc_size of two arguments, and records of a size that
 * is known at run time only.
 */
#include <stddef.h>
#include <stdlib.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct hdr {
	u8 type;
	u8 flags;
	u16 length;
	u32 id;
};

u8 *pool_array(size_t n, size_t size) __attribute__((alloc_size(1, 2)));
u8 *pool_small(int flags, u32 size, u32 n) __attribute__((alloc_size(3, 2)));
void receive(u8 *bytes, size_t n, size_t size);

/* Each is large enough for the two to be. */
u32 both_bounded(size_t n, size_t size)
{
	u8 *bytes;

	if (n < 2 || size < 4)
		return 0;
	bytes = pool_array(n, size);
	return ((struct hdr *)bytes)->id; // verdict: overlay struct hdr proven lc-short-buffer because n >= 2 and size >= 4
}

u32 both_bounded_too_low(size_t n, size_t size)
{
	u8 *bytes;

	if (n < 2 || size < 3)
		return 0;
	bytes = pool_array(n, size);
	return ((struct hdr *)bytes)->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* One element is enough, if there is one. */
u32 one_at_least(u32 n, u32 size)
{
	u8 *bytes = pool_small(0, size, n);

	if (size < sizeof(struct hdr) || !n)
		return 0;
	return ((struct hdr *)bytes)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 perhaps_none(u32 n, u32 size)
{
	u8 *bytes = pool_small(0, size, n);

	if (size < sizeof(struct hdr))
		return 0;
	return ((struct hdr *)bytes)->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* The product itself was compared; where it wraps it is only less. */
u32 product_compared(size_t n, size_t size)
{
	u8 *bytes = calloc(n, size);

	if (!bytes || n * size < sizeof(struct hdr))
		return 0;
	return ((struct hdr *)bytes)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Records of a size that is known at run time only. */
u32 entry(u32 n, u32 size, u32 i)
{
	u8 *bytes = calloc(n, size);
	u32 id = 0;

	if (!bytes)
		return 0;
	if (size >= sizeof(struct hdr) && i < n)
		id = ((struct hdr *)(bytes + (size_t)i * size))->id; // verdict: overlay struct hdr proven lc-short-buffer
	free(bytes);
	return id;
}

u32 entry_behind_the_last(u32 n, u32 size, u32 i)
{
	u8 *bytes = calloc(n, size);
	u32 id = 0;

	if (!bytes)
		return 0;
	if (size >= sizeof(struct hdr) && i <= n)
		id = ((struct hdr *)(bytes + (size_t)i * size))->id; // verdict: overlay struct hdr open lc-short-buffer
	free(bytes);
	return id;
}

/* The index of a loop, times the size. */
u32 all_entries(u32 n, u16 size)
{
	u8 *bytes = calloc(n, size);
	u32 id = 0;

	if (!bytes || size < sizeof(struct hdr))
		return 0;
	for (u32 i = 0; i < n; i++)
		id += ((struct hdr *)(bytes + (size_t)i * size))->id; // verdict: overlay struct hdr proven lc-short-buffer
	free(bytes);
	return id;
}

/* The table says how many records it has, and of what size; the whole was compared. */
struct table {
	u16 n;
	u16 size;
	u8 bytes[];
};

u32 records(const u8 *buf, size_t len)
{
	const struct table *t = (const struct table *)buf; // verdict: overlay struct table proven lc-short-buffer
	u32 id = 0;

	if (len < sizeof(*t) || t->size < sizeof(struct hdr) || len - sizeof(*t) < (size_t)t->n * t->size)
		return 0;
	for (u32 i = 0; i < t->n; i++)
		id += ((const struct hdr *)(t->bytes + i * t->size))->id; // verdict: overlay struct hdr proven lc-short-buffer
	return id;
}

/* A wrapper of an allocator hands out what that was asked for. */
static u8 *array(size_t n, size_t size)
{
	u8 *bytes = calloc(n, size);

	if (!bytes)
		abort();
	return bytes;
}

u32 by_wrapper(size_t n)
{
	u8 *bytes = array(n, 4);

	return n >= 2 ? ((struct hdr *)bytes)->id : 0; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 by_wrapper_both(size_t n, size_t size)
{
	u8 *bytes = array(n, size);

	return n >= 2 && size >= 4 ? ((struct hdr *)bytes)->id : 0; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 by_wrapper_short(void)
{
	u8 *bytes = array(2, 3);

	return ((struct hdr *)bytes)->id; // warning: needs 8 bytes [lc-short-buffer]; also verdict: overlay struct hdr refuted lc-short-buffer
}
