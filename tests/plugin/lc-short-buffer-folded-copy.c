// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: a copy out of a view that the compiler made an assignment of arrays of
 * bytes, as it does where no vector registers may be used, is an access through the view.
 */
// options: -mno-sse
#include <stddef.h>
#include <stdint.h>

struct keys {
	uint8_t status;
	uint8_t hash[16];
	uint8_t rand[16];
};

struct result {
	uint8_t hash[16];
	uint8_t rand[16];
};

void done(const struct result *result);

void too_little(const uint8_t *buf, size_t len)
{
	const struct keys *k = (const void *)buf;
	struct result r;

	if (len < 17)
		return;
	__builtin_memcpy(r.hash, k->hash, sizeof(r.hash));
	__builtin_memcpy(r.rand, k->rand, sizeof(r.rand)); // warning: 'k->rand' needs 33 bytes of 'buf' as 'struct keys', but 'len' is compared with too little: 17 known [lc-short-buffer]
	done(&r);
}

void enough(const uint8_t *buf, size_t len)
{
	const struct keys *k = (const void *)buf; // verdict: overlay struct keys proven lc-short-buffer
	struct result r;

	if (len < sizeof(*k))
		return;
	__builtin_memcpy(r.hash, k->hash, sizeof(r.hash));
	__builtin_memcpy(r.rand, k->rand, sizeof(r.rand));
	done(&r);
}

/* Into the view: what is written must be there too. */
void filled(uint8_t *buf, size_t len, const struct result *r)
{
	struct keys *k = (void *)buf; // verdict: overlay struct keys proven lc-short-buffer

	if (len < sizeof(*k))
		return;
	__builtin_memcpy(k->rand, r->rand, sizeof(r->rand));
}
