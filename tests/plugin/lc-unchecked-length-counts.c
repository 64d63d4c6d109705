// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-unchecked-length: counts of entries that stand before them, each beside
 * one that is compared.
 */
#include <stddef.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef u16 __le16;
typedef u32 __le32;

struct entry {
	__le16 handle;
	__le16 count;
};

struct event {
	u8 num;
	u8 status;
	struct entry entries[];
};

struct table {
	__le32 count;
	__le32 entries[];
};

struct sk_buff {
	u32 len;
	u8 *data;
};

void use(u32);

/* Bluetooth: as many as the controller says. */
void uses_all_entries(struct sk_buff *skb)
{
	struct event *ev = (struct event *)skb->data;

	if (skb->len < sizeof(*ev))
		return;
	for (int i = 0; i < ev->num; i++)
		use(ev->entries[i].handle); // warning: 'skb->data'.*'ev->num' says.*not compared [lc-unchecked-length]
}

/* As many as are there. */
void uses_the_entries_that_are_there(struct sk_buff *skb)
{
	struct event *ev = (struct event *)skb->data;

	if (skb->len < sizeof(*ev))
		return;
	if (skb->len < sizeof(*ev) + ev->num * sizeof(ev->entries[0]))
		return;
	for (int i = 0; i < ev->num; i++)
		use(ev->entries[i].handle);
}

/* Exactly as many. */
void uses_the_entries_if_the_size_is_right(struct sk_buff *skb)
{
	struct event *ev = (struct event *)skb->data;

	if (skb->len < sizeof(*ev) ||
	    skb->len != sizeof(*ev) + ev->num * sizeof(ev->entries[0]))
		return;
	for (int i = 0; i < ev->num; i++)
		use(ev->entries[i].handle);
}

/* Each entry is compared in the loop. */
void compares_in_the_loop(struct sk_buff *skb)
{
	struct event *ev = (struct event *)skb->data;

	if (skb->len < sizeof(*ev))
		return;
	for (int i = 0; i < ev->num; i++) {
		if (skb->len < sizeof(*ev) + (i + 1) * sizeof(ev->entries[0]))
			break;
		use(ev->entries[i].handle);
	}
}

/* Backwards, with a pointer. */
void counts_down(struct sk_buff *skb)
{
	struct event *ev = (struct event *)skb->data;
	struct entry *e;
	unsigned int n;

	if (skb->len < sizeof(*ev))
		return;
	n = ev->num;
	for (e = ev->entries; n; n--, e++)
		use(e->handle); // warning: 'skb->data'.*'ev->num' says [lc-unchecked-length]
}

void counts_down_what_is_there(struct sk_buff *skb)
{
	struct event *ev = (struct event *)skb->data;
	struct entry *e;
	unsigned int n;

	if (skb->len < sizeof(*ev))
		return;
	n = ev->num;
	if (n > (skb->len - sizeof(*ev)) / sizeof(*e))
		return;
	for (e = ev->entries; n; n--, e++)
		use(e->handle);
}

/* The product comes round in 32 bits. */
u32 multiplies_in_32_bits(const u8 *buf, u32 len)
{
	const struct table *t = (const struct table *)buf;
	u32 sum = 0;

	if (len < sizeof(*t))
		return 0;
	if (t->count * 4 > len - 4)
		return 0;
	for (u32 i = 0; i < t->count; i++)
		sum += t->entries[i]; // warning: 'buf'.*'t->count' says.*may wrap [lc-unchecked-length]
	return sum;
}

/* A quotient cannot. */
u32 divides(const u8 *buf, u32 len)
{
	const struct table *t = (const struct table *)buf;
	u32 sum = 0;

	if (len < sizeof(*t))
		return 0;
	if (t->count > (len - 4) / 4)
		return 0;
	for (u32 i = 0; i < t->count; i++)
		sum += t->entries[i];
	return sum;
}

void *malloc(size_t);
int fill(void *, size_t);

struct link {
	u8 count;
	u8 possible[16];
	u32 active;
};

/* What the function has just made is its own. */
u32 counts_in_an_object_of_its_own(u32 active)
{
	struct link *l = malloc(sizeof(*l));
	u32 n = 0;

	if (!l)
		return 0;
	fill(l, sizeof(*l));
	for (int i = 0; i < l->count; i++)
		n += l->possible[i] == active;
	return n;
}

/* Read anew after a store: what was compared is another reading of the same. */
void compares_before_it_stores(struct sk_buff *skb, u8 *to)
{
	struct event *ev = (struct event *)skb->data;
	static u8 seen[64];

	if (skb->len < sizeof(*ev) || ev->num >= sizeof(seen))
		return;
	*to = 1;
	seen[ev->num] = 1;
}

/* Into an array on the stack. */
u32 fills_an_array(const u8 *buf, size_t len)
{
	u32 slots[8] = { 0 };
	u32 sum = 0;

	if (len < 1 + 255)
		return 0;
	for (int i = 0; i < buf[0]; i++)
		slots[i] = buf[1 + i]; // warning: 'slots'.*not compared [lc-unchecked-length]
	for (int i = 0; i < 8; i++)
		sum += slots[i];
	return sum;
}

u32 fills_an_array_as_far_as_it_goes(const u8 *buf, size_t len)
{
	u32 slots[8] = { 0 };
	u32 sum = 0;

	if (len < 1 + 255)
		return 0;
	for (int i = 0; i < buf[0] && i < 8; i++)
		slots[i] = buf[1 + i];
	for (int i = 0; i < 8; i++)
		sum += slots[i];
	return sum;
}
