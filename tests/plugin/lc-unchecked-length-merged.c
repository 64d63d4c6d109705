// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A length out of bytes that merges with what is none: only the ways by which it
 * comes are asked for.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct sk_buff {
	u32 len;
	u8 *data;
};

struct remote {
	u16 keymap[16];
	int current;
	int kept;
};

/* The lower bits, or less than nothing for the first of two packets. */
static int key_of(int data)
{
	int key = (data >> 1) & 15;

	if (data & 64)
		key = -key;
	return key;
}

static int wide_key_of(int data)
{
	int key = (data >> 1) & 31;

	if (data & 64)
		key = -key;
	return key;
}

void kept_or_masked(struct remote *r, struct sk_buff *skb)
{
	int key;

	if (skb->len < 5)
		return;
	if (r->kept > 0)
		key = r->kept;
	else
		key = key_of(skb->data[4]); // verdict: length u8 proven lc-unchecked-length
	if (key >= 0)
		r->current = r->keymap[key];
}

void kept_or_masked_too_little(struct remote *r, struct sk_buff *skb)
{
	int key;

	if (skb->len < 5)
		return;
	if (r->kept > 0)
		key = r->kept;
	else
		key = wide_key_of(skb->data[4]);
	if (key >= 0)
		r->current = r->keymap[key]; // warning: keymap [lc-unchecked-length]
}

struct device {
	void *remote;
};

/* The same of an object that hangs on another. */
void kept_elsewhere_or_masked(struct device *d, struct sk_buff *skb)
{
	struct remote *r = d->remote;
	int key;

	if (skb->len < 5)
		return;
	if (r->kept > 0)
		key = r->kept;
	else
		key = key_of(skb->data[4]); // verdict: length u8 proven lc-unchecked-length
	if (key >= 0)
		r->current = r->keymap[key];
}

/* What is compared on its own way alone. */
void kept_or_compared(struct remote *r, struct sk_buff *skb)
{
	u32 key;

	if (skb->len < 5)
		return;
	if (r->kept > 0) {
		key = (u32)r->kept;
	} else {
		key = skb->data[4]; // verdict: length u8 proven lc-unchecked-length
		if (key >= 16)
			return;
	}
	r->current = r->keymap[key];
}

/* The other way is compared, and not its own. */
void kept_and_compared_or_not(struct remote *r, struct sk_buff *skb)
{
	u32 key;

	if (skb->len < 5)
		return;
	if (r->kept > 0) {
		key = (u32)r->kept;
		if (key >= 16)
			return;
	} else {
		key = skb->data[4];
	}
	r->current = r->keymap[key]; // warning: keymap [lc-unchecked-length]
}

/* Both ways are of the bytes, and one is not compared. */
void one_of_two(struct remote *r, struct sk_buff *skb)
{
	u32 key;

	if (skb->len < 6)
		return;
	if (r->kept > 0)
		key = skb->data[5] & 15;
	else
		key = skb->data[4];
	r->current = r->keymap[key]; // warning: skb->data \+ 4.*keymap|keymap.*skb->data \+ 4 [lc-unchecked-length]
}

void *memcpy(void *to, const void *from, size_t n);
void came(const u8 *name);

/* Where it begins merges with what is no length; how many are copied is one on either way. */
void begins_and_size(const u8 *buf, size_t len)
{
	const u8 *p = buf;
	u8 name[256];
	u32 n;

	if (len < 9)
		return;
	n = buf[0]; // verdict: length u8 open lc-unchecked-length
	if (n > len)
		return;
	if (len < 2)
		p = buf + n;
	memcpy(name, p + 2, n);
	came(name);
}

/* A walk that nothing comes to, and an offset that has nothing to do with it. */
u32 walk_and_offset(const u8 *buf, size_t len)
{
	const u8 *p = buf, *end = buf + len;
	u32 offset;

	if (len < 8)
		return 0;
	offset = buf[2]; // verdict: length u8 open lc-unchecked-length
	if (len < 4) {
		while (end - p >= 4 && p[3])
			p += p[3];
	}
	return p[offset]; // warning: offset.*says|buf \+ 2.*says [lc-unchecked-length]
}
