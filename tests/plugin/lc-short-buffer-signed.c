// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: signed values of the full width: that their range is all
 * there is says nothing.
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

/* What always holds is no guard. */
u32 difference_against_length(const u8 *buf, size_t len)
{
	const u8 *end = buf + len;

	if ((ptrdiff_t)len != end - buf)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 difference_as_size_against_length(const u8 *buf, size_t len)
{
	const u8 *end = buf + len;

	if ((size_t)(end - buf) != len)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* Any signed value, and one that lets the header begin where the bytes end. */
u32 any_long(const u8 *buf, size_t len, long offset)
{
	if ((long)len < offset)
		return 0;
	return ((const struct hdr *)(buf + offset))->id; // warning: may reach 8 bytes past 'buf' [lc-short-buffer]; also verdict: overlay struct hdr open lc-short-buffer
}

/* As far as it is known to be large enough. */
u32 a_long_that_is_compared(const u8 *buf, long len)
{
	if (len < (long)sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A signed number of records that may be less than 0; with the header there are none less than 0. */
u32 records_less_one(const u8 *buf, size_t len, unsigned short total)
{
	u32 sum = 0;
	int n;

	if (total < 8)
		return 0;
	n = (total - 8) / (int)sizeof(struct hdr) - 1;
	if (sizeof(struct hdr) + n * sizeof(struct hdr) > len)
		return 0;
	for (int i = 0; i < n; i++)
		sum += ((const struct hdr *)(buf + sizeof(struct hdr)))[i].id; // verdict: overlay struct hdr proven lc-short-buffer
	return sum;
}

/* Of two less it may wrap: nothing is proven by that. */
u32 records_less_two(const u8 *buf, size_t len, unsigned short total)
{
	int n;

	if (total < 8)
		return 0;
	n = (total - 8) / (int)sizeof(struct hdr) - 2;
	if (sizeof(struct hdr) + n * sizeof(struct hdr) > len)
		return 0;
	return ((const struct hdr *)(buf + n * sizeof(struct hdr)))->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* A signed length is not negative: not 0 is at least 1. GCC makes that of a comparison with a size of 1. */
struct one {
	u8 type;
};
int signed_size_of_one(const u8 *buf, int len)
{
	const struct one *h = (const struct one *)buf; // verdict: overlay struct one proven lc-short-buffer because len >= 1.*

	return len < sizeof(*h) ? -1 : h->type;
}

int signed_not_zero(const u8 *buf, int len)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (!len)
		return -1;
	return h->flags; // warning: needs 2 bytes of 'buf' as 'struct hdr', but 'len' is compared with too little: 1 known [lc-short-buffer]
}
