// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/hid/hid-picolcd_core.c: the answer to a request is kept as it came, in an array of
 * 64 bytes; a report of the device may be longer.
 * "HID: picolcd: sanity check report size in raw_event() callback" (CVE-2014-3186).
 * Hard: the size is none out of the bytes, and is compared from below alone.
 * Waits: a size that is a parameter and is copied as it is, is taken for what the caller answers for.
 */
#include "linux.h"

struct picolcd_pending {
	int raw_size;
	u8 raw_data[64];
};

struct picolcd_data {
	struct picolcd_pending *pending;
};

void keys(const u8 *raw, int n);

int raw_event_before(struct picolcd_data *data, u8 *raw_data, int size)
{
	if (size < 1)
		return 1;
	if (raw_data[0] == 0x11) {
		keys(raw_data + 1, size - 1);
	} else if (data->pending) {
		memcpy(data->pending->raw_data, raw_data + 1, size - 1); // warning: . [lc-short-buffer]
		data->pending->raw_size = size - 1;
	}
	return 1;
}

int raw_event_after(struct picolcd_data *data, u8 *raw_data, int size)
{
	if (size < 1)
		return 1;
	if (size > 64)
		return 0;
	if (raw_data[0] == 0x11) {
		keys(raw_data + 1, size - 1);
	} else if (data->pending) {
		memcpy(data->pending->raw_data, raw_data + 1, size - 1);
		data->pending->raw_size = size - 1;
	}
	return 1;
}
