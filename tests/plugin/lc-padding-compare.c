// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-padding-compare: padding that nobody has written, in what is compared or
 * hashed byte by byte. Each finding has a near miss beside it.
 */
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long size_t;

int memcmp(const void *one, const void *other, size_t n);
void *memset(void *to, int value, size_t n);
void *memcpy(void *to, const void *from, size_t n);
void *malloc(size_t n);
void *calloc(size_t n, size_t size);
u32 crc32_le(u32 crc, const void *p, size_t len);
u32 jhash(const void *key, u32 length, u32 initval);
int fill_elsewhere(void *into);

struct key {
	u8 proto;
	u32 addr; /* 3 bytes of padding before it */
};

struct tail {
	u32 addr;
	u8 proto; /* 3 bytes of padding behind it */
};

struct whole {
	u32 proto, addr;
};

struct entry {
	struct key key;
	struct whole whole;
	int value;
};

int found(const struct entry *e, u8 proto, u32 addr)
{
	struct key key; // note: 'key' is declared here, and not cleared

	key.proto = proto;
	key.addr = addr;
	return !memcmp(&key, &e->key, sizeof(key)); // warning: 'memcmp \(\)' goes over 'key' with 3 bytes of padding after 'proto', which nobody has written: objects with the same members may differ [lc-padding-compare]
}

int found_as_second(const struct entry *e, u8 proto, u32 addr)
{
	struct key key; // note: declared here

	key.proto = proto;
	key.addr = addr;
	return memcmp(&e->key, &key, sizeof(key)); // warning: goes over 'key' [lc-padding-compare]
}

int found_cleared(const struct entry *e, u8 proto, u32 addr)
{
	struct key key;

	memset(&key, 0, sizeof(key));
	key.proto = proto;
	key.addr = addr;
	return !memcmp(&key, &e->key, sizeof(key)); // verdict: compare struct key proven lc-padding-compare because all of it is written
}

/* The other one is somebody else's: nothing is known of its padding. */
int found_other(const struct entry *e, const struct key *key)
{
	return !memcmp(key, &e->key, sizeof(*key)); // verdict: compare struct key open lc-padding-compare because nobody here knows what is in 3 bytes of padding after 'proto'
}

int found_whole(const struct entry *e, const struct whole *whole)
{
	return !memcmp(whole, &e->whole, sizeof(*whole)); // verdict: compare struct whole proven lc-padding-compare because no padding
}

int found_own_whole(const struct entry *e, u32 proto, u32 addr)
{
	struct whole whole;

	whole.proto = proto;
	whole.addr = addr;
	return !memcmp(&whole, &e->whole, sizeof(whole)); // verdict: compare struct whole proven lc-padding-compare
}

/* Two of one's own: each is spoken of. */
int both(u8 proto, u32 addr)
{
	struct key one, other; // note: 'one' is declared here; also note: 'other' is declared here

	one.proto = other.proto = proto;
	one.addr = addr;
	other.addr = addr + 1;
	return memcmp(&one, &other, sizeof(one)); // warning: goes over 'one' [lc-padding-compare]; also warning: goes over 'other' [lc-padding-compare]
}

/* What is compared ends before the padding. */
int up_to_the_padding(const struct tail *of, u32 addr, u8 proto)
{
	struct tail tail;

	tail.addr = addr;
	tail.proto = proto;
	return memcmp(&tail, of, 5); // verdict: compare struct tail proven lc-padding-compare
}

int with_the_padding(const struct tail *of, u32 addr, u8 proto)
{
	struct tail tail; // note: declared here

	tail.addr = addr;
	tail.proto = proto;
	return memcmp(&tail, of, sizeof(tail)); // warning: 3 bytes of padding after 'proto' [lc-padding-compare]
}

/* A checksum and a hash. */
u32 checksum(u8 proto, u32 addr)
{
	struct key key; // note: declared here

	key.proto = proto;
	key.addr = addr;
	return crc32_le(0, &key, sizeof(key)); // warning: 'crc32_le \(\)' goes over 'key' [lc-padding-compare]
}

u32 hash(u8 proto, u32 addr)
{
	struct key key = { .proto = proto, .addr = addr }; // note: declared here

	return jhash(&key, sizeof(key), 0); // warning: 'jhash \(\)' goes over 'key' [lc-padding-compare]
}

u32 hash_initialised(u32 addr)
{
	struct key key = { .addr = addr };

	return jhash(&key, sizeof(key), 0); // verdict: compare struct key proven lc-padding-compare
}

u32 hash_by_members(u8 proto, u32 addr)
{
	struct key key;

	key.proto = proto;
	key.addr = addr;
	return jhash(&key.addr, sizeof(key.addr), key.proto);
}

/* By way of a function of the unit. */
static int same(const struct key *one, const struct key *other)
{
	return !memcmp(one, other, sizeof(*one)); // verdict: compare struct key open lc-padding-compare
}

int same_by_helper(const struct entry *e, u8 proto, u32 addr)
{
	struct key key; // note: declared here

	key.proto = proto;
	key.addr = addr;
	return same(&e->key, &key); // warning: goes over 'key' [lc-padding-compare]
}

int same_by_helper_cleared(const struct entry *e, u8 proto, u32 addr)
{
	struct key key = {};

	key.proto = proto;
	key.addr = addr;
	return same(&e->key, &key);
}

/* Memory of one's own. */
int allocated(const struct entry *e, u8 proto, u32 addr)
{
	struct key *key = malloc(sizeof(*key)); // note: '\*key' is allocated here, and not cleared

	if (!key)
		return 0;
	key->proto = proto;
	key->addr = addr;
	return memcmp(key, &e->key, sizeof(*key)); // warning: goes over '\*key' [lc-padding-compare]
}

int allocated_cleared(const struct entry *e, u8 proto, u32 addr)
{
	struct key *key = calloc(1, sizeof(*key));

	if (!key)
		return 0;
	key->proto = proto;
	key->addr = addr;
	return memcmp(key, &e->key, sizeof(*key));
}

/* Written by somebody who is not seen, copied as a whole, or cleared on one way. */
int filled(const struct entry *e)
{
	struct key key;

	fill_elsewhere(&key);
	return memcmp(&key, &e->key, sizeof(key)); // verdict: compare struct key open lc-padding-compare
}

int copied(const struct entry *e, const struct key *from)
{
	struct key key;

	memcpy(&key, from, sizeof(key));
	key.proto = 1;
	return memcmp(&key, &e->key, sizeof(key)); // verdict: compare struct key proven lc-padding-compare
}

int cleared_perhaps(const struct entry *e, u8 proto, u32 addr)
{
	struct key key;

	if (proto)
		memset(&key, 0, sizeof(key));
	key.proto = proto;
	key.addr = addr;
	return memcmp(&key, &e->key, sizeof(key)); // verdict: compare struct key open lc-padding-compare
}

/* Not as a whole, and not an object at all. */
int bytes(const u8 *one, const u8 *other, size_t n)
{
	return memcmp(one, other, n); // verdict: none
}

int suppressed(const struct entry *e, u8 proto, u32 addr)
{
	struct key key;

	key.proto = proto;
	key.addr = addr;
	/* layoutcheck: allow(lc-padding-compare) a difference costs a refresh alone */
	return memcmp(&key, &e->key, sizeof(key));
}
