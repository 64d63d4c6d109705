// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: a record's own length fits in what is there, and what is
 * read lies behind its header: whether it is as long as that must be asked too.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint8_t u8;
typedef uint16_t u16;
typedef uint16_t __be16;
typedef uint32_t u32;

struct element {
	u8 id;
	u8 len;
	u8 data[];
} __attribute__((packed));

struct wide {
	__be16 id;
	__be16 len;
	u32 value;
} __attribute__((packed));

struct own {
	u8 id;
	signed char len;
	u8 data[];
} __attribute__((packed));

bool is_valid(const struct element *e);
void note(const struct element *e);

#define ntohs(x) __builtin_bswap16(x)

int behind_the_header(const u8 *buf, size_t buf_len)
{
	const struct element *e = (const struct element *)buf;

	if (buf_len < sizeof(*e) || buf_len - sizeof(*e) < e->len)
		return 0;
	return e->data[0]; // warning: needs 3 bytes of 'buf' .* 2 known [lc-short-buffer]
}

int behind_a_swapped_length(const u8 *buf, size_t buf_len)
{
	const struct wide *w = (const struct wide *)buf;

	if (buf_len < 4 || buf_len - 4 < ntohs(w->len))
		return 0;
	return (int)w->value; // warning: needs 8 bytes of 'buf' .* 4 known [lc-short-buffer]
}

int as_long_as_is_read(const u8 *buf, size_t buf_len)
{
	const struct element *e = (const struct element *)buf; // verdict: overlay struct element proven lc-short-buffer

	if (buf_len < sizeof(*e) || buf_len - sizeof(*e) < e->len || e->len < 1)
		return 0;
	return e->data[0];
}

/* Read anew and compared: the same length. */
int compared_another_time(const u8 *buf, size_t buf_len)
{
	const struct wide *w = (const struct wide *)buf;

	if (buf_len < 4 || buf_len - 4 < ntohs(w->len))
		return 0;
	note((const struct element *)buf);
	if (ntohs(w->len) != 4)
		return 0;
	return (int)w->value;
}

int asked_by_switch(const u8 *buf, size_t buf_len)
{
	const struct element *e = (const struct element *)buf;

	if (buf_len < sizeof(*e) || buf_len - sizeof(*e) < e->len)
		return 0;
	switch (e->len) {
	case 1:
	case 3:
	case 7:
		return e->data[0];
	default:
		return 0;
	}
}

/* Somebody looks at the record. */
int looked_at(const u8 *buf, size_t buf_len)
{
	const struct element *e = (const struct element *)buf;

	if (buf_len < sizeof(*e) || buf_len - sizeof(*e) < e->len || !is_valid(e))
		return 0;
	return e->data[0];
}

/* Its callers may have. */
static int of_callers(const u8 *buf, size_t buf_len)
{
	const struct element *e = (const struct element *)buf;

	if (buf_len < sizeof(*e) || buf_len - sizeof(*e) < e->len)
		return 0;
	return e->data[0];
}

int calls(const u8 *buf, size_t buf_len)
{
	return buf_len < 40 ? 0 : of_callers(buf, buf_len);
}

/* What may be less than 0 is no number of bytes alone. */
int signed_length(const u8 *buf, int buf_len)
{
	const struct own *o = (const struct own *)buf;

	if (buf_len < (int)sizeof(*o) || buf_len - (int)sizeof(*o) < o->len)
		return 0;
	return o->data[0];
}

int in_a_walk(const u8 *buf, size_t buf_len)
{
	const u8 *at = buf, *end = buf + buf_len;
	int sum = 0;

	while (end - at >= 2 && end - at - 2 >= at[1]) {
		const struct element *e = (const struct element *)at;

		if (e->id == 1)
			sum += e->data[0]; // warning: needs 3 bytes of 'buf' .* 2 known [lc-short-buffer]
		at += 2 + e->len;
	}
	return sum;
}

int in_a_walk_that_asks(const u8 *buf, size_t buf_len)
{
	const u8 *at = buf, *end = buf + buf_len;
	int sum = 0;

	while (end - at >= 2 && end - at - 2 >= at[1]) {
		const struct element *e = (const struct element *)at;

		if (e->id == 1 && at[1] >= 1)
			sum += e->data[0];
		at += 2 + e->len;
	}
	return sum;
}
