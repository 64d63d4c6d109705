// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-unchecked-length: forms met in drivers that are right, each beside one that
 * differs in what makes it right.
 */
#include <stddef.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef u16 __le16;
typedef u32 __le32;

struct sk_buff {
	u32 len;
	u8 *data;
};

int usb_control_msg(void *dev, u32 pipe, u8 request, u8 requesttype, u16 value, u16 index,
		    void *data, u16 size, int timeout);
void *grow(u32 size);
void *skb_pull(struct sk_buff *skb, u32 len);

struct entry {
	__le32 offset;
	__le32 length;
};

/* An entry is within what is there, by two comparisons of which one alone is too little. */
void copies_an_entry(struct sk_buff *skb, const struct entry *e, u8 *out)
{
	u32 offset = e->offset, length = e->length;

	if (offset > skb->len || length > skb->len - offset || length < 14)
		return;
	if (!grow(length))
		return;
	memcpy(out, skb->data + offset, length);
}

/* And with one alone. */
void copies_what_may_begin_at_the_end(struct sk_buff *skb, u8 *out)
{
	const struct entry *e = (const struct entry *)skb->data;
	u32 offset;

	if (skb->len < sizeof(*e))
		return;
	offset = e->offset;
	if (offset > skb->len)
		return;
	memcpy(out, skb->data + offset, 14); // warning: 'e->offset' says.*too much [lc-unchecked-length]
}

struct mux {
	u8 pad;
	u8 id;
	__le16 length;
	u8 data[];
};

/* Padding at the end: the more of it, the less is copied. */
void copies_all_but_the_padding(const u8 *buf, size_t len, u8 *out)
{
	const struct mux *m = (const struct mux *)buf;
	u32 pad;

	if (len < sizeof(*m) + 256 || m->pad & 0x80)
		return;
	pad = m->pad & 0x3f;
	memcpy(out, m->data, 256 - pad);
}

void copies_the_padding_too(const u8 *buf, size_t len, u8 *out)
{
	const struct mux *m = (const struct mux *)buf;
	u32 pad;

	if (len < sizeof(*m) + 256 || m->pad & 0x80)
		return;
	pad = m->pad & 0x3f;
	memcpy(out, m->data, 256 + pad); // warning: 'm->pad' says.*constant [lc-unchecked-length]
}

struct message {
	__le32 type;
	__le32 length;
	__le32 rest[];
};

/* A request that the program has built, and the answer into the same bytes. */
int asks(void *dev, struct message *m, int room)
{
	return usb_control_msg(dev, 0, 0, 0x21, 0, 0, m, (u16)m->length, 100);
}

/* What came before is another matter. */
int asks_again(void *dev, struct message *m, int room, u8 *out)
{
	u8 copy[64];

	if (usb_control_msg(dev, 0, 0, 0xa1, 0, 0, m, 64, 100) != 64)
		return -5;
	memcpy(copy, out, m->length); // warning: 'm->length' says [lc-unchecked-length]
	return copy[0];
}

struct store {
	__le16 length;
	u8 bytes[256];
};

/* What is kept so far and what is added are compared together with what there is room for. */
int appends(struct store *to, const u8 *element, size_t len)
{
	if (len < 2 || element[1] > len - 2)
		return -1;
	if (to->length + element[1] + 2 > 256)
		return -1;
	memcpy(to->bytes + to->length, element, element[1] + 2);
	return 0;
}

struct pd {
	__le16 offset;
	__le16 length;
	u8 payload[];
};

/* Compared where the packet came in, in this unit. */
int forwards(struct sk_buff *skb, u8 *out)
{
	const struct pd *pd = (const struct pd *)skb->data;

	if (skb->len < sizeof(*pd))
		return -1;
	memcpy(out, (const u8 *)pd + pd->offset, 6);
	skb_pull(skb, 4);
	return out[0];
}

int receives(struct sk_buff *skb, u8 *out)
{
	const struct pd *pd = (const struct pd *)skb->data;

	if (skb->len < sizeof(*pd) || pd->offset + 6u > skb->len)
		return -1;
	return forwards(skb, out);
}

/* Compared nowhere. */
int forwards_anything(struct sk_buff *skb, u8 *out)
{
	const struct pd *pd;

	if (skb->len < 4 + sizeof(*pd) || !skb_pull(skb, 4))
		return -1;
	pd = (const struct pd *)skb->data;
	memcpy(out, (const u8 *)pd + pd->length, 6); // warning: 'pd->length' says [lc-unchecked-length]
	return out[0];
}
