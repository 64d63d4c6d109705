/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Byte order; see pairs.h. */
#include "pairs.h"

#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define BE(bits, value) (value)
#define LE(bits, value) __builtin_bswap##bits(value)
#else
#define BE(bits, value) __builtin_bswap##bits(value)
#define LE(bits, value) (value)
#endif

/* Fields with a byte before them: no load or store of more than a byte is aligned. */
#define ORDERED(name, bits, SWAP)                                                     \
	struct LC_WIRE name##_field {                                                 \
		uint8_t before;                                                       \
		lc_##name field;                                                      \
	};                                                                            \
	uint##bits##_t get_##name##_by_hand(const struct name##_field *at)            \
	{                                                                             \
		uint##bits##_t value;                                                 \
                                                                                      \
		__builtin_memcpy(&value, &at->field, sizeof(value));                  \
		return SWAP(bits, value);                                             \
	}                                                                             \
	uint##bits##_t get_##name##_by_helper(const struct name##_field *at)          \
	{                                                                             \
		return lc_##name##_get(at->field);                                    \
	}                                                                             \
	void set_##name##_by_hand(struct name##_field *at, uint##bits##_t value)      \
	{                                                                             \
		value = SWAP(bits, value);                                            \
		__builtin_memcpy(&at->field, &value, sizeof(value));                  \
	}                                                                             \
	void set_##name##_by_helper(struct name##_field *at, uint##bits##_t value)    \
	{                                                                             \
		lc_##name##_set(&at->field, value);                                   \
	}                                                                             \
	void assign_##name##_by_hand(struct name##_field *at, uint##bits##_t value)   \
	{                                                                             \
		value = SWAP(bits, value);                                            \
		__builtin_memcpy(&at->field, &value, sizeof(value));                  \
	}                                                                             \
	void assign_##name##_by_helper(struct name##_field *at, uint##bits##_t value) \
	{                                                                             \
		at->field = lc_##name##_of(value);                                    \
	}                                                                             \
	uint##bits##_t load_##name##_by_hand(const void *from)                        \
	{                                                                             \
		uint##bits##_t value;                                                 \
                                                                                      \
		__builtin_memcpy(&value, from, sizeof(value));                        \
		return SWAP(bits, value);                                             \
	}                                                                             \
	uint##bits##_t load_##name##_by_helper(const void *from)                      \
	{                                                                             \
		return lc_get_##name(from);                                           \
	}                                                                             \
	void store_##name##_by_hand(void *to, uint##bits##_t value)                   \
	{                                                                             \
		value = SWAP(bits, value);                                            \
		__builtin_memcpy(to, &value, sizeof(value));                          \
	}                                                                             \
	void store_##name##_by_helper(void *to, uint##bits##_t value)                 \
	{                                                                             \
		lc_put_##name(to, value);                                             \
	}

ORDERED(be16, 16, BE)
ORDERED(be32, 32, BE)
ORDERED(be64, 64, BE)
ORDERED(le16, 16, LE)
ORDERED(le32, 32, LE)
ORDERED(le64, 64, LE)
