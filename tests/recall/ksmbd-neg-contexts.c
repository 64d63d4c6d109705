// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, fs/ksmbd/smb2pdu.c: negotiate contexts are a list of records, each eight-aligned; the walk
 * compared what was left only after it had read the next record's header.
 * "ksmbd: fix out-of-bound read in deassemble_neg_contexts" (CVE-2023-38427).
 * A signed length, a step rounded up, a length used before it is compared.
 */
#include "linux.h"

struct smb2_neg_context {
	__le16 context_type;
	__le16 data_length;
	__le32 reserved;
} __packed;

void context(u16 type, int size);

void deassemble_before(const u8 *buf, int len_of_ctxts, int count)
{
	const u8 *at = buf;
	int i;

	for (i = 0; i < count; i++) {
		const struct smb2_neg_context *p = (const struct smb2_neg_context *)at;
		int clen;

		if (len_of_ctxts == 0)
			break;
		clen = le16_to_cpu(p->data_length) + (int)sizeof(*p); // warning: . [lc-short-buffer]
		if (clen > len_of_ctxts)
			break;
		context(p->context_type, clen);
		clen = (clen + 7) & ~7;
		at += clen;
		len_of_ctxts -= clen;
	}
}

void deassemble_after(const u8 *buf, int len_of_ctxts, int count)
{
	const u8 *at = buf;
	int i;

	for (i = 0; i < count; i++) {
		const struct smb2_neg_context *p = (const struct smb2_neg_context *)at;
		int clen;

		if (len_of_ctxts < (int)sizeof(*p))
			break;
		clen = le16_to_cpu(p->data_length) + (int)sizeof(*p);
		if (clen > len_of_ctxts)
			break;
		context(p->context_type, clen);
		clen = (clen + 7) & ~7;
		at += clen;
		len_of_ctxts -= clen;
	}
}
