// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: an array is compared with the length as if it began where the bytes
 * do; it begins at an offset, which the comparison leaves out.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct head {
	u32 kind;
	u32 count;
};

struct entry {
	u16 at;
	u16 length;
};

u32 offset_left_out(const u8 *buf, size_t len, size_t offset, u16 n)
{
	const struct entry *e;
	u32 sum = 0;

	if (offset > len || len - offset < sizeof(struct head))
		return 0;
	if (sizeof(struct head) + n * sizeof(*e) > len)
		return 0;
	e = (const struct entry *)(buf + offset + sizeof(struct head));
	for (unsigned i = 0; i < n; i++)
		sum += e[i].length; // warning: may reach past 'buf' as 'struct entry': its offset is left out of the comparison with 'len' [lc-short-buffer]
	return sum;
}

u32 offset_compared_too(const u8 *buf, size_t len, size_t offset, u16 n)
{
	const struct entry *e;
	u32 sum = 0;

	if (offset > len || len - offset < sizeof(struct head))
		return 0;
	if (sizeof(struct head) + n * sizeof(*e) > len - offset)
		return 0;
	e = (const struct entry *)(buf + offset + sizeof(struct head)); // verdict: overlay struct entry proven lc-short-buffer
	for (unsigned i = 0; i < n; i++)
		sum += e[i].length;
	return sum;
}

/* The offset and something else are compared together: what that is may cover the array. */
u32 offset_compared_with_something(const u8 *buf, size_t len, size_t offset, u16 n, size_t room)
{
	const struct entry *e;
	u32 sum = 0;

	if (offset > len || len - offset < room || room < sizeof(struct head))
		return 0;
	if (sizeof(struct head) + n * sizeof(*e) > len)
		return 0;
	e = (const struct entry *)(buf + offset + sizeof(struct head)); // verdict: overlay struct entry open lc-short-buffer
	for (unsigned i = 0; i < n; i++)
		sum += e[i].length;
	return sum;
}

/* Nobody compares the offset: whoever hands it over may know where it is. */
u32 offset_compared_with_nothing(const u8 *buf, size_t len, size_t offset, u16 n)
{
	const struct entry *e = (const struct entry *)(buf + offset); // verdict: overlay struct entry open lc-short-buffer
	u32 sum = 0;

	if (n * sizeof(*e) > len)
		return 0;
	for (unsigned i = 0; i < n; i++)
		sum += e[i].length;
	return sum;
}

/* The array does begin where the bytes do. */
u32 no_offset(const u8 *buf, size_t len, size_t offset, u16 n)
{
	const struct entry *e = (const struct entry *)(buf + sizeof(struct head)); // verdict: overlay struct entry proven lc-short-buffer
	u32 sum = 0;

	if (offset > len || len - offset < sizeof(struct head))
		return 0;
	if (sizeof(struct head) + n * sizeof(*e) > len)
		return 0;
	for (unsigned i = 0; i < n; i++)
		sum += e[i].length;
	return sum;
}
