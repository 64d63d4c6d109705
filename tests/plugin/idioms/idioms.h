/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the idioms share: the types of packet and table code, and the macros that such code is written with.
 * Each idiom is a pair: a function that is wrong and flagged, and one beside it that is right and proven.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/types.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;

/* Eight bytes. */
struct hdr {
	u8 type;
	u8 flags;
	u16 length;
	u32 id;
};

/* Four bytes. */
struct tlv {
	u8 type;
	u8 length;
	u16 value;
};

/* Twenty bytes and options behind them. */
struct ip4 {
	u8 ihl : 4, version : 4;
	u8 tos;
	u16 total;
	u16 ident, fragment;
	u8 ttl, protocol;
	u16 check;
	u32 from, to;
};

struct counted {
	u16 kind;
	u16 count;
	struct hdr entry[];
};

#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)
#define ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]))
#define min(a, b) ({ __typeof__(a) _a = (a); __typeof__(b) _b = (b); _a < _b ? _a : _b; })
#define max(a, b) ({ __typeof__(a) _a = (a); __typeof__(b) _b = (b); _a > _b ? _a : _b; })
#define min_t(type, a, b) min((type)(a), (type)(b))
#define clamp(v, low, high) min(max(v, low), high)
#define struct_size(p, member, n) (sizeof(*(p)) + sizeof((p)->member[0]) * (size_t)(n))
#define offsetofend(type, member) (offsetof(type, member) + sizeof(((type *)0)->member))

void warn_slowpath(const char *file, int line);
void stop(void) __attribute__((noreturn));
void note(const char *what);
u32 swap32(u32 value);
