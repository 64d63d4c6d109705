// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, net/mac80211/util.c: an extension element has its own id as its first byte; of one without
 * any byte that was read all the same.
 * "mac80211: validate extended element ID is present".
 * The walk over the elements is right, and what is read is its record's data, one byte of it.
 */
#include "linux.h"

enum { EID_EXTENSION = 255, EID_EXT_HE = 35 };

struct element {
	u8 id;
	u8 datalen;
	u8 data[];
} __packed;

void he_capability(const u8 *data, unsigned int n);

void parse_elems_before(const u8 *start, size_t len)
{
	const u8 *at = start, *end = start + len;

	while (end - at >= 2 && end - at - 2 >= ((const struct element *)at)->datalen) {
		const struct element *e = (const struct element *)at;

		if (e->id == EID_EXTENSION && e->data[0] == EID_EXT_HE) // warning: . [lc-short-buffer]
			he_capability(e->data + 1, e->datalen - 1);
		at += 2 + e->datalen;
	}
}

void parse_elems_after(const u8 *start, size_t len)
{
	const u8 *at = start, *end = start + len;

	while (end - at >= 2 && end - at - 2 >= ((const struct element *)at)->datalen) {
		const struct element *e = (const struct element *)at;

		if (e->id == EID_EXTENSION && e->datalen && e->data[0] == EID_EXT_HE)
			he_capability(e->data + 1, e->datalen - 1);
		at += 2 + e->datalen;
	}
}
