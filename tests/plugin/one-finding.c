// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * One defect, one finding: where two rules see the same thing, the one that the
 * table of rules says is stronger speaks, and the other is silent.
 */
#include <stdbool.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef unsigned long size_t;
typedef u16 __be16;
typedef u32 __be32;

struct sk_buff {
	unsigned int len;
	u8 *data;
};

void *memcpy(void *to, const void *from, size_t n);
void use(const void *view);

#define VIEW(name, T)                              \
	void name(const struct sk_buff *skb)       \
	{                                          \
		const T *view = (const T *)skb->data; \
                                                   \
		if (skb->len >= sizeof(*view))     \
			use(view);                 \
	}

/* A pointer has no valid value, a width that changes, and padding before it: its value is the defect. */
struct pointer { // warning: 'struct pointer': 'next' is a pointer, which these bytes would choose [lc-invalid-value]
	u32 id;
	void *next;
};
VIEW(pointer, struct pointer)

/* A pointer that is only written leaves: who gets it cannot use it, and its width is the defect. */
struct outgoing { // warning: 'struct outgoing': 'cookie' \(void \*\) has 8 bytes here [lc-abi-dependent]
	u64 id;
	void *cookie;
};
void outgoing(struct sk_buff *skb, void *cookie)
{
	struct outgoing *o = (struct outgoing *)skb->data;

	if (skb->len < sizeof(*o))
		return;
	o->id = 1;
	o->cookie = cookie;
}

/* A member that moves with the ABI has padding before it: the move is the defect. */
struct moved { // warning: 'struct moved': 'address' stands at byte 8 here, but at byte 4 under i386 [lc-abi-dependent]
	__be32 flags;
	u64 address;
};
VIEW(moved, struct moved)

/* A bool as a bit-field: the order of the bits is the defect, for one bit has but two values. */
struct flags { // warning: which bits 'urgent:1' has [lc-bitfield-layout]
	bool urgent : 1;
	u8 : 7;
};
VIEW(flags, struct flags)

/* A length that came with the bytes and was not compared is one thing, the access that it bounds the same. */
struct record {
	u16 type;
	u16 length;
	u8 payload[];
};

u32 unchecked(const struct sk_buff *skb, u8 *to)
{
	const struct record *r = (const struct record *)skb->data;

	if (skb->len < sizeof(*r))
		return 0;
	memcpy(to, r->payload, r->length); // warning: [lc-unchecked-length]
	return r->type;
}

u32 checked(const struct sk_buff *skb, u8 *to)
{
	const struct record *r = (const struct record *)skb->data;

	if (skb->len < sizeof(*r) || r->length > skb->len - sizeof(*r))
		return 0;
	memcpy(to, r->payload, r->length);
	return r->type;
}

/* The header itself is not there: the length in it is a consequence. */
u32 short_header(const struct sk_buff *skb)
{
	const struct record *r = (const struct record *)skb->data;
	u32 sum = 0;

	if (skb->len < 2)
		return 0;
	if (r->length > 8) // warning: 'r->length' needs 4 bytes of 'skb->data' [lc-short-buffer]
		return 0;
	return sum + r->type;
}
