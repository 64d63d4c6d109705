// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * copy-in: bytes are copied into a record. They must be there; how they are
 * aligned does not matter; and the record is a type of the wire.
 */
#include <stdbool.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef unsigned long size_t;
typedef u16 __be16;
typedef u32 __be32;

void *memcpy(void *to, const void *from, size_t n);
void *memmove(void *to, const void *from, size_t n);
void use(const void *view);

struct sk_buff {
	unsigned int len;
	u8 *data;
};

int skb_copy_bits(const struct sk_buff *skb, int offset, void *to, int len);
long recv(int fd, void *buf, size_t len, int flags);

struct hdr {
	__be16 type, length;
	__be32 from, to;
};

struct small {
	__be16 type, length;
	__be32 id;
};

/* The bytes must be there, whether the compiler leaves the call or not. */
u32 unguarded(const u8 *buf, size_t len)
{
	struct hdr h;

	memcpy(&h, buf, sizeof(h)); // warning: 'memcpy \(…, buf, …\)' needs 12 bytes of 'buf' as 'struct hdr' [lc-short-buffer]
	return h.to;
}

u32 guarded(const struct sk_buff *skb)
{
	struct hdr h;

	if (skb->len < sizeof(h))
		return 0;
	memcpy(&h, skb->data, sizeof(h)); // verdict: copy-in struct hdr proven lc-short-buffer
	return h.to;
}

u32 guarded_for_less(const struct sk_buff *skb)
{
	struct small s;

	if (skb->len < 4)
		return 0;
	memcpy(&s, skb->data, sizeof(s)); // warning: needs 8 bytes of 'skb->data' as 'struct small' [lc-short-buffer]
	return s.id;
}

u32 guarded_for_small(const struct sk_buff *skb)
{
	struct small s;

	if (skb->len < sizeof(s))
		return 0;
	memcpy(&s, skb->data, sizeof(s)); // verdict: copy-in struct small proven lc-short-buffer
	return s.id;
}

static u8 eight[8];

void past_an_array(struct hdr *h)
{
	memmove(h, eight, sizeof(*h)); // warning: needs 12 bytes of 'eight' as 'struct hdr', which has only 8 [lc-short-buffer]
}

void within_an_array(struct small *s)
{
	memmove(s, eight, sizeof(*s)); // verdict: copy-in struct small proven lc-short-buffer
}

/* An array of records, at an offset. */
void several(const u8 *buf, size_t len, struct small to[4])
{
	struct small all[4];

	memcpy(all, buf + 4, sizeof(all)); // warning: needs 36 bytes of 'buf' as 'struct small' [lc-short-buffer]
	use(all);
}

void several_guarded(const u8 *buf, size_t len)
{
	struct small all[4];

	if (len < 4 + sizeof(all))
		return;
	memcpy(all, buf + 4, sizeof(all)); // verdict: copy-in struct small proven lc-short-buffer
	use(all);
}

/* Behind a header that is viewed where it is, it is one access more and not two. */
struct outer {
	u8 kind, reserved[3];
	u8 payload[];
};

u32 behind_header(const struct sk_buff *skb)
{
	const struct outer *o = (const struct outer *)skb->data;
	struct hdr h;

	if (skb->len < sizeof(*o))
		return 0;
	if (o->kind != 1)
		return 0;
	memcpy(&h, o->payload, sizeof(h)); // warning: needs 16 bytes of 'skb->data' as 'struct hdr' [lc-short-buffer]
	return h.to;
}

/* The whole of what is copied matters, and no more: a part of a record is none. */
u32 a_part(const u8 *buf, size_t len)
{
	struct hdr h = { 0 };

	if (len < 4)
		return 0;
	memcpy(&h, buf, 4); // verdict: none
	return h.type;
}

/* An assignment through a cast takes it that the bytes are aligned: it is a view, of the whole. */
void assigned(const struct sk_buff *skb, struct hdr *to)
{
	if (skb->len < 8)
		return;
	*to = *(const struct hdr *)skb->data; // warning: needs 12 bytes of 'skb->data' as 'struct hdr', but 'skb->len' is compared with too little: 8 known [lc-short-buffer]
}

void assigned_whole(const struct sk_buff *skb, struct hdr *to)
{
	if (skb->len < sizeof(*to))
		return;
	*to = *(const struct hdr *)skb->data; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Records that are copied from one to another are no bytes. */
void records(struct hdr *to, const struct hdr *from)
{
	memcpy(to, from, sizeof(*to)); // verdict: none
}

/* Bytes that nothing is known of are for the callers. */
void open(const u8 *buf, struct hdr *h)
{
	memcpy(h, buf, sizeof(*h)); // verdict: copy-in struct hdr open lc-short-buffer
}

/* The rules about types speak of what was copied, as of what is viewed. */
struct with_bool { // warning: 'urgent' is a bool [lc-invalid-value]
	u8 type;
	bool urgent;
};

void copied_bool(const struct sk_buff *skb)
{
	struct with_bool b;

	if (skb->len < sizeof(b))
		return;
	memcpy(&b, skb->data, sizeof(b)); // verdict: copy-in struct with_bool proven lc-short-buffer
	use(&b);
}

struct with_byte {
	u8 type, urgent;
};

void copied_byte(const struct sk_buff *skb)
{
	struct with_byte b;

	if (skb->len < sizeof(b))
		return;
	memcpy(&b, skb->data, sizeof(b));
	use(&b);
}

struct with_gap { // warning: 3 bytes of padding before 'id' [lc-implicit-padding]
	u8 type;
	__be32 id;
};

int filled(const struct sk_buff *skb)
{
	struct with_gap g;

	if (skb_copy_bits(skb, 0, &g, sizeof(g)) < 0) // note: 'skb_copy_bits \(\)' \(packet\) is viewed as 'struct with_gap'
		return -1;
	use(&g);
	return 0;
}

struct without_gap {
	u8 type, reserved[3];
	__be32 id;
};

int filled_without(const struct sk_buff *skb)
{
	struct without_gap g;

	if (skb_copy_bits(skb, 0, &g, sizeof(g)) < 0)
		return -1;
	use(&g);
	return 0;
}

struct with_long { // warning: 'stamp' \(unsigned long\) has 8 bytes here [lc-abi-dependent]
	unsigned long stamp;
};

struct with_fixed {
	u64 stamp;
};

int received(int fd)
{
	struct with_long l;
	struct with_fixed f;

	if (recv(fd, &l, sizeof(l), 0) != sizeof(l) || recv(fd, &f, sizeof(f), 0) != sizeof(f))
		return -1;
	use(&l);
	use(&f);
	return 0;
}

/* An object of the program's own, copied from where it was kept as bytes: its type says so. */
struct kept {
	void *owner;
	bool set;
};

void kept(const u8 *store)
{
	struct kept k;

	memcpy(&k, store, sizeof(k)); // verdict: copy-in struct kept open lc-short-buffer
	use(&k);
}
