// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What C allows and GCC adds: the analysis meets it unharmed. Where a view of
 * bytes is in it, it is seen.
 * Known to fail.
 */
#include <alloca.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef float four_floats __attribute__((vector_size(16)));
typedef u8 sixteen_bytes __attribute__((vector_size(16)));

struct hdr {
	u8 type;
	u8 flags;
	u16 length;
	u32 id;
};

struct outer {
	u32 first;
	union {
		u32 word;
		struct {
			u16 low, high;
		};
	};
};

u32 old_style(buf, len)
	const u8 *buf;
	size_t len;
{
	if (len < 8)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

enum kind { SMALL, LARGE = 70000 };

struct opaque;

u32 array_target(const u8 *buf, size_t len)
{
	return len >= 8 ? (*(const u32(*)[4])buf)[3] : 0; // warning: needs 16 bytes of 'buf'.*too little: 8 known [lc-short-buffer]
}
