// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: the result of a helper of layoutcheck.h is NULL where the bytes do
 * not suffice: who uses it has to look.
 */
// options: -Iinclude
#include <layoutcheck.h>

typedef unsigned char u8;
typedef unsigned int u32;

struct LC_WIRE hdr {
	u8 type, flags;
	lc_be16 length;
	lc_be32 id;
};

#define unlikely(x) __builtin_expect(!!(x), 0)

/* Nobody looks. */
u32 ignored(const u8 *buf, size_t len)
{
	const struct hdr *h = lc_ref_from_prefix(struct hdr, buf, len);

	return h->type; // warning: 'h->type' is used, but whether lc_ref_from_prefix returned NULL is not looked at on every way here [lc-short-buffer]
}

/* Somebody looks on one way, and goes on. */
u32 ignored_on_a_way(const u8 *buf, size_t len, int verbose)
{
	const struct hdr *h = lc_ref_from_prefix(struct hdr, buf, len);
	u32 sum = 0;

	if (verbose && !h)
		sum = 1;
	return sum + h->type; // warning: [lc-short-buffer]
}

/* The wrong way round. */
u32 reversed(const u8 *buf, size_t len)
{
	const struct hdr *h = lc_ref_from_suffix(struct hdr, buf, len);

	if (h)
		return 0;
	return h->type; // warning: [lc-short-buffer]
}

/* Written before it is looked at. */
int written(u8 *buf, size_t len)
{
	struct hdr *h = lc_ref_from_bytes(struct hdr, buf, len);

	h->type = 1; // warning: [lc-short-buffer]
	return h ? 0 : -1;
}

u32 looked_at(const u8 *buf, size_t len)
{
	const struct hdr *h = lc_ref_from_prefix(struct hdr, buf, len); // verdict: overlay struct hdr held lc_ref_from_prefix

	if (!h)
		return 0;
	return h->type;
}

u32 unlikely_to_fail(const u8 *buf, size_t len)
{
	const struct hdr *h = lc_ref_from_prefix(struct hdr, buf, len); // verdict: overlay struct hdr held lc_ref_from_prefix

	if (unlikely(!h))
		return 0;
	return h->type;
}

u32 both(const u8 *buf, size_t len, const u8 *more, size_t n)
{
	const struct hdr *h = lc_ref_from_prefix(struct hdr, buf, len); // verdict: overlay struct hdr held lc_ref_from_prefix
	const struct hdr *g = lc_ref_from_suffix(struct hdr, more, n); // verdict: overlay struct hdr held lc_ref_from_suffix

	if (!h || !g)
		return 0;
	return h->type + g->type;
}

u32 within_a_condition(const u8 *buf, size_t len)
{
	const struct hdr *h = lc_ref_from_prefix(struct hdr, buf, len); // verdict: overlay struct hdr held lc_ref_from_prefix

	return h && h->type == 3 ? h->flags : 0;
}

u32 in_a_loop(const u8 *buf, size_t len)
{
	const struct hdr *h;
	u32 sum = 0;

	while ((h = lc_take_prefix(struct hdr, &buf, &len))) // verdict: overlay struct hdr held lc_take_prefix
		sum += h->type;
	return sum;
}

/* With elements behind it: as many as were asked for, and no more. */
struct LC_WIRE list {
	lc_be16 type, count;
	struct hdr items[];
};

u32 elements(const u8 *buf, size_t len, size_t n)
{
	const struct list *l = lc_ref_from_prefix_with_elems(struct list, items, buf, len, n); // verdict: overlay struct list held lc_ref_from_prefix_with_elems
	u32 sum = 0;

	if (!l)
		return 0;
	for (size_t i = 0; i < n; i++)
		sum += l->items[i].type;
	return sum;
}

u32 slices(const u8 *buf, size_t len, size_t n)
{
	const struct hdr *h = lc_slice_from_prefix(struct hdr, buf, len, n); // verdict: overlay struct hdr proven lc-short-buffer
	u32 sum = 0;

	if (!h)
		return 0;
	for (size_t i = 0; i < n; i++)
		sum += h[i].type;
	return sum;
}

/* By way of a pointer that is NULL too where something else is not as it should be. */
u32 looked_at_by_another(const u8 *buf, size_t len)
{
	const struct hdr *r = lc_ref_from_prefix(struct hdr, buf, len);
	const struct hdr *h = r && r->flags ? r : NULL;

	return h ? h->type : 0;
}

u32 not_looked_at_by_another(const u8 *buf, size_t len, int other)
{
	const struct hdr *r = lc_ref_from_prefix(struct hdr, buf, len);
	const struct hdr *h = other ? r : NULL;

	return other ? h->type : 0; // warning: [lc-short-buffer]
}
