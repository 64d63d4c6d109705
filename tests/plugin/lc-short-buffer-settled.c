// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: what a static function needs of its parameters is settled at
 * each call in the unit: proven where all callers see to it, a finding at the
 * call that does not.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct hdr {
	u8 type, flags;
	u16 len;
	u32 id;
};

struct sk_buff {
	unsigned int len, data_len;
	u8 *head, *data;
};

void take(u32 value);
void *skb_pull(struct sk_buff *skb, unsigned int n);
u32 out_of_sight(const u8 *buf);

/* No length comes with it: whoever calls has one. */
static u32 id_of(const u8 *p)
{
	return ((const struct hdr *)p)->id; // verdict: overlay struct hdr proven lc-short-buffer because at all 2 calls.*len >= 8
}

u32 checks(const u8 *buf, size_t len)
{
	return len < sizeof(struct hdr) ? 0 : id_of(buf);
}

u32 has_enough(void)
{
	u8 buf[12] = { 0 };

	return id_of(buf + 4);
}

/* With its length, through one more function. */
static u32 inner(const u8 *buf, size_t len)
{
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer because at its call.*len >= 9
}

static u32 middle(const u8 *buf, size_t len)
{
	return inner(buf + 1, len - 1);
}

u32 outer(const u8 *buf, size_t len)
{
	return len < 9 ? 0 : middle(buf, len);
}

/* A record that holds pointer and length, of which the function takes a byte off. */
static void handle(struct sk_buff *skb)
{
	skb_pull(skb, 1);
	take(((const struct hdr *)skb->data)->id); // verdict: overlay struct hdr proven lc-short-buffer because at its call.*skb->len >= 9
}

void receive(struct sk_buff *skb)
{
	if (skb->len < 9)
		return;
	handle(skb);
}

/* One byte too few. */
static void handle_more(struct sk_buff *skb)
{
	skb_pull(skb, 1);
	take(((const struct hdr *)skb->data)->id); // verdict: overlay struct hdr open lc-short-buffer
}

void receive_less(struct sk_buff *skb)
{
	if (skb->len < 8)
		return;
	handle_more(skb); // warning: id' in 'handle_more .*needs 8 bytes of 'skb->data'.*too little: 7 known [lc-short-buffer]
}

/* Where the function itself compares with a part, the rest is the caller's. */
static u32 of_kind(const u8 *buf, size_t len, int kind)
{
	if (kind == 2)
		return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
	return 0;
}

u32 of_another_kind(const u8 *buf, size_t len)
{
	return len < 4 ? 0 : of_kind(buf, len, 1);
}

u32 of_that_kind(const u8 *buf, size_t len)
{
	return len < 8 ? 0 : of_kind(buf, len, 2);
}

/* One of several callers compares nothing, with the length at hand. */
static u32 of_careless(const u8 *buf, size_t len)
{
	return ((const struct hdr *)buf)->id;
}

u32 careful(const u8 *buf, size_t len)
{
	return len >= 8 ? of_careless(buf, len) : 0;
}

u32 careless(const u8 *buf, size_t len)
{
	return of_careless(buf, len); // warning: id' in 'of_careless .*needs 8 bytes of 'buf' .*'len' is not compared.* [lc-short-buffer]
}

/* Too small an object. */
static u32 of_object(const u8 *p)
{
	return ((const struct hdr *)p)->id;
}

u32 too_small(void)
{
	u8 buf[6] = { 0 };

	take(buf[0]);
	return of_object(buf); // warning: needs 8 bytes of 'buf'.*only 6 [lc-short-buffer]
}

/* It is not certain that such a caller comes there. */
static u32 of_long(const u8 *p)
{
	return p[0] == 2 ? ((const struct hdr *)p)->id : 0; // verdict: overlay struct hdr open lc-short-buffer
}

u32 hands_over_short(void)
{
	u8 buf[6] = { 0 };

	return of_long(buf);
}

/* One that calls itself is left open. */
static u32 recurses(const u8 *buf, size_t len)
{
	u32 id = ((const struct hdr *)buf)->id; // verdict: overlay struct hdr open lc-short-buffer

	return id && len > 8 ? recurses(buf + 8, len - 8) : id;
}

u32 starts(const u8 *buf, size_t len)
{
	return len < 8 ? 0 : recurses(buf, len);
}

/* And one that callers out of sight may call is theirs to see to. */
static u32 by_pointer(const u8 *buf)
{
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 (*pointer)(const u8 *buf) = by_pointer;

u32 calls_it_too(const u8 *buf, size_t len)
{
	return len < 8 ? 0 : by_pointer(buf);
}

/* A length narrower than int is promoted on the way. */
static u32 of_short_length(u16 n, const u8 *data)
{
	if (n < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)data)->id; // verdict: overlay struct hdr proven lc-short-buffer because at its call.*skb->len
}

u32 hands_over_a_part(struct sk_buff *skb)
{
	u16 n = skb->data_len;

	return n > skb->len ? 0 : of_short_length(n, skb->data);
}
