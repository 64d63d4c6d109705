// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: which length belongs to which bytes: by attribute, by name,
 * by place.
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

/* The attribute says it, wherever the parameter stands. */
__attribute__((access(read_only, 3, 1)))
u32 by_attribute(size_t most, int flags, const void *from) // note: attribute access
{
	const struct hdr *h = from;

	return flags ? h->id : 0; // warning: needs 8 bytes of 'from'.*'most' is not compared [lc-short-buffer]
}

__attribute__((access(read_only, 3, 1)))
u32 by_attribute_compared(size_t most, int flags, const void *from)
{
	const struct hdr *h = from; // verdict: overlay struct hdr proven lc-short-buffer because attribute access

	if (most < sizeof(*h))
		return 0;
	return flags ? h->id : 0;
}

__attribute__((access(write_only, 1, 2)))
void written_by_attribute(u8 *to, unsigned amount)
{
	((struct hdr *)to)->id = 1; // warning: needs 8 bytes of 'to'.*'amount' is not compared [lc-short-buffer]
}

/* Named after the buffer, though it stands elsewhere. */
u32 by_name(const u8 *buf, int flags, size_t buf_len) // note: 'buf_len' is named as the length of 'buf'
{
	return flags ? ((const struct hdr *)buf)->id : 0; // warning: needs 8 bytes of 'buf'.*'buf_len' is not compared [lc-short-buffer]
}

u32 by_name_compared(const u8 *buf, int flags, size_t buf_len)
{
	if (buf_len < sizeof(struct hdr))
		return 0;
	return flags ? ((const struct hdr *)buf)->id : 0; // verdict: overlay struct hdr proven lc-short-buffer because buf_len >= 8
}

/* Two buffers with lengths of their own, named. */
u32 each_its_own(const u8 *in, const u8 *out, size_t in_size, size_t out_size)
{
	if (in_size < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)in)->id + // verdict: overlay struct hdr proven lc-short-buffer
	       ((const struct hdr *)out)->id; // warning: needs 8 bytes of 'out'.*'out_size' is not compared [lc-short-buffer]
}

/* Beside the buffer, of a name that lengths have. */
u32 by_place(const u8 *message, u32 size) // note: 'size' stands beside 'message' as its length
{
	return ((const struct hdr *)message)->id; // warning: needs 8 bytes of 'message'.*'size' is not compared [lc-short-buffer]
}

u32 by_place_in_capitals(const u8 *Message, u32 MessageSize)
{
	if (MessageSize < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)Message)->id; // verdict: overlay struct hdr proven lc-short-buffer because MessageSize
}

/* Beside the buffer stands what is no length. */
u32 a_kind_beside_it(const u8 *message, u32 kind)
{
	return kind ? ((const struct hdr *)message)->id : 0; // verdict: overlay struct hdr open lc-short-buffer
}

/* No length at all: it is for the caller to know. */
u32 no_length(const u8 *message)
{
	return ((const struct hdr *)message)->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* A count of something else stands beside it, and a word says so. */
u32 a_flag_beside_it(const u8 *message, _Bool len)
{
	return len ? ((const struct hdr *)message)->id : 0; // verdict: overlay struct hdr open lc-short-buffer
}

/* The callers of a static function may have compared it. */
static u32 inner(const u8 *message, size_t len)
{
	return ((const struct hdr *)message)->id + (u32)len; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 outer(const u8 *message, size_t len)
{
	if (len < sizeof(struct hdr))
		return 0;
	return inner(message, len);
}

/* A function that is asked about the length may have compared it. */
int long_enough(const u8 *message, size_t len, size_t need);

u32 asks_a_function(const u8 *message, size_t len)
{
	if (!long_enough(message, len, sizeof(struct hdr)))
		return 0;
	return ((const struct hdr *)message)->id; // verdict: overlay struct hdr open lc-short-buffer
}
