// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/net/can/usb/gs_usb.c: a bulk transfer holds a frame; its header was read whatever
 * number of bytes the device had sent.
 * "can: gs_usb: gs_usb_receive_bulk_callback(): check actual_length before accessing header".
 * Nothing in the function compares the length at all.
 */
#include "linux.h"

enum { ECHO_NONE = 0xffffffff };

struct gs_host_frame {
	__le32 echo_id;
	__le32 can_id;
	u8 can_dlc;
	u8 channel;
	u8 flags;
	u8 reserved;
	u8 data[8];
} __packed;

void frame(u8 channel, u32 id, const u8 *data, unsigned int n);
void echo(u8 channel, u32 id);

void receive_before(struct urb *urb)
{
	const struct gs_host_frame *hf = urb->transfer_buffer;

	if (urb->status)
		return;
	if (hf->channel >= 2) // warning: . [lc-short-buffer]
		return;
	if (le32_to_cpu(hf->echo_id) != ECHO_NONE)
		echo(hf->channel, hf->echo_id);
	else
		frame(hf->channel, hf->can_id, hf->data, min_t(unsigned int, hf->can_dlc, 8));
}

void receive_after(struct urb *urb)
{
	const struct gs_host_frame *hf = urb->transfer_buffer;

	if (urb->status)
		return;
	if (urb->actual_length < offsetof(struct gs_host_frame, data))
		return;
	if (hf->channel >= 2)
		return;
	if (le32_to_cpu(hf->echo_id) != ECHO_NONE)
		echo(hf->channel, hf->echo_id);
	else if (urb->actual_length >= sizeof(*hf))
		frame(hf->channel, hf->can_id, hf->data, min_t(unsigned int, hf->can_dlc, 8));
}
