// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * U-Boot, drivers/usb/gadget/f_dfu.c: a download request carries as many bytes as its setup packet
 * says; the request's buffer has 4096.
 * Length of a DFU download is not compared with the buffer (CVE-2022-2347).
 * Hard: the buffer is a member of a larger object that is handed in, its size a constant elsewhere.
 * Waits: whoever found the setup packet may have compared what is in it.
 */
#include "linux.h"

enum { DFU_DNLOAD = 1, DFU_USB_BUFSIZ = 4096 };

struct usb_ctrlrequest {
	u8 type;
	u8 request;
	__le16 value;
	__le16 index;
	__le16 length;
} __packed;

struct f_dfu {
	u8 status;
	u8 buffer[DFU_USB_BUFSIZ];
	u16 block;
};

int dnload_before(struct f_dfu *dfu, const struct usb_ctrlrequest *ctrl, const u8 *data)
{
	u16 len = le16_to_cpu(ctrl->length);

	if (ctrl->request != DFU_DNLOAD || !len)
		return -EINVAL;
	dfu->block = le16_to_cpu(ctrl->value);
	memcpy(dfu->buffer, data, len); // warning: . [lc-unchecked-length]
	return len;
}

int dnload_after(struct f_dfu *dfu, const struct usb_ctrlrequest *ctrl, const u8 *data)
{
	u16 len = le16_to_cpu(ctrl->length);

	if (ctrl->request != DFU_DNLOAD || !len || len > DFU_USB_BUFSIZ)
		return -EINVAL;
	dfu->block = le16_to_cpu(ctrl->value);
	memcpy(dfu->buffer, data, len);
	return len;
}
