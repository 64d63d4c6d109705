// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * U-Boot, drivers/usb/gadget/f_dfu.c: a download request carries as many bytes as its setup packet
 * says; the request's buffer has 4096.
 * Length of a DFU download is not compared with the buffer (CVE-2022-2347).
 * Hard: the buffer is a member of a larger object that is handed in, its size a constant elsewhere.
 * Who hands the setup packet over is not seen; that it is the host's, a member of the function's ops says.
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

struct usb_function {
	const char *name;
	int (*setup)(struct usb_function *f, const struct usb_ctrlrequest *ctrl);
};

struct f_dfu {
	struct usb_function function;
	const u8 *received;
	u8 status;
	u8 buffer[DFU_USB_BUFSIZ];
	u16 block;
};

static int dnload_before(struct usb_function *f, const struct usb_ctrlrequest *ctrl)
{
	struct f_dfu *dfu = container_of(f, struct f_dfu, function);
	u16 len = le16_to_cpu(ctrl->length);

	if (ctrl->request != DFU_DNLOAD || !len)
		return -EINVAL;
	dfu->block = le16_to_cpu(ctrl->value);
	memcpy(dfu->buffer, dfu->received, len); // warning: . [lc-unchecked-length]
	return len;
}

void bind_before(struct f_dfu *dfu)
{
	dfu->function.setup = dnload_before;
}

static int dnload_after(struct usb_function *f, const struct usb_ctrlrequest *ctrl)
{
	struct f_dfu *dfu = container_of(f, struct f_dfu, function);
	u16 len = le16_to_cpu(ctrl->length);

	if (ctrl->request != DFU_DNLOAD || !len || len > DFU_USB_BUFSIZ)
		return -EINVAL;
	dfu->block = le16_to_cpu(ctrl->value);
	memcpy(dfu->buffer, dfu->received, len);
	return len;
}

void bind_after(struct f_dfu *dfu)
{
	dfu->function.setup = dnload_after;
}
