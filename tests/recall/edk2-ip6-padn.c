// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * EDK II, NetworkPkg/Ip6Dxe: the walk over a header's options steps by a padding's length in an offset
 * of one byte.
 * Infinite loop when parsing a PadN option in the Destination Options header (CVE-2023-45233).
 * Hard: the offset wraps round in eight bits, so that a step may stand still.
 */
#include "linux.h"

int is_option_valid_before(const u8 *option, u8 option_len)
{
	u8 offset = 0;

	while (offset < option_len) {
		switch (option[offset]) {
		case 0:
			offset++;
			break;
		case 1:
			offset = (u8)(offset + option[offset + 1] + 2); // warning: . [lc-unchecked-length]
			break;
		default:
			return 0;
		}
	}
	return 1;
}

int is_option_valid_after(const u8 *option, u8 option_len)
{
	u16 offset = 0;

	while (offset < option_len) {
		switch (option[offset]) {
		case 0:
			offset++;
			break;
		case 1:
			if (option_len - offset < 2)
				return 0;
			offset = (u16)(offset + option[offset + 1] + 2);
			break;
		default:
			return 0;
		}
	}
	return 1;
}
