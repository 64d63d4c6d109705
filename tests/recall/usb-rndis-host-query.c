// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/net/usb/rndis_host.c: the device answers a query with an offset and a length.
 * Their sum was compared with the size of the buffer, and can wrap.
 * "rndis_host: Secure rndis_query check against int overflow" (CVE-2023-23559).
 * Hard: a check is there and looks right; only the wrap of 32 bits defeats it.
 */
#include "linux.h"

enum { CONTROL_BUFFER_SIZE = 1025 };

struct rndis_query_c {
	__le32 msg_type;
	__le32 msg_len;
	__le32 request_id;
	__le32 status;
	__le32 len;
	__le32 offset;
} __packed;

int rndis_command(u8 *buf, int buflen);

const u32 *rndis_query_before(u8 *buf, u32 *medium)
{
	struct rndis_query_c *get_c = (struct rndis_query_c *)buf;
	u32 off, len;

	if (rndis_command(buf, CONTROL_BUFFER_SIZE) < 0)
		return NULL;
	off = le32_to_cpu(get_c->offset);
	len = le32_to_cpu(get_c->len);
	if (8 + off + len > CONTROL_BUFFER_SIZE)
		return NULL;
	if (len == sizeof(u32))
		*medium = *(u32 *)(buf + 8 + off); // warning: . [lc-unchecked-length]
	return medium;
}

const u32 *rndis_query_after(u8 *buf, u32 *medium)
{
	struct rndis_query_c *get_c = (struct rndis_query_c *)buf;
	u32 off, len;

	if (rndis_command(buf, CONTROL_BUFFER_SIZE) < 0)
		return NULL;
	off = le32_to_cpu(get_c->offset);
	len = le32_to_cpu(get_c->len);
	if (off > CONTROL_BUFFER_SIZE - 8 || len > CONTROL_BUFFER_SIZE - 8 - off)
		return NULL;
	if (len == sizeof(u32))
		*medium = *(u32 *)(buf + 8 + off);
	return medium;
}
