// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Idioms: where the comparison stands, and in which dress: macros, jumps, switches, ternaries.
 */
#include "idioms.h"

#define WARN_ON_ONCE(condition) ({ int _failed = !!(condition); if (unlikely(_failed)) warn_slowpath(__FILE__, __LINE__); unlikely(_failed); })
#define BUG_ON(condition) do { if (unlikely(condition)) stop(); } while (0)
#define ASSERT(condition) do { if (!(condition)) { note(#condition); return 0; } } while (0)
#define ASSERT_LOUD(condition) do { if (!(condition)) note(#condition); } while (0)
#define NEED(n) do { if (len < (n)) goto truncated; } while (0)
#define TEST_LENGTH(p, n) ((size_t)(n) <= len && (const u8 *)(p) - buf <= (ptrdiff_t)(len - (n)))

/* One way out for all errors. */
u32 goto_out_bad(const u8 *buf, size_t len)
{
	u32 id = 0;

	if (len < 4)
		goto out;
	id = ((const struct hdr *)buf)->id; // warning: 4 known [lc-short-buffer]
out:
	return id;
}

u32 goto_out_good(const u8 *buf, size_t len)
{
	u32 id = 0;

	if (len < 8)
		goto out;
	id = ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
out:
	return id;
}

/* A macro compares and jumps. */
u32 macro_jumps_bad(const u8 *buf, size_t len)
{
	NEED(sizeof(struct tlv));
	return ((const struct hdr *)buf)->id; // warning: 4 known [lc-short-buffer]
truncated:
	return 0;
}

u32 macro_jumps_good(const u8 *buf, size_t len)
{
	NEED(sizeof(struct hdr));
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
truncated:
	return 0;
}

/* A macro that is asked whether a pointer has so many bytes behind it. */
u32 macro_asked_good(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer

	if (!TEST_LENGTH(buf, sizeof(*h)))
		return 0;
	return h->id;
}

/* WARN_ON_ONCE() gives back what it was told. */
u32 warn_once_bad(const u8 *buf, size_t len)
{
	if (WARN_ON_ONCE(len < 6))
		return 0;
	return ((const struct hdr *)buf)->id; // warning: 6 known [lc-short-buffer]
}

u32 warn_once_good(const u8 *buf, size_t len)
{
	if (WARN_ON_ONCE(len < sizeof(struct hdr)))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* BUG_ON() does not come back. */
u32 bug_on_bad(const u8 *buf, size_t len)
{
	BUG_ON(len < 4);
	return ((const struct hdr *)buf)->id; // warning: 4 known [lc-short-buffer]
}

u32 bug_on_good(const u8 *buf, size_t len)
{
	BUG_ON(len < 8);
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* An assertion that only complains lets everything pass. */
u32 assertion_bad(const u8 *buf, size_t len)
{
	ASSERT_LOUD(len >= sizeof(struct hdr));
	return ((const struct hdr *)buf)->id; // warning: 'len' is not compared on every way [lc-short-buffer]
}

u32 assertion_good(const u8 *buf, size_t len)
{
	ASSERT(len >= sizeof(struct hdr));
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* likely() and unlikely() change nothing. */
u32 likely_bad(const u8 *buf, size_t len)
{
	if (unlikely(len < 5))
		return 0;
	return ((const struct hdr *)buf)->id; // warning: 5 known [lc-short-buffer]
}

u32 likely_good(const u8 *buf, size_t len)
{
	if (likely(len >= 8))
		return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
	return 0;
}

/* The view before the comparison, the access behind it. */
u32 view_first_bad(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;
	u32 id = h->id; // warning: 'len' is not compared [lc-short-buffer]

	if (len < sizeof(*h))
		return 0;
	return id;
}

u32 view_first_good(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer
	u32 id;

	if (len < sizeof(*h))
		return 0;
	id = h->id;
	return id;
}

/* Nested ifs, each of which asks for a little more. */
u32 nested_bad(const u8 *buf, size_t len, int kind)
{
	if (kind) {
		if (len >= 2) {
			if (((const u16 *)buf)[0] == 7) // verdict: overlay u16 proven lc-short-buffer
				return ((const struct hdr *)buf)->id; // warning: 2 known [lc-short-buffer]
		}
	}
	return 0;
}

u32 nested_good(const u8 *buf, size_t len, int kind)
{
	if (kind) {
		if (len >= 2) {
			if (((const u16 *)buf)[0] == 7 && len > 7) // verdict: overlay u16 proven lc-short-buffer
				return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
		}
	}
	return 0;
}

/* A switch on the length. */
u32 switch_bad(const u8 *buf, size_t len)
{
	switch (len) {
	case 6:
	case 12:
		return ((const struct hdr *)buf)->id; // warning: 6 known [lc-short-buffer]
	default:
		return 0;
	}
}

u32 switch_good(const u8 *buf, size_t len)
{
	switch (len) {
	case 8:
	case 12 ... 16:
		return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
	default:
		return 0;
	}
}

/* A switch on the kind, each case with a comparison of its own. */
u32 switch_on_kind_bad(const u8 *buf, size_t len, int kind)
{
	switch (kind) {
	case 1:
		if (len < 4)
			return 0;
		return ((const struct tlv *)buf)->value; // verdict: overlay struct tlv proven lc-short-buffer
	case 2:
		if (len < 4)
			return 0;
		return ((const struct hdr *)buf)->id; // warning: 4 known [lc-short-buffer]
	}
	return 0;
}

u32 switch_on_kind_good(const u8 *buf, size_t len, int kind)
{
	switch (kind) {
	case 1:
		if (len < 4)
			return 0;
		return ((const struct tlv *)buf)->value; // verdict: overlay struct tlv proven lc-short-buffer
	case 2:
		if (len < 8)
			return 0;
		return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
	}
	return 0;
}

/* How much is needed depends on a flag. */
u32 need_by_ternary_bad(const u8 *buf, size_t len, int wide)
{
	size_t need = wide ? 8 : 4;

	if (len < need)
		return 0;
	return ((const struct hdr *)buf)->id; // warning: 4 known [lc-short-buffer]
}

u32 need_by_ternary_good(const u8 *buf, size_t len, int wide)
{
	size_t need = wide ? 8 : 4;

	if (len < need)
		return 0;
	return wide ? ((const struct hdr *)buf)->id : 0; // verdict: overlay struct hdr proven lc-short-buffer
}

/* And by a switch. */
u32 need_by_switch_bad(const u8 *buf, size_t len, int version)
{
	size_t need;

	switch (version) {
	case 1:
		need = 4;
		break;
	case 2:
		need = 8;
		break;
	default:
		return 0;
	}
	if (len < need)
		return 0;
	return ((const struct hdr *)buf)->id; // warning: 4 known [lc-short-buffer]
}

u32 need_by_switch_good(const u8 *buf, size_t len, int version)
{
	size_t need;

	switch (version) {
	case 1:
		need = 8;
		break;
	case 2:
		need = 12;
		break;
	default:
		return 0;
	}
	if (len < need)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* The outcome in a variable. */
u32 outcome_kept_bad(const u8 *buf, size_t len, int kind)
{
	bool ok = kind > 2 && len >= 4;

	if (!ok)
		return 0;
	return ((const struct hdr *)buf)->id; // warning: 4 known [lc-short-buffer]
}

u32 outcome_kept_good(const u8 *buf, size_t len, int kind)
{
	bool ok = kind > 2 && len >= 8;

	if (!ok)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* An error code that is set where something is amiss. */
u32 error_code_bad(const u8 *buf, size_t len, int kind)
{
	int err = 0;

	if (kind > 3)
		err = -22;
	else if (len < 4)
		err = -71;
	if (err)
		return 0;
	return ((const struct hdr *)buf)->id; // warning: 4 known [lc-short-buffer]
}

u32 error_code_good(const u8 *buf, size_t len, int kind)
{
	int err = 0;

	if (kind > 3)
		err = -22;
	else if (len < sizeof(struct hdr))
		err = -71;
	if (err)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* NULL where there is nothing. */
u32 null_if_short_bad(const u8 *buf, size_t len)
{
	const struct hdr *h = len >= 4 ? (const struct hdr *)buf : NULL;

	return h ? h->id : 0; // warning: 4 known [lc-short-buffer]
}

u32 null_if_short_good(const u8 *buf, size_t len)
{
	const struct hdr *h = len >= 8 ? (const struct hdr *)buf : NULL; // verdict: overlay struct hdr proven lc-short-buffer

	return h ? h->id : 0;
}

/* Which of two arrays, by a flag: the shorter must do. */
static u8 eight[8], sixteen[16], six[6];

u32 either_array_bad(int which)
{
	u8 *p = which ? six : sixteen;

	return ((struct hdr *)p)->id; // warning: only 6 on a way here [lc-short-buffer]
}

u32 either_array_good(int which)
{
	u8 *p = which ? eight : sixteen;

	return ((struct hdr *)p)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A fallback where too little came. */
u32 fallback_bad(const u8 *buf, size_t len)
{
	if (len < 4)
		buf = eight;
	return ((const struct hdr *)buf)->id; // warning: 'buf' [lc-short-buffer]
}

u32 fallback_good(const u8 *buf, size_t len)
{
	if (len < sizeof(struct hdr))
		buf = eight;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* At most so many are looked at. */
u32 least_of_two_bad(const u8 *buf, size_t len, size_t wanted)
{
	size_t n = min(len, wanted);

	if (wanted < 8)
		return 0;
	if (n < 4)
		return 0;
	return ((const struct hdr *)buf)->id; // warning: 'buf' [lc-short-buffer]
}

u32 least_of_two_good(const u8 *buf, size_t len, size_t wanted)
{
	size_t n = min(len, wanted);

	if (n < 8)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Clamped to the table. */
u32 clamped_good(unsigned index)
{
	static u8 table[64];

	index = min_t(unsigned, index, ARRAY_SIZE(table) - sizeof(struct hdr));
	return ((struct hdr *)(table + index))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 clamped_between_good(int index)
{
	static u8 table[64];

	index = clamp(index, 0, 56);
	return ((struct hdr *)(table + index))->id; // verdict: overlay struct hdr proven lc-short-buffer
}
