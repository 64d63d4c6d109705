// SPDX-License-Identifier: GPL-2.0-or-later
// options: -ftrivial-auto-var-init=zero
/*
 * lc-unchecked-length: numbers that an inline function reads out of bytes, also
 * where the compiler initialises the variable that it reads into, and where it
 * takes a pointer to a number that the caller made of bytes.
 */
#include <stddef.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct sk_buff {
	unsigned int len;
	u8 *data;
};

void *skb_pull(struct sk_buff *skb, unsigned int len);

static inline u32 get_le32(const void *p)
{
	u32 value;

	memcpy(&value, p, sizeof(value));
	return value;
}

static inline u16 le16_at(const u16 *p)
{
	u16 value = *p;

	return value;
}

int packet(struct sk_buff *skb, u8 *to)
{
	u32 size;

	if (skb->len < 4)
		return -1;
	size = get_le32(skb->data) & 0x3fff;
	skb_pull(skb, 4);
	memcpy(to, skb->data, size); // warning: not compared [lc-unchecked-length]
	return 0;
}

int compared_packet(struct sk_buff *skb, u8 *to)
{
	u32 size;

	if (skb->len < 4)
		return -1;
	size = get_le32(skb->data) & 0x3fff;
	skb_pull(skb, 4);
	if (size > skb->len)
		return -1;
	memcpy(to, skb->data, size);
	return 0;
}

int copied(struct sk_buff *skb, u8 *to)
{
	if (skb->len < 4)
		return -1;
	memcpy(to, skb->data + 4, get_le32(skb->data)); // warning: not compared [lc-unchecked-length]
	return 0;
}

int number(struct sk_buff *skb, u8 *to)
{
	if (skb->len < 2)
		return -1;
	memcpy(to, skb->data + 2, le16_at((const u16 *)skb->data)); // warning: not compared [lc-unchecked-length]
	return 0;
}

int compared_number(struct sk_buff *skb, u8 *to)
{
	u16 n;

	if (skb->len < 2)
		return -1;
	n = le16_at((const u16 *)skb->data);
	if (n > skb->len - 2)
		return -1;
	memcpy(to, skb->data + 2, n);
	return 0;
}
