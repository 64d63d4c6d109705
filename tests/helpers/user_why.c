/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Asks each helper of layoutcheck.h why it failed, in C, in C++ and in a kernel module. */
#include "layoutcheck.h"
struct LC_FROM_BYTES row {
	uint32_t id;
	uint16_t kind, flags;
};
__extension__ struct LC_FROM_BYTES rows {
	uint32_t count;
	struct row row[];
};
struct LC_TRY_FROM_BYTES toggle {
	uint32_t id;
	bool on;
};
LC_DEFINE_VALID(toggle_valid, struct toggle, LC_BOOL(on))
enum lc_error reasons(const uint8_t *buf, int len, uint8_t *out, unsigned long long n,
		      size_t *count);
enum lc_error reasons(const uint8_t *buf, int len, uint8_t *out, unsigned long long n,
		      size_t *count)
{
	const enum lc_error why[] = {
		lc_why_prefix(struct row, buf, len),
		lc_why_suffix(struct row, out, len),
		lc_why_bytes(struct row, buf, *count),
		lc_why_prefix_nullable(struct row, out, len),
		lc_why_prefix_with_elems(struct rows, row, buf, len, n),
		lc_why_suffix_with_elems(struct rows, row, buf, len, 3),
		lc_why_bytes_with_elems(struct rows, row, out, len, len),
		lc_why_prefix_max_elems(struct rows, row, buf, len, count),
		lc_why_suffix_max_elems(struct rows, row, buf, len, count),
		lc_why_bytes_max_elems(struct rows, row, buf, len, count),
		lc_why_slice(struct row, buf, len, n),
		lc_why_try(struct toggle, toggle_valid, buf, len),
		lc_why_try_read(struct toggle, toggle_valid, lc_rest_of_prefix(struct row, buf),
				*count),
	};

	for (size_t i = 0; i < sizeof(why) / sizeof(why[0]); i++)
		if (why[i] != LC_OK)
			return why[i];
	return LC_OK;
}
