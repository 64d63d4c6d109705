// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/net/wireless/ath/ath6kl/wmi.c: an event's traffic class indexed an array, and
 * another event was read whose length had not been compared like that of its siblings.
 * "ath6kl: add some bounds checking" (CVE-2019-15926).
 * Hard: one case of a dispatcher lacks the check that all others make.
 */
#include "linux.h"

struct wmi_ready_event {
	__le32 sw_version;
	u8 mac_addr[6];
	u8 phy_capability;
} __packed;

struct wmi_cac_event {
	u8 ac;
	u8 cac_indication;
	u8 status_code;
	u8 tspec_ie[63];
} __packed;

enum { READY = 1, CAC = 2 };

void ready(u32 version);
void cac(u8 ac, u8 indication, u8 code, u8 last);

int control_rx_before(u16 id, const u8 *datap, int len)
{
	switch (id) {
	case READY: {
		const struct wmi_ready_event *ev = (const struct wmi_ready_event *)datap;

		if (len < (int)sizeof(*ev))
			return -EINVAL;
		ready(ev->sw_version);
		return 0;
	}
	case CAC: {
		const struct wmi_cac_event *ev = (const struct wmi_cac_event *)datap;

		cac(ev->ac, ev->cac_indication, ev->status_code, ev->tspec_ie[62]); // warning: . [lc-short-buffer]
		return 0;
	}
	}
	return -EINVAL;
}

int control_rx_after(u16 id, const u8 *datap, int len)
{
	switch (id) {
	case READY: {
		const struct wmi_ready_event *ev = (const struct wmi_ready_event *)datap;

		if (len < (int)sizeof(*ev))
			return -EINVAL;
		ready(ev->sw_version);
		return 0;
	}
	case CAC: {
		const struct wmi_cac_event *ev = (const struct wmi_cac_event *)datap;

		if (len < (int)sizeof(*ev))
			return -EINVAL;
		cac(ev->ac, ev->cac_indication, ev->status_code, ev->tspec_ie[62]);
		return 0;
	}
	}
	return -EINVAL;
}
