/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Frames that the controller sends: a header, then type-length-value items.
 */
#include "driver.h"

struct hci_vendor_event {
	__le16 length; /* of the items */
	u8 type;
	u8 flags;
	__le32 sequence;
} __packed;

struct hci_vendor_item {
	u8 type;
	u8 length; /* of the value */
} __packed;

#define ITEM_VERSION 0x01
#define ITEM_ADDRESS 0x02
#define ITEM_KEY 0x03

static int take_item(struct radio *radio, u8 type, const u8 *value, size_t value_len)
{
	switch (type) {
	case ITEM_VERSION:
		return radio_take_version(radio, value, value_len);
	case ITEM_ADDRESS:
		return radio_take_address(radio, value, value_len);
	case ITEM_KEY:
		return radio_take_key(radio, value, value_len);
	default:
		return 0;
	}
}

static int walk_items(struct radio *radio, const u8 *p, size_t len)
{
	int err;

	while (len > 0) {
		const struct hci_vendor_item *item;
		size_t value_len;

		if (len < sizeof(*item))
			return -EMSGSIZE;
		item = (const struct hci_vendor_item *)p;
		p += sizeof(*item);
		len -= sizeof(*item);
		value_len = item->length;
		if (value_len > len)
			return -EMSGSIZE;
		err = take_item(radio, item->type, p, value_len);
		if (err)
			return err;
		p += value_len;
		len -= value_len;
	}
	return 0;
}

int radio_receive(struct radio *radio, const struct sk_buff *skb)
{
	const struct hci_vendor_event *event = (const struct hci_vendor_event *)skb->data;
	u16 length;

	if (skb->len < sizeof(*event))
		return -EMSGSIZE;
	length = le16_to_cpu(event->length);
	if (length > skb->len - sizeof(*event))
		return -EMSGSIZE;
	radio->last_sequence = le32_to_cpu(event->sequence);
	return walk_items(radio, skb->data + sizeof(*event), length);
}
