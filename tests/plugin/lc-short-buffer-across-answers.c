// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: what a function of the unit compares counts for who calls
 * it and looks at the answer: a truth value, an error number, NULL.
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
void log_error(int number);

/* A truth value. */
static int is_enough(const struct sk_buff *skb, unsigned int n)
{
	return skb->len >= n;
}

u32 asked(struct sk_buff *skb)
{
	if (!is_enough(skb, sizeof(struct hdr)))
		return 0;
	return ((struct hdr *)skb->data)->id; // verdict: overlay struct hdr proven lc-short-buffer because in is_enough
}

u32 asked_for_too_little(struct sk_buff *skb)
{
	if (!is_enough(skb, 4))
		return 0;
	return ((struct hdr *)skb->data)->id; // warning: needs 8 bytes of 'skb->data'.*4 known [lc-short-buffer]
}

u32 asked_the_wrong_way(struct sk_buff *skb)
{
	if (is_enough(skb, sizeof(struct hdr)))
		return 0;
	return ((struct hdr *)skb->data)->id; // warning: needs 8 bytes of 'skb->data' [lc-short-buffer]
}

/* An error number, after other questions. */
static int check(const u8 *buf, size_t len)
{
	if (!buf)
		return -22;
	if (len < sizeof(struct hdr))
		return -71;
	if (buf[0] != 1)
		return -22;
	return 0;
}

u32 no_error(const u8 *buf, size_t len)
{
	if (check(buf, len))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer because len >= 8 in check
}

u32 not_negative(const u8 *buf, size_t len)
{
	int error = check(buf, len);

	if (error < 0)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer because len >= 8 in check
}

u32 an_error(const u8 *buf, size_t len)
{
	if (!check(buf, len))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 another_length(const u8 *buf, size_t len, size_t other)
{
	if (check(buf, other))
		return 0;
	return ((const struct hdr *)buf)->id; // warning: 'len' is not compared [lc-short-buffer]
}

/* It returns early where there is nothing to compare: the answer says nothing then. */
static int check_unless(const u8 *buf, size_t len, int trusted)
{
	if (trusted)
		return 0;
	return len < sizeof(struct hdr) ? -71 : 0;
}

u32 sometimes(const u8 *buf, size_t len, int trusted)
{
	if (check_unless(buf, len, trusted))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* A number of bytes, no more than what there is. */
static size_t at_most(size_t wanted, size_t most)
{
	return wanted > most ? most : wanted;
}

u32 clamped(const u8 *buf, size_t len, size_t offset)
{
	size_t at;

	if (len < 8)
		return 0;
	at = at_most(offset, len - 4);
	return *(const u32 *)(buf + at); // verdict: overlay u32 proven lc-short-buffer
}

u32 clamped_to_more(const u8 *buf, size_t len, size_t offset)
{
	size_t at;

	if (len < 8)
		return 0;
	at = at_most(offset, len);
	return *(const u32 *)(buf + at); // warning: may reach 4 bytes past 'buf' [lc-short-buffer]
}

/* One asks another. */
static int check_both(const u8 *buf, size_t len)
{
	if (!len)
		return -22;
	return check(buf, len);
}

u32 through_another(const u8 *buf, size_t len)
{
	if (check_both(buf, len) < 0)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer because len >= 8 in check
}

/* One that writes what was compared. */
static int shrink(struct sk_buff *skb, unsigned int n)
{
	if (skb->len < n)
		return 0;
	skb->len -= n;
	skb->data += n;
	return 1;
}

u32 shrunk(struct sk_buff *skb)
{
	if (!shrink(skb, sizeof(struct hdr)))
		return 0;
	return ((struct hdr *)skb->data)->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* One that writes something else, or nothing, leaves it as it was compared. */
static void count(struct sk_buff *skb, u32 *counter)
{
	*counter += skb->data_len;
}

static void mark(struct sk_buff *skb)
{
	skb->data_len = 0;
}

static void cut(struct sk_buff *skb)
{
	skb->len = 0;
}

u32 marked_meanwhile(struct sk_buff *skb)
{
	if (skb->len < sizeof(struct hdr))
		return 0;
	mark(skb);
	return ((struct hdr *)skb->data)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 counted_who_knows_where(struct sk_buff *skb, u32 *counter)
{
	if (skb->len < sizeof(struct hdr))
		return 0;
	count(skb, counter);
	return ((struct hdr *)skb->data)->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 cut_meanwhile(struct sk_buff *skb)
{
	if (skb->len < sizeof(struct hdr))
		return 0;
	cut(skb);
	return ((struct hdr *)skb->data)->id; // warning: needs 8 bytes of 'skb->data'.*which has only 0 [lc-short-buffer]; also verdict: overlay struct hdr refuted lc-short-buffer
}

/* Recursion ends. */
static int even(const u8 *buf, size_t len);

static int odd(const u8 *buf, size_t len)
{
	return len && even(buf + 1, len - 1);
}

static int even(const u8 *buf, size_t len)
{
	return !len || odd(buf + 1, len - 1);
}

u32 asked_in_circles(const u8 *buf, size_t len)
{
	if (!odd(buf, len))
		return 0;
	return *(const u16 *)buf; // verdict: overlay u16 open lc-short-buffer
}
