// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, net/wireless/wext-sme.c: the SSID element of the current network is copied by its own length.
 * "cfg80211: wext: avoid copying malformed SSIDs" (CVE-2019-17133).
 * Hard: what is exceeded is a fixed array of the caller's, inside a struct.
 * Nothing here says where the bytes come from but the function that finds the element.
 */
#include "linux.h"

struct wext_ssid {
	u8 ssid[32];
	u8 used;
};

struct cfg80211_bss;

const u8 *ieee80211_bss_get_ie(struct cfg80211_bss *bss, u8 id);

void get_essid_before(struct cfg80211_bss *bss, struct wext_ssid *to)
{
	const u8 *ie = ieee80211_bss_get_ie(bss, 0);

	if (!ie)
		return;
	to->used = ie[1];
	memcpy(to->ssid, ie + 2, ie[1]); // warning: . [lc-unchecked-length]
}

void get_essid_after(struct cfg80211_bss *bss, struct wext_ssid *to)
{
	const u8 *ie = ieee80211_bss_get_ie(bss, 0);

	if (!ie || ie[1] > sizeof(to->ssid))
		return;
	to->used = ie[1];
	memcpy(to->ssid, ie + 2, ie[1]);
}
