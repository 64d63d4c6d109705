// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, fs/smb/client/smb2pdu.c: the create contexts of a server's answer begin where it says and
 * are as many bytes as it says.
 * "smb: client: fix potential OOBs in smb2_parse_contexts()" (CVE-2023-52434).
 * Hard: offset and length out of the header; the end is of their making.
 */
#include "linux.h"

struct create_rsp {
	u8 header[64];
	__le32 contexts_offset, contexts_length;
} __packed;

struct create_context {
	__le32 next;
	__le16 name_offset, name_length;
} __packed;

void found(u16 name_offset);

void parse_contexts_before(const u8 *buf, unsigned int len)
{
	const struct create_rsp *rsp = (const struct create_rsp *)buf;
	const struct create_context *cc;

	if (len < sizeof(*rsp))
		return;
	cc = (const struct create_context *)(buf + le32_to_cpu(rsp->contexts_offset));
	found(cc->name_offset); // warning: . [lc-unchecked-length]
}

void parse_contexts_after(const u8 *buf, unsigned int len)
{
	const struct create_rsp *rsp = (const struct create_rsp *)buf;
	const struct create_context *cc;
	u32 offset;

	if (len < sizeof(*rsp))
		return;
	offset = le32_to_cpu(rsp->contexts_offset);
	if (offset > len || len - offset < sizeof(*cc))
		return;
	cc = (const struct create_context *)(buf + offset);
	found(cc->name_offset);
}
