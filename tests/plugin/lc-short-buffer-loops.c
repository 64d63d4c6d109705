// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: loops that walk over records, and what must be compared in
 * each turn.
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

/* Pointer and length advance together. */
u32 pointer_and_length(const u8 *buf, size_t len)
{
	u32 sum = 0;

	while (len >= sizeof(struct hdr)) {
		sum += ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer because len
		buf += sizeof(struct hdr);
		len -= sizeof(struct hdr);
	}
	return sum;
}

/* The pointer advances by more than the length is reduced. */
u32 advances_by_more(const u8 *buf, size_t len)
{
	u32 sum = 0;

	while (len >= sizeof(struct hdr)) {
		sum += ((const struct hdr *)buf)->id; // verdict: overlay struct hdr open lc-short-buffer
		buf += sizeof(struct hdr);
		len -= 4;
	}
	return sum;
}

/* The step is the record's own length, checked against both ends. */
u32 step_of_the_record(const u8 *buf, size_t len)
{
	u32 sum = 0;

	while (len >= sizeof(struct hdr)) {
		const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer
		size_t step = h->length;

		if (step < sizeof(*h) || step > len)
			break;
		sum += h->id;
		buf += step;
		len -= step;
	}
	return sum;
}

/* The step is not compared with what is left, so that the length wraps round. */
u32 step_not_compared(const u8 *buf, size_t len)
{
	u32 sum = 0;

	while (len >= sizeof(struct hdr)) {
		const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr open lc-short-buffer

		if (h->length < sizeof(*h)) // warning: of the records before.*not compared [lc-unchecked-length]
			break;
		sum += h->id;
		buf += h->length;
		len -= h->length;
	}
	return sum;
}

/* Towards an end. */
u32 towards_an_end(const u8 *p, const u8 *end)
{
	u32 sum = 0;

	for (; end - p >= (ptrdiff_t)sizeof(struct hdr); p += sizeof(struct hdr))
		sum += ((const struct hdr *)p)->id; // verdict: overlay struct hdr proven lc-short-buffer
	return sum;
}

u32 until_the_end_is_reached(const u8 *p, const u8 *end)
{
	u32 sum = 0;

	for (; p < end; p += sizeof(struct hdr))
		sum += ((const struct hdr *)p)->id; // warning: 'p' [lc-short-buffer]
	return sum;
}

/* Each record's end is compared. */
u32 each_end_is_compared(const u8 *buf, size_t len)
{
	const u8 *p = buf, *end = buf + len;
	u32 sum = 0;

	while (p + sizeof(struct hdr) <= end) {
		const struct hdr *h = (const struct hdr *)p; // verdict: overlay struct hdr proven lc-short-buffer

		sum += h->id;
		p += sizeof(*h);
	}
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

/* An index in steps. */
u32 index_in_steps(const u8 *buf, size_t len)
{
	u32 sum = 0;
	size_t i;

	for (i = 0; i + sizeof(struct hdr) <= len && i < 4096; i += sizeof(struct hdr))
		sum += ((const struct hdr *)(buf + i))->id; // verdict: overlay struct hdr proven lc-short-buffer
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

/* A count of whole records. */
u32 count_of_records(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer
	size_t i, n = len / sizeof(*h);
	u32 sum = 0;

	for (i = 0; i < n; i++)
		sum += h[i].id;
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

/* A loop over an array whose size is known. */
u32 over_an_array(void)
{
	static u8 table[64];
	u32 sum = 0;
	unsigned i;

	for (i = 0; i < 8; i++)
		sum += ((const struct hdr *)table)[i].id; // verdict: overlay struct hdr proven lc-short-buffer
	return sum;
}

u32 over_an_array_and_past_it(void)
{
	static u8 table[64];
	u32 sum = 0;
	unsigned i;

	for (i = 0; i <= 8; i++)
		sum += ((const struct hdr *)table)[i].id; // warning: 8 bytes past 'table' [lc-short-buffer]
	return sum;
}

/* The remainder goes down in halves of a header, each comparison is for one word. */
u32 words_of_a_buffer(const u8 *buf, int len)
{
	u32 sum = 0;

	for (; len >= 4; len -= 4, buf += 4)
		sum ^= *(const u32 *)buf; // verdict: overlay u32 proven lc-short-buffer
	return sum;
}

/* The first check stands before the loop, the others at its end. */
u32 do_after_a_check(const u8 *buf, size_t len)
{
	u32 sum = 0;

	if (len < sizeof(struct hdr))
		return 0;
	do {
		sum += ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
		buf += sizeof(struct hdr);
		len -= sizeof(struct hdr);
	} while (len >= sizeof(struct hdr));
	return sum;
}

/* A first header in front of the loop over what follows it. */
u32 header_then_records(const u8 *buf, size_t len)
{
	const struct hdr *first = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer
	u32 sum;

	if (len < sizeof(*first))
		return 0;
	sum = first->id;
	buf += sizeof(*first);
	len -= sizeof(*first);
	while (len >= sizeof(u32)) {
		sum += *(const u32 *)buf; // verdict: overlay u32 proven lc-short-buffer
		buf += sizeof(u32);
		len -= sizeof(u32);
	}
	return sum;
}

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

/* That something is left says nothing of a record, where each says how long it is. */
u32 something_left(const u8 *buf, int len)
{
	u32 sum = 0;

	while (len != 0) {
		u32 step = ((const struct hdr *)buf)->length; // warning: needs 4 bytes of 'buf' [lc-short-buffer]

		if (step > (u32)len || step < sizeof(struct hdr))
			break;
		sum += step;
		buf += step;
		len -= (int)step;
	}
	return sum;
}

/* Of records of one size there may be any number, and nothing else. */
u32 records_of_one_size(const u8 *buf, int len)
{
	u32 sum = 0;

	while (len != 0) {
		const struct hdr *h = (const struct hdr *)buf;

		if (h->type == 1) {
			buf += sizeof(*h);
			len -= (int)sizeof(*h);
			continue;
		}
		sum += h->id;
		buf += sizeof(*h) + 8;
		len -= (int)sizeof(*h) + 8;
	}
	return sum;
}

/* One value that is enough is all that comes here. */
u32 of_one_length(const u8 *buf, int len)
{
	return len != sizeof(struct hdr) ? 0 : ((const struct hdr *)buf)->id;
}
