// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: bytes that a function handed out, with the size that it was
 * asked for.
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

u8 *pool_get(int flags, size_t size) __attribute__((alloc_size(2), malloc));
u8 *pool_array(size_t n, size_t size) __attribute__((alloc_size(1, 2)));
void *pool_any(size_t size) __attribute__((alloc_size(1)));
u8 *pool_unknown(size_t size);
void receive(u8 *bytes, size_t size);

/* malloc() of enough. */
u32 malloc_whole(void)
{
	u8 *bytes = malloc(8);
	u32 id;

	if (!bytes)
		return 0;
	receive(bytes, 8);
	id = ((struct hdr *)bytes)->id; // verdict: overlay struct hdr proven lc-short-buffer
	free(bytes);
	return id;
}

u32 malloc_short(void)
{
	u8 *bytes = malloc(6);
	u32 id;

	if (!bytes)
		return 0;
	receive(bytes, 6);
	id = ((struct hdr *)bytes)->id; // warning: needs 8 bytes of .* as 'struct hdr' [lc-short-buffer]; also verdict: overlay struct hdr refuted lc-short-buffer
	free(bytes);
	return id;
}

u32 calloc_whole(void)
{
	u8 *bytes = calloc(4, 2);
	u32 id;

	if (!bytes)
		return 0;
	id = ((struct hdr *)bytes)->id; // verdict: overlay struct hdr proven lc-short-buffer
	free(bytes);
	return id;
}

u32 calloc_short(void)
{
	u8 *bytes = calloc(3, 2);
	u32 id;

	if (!bytes)
		return 0;
	id = ((struct hdr *)bytes)->id; // warning: needs 8 bytes [lc-short-buffer]; also verdict: overlay struct hdr refuted lc-short-buffer
	free(bytes);
	return id;
}

/* realloc() gives the new size. */
u32 realloc_whole(u8 *old)
{
	u8 *bytes = realloc(old, 8);

	return bytes ? ((struct hdr *)bytes)->id : 0; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A size that was compared before it was asked for. */
u32 asked_for_enough(size_t size)
{
	u8 *bytes;

	if (size < sizeof(struct hdr))
		return 0;
	bytes = malloc(size);
	if (!bytes)
		return 0;
	receive(bytes, size);
	return ((struct hdr *)bytes)->id; // verdict: overlay struct hdr proven lc-short-buffer because size
}

/* It was compared afterwards: the same size, so that is as good. */
u32 asked_first_compared_later(size_t size)
{
	u8 *bytes = malloc(size);

	if (!bytes || size < sizeof(struct hdr))
		return 0;
	receive(bytes, size);
	return ((struct hdr *)bytes)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A header and something behind it. */
u32 header_and_rest(size_t rest)
{
	u8 *bytes;

	if (rest > 4096)
		return 0;
	bytes = malloc(sizeof(struct hdr) + rest);
	if (!bytes)
		return 0;
	receive(bytes, sizeof(struct hdr) + rest);
	return ((struct hdr *)bytes)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* The sum may wrap round, to less than a header. */
u32 header_and_any_rest(size_t rest)
{
	u8 *bytes = malloc(sizeof(struct hdr) + rest);

	if (!bytes)
		return 0;
	receive(bytes, sizeof(struct hdr) + rest);
	return ((struct hdr *)bytes)->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* The attribute says which argument is the size. */
u32 attribute_whole(void)
{
	u8 *bytes = pool_get(4, 8);

	return ((struct hdr *)bytes)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 attribute_short(void)
{
	u8 *bytes = pool_get(8, 4);

	return ((struct hdr *)bytes)->id; // warning: needs 8 bytes [lc-short-buffer]; also verdict: overlay struct hdr refuted lc-short-buffer
}

/* A product of two arguments. */
u32 product_whole(void)
{
	return ((struct hdr *)pool_array(2, 4))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 product_short(void)
{
	return ((struct hdr *)pool_array(2, 3))->id; // warning: needs 8 bytes [lc-short-buffer]
}

/* Nothing says what is behind it. */
u32 no_attribute(void)
{
	return ((struct hdr *)pool_unknown(8))->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* What an allocator hands out becomes an object of the type: it was never bytes. */
struct hdr *becomes_an_object(void)
{
	struct hdr *h = pool_any(sizeof(*h)); // verdict: none

	if (h)
		h->id = 1;
	return h;
}

struct hdr *becomes_a_zeroed_object(void)
{
	struct hdr *h = calloc(1, sizeof(*h)); // verdict: none

	if (h)
		h->id = 1;
	return h;
}

/* The copy is of the size that was asked for. */
u32 duplicate(const u8 *from, size_t size)
{
	u8 *bytes = malloc(size);
	u32 id = 0;

	if (!bytes)
		return 0;
	memcpy(bytes, from, size);
	if (size >= sizeof(struct hdr))
		id = ((struct hdr *)bytes)->id; // verdict: overlay struct hdr proven lc-short-buffer
	free(bytes);
	return id;
}

/* Wrappers that ask for more than they are asked for: in front of what they hand out, or behind it. */
struct prefix {
	size_t size;
	void *next;
};

static u8 *with_a_byte_more(size_t n)
{
	u8 *bytes = malloc(n + 1);

	if (!bytes)
		abort();
	bytes[n] = 0;
	return bytes;
}

u32 more_whole(void)
{
	u8 *bytes = with_a_byte_more(7);

	return ((struct hdr *)bytes)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 more_short(void)
{
	u8 *bytes = with_a_byte_more(6);

	return ((struct hdr *)bytes)->id; // warning: needs 8 bytes [lc-short-buffer]; also verdict: overlay struct hdr refuted lc-short-buffer
}

u32 more_of_32_bits(u32 n)
{
	u8 *bytes = with_a_byte_more(n);

	return n >= 7 ? ((struct hdr *)bytes)->id : 0; // verdict: overlay struct hdr proven lc-short-buffer
}

/* The sum may wrap, to nothing. */
u32 more_of_any(size_t n)
{
	u8 *bytes = with_a_byte_more(n);

	return n >= 7 ? ((struct hdr *)bytes)->id : 0; // verdict: overlay struct hdr open lc-short-buffer
}

static u8 *behind_a_prefix(size_t n)
{
	struct prefix *p = malloc(n + sizeof(*p));

	if (!p)
		return NULL;
	p->size = n;
	return (u8 *)(p + 1);
}

u32 behind_whole(void)
{
	u8 *bytes = behind_a_prefix(8);

	return bytes ? ((struct hdr *)bytes)->id : 0; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 behind_short(void)
{
	u8 *bytes = behind_a_prefix(6);

	return bytes ? ((struct hdr *)bytes)->id : 0; // warning: needs 8 bytes [lc-short-buffer]; also verdict: overlay struct hdr refuted lc-short-buffer
}

/* What stands in front is the wrapper's own business. */
size_t size_of(u8 *bytes)
{
	return ((struct prefix *)bytes - 1)->size;
}

size_t behind_and_back(void)
{
	u8 *bytes = behind_a_prefix(8);

	return bytes ? ((struct prefix *)(bytes - sizeof(struct prefix)))->size : 0; // verdict: overlay struct prefix open lc-short-buffer
}
