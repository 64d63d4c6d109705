/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * SHA-256 (FIPS 180-4), for the hashes of sources and models in a record.
 * Here because cc1 loads it: the plugin brings no library of its own.
 */
#ifndef LC_SHA256_H
#define LC_SHA256_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct lc_sha256 {
	uint32_t state[8];
	uint64_t length; /* bytes so far */
	unsigned char block[64];
};

#define LC_SHA256_HEX 65 /* bytes of a hash in hex, with its NUL */

void lc_sha256_init(struct lc_sha256 *hash);
void lc_sha256_add(struct lc_sha256 *hash, const void *data, size_t n);
void lc_sha256_hex(struct lc_sha256 *hash, char hex[LC_SHA256_HEX]);
/* Hashes the file's bytes. Returns 0 or an errno value. */
int lc_sha256_file(const char *path, char hex[LC_SHA256_HEX]);

#ifdef __cplusplus
}
#endif
#endif
