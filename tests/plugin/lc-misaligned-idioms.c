// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-misaligned: how code makes sure of an alignment, each way next to one that
 * does not. "Wrong" stands where it may not; "unsure" may stand anywhere.
 */
// options: -fplugin-arg-layoutcheck-level=note
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;

#define ALIGN(x, a) (((x) + (a) - 1) & ~((__typeof__(x))(a) - 1))
#define IS_ALIGNED(x, a) (((x) & ((__typeof__(x))(a) - 1)) == 0)
#define PTR_ALIGN(p, a) ((__typeof__(p))ALIGN((uintptr_t)(p), (a)))

struct record {
	u16 length;
	u16 type;
	u32 value;
};

/* 1. A test with a mask. */
u32 mask_right(const u8 *p)
{
	if ((uintptr_t)p & 3)
		return 0;
	return *(const u32 *)p; // verdict: overlay u32 proven lc-misaligned because 'p' was tested to be a multiple of 4
}

u32 mask_wrong(const u8 *p)
{
	if ((uintptr_t)p & 3)
		return 0;
	return *(const u32 *)(p + 2); // note: needs alignment 4, but stands 2 past a multiple of 4: 'p' was tested.*undefined in C; this target tolerates it [lc-misaligned]
}

u32 mask_on_the_other_way(const u8 *p)
{
	if ((uintptr_t)p & 3)
		return *(const u32 *)p; // verdict: overlay u32 open lc-misaligned because 1 known
	return 0;
}

/* 2. IS_ALIGNED(). */
u32 is_aligned_right(const u8 *p)
{
	if (!IS_ALIGNED((uintptr_t)p, 4))
		return 0;
	return ((const struct record *)p)->value; // verdict: overlay struct record proven lc-misaligned
}

u32 is_aligned_for_too_little(const u8 *p)
{
	if (!IS_ALIGNED((uintptr_t)p, 2))
		return 0;
	return ((const struct record *)p)->value; // note: needs alignment 4, but is only known to stand at a multiple of 2 [lc-misaligned]
}

/* 3. A remainder. */
u32 remainder_right(const u8 *p)
{
	return (uintptr_t)p % 8 == 0 ? *(const u32 *)(p + 4) : 0; // verdict: overlay u32 proven lc-misaligned
}

u32 remainder_wrong(const u8 *p)
{
	return (uintptr_t)p % 8 == 2 ? *(const u32 *)(p + 4) : 0; // note: stands 6 past a multiple of 8 [lc-misaligned]
}

/* 4. Two pointers in one test. */
void both_right(u8 *to, const u8 *from)
{
	if (((uintptr_t)to | (uintptr_t)from) & 3)
		return;
	*(u32 *)to = // verdict: overlay u32 proven lc-misaligned because 'to' was tested
		*(const u32 *)from; // verdict: overlay u32 proven lc-misaligned because 'from' was tested
}

void both_unsure(u8 *to, const u8 *from)
{
	/* Their difference is a multiple of 4: they may both be odd. */
	if (((uintptr_t)to ^ (uintptr_t)from) & 3)
		return;
	*(u32 *)to = 0; // verdict: overlay u32 open lc-misaligned
}

/* 5. A pointer that is its own aligned pointer. */
u32 own_aligned_right(u8 *p)
{
	if (p != PTR_ALIGN(p, 4))
		return 0;
	return *(u32 *)p; // verdict: overlay u32 proven lc-misaligned
}

u32 own_aligned_unsure(u8 *p)
{
	if (p == PTR_ALIGN(p, 4))
		return 0;
	return *(u32 *)p; // verdict: overlay u32 open lc-misaligned
}

/* 6. Aligned up, aligned down. */
u32 aligned_up_right(u8 *p)
{
	p = PTR_ALIGN(p, 4);
	return *(u32 *)p; // verdict: overlay u32 proven lc-misaligned
}

u32 aligned_up_wrong(u8 *p)
{
	p = PTR_ALIGN(p, 4) + 2;
	return *(u32 *)p; // note: stands 2 past a multiple of 4 [lc-misaligned]
}

u32 aligned_down_right(u8 *p)
{
	p -= (uintptr_t)p & 3;
	return *(u32 *)p; // verdict: overlay u32 proven lc-misaligned
}

u32 aligned_down_too_little(u8 *p)
{
	p = (u8 *)((uintptr_t)p & ~(uintptr_t)1);
	return *(u32 *)p; // verdict: overlay u32 open lc-misaligned because 2 known
}

/* 7. A function of the unit that answers. */
static bool is_aligned_to(const void *p, uintptr_t to)
{
	return ((uintptr_t)p & (to - 1)) == 0;
}

u32 helper_right(const u8 *p)
{
	if (!is_aligned_to(p, 4))
		return 0;
	return *(const u32 *)p; // verdict: overlay u32 proven lc-misaligned
}

u32 helper_for_another(const u8 *p, const u8 *q)
{
	if (!is_aligned_to(q, 4))
		return 0;
	return *(const u32 *)p; // verdict: overlay u32 open lc-misaligned
}

/* 8. One byte at a time until it is aligned, then words. */
u32 until_aligned_right(const u8 *p, const u8 *end)
{
	u32 sum = 0;

	while (p < end && (uintptr_t)p & 3)
		sum += *p++;
	while (end - p >= 4) {
		sum += *(const u32 *)p; // verdict: overlay u32 open lc-misaligned
		p += 4;
	}
	return sum;
}

u32 until_aligned_without_an_end(const u8 *p, unsigned words)
{
	u32 sum = 0;

	for (; (uintptr_t)p & 3; p++)
		sum += *p;
	for (; words; words--, p += 4)
		sum += *(const u32 *)p; // verdict: overlay u32 proven lc-misaligned
	return sum;
}

u32 until_aligned_in_steps_of_two(const u8 *p, unsigned words)
{
	u32 sum = 0;

	for (; (uintptr_t)p & 3; p++)
		sum += *p;
	for (; words; words--, p += 2)
		sum += *(const u32 *)p; // note: is only known to stand at a multiple of 2 [lc-misaligned]
	return sum;
}

/* 9. Records whose lengths are rounded up. */
static u8 records[256] __attribute__((aligned(4)));

u32 rounded_right(unsigned n)
{
	const u8 *p = records;
	u32 sum = 0;

	while (n--) {
		const struct record *r = (const struct record *)p; // verdict: overlay struct record proven lc-misaligned because 'records' is known to be aligned to 4

		if (r->length < 8 || r->length > records + sizeof(records) - p - 8)
			break;
		sum += r->value;
		p += ALIGN(r->length, 4);
	}
	return sum;
}

u32 rounded_not(unsigned n)
{
	const u8 *p = records;
	u32 sum = 0;

	while (n--) {
		const struct record *r = (const struct record *)p; // verdict: overlay struct record open lc-misaligned because 1 known

		if (r->length < 8 || r->length > records + sizeof(records) - p - 8)
			break;
		sum += r->value;
		p += r->length;
	}
	return sum;
}

/* 10. Lengths whose low bits are cut off. */
u32 cut_off_right(unsigned offset)
{
	return *(u32 *)(records + (offset & 0xfc)); // verdict: overlay u32 proven lc-misaligned
}

u32 cut_off_by_remainder(unsigned offset)
{
	offset = offset - offset % 4;
	return offset < 252 ? *(u32 *)(records + offset) : 0; // verdict: overlay u32 proven lc-misaligned
}

u32 cut_off_too_little(unsigned offset)
{
	return *(u32 *)(records + (offset & 0xfe)); // verdict: overlay u32 open lc-misaligned because 2 known
}

/* 11. Header lengths in words. */
u32 words_right(const u8 *header)
{
	return *(u32 *)(records + (header[0] & 15) * 4); // verdict: overlay u32 proven lc-misaligned
}

u32 words_shifted(const u8 *header)
{
	return *(u32 *)(records + ((header[0] >> 4) << 2)); // verdict: overlay u32 proven lc-misaligned
}

u32 words_behind_an_odd_header(const u8 *header)
{
	return *(u32 *)(records + 14 + (header[0] & 15) * 4); // note: stands 2 past a multiple of 4 [lc-misaligned]
}

/* 12. Promises of allocators. */
void *get_aligned(size_t size) __attribute__((assume_aligned(64)));
void *get_shifted(size_t size) __attribute__((assume_aligned(16, 2)));
void *get_for(size_t to, size_t size) __attribute__((alloc_align(1)));
void *get_any(size_t size);

u32 promised_right(void)
{
	u8 *p = get_aligned(64);

	return *(u32 *)(p + 60); // verdict: overlay u32 proven lc-misaligned because what 'get_aligned' returns is known to be aligned to 64
}

u32 promised_with_an_offset(void)
{
	u8 *p = get_shifted(64);

	return *(u32 *)(p + 14); // verdict: overlay u32 proven lc-misaligned
}

u32 promised_with_an_offset_wrong(void)
{
	u8 *p = get_shifted(64);

	return *(u32 *)p; // note: stands 2 past a multiple of 16 [lc-misaligned]
}

u32 promised_for_an_argument(void)
{
	u8 *p = get_for(8, 64);

	return *(u32 *)(p + 4); // verdict: overlay u32 proven lc-misaligned
}

/* Of two promises the one that says more counts. */
void *get_both(size_t to, size_t size) __attribute__((assume_aligned(4), alloc_align(1)));
void *get_both_less(size_t to, size_t size) __attribute__((assume_aligned(8, 2), alloc_align(1)));

unsigned long long promised_twice(void)
{
	u8 *p = get_both(16, 64);

	return *(unsigned long long *)(p + 8); // verdict: overlay long long unsigned int proven lc-misaligned
}

u32 promised_twice_with_an_offset(void)
{
	u8 *p = get_both_less(2, 64);

	return *(u32 *)(p + 6); // verdict: overlay u32 proven lc-misaligned
}

u32 promised_nothing(void)
{
	u8 *p = get_any(64);

	return *(u32 *)(p + 4); // verdict: overlay u32 open lc-misaligned
}

/* 13. A promise of one's own. */
u32 assumed_right(const u8 *p)
{
	p = __builtin_assume_aligned(p, 8);
	return *(const u32 *)(p + 4); // verdict: overlay u32 proven lc-misaligned
}

u32 assumed_for_less(const u8 *p)
{
	p = __builtin_assume_aligned(p, 2);
	return *(const u32 *)p; // verdict: overlay u32 open lc-misaligned because 2 known
}

/* The pointer is as far past the multiple as the third argument says, which may be anything. */
u32 assumed_at_an_offset(const u8 *p)
{
	p = __builtin_assume_aligned(p, 8, 4);
	return *(const u32 *)p; // verdict: overlay u32 proven lc-misaligned
}

u32 assumed_at_any_offset(const u8 *p, size_t offset)
{
	p = __builtin_assume_aligned(p, 8, offset);
	return *(const u32 *)p; // verdict: overlay u32 open lc-misaligned
}

/* 14. A buffer inside an object of known alignment. */
struct holder {
	u32 count;
	u8 head[4];
	u8 body[16];
	u8 odd;
	u8 rest[15];
};

u32 inside_right(struct holder *h)
{
	return *(u32 *)h->body; // verdict: overlay u32 proven lc-misaligned because a pointer to 'struct holder'
}

u32 inside_wrong(struct holder *h)
{
	return *(u32 *)h->rest; // note: stands 1 past a multiple of 4 [lc-misaligned]
}

u32 inside_one_of_many(struct holder *h, unsigned i)
{
	return *(u32 *)h[i].body; // verdict: overlay u32 proven lc-misaligned
}

/* 15. Either of two buffers. */
static u8 other_records[256] __attribute__((aligned(8)));
static u8 shifted_records[256] __attribute__((aligned(2)));

u32 either_right(bool other)
{
	const u8 *p = other ? other_records : records;

	return *(const u32 *)(p + 8); // verdict: overlay u32 proven lc-misaligned
}

u32 either_wrong(bool other)
{
	const u8 *p = other ? other_records + 2 : records + 2;

	return *(const u32 *)p; // note: stands 2 past a multiple of 4 [lc-misaligned]
}

u32 either_unsure(bool other)
{
	const u8 *p = other ? shifted_records : records;

	return *(const u32 *)p; // verdict: overlay u32 open lc-misaligned because 2 known
}

/* 16. What all callers hand over. */
static u32 __attribute__((noinline)) of_callers_right(const u8 *p)
{
	return *(const u32 *)p; // verdict: overlay u32 proven lc-misaligned
}

static u32 __attribute__((noinline)) of_callers_wrong(const u8 *p)
{
	return *(const u32 *)p; // note: stands 2 past a multiple of 4 [lc-misaligned]
}

static u32 __attribute__((noinline)) of_callers_unsure(const u8 *p)
{
	return *(const u32 *)p; // verdict: overlay u32 open lc-misaligned
}

u32 callers(const u8 *anywhere, unsigned i)
{
	return of_callers_right(records) + of_callers_right(other_records + 4 * i) +
	       of_callers_wrong(records + 2) + of_callers_wrong(other_records + 6) +
	       of_callers_unsure(records) + of_callers_unsure(anywhere);
}

/* 17. A test of the pointer in an object, which is loaded again. */
struct buffer {
	u8 *data;
	size_t length;
};

u32 in_an_object_right(const struct buffer *b)
{
	if ((uintptr_t)b->data & 3)
		return 0;
	return *(u32 *)b->data; // verdict: overlay u32 proven lc-misaligned
}

void change(struct buffer *b);

u32 in_an_object_changed(struct buffer *b)
{
	if ((uintptr_t)b->data & 3)
		return 0;
	change(b);
	return *(u32 *)b->data; // verdict: overlay u32 open lc-misaligned
}

/* 18. The pointer that was tested is not the one of the last turn. */
u32 the_one_before(const u8 *p, const u8 *last, unsigned n)
{
	u32 sum = 0;

	for (; n; n--, last = p, p++)
		if (!((uintptr_t)p & 3))
			sum += *(const u32 *)last; // verdict: overlay u32 open lc-misaligned
	return sum;
}

/* 19. Vectors: the instructions that x86 has for them trap. */
typedef int v4si __attribute__((vector_size(16)));
typedef int any_v4si __attribute__((vector_size(16), aligned(4)));

v4si vector_wrong(void)
{
	return *(const v4si *)(other_records + 8); // verdict: overlay v4si open lc-misaligned because 8 known
}

v4si vector_that_may_stand_anywhere(void)
{
	return *(const any_v4si *)(records + 4); // verdict: overlay any_v4si proven lc-misaligned
}
