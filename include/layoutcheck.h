/* SPDX-License-Identifier: BSD-2-Clause OR Apache-2.0 OR MIT */
/*
 * layoutcheck.h: view bytes as an object, and an object as bytes, with what must
 * hold there checked. For C11 and C++11, kernel and user space, GCC >= 8, clang.
 *
 *	struct LC_WIRE hdr {		// any bytes are a hdr; it needs no alignment
 *		lc_be16 type;
 *		lc_be16 length;
 *		uint8_t payload[];
 *	};
 *
 *	const struct hdr *h = lc_ref_from_prefix(struct hdr, buf, len);
 *
 *	if (!h)
 *		return -EINVAL;
 *	switch (lc_be16_get(h->type)) ...
 *
 * A helper checks at run time what depends on the run, and costs what that check
 * costs by hand. What depends on the type alone is claimed by a mark on the type
 * (section 1): the layoutcheck compiler plugin proves the mark where the type is
 * defined, and refuses a helper where the mark is missing. Without the plugin,
 * everything compiles to the same code, with the checks that plain C can make.
 *
 *  1. marks on types	 LC_FROM_BYTES LC_INTO_BYTES LC_ZERO_VALID LC_UNALIGNED LC_WIRE
 *			 LC_TRY_FROM_BYTES LC_CLAIM
 *  2. references	 lc_ref_from_prefix lc_ref_from_suffix lc_ref_from_bytes, with trailing
 *			 elements, or several; lc_take_prefix lc_rest_of_prefix
 *  3. values		 lc_read_from_prefix lc_write_to_prefix lc_read lc_write lc_transmute
 *  4. objects as bytes	 lc_bytes_of lc_zero
 *  5. validity		 LC_DEFINE_VALID lc_try_ref_from_prefix lc_try_read_from_prefix
 *  6. why it failed	 lc_why_prefix and so on, one for each way to fail; lc_error_text
 *  7. byte order	 lc_be16 ... lc_le64
 *  8. layout		 LC_ASSERT_SIZE LC_ASSERT_ALIGN LC_ASSERT_FIELD LC_ASSERT_NO_PADDING
 *  9. registers	 lc_reg_read lc_reg_write
 * 10. findings		 LC_ALLOW
 *
 * Of all helpers: BUF points to const or plain data of any type; volatile data
 * does not compile. A result is const where BUF is. LEN and N are of any integer
 * type; a negative one is too small. Each argument is evaluated at most once: LEN
 * first, then N, then BUF, which is evaluated only if LEN is enough, as a check by
 * hand would. BUF must not be NULL where LEN is enough, and the compiler is told
 * so; the _nullable helper is the one for other callers. A result must be looked
 * at: -Wunused-result or -Wunused-value says so. C++ gets all of it.
 */
#ifndef LAYOUTCHECK_H
#define LAYOUTCHECK_H

#ifdef __KERNEL__
#include <linux/stddef.h>
#include <linux/types.h>
#else
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#endif

/*
 * 1. Marks on types: struct MARK name { ... }; union MARK name { ... };
 *
 * LC_FROM_BYTES	every pattern of bits is a value: no bool, enum, pointer
 * LC_INTO_BYTES	no padding: all bytes of it are written when its fields are
 * LC_ZERO_VALID	all bytes zero is a value (so it is of a FROM_BYTES type)
 * LC_TRY_FROM_BYTES	as FROM_BYTES, but for bool and enum fields, which section 5 checks
 * LC_UNALIGNED		alignment 1; packed
 * LC_WIRE		FROM_BYTES, INTO_BYTES and UNALIGNED; no field changes its width with
 *			the ABI; each of more than one byte says its byte order; packed
 *
 * The marks also let a pointer to the type alias the storage of any other. Several
 * may stand side by side. LC_CLAIM(T, "from-bytes"), after T is defined, claims the
 * same for a type that belongs to others: from-bytes, into-bytes, zero-valid,
 * try-from-bytes, unaligned, wire.
 */
#define LC_FROM_BYTES __attribute__((may_alias)) LC__MARK("from-bytes")
#define LC_INTO_BYTES __attribute__((may_alias)) LC__MARK("into-bytes")
#define LC_ZERO_VALID LC__MARK("zero-valid")
#define LC_TRY_FROM_BYTES __attribute__((may_alias)) LC__MARK("try-from-bytes")
#define LC_UNALIGNED __attribute__((packed, may_alias)) LC__MARK("unaligned")
#define LC_WIRE __attribute__((packed, may_alias)) LC__MARK("wire")
#define LC_CLAIM(T, contract)                                     \
	typedef __typeof__(T) *LC__PASTE(lc__claim_, __COUNTER__) \
	LC__UNUSED LC__CLAIMED(contract)

/*
 * 2. References: a pointer to T in BUF, or NULL if LEN is not enough or BUF is not
 * aligned for T. T is marked FROM_BYTES.
 *
 * _prefix	T is at the start of the LEN bytes
 * _suffix	T is at their end
 * _bytes	T is the whole of them: LEN is sizeof(T)
 *
 * lc_ref_from_prefix_unaligned: T of alignment 1, which is checked when this is
 * compiled. lc_ref_from_prefix_assume_aligned: the caller knows that BUF is aligned,
 * undefined if it is not. lc_ref_from_prefix_nullable: BUF may be NULL whatever LEN
 * says; both are evaluated.
 */
#define lc_ref_from_prefix(T, buf, len) \
	LC__REFERENCE(LC__PREFIX, T, buf, len, __COUNTER__, "lc_ref_from_prefix")
#define lc_ref_from_suffix(T, buf, len) \
	LC__REFERENCE(LC__SUFFIX, T, buf, len, __COUNTER__, "lc_ref_from_suffix")
#define lc_ref_from_bytes(T, buf, len) \
	LC__REFERENCE(LC__WHOLE, T, buf, len, __COUNTER__, "lc_ref_from_bytes")
#define lc_ref_from_prefix_unaligned(T, buf, len) \
	LC__REF_UNALIGNED(T, buf, len, "lc_ref_from_prefix_unaligned: " #T " needs alignment")
#define lc_ref_from_prefix_assume_aligned(T, buf, len)                                     \
	LC__REFERENCE(LC__PREFIX_ALIGNED, T, LC__ASSUME_ALIGNED(T, buf), len, __COUNTER__, \
		      "lc_ref_from_prefix_assume_aligned")
#define lc_ref_from_prefix_nullable(T, buf, len) \
	LC__REF_NULLABLE(T, buf, len, LC__PASTE(lc__buf_, __COUNTER__), __COUNTER__)

/*
 * With N elements of MEMBER, the flexible array at the end of T; N * size cannot
 * overflow. _max_elems: with as many as fit, whose number is stored in *N, a
 * size_t, when the result is not NULL. What is left over is behind them, of _suffix
 * before the T, and of _bytes there is nothing. lc_slice_from_prefix: N objects T in
 * a row.
 */
#define lc_ref_from_prefix_with_elems(T, member, buf, len, n)                       \
	LC__REF_ELEMS(lc__elems, LC__AT_LEAST, T, member, buf, len, n, __COUNTER__, \
		      "lc_ref_from_prefix_with_elems")
#define lc_ref_from_suffix_with_elems(T, member, buf, len, n)                              \
	LC__REF_ELEMS(lc__suffix_elems, LC__AT_LEAST, T, member, buf, len, n, __COUNTER__, \
		      "lc_ref_from_suffix_with_elems")
#define lc_ref_from_bytes_with_elems(T, member, buf, len, n)                          \
	LC__REF_ELEMS(lc__whole_elems, LC__JUST, T, member, buf, len, n, __COUNTER__, \
		      "lc_ref_from_bytes_with_elems")
#define lc_ref_from_prefix_max_elems(T, member, buf, len, n)                          \
	LC__REF_MAX(lc__max_elems, LC__AT_LEAST, T, member, buf, len, n, __COUNTER__, \
		    "lc_ref_from_prefix_max_elems")
#define lc_ref_from_suffix_max_elems(T, member, buf, len, n)                           \
	LC__REF_MAX(lc__suffix_max, LC__AT_LEAST, T, member, buf, len, n, __COUNTER__, \
		    "lc_ref_from_suffix_max_elems")
#define lc_ref_from_bytes_max_elems(T, member, buf, len, n)                           \
	LC__REF_MAX(lc__whole_max, LC__JUST_ALL, T, member, buf, len, n, __COUNTER__, \
		    "lc_ref_from_bytes_max_elems")
#define lc_slice_from_prefix(T, buf, len, n) \
	LC__SLICE(T, buf, len, n, __COUNTER__, "lc_slice_from_prefix")

/*
 * lc_take_prefix(T, &buf, &len): as lc_ref_from_prefix(T, buf, len), and BUF and LEN
 * become what is left behind the T; both stay as they are when it fails.
 * lc_rest_of_prefix(T, buf): the bytes behind a T that was found at BUF.
 */
#define lc_take_prefix(T, buf, len) LC__TAKE(T, buf, len, __COUNTER__, "lc_take_prefix")
#define lc_rest_of_prefix(T, buf) \
	((LC__REF(unsigned char, buf))LC__UNCONST((LC__REF(unsigned char, buf))(buf) + sizeof(T)))

/*
 * 3. Values: copies, so that nothing need be aligned. The bool is false if LEN is
 * not enough, and nothing was written.
 *
 * bool lc_read_from_prefix(T, buf, len, T *to)		T is FROM_BYTES
 * bool lc_write_to_prefix(T, buf, len, const T *from)	T is INTO_BYTES
 * T lc_read(T, from), void lc_write(T, to, value)	the caller knows the length
 * To lc_transmute(To, value)	the bytes of VALUE as a To of the same size
 */
#define lc_read_from_prefix(T, buf, len, to) \
	LC__READ(T, buf, len, to, __COUNTER__, "lc_read_from_prefix")
#define lc_write_to_prefix(T, buf, len, from) \
	LC__WRITE(T, buf, len, from, __COUNTER__, "lc_write_to_prefix")
#define lc_read(T, from) LC__READ_AT(T, from, __COUNTER__)
#define lc_write(T, to, value) LC__WRITE_AT(T, to, value, __COUNTER__)
#define lc_transmute(To, value) LC__TRANSMUTE(To, value, __COUNTER__)

/*
 * 4. Objects as bytes: lc_bytes_of(p) points to the sizeof(*p) bytes of *P, which is
 * INTO_BYTES, const where P is. lc_zero(p) makes every byte of *P zero, those of
 * padding too; *P is ZERO_VALID.
 */
#define lc_bytes_of(p) LC__BYTES_OF(p, __COUNTER__)
#define lc_zero(p) LC__ZERO(p, __COUNTER__)

/*
 * 5. Validity: a TRY_FROM_BYTES type has fields that not every pattern of bits is a
 * value of. LC_DEFINE_VALID makes a function that looks at their bytes:
 *
 *	LC_DEFINE_VALID(state_valid, struct state,
 *			LC_BOOL(on) LC_RANGE(level, LOW, HIGH) LC_ONE_OF(mode, 1, 2, 8))
 *
 *	bool lc_try_read_from_prefix(T, state_valid, buf, len, T *to)
 *	const T *lc_try_ref_from_prefix(T, state_valid, buf, len)
 *
 * Any function bool (const void *bytes) will do in its place. The plugin looks through
 * it: one that does not compare each bool and enum of T does not compile. LC_VALIDATES(T)
 * at its declaration says so of one that is defined elsewhere; it is looked through there.
 * A bool that is read as one is no check of it: read its byte.
 *
 * LC_ONE_OF takes up to sixteen values; values of a range or list are signed or not as
 * the field is.
 */
#define LC_DEFINE_VALID(name, T, checks)                                       \
	static inline LC__UNUSED bool name(const void *lc__from)               \
	{                                                                      \
		typedef __typeof__(T) lc__self;                                \
		const unsigned char *lc__at = (const unsigned char *)lc__from; \
                                                                               \
		return LC__LIKELY(true checks);                                \
	}
#define LC_BOOL(field) &&lc__at[offsetof(lc__self, field)] <= 1
#define LC_RANGE(field, first, last) &&LC__STORED(field) >= (first) && LC__STORED(field) <= (last)
#define LC_ONE_OF(field, ...) &&(0 LC__FOLD(LC__OR_EQUAL, LC__STORED(field), __VA_ARGS__))
#define lc_try_ref_from_prefix(T, valid, buf, len) \
	LC__TRY_REF(T, valid, buf, len, __COUNTER__, "lc_try_ref_from_prefix")
#define lc_try_read_from_prefix(T, valid, buf, len, to) \
	LC__TRY_READ(T, valid, buf, len, to, __COUNTER__, "lc_try_read_from_prefix")

/*
 * 6. Why it failed: the helper asked again for the reason, with the same arguments.
 * lc_why_REST is of lc_ref_from_REST; lc_why_slice of lc_slice_from_prefix, lc_why_try
 * and lc_why_try_read of the two of section 5. lc_why_prefix() serves lc_take_prefix()
 * too, whose arguments stay as they are when it fails; lc_read_from_prefix() and
 * lc_write_to_prefix() fail of LC_TOO_SHORT alone. N of _max_elems is not written.
 * lc_error_text() gives the reason in words.
 */
enum lc_error {
	LC_OK,
	LC_TOO_SHORT, /* of the _nullable helper: or no buffer at all */
	LC_MISALIGNED,
	LC_TRAILING_BYTES, /* more than the object: _bytes only */
	LC_INVALID, /* lc_try_...() only */
};
#define lc_why_prefix(T, buf, len) LC__WHY(T, buf, len, LC__NONE, LC__NONE, __COUNTER__)
#define lc_why_suffix(T, buf, len) LC__WHY(T, buf, len, LC__ALL, LC__NONE, __COUNTER__)
#define lc_why_bytes(T, buf, len) LC__WHY(T, buf, len, LC__NONE, LC__ALL, __COUNTER__)
#define lc_why_prefix_nullable(T, buf, len) LC__WHY_NULLABLE(T, buf, len, __COUNTER__)
#define lc_why_prefix_with_elems(T, member, buf, len, n) \
	LC__WHY_ELEMS(T, member, buf, len, n, LC__NONE, LC__NONE, __COUNTER__)
#define lc_why_suffix_with_elems(T, member, buf, len, n) \
	LC__WHY_ELEMS(T, member, buf, len, n, LC__ALL, LC__NONE, __COUNTER__)
#define lc_why_bytes_with_elems(T, member, buf, len, n) \
	LC__WHY_ELEMS(T, member, buf, len, n, LC__NONE, LC__ALL, __COUNTER__)
#define lc_why_prefix_max_elems(T, member, buf, len, n) \
	LC__WHY_MAX(T, member, buf, len, n, LC__NONE, LC__NONE, __COUNTER__)
#define lc_why_suffix_max_elems(T, member, buf, len, n) \
	LC__WHY_MAX(T, member, buf, len, n, LC__ALL, LC__NONE, __COUNTER__)
#define lc_why_bytes_max_elems(T, member, buf, len, n) \
	LC__WHY_MAX(T, member, buf, len, n, LC__NONE, LC__ALL, __COUNTER__)
#define lc_why_slice(T, buf, len, n) LC__WHY_SLICE(T, buf, len, n, __COUNTER__)
#define lc_why_try(T, valid, buf, len) LC__WHY_TRY(T, valid, buf, len, LC__ALIGNOF(T), __COUNTER__)
#define lc_why_try_read(T, valid, buf, len) LC__WHY_TRY(T, valid, buf, len, 1, __COUNTER__)
#define lc_why_with_elems lc_why_prefix_with_elems

static inline __attribute__((unused)) const char *lc_error_text(enum lc_error error)
{
	return error == LC_OK             ? "no error" :
	       error == LC_TOO_SHORT      ? "too few bytes" :
	       error == LC_MISALIGNED     ? "not aligned" :
	       error == LC_TRAILING_BYTES ? "more bytes than the object" :
					    "not a valid value";
}

/*
 * 7. Byte order: lc_be16, lc_be32, lc_be64, lc_le16, lc_le32, lc_le64 are structures
 * of bytes, so that a value without a swap, or with two, does not compile.
 *
 *	uint32_t lc_be32_get(lc_be32 field)
 *	lc_be32 lc_be32_of(uint32_t value)		h->length = lc_be32_of(12);
 *	void lc_be32_set(lc_be32 *field, uint32_t value)
 *	uint32_t lc_get_be32(const void *from)		at any address, no type needed
 *	void lc_put_be32(void *to, uint32_t value)
 *	LC_BE32_INIT(12)				in a constant initialiser
 */
#define LC__ORDERED(name, bits, order)                                                        \
	typedef struct {                                                                      \
		uint8_t lc__byte[bits / 8];                                                   \
	} __attribute__((may_alias)) LC__MARK("wire") lc_##name;                              \
	static inline LC__UNUSED uint##bits##_t lc_get_##name(const void *from)               \
	{                                                                                     \
		uint##bits##_t value;                                                         \
                                                                                              \
		LC__PASTE(order, _LOAD)(bits, value, from);                                   \
		return value;                                                                 \
	}                                                                                     \
	static inline LC__UNUSED void lc_put_##name(void *to, uint##bits##_t value)           \
	{                                                                                     \
		LC__PASTE(order, _STORE)(bits, to, value);                                    \
	}                                                                                     \
	static inline LC__UNUSED uint##bits##_t lc_##name##_get(lc_##name field)              \
	{                                                                                     \
		return lc_get_##name(&field);                                                 \
	}                                                                                     \
	static inline LC__UNUSED void lc_##name##_set(lc_##name *field, uint##bits##_t value) \
	{                                                                                     \
		lc_put_##name(field, value);                                                  \
	}                                                                                     \
	static inline LC__UNUSED lc_##name lc_##name##_of(uint##bits##_t value)               \
	{                                                                                     \
		lc_##name field;                                                              \
                                                                                              \
		lc_put_##name(&field, value);                                                 \
		return field;                                                                 \
	}
#define LC_BE16_INIT(v)                                \
	{                                              \
		{                                      \
			LC__BYTE(v, 8), LC__BYTE(v, 0) \
		}                                      \
	}
#define LC_BE32_INIT(v)                                                                  \
	{                                                                                \
		{                                                                        \
			LC__BYTE(v, 24), LC__BYTE(v, 16), LC__BYTE(v, 8), LC__BYTE(v, 0) \
		}                                                                        \
	}
#define LC_BE64_INIT(v)                                                                          \
	{                                                                                        \
		{                                                                                \
			LC__BYTE(v, 56), LC__BYTE(v, 48), LC__BYTE(v, 40), LC__BYTE(v, 32),      \
				LC__BYTE(v, 24), LC__BYTE(v, 16), LC__BYTE(v, 8), LC__BYTE(v, 0) \
		}                                                                                \
	}
#define LC_LE16_INIT(v)                                \
	{                                              \
		{                                      \
			LC__BYTE(v, 0), LC__BYTE(v, 8) \
		}                                      \
	}
#define LC_LE32_INIT(v)                                                                  \
	{                                                                                \
		{                                                                        \
			LC__BYTE(v, 0), LC__BYTE(v, 8), LC__BYTE(v, 16), LC__BYTE(v, 24) \
		}                                                                        \
	}
#define LC_LE64_INIT(v)                                                                            \
	{                                                                                          \
		{                                                                                  \
			LC__BYTE(v, 0), LC__BYTE(v, 8), LC__BYTE(v, 16), LC__BYTE(v, 24),          \
				LC__BYTE(v, 32), LC__BYTE(v, 40), LC__BYTE(v, 48), LC__BYTE(v, 56) \
		}                                                                                  \
	}

/*
 * 8. Layout: assertions that name type and field. Sizes and offsets are in bytes.
 * LC_ASSERT_NO_PADDING takes all fields of T, up to sixteen; a structure among them
 * has one of its own.
 */
#define LC_ASSERT_SIZE(T, size) \
	LC__STATIC_ASSERT(sizeof(T) == (size), #T ": the size is not " #size " bytes")
#define LC_ASSERT_ALIGN(T, align) \
	LC__STATIC_ASSERT(LC__ALIGNOF(T) == (align), #T ": the alignment is not " #align " bytes")
#define LC_ASSERT_FIELD(T, field, offset, size)                             \
	LC__STATIC_ASSERT(offsetof(T, field) == (offset),                   \
			  #T ": field " #field " is not at byte " #offset); \
	LC__STATIC_ASSERT(sizeof(((T *)0)->field) == (size),                \
			  #T ": field " #field " is not of " #size " bytes")
#define LC_ASSERT_NO_PADDING(T, ...)                                                \
	LC__STATIC_ASSERT(sizeof(T) == (0 LC__FOLD(LC__PLUS_SIZE, T, __VA_ARGS__)), \
			  #T ": there is padding, or a field is missing here")

/*
 * 9. Registers: FIELD of the block T that is mapped at BASE, accessed once, by the
 * accessor of its width: readb, readw, readl, readq (or write...) in Linux, one
 * volatile access elsewhere. A field wider than the bus does not compile.
 */
#define lc_reg_read(T, base, field) ((__typeof__(((T *)0)->field))LC__REG_READ(T, base, field))
#define lc_reg_write(T, base, field, value) LC__REG_WRITE(T, base, field, value)

/*
 * 10. LC_ALLOW("RULE", "REASON") before a function: findings of RULE in it are not
 * reported; at a type (struct LC_ALLOW(...) T { ... }): those of conversions to it.
 * Nothing without the plugin. See Documentation/suppression.md.
 */

/*
 * ---- What it is made of ----
 *
 * With the plugin:
 * - lc_contract("C") on a type claims contract C of it; on a typedef of a pointer, of
 *   what is pointed to. lc_require("C", "HELPER") on a typedef of a pointer demands
 *   that what is pointed to claims C. lc_validated("HELPER", VALID) there demands that the
 *   function VALID compares each bool and enum of it; lc_validates((T *)0) on a function
 *   says that it does of T.
 * - a checked helper ends in const void *lc__prefix(buf, len, need, align), or in another of
 *   the functions that core/models/layoutcheck.yaml lists: the result, if not NULL, points to
 *   at least NEED bytes (and N times EACH from byte AT on), aligned to ALIGN. Names, order and
 *   meaning do not change.
 */
#define LC__UNUSED __attribute__((unused))
#define LC__INLINE static inline __attribute__((always_inline, unused, warn_unused_result))

#ifdef __has_attribute
#if __has_attribute(lc_allow)
#define LC_ALLOW(rule, reason) __attribute__((lc_allow(rule, reason)))
#endif
#if __has_attribute(lc_contract)
#define LC__MARK(contract) __attribute__((lc_contract(contract)))
#define LC__CLAIMED(contract) __attribute__((lc_contract(contract)))
#define LC__ASK(T, contract, helper, name) \
	typedef __typeof__(T) *name __attribute__((unused, lc_require(contract, helper)))
#endif
#if __has_attribute(lc_validates)
#define LC_VALIDATES(T) __attribute__((lc_validates((__typeof__(T) *)0)))
#define LC__ASK_VALID(T, valid, helper, name)          \
	LC__ASK(T, "try-from-bytes", helper, name);    \
	typedef __typeof__(T) *LC__PASTE(name, _valid) \
		__attribute__((unused, lc_validated(helper, valid)))
#endif
#endif
#ifndef LC_ALLOW
#define LC_ALLOW(rule, reason)
#endif
#ifndef LC__MARK
#define LC__MARK(contract)
#define LC__CLAIMED(contract)
#define LC__ASK(T, contract, helper, name) typedef __typeof__(T) *name LC__UNUSED
#endif
#ifndef LC_VALIDATES
#define LC_VALIDATES(T)
#define LC__ASK_VALID(T, valid, helper, name) LC__ASK(T, "try-from-bytes", helper, name)
#endif

#define LC__PASTE_(a, b) a##b
#define LC__PASTE(a, b) LC__PASTE_(a, b)
#define LC__BYTE(value, shift) ((uint8_t)((uint64_t)(value) >> (shift)))

/*
 * Load and store in the machine's order, and in the other. RISC-V without Zbb swaps no bytes:
 * __builtin_bswap32() would be a call there, of a function that kernels do not have.
 */
#define LC__SAME_LOAD(bits, value, from) __builtin_memcpy(&(value), from, sizeof(value))
#define LC__SAME_STORE(bits, to, value) __builtin_memcpy(to, &(value), sizeof(value))
#if defined(__riscv) && !defined(__riscv_zbb)
#define LC__SWAPPED_LOAD(bits, value, from) ((value) = LC__JOIN_##bits((const uint8_t *)(from)))
#define LC__SWAPPED_STORE(bits, to, value) LC__SPLIT_##bits((uint8_t *)(to), value)
#define LC__JOIN_16(at) ((uint16_t)((at)[0] << 8 | (at)[1]))
#define LC__JOIN_32(at) \
	((uint32_t)(at)[0] << 24 | (uint32_t)(at)[1] << 16 | (uint32_t)(at)[2] << 8 | (at)[3])
#define LC__JOIN_64(at) ((uint64_t)LC__JOIN_32(at) << 32 | LC__JOIN_32((at) + 4))
#define LC__SPLIT_16(at, value) ((at)[0] = LC__BYTE(value, 8), (at)[1] = LC__BYTE(value, 0))
#define LC__SPLIT_32(at, value) (LC__SPLIT_16(at, (value) >> 16), LC__SPLIT_16((at) + 2, value))
#define LC__SPLIT_64(at, value) (LC__SPLIT_32(at, (value) >> 32), LC__SPLIT_32((at) + 4, value))
#else
#define LC__SWAPPED_LOAD(bits, value, from) \
	(LC__SAME_LOAD(bits, value, from), (value) = __builtin_bswap##bits(value))
#define LC__SWAPPED_STORE(bits, to, value) \
	((value) = __builtin_bswap##bits(value), LC__SAME_STORE(bits, to, value))
#endif
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define LC__BE LC__SAME
#define LC__LE LC__SWAPPED
#else
#define LC__BE LC__SWAPPED
#define LC__LE LC__SAME
#endif
LC__ORDERED(be16, 16, LC__BE)
LC__ORDERED(be32, 32, LC__BE)
LC__ORDERED(be64, 64, LC__BE)
LC__ORDERED(le16, 16, LC__LE)
LC__ORDERED(le32, 32, LC__LE)
LC__ORDERED(le64, 64, LC__LE)

/* BUF if it has LEN >= NEED bytes and is aligned to ALIGN, a power of two; else NULL. */
LC__INLINE const void *lc__prefix(const void *buf, size_t len, size_t need, size_t align)
{
	if (len < need || ((uintptr_t)buf & (align - 1)))
		return NULL;
	/* So that the caller's test for NULL costs nothing beyond the length check. */
	if (!buf)
		__builtin_unreachable();
	return buf;
}

/* The same under the names of the helpers that end in it: the plugin tells them apart. */
#define LC__ALIAS(name)                                                                     \
	LC__INLINE const void *name(const void *buf, size_t len, size_t need, size_t align) \
	{                                                                                   \
		return lc__prefix(buf, len, need, align);                                   \
	}
LC__ALIAS(lc__unaligned)
LC__ALIAS(lc__assume_aligned)
LC__ALIAS(lc__nullable)
LC__ALIAS(lc__take)
LC__ALIAS(lc__try)

/* The last NEED of the LEN >= NEED bytes at BUF. */
LC__INLINE const void *lc__suffix(const void *buf, size_t len, size_t need, size_t align)
{
	if (len < need)
		return NULL;
	return lc__prefix((const unsigned char *)buf + (len - need), need, need, align);
}

LC__INLINE const void *lc__whole(const void *buf, size_t len, size_t need, size_t align)
{
	return len == need ? lc__prefix(buf, need, need, align) : NULL;
}

/* A number of elements; what no buffer can hold if it is negative, or wider than a size_t. */
LC__INLINE size_t lc__count(unsigned long long n)
{
	return (size_t)n == n ? (size_t)n : (size_t)-1;
}

/*
 * BUF if it has SIZE bytes, and N elements of EACH bytes from byte AT on, which is NEED bytes: LEN
 * is compared before AT is taken from it, and N with a quotient, so nothing overflows.
 */
LC__INLINE const void *lc__elems(const void *buf, size_t len, size_t need, size_t align,
				 size_t size, size_t at, size_t each, size_t n)
{
	if (len < size || n > (len - at) / each)
		return NULL;
	return lc__prefix(buf, need, need, align);
}
#define LC__NEED(size, at, each, n) \
	((at) == (size) || (n) * (each) > (size) - (at) ? (at) + (n) * (each) : (size))

/* The same at the end of the LEN bytes, and of all of them. */
LC__INLINE const void *lc__suffix_elems(const void *buf, size_t len, size_t need, size_t align,
					size_t size, size_t at, size_t each, size_t n)
{
	if (len < size || n > (len - at) / each)
		return NULL;
	return lc__prefix((const unsigned char *)buf + (len - need), need, need, align);
}

LC__INLINE const void *lc__whole_elems(const void *buf, size_t len, size_t need, size_t align,
				       size_t size, size_t at, size_t each, size_t n)
{
	if (len < size || n > (len - at) / each)
		return NULL;
	return lc__whole(buf, len, need, align);
}

/* BUF if it has NEED bytes, and in *N how many elements of EACH bytes it has from byte AT on. */
LC__INLINE const void *lc__max_elems(const void *buf, size_t len, size_t need, size_t align,
				     size_t at, size_t each, size_t *n)
{
	const void *ref = lc__prefix(buf, len, need, align);

	if (ref)
		*n = (len - at) / each;
	return ref;
}

/* Of LEN bytes, SIZE or more, those that are not of the object and its elements. */
#define LC__OVER(len, size, at, each)             \
	((at) == (size) ? (len - (at)) % (each) : \
			  len - LC__NEED(size, at, each, (len - (at)) / (each)))

LC__INLINE const void *lc__suffix_max(const void *buf, size_t len, size_t need, size_t align,
				      size_t at, size_t each, size_t *n)
{
	const void *ref;
	size_t count;

	if (len < need)
		return NULL;
	count = (len - at) / each;
	need = LC__NEED(need, at, each, count);
	ref = lc__prefix((const unsigned char *)buf + (len - need), need, need, align);
	if (ref)
		*n = count;
	return ref;
}

LC__INLINE const void *lc__whole_max(const void *buf, size_t len, size_t need, size_t align,
				     size_t at, size_t each, size_t *n)
{
	const void *ref;

	if (len < need || LC__OVER(len, need, at, each))
		return NULL;
	ref = lc__prefix(buf, len, need, align);
	if (ref)
		*n = (len - at) / each;
	return ref;
}

/* BUF if it has N objects of EACH bytes. */
LC__INLINE const void *lc__slice(const void *buf, size_t len, size_t each, size_t align, size_t n)
{
	return n <= len / each ? lc__prefix(buf, n * each, n * each, align) : NULL;
}

/* Copies SIZE bytes from, or to, what may be NULL; false if it is. */
LC__INLINE bool lc__copy_in(void *to, const void *from, size_t size)
{
	if (!from)
		return false;
	__builtin_memcpy(to, from, size);
	return true;
}

LC__INLINE bool lc__copy_out(void *to, const void *from, size_t size)
{
	if (!to)
		return false;
	__builtin_memcpy(to, from, size);
	return true;
}

LC__INLINE bool lc__misaligned(const void *buf, size_t before, size_t align)
{
	return ((uintptr_t)buf + before) & (align - 1);
}

/* The SIZE bytes at AT as an integer. */
LC__INLINE long long lc__stored(const unsigned char *at, size_t size, bool is_signed)
{
	uint8_t one;
	uint16_t two;
	uint32_t four;
	uint64_t eight;

	switch (size) {
	case 1:
		__builtin_memcpy(&one, at, sizeof(one));
		return is_signed ? (int8_t)one : one;
	case 2:
		__builtin_memcpy(&two, at, sizeof(two));
		return is_signed ? (int16_t)two : two;
	case 4:
		__builtin_memcpy(&four, at, sizeof(four));
		return is_signed ? (long long)(int32_t)four : four;
	default:
		__builtin_memcpy(&eight, at, sizeof(eight));
		return (long long)eight;
	}
}
#define LC__STORED(field)                                                              \
	lc__stored(lc__at + offsetof(lc__self, field), sizeof(((lc__self *)0)->field), \
		   LC__IS_SIGNED(__typeof__(((lc__self *)0)->field)))
#define LC__IS_SIGNED(type) (!((type)-1 > (type)0))

/*
 * LC__BYTES is void pointer, const if BUF points to const; LC__REF is pointer
 * to T, likewise. Neither compiles if BUF points to volatile. LC__LOOK_AT keeps
 * the warning about an unused result, which GCC forgets at the end of a statement
 * expression. LC__UNCONST goes by an integer, for -Wcast-qual.
 */
#ifdef __cplusplus
extern "C++" {
template <typename T> T *lc__ref(void *);
template <typename T> const T *lc__ref(const void *);
template <typename T> T lc__pointee(T *);
void *lc__bytes(void *);
const void *lc__bytes(const void *);
template <typename T> LC__INLINE T lc__look_at(T value)
{
	return value;
}
}
#define LC__BYTES(buf) __typeof__(lc__bytes(1 ? (buf) : (void *)1))
#define LC__REF(T, buf) __typeof__(lc__ref<__typeof__(T)>(1 ? (buf) : (void *)1))
#define LC__POINTEE(p) __typeof__(lc__pointee(p))
#define LC__LOOK_AT(type, value) lc__look_at(value)
#define LC__ALIGNOF(T) alignof(T)
#define LC__STATIC_ASSERT(condition, text) static_assert(condition, text)
#else
#define LC__CHOOSE(buf, if_const, if_not) \
	__typeof__(_Generic(1 ? (buf) : (void *)1, const void * : (if_const)0, void * : (if_not)0))
#define LC__BYTES(buf) LC__CHOOSE(buf, const void *, void *)
#define LC__REF(T, buf) LC__CHOOSE(buf, const __typeof__(T) *, __typeof__(T) *)
#define LC__POINTEE(p) __typeof__(*(p))
#define LC__LOOK_AT(type, value) ((type){ value })
#define LC__ALIGNOF(T) _Alignof(T)
#define LC__STATIC_ASSERT(condition, text) _Static_assert(condition, text)
#endif
/* As the compiler takes an error return by hand to be. */
#define LC__LIKELY(condition) __builtin_expect(!!(condition), 1)
#define LC__UNCONST(p) ((uintptr_t)(p))
#define LC__NAME(name, id) LC__PASTE(lc__##name##_, id)

/*
 * LC__LENGTH declares LEN. It is promoted, so that a bit-field will do, and clamped, so
 * that a negative one does not turn into a huge one. It is compared before BUF is
 * evaluated; CALL compares again, and that folds away. Clang, which makes a conditional
 * move of the first form, gets the second.
 */
#define LC__LENGTH(length, len) LC__LENGTH_(length, len, LC__PASTE(len, _given))
#define LC__LENGTH_(length, len, given)                \
	const __typeof__((length)*1) given = (length); \
	const size_t len = given > 0 ? (size_t)given : 0
#define LC__COUNT(n) \
	(sizeof(n) <= sizeof(size_t) ? (size_t)(n) : lc__count((unsigned long long)(n)))
#ifndef __clang__
#define LC__WHEN(enough, call, buf, ...) call((enough) ? (buf) : NULL, __VA_ARGS__)
#else
#define LC__WHEN(enough, call, buf, ...) ((enough) ? call((buf), __VA_ARGS__) : NULL)
#endif
#define LC__AT_START(call, T, buf, len) \
	LC__WHEN(len >= sizeof(T), call, buf, len, sizeof(T), LC__ALIGNOF(T))
#define LC__PREFIX(T, buf, len) LC__AT_START(lc__prefix, T, buf, len)
#define LC__PREFIX_UNALIGNED(T, buf, len) LC__AT_START(lc__unaligned, T, buf, len)
#define LC__PREFIX_ALIGNED(T, buf, len) LC__AT_START(lc__assume_aligned, T, buf, len)
#define LC__PREFIX_NULLABLE(T, buf, len) LC__AT_START(lc__nullable, T, buf, len)
#define LC__PREFIX_TAKEN(T, buf, len) LC__AT_START(lc__take, T, buf, len)
#define LC__PREFIX_TRIED(T, buf, len) LC__AT_START(lc__try, T, buf, len)
#define LC__SUFFIX(T, buf, len) \
	LC__WHEN(len >= sizeof(T), lc__suffix, buf, len, sizeof(T), LC__ALIGNOF(T))
#define LC__WHOLE(T, buf, len) \
	LC__WHEN(len == sizeof(T), lc__whole, buf, len, sizeof(T), LC__ALIGNOF(T))
#define LC__COPIED(T, buf, len) LC__WHEN(len >= sizeof(T), lc__prefix, buf, len, sizeof(T), 1)
#define LC__FIT(len, size, at, each, n) len >= (size) && n <= (len - (at)) / (each)
#define LC__ELEMS(call, form, buf, len, size, at, each, n, align)                                \
	LC__WHEN(LC__LIKELY(LC__FIT(len, size, at, each, n) form(len, size, at, each, n)), call, \
		 buf, len, LC__NEED(size, at, each, n), align, size, at, each, n)
/* With no more bytes than those of N elements, or with more. */
#define LC__JUST(len, size, at, each, n) &&len == LC__NEED(size, at, each, n)
#define LC__JUST_ALL(len, size, at, each) &&!LC__OVER(len, size, at, each)
#define LC__AT_LEAST(...)

/* ID makes names of their own, so that helpers nest without shadowing. */
#define LC__REFERENCE(form, T, buf, length, id, helper) \
	LC__REFERENCE_(form, T, buf, length, LC__NAME(len, id), LC__NAME(asks, id), helper)
#define LC__REFERENCE_(form, T, buf, length, len, asks, helper)               \
	LC__LOOK_AT(LC__REF(T, buf), __extension__({                          \
			    LC__ASK(T, "from-bytes", helper, asks);           \
			    LC__LENGTH(length, len);                          \
			    (LC__REF(T, buf)) LC__UNCONST(form(T, buf, len)); \
		    }))
#define LC__REF_UNALIGNED(T, buf, len, text)                                              \
	LC__LOOK_AT(LC__REF(T, buf), __extension__({                                      \
			    LC__STATIC_ASSERT(LC__ALIGNOF(T) == 1, text);                 \
			    LC__REFERENCE(LC__PREFIX_UNALIGNED, T, buf, len, __COUNTER__, \
					  "lc_ref_from_prefix_unaligned");                \
		    }))
/* The look at the alignment in lc__prefix () folds away. */
#define LC__ASSUME_ALIGNED(T, buf) ((LC__BYTES(buf))__builtin_assume_aligned((buf), LC__ALIGNOF(T)))
#define LC__REF_NULLABLE(T, buf, length, given, id)                                         \
	LC__LOOK_AT(LC__REF(T, buf), __extension__({                                        \
			    const __typeof__((length)*1) LC__PASTE(given, _len) = (length); \
			    const LC__BYTES(buf) given = (buf);                             \
                                                                                            \
			    LC__REFERENCE(LC__PREFIX_NULLABLE, T, given,                    \
					  given ? LC__PASTE(given, _len) : 0, id,           \
					  "lc_ref_from_prefix_nullable");                   \
		    }))

#define LC__EACH(T, member) sizeof(((T *)0)->member[0])
#define LC__REF_ELEMS(call, form, T, member, buf, length, n, id, helper)         \
	LC__REF_ELEMS_(call, form, T, member, buf, length, n, LC__NAME(len, id), \
		       LC__NAME(count, id), LC__NAME(asks, id), helper)
#define LC__REF_ELEMS_(call, form, T, member, buf, length, n, len, count, asks, helper)   \
	LC__LOOK_AT(LC__REF(T, buf), __extension__({                                      \
			    LC__ASK(T, "from-bytes", helper, asks);                       \
			    LC__LENGTH(length, len);                                      \
			    const size_t count = LC__COUNT(n);                            \
                                                                                          \
			    (LC__REF(T, buf)) LC__UNCONST(LC__ELEMS(                      \
				    call, form, buf, len, sizeof(T), offsetof(T, member), \
				    LC__EACH(T, member), count, LC__ALIGNOF(T)));         \
		    }))
#define LC__REF_MAX(call, form, T, member, buf, length, n, id, helper)                             \
	LC__REF_MAX_(call, form, T, member, buf, length, n, LC__NAME(len, id), LC__NAME(asks, id), \
		     helper)
#define LC__REF_MAX_(call, form, T, member, buf, length, n, len, asks, helper)                 \
	LC__LOOK_AT(LC__REF(T, buf), __extension__({                                           \
			    LC__ASK(T, "from-bytes", helper, asks);                            \
			    LC__LENGTH(length, len);                                           \
			    (LC__REF(T, buf)) LC__UNCONST(LC__WHEN(                            \
				    len >= sizeof(T) form(len, sizeof(T), offsetof(T, member), \
							  LC__EACH(T, member)),                \
				    call, buf, len, sizeof(T), LC__ALIGNOF(T),                 \
				    offsetof(T, member), LC__EACH(T, member), n));             \
		    }))
#define LC__SLICE(T, buf, length, n, id, helper)                                                  \
	LC__SLICE_(T, buf, length, n, LC__NAME(len, id), LC__NAME(count, id), LC__NAME(asks, id), \
		   helper)
#define LC__SLICE_(T, buf, length, n, len, count, asks, helper)                                    \
	LC__LOOK_AT(LC__REF(T, buf), __extension__({                                               \
			    LC__ASK(T, "from-bytes", helper, asks);                                \
			    LC__LENGTH(length, len);                                               \
			    const size_t count = LC__COUNT(n);                                     \
                                                                                                   \
			    (LC__REF(T, buf)) LC__UNCONST(                                         \
				    LC__WHEN(LC__LIKELY(count <= len / sizeof(T)), lc__slice, buf, \
					     len, sizeof(T), LC__ALIGNOF(T), count));              \
		    }))
#define LC__TAKE(T, buf, len, id, helper) \
	LC__TAKE_(T, buf, len, LC__NAME(at, id), LC__NAME(left, id), LC__NAME(ref, id), id, helper)
#define LC__TAKE_(T, buf, len, at, left, ref, id, helper)                                       \
	LC__LOOK_AT(LC__REF(T, *(buf)), __extension__({                                         \
			    LC__POINTEE(buf) *const at = (buf);                                 \
			    LC__POINTEE(len) *const left = (len);                               \
			    const LC__REF(T, *at) ref =                                         \
				    LC__REFERENCE(LC__PREFIX_TAKEN, T, *at, *left, id, helper); \
                                                                                                \
			    if (ref) {                                                          \
				    *at = (LC__POINTEE(buf))lc_rest_of_prefix(T, *at);          \
				    *left = (LC__POINTEE(len))(*left - sizeof(T));              \
			    }                                                                   \
			    ref;                                                                \
		    }))

#define LC__READ(T, buf, length, to, id, helper) \
	LC__READ_(T, buf, length, to, LC__NAME(len, id), LC__NAME(asks, id), helper)
#define LC__READ_(T, buf, length, to, len, asks, helper)                                      \
	LC__LOOK_AT(bool, __extension__({                                                     \
			    LC__ASK(T, "from-bytes", helper, asks);                           \
			    LC__LENGTH(length, len);                                          \
			    lc__copy_in(1 ? (to) : (__typeof__(T) *)0,                        \
					(LC__BYTES(buf))LC__UNCONST(LC__COPIED(T, buf, len)), \
					sizeof(T));                                           \
		    }))
#define LC__WRITE(T, buf, length, from, id, helper) \
	LC__WRITE_(T, buf, length, from, LC__NAME(len, id), LC__NAME(asks, id), helper)
#define LC__WRITE_(T, buf, length, from, len, asks, helper)                                    \
	LC__LOOK_AT(bool, __extension__({                                                      \
			    LC__ASK(T, "into-bytes", helper, asks);                            \
			    LC__LENGTH(length, len);                                           \
			    lc__copy_out((LC__BYTES(buf))LC__UNCONST(LC__COPIED(T, buf, len)), \
					 1 ? (from) : (const __typeof__(T) *)0, sizeof(T));    \
		    }))
#define LC__READ_AT(T, from, id) LC__READ_AT_(T, from, LC__NAME(value, id), LC__NAME(asks, id))
#define LC__READ_AT_(T, from, value, asks)                                        \
	__extension__({                                                           \
		LC__ASK(T, "from-bytes", "lc_read", asks);                        \
		__typeof__(T) value;                                              \
		__builtin_memcpy(&value, (LC__BYTES(from))(from), sizeof(value)); \
		value;                                                            \
	})
#define LC__WRITE_AT(T, to, what, id) \
	LC__WRITE_AT_(T, to, what, LC__NAME(value, id), LC__NAME(asks, id))
#define LC__WRITE_AT_(T, to, what, value, asks)                \
	__extension__({                                        \
		LC__ASK(T, "into-bytes", "lc_write", asks);    \
		const __typeof__(T) value = (what);            \
		__builtin_memcpy((to), &value, sizeof(value)); \
		(void)0;                                       \
	})
#define LC__TRANSMUTE(To, what, id) \
	LC__TRANSMUTE_(To, what, LC__NAME(from, id), LC__NAME(to, id), LC__NAME(asks, id))
#define LC__TRANSMUTE_(To, what, value, to, asks)                                                 \
	__extension__({                                                                           \
		const __typeof__(what) value = (what);                                            \
		__typeof__(To) to;                                                                \
		LC__ASK(value, "into-bytes", "lc_transmute", LC__PASTE(asks, _from));             \
		LC__ASK(To, "from-bytes", "lc_transmute", LC__PASTE(asks, _to));                  \
		LC__STATIC_ASSERT(sizeof(value) == sizeof(to), "lc_transmute: the sizes differ"); \
		__builtin_memcpy(&to, &value, sizeof(to));                                        \
		to;                                                                               \
	})
#define LC__BYTES_OF(p, id)                                                      \
	LC__LOOK_AT(LC__REF(unsigned char, p), __extension__({                   \
			    LC__ASK(LC__POINTEE(p), "into-bytes", "lc_bytes_of", \
				    LC__NAME(asks, id));                         \
			    (LC__REF(unsigned char, p)) LC__UNCONST(p);          \
		    }))
#define LC__ZERO(p, id)                                                               \
	__extension__({                                                               \
		LC__ASK(LC__POINTEE(p), "zero-valid", "lc_zero", LC__NAME(asks, id)); \
		__builtin_memset((p), 0, sizeof(*(p)));                               \
		(void)0;                                                              \
	})

#define LC__TRY_REF(T, valid, buf, length, id, helper)                             \
	LC__TRY_REF_(T, valid, buf, length, LC__NAME(len, id), LC__NAME(asks, id), \
		     LC__NAME(ref, id), helper)
#define LC__TRY_REF_(T, valid, buf, length, len, asks, ref, helper)                              \
	LC__LOOK_AT(LC__REF(T, buf), __extension__({                                             \
			    LC__ASK_VALID(T, valid, helper, asks);                               \
			    LC__LENGTH(length, len);                                             \
			    const LC__REF(T, buf) ref =                                          \
				    (LC__REF(T, buf))LC__UNCONST(LC__PREFIX_TRIED(T, buf, len)); \
                                                                                                 \
			    ref &&valid(ref) ? ref : NULL;                                       \
		    }))
#define LC__TRY_READ(T, valid, buf, length, to, id, helper)                             \
	LC__TRY_READ_(T, valid, buf, length, to, LC__NAME(len, id), LC__NAME(asks, id), \
		      LC__NAME(ref, id), helper)
#define LC__TRY_READ_(T, valid, buf, length, to, len, asks, ref, helper)                        \
	LC__LOOK_AT(bool, __extension__({                                                       \
			    LC__ASK_VALID(T, valid, helper, asks);                              \
			    LC__LENGTH(length, len);                                            \
			    const LC__BYTES(buf)                                                \
				    ref = (LC__BYTES(buf))LC__UNCONST(LC__COPIED(T, buf, len)); \
                                                                                                \
			    ref &&valid(ref) &&                                                 \
				    lc__copy_in(1 ? (to) : (__typeof__(T) *)0, ref, sizeof(T)); \
		    }))

/* BEFORE bytes are skipped, and none should be BEHIND the object: LC__ALL of what is over, or LC__NONE. */
#define LC__NONE(over) 0
#define LC__ALL(over) (over)
#define LC__WHY_IF(enough, buf, align, before, behind)                              \
	((enum lc_error)(!(enough)                            ? LC_TOO_SHORT :      \
			 lc__misaligned((buf), before, align) ? LC_MISALIGNED :     \
			 (behind)                             ? LC_TRAILING_BYTES : \
								LC_OK))
#define LC__WHY(T, buf, length, before, behind, id) \
	LC__WHY_(T, buf, length, before, behind, LC__NAME(len, id))
#define LC__WHY_(T, buf, length, before, behind, len)                                      \
	__extension__({                                                                    \
		LC__LENGTH(length, len);                                                   \
		LC__WHY_IF(len >= sizeof(T), buf, LC__ALIGNOF(T), before(len - sizeof(T)), \
			   behind(len - sizeof(T)));                                       \
	})
#define LC__WHY_NULLABLE(T, buf, length, id) \
	LC__WHY_NULLABLE_(T, buf, length, LC__NAME(len, id), LC__NAME(at, id))
#define LC__WHY_NULLABLE_(T, buf, length, len, at)                            \
	__extension__({                                                       \
		LC__LENGTH(length, len);                                      \
		const void *const at = (buf);                                 \
                                                                              \
		LC__WHY_IF(len >= sizeof(T) && at, at, LC__ALIGNOF(T), 0, 0); \
	})
#define LC__WHY_ELEMS(T, member, buf, length, n, before, behind, id)                 \
	LC__WHY_ELEMS_(T, member, buf, length, n, before, behind, LC__NAME(len, id), \
		       LC__NAME(count, id))
#define LC__WHY_ELEMS_(T, member, buf, length, n, before, behind, len, count)                    \
	__extension__({                                                                          \
		LC__LENGTH(length, len);                                                         \
		const size_t count = LC__COUNT(n);                                               \
                                                                                                 \
		LC__WHY_OVER(LC__FIT(len, sizeof(T), offsetof(T, member), LC__EACH(T, member),   \
				     count),                                                     \
			     T, buf, before, behind,                                             \
			     len - LC__NEED(sizeof(T), offsetof(T, member), LC__EACH(T, member), \
					    count));                                             \
	})
#define LC__WHY_MAX(T, member, buf, length, n, before, behind, id) \
	LC__WHY_MAX_(T, member, buf, length, n, before, behind, LC__NAME(len, id))
#define LC__WHY_MAX_(T, member, buf, length, n, before, behind, len)                              \
	__extension__({                                                                           \
		LC__LENGTH(length, len);                                                          \
                                                                                                  \
		(void)sizeof(1 ? (n) : (size_t *)0);                                              \
		LC__WHY_OVER(len >= sizeof(T), T, buf, before, behind,                            \
			     LC__OVER(len, sizeof(T), offsetof(T, member), LC__EACH(T, member))); \
	})
#define LC__WHY_OVER(enough, T, buf, before, behind, over) \
	LC__WHY_IF(enough, buf, LC__ALIGNOF(T), before(over), behind(over))
#define LC__WHY_SLICE(T, buf, length, n, id) \
	LC__WHY_SLICE_(T, buf, length, n, LC__NAME(len, id), LC__NAME(count, id))
#define LC__WHY_SLICE_(T, buf, length, n, len, count)                            \
	__extension__({                                                          \
		LC__LENGTH(length, len);                                         \
		const size_t count = LC__COUNT(n);                               \
                                                                                 \
		LC__WHY_IF(count <= len / sizeof(T), buf, LC__ALIGNOF(T), 0, 0); \
	})
#define LC__WHY_TRY(T, valid, buf, length, align, id)                                   \
	LC__WHY_TRY_(T, valid, buf, length, align, LC__NAME(len, id), LC__NAME(at, id), \
		     LC__NAME(why, id))
#define LC__WHY_TRY_(T, valid, buf, length, align, len, at, why)                             \
	__extension__({                                                                      \
		LC__LENGTH(length, len);                                                     \
		enum lc_error why = LC_TOO_SHORT;                                            \
                                                                                             \
		if (len >= sizeof(T)) {                                                      \
			const void *const at = (buf);                                        \
                                                                                             \
			why = (enum lc_error)(lc__misaligned(at, 0, align) ? LC_MISALIGNED : \
					      valid(at)                    ? LC_OK :         \
									     LC_INVALID);                       \
		}                                                                            \
		why;                                                                         \
	})

/* Of one to sixteen things: is VALUE one of them, and the sum of their sizes as fields of T. */
#define LC__HOW_MANY(...) \
	LC__SEVENTEENTH(__VA_ARGS__, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)
#define LC__SEVENTEENTH(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, ...) q
#define LC__FOLD(each, x, ...) LC__PASTE(LC__FOLD_, LC__HOW_MANY(__VA_ARGS__))(each, x, __VA_ARGS__)
#define LC__FOLD_1(each, x, a) each(x, a)
#define LC__FOLD_2(each, x, a, ...) each(x, a) LC__FOLD_1(each, x, __VA_ARGS__)
#define LC__FOLD_3(each, x, a, ...) each(x, a) LC__FOLD_2(each, x, __VA_ARGS__)
#define LC__FOLD_4(each, x, a, ...) each(x, a) LC__FOLD_3(each, x, __VA_ARGS__)
#define LC__FOLD_5(each, x, a, ...) each(x, a) LC__FOLD_4(each, x, __VA_ARGS__)
#define LC__FOLD_6(each, x, a, ...) each(x, a) LC__FOLD_5(each, x, __VA_ARGS__)
#define LC__FOLD_7(each, x, a, ...) each(x, a) LC__FOLD_6(each, x, __VA_ARGS__)
#define LC__FOLD_8(each, x, a, ...) each(x, a) LC__FOLD_7(each, x, __VA_ARGS__)
#define LC__FOLD_9(each, x, a, ...) each(x, a) LC__FOLD_8(each, x, __VA_ARGS__)
#define LC__FOLD_10(each, x, a, ...) each(x, a) LC__FOLD_9(each, x, __VA_ARGS__)
#define LC__FOLD_11(each, x, a, ...) each(x, a) LC__FOLD_10(each, x, __VA_ARGS__)
#define LC__FOLD_12(each, x, a, ...) each(x, a) LC__FOLD_11(each, x, __VA_ARGS__)
#define LC__FOLD_13(each, x, a, ...) each(x, a) LC__FOLD_12(each, x, __VA_ARGS__)
#define LC__FOLD_14(each, x, a, ...) each(x, a) LC__FOLD_13(each, x, __VA_ARGS__)
#define LC__FOLD_15(each, x, a, ...) each(x, a) LC__FOLD_14(each, x, __VA_ARGS__)
#define LC__FOLD_16(each, x, a, ...) each(x, a) LC__FOLD_15(each, x, __VA_ARGS__)
#define LC__OR_EQUAL(value, a) || (value) == (a)
#define LC__PLUS_SIZE(T, field) +sizeof(((T *)0)->field)

/* One access, by the accessor of the field's width. */
#ifdef __KERNEL__
#define LC__IOMEM __iomem
#define LC__LOAD(suffix, bits, at) read##suffix(at)
#define LC__STORE(suffix, bits, at, value) write##suffix((uint##bits##_t)(value), at)
#else
#define LC__IOMEM
typedef uint8_t __attribute__((may_alias)) lc__reg8;
typedef uint16_t __attribute__((may_alias)) lc__reg16;
typedef uint32_t __attribute__((may_alias)) lc__reg32;
typedef uint64_t __attribute__((may_alias)) lc__reg64;
#define LC__LOAD(suffix, bits, at) (*(const volatile lc__reg##bits *)(at))
#define LC__STORE(suffix, bits, at, value) \
	((void)(*(volatile lc__reg##bits *)(at) = (uint##bits##_t)(value)))
#endif
#if __SIZEOF_POINTER__ >= 8
#define LC__LOAD_64(at) LC__LOAD(q, 64, at)
#define LC__STORE_64(at, value) LC__STORE(q, 64, at, value)
#else
#define LC__LOAD_64(at) 0
#define LC__STORE_64(at, value) ((void)0)
#endif
#define LC__REG_FITS(T, field)                                                                \
	LC__STATIC_ASSERT(sizeof(((T *)0)->field) <= sizeof(void *) &&                        \
				  !(sizeof(((T *)0)->field) & (sizeof(((T *)0)->field) - 1)), \
			  #T ": no accessor has the width of " #field);                       \
	LC__STATIC_ASSERT(offsetof(T, field) % sizeof(((T *)0)->field) == 0,                  \
			  #T ": " #field " is not at a multiple of its width")
#define LC__REG_READ(T, base, field)                                                           \
	__extension__({                                                                        \
		LC__REG_FITS(T, field);                                                        \
		const volatile void LC__IOMEM *const lc__reg =                                 \
			(const volatile unsigned char LC__IOMEM *)(base) + offsetof(T, field); \
		sizeof(((T *)0)->field) == 1 ? LC__LOAD(b, 8, lc__reg) :                       \
		sizeof(((T *)0)->field) == 2 ? LC__LOAD(w, 16, lc__reg) :                      \
		sizeof(((T *)0)->field) == 4 ? LC__LOAD(l, 32, lc__reg) :                      \
					       LC__LOAD_64(lc__reg);                           \
	})
#define LC__REG_WRITE(T, base, field, value)                                             \
	__extension__({                                                                  \
		LC__REG_FITS(T, field);                                                  \
		volatile void LC__IOMEM *const lc__reg =                                 \
			(volatile unsigned char LC__IOMEM *)(base) + offsetof(T, field); \
		const __typeof__(((T *)0)->field) lc__value = (value);                   \
		if (sizeof(lc__value) == 1)                                              \
			LC__STORE(b, 8, lc__reg, lc__value);                             \
		else if (sizeof(lc__value) == 2)                                         \
			LC__STORE(w, 16, lc__reg, lc__value);                            \
		else if (sizeof(lc__value) == 4)                                         \
			LC__STORE(l, 32, lc__reg, lc__value);                            \
		else                                                                     \
			LC__STORE_64(lc__reg, lc__value);                                \
	})

#endif
