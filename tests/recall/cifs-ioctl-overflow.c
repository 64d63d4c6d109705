// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, fs/cifs/smb2pdu.c: the server's answer to an ioctl gives offset and count of its data; the
 * check added the two in 32 bits.
 * "cifs: integer overflow in in SMB2_ioctl()".
 * Hard: the check is there; the sum wraps.
 */
#include "linux.h"

struct ioctl_rsp {
	u8 header[64];
	__le16 structure_size;
	u16 reserved;
	__le32 ctl_code;
	__le32 output_offset;
	__le32 output_count;
} __packed;

u8 *smb2_ioctl_before(const u8 *buf, u32 buf_len, u32 *plen)
{
	const struct ioctl_rsp *rsp = (const struct ioctl_rsp *)buf;

	if (buf_len < sizeof(*rsp))
		return NULL;
	*plen = le32_to_cpu(rsp->output_count);
	if (*plen > 65536 || le32_to_cpu(rsp->output_offset) + *plen > buf_len)
		return NULL;
	return kmemdup(buf + le32_to_cpu(rsp->output_offset), *plen, 0); // warning: . [lc-unchecked-length]
}

u8 *smb2_ioctl_after(const u8 *buf, u32 buf_len, u32 *plen)
{
	const struct ioctl_rsp *rsp = (const struct ioctl_rsp *)buf;

	if (buf_len < sizeof(*rsp))
		return NULL;
	*plen = le32_to_cpu(rsp->output_count);
	if (*plen > buf_len || le32_to_cpu(rsp->output_offset) > buf_len - *plen)
		return NULL;
	return kmemdup(buf + le32_to_cpu(rsp->output_offset), *plen, 0);
}
