// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Sums and products that stop at the largest number of their type: where they
 * have room they are what they say.
 */
#include <stdbool.h>
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef u16 __le16;
typedef u32 __le32;

struct sk_buff {
	u32 len;
	u8 *data;
};

void *kmemdup(const void *, size_t, unsigned);
void *kzalloc(size_t, unsigned);
int recv_reply(void *, size_t);
void use(u32);

static inline bool looked_at(bool overflow)
{
	return __builtin_expect(!!(overflow), 0);
}

static inline size_t size_mul(size_t one, size_t other)
{
	size_t bytes;

	if (looked_at(__builtin_mul_overflow(one, other, &bytes)))
		return ~(size_t)0;
	return bytes;
}

static inline size_t size_add(size_t one, size_t other)
{
	size_t bytes;

	if (looked_at(__builtin_add_overflow(one, other, &bytes)))
		return ~(size_t)0;
	return bytes;
}

/* One that answers the largest number for another reason too. */
static inline size_t adds_or_not(size_t one, size_t other)
{
	size_t bytes;

	if (one == 24 || looked_at(__builtin_add_overflow(one, other, &bytes)))
		return ~(size_t)0;
	return bytes;
}

/* … and one that answers it where there is room. */
static inline size_t adds_the_other_way(size_t one, size_t other)
{
	size_t bytes;

	if (looked_at(__builtin_add_overflow(one, other, &bytes)))
		return bytes;
	return ~(size_t)0;
}

#define struct_size(p, member, count) size_add(sizeof(*(p)), size_mul(count, sizeof(*(p)->member)))

struct chunk {
	__le32 first, n;
};

struct chunks {
	__le16 n_chunks;
	__le16 n_vectors;
	__le32 reserved;
	struct chunk chunk[];
};

struct many {
	__le32 n_chunks;
	__le32 reserved;
	struct chunk chunk[];
};

/* 65535 chunks of 8 bytes have room in an int. */
void *keeps_what_came(void)
{
	struct chunks *came = kzalloc(4096, 0);
	int reply, size;

	if (!came)
		return NULL;
	reply = recv_reply(came, 4096);
	size = struct_size(came, chunk, came->n_chunks);
	if (reply < size || size > 4096)
		return NULL;
	return kmemdup(came, size, 0);
}

/* 2^32 of them have not. */
void *keeps_many(void)
{
	struct many *came = kzalloc(4096, 0);
	int reply, size;

	if (!came)
		return NULL;
	reply = recv_reply(came, 4096);
	size = struct_size(came, chunk, came->n_chunks);
	if (reply < size || size > 4096)
		return NULL;
	return kmemdup(came, size, 0); // warning: may wrap below 0 [lc-unchecked-length]
}

void *keeps_what_was_not_added(void)
{
	struct chunks *came = kzalloc(4096, 0);
	int reply, size;

	if (!came)
		return NULL;
	reply = recv_reply(came, 4096);
	size = adds_or_not(24, came->n_chunks);
	if (reply < size || size > 4096)
		return NULL;
	return kmemdup(came, size, 0); // warning: may wrap below 0 [lc-unchecked-length]
}

void *keeps_what_is_the_largest(void)
{
	struct chunks *came = kzalloc(4096, 0);
	int reply, size;

	if (!came)
		return NULL;
	reply = recv_reply(came, 4096);
	size = adds_the_other_way(24, came->n_chunks);
	if (reply < size || size > 4096)
		return NULL;
	return kmemdup(came, size, 0); // warning: may wrap below 0 [lc-unchecked-length]
}

/* Compared so, each chunk is there. */
u32 goes_through_chunks(struct sk_buff *skb)
{
	const struct chunks *came = (void *)skb->data; // verdict: overlay struct chunks proven lc-short-buffer
	u32 n, sum = 0;

	if (skb->len < sizeof(*came))
		return 0;
	n = came->n_chunks; // verdict: length __le16 proven lc-unchecked-length
	if (skb->len < struct_size(came, chunk, n))
		return 0;
	for (u32 i = 0; i < n; i++)
		sum += came->chunk[i].n;
	return sum;
}

u32 goes_through_one_chunk_more(struct sk_buff *skb)
{
	const struct chunks *came = (void *)skb->data;
	u32 n, sum = 0;

	if (skb->len < sizeof(*came))
		return 0;
	n = came->n_chunks;
	if (skb->len < struct_size(came, chunk, n))
		return 0;
	for (u32 i = 0; i <= n; i++)
		sum += came->chunk[i].n; // warning: may reach 8 bytes past [lc-short-buffer]
	return sum;
}
