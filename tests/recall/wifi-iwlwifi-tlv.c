// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/net/wireless/intel/iwlwifi/iwl-drv.c: each record of the firmware file is rounded
 * up to four bytes; the length was compared before rounding, the step was taken after.
 * The firmware parser's check of tlv_len against what is left.
 * Hard: a length taken away from an unsigned rest after rounding makes the rest enormous.
 */
#include "linux.h"

struct iwl_ucode_tlv {
	__le32 type;
	__le32 length;
	u8 data[];
};

void section(u32 type, const u8 *data, u32 len);

int parse_tlv_before(const struct firmware *fw)
{
	const u8 *data = fw->data;
	size_t len = fw->size;

	while (len) {
		const struct iwl_ucode_tlv *tlv = (const struct iwl_ucode_tlv *)data;
		u32 tlv_len = le32_to_cpu(tlv->length); // warning: of the records before it says [lc-unchecked-length]

		section(le32_to_cpu(tlv->type), tlv->data, tlv_len);
		len -= sizeof(*tlv) + ALIGN(tlv_len, 4);
		data += sizeof(*tlv) + ALIGN(tlv_len, 4);
	}
	return 0;
}

int parse_tlv_after(const struct firmware *fw)
{
	const u8 *data = fw->data;
	size_t len = fw->size;

	while (len >= sizeof(struct iwl_ucode_tlv)) {
		const struct iwl_ucode_tlv *tlv = (const struct iwl_ucode_tlv *)data;
		size_t tlv_len = le32_to_cpu(tlv->length);

		len -= sizeof(*tlv);
		if (len < ALIGN(tlv_len, 4))
			return -EINVAL;
		section(le32_to_cpu(tlv->type), tlv->data, (u32)tlv_len);
		len -= ALIGN(tlv_len, 4);
		data += sizeof(*tlv) + ALIGN(tlv_len, 4);
	}
	return len ? -EINVAL : 0;
}
