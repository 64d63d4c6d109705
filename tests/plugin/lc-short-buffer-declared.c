// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: how many bytes a declaration says there are: attribute
 * access with and without a size, arrays as parameters.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct hdr {
	u8 type;
	u8 flags;
	u16 length;
	u32 id;
};

/* The number of elements is not the number of bytes. */
__attribute__((access(read_only, 1, 2)))
u32 elements_compared(const u8 from[][4], size_t most)
{
	const struct hdr *h = (const struct hdr *)from; // verdict: overlay struct hdr proven lc-short-buffer because most >= 2

	return most >= 2 ? h->id : 0;
}

__attribute__((access(read_only, 1, 2)))
u32 too_few_elements(const u8 from[][4], size_t most) // note: attribute access: 'most' is the number of elements of 4 bytes of 'from'
{
	const struct hdr *h = (const struct hdr *)from;

	return most >= 1 ? h->id : 0; // warning: needs 8 bytes of 'from'.*'most \* 4' is compared with too little [lc-short-buffer]
}

/* Without a size: one element. */
struct pair {
	u8 bytes[8];
};

__attribute__((access(read_only, 1)))
u32 one_element(const struct pair *from)
{
	return ((const struct hdr *)from->bytes)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

__attribute__((access(read_only, 1)))
u32 one_row(const u8 (*from)[8])
{
	return ((const struct hdr *)from)->id; // verdict: overlay struct hdr proven lc-short-buffer because attribute access: 'from' points to at least 8 bytes
}

/* More than one may be there: no finding. */
__attribute__((access(read_only, 1)))
u32 one_short_row(const u8 (*from)[6])
{
	return ((const struct hdr *)from)->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* An array of a length that is a parameter. */
u32 array_of_length(size_t n, const u8 from[n]) // note: declared as 'from\[n\]': 'n' is its size
{
	return ((const struct hdr *)from)->id; // warning: needs 8 bytes of 'from'.*'n' is not compared [lc-short-buffer]
}

u32 array_of_length_compared(size_t n, const u8 from[n])
{
	if (n < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)from)->id; // verdict: overlay struct hdr proven lc-short-buffer because declared as 'from\[n\]'
}

u32 array_of_length_with_static(int flags, unsigned amount, const u8 from[static amount])
{
	if (amount < sizeof(struct hdr))
		return 0;
	return flags ? ((const struct hdr *)from)->id : 0; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 rows(size_t n, const u8 from[n][4])
{
	if (n < 2)
		return 0;
	return ((const struct hdr *)from)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 too_few_rows(size_t n, const u8 from[n][4])
{
	if (n < 1)
		return 0;
	return ((const struct hdr *)from)->id; // warning: needs 8 bytes of 'from'.*'n \* 4' is compared with too little [lc-short-buffer]
}

/* What callers have to hand over. */
u32 enough_by_static(const u8 from[static 8])
{
	return ((const struct hdr *)from)->id; // verdict: overlay struct hdr proven lc-short-buffer because declared as \[static 8\]
}

u32 too_few_by_static(const u8 from[static 6])
{
	return ((const struct hdr *)from)->id; // warning: needs 8 bytes of 'from' as 'struct hdr', which has only 6 [lc-short-buffer]
}

/* There may be more than the least, and a length tells. */
u32 more_than_static(const u8 from[static 4], size_t from_len)
{
	if (from_len < 8)
		return ((const struct hdr *)from)->length;
	return ((const struct hdr *)from)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 static_before_comparison(const u8 from[static 4], size_t from_len)
{
	u32 length = ((const struct hdr *)from)->length; // verdict: overlay struct hdr proven lc-short-buffer because declared as \[static 4\]

	return length + (u32)from_len;
}

/* C asks for nothing here, but the reader is told. */
u32 enough_by_array(const u8 from[8])
{
	return ((const struct hdr *)from)->id; // verdict: overlay struct hdr proven lc-short-buffer because declared as \[8\]
}

u32 too_few_by_array(const u8 from[6])
{
	return ((const struct hdr *)from)->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* A length beside such an array is the one that counts. */
u32 most_by_array(const u8 from[64], size_t from_len)
{
	return ((const struct hdr *)from)->id + (u32)from_len; // warning: needs 8 bytes of 'from'.*'from_len' is not compared [lc-short-buffer]
}

/* Bounds that are no parameter of its own. */
u32 array_of_expression(size_t n, const u8 from[n + 4])
{
	return ((const struct hdr *)from)->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 array_of_any(size_t amount, const u8 from[*]);

/* The first declaration counts, and it tells nothing. */
u32 array_of_any(size_t amount, const u8 from[amount])
{
	return amount > 7 ? ((const struct hdr *)from)->id : 0; // verdict: overlay struct hdr open lc-short-buffer
}
