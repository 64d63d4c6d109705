// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/net/usb/ipheth.c: the NCM header says where the table of datagrams begins; each
 * entry of that table says where its datagram is.
 * "usbnet: ipheth: fix DPE OoB read" (CVE-2025-21741) and "usbnet: ipheth: fix possible overflow
 * in DPE length check" (CVE-2025-21743).
 * Hard: the table's header is inside the buffer, its last entry is not; offset plus length wraps.
 */
#include "linux.h"

struct ncm_nth16 {
	__le32 signature;
	__le16 header_length, sequence, block_length, ndp_index;
} __packed;

struct ncm_dpe16 {
	__le16 index;
	__le16 length;
} __packed;

struct ncm_ndp16 {
	__le32 signature;
	__le16 length;
	__le16 next;
	struct ncm_dpe16 dpe16[];
} __packed;

enum { DPE_COUNT = 22 };

void consume(const u8 *data, u16 len);

int rcvbulk_ncm_before(struct urb *urb)
{
	const u8 *buf = urb->transfer_buffer;
	const struct ncm_nth16 *nth = (const struct ncm_nth16 *)buf;
	const struct ncm_ndp16 *ndp;
	const struct ncm_dpe16 *dpe;
	u16 at;

	if (urb->actual_length < sizeof(*nth))
		return -EINVAL;
	at = le16_to_cpu(nth->ndp_index);
	if (at >= urb->actual_length)
		return -EINVAL;
	ndp = (const struct ncm_ndp16 *)(buf + at);
	dpe = ndp->dpe16;
	while (dpe->index && dpe->length) { // warning: . [lc-unchecked-length]
		consume(buf + dpe->index, dpe->length);
		dpe++;
	}
	return 0;
}

int rcvbulk_ncm_after(struct urb *urb)
{
	const u8 *buf = urb->transfer_buffer;
	const struct ncm_nth16 *nth = (const struct ncm_nth16 *)buf;
	const struct ncm_ndp16 *ndp;
	u32 at, i;

	if (urb->actual_length < sizeof(*nth))
		return -EINVAL;
	at = le16_to_cpu(nth->ndp_index);
	if (at < sizeof(*nth) || at > urb->actual_length ||
	    urb->actual_length - at < sizeof(*ndp) + DPE_COUNT * sizeof(struct ncm_dpe16))
		return -EINVAL;
	ndp = (const struct ncm_ndp16 *)(buf + at);
	for (i = 0; i < DPE_COUNT; i++) {
		u16 index = le16_to_cpu(ndp->dpe16[i].index);
		u16 length = le16_to_cpu(ndp->dpe16[i].length);

		if (!index || !length)
			break;
		if (index > urb->actual_length || length > urb->actual_length - index)
			return -EINVAL;
		consume(buf + index, length);
	}
	return 0;
}
