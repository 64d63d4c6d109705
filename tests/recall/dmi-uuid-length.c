// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/firmware/dmi_scan.c: the UUID is in newer versions of the system record only; it
 * was read out of older and shorter ones too.
 * "firmware: dmi_scan: Fix UUID length safety".
 * Hard: the record is as long as its own header says, and the offset is fixed by a caller.
 */
#include "linux.h"

struct dmi_header {
	u8 type;
	u8 length;
	u16 handle;
} __packed;

struct dmi_system {
	struct dmi_header header;
	u8 manufacturer, product, version, serial;
	u8 uuid[16];
} __packed;

void save_uuid(u8 first, u8 last);

void save_system_before(const struct dmi_header *dm)
{
	const struct dmi_system *s = (const struct dmi_system *)dm;

	if (dm->length < 8)
		return;
	save_uuid(s->uuid[0], s->uuid[15]); // warning: . [lc-short-buffer]
}

void save_system_after(const struct dmi_header *dm)
{
	const struct dmi_system *s = (const struct dmi_system *)dm;

	if (dm->length < 8 + 16)
		return;
	save_uuid(s->uuid[0], s->uuid[15]);
}
