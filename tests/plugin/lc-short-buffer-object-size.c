// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: __builtin_object_size () and its dynamic form. What they say
 * at least is there; what they say at most says nothing where it is not known.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned int u32;

struct hdr {
	u32 type;
	u32 id;
};

void die(void) __attribute__((noreturn));


u32 least(const u8 *bytes)
{
	if (__builtin_object_size(bytes, 2) < sizeof(struct hdr))
		die();
	return ((const struct hdr *)bytes)->id; // verdict: overlay struct hdr proven lc-short-buffer because says what 'bytes' has at least
}

u32 least_behind_an_offset(const u8 *bytes)
{
	if (__builtin_object_size(bytes + 4, 3) < sizeof(struct hdr))
		die();
	return ((const struct hdr *)(bytes + 4))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 least_and_one_more(const u8 *bytes)
{
	if (__builtin_object_size(bytes, 2) < sizeof(struct hdr))
		die();
	return ((const struct hdr *)(bytes + 1))->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* It is the largest number where the compiler knows nothing. */
u32 most(const u8 *bytes)
{
	if (__builtin_object_size(bytes, 0) < sizeof(struct hdr))
		die();
	return ((const struct hdr *)bytes)->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* A check of a copy, as fortified string functions have it, against a compared length. */
u32 copied(u8 *to, const u8 *from, size_t n)
{
	if (n > __builtin_object_size(to, 2) || n < sizeof(struct hdr))
		return 0;
	__builtin_memcpy(to, from, n);
	return ((const struct hdr *)to)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

