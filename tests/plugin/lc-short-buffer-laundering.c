// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: a way round by void, an integer, a call or a return hides
 * nothing.
 */
#include <stddef.h>
#include <stdint.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct hdr {
	u8 type;
	u8 flags;
	u16 length;
	u32 id;
};

struct other {
	u32 word[3];
};

u32 use(const struct hdr *h);

/* By void. */
u32 by_void(const u8 *buf, size_t len)
{
	const void *data = buf;
	const struct hdr *h = data;

	if (len < 4)
		return 0;
	return h->id; // warning: needs 8 bytes of 'buf'.*4 known [lc-short-buffer]
}

u32 by_void_checked(const u8 *buf, size_t len)
{
	const void *data = buf;
	const struct hdr *h = data; // verdict: overlay struct hdr proven lc-short-buffer

	if (len < 8)
		return 0;
	return h->id;
}

/* Arithmetic on void counts bytes. */
u32 by_arithmetic_on_void(const void *buf, size_t len)
{
	if (len < 12)
		return 0;
	return ((const struct hdr *)(buf + 4))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 by_arithmetic_on_void_too_far(const void *buf, size_t len)
{
	if (len < 8)
		return 0;
	return ((const struct hdr *)(buf + 4))->id; // warning: needs 12 bytes of 'buf'.*8 known [lc-short-buffer]
}

/* A void with a length beside it is bytes. */
u32 void_with_a_length(const void *data, size_t size)
{
	const struct hdr *h = data;

	return h->id; // warning: needs 8 bytes of 'data'.*'size' is not compared [lc-short-buffer]
}

/* By an integer. */
u32 by_an_integer(const u8 *buf, size_t len)
{
	uintptr_t address = (uintptr_t)buf;

	if (len < 4)
		return 0;
	return ((const struct hdr *)address)->id; // warning: needs 8 bytes of 'buf'.*4 known [lc-short-buffer]
}

u32 by_an_integer_checked(const u8 *buf, size_t len)
{
	uintptr_t address = (uintptr_t)buf;

	if (len < 8)
		return 0;
	return ((const struct hdr *)address)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 by_an_integer_and_a_sum(const u8 *buf, size_t len)
{
	uintptr_t address = (uintptr_t)buf + 4;

	if (len < 8)
		return 0;
	return ((const struct hdr *)address)->id; // warning: needs 12 bytes of 'buf'.*8 known [lc-short-buffer]
}

/* By another record. */
u32 by_another_record(const u8 *buf, size_t len)
{
	const struct other *o = (const struct other *)buf;
	const struct hdr *h = (const struct hdr *)&o->word[1];

	if (len < 8 || !o->word[0])
		return 0;
	return h->id; // warning: needs 12 bytes of 'buf'.*8 known [lc-short-buffer]
}

/* By a variable that is set on two ways. */
u32 by_a_merge(const u8 *buf, size_t len, int which)
{
	const u8 *p;

	if (which)
		p = buf;
	else
		p = buf + 4;
	if (len < 12)
		return 0;
	return ((const struct hdr *)p)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Without a name for the view. */
u32 a_cast_in_the_access(const u8 *buf, size_t len)
{
	return len ? (*(const struct hdr *)(const void *)buf).id : 0; // warning: needs 8 bytes of 'buf'.*1 known [lc-short-buffer]
}

/* Handed to a function: the view is used as the type there, which the ledger says. */
u32 to_a_call(const u8 *buf, size_t len)
{
	if (len < sizeof(struct hdr))
		return 0;
	return use((const struct hdr *)buf); // verdict: overlay struct hdr proven lc-short-buffer
}

/* Handed to the caller. */
const struct hdr *to_the_caller(const u8 *buf, size_t len)
{
	if (len < sizeof(struct hdr))
		return NULL;
	return (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Kept in an object. */
struct keeper {
	const struct hdr *h;
};

void to_an_object(struct keeper *k, const u8 *buf, size_t len)
{
	k->h = len < sizeof(struct hdr) ? NULL : (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Loaded from an object as the type, which it is not there. */
struct bytes_in_an_object {
	const u8 *data;
};

u32 from_an_object(const struct bytes_in_an_object *b)
{
	return ((const struct hdr *)b->data)->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* A volatile view is a view. */
u32 volatile_view(u8 *buf, size_t len)
{
	if (len < 4)
		return 0;
	return ((volatile struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf'.*4 known [lc-short-buffer]
}

/* Signed bytes and chars are bytes. */
u32 plain_chars(const char *buf, size_t len)
{
	if (len < 4)
		return 0;
	return ((const struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf'.*4 known [lc-short-buffer]
}

u32 signed_chars(const signed char *buf, size_t len)
{
	if (len < 8)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 by_a_merge_too_little(const u8 *buf, size_t len, int which)
{
	const u8 *p;

	if (which)
		p = buf;
	else
		p = buf + 4;
	if (len < 8)
		return 0;
	return ((const struct hdr *)p)->id; // warning: 'buf' [lc-short-buffer]
}

/* The length of one of the two is not that of the other. */
u32 length_of_the_other(const u8 *buf, size_t len, const u8 *other, int which)
{
	const u8 *p = which ? buf : other;

	if (len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)p)->id; // verdict: overlay struct hdr open lc-short-buffer
}
