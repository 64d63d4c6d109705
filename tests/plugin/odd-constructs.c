// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What C allows and GCC adds: the analysis meets it unharmed. Where a view of
 * bytes is in it, it is seen.
 */
#include <alloca.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef float four_floats __attribute__((vector_size(16)));
typedef u8 sixteen_bytes __attribute__((vector_size(16)));

struct hdr {
	u8 type;
	u8 flags;
	u16 length;
	u32 id;
};

/* Types without a name. */
u32 anonymous_type(const u8 *buf, size_t len)
{
	const struct {
		u32 a, b;
	} *h = (const void *)buf;

	return len >= 4 ? h->b : 0; // warning: needs 8 bytes of 'buf'.*too little: 4 known [lc-short-buffer]
}

struct outer {
	u32 first;
	union {
		u32 word;
		struct {
			u16 low, high;
		};
	};
};

u32 anonymous_member(const u8 *buf, size_t len)
{
	return len >= 6 ? ((const struct outer *)buf)->high : 0; // warning: needs 8 bytes of 'buf'.*too little: 6 known [lc-short-buffer]
}

/* Arrays whose size is known when it runs. */
u32 variable_array(size_t n)
{
	u8 bytes[n];

	memset(bytes, 0, n);
	return n >= 8 ? ((struct hdr *)bytes)->id : 0;
}

u32 variable_parameter(size_t n, u8 bytes[n])
{
	return n >= 8 ? ((struct hdr *)bytes)->id : 0;
}

u32 variable_rows(size_t n, u8 rows[][n], size_t i)
{
	return ((struct hdr *)rows[i])->id;
}

u32 static_array_parameter(u8 bytes[static 8])
{
	return ((struct hdr *)bytes)->id;
}

u32 struct_of_variable_size(size_t n)
{
	struct {
		u8 bytes[n];
		u32 after;
	} s;

	memset(&s, 0, sizeof(s));
	return *(u32 *)s.bytes + s.after;
}

u32 from_alloca(size_t n)
{
	u8 *bytes = alloca(n);

	memset(bytes, 0, n);
	return n >= 8 ? ((struct hdr *)bytes)->id : 0;
}

/* Control flow of the less usual kind. */
u32 computed_goto(const u8 *buf, size_t len, unsigned which)
{
	static void *const labels[] = { &&one, &&two };
	const struct hdr *h = (const struct hdr *)buf;

	if (len < sizeof(*h))
		return 0;
	goto *labels[which & 1];
one:
	return h->type;
two:
	return h->id;
}

u32 into_a_loop(const u8 *buf, size_t len)
{
	u32 sum = 0;

	if (len < 16)
		return 0;
	goto middle;
	for (;;) {
		buf += 8;
		len -= 8;
	middle:
		if (len < 8)
			break;
		sum += ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
	}
	return sum;
}

u32 across_a_jump(const u8 *buf, size_t len)
{
	jmp_buf state;
	volatile u32 sum = 0;

	if (len < 8)
		return 0;
	if (!setjmp(state))
		sum += ((const struct hdr *)buf)->id; // verdict: overlay struct hdr open lc-short-buffer
	return sum;
}

u32 never_ends(const u8 *buf)
{
	for (;;)
		if (((const struct hdr *)buf)->id)
			buf++;
}

u32 never_reached(const u8 *buf, size_t len)
{
	if (len < 8 && len > 16)
		return ((const struct hdr *)buf)[9].id;
	return 0;
}

/* Functions within functions, and without prototypes. */
u32 nested_function(const u8 *buf, size_t len)
{
	u32 inner(size_t at)
	{
		return len >= at + 4 ? *(const u32 *)(buf + at) : 0;
	}

	return inner(0) + inner(len / 2);
}

u32 old_style(buf, len)
	const u8 *buf;
	size_t len;
{
	if (len < 8)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 from_the_rest(int n, ...)
{
	va_list rest;
	u32 id;

	va_start(rest, n);
	id = ((struct hdr *)va_arg(rest, u8 *))->id;
	va_end(rest);
	return id;
}

u32 by_statement_expression(const u8 *buf, size_t len)
{
	return ({ const struct hdr *h = (const void *)buf; len >= sizeof(*h) ? h->id : 0; }); // verdict: overlay struct hdr proven lc-short-buffer
}

/* Types of the less usual kind. */
four_floats vector_target(const u8 *buf, size_t len)
{
	return len >= 16 ? *(const four_floats *)buf : (four_floats){ 0 };
}

u32 out_of_a_vector(sixteen_bytes bytes)
{
	return ((struct hdr *)&bytes)->id;
}

double float_target(const u8 *buf, size_t len)
{
	return len >= 8 ? *(const double *)buf : 0; // verdict: overlay double proven lc-short-buffer
}

_Complex double complex_target(const u8 *buf, size_t len)
{
	return len >= 16 ? *(const _Complex double *)buf : 0;
}

_Bool bool_target(const u8 *buf, size_t len)
{
	return len && *(const _Bool *)buf;
}

__int128 wide_target(const u8 *buf, size_t len)
{
	return len >= 8 ? *(const __int128 *)buf : 0; // warning: needs 16 bytes of 'buf'.*too little: 8 known [lc-short-buffer]
}

long double long_double_target(const u8 *buf, size_t len)
{
	return len >= 16 ? *(const long double *)buf : 0;
}

_Atomic u32 *atomic_target(u8 *buf, size_t len)
{
	_Atomic u32 *a = (_Atomic u32 *)buf;

	if (len >= 4)
		*a = 1;
	return a;
}

enum kind { SMALL, LARGE = 70000 };

enum kind enum_target(const u8 *buf, size_t len)
{
	return len >= 2 ? *(const enum kind *)buf : SMALL; // warning: needs 4 bytes of 'buf'.*too little: 2 known [lc-short-buffer]
}

u32 pointer_target(const u8 *buf, size_t len)
{
	return len >= sizeof(void *) ? **(u32 *const *)buf : 0;
}

u32 array_target(const u8 *buf, size_t len)
{
	return len >= 8 ? (*(const u32(*)[4])buf)[3] : 0; // warning: needs 16 bytes of 'buf'.*too little: 8 known [lc-short-buffer]
}

u32 empty_target(const u8 *buf)
{
	return ((const struct { } *)buf) != NULL;
}

struct opaque;

const struct opaque *opaque_target(const u8 *buf)
{
	return (const struct opaque *)buf;
}

/* Places of the less usual kind. */
u32 from_nothing(void)
{
	return ((struct hdr *)(u8 *)0)->id;
}

u32 from_a_number(void)
{
	return ((struct hdr *)(u8 *)0xfee00000)->id; // warning: is accessed as plain memory [lc-register-access]
}

u32 from_a_function(void)
{
	return *(u32 *)(u8 *)(uintptr_t)from_a_number;
}

u32 from_a_label(void)
{
here:
	return *(u32 *)(u8 *)&&here;
}

u32 from_a_literal(void)
{
	return ((const struct hdr *)(const u8[]){ 1, 2, 8, 0, 1, 0, 0, 0 })->id;
}

u32 from_its_name(void)
{
	return *(const u32 *)__func__;
}

u32 far_away(u8 *buf)
{
	return ((struct hdr *)(buf + PTRDIFF_MAX - 16))->id + ((struct hdr *)(buf + (size_t)-16))->id;
}

u32 very_large(void)
{
	static u8 bytes[1u << 20];

	return ((struct hdr *)bytes)[131071].id + ((struct hdr *)bytes)[131072].id; // warning: 'bytes' [lc-short-buffer]
}

/* Instructions that the compiler does not read. */
u32 by_assembly(const u8 *buf, size_t len)
{
	const struct hdr *h;

	__asm__("" : "=r"(h) : "0"(buf));
	return len >= 8 ? h->id : 0;
}

u32 atomically(u8 *buf, size_t len)
{
	return len >= 4 ? __atomic_load_n((u32 *)buf, __ATOMIC_ACQUIRE) : 0;
}

u32 swapped(u8 *buf, size_t len)
{
	return len >= 4 ? __sync_lock_test_and_set((u32 *)buf, 1) : 0;
}
