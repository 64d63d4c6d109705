// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/usb/serial/whiteheat.c: the device's answer to a command was copied with the length
 * that arrived into a buffer of 64 bytes.
 * "USB: whiteheat: Added bounds checking for bulk command response" (CVE-2014-3185).
 * Hard: the extent that is exceeded is the destination's, inside another struct.
 */
#include "linux.h"

enum { DONE = 1, FAILURE = 2, GET_STATE = 3 };

struct reply {
	u8 command;
	__le16 state;
	u8 rest[13];
} __packed;

struct private {
	u8 command_finished;
	u8 result_buffer[64];
};

void command_callback_before(struct urb *urb)
{
	struct private *info = urb->context;
	const u8 *data = urb->transfer_buffer;

	if (data[0] == DONE || data[0] == FAILURE) {
		info->command_finished = data[0];
	} else if (data[0] == GET_STATE) {
		memcpy(info->result_buffer, &((const struct reply *)data)->state, urb->actual_length - 1); // warning: . [lc-unchecked-length]
		info->command_finished = DONE;
	}
}

void command_callback_after(struct urb *urb)
{
	struct private *info = urb->context;
	const u8 *data = urb->transfer_buffer;

	if (urb->actual_length < 1)
		return;
	if (data[0] == DONE || data[0] == FAILURE) {
		info->command_finished = data[0];
	} else if (data[0] == GET_STATE && urb->actual_length - 1 <= sizeof(info->result_buffer)) {
		memcpy(info->result_buffer, &((const struct reply *)data)->state, urb->actual_length - 1);
		info->command_finished = DONE;
	}
}
