// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: helpers of the unit that hand a view, or a length, out
 * through a pointer.
 */
#include <stdbool.h>
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
	return h->id; // verdict: overlay struct hdr proven lc-short-buffer because len >= 8 in get
}

/* The view goes on past what was compared. */
u32 uses_the_next(const u8 *buf, size_t len)
{
	const struct hdr *h;

	if (get(buf, len, &h))
		return 0;
	return h[1].id; // warning: needs 16 bytes of 'buf' [lc-short-buffer]; also verdict: overlay struct hdr open lc-short-buffer
}

/* Nobody looked at what the helper says. */
static bool get_any(const u8 *buf, const struct hdr **out)
{
	if (!buf)
		return false;
	*out = (const struct hdr *)buf;
	return true;
}

u32 uses_any(const u8 *buf, size_t len)
{
	const struct hdr *h;

	if (!get_any(buf, &h))
		return 0;
	return h->id; // warning: needs 8 bytes of 'buf'.*'len' is not compared [lc-short-buffer]; also verdict: overlay struct hdr open lc-short-buffer
}

u32 uses_any_compared(const u8 *buf, size_t len)
{
	const struct hdr *h;

	if (len < sizeof(*h) || !get_any(buf, &h))
		return 0;
	return h->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* NULL where there is none; at an offset that the helper was given. */
static void get_at(const u8 *buf, size_t len, size_t at, const struct hdr **out)
{
	*out = at <= len && len - at >= sizeof(struct hdr) ? (const struct hdr *)(buf + at) : NULL;
}

u32 uses_at(const u8 *buf, size_t len, size_t at)
{
	const struct hdr *h;

	get_at(buf, len, at, &h);
	return h ? h->id : 0;
}

/* One of two, or what was there before: which of them is not known, so nothing is said. */
static int get_one(const u8 *one, const u8 *two, int which, const struct hdr **out)
{
	if (which == 1) {
		*out = (const struct hdr *)one;
		return 1;
	}
	if (which == 2) {
		*out = (const struct hdr *)two;
		return 2;
	}
	return 0;
}

u32 uses_one(int which)
{
	static const u8 one[8], two[4];
	const struct hdr *h = (const struct hdr *)one;

	get_one(one, two, which, &h);
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
	return ((const struct hdr *)rest)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 uses_rest_too_far(const u8 *buf, size_t len)
{
	const u8 *rest;
	size_t left;

	if (rest_of(buf, len, &rest, &left) || left < 4)
		return 0;
	return ((const struct hdr *)rest)->id; // warning: needs 12 bytes of 'buf' [lc-short-buffer]; also verdict: overlay struct hdr open lc-short-buffer
}

/* The members of a cursor that a helper sets up. */
struct cursor {
	const u8 *at;
	size_t left;
};

static void begin(struct cursor *c, const u8 *buf, size_t len)
{
	c->at = buf;
	c->left = len;
}

u32 uses_cursor(const u8 *buf, size_t len)
{
	struct cursor c;

	begin(&c, buf, len);
	if (c.left < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)c.at)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 uses_cursor_unasked(const u8 *buf, size_t len)
{
	struct cursor c;

	begin(&c, buf, len);
	return ((const struct hdr *)c.at)->id; // warning: needs 8 bytes [lc-short-buffer]; also verdict: overlay struct hdr open lc-short-buffer
}

/* A pair of pointer and length, whose bytes the helper has looked for itself. */
struct sk_buff {
	u8 *data;
	u32 len;
};

static bool get_of_pair(struct sk_buff *p, struct hdr **out)
{
	if (p->len < sizeof(struct hdr))
		return false;
	*out = (struct hdr *)p->data;
	return true;
}

u32 uses_pair(struct sk_buff *p)
{
	struct hdr *h;

	if (!get_of_pair(p, &h))
		return 0;
	return h->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* The helper asks another, which may do anything: nothing is said. */
bool pskb_may_pull(struct sk_buff *skb, unsigned int len);

static bool get_pulled(struct sk_buff *skb, struct hdr **out)
{
	if (!pskb_may_pull(skb, sizeof(struct hdr)))
		return false;
	*out = (struct hdr *)skb->data;
	return true;
}

u32 uses_pulled(struct sk_buff *skb)
{
	struct hdr *h;

	if (!get_pulled(skb, &h))
		return 0;
	return h->id;
}
