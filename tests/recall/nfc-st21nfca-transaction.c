// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/nfc/st21nfca/se.c: an event of the secure element holds an identifier and
 * parameters, each with a length of its own; the lengths were copied by.
 * "nfc: st21nfca: Fix potential buffer overflows in EVT_TRANSACTION" (CVE-2022-26490).
 * Hard: skb->len is compared, with the smallest event only; two lengths out of the bytes follow.
 */
#include "linux.h"

struct evt_transaction {
	u32 aid_len;
	u8 aid[16];
	u32 params_len;
	u8 params[];
} __packed;

struct wire {
	u8 tag;
	u8 aid_len;
	u8 aid[];
} __packed;

int evt_transaction_before(struct sk_buff *skb, struct evt_transaction *transaction)
{
	const struct wire *w = (const struct wire *)skb->data;

	if (skb->len < sizeof(*w))
		return -EPROTO;
	transaction->aid_len = w->aid_len;
	memcpy(transaction->aid, w->aid, w->aid_len); // warning: . [lc-unchecked-length]
	return 0;
}

int evt_transaction_after(struct sk_buff *skb, struct evt_transaction *transaction)
{
	const struct wire *w = (const struct wire *)skb->data;

	if (skb->len < sizeof(*w))
		return -EPROTO;
	if (w->aid_len > sizeof(transaction->aid) || w->aid_len > skb->len - sizeof(*w))
		return -EINVAL;
	transaction->aid_len = w->aid_len;
	memcpy(transaction->aid, w->aid, w->aid_len);
	return 0;
}
