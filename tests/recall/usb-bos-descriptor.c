// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/usb/core/config.c: the walk over the device capabilities compared a capability's
 * length with the bytes left after reading it from a header that may not be there.
 * "USB: core: fix out-of-bounds access bug in usb_get_bos_descriptor()" (CVE-2017-16535).
 * Hard: the length is used in the comparison that ought to protect it.
 */
#include "linux.h"

struct usb_bos_descriptor {
	u8 bLength, bDescriptorType;
	__le16 wTotalLength;
	u8 bNumDeviceCaps;
} __packed;

struct usb_dev_cap_header {
	u8 bLength, bDescriptorType, bDevCapabilityType;
} __packed;

void capability(u8 type, const u8 *buffer);

void get_bos_before(const u8 *buffer, u32 total_len)
{
	const struct usb_bos_descriptor *bos = (const struct usb_bos_descriptor *)buffer;
	int i, num;

	if (total_len < sizeof(*bos) || bos->bLength < sizeof(*bos) || total_len < bos->bLength)
		return;
	num = bos->bNumDeviceCaps;
	total_len -= bos->bLength;
	buffer += bos->bLength;
	for (i = 0; i < num; i++) {
		const struct usb_dev_cap_header *cap = (const struct usb_dev_cap_header *)buffer;
		u8 length = cap->bLength; // warning: . [lc-short-buffer]

		if (total_len < length)
			break;
		total_len -= length;
		capability(cap->bDevCapabilityType, buffer);
		buffer += length;
	}
}

void get_bos_after(const u8 *buffer, u32 total_len)
{
	const struct usb_bos_descriptor *bos = (const struct usb_bos_descriptor *)buffer;
	int i, num;

	if (total_len < sizeof(*bos) || bos->bLength < sizeof(*bos) || total_len < bos->bLength)
		return;
	num = bos->bNumDeviceCaps;
	total_len -= bos->bLength;
	buffer += bos->bLength;
	for (i = 0; i < num; i++) {
		const struct usb_dev_cap_header *cap = (const struct usb_dev_cap_header *)buffer;
		u8 length;

		if (total_len < sizeof(*cap) || total_len < cap->bLength)
			break;
		length = cap->bLength;
		total_len -= length;
		capability(cap->bDevCapabilityType, buffer);
		buffer += length;
	}
}
