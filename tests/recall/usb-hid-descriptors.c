// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/hid/usbhid/hid-core.c: the HID descriptor holds an array of class descriptors; the
 * loop went by the number it declares, not by the length it has.
 * "HID: usbhid: fix out-of-bounds bug" (CVE-2017-16533).
 * Hard: header checked, trailing array not; the count is a field of the same header.
 */
#include "linux.h"

struct hid_class_descriptor {
	u8 bDescriptorType;
	__le16 wDescriptorLength;
} __packed;

struct hid_descriptor {
	u8 bLength, bDescriptorType;
	__le16 bcdHID;
	u8 bCountryCode, bNumDescriptors;
	struct hid_class_descriptor desc[];
} __packed;

enum { DT_REPORT = 0x22 };

unsigned int usbhid_parse_before(const u8 *buf, int len)
{
	const struct hid_descriptor *hdesc = (const struct hid_descriptor *)buf;
	unsigned int n, rsize = 0;

	if (len < (int)sizeof(*hdesc))
		return 0;
	for (n = 0; n < hdesc->bNumDescriptors; n++)
		if (hdesc->desc[n].bDescriptorType == DT_REPORT) // warning: . [lc-unchecked-length]
			rsize = le16_to_cpu(hdesc->desc[n].wDescriptorLength);
	return rsize;
}

unsigned int usbhid_parse_after(const u8 *buf, int len)
{
	const struct hid_descriptor *hdesc = (const struct hid_descriptor *)buf;
	unsigned int n, num, rsize = 0;
	size_t offset = offsetof(struct hid_descriptor, desc);

	if (len < (int)sizeof(*hdesc))
		return 0;
	num = min_t(unsigned int, hdesc->bNumDescriptors,
		    (unsigned int)((len - offset) / sizeof(struct hid_class_descriptor)));
	for (n = 0; n < num; n++)
		if (hdesc->desc[n].bDescriptorType == DT_REPORT)
			rsize = le16_to_cpu(hdesc->desc[n].wDescriptorLength);
	return rsize;
}
