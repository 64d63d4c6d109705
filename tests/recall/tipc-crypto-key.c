// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, net/tipc/crypto.c: a message that carries a key gives the key's length inside; the message
 * was known to hold the header only.
 * "tipc: fix size validations for the MSG_CRYPTO type" (CVE-2021-43267).
 * Hard: header compared, the length in it bounds a copy out of and into the heap.
 */
#include "linux.h"

struct tipc_aead_key {
	char alg_name[32];
	__be32 keylen;
	u8 key[];
} __packed;

u8 *crypto_key_rcv_before(const u8 *data, u32 size, u32 *out)
{
	const struct tipc_aead_key *k = (const struct tipc_aead_key *)data;
	u32 keylen;
	u8 *copy;

	if (size < sizeof(*k))
		return NULL;
	keylen = ntohl(k->keylen);
	copy = kmalloc(size, 0);
	if (!copy)
		return NULL;
	memcpy(copy, k->key, keylen); // warning: . [lc-unchecked-length]
	*out = keylen;
	return copy;
}

u8 *crypto_key_rcv_after(const u8 *data, u32 size, u32 *out)
{
	const struct tipc_aead_key *k = (const struct tipc_aead_key *)data;
	u32 keylen;
	u8 *copy;

	if (size < sizeof(*k))
		return NULL;
	keylen = ntohl(k->keylen);
	if (keylen > 32 || size != keylen + sizeof(*k))
		return NULL;
	copy = kmalloc(size, 0);
	if (!copy)
		return NULL;
	memcpy(copy, k->key, keylen);
	*out = keylen;
	return copy;
}
