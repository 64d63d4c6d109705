// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, sound/usb/mixer.c: a mixer unit's number of pins says where its bitmap of controls is; the
 * descriptor's length was compared with its fixed part only.
 * "ALSA: usb-audio: Fix an OOB bug in parse_audio_mixer_unit" (CVE-2019-15117).
 * Hard: a field lies behind a table whose size another field gives.
 */
#include "linux.h"

struct uac_mixer_unit {
	u8 bLength, bDescriptorType, bDescriptorSubtype, bUnitID, bNrInPins;
	u8 baSourceID[];
} __packed;

struct uac_mixer_tail {
	u8 bNrChannels;
	__le16 wChannelConfig;
	u8 iChannelNames;
} __packed;

void channels(u8 count, u16 config);

int parse_mixer_unit_before(const u8 *buffer, int length)
{
	const struct uac_mixer_unit *desc = (const struct uac_mixer_unit *)buffer;
	const struct uac_mixer_tail *tail;

	if (length < (int)sizeof(*desc) || !desc->bNrInPins)
		return -EINVAL;
	tail = (const struct uac_mixer_tail *)(desc->baSourceID + desc->bNrInPins);
	channels(tail->bNrChannels, le16_to_cpu(tail->wChannelConfig)); // warning: . [lc-unchecked-length]
	return 0;
}

int parse_mixer_unit_after(const u8 *buffer, int length)
{
	const struct uac_mixer_unit *desc = (const struct uac_mixer_unit *)buffer;
	const struct uac_mixer_tail *tail;

	if (length < (int)sizeof(*desc) || !desc->bNrInPins)
		return -EINVAL;
	if (length < (int)(sizeof(*desc) + desc->bNrInPins + sizeof(*tail)))
		return -EINVAL;
	tail = (const struct uac_mixer_tail *)(desc->baSourceID + desc->bNrInPins);
	channels(tail->bNrChannels, le16_to_cpu(tail->wChannelConfig));
	return 0;
}
