// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Bytes that should be UTF-8, read as UTF-16 code units (Unicode, section 3.9).
 */
#include "utf16.h"

size_t utf16_decode(const unsigned char *text, size_t n, uint16_t units[2], unsigned *n_units)
{
	unsigned char lead = text[0];
	unsigned char low = 0x80, high = 0xbf;
	uint32_t character;
	size_t length;

	*n_units = 1;
	units[0] = lead;
	if (lead < 0x80)
		return 1;
	units[0] = 0xfffd;
	if (lead < 0xc2 || lead > 0xf4)
		return 1;
	if (lead < 0xe0) {
		length = 2;
		character = lead & 0x1fu;
	} else if (lead < 0xf0) {
		length = 3;
		character = lead & 0x0fu;
		low = lead == 0xe0 ? 0xa0 : low; /* no overlong form */
		high = lead == 0xed ? 0x9f : high; /* no surrogate */
	} else {
		length = 4;
		character = lead & 0x07u;
		low = lead == 0xf0 ? 0x90 : low;
		high = lead == 0xf4 ? 0x8f : high; /* nothing past U+10FFFF */
	}
	for (size_t i = 1; i < length; i++) {
		if (i >= n || text[i] < low || text[i] > high)
			return i;
		character = character << 6 | (text[i] & 0x3fu);
		low = 0x80;
		high = 0xbf;
	}
	if (character < 0x10000) {
		units[0] = (uint16_t)character;
	} else {
		character -= 0x10000;
		units[0] = (uint16_t)(0xd800 | character >> 10);
		units[1] = (uint16_t)(0xdc00 | (character & 0x3ff));
		*n_units = 2;
	}
	return length;
}

size_t utf16_offset(const char *text, size_t n, size_t offset)
{
	size_t total = 0;

	for (size_t i = 0; i < n;) {
		uint16_t units[2];
		unsigned count;

		i += utf16_decode((const unsigned char *)text + i, n - i, units, &count);
		if (i > offset)
			break;
		total += count;
	}
	return total;
}
