// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-unchecked-length: a walk counted in few bits comes back to where it was by
 * a step of their whole range; each beside one that does not.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned short u16;

struct option {
	u8 type, length;
};

int counts_in_a_byte(const u8 *buf, u8 len)
{
	u8 at = 0;
	int n = 0;

	while (at < len) {
		n += buf[at];
		at += buf[at + 1] + 2; // warning: 'at' may wrap to where it was.*'\*\(u8 \*\)\(buf \+ at \+ 1\)' [lc-unchecked-length]
	}
	return n;
}

int counts_in_two_bytes(const u8 *buf, u16 len)
{
	u16 at = 0;
	int n = 0;

	while (at < len) {
		n += buf[at];
		at += buf[at + 1] + 2;
	}
	return n;
}

int counts_two_bytes_in_two(const u8 *buf, u16 len)
{
	u16 at = 0;
	int n = 0;

	while (at < len) {
		n += buf[at];
		at += (buf[at + 1] | buf[at + 2] << 8) + 4; // warning: 'at' may [lc-unchecked-length]
	}
	return n;
}

int asks_for_the_step(const u8 *buf, u8 len)
{
	u8 at = 0;
	int n = 0;

	while (at < len) {
		if (buf[at + 1] > 16)
			return -1;
		n += buf[at];
		at += buf[at + 1] + 2;
	}
	return n;
}

int asks_for_what_is_left(const u8 *buf, u8 len)
{
	u8 at = 0;
	int n = 0;

	while (at < len) {
		if (len - at < 2 || len - at - 2 < buf[at + 1])
			return -1;
		n += buf[at];
		at += buf[at + 1] + 2;
	}
	return n;
}

int has_another_end(const u8 *buf, u8 len)
{
	u8 at = 0;
	int n = 0;

	for (int i = 0; at < len && i < 10; i++) {
		n += buf[at];
		at += buf[at + 1] + 2;
	}
	return n;
}
