// SPDX-License-Identifier: MIT
/*
 * Finds where one UTF-8 sequence ends, and whether it is well-formed.
 * Table 3-7 of the Unicode standard, one row a branch.
 */
#include "internal.h"

size_t sarif_utf8_sequence(const unsigned char *text, size_t n, bool *valid)
{
	unsigned char lead = text[0];
	unsigned char low = 0x80, high = 0xbf; /* what the second byte may be */
	size_t length;

	*valid = true;
	if (lead < 0x80)
		return 1;
	*valid = false;
	if (lead < 0xc2 || lead > 0xf4)
		return 1;
	length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
	if (lead == 0xe0)
		low = 0xa0; /* less would be overlong */
	else if (lead == 0xed)
		high = 0x9f; /* more would be a surrogate */
	else if (lead == 0xf0)
		low = 0x90;
	else if (lead == 0xf4)
		high = 0x8f; /* more would be past U+10FFFF */

	for (size_t i = 1; i < length; i++) {
		if (i >= n || text[i] < low || text[i] > high)
			return i;
		low = 0x80;
		high = 0xbf;
	}
	*valid = true;
	return length;
}
