// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, net/wireless/nl80211.c: a beacon's head from user space was taken as a management frame
 * with elements behind its fixed part.
 * "nl80211: validate beacon head" (CVE-2019-16746).
 * Hard: a union of fixed parts in the middle of the header; offsetof of what follows is the bound.
 */
#include "linux.h"

struct ieee80211_mgmt {
	__le16 frame_control, duration;
	u8 da[6], sa[6], bssid[6];
	__le16 seq_ctrl;
	union {
		struct {
			__le64 timestamp;
			__le16 beacon_int, capab_info;
			u8 variable[];
		} __packed beacon;
		struct {
			__le16 reason_code;
		} __packed deauth;
	} u;
} __packed;

void use_beacon(u16 interval, u16 capabilities);

int validate_head_before(const u8 *data, unsigned int len)
{
	const struct ieee80211_mgmt *mgmt = (const struct ieee80211_mgmt *)data;

	if (len < offsetofend(struct ieee80211_mgmt, seq_ctrl))
		return -EINVAL;
	use_beacon(le16_to_cpu(mgmt->u.beacon.beacon_int), le16_to_cpu(mgmt->u.beacon.capab_info)); // warning: . [lc-short-buffer]
	return 0;
}

int validate_head_after(const u8 *data, unsigned int len)
{
	const struct ieee80211_mgmt *mgmt = (const struct ieee80211_mgmt *)data;
	unsigned int fixedlen = offsetof(struct ieee80211_mgmt, u.beacon.variable);

	if (len < fixedlen)
		return -EINVAL;
	use_beacon(le16_to_cpu(mgmt->u.beacon.beacon_int), le16_to_cpu(mgmt->u.beacon.capab_info));
	return 0;
}
