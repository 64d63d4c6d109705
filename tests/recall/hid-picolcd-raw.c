// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/hid/hid-picolcd_core.c: the answer to a request is kept as it came, in an array of
 * 64 bytes; a report of the device may be longer.
 * "HID: picolcd: sanity check report size in raw_event() callback" (CVE-2014-3186).
 * Hard: the size is none out of the bytes, and is compared from below alone; only the table of the
 * driver's callbacks says that it is what the device sent.
 */
#include "linux.h"

struct picolcd_pending {
	int raw_size;
	u8 raw_data[64];
};

struct picolcd_data {
	struct picolcd_pending *pending;
};

struct hid_device;
struct hid_report;

struct hid_driver {
	const char *name;
	int (*raw_event)(struct hid_device *hdev, struct hid_report *report, u8 *data, int size);
};

struct picolcd_data *hid_get_drvdata(struct hid_device *hdev);
void keys(const u8 *raw, int n);

static int raw_event_before(struct hid_device *hdev, struct hid_report *report, u8 *raw_data, int size)
{
	struct picolcd_data *data = hid_get_drvdata(hdev);

	if (size < 1)
		return 1;
	if (raw_data[0] == 0x11) {
		keys(raw_data + 1, size - 1);
	} else if (data->pending) {
		memcpy(data->pending->raw_data, raw_data + 1, size - 1); // warning: . [lc-unchecked-length]
		data->pending->raw_size = size - 1;
	}
	return 1;
}

const struct hid_driver picolcd_before = { "hid-picolcd", raw_event_before };

static int raw_event_after(struct hid_device *hdev, struct hid_report *report, u8 *raw_data, int size)
{
	struct picolcd_data *data = hid_get_drvdata(hdev);

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

const struct hid_driver picolcd_after = { "hid-picolcd", raw_event_after };
