// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/net/wireless/realtek/rtlwifi/ps.c: notices of absence are counted from a length on
 * the air, and stored in arrays of two.
 * "rtlwifi: Fix potential overflow on P2P code" (CVE-2019-17666).
 * Hard: the count comes of a division; the arrays are written, not read.
 */
#include "linux.h"

enum { MOST_NOTICES = 2 };

struct p2p_info {
	u8 count[MOST_NOTICES];
	u32 duration[MOST_NOTICES];
	u8 noa_num;
};

void p2p_noa_before(const u8 *ie, unsigned int len, struct p2p_info *info)
{
	u16 noa_len, num, i;

	if (len < 3)
		return;
	noa_len = get_unaligned_le16(ie + 1);
	if (noa_len < 2 || noa_len + 3u > len)
		return;
	num = (noa_len - 2) / 13;
	info->noa_num = (u8)num;
	for (i = 0; i < num; i++)
		info->count[i] = ie[5 + 13 * i]; // warning: . [lc-unchecked-length]
}

void p2p_noa_after(const u8 *ie, unsigned int len, struct p2p_info *info)
{
	u16 noa_len, num, i;

	if (len < 3)
		return;
	noa_len = get_unaligned_le16(ie + 1);
	if (noa_len < 2 || noa_len + 3u > len)
		return;
	num = (noa_len - 2) / 13;
	if (num > MOST_NOTICES)
		num = MOST_NOTICES;
	info->noa_num = (u8)num;
	for (i = 0; i < num; i++)
		info->count[i] = ie[5 + 13 * i];
}
