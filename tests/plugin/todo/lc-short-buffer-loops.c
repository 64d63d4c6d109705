// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: loops that walk over records, and what must be compared in
 * each turn.
 * Known to fail.
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

/* It goes on while anything is left. */
u32 while_anything_is_left(const u8 *buf, size_t len)
{
	u32 sum = 0;

	while (len > 0) {
		sum += ((const struct hdr *)buf)->id; // warning: 'buf' [lc-short-buffer]
		buf += sizeof(struct hdr);
		len -= sizeof(struct hdr);
	}
	return sum;
}

u32 until_the_end_is_reached(const u8 *p, const u8 *end)
{
	u32 sum = 0;

	for (; p < end; p += sizeof(struct hdr))
		sum += ((const struct hdr *)p)->id; // warning: 'p' [lc-short-buffer]
	return sum;
}

/* The difference is taken first, and known not to have wrapped round afterwards. */
u32 offset_compared_afterwards(const u8 *buf, size_t len)
{
	size_t offset = 0;
	u32 sum = 0;

	while (len - offset >= sizeof(struct hdr) && offset <= len) {
		sum += ((const struct hdr *)(buf + offset))->id; // verdict: overlay struct hdr proven lc-short-buffer
		offset += sizeof(struct hdr);
	}
	return sum;
}

u32 offset_only_below_the_length(const u8 *buf, size_t len)
{
	size_t offset = 0;
	u32 sum = 0;

	while (offset < len) {
		sum += ((const struct hdr *)(buf + offset))->id; // warning: 'buf' [lc-short-buffer]
		offset += sizeof(struct hdr);
	}
	return sum;
}

u32 index_in_steps_too_far(const u8 *buf, size_t len)
{
	u32 sum = 0;
	size_t i;

	for (i = 0; i < len && i < 4096; i += sizeof(struct hdr))
		sum += ((const struct hdr *)(buf + i))->id; // warning: 'buf' [lc-short-buffer]
	return sum;
}

/* The last turn is one too many. */
u32 one_record_too_many(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;
	size_t i, n = len / sizeof(*h);
	u32 sum = 0;

	for (i = 0; i <= n; i++)
		sum += h[i].id; // warning: 'buf' [lc-short-buffer]
	return sum;
}

/* The check is for a halfword, the read for a word. */
u32 words_checked_as_halves(const u8 *buf, int len)
{
	u32 sum = 0;

	for (; len >= 2; len -= 2, buf += 2)
		sum ^= *(const u32 *)buf; // warning: 'buf' [lc-short-buffer]
	return sum;
}

/* Done at least once, whatever the length. */
u32 do_before_the_check(const u8 *buf, size_t len)
{
	u32 sum = 0;

	do {
		sum += ((const struct hdr *)buf)->id; // warning: 'buf' [lc-short-buffer]
		buf += sizeof(struct hdr);
		len -= sizeof(struct hdr);
	} while (len >= sizeof(struct hdr));
	return sum;
}

/* An offset that grows. */
u32 offset_that_grows(const u8 *buf, size_t len)
{
	size_t offset = 0;
	u32 sum = 0;

	while (offset <= len && len - offset >= sizeof(struct hdr)) {
		sum += ((const struct hdr *)(buf + offset))->id; // verdict: overlay struct hdr proven lc-short-buffer
		offset += sizeof(struct hdr);
	}
	return sum;
}
