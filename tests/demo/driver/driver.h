/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * An imaginary radio controller: what its parts offer each other.
 */
#ifndef DEMO_DRIVER_H
#define DEMO_DRIVER_H

#include "types.h"

#define TRAILER_BYTES 8

struct radio {
	u16 protocol;
	u32 build;
	u8 address[6];
	u32 last_sequence;
	u32 cpus, interrupt_controllers, interrupt_base;
	u32 load_address, entry;
	u8 trailer[TRAILER_BYTES]; /* of the image */
	u32 crc;
	u8 key[16];
};

/* A firmware file that user space handed over. */
struct firmware {
	size_t size;
	const u8 *data;
};

/* A frame as it came from the bus. */
struct sk_buff {
	unsigned int len;
	u8 *data;
};

struct mailbox;

int radio_receive(struct radio *radio, const struct sk_buff *skb);
int radio_take_version(struct radio *radio, const u8 *value, size_t value_len);
int radio_take_address(struct radio *radio, const u8 *value, size_t value_len);
int radio_take_key(struct radio *radio, const u8 *value, size_t value_len);
int radio_read_table(struct radio *radio, const void *table, size_t size);
int radio_check_image(struct radio *radio, const struct firmware *fw);
int radio_load(struct radio *radio, const struct firmware *fw);
void radio_uart_send(u8 byte);
int radio_uart_ready(void);
/* The accessors of the bus. */
u32 io_read32(const volatile u32 __iomem *address);
void io_write32(u32 value, volatile u32 __iomem *address);

u32 radio_mailbox_status(struct mailbox *box);
void radio_mailbox_ring(struct mailbox *box, u32 slot);

#endif
