/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the items of a frame hold.
 */
#include <string.h>

#include "driver.h"

struct hci_vendor_version {
	__le16 protocol;
	__le32 build;
} __packed;

struct hci_vendor_address {
	u8 kind;
	u8 reserved;
	u8 bytes[6];
} __packed;

struct hci_vendor_key {
	u8 slot;
	u8 bytes[16];
} __packed;

int radio_take_version(struct radio *radio, const u8 *value, size_t value_len)
{
	const struct hci_vendor_version *version = (const struct hci_vendor_version *)value;

	radio->protocol = le16_to_cpu(version->protocol);
	radio->build = le32_to_cpu(version->build);
	return 0;
}

int radio_take_address(struct radio *radio, const u8 *value, size_t value_len)
{
	const struct hci_vendor_address *address;

	if (value_len < sizeof(address->bytes))
		return -EMSGSIZE;
	address = (const struct hci_vendor_address *)value;
	memcpy(radio->address, address->bytes, sizeof(address->bytes));
	return 0;
}

int radio_take_key(struct radio *radio, const u8 *value, size_t value_len)
{
	const struct hci_vendor_key *key;

	if (value_len < sizeof(*key))
		return -EMSGSIZE;
	key = (const struct hci_vendor_key *)value;
	if (key->slot != 0)
		return -ENOENT;
	memcpy(radio->key, key->bytes, sizeof(key->bytes));
	return 0;
}
