// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, fs/nfsd/nfsxdr.c: the arguments of a write were decoded before anyone asked whether they
 * had been sent.
 * "nfsd: stricter decoding of write-like NFSv2/v3 ops" (CVE-2017-7895).
 * Hard: pointer and end instead of a length; the check comes after the reads.
 */
#include "linux.h"

int store(u32 offset, u32 count);

int decode_writeargs_before(const u8 *p, const u8 *end)
{
	const __be32 *words = (const __be32 *)p;
	u32 offset = be32_to_cpu(words[1]); // warning: . [lc-short-buffer]
	u32 count = be32_to_cpu(words[3]);

	p += 16;
	if (p > end || (size_t)(end - p) < count)
		return 0;
	return store(offset, count);
}

int decode_writeargs_after(const u8 *p, const u8 *end)
{
	const __be32 *words = (const __be32 *)p;
	u32 offset, count;

	if (end - p < 16)
		return 0;
	offset = be32_to_cpu(words[1]);
	count = be32_to_cpu(words[3]);
	p += 16;
	if ((size_t)(end - p) < count)
		return 0;
	return store(offset, count);
}
