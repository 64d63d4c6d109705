// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: lengths that take a way round before they are compared, that
 * change, and that belong to something else.
 */
#include <stddef.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct hdr {
	u8 type;
	u8 flags;
	u16 length;
	u32 id;
};

void take(const u8 **buf, size_t *len, size_t n);
void measure(size_t *len);
u32 step_of(const u8 *p);

/* A signed copy is compared. */
u32 signed_copy(const u8 *buf, size_t len)
{
	int n = (int)len;

	if (n < 8)
		return 0;
	return ((const struct hdr *)buf)->id;
}

/* Words are counted: two of four bytes. */
u32 in_words(const u8 *buf, size_t len)
{
	if (len / 4 < 2)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 in_words_too_few(const u8 *buf, size_t len)
{
	if (len / 4 < 1)
		return 0;
	return ((const struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
}

u32 in_words_by_a_shift(const u8 *buf, size_t len)
{
	if (len >> 2 < 2)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Something is added on both sides. */
u32 with_a_trailer(const u8 *buf, u32 len)
{
	if (len < sizeof(struct hdr) + 4)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 added_to(const u8 *buf, int len)
{
	if (len + 4 < 12)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 added_to_and_too_little(const u8 *buf, int len)
{
	if (len + 4 < 8)
		return 0;
	return ((const struct hdr *)buf)->id; // warning: too little: 4 known [lc-short-buffer]
}

/* What is needed grows with the options. */
u32 need_grows(const u8 *buf, size_t len, int options)
{
	size_t need = sizeof(struct hdr);

	if (options & 1)
		need += 4;
	if (options & 2)
		need += 8;
	if (len < need)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Equal to another that was compared. */
u32 equal_to_another(const u8 *buf, size_t len, size_t other)
{
	if (len != other || other < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* All short lengths are refused one by one. */
u32 short_ones_refused(const u8 *buf, size_t len)
{
	switch (len) {
	case 0 ... 7:
		return 0;
	default:
		return ((const struct hdr *)buf)->id;
	}
}

/* Compared before the loop, and no more in it. */
u32 only_before_the_loop(const u8 *buf, size_t len, unsigned n)
{
	u32 sum = 0;

	if (len < sizeof(struct hdr))
		return 0;
	while (n--) {
		sum += ((const struct hdr *)buf)->id; // verdict: overlay struct hdr open lc-short-buffer
		buf += sizeof(struct hdr);
	}
	return sum;
}

/* The whole of it is compared before the loop. */
u32 the_whole_before_the_loop(const u8 *buf, size_t len, u8 n)
{
	u32 sum = 0, i;

	if (len < n * sizeof(struct hdr))
		return 0;
	for (i = 0; i < n; i++)
		sum += ((const struct hdr *)buf)[i].id; // verdict: overlay struct hdr proven lc-short-buffer
	return sum;
}

/* Pointer and length are advanced by another function. */
u32 advanced_elsewhere(const u8 *buf, size_t len)
{
	take(&buf, &len, 4);
	if (len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id;
}

/* The length alone is changed by another function: what is compared is another value. */
u32 measured_elsewhere(const u8 *buf, size_t len)
{
	measure(&len);
	if (len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* Set to a constant. */
u32 overwritten(const u8 *buf, size_t len)
{
	len = 64;
	if (len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf'.*'len' is not compared [lc-short-buffer]
}

/* The name says to which of two it belongs. */
u32 named_after_the_other(u8 *dst, const u8 *src, size_t dst_len)
{
	dst[0] = (u8)dst_len;
	return ((const struct hdr *)src)->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 named_after_the_first(const u8 *src, u8 *dst, size_t src_len)
{
	dst[0] = (u8)src_len;
	((struct hdr *)dst)->id = 1; // verdict: overlay struct hdr open lc-short-buffer
	return ((const struct hdr *)src)->id; // warning: needs 8 bytes of 'src'.*'src_len' is not compared [lc-short-buffer]
}

/* An offset stands between them. */
u32 an_offset_between(const u8 *buf, size_t offset, size_t len)
{
	if (offset > len || len - offset < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)(buf + offset))->id;
}

/* Lengths that are loaded twice are one, if nothing was stored in between. */
struct view {
	const u8 *bytes;
	size_t bytes_len;
};

u32 loaded_twice(const struct view *v)
{
	if (v->bytes_len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)v->bytes)->id;
}

/* A magic number at the front was compared byte by byte: it says nothing of the rest. */
u32 magic_first(const u8 *buf, size_t len)
{
	if (len < 4 || memcmp(buf, "HDR1", 4))
		return 0;
	return ((const struct hdr *)buf)->id; // warning: too little: 4 known [lc-short-buffer]
}

/* A pointer that steps as another function says. */
u32 steps_as_another_says(const u8 *buf, size_t len)
{
	const u8 *p = buf, *end = buf + len;
	u32 sum = 0;

	while (p < end && end - p >= (ptrdiff_t)sizeof(struct hdr)) {
		sum += ((const struct hdr *)p)->id; // verdict: overlay struct hdr proven lc-short-buffer
		p += step_of(p);
	}
	return sum;
}

/* Two lengths, the smaller of which counts. */
u32 both_compared(const u8 *buf, size_t len, size_t limit)
{
	if (limit < len)
		len = limit;
	if (len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 the_larger_is_compared(const u8 *buf, size_t len, size_t limit)
{
	if (limit > len)
		len = limit;
	if (len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr open lc-short-buffer
}
