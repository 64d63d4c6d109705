// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: helpers of the unit that hand a view, or a length, out
 * through a pointer. Nothing is known yet of what they hand out: silence.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned int u32;

struct hdr {
	u32 type;
	u32 id;
};

static int get(const u8 *buf, size_t len, const struct hdr **out)
{
	if (len < sizeof(struct hdr))
		return -1;
	*out = (const struct hdr *)buf;
	return 0;
}

u32 uses(const u8 *buf, size_t len)
{
	const struct hdr *h;

	if (get(buf, len, &h))
		return 0;
	return h->id;
}

/* A length that is handed out, of bytes that stay where they are. */
static int rest_of(const u8 *buf, size_t len, const u8 **rest, size_t *left)
{
	if (len < 4)
		return -1;
	*rest = buf + 4;
	*left = len - 4;
	return 0;
}

u32 uses_rest(const u8 *buf, size_t len)
{
	const u8 *rest;
	size_t left;

	if (rest_of(buf, len, &rest, &left) || left < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)rest)->id; // verdict: overlay struct hdr open lc-short-buffer
}
