// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, fs/smb/server/smbacl.c: the entries of an access control list are as many as its header says.
 * "ksmbd: fix slab-out-of-bounds in parse_sec_desc/parse_dacl" (the checks of pdacl and ace sizes).
 * Hard: a count bounds the loop, and each entry's own size moves it.
 */
#include "linux.h"

struct smb_acl {
	__le16 revision, size;
	__le32 num_aces;
} __packed;

struct smb_ace {
	u8 type, flags;
	__le16 size;
	__le32 access_req;
} __packed;

void entry(u32 access);

void parse_dacl_before(const u8 *buf, unsigned int len)
{
	const struct smb_acl *acl = (const struct smb_acl *)buf;
	const u8 *at = buf + sizeof(*acl);
	u32 i, n;

	if (len < sizeof(*acl))
		return;
	n = le32_to_cpu(acl->num_aces);
	for (i = 0; i < n; i++) {
		const struct smb_ace *ace = (const struct smb_ace *)at;

		entry(ace->access_req); // warning: . [lc-unchecked-length]
		at += le16_to_cpu(ace->size);
	}
}

void parse_dacl_after(const u8 *buf, unsigned int len)
{
	const struct smb_acl *acl = (const struct smb_acl *)buf;
	const u8 *at = buf + sizeof(*acl);
	u32 i, n;

	if (len < sizeof(*acl))
		return;
	n = le32_to_cpu(acl->num_aces);
	len -= sizeof(*acl);
	for (i = 0; i < n; i++) {
		const struct smb_ace *ace = (const struct smb_ace *)at;
		u16 size;

		if (len < sizeof(*ace))
			return;
		size = le16_to_cpu(ace->size);
		if (size > len || size < sizeof(*ace))
			return;
		entry(ace->access_req);
		at += size;
		len -= size;
	}
}
