// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Registers of a UART.
 */
#include "uart.h"

#define LINE_8N1 0x03u
#define LINE_DLAB 0x80u
#define FIFO_RESET 0x07u
#define STATUS_RECEIVED 0x01u
#define STATUS_DAMAGED 0x1eu /* overrun, parity, framing, break */
#define STATUS_EMPTY 0x20u /* room to transmit */

#define READ(base, field) lc_reg_read(struct uart_registers, base, field)
#define WRITE(base, field, value) lc_reg_write(struct uart_registers, base, field, value)

bool uart_probe(volatile void *base)
{
	WRITE(base, scratch, 0x5au);
	if ((READ(base, scratch) & 0xff) != 0x5a)
		return false;
	WRITE(base, scratch, 0xa5u);
	return (READ(base, scratch) & 0xff) == 0xa5;
}

void uart_set_up(volatile void *base, uint16_t divisor)
{
	WRITE(base, interrupt_enable, 0);
	WRITE(base, line_control, LINE_8N1 | LINE_DLAB);
	WRITE(base, data, divisor & 0xffu);
	WRITE(base, interrupt_enable, (uint32_t)divisor >> 8);
	WRITE(base, line_control, LINE_8N1);
	WRITE(base, fifo_control, FIFO_RESET);
}

size_t uart_send(volatile void *base, const uint8_t *bytes, size_t n, unsigned patience)
{
	for (size_t i = 0; i < n; i++) {
		unsigned left = patience;

		while (!(READ(base, line_status) & STATUS_EMPTY))
			if (!left--)
				return i;
		WRITE(base, data, bytes[i]);
	}
	return n;
}

int uart_receive(volatile void *base)
{
	uint32_t status = READ(base, line_status);

	if (status & STATUS_DAMAGED)
		return -2;
	return status & STATUS_RECEIVED ? (int)(READ(base, data) & 0xff) : -1;
}
