// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/usb/gadget/function/rndis.c: RNDIS_MSG_SET carries the offset and length of
 * the value; the function that uses them has the size of the whole message in hand, and did not ask.
 * "usb: gadget: rndis: check size of RNDIS_MSG_SET command" (CVE-2022-25375).
 * Offset and length come from a first-level header, the access is in a second function.
 */
#include "linux.h"

enum { OID_PACKET_FILTER = 0x0001010e };

struct rndis_set_msg {
	__le32 type;
	__le32 len;
	__le32 request_id;
	__le32 oid;
	__le32 buf_len;
	__le32 buf_offset;
} __packed;

struct rndis_params {
	u16 *filter;
};

static int gen_ndis_set(struct rndis_params *params, u32 oid, const u8 *buf, u32 buf_len)
{
	if (oid != OID_PACKET_FILTER || !buf || buf_len < 2)
		return -EINVAL;
	*params->filter = (u16)get_unaligned_le16(buf);
	return 0;
}

static int gen_ndis_set_before(struct rndis_params *params, u32 oid, const u8 *buf, u32 buf_len)
{
	if (oid != OID_PACKET_FILTER || !buf || buf_len < 2)
		return -EINVAL;
	*params->filter = le16_to_cpup((const __le16 *)buf);
	return 0;
}

int rndis_set_before(struct rndis_params *params, const u8 *msg, u32 msg_len)
{
	const struct rndis_set_msg *set = (const struct rndis_set_msg *)msg;
	u32 length, offset;

	if (msg_len < sizeof(*set))
		return -EINVAL;
	length = le32_to_cpu(set->buf_len);
	offset = le32_to_cpu(set->buf_offset);
	return gen_ndis_set_before(params, set->oid, msg + offset + 8, length); // warning: . [lc-unchecked-length]
}

int rndis_set_after(struct rndis_params *params, const u8 *msg, u32 msg_len)
{
	const struct rndis_set_msg *set = (const struct rndis_set_msg *)msg;
	u32 length, offset;

	if (msg_len < sizeof(*set))
		return -EINVAL;
	length = le32_to_cpu(set->buf_len);
	offset = le32_to_cpu(set->buf_offset);
	if (length > msg_len || offset >= msg_len || (u64)length + offset + 8 > msg_len)
		return -EINVAL;
	return gen_ndis_set(params, set->oid, msg + offset + 8, length);
}
