// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Suppressions by the attribute lc_allow of a function or type.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned int u32;

#define LC_ALLOW(rule, reason) __attribute__((lc_allow(rule, reason)))

#ifdef __has_attribute
#if !__has_attribute(lc_allow)
#undef LC_ALLOW
#define LC_ALLOW(rule, reason)
#endif
#endif

struct hdr {
	u8 type, flags, length[2];
	u32 id;
};
struct LC_ALLOW("lc-short-buffer", "the ROM holds it whole") rom {
	u32 magic, id;
};
struct behind {
	u32 magic, id;
} LC_ALLOW("lc-short-buffer", "the ROM holds it whole");
typedef struct {
	u32 magic, id;
} named LC_ALLOW("lc-short-buffer", "the ROM holds it whole");
struct LC_ALLOW("lc-misaligned", "the bus does not mind") other {
	u32 magic, id;
};

/* The conversions in a function. */
LC_ALLOW("lc-short-buffer", "every caller passes a whole frame")
u32 of_a_function(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr open lc-short-buffer

	return h->id;
}

/* Not those in the next. */
u32 of_the_function_before(const u8 *buf, size_t len)
{
	return ((const struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
}

/* Stated where it is declared. */
LC_ALLOW("lc-short-buffer", "every caller passes a whole frame")
u32 of_a_declaration(const u8 *buf, size_t len);
u32 of_a_declaration(const u8 *buf, size_t len)
{
	return ((const struct hdr *)buf)->id;
}

/* Two on one, of which one is about something else. */
LC_ALLOW("lc-misaligned", "the bus does not mind")
LC_ALLOW("lc-short-buffer", "every caller passes a whole frame")
u32 of_two(const u8 *buf, size_t len)
{
	return ((const struct hdr *)buf)->id;
}

/* One string may name several rules. */
LC_ALLOW("lc-misaligned, lc-short-buffer", "every caller passes a whole frame")
u32 of_several_rules(const u8 *buf, size_t len)
{
	return ((const struct hdr *)buf)->id;
}

/* One list of attributes for two declarations. */
LC_ALLOW("lc-short-buffer", "every caller passes a whole frame") extern u32 first_of_list(const u8 *buf, size_t len), second_of_list(const u8 *buf, size_t len);
u32 first_of_list(const u8 *buf, size_t len)
{
	return ((const struct hdr *)buf)->id;
}
u32 second_of_list(const u8 *buf, size_t len)
{
	return ((const struct hdr *)buf)->id;
}

/* The conversions to a type, however it is written. */
u32 to_a_type(const u8 *buf, size_t len)
{
	const struct rom *r = (const struct rom *)buf;

	return r->id;
}
u32 to_a_type_behind(const u8 *buf, size_t len)
{
	return ((const struct behind *)buf)->id;
}
u32 to_a_typedef(const u8 *buf, size_t len)
{
	return ((const named *)buf)->id;
}
u32 to_another_type(const u8 *buf, size_t len)
{
	return ((const struct other *)buf)->id; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
}

/* The reason is wanted here as well. */
LC_ALLOW("lc-short-buffer", "") u32 without_a_reason(const u8 *buf, size_t len) // note: this suppression does not count: it gives no reason
{
	return ((const struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
}
__attribute__((lc_allow("lc-short-buffer"))) u32 with_one_argument(const u8 *buf, size_t len) // note: this suppression does not count: it gives no reason
{
	return ((const struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
}
__attribute__((lc_allow("lc-short-bufer", "why"))) u32 for_a_rule_misspelt(const u8 *buf, size_t len) // note: there is no rule 'lc-short-bufer': did you mean 'lc-short-buffer'
{
	return ((const struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
}

/* It belongs to a function or type, and has two strings. */
LC_ALLOW("lc-short-buffer", "why") int variable; // note: does not count: it belongs to a function or a type
__attribute__((lc_allow("lc-short-buffer", 3))) int with_a_number(const u8 *buf); // note: does not count: expected 'lc_allow."RULE", "REASON".', two strings
