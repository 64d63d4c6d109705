// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, net/nfc/nci/ntf.c: a discovery notification holds an identifier with its length in front,
 * and behind it a response with its own; neither was compared with what is left of the notification.
 * "net: nfc: nci: Add parameter validation for packet data".
 * The pointer moves by each length, and what it points into goes from call to call.
 */
#include "linux.h"

struct nfca_poll {
	u16 sens_res;
	u8 nfcid1_len;
	u8 nfcid1[10];
	u8 sel_res_len;
	u8 sel_res;
};

void discovered(const struct nfca_poll *poll);

static const u8 *extract_before(struct nfca_poll *poll, const u8 *data)
{
	poll->sens_res = get_unaligned_le16(data);
	data += 2;
	poll->nfcid1_len = min_t(u8, *data++, sizeof(poll->nfcid1));
	memcpy(poll->nfcid1, data, poll->nfcid1_len);
	data += poll->nfcid1_len;
	poll->sel_res_len = *data++;
	if (poll->sel_res_len)
		poll->sel_res = *data++;
	return data;
}

int discover_before(const struct sk_buff *skb)
{
	struct nfca_poll poll = { 0 };

	if (skb->len < 3)
		return -EINVAL;
	extract_before(&poll, skb->data + 3); // warning: 3 known [lc-short-buffer]
	discovered(&poll);
	return 0;
}

static const u8 *extract_after(struct nfca_poll *poll, const u8 *data, unsigned int data_len)
{
	if (data_len < 3)
		return NULL;
	poll->sens_res = get_unaligned_le16(data);
	poll->nfcid1_len = min_t(u8, data[2], sizeof(poll->nfcid1));
	data += 3;
	data_len -= 3;
	if (data_len < poll->nfcid1_len)
		return NULL;
	memcpy(poll->nfcid1, data, poll->nfcid1_len);
	data += poll->nfcid1_len;
	data_len -= poll->nfcid1_len;
	if (data_len < 1)
		return NULL;
	poll->sel_res_len = *data++;
	data_len--;
	if (poll->sel_res_len) {
		if (data_len < 1)
			return NULL;
		poll->sel_res = *data++;
	}
	return data;
}

int discover_after(const struct sk_buff *skb)
{
	struct nfca_poll poll = { 0 };

	if (skb->len < 3 || !extract_after(&poll, skb->data + 3, skb->len - 3))
		return -EINVAL;
	discovered(&poll);
	return 0;
}
