/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The mailbox to the controller, behind an I/O mapping.
 */
#include "driver.h"

struct mailbox_registers {
	u32 status;
	u32 doorbell;
};

struct mailbox {
	void __iomem *base;
};

void radio_mailbox_ring(struct mailbox *box, u32 slot)
{
	struct mailbox_registers __iomem *registers = box->base;

	io_write32(slot, &registers->doorbell);
	(void)io_read32(&registers->status); /* posts the write */
}

u32 radio_mailbox_status(struct mailbox *box)
{
	struct mailbox_registers *registers = (struct mailbox_registers *)box->base;

	return registers->status;
}
