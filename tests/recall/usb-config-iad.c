// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/usb/core/config.c: an interface association descriptor shorter than its type was
 * kept and read whole.
 * "USB: fix out-of-bounds in usb_set_configuration" (CVE-2017-16531).
 * Hard: each descriptor's own length is checked against the buffer; not every kind against its type.
 */
#include "linux.h"

enum { DT_INTERFACE = 4, DT_INTERFACE_ASSOCIATION = 11 };

struct usb_interface_descriptor {
	u8 bLength, bDescriptorType, bInterfaceNumber, bAlternateSetting, bNumEndpoints, bInterfaceClass,
		bInterfaceSubClass, bInterfaceProtocol, iInterface;
} __packed;

struct usb_interface_assoc_descriptor {
	u8 bLength, bDescriptorType, bFirstInterface, bInterfaceCount, bFunctionClass, bFunctionSubClass,
		bFunctionProtocol, iFunction;
} __packed;

void found_interface(u8 number);
void found_function(u8 first, u8 class, u8 function);

int parse_configuration_before(const u8 *buffer, int size)
{
	while (size > 0) {
		const struct usb_descriptor_header *header = (const struct usb_descriptor_header *)buffer;

		if (size < (int)sizeof(*header) || header->bLength > size || header->bLength < 2)
			return -EINVAL;
		if (header->bDescriptorType == DT_INTERFACE) {
			const struct usb_interface_descriptor *d = (const struct usb_interface_descriptor *)header;

			if (d->bLength < sizeof(*d))
				return -EINVAL;
			found_interface(d->bInterfaceNumber);
		} else if (header->bDescriptorType == DT_INTERFACE_ASSOCIATION) {
			const struct usb_interface_assoc_descriptor *d =
				(const struct usb_interface_assoc_descriptor *)header;

			found_function(d->bFirstInterface, d->bFunctionClass, d->iFunction); // warning: . [lc-short-buffer]
		}
		buffer += header->bLength;
		size -= header->bLength;
	}
	return 0;
}

int parse_configuration_after(const u8 *buffer, int size)
{
	while (size > 0) {
		const struct usb_descriptor_header *header = (const struct usb_descriptor_header *)buffer;

		if (size < (int)sizeof(*header) || header->bLength > size || header->bLength < 2)
			return -EINVAL;
		if (header->bDescriptorType == DT_INTERFACE) {
			const struct usb_interface_descriptor *d = (const struct usb_interface_descriptor *)header;

			if (d->bLength < sizeof(*d))
				return -EINVAL;
			found_interface(d->bInterfaceNumber);
		} else if (header->bDescriptorType == DT_INTERFACE_ASSOCIATION) {
			const struct usb_interface_assoc_descriptor *d =
				(const struct usb_interface_assoc_descriptor *)header;

			if (d->bLength < sizeof(*d))
				return -EINVAL;
			found_function(d->bFirstInterface, d->bFunctionClass, d->iFunction);
		}
		buffer += header->bLength;
		size -= header->bLength;
	}
	return 0;
}
