/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the driver needs of a kernel: integers, byte orders, marks, error codes.
 */
#ifndef DEMO_TYPES_H
#define DEMO_TYPES_H

#include <stddef.h>
#include <stdint.h>

typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef uint64_t u64;

/* The checker sees the marks, the compiler does not. */
#ifdef __CHECKER__
#define __bitwise __attribute__((bitwise))
#define __force __attribute__((force))
#define __iomem __attribute__((noderef, address_space(__iomem)))
#else
#define __bitwise
#define __force
#define __iomem
#endif

#define __packed __attribute__((packed))

typedef u16 __bitwise __le16;
typedef u32 __bitwise __le32;

static inline u16 le16_to_cpu(__le16 x)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	return (__force u16)x;
#else
	return __builtin_bswap16((__force u16)x);
#endif
}

static inline u32 le32_to_cpu(__le32 x)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	return (__force u32)x;
#else
	return __builtin_bswap32((__force u32)x);
#endif
}

#define ENOENT 2
#define EINVAL 22
#define EMSGSIZE 90

#endif
