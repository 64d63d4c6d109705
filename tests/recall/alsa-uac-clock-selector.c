// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, sound/usb/clock.c: a clock selector lists as many sources as it says, whatever its length.
 * "ALSA: usb-audio: Fix out of bounds reads when finding clock sources" (CVE-2024-53150).
 * Hard: a byte read behind a trailing array whose count is in the descriptor.
 */
#include "linux.h"

struct clock_selector {
	u8 bLength, bDescriptorType, bDescriptorSubtype, bClockID, bNrInPins;
	u8 baCSourceID[];
} __packed;

int find_source_before(const u8 *buf, int len, u8 wanted)
{
	const struct clock_selector *cs = (const struct clock_selector *)buf;
	int i;

	if (len < (int)sizeof(*cs))
		return -EINVAL;
	for (i = 0; i < cs->bNrInPins; i++)
		if (cs->baCSourceID[i] == wanted) // warning: . [lc-unchecked-length]
			return i;
	return -EINVAL;
}

int find_source_after(const u8 *buf, int len, u8 wanted)
{
	const struct clock_selector *cs = (const struct clock_selector *)buf;
	int i;

	if (len < (int)sizeof(*cs) || len < (int)sizeof(*cs) + cs->bNrInPins)
		return -EINVAL;
	for (i = 0; i < cs->bNrInPins; i++)
		if (cs->baCSourceID[i] == wanted)
			return i;
	return -EINVAL;
}
