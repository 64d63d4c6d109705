/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The debug port: a register block at a fixed address.
 */
#include "driver.h"

struct uart_registers {
	u32 data;
	u32 status;
	u32 control;
};

#define UART_ADDRESS 0x40011000ul
#define UART_TX_EMPTY 0x80u

int radio_uart_ready(void)
{
	volatile struct uart_registers *uart = (volatile struct uart_registers *)UART_ADDRESS;

	return (uart->status & UART_TX_EMPTY) != 0;
}

void radio_uart_send(u8 byte)
{
	volatile struct uart_registers *uart = (volatile struct uart_registers *)UART_ADDRESS;

	uart->data = byte;
}
