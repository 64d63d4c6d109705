// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: where the comparison stands. What counts is that it lies on
 * every way to the access, not that it is somewhere in the function.
 * Known to fail.
 */
#include <stdbool.h>
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

void log_error(const char *message);

/* The pointer is null unless the length will do. */
u32 null_or_view(const u8 *buf, size_t len)
{
	const struct hdr *h = len >= sizeof(*h) ? (const struct hdr *)buf : NULL; // verdict: overlay struct hdr proven lc-short-buffer

	return h ? h->id : 0;
}

u32 int_variable(const u8 *buf, size_t len, int up)
{
	int whole = up && len >= sizeof(struct hdr);

	if (whole)
		return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
	return 0;
}

/* An error code carries the comparison. */
u32 error_code(const u8 *buf, size_t len)
{
	int error = 0;

	if (len < sizeof(struct hdr))
		error = -22;
	if (error)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}
