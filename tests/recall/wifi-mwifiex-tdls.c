// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/net/wireless/marvell/mwifiex/tdls.c: the rates of a peer go into an array of 32.
 * "mwifiex: fix possible heap overflow in mwifiex_process_tdls_action_frame()" (CVE-2019-14901).
 * Hard: the walk over the elements is right; only the destination is too small.
 */
#include "linux.h"

struct tdls_peer {
	u8 rates[32];
	u8 rates_len;
};

void action_frame_before(const u8 *buf, int len, struct tdls_peer *peer)
{
	const u8 *pos = buf, *end = buf + len;

	while (pos + 2 <= end && pos + 2 + pos[1] <= end) {
		if (pos[0] == 1) {
			peer->rates_len = pos[1];
			memcpy(peer->rates, pos + 2, pos[1]); // warning: with what came.*not with the room [lc-unchecked-length]
		}
		pos += 2 + pos[1];
	}
}

void action_frame_after(const u8 *buf, int len, struct tdls_peer *peer)
{
	const u8 *pos = buf, *end = buf + len;

	while (pos + 2 <= end && pos + 2 + pos[1] <= end) {
		if (pos[0] == 1) {
			if (pos[1] > sizeof(peer->rates))
				return;
			peer->rates_len = pos[1];
			memcpy(peer->rates, pos + 2, pos[1]);
		}
		pos += 2 + pos[1];
	}
}
