// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: what counts is each access through the view: which bytes it
 * touches, not how large the type is.
 */
#include <stddef.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;

struct hdr {
	u8 type;
	u8 flags;
	u16 length;
	u32 id;
};

struct nested {
	struct hdr outer;
	struct {
		u16 kind;
		u16 place[3];
	} inner;
};

union variant {
	u16 narrow;
	u32 wide;
	struct hdr whole;
};

struct bits {
	u8 version : 4, kind : 4;
	u8 flag : 1, rest : 7;
	u32 number : 24;
};

struct trailing {
	u16 count;
	u16 entry[];
};

struct with_array {
	u32 first;
	u16 table[6];
};

/* A field at the front and one at the back. */
u32 front(const u8 *buf, size_t len)
{
	if (len < 2)
		return 0;
	return ((const struct hdr *)buf)->flags; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 back(const u8 *buf, size_t len)
{
	if (len < 2)
		return 0;
	return ((const struct hdr *)buf)->length; // warning: needs 4 bytes of 'buf'.*too little: 2 known [lc-short-buffer]
}

/* Of several accesses the worst speaks, and the others do not. */
u32 the_worst_speaks(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;
	u32 sum;

	if (len < 4)
		return 0;
	sum = h->type;
	sum += h->length;
	sum += h->id; // warning: 'h->id' needs 8 bytes of 'buf'.*too little: 4 known [lc-short-buffer]
	return sum;
}

/* Struct within a struct, array within that. */
u32 nested_whole(const u8 *buf, size_t len)
{
	if (len < 14)
		return 0;
	return ((const struct nested *)buf)->inner.place[1]; // verdict: overlay struct nested proven lc-short-buffer
}

u32 nested_short(const u8 *buf, size_t len)
{
	if (len < 13)
		return 0;
	return ((const struct nested *)buf)->inner.place[1]; // warning: needs 14 bytes of 'buf'.*13 known [lc-short-buffer]
}

/* The member of a union that is read. */
u32 union_narrow(const u8 *buf, size_t len)
{
	if (len < 2)
		return 0;
	return ((const union variant *)buf)->narrow; // verdict: overlay union variant proven lc-short-buffer
}

u32 union_wide(const u8 *buf, size_t len)
{
	if (len < 2)
		return 0;
	return ((const union variant *)buf)->wide; // warning: needs 4 bytes of 'buf'.*2 known [lc-short-buffer]
}

u32 union_struct(const u8 *buf, size_t len)
{
	if (len < 4)
		return 0;
	return ((const union variant *)buf)->whole.id; // warning: needs 8 bytes of 'buf'.*4 known [lc-short-buffer]
}

/* Bit-fields: the bytes that hold the bits. */
u32 bit_field_of_the_first_byte(const u8 *buf, size_t len)
{
	if (len < 1)
		return 0;
	return ((const struct bits *)buf)->kind; // verdict: overlay struct bits proven lc-short-buffer
}

u32 bit_field_of_the_second_byte(const u8 *buf, size_t len)
{
	if (len < 1)
		return 0;
	return ((const struct bits *)buf)->flag; // warning: needs 2 bytes of 'buf'.*1 known [lc-short-buffer]
}

/* A trailing array: as many elements as are read. */
u32 trailing_whole(const u8 *buf, size_t len)
{
	if (len < 6)
		return 0;
	return ((const struct trailing *)buf)->entry[1]; // verdict: overlay struct trailing proven lc-short-buffer
}

u32 trailing_short(const u8 *buf, size_t len)
{
	if (len < sizeof(struct trailing))
		return 0;
	return ((const struct trailing *)buf)->entry[0]; // warning: needs 4 bytes of 'buf'.*2 known [lc-short-buffer]
}

/* The count is compared with what is there. */
u32 trailing_counted(const u8 *buf, size_t len)
{
	const struct trailing *t = (const struct trailing *)buf; // verdict: overlay struct trailing proven lc-short-buffer
	u32 sum = 0;
	unsigned i;

	if (len < sizeof(*t))
		return 0;
	if (t->count > (len - sizeof(*t)) / sizeof(t->entry[0]))
		return 0;
	for (i = 0; i < t->count; i++)
		sum += t->entry[i];
	return sum;
}

/* The count is as the bytes say. */
u32 trailing_count_not_compared(const u8 *buf, size_t len)
{
	const struct trailing *t = (const struct trailing *)buf; // verdict: overlay struct trailing open lc-short-buffer
	u32 sum = 0;
	unsigned i;

	if (len < sizeof(*t))
		return 0;
	for (i = 0; i < t->count; i++)
		sum += t->entry[i]; // warning: 't->count' says.*not compared [lc-unchecked-length]
	return sum;
}

/* An array within the view, by an index. */
u32 array_member(const u8 *buf, size_t len, unsigned i)
{
	if (len < sizeof(struct with_array) || i >= 6)
		return 0;
	return ((const struct with_array *)buf)->table[i]; // verdict: overlay struct with_array proven lc-short-buffer
}

/* Copying a struct reads all of it. */
struct hdr copy_whole(const u8 *buf, size_t len)
{
	struct hdr h = { 0 };

	if (len >= sizeof(h))
		h = *(const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer
	return h;
}

struct hdr copy_short(const u8 *buf, size_t len)
{
	struct hdr h = { 0 };

	if (len >= 4)
		h = *(const struct hdr *)buf; // warning: needs 8 bytes of 'buf'.*4 known [lc-short-buffer]
	return h;
}

/* Writing is an access like reading. */
int store_whole(u8 *buf, size_t size)
{
	struct hdr *h = (struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer

	if (size < sizeof(*h))
		return -1;
	h->id = 7;
	h->length = 8;
	return 0;
}

int store_short(u8 *buf, size_t size)
{
	struct hdr *h = (struct hdr *)buf;

	if (size < 4)
		return -1;
	h->length = 8;
	h->id = 7; // warning: 'h->id' needs 8 bytes of 'buf'.*4 known [lc-short-buffer]
	return 0;
}

void store_into_a_short_array(void)
{
	static u8 bytes[6];

	((struct hdr *)bytes)->id = 1; // warning: needs 8 bytes of 'bytes'.*6 [lc-short-buffer]
}

int store_of_a_struct(u8 *buf, size_t size, const struct hdr *from)
{
	if (size < 6)
		return -1;
	*(struct hdr *)buf = *from; // warning: needs 8 bytes of 'buf'.*6 known [lc-short-buffer]
	return 0;
}

/* Reading and writing in one. */
int read_and_write(u8 *buf, size_t size)
{
	struct hdr *h = (struct hdr *)buf;

	if (size < 7)
		return -1;
	h->id++; // warning: 'h->id' needs 8 bytes of 'buf'.*7 known [lc-short-buffer]
	return 0;
}

/* A field's address is no access to it. */
const u32 *address_of_a_field(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	return len >= 4 && h->length ? &h->id : NULL;
}

/* A scalar wider than a byte is a view like any other. */
u32 scalar_whole(const u8 *buf, size_t len)
{
	return len >= 4 ? *(const u32 *)buf : 0; // verdict: overlay u32 proven lc-short-buffer
}

u32 scalar_short(const u8 *buf, size_t len)
{
	return len >= 2 ? *(const u32 *)buf : 0; // warning: needs 4 bytes of 'buf'.*2 known [lc-short-buffer]
}

u64 scalar_with_an_index(const u8 *buf, size_t len)
{
	return len >= 16 ? ((const u64 *)buf)[1] : 0; // verdict: overlay u64 proven lc-short-buffer
}

u64 scalar_with_an_index_too_far(const u8 *buf, size_t len)
{
	return len >= 8 ? ((const u64 *)buf)[1] : 0; // warning: needs 16 bytes of 'buf'.*8 known [lc-short-buffer]
}

/* memcpy() and its kin access as many bytes as they are told. */
int copies_out_of_the_view(const u8 *buf, size_t len, u8 *to)
{
	const struct nested *n = (const struct nested *)buf; // verdict: overlay struct nested proven lc-short-buffer

	if (len < sizeof(*n))
		return -1;
	memcpy(to, n, sizeof(*n));
	return n->inner.kind;
}

int copies_too_much_out_of_the_view(const u8 *buf, size_t len, u8 *to)
{
	const struct nested *n = (const struct nested *)buf;

	if (len < sizeof(struct hdr))
		return -1;
	memcpy(to, n, sizeof(*n)); // warning: needs 16 bytes of 'buf'.*8 known [lc-short-buffer]
	return n->outer.type;
}

int sets_the_view(u8 *buf, size_t size)
{
	struct nested *n = (struct nested *)buf;

	if (size < sizeof(struct hdr))
		return -1;
	memset(n, 0, sizeof(*n)); // warning: needs 16 bytes of 'buf'.*8 known [lc-short-buffer]
	return n->outer.type;
}

int compares_the_view(const u8 *buf, size_t len, const struct nested *with)
{
	const struct nested *n = (const struct nested *)buf;

	if (len < 12)
		return -1;
	return memcmp(n, with, sizeof(*n)); // warning: needs 16 bytes of 'buf'.*12 known [lc-short-buffer]
}

int compares_a_part_of_the_view(const u8 *buf, size_t len, const struct nested *with)
{
	const struct nested *n = (const struct nested *)buf; // verdict: overlay struct nested proven lc-short-buffer

	if (len < 12)
		return -1;
	return memcmp(n, with, 12);
}

/* GCC gives a parameter that is written as an array an attribute of its own making. */
u32 beside_an_array_parameter(const u8 *buf, size_t len, u8 to[32])
{
	if (len < sizeof(struct hdr))
		return 0;
	to[0] = 1;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}
