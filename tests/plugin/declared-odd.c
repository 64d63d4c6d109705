// SPDX-License-Identifier: GPL-2.0-or-later
// options: -w
/*
 * Declarations that contradict themselves or their calls: nothing is said that
 * they do not say, and nothing goes wrong.
 */
#include <stdarg.h>
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct hdr {
	u8 type;
	u8 flags;
	u16 length;
	u32 id;
};

struct unknown;

int twice(const void *bytes, size_t n, int m) __attribute__((access(read_only, 1, 2), access(read_only, 1, 3)));
int both(void *bytes, size_t n) __attribute__((access(read_only, 1, 2), access(write_only, 1, 2)));
int opaque(const struct unknown *u, size_t n) __attribute__((access(read_only, 1, 2)));
int count_is_char(const void *bytes, signed char n) __attribute__((access(read_only, 1, 2)));
int count_is_wide(const void *bytes, __int128 n) __attribute__((access(read_only, 1, 2)));
int any_number(const void *bytes, size_t n, ...) __attribute__((access(read_only, 1, 2)));
int calls_back(int (*f)(void), size_t n);
int large(const u8 bytes[static 1ul << 40]);
int large_rows(size_t n, const u8 (*rows)[1ul << 60]) __attribute__((access(read_only, 2, 1)));
int cube(size_t n, const u8 bytes[n][n][4]);
int size_follows(const u8 bytes[*], size_t n);

u32 odd_calls(const u8 *buf, size_t buf_len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr open lc-short-buffer

	if (buf_len < sizeof(*h))
		return 0;
	twice(h, 8, 4);
	both((void *)h, 8);
	opaque((const struct unknown *)h, 8);
	count_is_char(h, 8);
	count_is_wide(h, 8);
	any_number(h, 8, 1, 2, 3);
	large((const u8 *)h);
	large_rows(1, (const void *)h);
	cube(2, (const void *)h);
	size_follows((const u8 *)h, 8);
	return h->id;
}

/* More than there can be, or less than none. */
u32 negative(const u8 *buf, size_t buf_len)
{
	const struct hdr *h = (const struct hdr *)buf;

	return buf_len < 8 ? 0 : (u32)count_is_char(h, -1) + h->id;
}

/* Called with fewer arguments than it has, and as what it is not. */
u32 mistaken_calls(const u8 *buf, size_t buf_len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer

	((int (*)(const void *))twice)(h);
	((int (*)(void))both)();
	((int (*)(size_t, const void *))any_number)(8, h);
	return buf_len < 8 ? 0 : h->id;
}

/* Without a prototype. */
u32 old_style(amount, bytes)
	size_t amount;
	const u8 bytes[amount];
{
	return amount < 8 ? 0 : ((const struct hdr *)bytes)->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* A bound that is worked out anew, or changed after. */
u32 changed_bound(size_t n, u8 bytes[n])
{
	n = 64;
	return ((const struct hdr *)bytes)->id + (u32)n; // verdict: overlay struct hdr open lc-short-buffer
}

u32 bound_with_effect(size_t *n, u8 bytes[(*n)++])
{
	return ((const struct hdr *)bytes)->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 bound_of_zero(u8 bytes[static 0])
{
	return ((const struct hdr *)bytes)->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 taken_address(size_t n, u8 bytes[n], void (*get)(size_t *))
{
	get(&n);
	return n < 8 ? 0 : ((const struct hdr *)bytes)->id; // verdict: overlay struct hdr open lc-short-buffer
}
