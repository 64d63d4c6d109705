// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: lengths and pointers that live in memory: equal as long as
 * nothing was stored that could change them.
 */
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

struct trailing {
	u32 count;
	u32 entry[];
};

void anything(void);
void look(const void *p);
static u8 table[64];
static unsigned table_used;
size_t global_len;

/* The length inside the bytes is read, compared, and read again. */
u32 read_again(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer

	if (len < sizeof(*h) || h->length < 12 || h->length > len)
		return 0;
	return *(const u32 *)(buf + h->length - 4); // verdict: overlay u32 proven lc-short-buffer
}

/* In between, the bytes were written. */
u32 read_again_after_a_store(u8 *buf, size_t len)
{
	struct hdr *h = (struct hdr *)buf;

	if (len < sizeof(*h) || h->length < 12 || h->length > len)
		return 0;
	memset(buf, 0xff, 4);
	return *(const u32 *)(buf + h->length - 4); // verdict: overlay u32 open lc-short-buffer
}

/* In between, a function was called that may have written them. */
u32 read_again_after_a_call(u8 *buf, size_t len)
{
	struct hdr *h = (struct hdr *)buf;

	if (len < sizeof(*h) || h->length < 12 || h->length > len)
		return 0;
	anything();
	return *(const u32 *)(buf + h->length - 4); // verdict: overlay u32 open lc-short-buffer
}

/* It was kept in a variable: what happens to the bytes does not matter. */
u32 kept_in_a_variable(u8 *buf, size_t len)
{
	struct hdr *h = (struct hdr *)buf;
	u16 length;

	if (len < sizeof(*h))
		return 0;
	length = h->length;
	if (length < 12 || length > len)
		return 0;
	anything();
	return *(const u32 *)(buf + length - 4); // verdict: overlay u32 proven lc-short-buffer
}

/* The device may change it at any time. */
u32 volatile_length(volatile u8 *buf, size_t len)
{
	volatile struct hdr *h = (volatile struct hdr *)buf;

	if (len < sizeof(*h) || h->length < 12 || h->length > len)
		return 0;
	return *(volatile u32 *)(buf + h->length - 4); // verdict: overlay u32 open lc-short-buffer
}

/* A count of its own, checked once and used in a loop that writes elsewhere. */
u32 count_in_a_loop(const u8 *buf, size_t len)
{
	const struct trailing *t = (const struct trailing *)buf; // verdict: overlay struct trailing proven lc-short-buffer
	u32 sum = 0, i;

	if (len < sizeof(*t) || t->count > (len - sizeof(*t)) / sizeof(t->entry[0]))
		return 0;
	for (i = 0; i < t->count; i++)
		sum += t->entry[i];
	return sum;
}

/* The loop writes what it reads the count from. */
void count_is_overwritten(u8 *buf, size_t len)
{
	struct trailing *t = (struct trailing *)buf; // verdict: overlay struct trailing open lc-short-buffer
	u32 i;

	if (len < sizeof(*t) || t->count > (len - sizeof(*t)) / sizeof(t->entry[0]))
		return;
	for (i = 0; i < t->count; i++)
		((u32 *)buf)[0] = i + 2;
	t->entry[t->count] = 0;
}

/* A global length, and a global offset. */
u32 global_length(const u8 *buf)
{
	if (global_len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 global_offset(void)
{
	if (table_used > sizeof(table) - sizeof(struct hdr))
		return 0;
	return ((struct hdr *)(table + table_used))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 global_offset_after_a_call(void)
{
	if (table_used > sizeof(table) - sizeof(struct hdr))
		return 0;
	anything();
	return ((struct hdr *)(table + table_used))->id; // verdict: overlay struct hdr open lc-short-buffer
}

void append(u32 id)
{
	struct hdr *h;

	if (table_used + sizeof(*h) > sizeof(table))
		return;
	h = (struct hdr *)(table + table_used); // verdict: overlay struct hdr proven lc-short-buffer
	h->id = id;
	table_used += sizeof(*h);
}

/* Bytes and their number in one object of our own. */
struct cursor {
	const u8 *p, *end;
};

u32 through_a_cursor(struct cursor *c)
{
	const struct hdr *h;

	if (c->end - c->p < (ptrdiff_t)sizeof(*h))
		return 0;
	h = (const struct hdr *)c->p;
	c->p += sizeof(*h);
	return h->id;
}

/* Const memory does not change, whoever is called. */
static const u16 needed[2] = { 8, 12 };

u32 const_memory(const u8 *buf, size_t len)
{
	if (len < needed[1])
		return 0;
	look(buf);
	return ((const struct hdr *)buf)->id;
}

/* A local that nobody else knows of. */
u32 a_local_whose_address_is_used(const u8 *buf, size_t len)
{
	size_t need[1];

	need[0] = sizeof(struct hdr);
	if (len < need[0])
		return 0;
	anything();
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}
