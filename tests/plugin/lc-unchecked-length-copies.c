// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-unchecked-length: a copy that takes its size from the bytes, each beside
 * one that compares it, and lengths that need no comparison.
 */
#include <stddef.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef u16 __le16;
typedef u16 __be16;
typedef u32 __le32;

struct hdr {
	u8 type;
	u8 len;
	__le16 count;
	u8 data[];
};

struct sk_buff {
	u32 len;
	u8 *data;
};

/* Into an object that is smaller than a byte can say. */
int copies_into_a_small_object(const u8 *buf, size_t len, u8 *out)
{
	const struct hdr *h = (const struct hdr *)buf;
	u8 name[32];

	if (len < sizeof(*h))
		return -1;
	memcpy(name, out, h->len); // warning: 'name'.*'h->len' says.*not compared [lc-unchecked-length]
	return name[0];
}

/* A byte says no more than 255. */
int copies_into_an_object_that_is_large_enough(const u8 *buf, size_t len, u8 *out)
{
	const struct hdr *h = (const struct hdr *)buf;
	u8 name[256];

	if (len < sizeof(*h))
		return -1;
	memcpy(name, out, h->len);
	return name[0];
}

/* Compared with what it fills. */
int compares_with_the_object(const u8 *buf, size_t len, u8 *out)
{
	const struct hdr *h = (const struct hdr *)buf;
	u8 name[32];

	if (len < sizeof(*h) || h->len > sizeof(name))
		return -1;
	memcpy(name, out, h->len);
	return name[0];
}

/* Compared with more than what it fills. */
int compares_with_too_much(const u8 *buf, size_t len, u8 *out)
{
	const struct hdr *h = (const struct hdr *)buf;
	u8 name[32];

	if (len < sizeof(*h) || h->len > 64)
		return -1;
	memcpy(name, out, h->len); // warning: 'name'.*compared with too much [lc-unchecked-length]
	return name[0];
}

/* Half of what a byte can say: a comparison that GCC makes one of its sign. */
int compares_with_half_of_a_byte(const u8 *buf, size_t len)
{
	static const u8 table[128] = { 1 };

	if (len < 3 || buf[1] >= 128)
		return -1;
	return table[buf[1]];
}

int compares_with_the_other_half(const u8 *buf, size_t len)
{
	static const u8 table[128] = { 1 };

	if (len < 3 || buf[1] < 128)
		return -1;
	return table[buf[1]]; // warning: 'table'.*is too much [lc-unchecked-length]
}

/* A mask leaves little enough. */
int masks_it(const u8 *buf, size_t len, u8 *out)
{
	const struct hdr *h = (const struct hdr *)buf;
	u8 name[32];

	if (len < sizeof(*h))
		return -1;
	memcpy(name, out, h->len & 0x1f);
	return name[0];
}

/* A mask leaves too much. */
int masks_too_little_away(const u8 *buf, size_t len, u8 *out)
{
	const struct hdr *h = (const struct hdr *)buf;
	u8 name[32];

	if (len < sizeof(*h))
		return -1;
	memcpy(name, out, h->len & 0x3f); // warning: 'name'.*not compared [lc-unchecked-length]
	return name[0];
}

/* Out of the bytes, further than they go. */
int copies_out_of_the_bytes(const u8 *buf, size_t len, u8 *out)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (len < sizeof(*h))
		return -1;
	memcpy(out, h->data, h->len); // warning: 'buf'.*'h->len' says, which stands in the bytes themselves [lc-unchecked-length]
	return 0;
}

/* Compared with what is left. */
int compares_with_what_is_left(const u8 *buf, size_t len, u8 *out)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (len < sizeof(*h) || h->len > len - sizeof(*h))
		return -1;
	memcpy(out, h->data, h->len);
	return 0;
}

/* A swapped length is as untrusted as it was. */
int swaps_and_copies(struct sk_buff *skb, u8 *out)
{
	struct hdr *h;

	if (skb->len < sizeof(*h))
		return -1;
	h = (struct hdr *)skb->data;
	memcpy(out, h->data, __builtin_bswap16(h->count)); // warning: 'h->count' says [lc-unchecked-length]
	return 0;
}

/* The same, compared. */
int swaps_and_compares(struct sk_buff *skb, u8 *out)
{
	struct hdr *h;

	if (skb->len < sizeof(*h))
		return -1;
	h = (struct hdr *)skb->data;
	if (skb->len - sizeof(*h) < __builtin_bswap16(h->count))
		return -1;
	memcpy(out, h->data, __builtin_bswap16(h->count));
	return 0;
}

/* Two bytes put together. */
int puts_bytes_together(const u8 *buf, size_t len, u8 *out)
{
	u16 n;

	if (len < 4)
		return -1;
	n = (u16)(buf[2] | buf[3] << 8);
	memcpy(out, buf + 4, n); // warning: 'buf'.*says, which stands in the bytes themselves [lc-unchecked-length]
	return 0;
}

/* Put together, and compared. */
int puts_bytes_together_and_compares(const u8 *buf, size_t len, u8 *out)
{
	u16 n;

	if (len < 4)
		return -1;
	n = (u16)(buf[2] | buf[3] << 8);
	if (n > len - 4)
		return -1;
	memcpy(out, buf + 4, n);
	return 0;
}

/* The smaller of the two. */
int takes_the_smaller(const u8 *buf, size_t len, u8 *out, size_t room)
{
	size_t n;

	if (len < 2)
		return -1;
	n = buf[1];
	if (n > len - 2)
		n = len - 2;
	memcpy(out, buf + 2, n);
	return 0;
}

/* A bound that is not known here may be enough. */
int compares_with_a_bound_from_elsewhere(const u8 *buf, size_t len, u8 *out, size_t room)
{
	if (len < 2)
		return -1;
	if (buf[1] > room)
		return -1;
	memcpy(out, buf + 2, buf[1]);
	return 0;
}

/* The lower end is compared, the upper is not. */
int compares_the_wrong_end(const u8 *buf, size_t len, u8 *out)
{
	if (len < 2)
		return -1;
	if (buf[1] < 2)
		return -1;
	memcpy(out, buf + 2, buf[1] - 2); // warning: 'buf'.*not compared [lc-unchecked-length]
	return 0;
}

int length_is_fine(const struct hdr *h, size_t len);

/* Who was asked about it may have compared it. */
int asks_another_function(const u8 *buf, size_t len, u8 *out)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (len < sizeof(*h) || !length_is_fine(h, len))
		return -1;
	memcpy(out, h->data, h->len);
	return 0;
}

struct config {
	u32 flags;
	u8 key[16];
	u32 seq;
};

/* A member is no larger than it is declared. */
void copies_into_a_member(struct config *c, struct sk_buff *skb)
{
	struct hdr *h = (struct hdr *)skb->data;

	if (skb->len < sizeof(*h) + 255)
		return;
	memcpy(c->key, h->data, h->len); // warning: 'c->key'.*'h->len' says [lc-unchecked-length]
}

/* The same, compared. */
void copies_into_a_member_what_fits(struct config *c, struct sk_buff *skb)
{
	struct hdr *h = (struct hdr *)skb->data;

	if (skb->len < sizeof(*h) + 255)
		return;
	if (h->len > sizeof(c->key))
		return;
	memcpy(c->key, h->data, h->len);
}

void *malloc(size_t);

/* Room for as much as is copied. */
u8 *makes_room(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;
	u8 *copy;

	if (len < sizeof(*h) + 255)
		return NULL;
	copy = malloc(h->len);
	if (copy)
		memcpy(copy, h->data, h->len);
	return copy;
}
