// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, net/x25/x25_facilities.c: facilities come in classes of fixed size; the loop took each
 * class's bytes away from an unsigned length that might not have as many.
 * "x25: Prevent crashing when parsing bad X.25 facilities" (CVE-2010-3873).
 * Hard: the length wraps below zero when the last facility is cut short.
 */
#include "linux.h"

struct facility_b {
	u8 code;
	__be16 value;
} __packed;

void facility(u8 code, u16 value);

int parse_facilities_before(const u8 *p, unsigned int len)
{
	while (len > 0) {
		const struct facility_b *f = (const struct facility_b *)p;

		if ((*p & 0xc0) == 0x40) {
			facility(f->code, f->value); // warning: . [lc-short-buffer]
			p += 3;
			len -= 3;
		} else {
			p += 2;
			len -= 2;
		}
	}
	return 0;
}

int parse_facilities_after(const u8 *p, unsigned int len)
{
	while (len > 0) {
		const struct facility_b *f = (const struct facility_b *)p;

		if ((*p & 0xc0) == 0x40) {
			if (len < 3)
				return -1;
			facility(f->code, f->value);
			p += 3;
			len -= 3;
		} else {
			if (len < 2)
				return -1;
			p += 2;
			len -= 2;
		}
	}
	return 0;
}
