// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * An assembler statement without instructions hides a value from the optimiser
 * and leaves it what it was; one with instructions may do anything.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned int u32;

struct sk_buff {
	u32 len;
	u8 *data;
};

struct reply {
	u8 status, kind;
	u8 data[];
};

struct version {
	u32 product, soc, rom;
};

#define HIDE(x) __asm__("" : "=r"(x) : "0"(x))
#define HIDE_AGAIN(x) __asm__("" : "+r"(x))
#define CHANGE(x) __asm__("nop" : "=r"(x) : "0"(x))
#define SET(x, y) __asm__("" : "=r"(x) : "r"(y))

/* A copy as the kernel checks it: the size is hidden unless it is a constant. */
#define CHECKED_COPY(to, from, size)                    \
	do {                                            \
		size_t copied = (size);                 \
		if (!__builtin_constant_p(copied))      \
			HIDE(copied);                   \
		__builtin_memcpy((to), (from), copied); \
	} while (0)

/* The length that is asked for, and the place that is read, depend on the same test. */
int copies_the_version(const struct sk_buff *skb, struct version *v, int kind)
{
	u8 wanted = sizeof(struct reply) + sizeof(*v);
	const struct reply *r;

	if (kind >= 5)
		wanted += 1;
	if (skb->len != wanted)
		return -1;
	r = (void *)skb->data; // verdict: overlay struct reply proven lc-short-buffer
	if (r->status != 0)
		return -1;
	if (kind >= 5)
		CHECKED_COPY(v, r->data + 1, sizeof(*v));
	else
		CHECKED_COPY(v, r->data, sizeof(*v));
	return 0;
}

int copies_by_another_test(const struct sk_buff *skb, struct version *v, int kind)
{
	u8 wanted = sizeof(struct reply) + sizeof(*v);
	const struct reply *r;

	if (kind >= 5)
		wanted += 1;
	if (skb->len != wanted)
		return -1;
	r = (void *)skb->data;
	if (r->status != 0)
		return -1;
	if (kind >= 4)
		CHECKED_COPY(v, r->data + 1, 12); // warning: 15 bytes.*14 known [lc-short-buffer]
	return 0;
}

u32 compares_what_is_hidden(const u8 *data, size_t len)
{
	const struct version *v;
	size_t n = 12;

	v = (void *)data; // verdict: overlay struct version proven lc-short-buffer
	HIDE(n);
	HIDE_AGAIN(n);
	if (len < n)
		return 0;
	return v->rom;
}

u32 compares_what_is_changed(const u8 *data, size_t len)
{
	const struct version *v;
	size_t n = 12;

	v = (void *)data; // verdict: overlay struct version open lc-short-buffer
	CHANGE(n);
	if (len < n)
		return 0;
	return v->rom;
}

u32 compares_what_is_set(const u8 *data, size_t len)
{
	const struct version *v;
	size_t n, other = 12;

	v = (void *)data; // verdict: overlay struct version open lc-short-buffer
	SET(n, other);
	if (len < n)
		return 0;
	return v->rom;
}

/* A length out of the bytes is still one. */
u8 reaches_as_far_as_a_hidden_length(const struct sk_buff *skb)
{
	u32 n;

	if (skb->len < 4)
		return 0;
	n = skb->data[3];
	HIDE(n);
	return skb->data[n]; // warning: not compared [lc-unchecked-length]
}

u8 reaches_as_far_as_a_hidden_length_that_is_compared(const struct sk_buff *skb)
{
	u32 n;

	if (skb->len < 4)
		return 0;
	n = skb->data[3]; // verdict: length u8 proven lc-unchecked-length
	HIDE(n);
	if (n >= skb->len)
		return 0;
	return skb->data[n];
}
