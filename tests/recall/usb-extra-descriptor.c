// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/usb/core/usb.c: a search for a class descriptor returned one of the right type,
 * however short; its callers read a whole descriptor of their own.
 * "USB: check usb_get_extra_descriptor for proper size" (CVE-2018-20169).
 * Hard: the helper guards its header alone; the caller needs more than the helper promised.
 */
#include "linux.h"

struct usb_otg_descriptor {
	u8 bLength, bDescriptorType, bmAttributes;
	__le16 bcdOTG;
} __packed;

enum { DT_OTG = 9 };

static const u8 *get_extra_before(const u8 *buffer, unsigned int size, u8 type)
{
	while (size >= sizeof(struct usb_descriptor_header)) {
		const struct usb_descriptor_header *header = (const struct usb_descriptor_header *)buffer;

		if (header->bLength < 2)
			return NULL;
		if (header->bDescriptorType == type)
			return buffer;
		if (header->bLength > size)
			return NULL;
		buffer += header->bLength;
		size -= header->bLength;
	}
	return NULL;
}

u16 otg_version_before(const u8 *extra, unsigned int extra_len)
{
	const struct usb_otg_descriptor *otg =
		(const struct usb_otg_descriptor *)get_extra_before(extra, extra_len, DT_OTG);

	return otg ? otg->bcdOTG : 0; // warning: . [lc-short-buffer]
}

static const u8 *get_extra_after(const u8 *buffer, unsigned int size, u8 type, size_t minsize)
{
	while (size >= sizeof(struct usb_descriptor_header)) {
		const struct usb_descriptor_header *header = (const struct usb_descriptor_header *)buffer;

		if (header->bLength < 2 || header->bLength > size)
			return NULL;
		if (header->bDescriptorType == type && header->bLength >= minsize)
			return buffer;
		buffer += header->bLength;
		size -= header->bLength;
	}
	return NULL;
}

u16 otg_version_after(const u8 *extra, unsigned int extra_len)
{
	const struct usb_otg_descriptor *otg = (const struct usb_otg_descriptor *)get_extra_after(
		extra, extra_len, DT_OTG, sizeof(*otg));

	return otg ? otg->bcdOTG : 0;
}
