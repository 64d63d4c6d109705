// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, fs/ksmbd: the header of a request says which protocol it is; it was read out of whatever
 * number of bytes the client had sent.
 * "ksmbd: check the validation of pdu_size in ksmbd_conn_handler_loop" (CVE-2023-38431).
 * The buffer is allocated with the size that the client names.
 */
#include "linux.h"

struct smb2_hdr {
	__le32 protocol_id;
	__le16 structure_size;
	__le16 credit_charge;
	__le32 status;
	__le16 command;
	__le16 credits;
	u8 more[44];
} __packed;

int receive(void *to, u32 size);
int process(u16 command);

int handler_loop_before(u32 pdu_size, u32 max)
{
	u8 *buf;
	const struct smb2_hdr *h;

	if (pdu_size > max)
		return -EINVAL;
	buf = kzalloc(pdu_size, 0);
	if (!buf || receive(buf, pdu_size) < 0)
		return -EIO;
	h = (const struct smb2_hdr *)buf;
	return process(le16_to_cpu(h->command)); // warning: . [lc-short-buffer]
}

int handler_loop_after(u32 pdu_size, u32 max)
{
	u8 *buf;
	const struct smb2_hdr *h;

	if (pdu_size > max || pdu_size < sizeof(*h))
		return -EINVAL;
	buf = kzalloc(pdu_size, 0);
	if (!buf || receive(buf, pdu_size) < 0)
		return -EIO;
	h = (const struct smb2_hdr *)buf;
	return process(le16_to_cpu(h->command));
}
