// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: elements behind a header that a helper of layoutcheck.h hands out
 * are held by it, as many as were asked for or as were counted.
 */
// options: -Iinclude
#include <layoutcheck.h>

typedef unsigned char u8;
typedef unsigned int u32;

struct LC_FROM_BYTES item {
	u32 id;
	u32 value;
};

struct LC_FROM_BYTES list {
	u32 count;
	u8 kind;
	u8 reserved[3];
	struct item items[];
};

/* The elements begin before the end of what sizeof says. */
struct LC_FROM_BYTES tail {
	u32 count;
	u8 kind;
	u8 data[];
};

u32 as_many_as_asked_for(const u8 *buf, size_t len, size_t n)
{
	const struct list *l = lc_ref_from_prefix_with_elems(struct list, items, buf, len, n); // verdict: overlay struct list held lc_ref_from_prefix_with_elems; also verdict: overlay struct list proven lc-short-buffer; also verdict: overlay struct list proven lc-misaligned
	u32 sum = 0;

	if (!l)
		return 0;
	for (size_t i = 0; i < n; i++)
		sum += l->items[i].value;
	return sum + l->count;
}

/* A negative number of elements is none that a buffer has. */
u32 of_a_signed_number(const u8 *buf, int len, int n)
{
	const struct list *l = lc_ref_from_prefix_with_elems(struct list, items, buf, len, n); // verdict: overlay struct list proven lc-short-buffer
	u32 sum = 0;

	if (!l)
		return 0;
	for (int i = 0; i < n; i++)
		sum += l->items[i].value;
	return sum;
}

/* The header is there whole, however few the elements. */
struct tail whole_header;
u32 header_longer_than_where_they_begin(const u8 *buf, size_t len, u32 n)
{
	const struct tail *t = lc_ref_from_prefix_with_elems(struct tail, data, buf, len, n); // verdict: overlay struct tail proven lc-short-buffer

	if (!t)
		return 0;
	whole_header = *t;
	return n ? t->data[n - 1] : 0;
}

u32 one_more_than_asked_for(const u8 *buf, size_t len, size_t n)
{
	const struct list *l = lc_ref_from_prefix_with_elems(struct list, items, buf, len, n); // verdict: overlay struct list open lc-short-buffer
	u32 sum = 0;

	if (!l)
		return 0;
	for (size_t i = 0; i <= n; i++)
		sum += l->items[i].value;
	return sum;
}

/* It wraps where the number was multiplied before: 1 << 29 elements of eight bytes are none. */
u32 product_that_wraps(const u8 *buf, u32 len, u32 n)
{
	const struct list *l;

	if (n == 0 || len < sizeof(*l) || len - sizeof(*l) < n * (u32)sizeof(struct item))
		return 0;
	l = lc_ref_from_prefix(struct list, buf, len); // verdict: overlay struct list open lc-short-buffer
	return l ? l->items[n - 1].value : 0;
}

u32 as_many_as_fit(const u8 *buf, size_t len)
{
	size_t n;
	const struct list *l = lc_ref_from_prefix_max_elems(struct list, items, buf, len, &n); // verdict: overlay struct list held lc_ref_from_prefix_max_elems; also verdict: overlay struct list proven lc-short-buffer; also verdict: overlay struct list proven lc-misaligned
	u32 sum = 0;

	if (!l)
		return 0;
	for (size_t i = 0; i < n; i++)
		sum += l->items[i].value;
	return sum + l->count;
}

u32 more_than_fit(const u8 *buf, size_t len)
{
	size_t n;
	const struct list *l = lc_ref_from_prefix_max_elems(struct list, items, buf, len, &n); // verdict: overlay struct list open lc-short-buffer

	return l ? l->items[n].value : 0;
}

/* What the bytes say of their number is another number. */
u32 number_from_the_bytes(const u8 *buf, size_t len)
{
	size_t n;
	const struct list *l = lc_ref_from_prefix_max_elems(struct list, items, buf, len, &n); // verdict: overlay struct list open lc-short-buffer
	u32 sum = 0;

	if (!l)
		return 0;
	for (u32 i = 0; i < l->count; i++)
		sum += l->items[i].value; // warning: 'l->items\[i\].value' reaches as far into 'buf' as 'l->count' says.* not compared [lc-unchecked-length]
	return sum;
}

u32 number_from_the_bytes_compared(const u8 *buf, size_t len)
{
	size_t n;
	const struct list *l = lc_ref_from_prefix_max_elems(struct list, items, buf, len, &n); // verdict: overlay struct list proven lc-short-buffer
	u32 sum = 0;

	if (!l || l->count > n)
		return 0;
	for (u32 i = 0; i < l->count; i++)
		sum += l->items[i].value;
	return sum;
}

u32 several(const u8 *buf, size_t len, size_t n)
{
	const struct item *t = lc_slice_from_prefix(struct item, buf, len, n); // verdict: overlay struct item held lc_slice_from_prefix; also verdict: overlay struct item proven lc-short-buffer

	return t && n > 3 ? t[3].value + t[n - 1].value : 0;
}

u32 at_the_end(const u8 *buf, size_t len)
{
	const struct item *t = lc_ref_from_suffix(struct item, buf, len); // verdict: overlay struct item held lc_ref_from_suffix; also verdict: overlay struct item proven lc-short-buffer

	return t ? t->value : 0;
}

u32 the_whole(const u8 *buf, size_t len)
{
	const struct item *t = lc_ref_from_bytes(struct item, buf, len); // verdict: overlay struct item held lc_ref_from_bytes; also verdict: overlay struct item proven lc-short-buffer

	return t ? t->value : 0;
}

u32 one_after_the_other(const u8 *buf, size_t len)
{
	const struct item *t;
	u32 sum = 0;

	while ((t = lc_take_prefix(struct item, &buf, &len))) // verdict: overlay struct item held lc_take_prefix; also verdict: overlay struct item proven lc-short-buffer
		sum += t->value;
	return sum;
}
