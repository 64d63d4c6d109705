// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: what a callback in a constant table needs is settled at the
 * call through the table, where what stands beside it in its element holds.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct hdr {
	u8 type, flags;
	u16 len;
	u32 id;
};

void take(u32 value);

struct op {
	u8 min_len;
	void (*fn)(const u8 *buf, size_t len);
};

static void enough(const u8 *buf, size_t len)
{
	take(((const struct hdr *)buf)->id); // verdict: overlay struct hdr proven lc-short-buffer because at its call through ops.2.
}

static void too_little(const u8 *buf, size_t len)
{
	take(((const struct hdr *)buf)->id); // verdict: overlay struct hdr open lc-short-buffer
}

static void needs_less(const u8 *buf, size_t len)
{
	take(((const struct hdr *)buf)->len); // verdict: overlay struct hdr proven lc-short-buffer because at its call through ops.5.
}

static const struct op ops[8] = {
	[2] = { 8, enough },
	[3] = { 7, too_little }, // warning: id' in 'too_little .*needs 8 bytes [lc-short-buffer]
	[5] = { .fn = needs_less, .min_len = 4 },
};

void dispatch(const u8 *buf, size_t len, u8 kind)
{
	if (kind >= 8 || !ops[kind].fn)
		return;
	if (len < ops[kind].min_len)
		return;
	ops[kind].fn(buf, len);
}

/* By a pointer to the element, which another function finds. */
static void found_enough(const u8 *buf, size_t len)
{
	take(((const struct hdr *)buf)->id); // verdict: overlay struct hdr proven lc-short-buffer because at its call through found.0.
}

static void found_little(const u8 *buf, size_t len)
{
	take(((const struct hdr *)buf)->id); // verdict: overlay struct hdr open lc-short-buffer
}

static const struct op found[] = {
	{ 8, found_enough },
	{ 6, found_little }, // warning: id' in 'found_little .*needs 8 bytes [lc-short-buffer]
};

static const struct op *find(u8 kind)
{
	const struct op *op;

	for (op = found; op < found + 2; op++)
		if (op->min_len == kind)
			return op;
	return NULL;
}

void dispatch_found(const u8 *buf, size_t len, u8 kind)
{
	const struct op *op = find(kind);

	if (op && len >= op->min_len)
		op->fn(buf, len);
}

/* A table that is handed to who is not in sight may be called through there. */
void give_away(const struct op *ops);

static void given(const u8 *buf, size_t len)
{
	take(((const struct hdr *)buf)->id); // verdict: overlay struct hdr open lc-short-buffer
}

static const struct op away[] = { { 8, given } };

void gives(const u8 *buf, size_t len)
{
	give_away(away);
	if (len >= away[0].min_len)
		away[0].fn(buf, len);
}

/* Another element than the one that was compared. */
static void of_next(const u8 *buf, size_t len)
{
	take(((const struct hdr *)buf)->id); // verdict: overlay struct hdr open lc-short-buffer
}

static const struct op nexts[2] = { { 4, of_next }, { 8, of_next } };

void dispatch_next(const u8 *buf, size_t len, const u8 *kind)
{
	if (len >= nexts[kind[0] & 1].min_len + kind[2])
		nexts[kind[1] & 1].fn(buf, len);
}

/* Elements that what was compared passes over are not called: by their place in the table, */
static void all_there(const u8 *buf, size_t len)
{
	take(((const struct hdr *)buf)->id); // verdict: overlay struct hdr proven lc-short-buffer because at its call through by_place.1.
}

static void there_by_kind(const u8 *buf, size_t len)
{
	take(((const struct hdr *)buf)->id); // verdict: overlay struct hdr proven lc-short-buffer because at all 2 calls, the first: .* so stands in by_kind.0.
}

static void of_place_two(const u8 *buf, size_t len)
{
	take(((const struct hdr *)buf)->id); // verdict: overlay struct hdr open lc-short-buffer
}

static const struct op by_place[3] = { { 4, NULL }, { 8, all_there }, { 7, of_place_two } };

void dispatch_by_place(const u8 *buf, size_t len, u8 kind)
{
	if (kind > 2 || kind == 2)
		return;
	if (len >= by_place[kind].min_len && by_place[kind].fn)
		by_place[kind].fn(buf, len);
}

/* by what stands in them, */
static void of_kind_two(const u8 *buf, size_t len)
{
	take(((const struct hdr *)buf)->id); // verdict: overlay struct hdr open lc-short-buffer
}

static const struct kinds {
	u8 kind, min_len;
	void (*fn)(const u8 *buf, size_t len);
} by_kind[3] = { { 1, 8, there_by_kind }, { 2, 4, of_kind_two }, { 3, 8, there_by_kind } };

void dispatch_by_kind(const u8 *buf, size_t len, u8 i)
{
	if (i >= 3 || by_kind[i].kind == 2)
		return;
	if (len >= by_kind[i].min_len)
		by_kind[i].fn(buf, len);
}

/* and not by what stands in another one, or is compared only afterwards. */
static void of_another(const u8 *buf, size_t len)
{
	take(((const struct hdr *)buf)->id); // verdict: overlay struct hdr open lc-short-buffer
}

static const struct kinds not_by_kind[2] = {
	{ 1, 8, of_another },
	{ 2, 4, of_another }, // warning: id' in 'of_another .*needs 8 bytes [lc-short-buffer]
};

void dispatch_another(const u8 *buf, size_t len, u8 i)
{
	if (i >= 2 || not_by_kind[i ^ 1].kind == 2)
		return;
	if (len < not_by_kind[i].min_len)
		return;
	not_by_kind[i].fn(buf, len);
	if (not_by_kind[i].kind == 2)
		take(i);
}
