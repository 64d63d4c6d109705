// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/net/wireless/marvell/mwifiex/wmm.c: the firmware's answer is a list of TLVs; the
 * length of one of them bounded a copy into a struct of fixed size.
 * "mwifiex: Fix possible buffer overflows in mwifiex_ret_wmm_get_status()" (CVE-2020-12654).
 * Hard: each TLV is compared with what is left, and one kind not with its destination.
 */
#include "linux.h"

struct tlv_header {
	__le16 type;
	__le16 len;
} __packed;

struct wmm_parameter {
	u8 element_id, len, oui[3], oui_type, subtype, version, qos_info, reserved;
	u8 ac_params[16];
} __packed;

enum { VENDOR_SPECIFIC = 221 };

int ret_wmm_get_status_before(const u8 *curr, u32 resp_len, struct wmm_parameter *to)
{
	while (resp_len >= sizeof(struct tlv_header)) {
		const struct tlv_header *h = (const struct tlv_header *)curr;
		u16 tlv_len = le16_to_cpu(h->len);

		if (resp_len < tlv_len + sizeof(*h))
			break;
		if (le16_to_cpu(h->type) == VENDOR_SPECIFIC) {
			const struct wmm_parameter *wmm = (const struct wmm_parameter *)(h + 1);

			to->qos_info = wmm->qos_info; // warning: . [lc-short-buffer]
			memcpy(to->ac_params, wmm->ac_params, sizeof(to->ac_params));
		}
		curr += tlv_len + sizeof(*h);
		resp_len -= tlv_len + sizeof(*h);
	}
	return 0;
}

int ret_wmm_get_status_after(const u8 *curr, u32 resp_len, struct wmm_parameter *to)
{
	while (resp_len >= sizeof(struct tlv_header)) {
		const struct tlv_header *h = (const struct tlv_header *)curr;
		u16 tlv_len = le16_to_cpu(h->len);

		if (resp_len < tlv_len + sizeof(*h))
			break;
		if (le16_to_cpu(h->type) == VENDOR_SPECIFIC) {
			const struct wmm_parameter *wmm = (const struct wmm_parameter *)(h + 1);

			if (tlv_len < sizeof(*wmm))
				break;
			to->qos_info = wmm->qos_info;
			memcpy(to->ac_params, wmm->ac_params, sizeof(to->ac_params));
		}
		curr += tlv_len + sizeof(*h);
		resp_len -= tlv_len + sizeof(*h);
	}
	return 0;
}
