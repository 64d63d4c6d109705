// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: offsets that are not constant, but whose range is known.
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

static u8 bytes16[16];
static u8 bytes15[15];
static u8 bytes263[263];
static u8 bytes262[262];

/* A mask. */
u32 masked(unsigned x)
{
	return ((struct hdr *)(bytes16 + (x & 7)))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 masked_too_wide(unsigned x)
{
	return ((struct hdr *)(bytes16 + (x & 15)))->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 masked_one_byte_short(unsigned x)
{
	return ((struct hdr *)(bytes15 + (x & 8)))->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* A remainder. */
u32 remainder(unsigned x)
{
	return ((struct hdr *)(bytes16 + x % 9))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 remainder_too_wide(unsigned x)
{
	return ((struct hdr *)(bytes16 + x % 10))->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* The remainder of a negative is negative. */
u32 signed_remainder(int x)
{
	return ((struct hdr *)(bytes16 + x % 9))->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* A shift. */
u32 shifted(u32 x)
{
	return ((struct hdr *)(bytes16 + (x >> 29)))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 shifted_too_little(u32 x)
{
	return ((struct hdr *)(bytes16 + (x >> 28)))->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* The type of the index is its range: 255 + 8 bytes. */
u32 byte_index(u8 x)
{
	return ((struct hdr *)(bytes263 + x))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 byte_index_one_byte_short(u8 x)
{
	return ((struct hdr *)(bytes262 + x))->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 wider_index(u16 x)
{
	return ((struct hdr *)(bytes263 + x))->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* A comparison. */
u32 compared(size_t x)
{
	if (x > 8)
		return 0;
	return ((struct hdr *)(bytes16 + x))->id; // verdict: overlay struct hdr proven lc-short-buffer because x <= 8
}

u32 compared_too_wide(size_t x)
{
	if (x > 9)
		return 0;
	return ((struct hdr *)(bytes16 + x))->id; // warning: 'bytes16' [lc-short-buffer]
}

u32 compared_with_the_size_of_the_array(size_t x)
{
	if (x >= sizeof(bytes16))
		return 0;
	return ((struct hdr *)(bytes16 + x))->id; // warning: 'bytes16' [lc-short-buffer]
}

/* An upper bound alone lets negative offsets through. */
u32 compared_as_signed(int x)
{
	if (x > 8 || x < 0)
		return 0;
	return ((struct hdr *)(bytes16 + x))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 compared_as_signed_on_one_side(int x)
{
	if (x > 8)
		return 0;
	return ((struct hdr *)(bytes16 + x))->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* Certainly past the end. */
u32 certainly_past_the_end(size_t x)
{
	if (x <= 8)
		return 0;
	return ((struct hdr *)(bytes16 + x))->id; // warning: 'bytes16' [lc-short-buffer]; also verdict: overlay struct hdr refuted lc-short-buffer
}

/* A power of two of slots, and an index that is masked for it. */
u32 slot(unsigned i)
{
	return ((struct hdr *)bytes16)[i & 1].id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 slot_too_many(unsigned i)
{
	return ((struct hdr *)bytes16)[i & 3].id; // verdict: overlay struct hdr open lc-short-buffer
}

/* A sum of two ranges. */
u32 sum_of_ranges(unsigned x, unsigned y)
{
	return ((struct hdr *)(bytes16 + (x & 3) + (y & 5)))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 sum_of_ranges_too_wide(unsigned x, unsigned y)
{
	return ((struct hdr *)(bytes16 + (x & 3) + (y & 6)))->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* A multiple. */
u32 multiple(unsigned x)
{
	return ((struct hdr *)(bytes16 + 4 * (x & 2)))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Half the length lies within the length. */
u32 half_way(const u8 *buf, size_t len)
{
	if (len < 16)
		return 0;
	return ((const struct hdr *)(buf + len / 2))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 half_way_of_less(const u8 *buf, size_t len)
{
	if (len < 14)
		return 0;
	return ((const struct hdr *)(buf + len / 2))->id; // warning: 'buf' [lc-short-buffer]
}

/* The last record of a buffer. */
u32 last_record(const u8 *buf, size_t len)
{
	if (len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)(buf + len - sizeof(struct hdr)))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* What was needed was set aside once, and twice is needed. */
u32 behind_the_last_record(const u8 *buf, size_t len)
{
	if (len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)(buf + len - 4))->id; // warning: 'buf' [lc-short-buffer]; also verdict: overlay struct hdr refuted lc-short-buffer
}

/* A static function that walks a file by lengths which stand in it; nobody who calls it looks at the size. */
struct firmware {
	size_t size;
	const u8 *data;
};

struct region {
	u32 type, len;
};

static u32 load_file(const struct firmware *fw, u32 first)
{
	u32 at = first, sum = 0;

	while (at < fw->size) {
		const struct region *r = (const struct region *)(fw->data + at);

		sum += r->type; // warning: 'r->type' may reach 3 bytes past 'fw->data'.*'fw->size' is compared with too little [lc-short-buffer]
		at += 8;
	}
	return sum;
}

static u32 load_compared_file(const struct firmware *fw, u32 first)
{
	u32 at = first, sum = 0;

	while (at < fw->size) {
		const struct region *r = (const struct region *)(fw->data + at); // verdict: overlay struct region proven lc-short-buffer

		if (sizeof(*r) > fw->size - at)
			break;
		sum += r->type;
		at += 8;
	}
	return sum;
}

u32 load_both(const struct firmware *fw, const struct firmware *other)
{
	return load_file(fw, 16) + load_compared_file(other, 16);
}

/* Here the caller looks at the size: the steps may add up. */
static u32 load_records(const struct firmware *fw, u32 first)
{
	u32 at = first, sum = 0;

	while (at < fw->size) {
		const struct region *r = (const struct region *)(fw->data + at); // verdict: overlay struct region open lc-short-buffer

		sum += r->type;
		at += 8;
	}
	return sum;
}

u32 load_whole_records(const struct firmware *fw)
{
	return fw->size % sizeof(struct region) ? 0 : load_records(fw, 16);
}
