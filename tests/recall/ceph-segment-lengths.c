// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, net/ceph/messenger_v2.c: segment lengths of a frame were kept in signed variables and
 * compared from above alone.
 * "libceph: harden msgr2.1 frame segment length checks" (CVE-2023-44466).
 * Hard: the length is compared, and negative; the copy takes it as unsigned.
 */
#include "linux.h"

struct preamble {
	u8 tag;
	u8 segment_count;
	struct {
		__le32 length;
		__le16 alignment;
	} __packed segment[4];
} __packed;

enum { CONTROL_MAX = 16384 };

int decode_preamble_before(const u8 *p, size_t len, u8 *control)
{
	const struct preamble *h = (const struct preamble *)p;
	int control_len;

	if (len < sizeof(*h))
		return -EINVAL;
	control_len = (int)le32_to_cpu(h->segment[0].length);
	if (control_len > CONTROL_MAX || control_len > (int)(len - sizeof(*h)))
		return -EINVAL;
	memcpy(control, h + 1, control_len); // warning: . [lc-unchecked-length]
	return 0;
}

int decode_preamble_after(const u8 *p, size_t len, u8 *control)
{
	const struct preamble *h = (const struct preamble *)p;
	int control_len;

	if (len < sizeof(*h))
		return -EINVAL;
	control_len = (int)le32_to_cpu(h->segment[0].length);
	if (control_len < 0 || control_len > CONTROL_MAX || (size_t)control_len > len - sizeof(*h))
		return -EINVAL;
	memcpy(control, h + 1, control_len);
	return 0;
}
