/* SPDX-License-Identifier: BSD-2-Clause OR Apache-2.0 OR MIT */
/*
 * layoutcheck.h: view bytes as an object, with the length and the alignment
 * checked. For C11 and C++11, kernel and user space, GCC >= 8 and clang.
 *
 *	struct hdr *h = lc_ref_from_prefix(struct hdr, buf, len);
 *
 *	if (!h)
 *		return -EINVAL;
 *
 * Every helper gives a pointer to T, or NULL; the result must be looked at.
 *
 *   lc_ref_from_prefix(T, buf, len)
 *	The T at the start of the LEN bytes at BUF; NULL if LEN < sizeof(T), or
 *	if BUF is not aligned for T.
 *   lc_ref_from_prefix_unaligned(T, buf, len)
 *	The same for a T of alignment 1 (packed), which is checked when this is
 *	compiled: no alignment is looked at when it runs.
 *   lc_ref_from_prefix_assume_aligned(T, buf, len)
 *	The same where the caller knows that BUF is aligned for T: undefined if
 *	it is not.
 *   lc_ref_from_prefix_nullable(T, buf, len)
 *	As the first, but BUF may be NULL whatever LEN says.
 *
 * BUF points to const or plain data of any type, never to volatile data
 * (that does not compile); the result is const where BUF is. LEN is of any
 * integer type; a negative one is too short. LEN is evaluated once, then BUF
 * once if LEN is enough, so that the code is that of a check written by hand.
 * BUF must not be NULL when LEN is enough, and the compiler is told so. (The
 * nullable one evaluates both, and pays for its look at BUF.)
 *
 * Contract with the layoutcheck compiler plugin: each helper ends in a call
 *
 *	const void *lc__prefix(const void *buf, size_t len, size_t need, size_t align)
 *
 * whose non-NULL result points to at least NEED bytes, aligned to ALIGN. The
 * name, the order and the meaning of the parameters do not change.
 */
#ifndef LAYOUTCHECK_H
#define LAYOUTCHECK_H

#ifdef __KERNEL__
#include <linux/stddef.h>
#include <linux/types.h>
#else
#include <stddef.h>
#include <stdint.h>
#endif

#define LC__INLINE static inline __attribute__((always_inline, unused, warn_unused_result))

/*
 * LC_ALLOW("RULE", "REASON") before a function: findings of RULE in it are not
 * reported; at a type (struct LC_ALLOW(...) T { ... }): those of conversions to
 * it. Nothing without the plugin. See Documentation/suppression.md.
 */
#ifdef __has_attribute
#if __has_attribute(lc_allow)
#define LC_ALLOW(rule, reason) __attribute__((lc_allow(rule, reason)))
#endif
#endif
#ifndef LC_ALLOW
#define LC_ALLOW(rule, reason)
#endif

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
void *lc__bytes(void *);
const void *lc__bytes(const void *);
}
#define LC__BYTES(buf) __typeof__(lc__bytes(1 ? (buf) : (void *)1))
#define LC__REF(T, buf) __typeof__(lc__ref<__typeof__(T)>(1 ? (buf) : (void *)1))
#define LC__LOOK_AT(type, value) (value)
#define LC__ALIGNOF(T) alignof(T)
#define LC__STATIC_ASSERT(condition, text) static_assert(condition, text)
#else
#define LC__CHOOSE(buf, if_const, if_not) \
	__typeof__(_Generic(1 ? (buf) : (void *)1, const void * : (if_const)0, void * : (if_not)0))
#define LC__BYTES(buf) LC__CHOOSE(buf, const void *, void *)
#define LC__REF(T, buf) LC__CHOOSE(buf, const __typeof__(T) *, __typeof__(T) *)
#define LC__LOOK_AT(type, value) ((type){ value })
#define LC__ALIGNOF(T) _Alignof(T)
#define LC__STATIC_ASSERT(condition, text) _Static_assert(condition, text)
#endif
#define LC__UNCONST(p) ((uintptr_t)(p))

#define LC__PASTE_(a, b) a##b
#define LC__PASTE(a, b) LC__PASTE_(a, b)

/*
 * ID makes names of their own, so that helpers nest without shadowing. The
 * length is promoted, so that a bit-field will do, and clamped, so that a
 * negative one does not turn into a huge one. It is compared before BUF is
 * evaluated; lc__prefix () compares again, and that folds away. Clang, which
 * makes a conditional move of the first form, gets the second.
 */
#define LC__PREFIX(T, buf, len, id) \
	LC__PREFIX_(T, buf, len, LC__PASTE(lc__given_, id), LC__PASTE(lc__len_, id))
#define LC__PREFIX_(T, buf, length, given, len)                                          \
	LC__LOOK_AT(LC__REF(T, buf), __extension__({                                     \
			    const __typeof__((length)*1) given = (length);               \
			    const size_t len = given > 0 ? (size_t)given : 0;            \
                                                                                         \
			    (LC__REF(T, buf)) LC__UNCONST(LC__CALL(T, buf, given, len)); \
		    }))
#ifndef __clang__
#define LC__CALL(T, buf, given, len) \
	lc__prefix(len >= sizeof(T) ? (buf) : NULL, len, sizeof(T), LC__ALIGNOF(T))
#else
#define LC__CALL(T, buf, given, len)                                 \
	(given > 0 && (size_t)given >= sizeof(T) ?                   \
		 lc__prefix((buf), len, sizeof(T), LC__ALIGNOF(T)) : \
		 NULL)
#endif

#define lc_ref_from_prefix(T, buf, len) LC__PREFIX(T, buf, len, __COUNTER__)

#define lc_ref_from_prefix_unaligned(T, buf, len)                                 \
	LC__LOOK_AT(LC__REF(T, buf), __extension__({                              \
			    LC__STATIC_ASSERT(LC__ALIGNOF(T) == 1,                \
					      "lc_ref_from_prefix_unaligned: " #T \
					      " needs alignment");                \
			    LC__PREFIX(T, buf, len, __COUNTER__);                 \
		    }))

/* The look at the alignment in lc__prefix () folds away. */
#define lc_ref_from_prefix_assume_aligned(T, buf, len) \
	LC__PREFIX(T, LC__ASSUME_ALIGNED(T, buf), len, __COUNTER__)
#define LC__ASSUME_ALIGNED(T, buf) ((LC__BYTES(buf))__builtin_assume_aligned((buf), LC__ALIGNOF(T)))

#define lc_ref_from_prefix_nullable(T, buf, len) \
	LC__NULLABLE(T, buf, len, LC__PASTE(lc__buf_, __COUNTER__), __COUNTER__)
#define LC__NULLABLE(T, buf, length, given, id)                                             \
	LC__LOOK_AT(LC__REF(T, buf), __extension__({                                        \
			    const __typeof__((length)*1) LC__PASTE(given, _len) = (length); \
			    const LC__BYTES(buf) given = (buf);                             \
                                                                                            \
			    LC__PREFIX(T, given, given ? LC__PASTE(given, _len) : 0, id);   \
		    }))

#endif
