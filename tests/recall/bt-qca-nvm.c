// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/bluetooth/btqca.c: firmware files were walked by the lengths they contain.
 * "Bluetooth: qca: add missing firmware sanity checks" (CVE-2024-36880).
 * Hard: a length in the first word, tags behind it with lengths of their own, no size asked at all.
 */
#include "linux.h"

struct tlv_type_hdr {
	__le32 type_len;
	u8 data[];
} __packed;

struct tlv_type_nvm {
	__le16 tag_id;
	__le16 tag_len;
	__le32 reserve1;
	__le32 reserve2;
	u8 data[];
} __packed;

void set_baud(const u8 *at);

void tlv_check_data_before(const struct firmware *fw)
{
	const struct tlv_type_hdr *tlv = (const struct tlv_type_hdr *)fw->data;
	u32 length = le32_to_cpu(tlv->type_len) >> 8; // warning: . [lc-short-buffer]
	u32 idx = 0;

	while (idx < length) {
		const struct tlv_type_nvm *nvm = (const struct tlv_type_nvm *)(tlv->data + idx);

		if (le16_to_cpu(nvm->tag_id) == 17) // warning: . [lc-short-buffer]
			set_baud(nvm->data);
		idx += sizeof(*nvm) + le16_to_cpu(nvm->tag_len);
	}
}

int tlv_check_data_after(const struct firmware *fw)
{
	const struct tlv_type_hdr *tlv = (const struct tlv_type_hdr *)fw->data;
	size_t length, idx = 0;

	if (fw->size < sizeof(*tlv))
		return -EINVAL;
	length = le32_to_cpu(tlv->type_len) >> 8;
	if (fw->size < sizeof(*tlv) + length)
		return -EINVAL;
	while (length - idx >= sizeof(struct tlv_type_nvm)) {
		const struct tlv_type_nvm *nvm = (const struct tlv_type_nvm *)(tlv->data + idx);
		u16 tag_len;

		tag_len = le16_to_cpu(nvm->tag_len);
		if (length - idx < sizeof(*nvm) + tag_len)
			return -EINVAL;
		if (le16_to_cpu(nvm->tag_id) == 17 && tag_len >= 1)
			set_baud(nvm->data);
		idx += sizeof(*nvm) + tag_len;
	}
	return 0;
}
