// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: helpers of the unit that do not return if a condition does
 * not hold: after the call it holds.
 */
#include <setjmp.h>
#include <stddef.h>
#include <stdlib.h>

typedef unsigned char u8;
typedef unsigned int u32;

struct hdr {
	u32 type;
	u32 id;
};

/* A pair of pointer and length that the models know. */
struct sk_buff {
	const u8 *data;
	u32 len;
};

void note(const char *text);

static void die(const char *text)
{
	note(text);
	exit(1);
}

static void check(int holds)
{
	if (!holds)
		die("short");
}

u32 checked(const u8 *buf, size_t len)
{
	check(len >= sizeof(struct hdr));
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer because len >= 8
}

u32 checked_too_little(const u8 *buf, size_t len)
{
	check(len >= sizeof(u32));
	return ((const struct hdr *)buf)->id; // warning: [lc-short-buffer]
}

static void need(size_t len, size_t n)
{
	if (len < n)
		die("short");
}

u32 needed(const u8 *buf, size_t len)
{
	need(len, sizeof(struct hdr));
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 needed_too_little(const u8 *buf, size_t len)
{
	need(len, sizeof(u32));
	return ((const struct hdr *)buf)->id; // warning: [lc-short-buffer]
}

/* The branch itself ends in what does not return. */
u32 dies(const u8 *buf, size_t len)
{
	if (len < sizeof(struct hdr))
		die("short");
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer because len >= 8
}

/* One that may return after all. */
static void complain(const char *text)
{
	note(text);
	if (*text == '!')
		exit(1);
}

u32 complains(const u8 *buf, size_t len)
{
	if (len < sizeof(struct hdr))
		complain("short");
	return ((const struct hdr *)buf)->id; // warning: 'len' is not compared on every way [lc-short-buffer]
}

/* A record that holds both, and a way out by longjmp. */
static jmp_buf out;

static void want(const struct sk_buff *b, size_t n)
{
	if (b->len < n)
		longjmp(out, 1);
}

u32 wanted(const struct sk_buff *b)
{
	const struct hdr *h = (const struct hdr *)b->data; // verdict: overlay struct hdr proven lc-short-buffer because n <= b->len in want

	want(b, sizeof(*h));
	return h->id;
}

u32 wanted_too_little(const struct sk_buff *b)
{
	want(b, sizeof(u32));
	return ((const struct hdr *)b->data)->id; // warning: needs 8 bytes [lc-short-buffer]; also verdict: overlay struct hdr open lc-short-buffer
}

u32 wanted_of_another(const struct sk_buff *b, const struct sk_buff *c)
{
	want(c, sizeof(struct hdr));
	return ((const struct hdr *)b->data)->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* Of a cursor that moves on: as much as was wanted is taken each time. */
static const u8 *take(struct sk_buff *b, size_t n)
{
	const u8 *taken = b->data;

	want(b, n);
	b->data += n;
	b->len -= n;
	return taken;
}

u32 taken(struct sk_buff *b)
{
	const struct hdr *h = (const struct hdr *)take(b, sizeof(*h)); // verdict: overlay struct hdr proven lc-short-buffer

	return h->id;
}

u32 taken_too_little(struct sk_buff *b)
{
	const struct hdr *h = (const struct hdr *)take(b, sizeof(u32)); // verdict: overlay struct hdr open lc-short-buffer

	return h->id; // warning: needs 8 bytes of 'b->data'.*'b->len' is compared with too little: 4 known [lc-short-buffer]
}

/* The helper says so, and its callers look. */
static int enough(const struct sk_buff *b, size_t n)
{
	if (b->len < n) {
		note("short");
		return -1;
	}
	return 0;
}

u32 asked(const struct sk_buff *b)
{
	if (enough(b, sizeof(struct hdr)) < 0)
		return 0;
	return ((const struct hdr *)b->data)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 asked_and_ignored(const struct sk_buff *b)
{
	enough(b, sizeof(struct hdr));
	return ((const struct hdr *)b->data)->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* Only of what was true when it was asked. */
u32 checked_before(const u8 *buf, size_t len, size_t more)
{
	check(len >= sizeof(struct hdr));
	buf += more;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr open lc-short-buffer
}
