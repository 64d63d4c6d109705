// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * pun: a union of bytes and records. Where bytes came into it by the one member
 * and are read by another, they must have come, and the other is a type of the wire.
 */
#include <stdbool.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long size_t;
typedef u16 __be16;
typedef u32 __be32;

void *memcpy(void *to, const void *from, size_t n);
long recv(int fd, void *buf, size_t len, int flags);
void use(const void *view);

struct sk_buff {
	unsigned int len;
	u8 *data;
};

struct hdr {
	__be16 type, length;
	__be32 id;
};

union frame {
	u8 raw[64];
	struct hdr h;
	__be32 words[2];
};

/* What a call has filled is what can be read. */
u32 uncounted(int fd)
{
	union frame f;
	long n = recv(fd, f.raw, sizeof(f.raw), 0);

	if (n < 4)
		return 0;
	return f.h.id; // warning: 'f.h.id' needs 8 bytes of 'f.raw' as 'struct hdr' [lc-short-buffer]
}

u32 counted(int fd)
{
	union frame f;
	long n = recv(fd, f.raw, sizeof(f.raw), 0);

	if (n < (long)sizeof(f.h))
		return 0;
	return f.h.id; // verdict: pun struct hdr proven lc-short-buffer
}

u32 word(int fd)
{
	union frame f;
	long n = recv(fd, f.raw, sizeof(f.raw), 0);

	return n < 8 ? 0 : f.words[1]; // verdict: pun __be32[] proven lc-short-buffer
}

/* A union alone is none, nor is what was written by the member that is read. */
u32 own(u32 id)
{
	union frame f;

	f.h.id = id;
	use(f.raw);
	return f.h.id; // verdict: none
}

/* The bytes themselves are no view of them. */
u8 first(int fd)
{
	union frame f;

	return recv(fd, f.raw, sizeof(f.raw), 0) < 1 ? 0 : f.raw[0]; // verdict: none
}

/* The rules about types speak of the member, as of what is viewed. */
struct with_gap { // warning: 3 bytes of padding before 'id' [lc-implicit-padding]
	u8 type;
	__be32 id;
};

union gap_frame {
	u8 raw[8];
	struct with_gap g;
};

u32 gap(int fd)
{
	union gap_frame f;

	return recv(fd, f.raw, sizeof(f.raw), 0) == sizeof(f.raw) ? f.g.id : 0; // note: 'f.raw' \(packet\) is viewed as 'struct with_gap'
}

struct without_gap {
	u8 type, reserved[3];
	__be32 id;
};

union whole_frame {
	u8 raw[8];
	struct without_gap g;
};

u32 whole(int fd)
{
	union whole_frame f;

	return recv(fd, f.raw, sizeof(f.raw), 0) == sizeof(f.raw) ? f.g.id : 0;
}

/* Of a domain by where the bytes were copied from. */
struct with_bool { // warning: 'urgent' is a bool [lc-invalid-value]
	u8 type;
	bool urgent;
	u8 rest[10];
};

union bool_frame {
	u8 raw[12];
	struct with_bool b;
};

u8 copied_bool(const struct sk_buff *skb)
{
	union bool_frame f;

	if (skb->len < sizeof(f.raw))
		return 0;
	memcpy(f.raw, skb->data, sizeof(f.raw));
	return f.b.type;
}

/* The program's own bytes make no type one of the wire. */
struct internal {
	long value;
	void *next;
};

union internal_store {
	u8 raw[16];
	struct internal i;
};

long restored(const u8 *store)
{
	union internal_store s;

	memcpy(s.raw, store, sizeof(s.raw));
	return s.i.value;
}
