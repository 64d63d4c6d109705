// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-unchecked-length: a length that is compared with how much came, and then
 * says how much goes into an array that may be smaller; each beside one that
 * the array is large enough for.
 */
#include <stddef.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned int u32;

struct element {
	u8 type;
	u8 len;
	u8 data[];
};

struct sk_buff {
	u32 len;
	u8 *data;
};

struct kept {
	u8 name[32];
	u8 used;
	u8 wide[255];
};

int takes_what_came(struct sk_buff *skb, struct kept *k)
{
	const struct element *e = (const struct element *)skb->data;

	if (skb->len < sizeof(*e) || skb->len - sizeof(*e) < e->len)
		return -1;
	memcpy(k->name, e->data, e->len); // warning: 'k->name' as 'e->len' says.*with what came.*not with the room in 'k->name' [lc-unchecked-length]
	return 0;
}

int takes_what_has_room(struct sk_buff *skb, struct kept *k)
{
	const struct element *e = (const struct element *)skb->data;

	if (skb->len < sizeof(*e) || skb->len - sizeof(*e) < e->len || e->len > sizeof(k->name))
		return -1;
	memcpy(k->name, e->data, e->len);
	return 0;
}

/* A byte says no more than there is room for. */
int takes_a_byte(struct sk_buff *skb, struct kept *k)
{
	const struct element *e = (const struct element *)skb->data;

	if (skb->len < sizeof(*e) || skb->len - sizeof(*e) < e->len)
		return -1;
	memcpy(k->wide, e->data, e->len);
	return 0;
}

/* No more came than there is room for. */
int takes_of_a_short_packet(struct sk_buff *skb, struct kept *k)
{
	const struct element *e = (const struct element *)skb->data;

	if (skb->len < sizeof(*e) || skb->len > 40 || skb->len - sizeof(*e) < e->len)
		return -1;
	memcpy(k->name, e->data, e->len);
	return 0;
}

/* Somebody here knows how much is wanted. */
int takes_up_to(struct sk_buff *skb, struct kept *k, u32 most)
{
	const struct element *e = (const struct element *)skb->data;

	if (skb->len < sizeof(*e) || skb->len - sizeof(*e) < e->len || e->len > most)
		return -1;
	memcpy(k->name, e->data, e->len);
	return 0;
}

int walks_over(const u8 *buf, int len, struct kept *k)
{
	const u8 *at = buf, *end = buf + len;

	while (at + 2 <= end && at + 2 + at[1] <= end) {
		if (at[0] == 1)
			memcpy(k->name, at + 2, at[1]); // warning: with what came [lc-unchecked-length]
		at += 2 + at[1];
	}
	return k->used;
}

int walks_over_and_asks(const u8 *buf, int len, struct kept *k)
{
	const u8 *at = buf, *end = buf + len;

	while (at + 2 <= end && at + 2 + at[1] <= end) {
		if (at[0] == 1 && at[1] <= sizeof(k->name))
			memcpy(k->name, at + 2, at[1]);
		at += 2 + at[1];
	}
	return k->used;
}

/* What is built from the start of a record goes on behind its first member, if that is its address. */
int reads_a_record(const struct kept *k, const u8 *buf, size_t len, u8 *out)
{
	const struct element *e = (const struct element *)buf;

	if (len < sizeof(*e) || len - sizeof(*e) < e->len)
		return -1;
	memcpy(out, k, e->len);
	return 0;
}

/* The rest of what came, behind as many bytes as its first one says. */
int takes_the_rest(const u8 *buf, int len, struct kept *k)
{
	int skip;

	if (len < 1)
		return -1;
	skip = *buf++;
	len--;
	if (skip > len)
		return -1;
	memcpy(k->name, buf + skip, len - skip); // warning: 'k->name' as what came, less .*nothing with the room in 'k->name' [lc-unchecked-length]
	return 0;
}

int takes_a_rest_that_fits(const u8 *buf, int len, struct kept *k)
{
	int skip;

	if (len < 1)
		return -1;
	skip = *buf++;
	len--;
	if (skip > len || len - skip > (int)sizeof(k->name))
		return -1;
	memcpy(k->name, buf + skip, len - skip);
	return 0;
}

int takes_the_rest_of_a_short_packet(const u8 *buf, int len, struct kept *k, int most)
{
	int skip;

	if (len < 1 || len > most)
		return -1;
	skip = *buf++;
	len--;
	if (skip > len)
		return -1;
	memcpy(k->name, buf + skip, len - skip);
	return 0;
}

/* Who calls this has compared how much came. */
static int takes_the_rest_of_a_callers(const u8 *buf, int len, struct kept *k)
{
	int skip;

	if (len < 1)
		return -1;
	skip = *buf++;
	len--;
	if (skip > len)
		return -1;
	memcpy(k->name, buf + skip, len - skip);
	return 0;
}

int calls_with_little(const u8 *buf, int len, struct kept *k)
{
	return len > 16 ? -1 : takes_the_rest_of_a_callers(buf, len, k);
}

/* … and how much comes of the value itself. */
static int takes_what_came_of_a_callers(const u8 *buf, int len, struct kept *k)
{
	if (len < 1 || buf[0] > len - 1)
		return -1;
	memcpy(k->name, buf + 1, buf[0]);
	return 0;
}

int calls_with_as_little(const u8 *buf, int len, struct kept *k)
{
	return len > 16 ? -1 : takes_what_came_of_a_callers(buf, len, k);
}
