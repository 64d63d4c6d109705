// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, fs/ksmbd/oplock.c: create contexts are chained by offsets; name offset and length of each
 * were believed, and the last one was compared with nothing.
 * "ksmbd: fix global-out-of-bounds in smb2_find_context_vals" (CVE-2023-38426).
 * Hard: a chain by relative offset; what is left shrinks with each step; name inside the record.
 */
#include "linux.h"

struct create_context {
	__le32 next;
	__le16 name_offset;
	__le16 name_length;
	__le16 reserved;
	__le16 data_offset;
	__le32 data_length;
} __packed;

int is_wanted(const u8 *name, u16 len);

const struct create_context *find_context_before(const u8 *buf, u32 remain_len)
{
	const struct create_context *cc;
	u32 next = 0;

	do {
		buf += next;
		cc = (const struct create_context *)buf;
		if (is_wanted(buf + cc->name_offset, cc->name_length)) // warning: . [lc-unchecked-length]
			return cc;
		next = le32_to_cpu(cc->next); // warning: its length 'remain_len' is not compared [lc-short-buffer]
	} while (next != 0);
	return NULL;
}

const struct create_context *find_context_after(const u8 *buf, u32 remain_len)
{
	const struct create_context *cc;
	u32 next = 0;

	do {
		if (next > remain_len)
			return NULL;
		buf += next;
		remain_len -= next;
		if (remain_len < sizeof(*cc))
			return NULL;
		cc = (const struct create_context *)buf;
		if (cc->name_offset > remain_len || cc->name_length > remain_len - cc->name_offset)
			return NULL;
		if (is_wanted(buf + cc->name_offset, cc->name_length))
			return cc;
		next = le32_to_cpu(cc->next);
	} while (next != 0);
	return NULL;
}
