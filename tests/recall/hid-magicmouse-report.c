// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/hid/hid-magicmouse.c: a report holds a header and touches of eight bytes each; the
 * number of touches is worked out from a size that may be smaller than the header.
 * "HID: magicmouse: sanity check report size in raw_event() callback" (CVE-2014-3181).
 * Hard: size minus header is divided; below the header the signed result becomes a negative count,
 * and between, a remainder stays unread.
 */
#include "linux.h"

struct touch {
	u8 x, y, flags, misc;
	__le32 state;
} __packed;

struct report {
	u8 id;
	u8 clicks;
	__le16 timestamp;
	struct touch touches[];
} __packed;

void emit_touch(int id, u32 state);

int raw_event_before(const u8 *data, int size)
{
	const struct report *r = (const struct report *)data;
	int npoints = (size + 7 - 4) / 8, ii;

	if (size < 4)
		return 0;
	for (ii = 0; ii < npoints; ii++)
		emit_touch(ii, r->touches[ii].state); // warning: . [lc-short-buffer]
	return 1;
}

int raw_event_after(const u8 *data, int size)
{
	const struct report *r = (const struct report *)data;
	int npoints, ii;

	if (size < 4 || (size - 4) % 8 != 0)
		return 0;
	npoints = (size - 4) / 8;
	for (ii = 0; ii < npoints; ii++)
		emit_touch(ii, r->touches[ii].state);
	return 1;
}
