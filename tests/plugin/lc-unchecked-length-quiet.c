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

/* What holds addresses is the program's own, though it is in the order of the device. */
struct adapter {
	void *device;
	struct {
		__le32 count;
		u8 keys[16][22];
	} list;
};

void forgets_a_key(struct adapter *ad)
{
	for (u32 i = 0; i < ad->list.count; i++)
		memset(ad->list.keys[i], 0, sizeof(ad->list.keys[i]));
}

/* A message of the same kind has none. */
struct list {
	__le32 count;
	u8 keys[16][22];
	u32 end;
};

int forgets_a_key_of_a_message(void *dev)
{
	struct list list;

	if (usb_control_msg(dev, 0, 0, 0xa1, 0, 0, &list, sizeof(list), 100) != sizeof(list))
		return -5;
	for (u32 i = 0; i < list.count; i++)
		memset(list.keys[i], 0, sizeof(list.keys[i])); // warning: 'list.count' says [lc-unchecked-length]
	return list.keys[0][0];
}

/* Builds records one after the other, by the lengths that it has just written. */
void builds_records(u8 *buf, size_t len)
{
	u8 *p = buf;

	if (len < 4)
		return;
	p[0] = 1;
	p[1] = 2;
	p += p[1] + 2;
	p[0] = 3;
}

/* By what stood there. */
void builds_on_what_stood_there(u8 *buf, size_t len)
{
	u8 *p = buf;

	if (len < 4)
		return;
	p[0] = 1;
	p += p[1] + 2;
	p[0] = 3; // warning: into 'buf' as .* says.*not compared [lc-unchecked-length]
}

/* A signed rest: what is left after this record is compared before the next is looked at. */
int finds_vendor(const u8 *buf, u32 len)
{
	const u8 *e = buf;
	int rest = (int)len, n = 0;

	if (len < 2)
		return 0;
	while (e) {
		n += e[0] == 221;
		rest -= e[1] + 2;
		if (rest <= 2)
			e = NULL;
		else
			e += e[1] + 2;
	}
	return n;
}

void say(u32);

/* A table's function that has a length because all of them have one; who calls it worked that out. */
static int decode_entries(const u8 *p, size_t len)
{
	(void)len;
	for (u32 i = 0; i < p[4]; i++)
		say(p[5 + i * 10]);
	return 1;
}

static int decode_entries_of(const u8 *p, size_t len)
{
	if (len < 5)
		return 0;
	for (u32 i = 0; i < p[4]; i++)
		say(p[5 + i * 10]); // warning: into 'p' as .* says.*not compared [lc-unchecked-length]
	return 1;
}

int (*const decoders[])(const u8 *, size_t) = { decode_entries, decode_entries_of };
