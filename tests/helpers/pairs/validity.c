/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Validity, and why it failed; see pairs.h. */
#include "pairs.h"

/* A bool and an enum are looked at as bytes before they are values. */
enum mode { MODE_A, MODE_B, MODE_C };
struct LC_TRY_FROM_BYTES state {
	enum mode mode;
	bool on;
};
LC_DEFINE_VALID(state_valid, struct state, LC_RANGE(mode, MODE_A, MODE_C) LC_BOOL(on))

static inline bool valid_by_hand(const uint8_t *bytes)
{
	int32_t mode;

	__builtin_memcpy(&mode, bytes, sizeof(mode));
	return __builtin_expect(mode >= MODE_A && mode <= MODE_C && bytes[4] <= 1, 1);
}

int try_by_hand(const uint8_t *buf, size_t len)
{
	const struct state *s;

	if (len < sizeof(*s) || !ALIGNED(buf, struct state) || !valid_by_hand(buf))
		return -22;
	s = (const struct state *)buf;
	return s->on ? (int)s->mode : 7;
}

int try_by_helper(const uint8_t *buf, size_t len)
{
	const struct state *s = lc_try_ref_from_prefix(struct state, state_valid, buf, len);

	if (!s)
		return -22;
	return s->on ? (int)s->mode : 7;
}

int try_read_by_hand(const uint8_t *buf, size_t len)
{
	struct state s;

	if (len < sizeof(s) || !valid_by_hand(buf))
		return -22;
	__builtin_memcpy(&s, buf, sizeof(s));
	return s.on ? (int)s.mode : 7;
}

int try_read_by_helper(const uint8_t *buf, size_t len)
{
	struct state s;

	if (!lc_try_read_from_prefix(struct state, state_valid, buf, len, &s))
		return -22;
	return s.on ? (int)s.mode : 7;
}

int why_prefix_by_hand(const uint8_t *buf, size_t len)
{
	if (len < sizeof(struct header))
		return LC_TOO_SHORT;
	return ALIGNED(buf, struct header) ? LC_OK : LC_MISALIGNED;
}

int why_prefix_by_helper(const uint8_t *buf, size_t len)
{
	return lc_why_prefix(struct header, buf, len);
}

int why_suffix_by_hand(const uint8_t *buf, size_t len)
{
	if (len < sizeof(struct header))
		return LC_TOO_SHORT;
	return ALIGNED(buf + (len - sizeof(struct header)), struct header) ? LC_OK : LC_MISALIGNED;
}

int why_suffix_by_helper(const uint8_t *buf, size_t len)
{
	return lc_why_suffix(struct header, buf, len);
}

int why_bytes_by_hand(const uint8_t *buf, size_t len)
{
	if (len < sizeof(struct header))
		return LC_TOO_SHORT;
	if (!ALIGNED(buf, struct header))
		return LC_MISALIGNED;
	return len != sizeof(struct header) ? LC_TRAILING_BYTES : LC_OK;
}

int why_bytes_by_helper(const uint8_t *buf, size_t len)
{
	return lc_why_bytes(struct header, buf, len);
}

int why_elems_by_hand(const uint8_t *buf, size_t len, size_t n)
{
	if (len < sizeof(struct words) || n > (len - sizeof(struct words)) / sizeof(uint32_t))
		return LC_TOO_SHORT;
	return ALIGNED(buf, struct words) ? LC_OK : LC_MISALIGNED;
}

int why_elems_by_helper(const uint8_t *buf, size_t len, size_t n)
{
	return lc_why_prefix_with_elems(struct words, word, buf, len, n);
}

int why_suffix_elems_by_hand(const uint8_t *buf, size_t len, size_t n)
{
	const uint8_t *at;

	if (len < sizeof(struct words) || n > (len - sizeof(struct words)) / sizeof(uint32_t))
		return LC_TOO_SHORT;
	at = buf + (len - (sizeof(struct words) + n * sizeof(uint32_t)));
	return ALIGNED(at, struct words) ? LC_OK : LC_MISALIGNED;
}

int why_suffix_elems_by_helper(const uint8_t *buf, size_t len, size_t n)
{
	return lc_why_suffix_with_elems(struct words, word, buf, len, n);
}

int why_bytes_elems_by_hand(const uint8_t *buf, size_t len, size_t n)
{
	if (len < sizeof(struct words) || n > (len - sizeof(struct words)) / sizeof(uint32_t))
		return LC_TOO_SHORT;
	if (!ALIGNED(buf, struct words))
		return LC_MISALIGNED;
	return len != sizeof(struct words) + n * sizeof(uint32_t) ? LC_TRAILING_BYTES : LC_OK;
}

int why_bytes_elems_by_helper(const uint8_t *buf, size_t len, size_t n)
{
	return lc_why_bytes_with_elems(struct words, word, buf, len, n);
}

int why_suffix_max_by_hand(const uint8_t *buf, size_t len)
{
	if (len < sizeof(struct words))
		return LC_TOO_SHORT;
	return ALIGNED(buf + (len - sizeof(struct words)) % sizeof(uint32_t), struct words) ?
		       LC_OK :
		       LC_MISALIGNED;
}

int why_suffix_max_by_helper(const uint8_t *buf, size_t len)
{
	size_t n;

	return lc_why_suffix_max_elems(struct words, word, buf, len, &n);
}

int why_bytes_max_by_hand(const uint8_t *buf, size_t len)
{
	if (len < sizeof(struct words))
		return LC_TOO_SHORT;
	if (!ALIGNED(buf, struct words))
		return LC_MISALIGNED;
	return (len - sizeof(struct words)) % sizeof(uint32_t) ? LC_TRAILING_BYTES : LC_OK;
}

int why_bytes_max_by_helper(const uint8_t *buf, size_t len)
{
	size_t n;

	return lc_why_bytes_max_elems(struct words, word, buf, len, &n);
}

int why_slice_by_hand(const uint8_t *buf, size_t len, size_t n)
{
	if (n > len / sizeof(struct header))
		return LC_TOO_SHORT;
	return ALIGNED(buf, struct header) ? LC_OK : LC_MISALIGNED;
}

int why_slice_by_helper(const uint8_t *buf, size_t len, size_t n)
{
	return lc_why_slice(struct header, buf, len, n);
}

int why_nullable_by_hand(const uint8_t *buf, size_t len)
{
	if (len < sizeof(struct header) || !buf)
		return LC_TOO_SHORT;
	return ALIGNED(buf, struct header) ? LC_OK : LC_MISALIGNED;
}

int why_nullable_by_helper(const uint8_t *buf, size_t len)
{
	return lc_why_prefix_nullable(struct header, buf, len);
}

int why_try_read_by_hand(const uint8_t *buf, size_t len)
{
	if (len < sizeof(struct state))
		return LC_TOO_SHORT;
	return valid_by_hand(buf) ? LC_OK : LC_INVALID;
}

int why_try_read_by_helper(const uint8_t *buf, size_t len)
{
	return lc_why_try_read(struct state, state_valid, buf, len);
}

int why_try_by_hand(const uint8_t *buf, size_t len)
{
	if (len < sizeof(struct state))
		return LC_TOO_SHORT;
	if (!ALIGNED(buf, struct state))
		return LC_MISALIGNED;
	return valid_by_hand(buf) ? LC_OK : LC_INVALID;
}

int why_try_by_helper(const uint8_t *buf, size_t len)
{
	return lc_why_try(struct state, state_valid, buf, len);
}
