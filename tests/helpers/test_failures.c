/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Each helper of layoutcheck.h that can fail, on buffers of each length and alignment that
 * end where their memory ends: it fails where a plain reckoning says so, the reason is the
 * one that lc_why_...() gives, and all that a result promises may be touched. Built with
 * sanitizers (cocci/build.mk).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "layoutcheck.h"

struct LC_FROM_BYTES LC_INTO_BYTES header {
	uint32_t length;
	uint16_t type, flags;
};

struct LC_WIRE item {
	lc_be16 id;
	uint8_t kind;
};

struct LC_FROM_BYTES list {
	uint32_t count;
	struct header items[];
};

/* Its flexible member begins before its size ends, with elements of three bytes. */
struct LC_FROM_BYTES odd {
	uint32_t number;
	uint8_t kind;
	struct item rest[];
};

struct LC_TRY_FROM_BYTES state {
	uint32_t mode;
	bool on;
	uint8_t more[3];
};
LC_DEFINE_VALID(state_valid, struct state, LC_BOOL(on))

#define GOOD 1
#define BAD 2
#define LONGEST 40
#define SHIFTS 8

static bool read_value(const uint8_t *buf, size_t len)
{
	struct header to = { 0 };
	bool read = lc_read_from_prefix(struct header, buf, len, &to);

	/* The first bytes are GOOD, whatever the others are. */
	assert_int_equal(to.length, read ? GOOD * 0x01010101 : 0);
	return read;
}

static bool write_value(uint8_t *buf, size_t len)
{
	const struct header from = { GOOD * 0x01010101, 0, 0 };

	return lc_write_to_prefix(struct header, buf, len, &from);
}

static bool try_read_value(const uint8_t *buf, size_t len)
{
	struct state to = { 0 };
	bool read = lc_try_read_from_prefix(struct state, state_valid, buf, len, &to);

	assert_int_equal(to.on, read);
	return read;
}

enum place { PREFIX, SUFFIX, WHOLE };
enum number { ONE, GIVEN, MOST, ROW };

/* Of a type: its size, its alignment, where its elements begin, and their size. */
#define ALL_OF(T) sizeof(T), _Alignof(T), 0, sizeof(T)
#define COPY_OF(T) sizeof(T), 1, 0, sizeof(T)
#define WITH(T, member) sizeof(T), _Alignof(T), offsetof(T, member), sizeof(((T *)0)->member[0])

/* Name, what it is called on, why it failed, where the object is, how many elements, its layout. */
#define HELPERS(X)                                                                                 \
	X(prefix, lc_ref_from_prefix(struct header, buf, len),                                     \
	  lc_why_prefix(struct header, buf, len), PREFIX, ONE, ALL_OF(struct header))              \
	X(prefix_unaligned, lc_ref_from_prefix_unaligned(struct item, buf, len),                   \
	  lc_why_prefix(struct item, buf, len), PREFIX, ONE, ALL_OF(struct item))                  \
	X(prefix_nullable, lc_ref_from_prefix_nullable(struct header, buf, len),                   \
	  lc_why_prefix_nullable(struct header, buf, len), PREFIX, ONE, ALL_OF(struct header))     \
	X(suffix, lc_ref_from_suffix(struct header, buf, len),                                     \
	  lc_why_suffix(struct header, buf, len), SUFFIX, ONE, ALL_OF(struct header))              \
	X(bytes, lc_ref_from_bytes(struct header, buf, len),                                       \
	  lc_why_bytes(struct header, buf, len), WHOLE, ONE, ALL_OF(struct header))                \
	X(prefix_with, lc_ref_from_prefix_with_elems(struct list, items, buf, len, *n),            \
	  lc_why_prefix_with_elems(struct list, items, buf, len, *n), PREFIX, GIVEN,               \
	  WITH(struct list, items))                                                                \
	X(suffix_with, lc_ref_from_suffix_with_elems(struct list, items, buf, len, *n),            \
	  lc_why_suffix_with_elems(struct list, items, buf, len, *n), SUFFIX, GIVEN,               \
	  WITH(struct list, items))                                                                \
	X(bytes_with, lc_ref_from_bytes_with_elems(struct list, items, buf, len, *n),              \
	  lc_why_bytes_with_elems(struct list, items, buf, len, *n), WHOLE, GIVEN,                 \
	  WITH(struct list, items))                                                                \
	X(odd_prefix_with, lc_ref_from_prefix_with_elems(struct odd, rest, buf, len, *n),          \
	  lc_why_prefix_with_elems(struct odd, rest, buf, len, *n), PREFIX, GIVEN,                 \
	  WITH(struct odd, rest))                                                                  \
	X(odd_suffix_with, lc_ref_from_suffix_with_elems(struct odd, rest, buf, len, *n),          \
	  lc_why_suffix_with_elems(struct odd, rest, buf, len, *n), SUFFIX, GIVEN,                 \
	  WITH(struct odd, rest))                                                                  \
	X(odd_bytes_with, lc_ref_from_bytes_with_elems(struct odd, rest, buf, len, *n),            \
	  lc_why_bytes_with_elems(struct odd, rest, buf, len, *n), WHOLE, GIVEN,                   \
	  WITH(struct odd, rest))                                                                  \
	X(prefix_max, lc_ref_from_prefix_max_elems(struct list, items, buf, len, n),               \
	  lc_why_prefix_max_elems(struct list, items, buf, len, n), PREFIX, MOST,                  \
	  WITH(struct list, items))                                                                \
	X(suffix_max, lc_ref_from_suffix_max_elems(struct list, items, buf, len, n),               \
	  lc_why_suffix_max_elems(struct list, items, buf, len, n), SUFFIX, MOST,                  \
	  WITH(struct list, items))                                                                \
	X(bytes_max, lc_ref_from_bytes_max_elems(struct list, items, buf, len, n),                 \
	  lc_why_bytes_max_elems(struct list, items, buf, len, n), WHOLE, MOST,                    \
	  WITH(struct list, items))                                                                \
	X(odd_prefix_max, lc_ref_from_prefix_max_elems(struct odd, rest, buf, len, n),             \
	  lc_why_prefix_max_elems(struct odd, rest, buf, len, n), PREFIX, MOST,                    \
	  WITH(struct odd, rest))                                                                  \
	X(odd_suffix_max, lc_ref_from_suffix_max_elems(struct odd, rest, buf, len, n),             \
	  lc_why_suffix_max_elems(struct odd, rest, buf, len, n), SUFFIX, MOST,                    \
	  WITH(struct odd, rest))                                                                  \
	X(odd_bytes_max, lc_ref_from_bytes_max_elems(struct odd, rest, buf, len, n),               \
	  lc_why_bytes_max_elems(struct odd, rest, buf, len, n), WHOLE, MOST,                      \
	  WITH(struct odd, rest))                                                                  \
	X(slice, lc_slice_from_prefix(struct header, buf, len, *n),                                \
	  lc_why_slice(struct header, buf, len, *n), PREFIX, ROW, ALL_OF(struct header))           \
	X(take, lc_take_prefix(struct header, &buf, &len), lc_why_prefix(struct header, buf, len), \
	  PREFIX, ONE, ALL_OF(struct header))                                                      \
	X(try, lc_try_ref_from_prefix(struct state, state_valid, buf, len),                        \
	  lc_why_try(struct state, state_valid, buf, len), PREFIX, ONE, ALL_OF(struct state))      \
	X(try_read, try_read_value(buf, len) ? buf : NULL,                                         \
	  lc_why_try_read(struct state, state_valid, buf, len), PREFIX, ONE,                       \
	  COPY_OF(struct state))                                                                   \
	X(read, read_value(buf, len) ? buf : NULL,                                                 \
	  len < sizeof(struct header) ? LC_TOO_SHORT : LC_OK, PREFIX, ONE, COPY_OF(struct header)) \
	X(write, write_value(buf, len) ? buf : NULL,                                               \
	  len < sizeof(struct header) ? LC_TOO_SHORT : LC_OK, PREFIX, ONE, COPY_OF(struct header))

#define FUNCTIONS(name, ask, why, ...)                                       \
	static const void *ask_##name(uint8_t *buf, size_t len, size_t *n)   \
	{                                                                    \
		(void)n;                                                     \
		return ask;                                                  \
	}                                                                    \
	static enum lc_error why_##name(uint8_t *buf, size_t len, size_t *n) \
	{                                                                    \
		(void)buf;                                                   \
		(void)n;                                                     \
		return why;                                                  \
	}
HELPERS(FUNCTIONS)

static const struct helper {
	const char *name;
	const void *(*ask)(uint8_t *buf, size_t len, size_t *n);
	enum lc_error (*why)(uint8_t *buf, size_t len, size_t *n);
	enum place place;
	enum number number;
	size_t size, align, at, each;
} helpers[] = {
#define ROW_OF(name, ask, why, place, number, ...) \
	{ #name, ask_##name, why_##name, place, number, __VA_ARGS__ },
	HELPERS(ROW_OF)
};

static const size_t numbers[] = {
	0, 1, 2, 3, 5, SIZE_MAX / 8, SIZE_MAX / 8 + 1, SIZE_MAX / 3 + 1, SIZE_MAX
};

/* How many bytes H takes with N elements; more than LONGEST if they are not to be had. */
static size_t bytes_taken(const struct helper *h, size_t n)
{
	size_t taken;

	if (h->number == ONE)
		return h->size;
	if (n > LONGEST)
		return LONGEST + 1;
	taken = h->at + n * h->each;
	return h->number != ROW && taken < h->size ? h->size : taken;
}

/* Reckoned anew: what is to be said of LEN bytes, at SHIFT from what is aligned; *FIRST: where the object is. */
static enum lc_error expected(const struct helper *h, size_t shift, size_t len, size_t n,
			      uint8_t byte, size_t *first)
{
	size_t taken = bytes_taken(h, n);

	*first = 0;
	if (len < taken || (h->number == MOST && len < h->size))
		return LC_TOO_SHORT;
	*first = h->place == SUFFIX ? len - taken : 0;
	if ((shift + *first) % h->align)
		return LC_MISALIGNED;
	if (h->place == WHOLE && len != taken)
		return LC_TRAILING_BYTES;
	return byte != GOOD && !strncmp(h->name, "try", 3) ? LC_INVALID : LC_OK;
}

static unsigned failures_seen;
static volatile uint8_t touched;

static void try_helper(const struct helper *h, size_t shift, size_t len, size_t asked, uint8_t byte)
{
	uint8_t *room = malloc(shift + len ? shift + len : 1), *buf = room + shift;
	const uint8_t *result;
	size_t n = asked, most, first;
	enum lc_error why, should;

	assert_non_null(room);
	assert_int_equal((uintptr_t)room % SHIFTS, 0);
	memset(room, byte, shift + len);
	memset(buf, GOOD, len < 4 ? len : 4);
	most = len >= h->size ? (len - h->at) / h->each : 0;
	should = expected(h, shift, len, h->number == MOST ? most : asked, byte, &first);
	why = h->why(buf, len, &n);
	assert_int_equal(n, asked);
	result = h->ask(buf, len, &n);
	if (why != should || (result != NULL) != (should == LC_OK))
		fail_msg(
			"%s: %zu bytes at %zu, %zu elements: %s, where '%s' is said, and '%s' is right",
			h->name, len, shift, asked, result ? "a result" : "no result",
			lc_error_text(why), lc_error_text(should));
	failures_seen |= 1u << why;
	assert_int_equal(n, h->number == MOST && result ? most : asked);
	if (result) {
		assert_ptr_equal(result, buf + first);
		for (size_t i = 0; i < bytes_taken(h, n); i++)
			touched = result[i];
	}
	free(room);
}

static void a_helper_fails_where_it_should_and_says_why(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(helpers) / sizeof(helpers[0]); i++) {
		failures_seen = 0;
		for (size_t shift = 0; shift < SHIFTS; shift++)
			for (size_t len = 0; len <= LONGEST; len++)
				for (size_t k = 0; k < sizeof(numbers) / sizeof(numbers[0]); k++) {
					try_helper(&helpers[i], shift, len, numbers[k], GOOD);
					try_helper(&helpers[i], shift, len, numbers[k], BAD);
				}
		assert_int_equal(failures_seen & (1u << LC_OK | 1u << LC_TOO_SHORT),
				 1u << LC_OK | 1u << LC_TOO_SHORT);
		assert_int_equal(!(failures_seen & 1u << LC_MISALIGNED), helpers[i].align == 1);
		assert_int_equal(!(failures_seen & 1u << LC_TRAILING_BYTES),
				 helpers[i].place != WHOLE);
	}
}

static void what_is_negative_or_not_there_is_too_short(void **state)
{
	uint8_t *none = NULL;
	static _Alignas(8) uint8_t bytes[LONGEST];
	size_t n = 7;

	(void)state;
	assert_int_equal(lc_why_prefix_nullable(struct header, none, 8), LC_TOO_SHORT);
	assert_int_equal(lc_why_prefix_nullable(struct header, none, -1), LC_TOO_SHORT);
	assert_int_equal(lc_why_prefix_nullable(struct header, bytes, -1), LC_TOO_SHORT);
	assert_int_equal(lc_why_suffix(struct header, none, -8), LC_TOO_SHORT);
	assert_int_equal(lc_why_bytes_with_elems(struct list, items, bytes, -1, 0), LC_TOO_SHORT);
	assert_int_equal(lc_why_bytes_with_elems(struct list, items, bytes, 4, -1), LC_TOO_SHORT);
	assert_int_equal(lc_why_suffix_max_elems(struct list, items, bytes, -1, &n), LC_TOO_SHORT);
	assert_int_equal(lc_why_slice(struct header, bytes, 8, -1), LC_TOO_SHORT);
	assert_int_equal(lc_why_slice(struct header, none, -1, 1), LC_TOO_SHORT);
	assert_int_equal(lc_why_try_read(struct state, state_valid, none, -1), LC_TOO_SHORT);
	assert_int_equal(n, 7);
}

static char order[16];

static size_t note(char what, size_t value)
{
	order[strlen(order)] = what;
	return value;
}

#define NOTED_BUF (bytes + note('b', 0))

static void a_reason_evaluates_as_the_helper_does(void **state)
{
	static _Alignas(8) uint8_t bytes[LONGEST];
	size_t n;

	(void)state;
	lc_why_prefix(struct header, NOTED_BUF, note('l', 8));
	lc_why_bytes(struct header, NOTED_BUF, note('l', 7));
	assert_string_equal(order, "lbl");
	memset(order, 0, sizeof(order));
	lc_why_suffix_with_elems(struct list, items, NOTED_BUF, note('l', 12), note('n', 1));
	lc_why_slice(struct header, NOTED_BUF, note('l', 12), note('n', 2));
	assert_string_equal(order, "lnbln");
	memset(order, 0, sizeof(order));
	lc_why_bytes_max_elems(struct list, items, NOTED_BUF, note('l', 12), &n);
	lc_why_try(struct state, state_valid, NOTED_BUF, note('l', 12));
	lc_why_try_read(struct state, state_valid, NOTED_BUF, note('l', 2));
	lc_why_prefix_nullable(struct header, NOTED_BUF, note('l', 2));
	assert_string_equal(order, "lblbllb");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_helper_fails_where_it_should_and_says_why),
		cmocka_unit_test(what_is_negative_or_not_there_is_too_short),
		cmocka_unit_test(a_reason_evaluates_as_the_helper_does),
	};

	return cmocka_run_group_tests_name("failures", tests, NULL, NULL);
}
