// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: a view that a function of the unit returns counts where it is
 * used, as if it were written out there.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct sk_buff {
	unsigned int len, data_len;
	u8 *head, *data;
};

struct hdr {
	u16 type, length;
	u32 id;
};

void take(u32 value);

/* An accessor. */
static inline struct hdr *hdr_of(const struct sk_buff *skb)
{
	return (struct hdr *)skb->data; // verdict: none
}

void used(struct sk_buff *skb)
{
	struct hdr *h = hdr_of(skb); // verdict: overlay struct hdr proven lc-short-buffer because len >= 8

	if (skb->len < sizeof(*h))
		return;
	take(h->id);
}

void used_with_too_little(struct sk_buff *skb)
{
	if (skb->len < 4)
		return;
	take(hdr_of(skb)->id); // warning: needs 8 bytes of 'skb->data'.*4 known [lc-short-buffer]
}

/* One accessor in another, at an offset. */
static inline const struct hdr *second_of(const struct sk_buff *skb)
{
	return (const struct hdr *)((const u8 *)hdr_of(skb) + sizeof(struct hdr));
}

void nested(struct sk_buff *skb)
{
	if (skb->len < 16)
		return;
	take(second_of(skb)->id); // verdict: overlay struct hdr proven lc-short-buffer
}

void nested_too_little(struct sk_buff *skb)
{
	if (skb->len < 12)
		return;
	take(second_of(skb)->id); // warning: needs 16 bytes of 'skb->data'.*12 known [lc-short-buffer]
}

/* Of a parameter's own bytes. */
static inline const struct hdr *at(const void *base, size_t offset)
{
	return (const struct hdr *)((const u8 *)base + offset);
}

void at_an_offset(const u8 *buf, size_t len)
{
	if (len < 12)
		return;
	take(at(buf, 4)->id); // verdict: overlay struct hdr proven lc-short-buffer
}

void at_too_large_an_offset(const u8 *buf, size_t len)
{
	if (len < 12)
		return;
	take(at(buf, 8)->id); // warning: needs 16 bytes of 'buf'.*12 known [lc-short-buffer]
}

void of_an_array(void)
{
	u8 bytes[12] = { 0 };

	take(at(bytes, 4)->id); // verdict: overlay struct hdr proven lc-short-buffer
	take(at(bytes, 8)->id); // warning: needs 16 bytes of 'bytes'.*only 12 [lc-short-buffer]
}

/* NULL, or a view that was checked. */
static const struct hdr *get(const u8 *buf, size_t len, size_t need)
{
	return len < need ? NULL : (const struct hdr *)buf;
}

void got(const u8 *buf, size_t len)
{
	const struct hdr *h = get(buf, len, sizeof(*h)); // verdict: overlay struct hdr proven lc-short-buffer because len >= need in get

	if (h)
		take(h->id);
}

void got_too_little(const u8 *buf, size_t len)
{
	const struct hdr *h = get(buf, len, 4);

	if (h)
		take(h->id); // warning: 'buf' as 'struct hdr' [lc-short-buffer]
}

/* What is kept as it is viewed is no view of bytes. */
struct packet {
	struct hdr *h;
	const u8 *payload;
};

static inline struct hdr *kept(struct packet *p)
{
	return p->h;
}

void used_as_kept(struct packet *p)
{
	take(kept(p)->id); // verdict: none
}
