// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: where the comparison stands. What counts is that it lies on
 * every way to the access, not that it is somewhere in the function.
 */
#include <stdbool.h>
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

void log_error(const char *message);

/* The cast comes first, the check before the access: that is fine. */
u32 cast_then_check(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer because len

	log_error("about to check");
	if (len < sizeof(*h))
		return 0;
	return h->id;
}

/* Several errors share a way out. */
int goto_error_path(const u8 *buf, size_t len, u32 *id)
{
	const struct hdr *h;
	int error = -1;

	if (!buf)
		goto out;
	if (len < sizeof(*h))
		goto out;
	h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer
	*id = h->id;
	error = 0;
out:
	return error;
}

/* The error path itself reads the header. */
int error_path_reads(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (len < sizeof(*h))
		goto bad;
	return 0;
bad:
	return (int)h->id; // warning: 'h->id' needs 8 bytes of 'buf' [lc-short-buffer]
}

/* The message is printed, and then it goes on. */
u32 complains_and_goes_on(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (len < sizeof(*h))
		log_error("too short");
	return h->id; // warning: 'h->id' needs 8 bytes of 'buf' [lc-short-buffer]
}

/* A ternary is a branch. */
u32 ternary(const u8 *buf, size_t len)
{
	return len >= sizeof(struct hdr) ? ((const struct hdr *)buf)->id : 0; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 ternary_too_small(const u8 *buf, size_t len)
{
	return len > 4 ? ((const struct hdr *)buf)->id : 0; // warning: too little: 5 known [lc-short-buffer]
}

u32 ternary_wrong_side(const u8 *buf, size_t len)
{
	return len < sizeof(struct hdr) ? ((const struct hdr *)buf)->id : 0; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
}

/* The pointer is null unless the length will do. */
u32 null_or_view(const u8 *buf, size_t len)
{
	const struct hdr *h = len >= sizeof(*h) ? (const struct hdr *)buf : NULL; // verdict: overlay struct hdr proven lc-short-buffer

	return h ? h->id : 0;
}

/* A variable holds the comparison. */
u32 bool_variable(const u8 *buf, size_t len)
{
	bool whole = len >= sizeof(struct hdr);

	if (!whole)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 bool_variable_too_small(const u8 *buf, size_t len)
{
	bool whole = len >= 6;

	if (!whole)
		return 0;
	return ((const struct hdr *)buf)->id; // warning: too little: 6 known [lc-short-buffer]
}

u32 int_variable(const u8 *buf, size_t len, int up)
{
	int whole = up && len >= sizeof(struct hdr);

	if (whole)
		return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
	return 0;
}

/* The variable is set to true on another way. */
u32 variable_with_a_way_round(const u8 *buf, size_t len, int up)
{
	bool whole = len >= sizeof(struct hdr);

	if (up)
		whole = true;
	if (!whole)
		return 0;
	return ((const struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
}

/* An error code carries the comparison. */
u32 error_code(const u8 *buf, size_t len)
{
	int error = 0;

	if (len < sizeof(struct hdr))
		error = -22;
	if (error)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* One branch checks for itself, the other for itself: both have checked. */
u32 checked_on_both_ways(const u8 *buf, size_t len, int wide)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer

	if (wide) {
		if (len < 16)
			return 0;
	} else {
		if (len < 8)
			return 0;
	}
	return h->id;
}

/* One of the two checks too little. */
u32 checked_too_little_on_one_way(const u8 *buf, size_t len, int wide)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (wide) {
		if (len < 16)
			return 0;
	} else {
		if (len < 4)
			return 0;
	}
	return h->id; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
}

/* What is needed depends on the way, and so does what is checked. */
u32 need_goes_with_check(const u8 *buf, size_t len, int wide)
{
	size_t need = wide ? 16 : 8;

	if (len < need)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Checked for one header, read as two. */
u32 second_header_not_checked(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (len < sizeof(*h))
		return 0;
	return h[1].id; // warning: needs 16 bytes of 'buf'.*too little: 8 known [lc-short-buffer]
}

/* Each further header is checked before it is read. */
u32 second_header_checked(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer
	u32 sum;

	if (len < sizeof(*h))
		return 0;
	sum = h->id;
	if (len >= 2 * sizeof(*h))
		sum += h[1].id;
	return sum;
}

/* A field at the front needs less than the whole: a short check is enough for it. */
u32 prefix_of_the_header(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer

	if (len < 4)
		return 0;
	return h->length;
}

/* The length of another buffer says nothing of this one. */
u32 the_other_length(const u8 *in, size_t in_len, const u8 *out, size_t out_len)
{
	const struct hdr *h = (const struct hdr *)in;

	if (out_len < sizeof(*h) || !out)
		return 0;
	return h->id; // warning: needs 8 bytes of 'in'.*'in_len' is not compared [lc-short-buffer]
}

u32 its_own_length(const u8 *in, size_t in_len, const u8 *out, size_t out_len)
{
	const struct hdr *h = (const struct hdr *)in; // verdict: overlay struct hdr proven lc-short-buffer because in_len

	if (in_len < sizeof(*h) || !out || !out_len)
		return 0;
	return h->id;
}

/* The length was changed after it was compared. */
u32 another_value_is_compared(const u8 *buf, size_t len, size_t extra)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr open lc-short-buffer

	len += extra;
	if (len < sizeof(*h))
		return 0;
	return h->id;
}

/* Four are set aside first, and eight remain. */
u32 some_are_set_aside(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: overlay struct hdr proven lc-short-buffer

	if (len < 4)
		return 0;
	len -= 4;
	if (len < 4)
		return 0;
	return h->id;
}

/* A narrower copy of the length was compared: it may be what is left of a longer one, which is no harm. */
u32 narrow_copy(const u8 *buf, size_t len)
{
	u16 short_len = (u16)len;

	if (short_len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A comparison in one case of a switch says nothing in another. */
u32 in_another_case(const u8 *buf, size_t len, int kind)
{
	switch (kind) {
	case 1:
		if (len < sizeof(struct hdr))
			return 0;
		return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
	case 2:
		return ((const struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
	}
	return 0;
}

u32 need_is_too_small_on_one_way(const u8 *buf, size_t len, int wide)
{
	size_t need = wide ? 8 : 4;

	if (len < need)
		return 0;
	return ((const struct hdr *)buf)->id; // warning: too little: 4 known [lc-short-buffer]
}
