// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Suppressions in comments: those that cover a finding, each beside one that does not.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned int u32;

struct hdr {
	u8 type, flags, length[2];
	u32 id;
};

/* Behind the access. */
u32 on_the_line(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	return h->id; // layoutcheck: allow(lc-short-buffer) every caller passes a whole frame
}

/* Alone on the line above. */
u32 on_the_line_above(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	/* layoutcheck: allow(lc-short-buffer) every caller passes a whole frame */
	return h->id;
}

/* Further comments may come between. */
u32 above_more_comments(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	/*
	 * layoutcheck: allow(lc-short-buffer) every caller
	 * passes a whole frame
	 */
	// and this is another matter
	return h->id;
}

/* At the cast. */
u32 at_the_cast(const u8 *buf, size_t len)
{
	/* layoutcheck: allow(lc-short-buffer) every caller passes a whole frame */
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr open lc-short-buffer

	return h->id;
}

/* A view has one finding, at the first of its worst accesses: without it the others are silent too. */
u32 where_the_finding_stands(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;
	u8 type = h->type; // layoutcheck: allow(lc-short-buffer) every caller passes a whole frame

	return type + h->id;
}

/* But not the other way round. */
u32 at_another_access(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;
	u8 type = h->type; // warning: needs 1 byte of 'buf' [lc-short-buffer]

	return type + h->id; // layoutcheck: allow(lc-short-buffer) every caller passes a whole frame
}

/* An empty line ends what a comment is about. */
u32 an_empty_line_between(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	/* layoutcheck: allow(lc-short-buffer) every caller passes a whole frame */

	return h->id; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
}

/* Behind code, a comment is about that code and not about the next line. */
u32 behind_other_code(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;
	u32 sum = 0; // layoutcheck: allow(lc-short-buffer) every caller passes a whole frame
	return h->id + sum; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
}

/* Another rule is not this rule. */
u32 for_another_rule(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	/* layoutcheck: allow(lc-misaligned) the bus does not mind */
	return h->id; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
}

/* One of several. */
u32 for_several_rules(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	/* layoutcheck: allow(lc-misaligned, lc-short-buffer) the device sends whole frames */
	return h->id;
}

/* The reason is wanted. */
u32 without_a_reason(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	/* layoutcheck: allow(lc-short-buffer) */ // note: this suppression does not count: it gives no reason
	return h->id; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
}

/* A rule that is misspelt. */
u32 for_a_rule_misspelt(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	/* layoutcheck: allow(lc-short-bufer) whole frames */ // note: does not count: there is no rule 'lc-short-bufer': did you mean 'lc-short-buffer'
	return h->id; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
}

/* A word that is misspelt. */
u32 by_a_word_misspelt(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	/* layoutcheck: alow(lc-short-buffer) whole frames */ // note: does not count: expected 'layoutcheck: allow
	return h->id; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
}

/* What a string says is no comment. */
const char *in_a_string(const u8 *buf, size_t len, u32 *id)
{
	const struct hdr *h = (const struct hdr *)buf;

	*id = h->id; const char *text = "/* layoutcheck: allow(lc-short-buffer) why */"; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
	return text;
}

/* In a macro, what counts is where it is used. */
#define ID(buf) (((const struct hdr *)(buf))->id) /* layoutcheck: allow(lc-short-buffer) not here */

u32 in_a_macro(const u8 *buf, size_t len)
{
	return ID(buf); // layoutcheck: allow(lc-short-buffer) every caller passes a whole frame
}
u32 in_a_macro_not_covered(const u8 *buf, size_t len)
{
	return ID(buf); // warning: needs 8 bytes of 'buf' [lc-short-buffer]
}

/* What is certainly wrong can be suppressed as well: somebody said why. */
u32 refuted(void)
{
	u8 buf[4] = { 0 };

	return ((const struct hdr *)buf)->id; // layoutcheck: allow(lc-short-buffer) a test of the trap
}
u32 refuted_not_covered(void)
{
	u8 buf[4] = { 0 };

	return ((const struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
}
