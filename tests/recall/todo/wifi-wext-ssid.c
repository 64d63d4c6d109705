// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, net/wireless/wext-sme.c: the SSID element of the current network is copied by its own length.
 * "cfg80211: wext: avoid copying malformed SSIDs" (CVE-2019-17133).
 * Hard: what is exceeded is a fixed array of the caller's, inside a struct.
 * Waits: nothing here says that the bytes come from outside, and who calls may have compared them.
 */
#include "linux.h"

struct wext_ssid {
	u8 ssid[32];
	u8 used;
};

void get_essid_before(const u8 *ie, struct wext_ssid *to)
{
	to->used = ie[1];
	memcpy(to->ssid, ie + 2, ie[1]); // warning: . [lc-unchecked-length]
}

void get_essid_after(const u8 *ie, struct wext_ssid *to)
{
	if (ie[1] > sizeof(to->ssid))
		return;
	to->used = ie[1];
	memcpy(to->ssid, ie + 2, ie[1]);
}
